"""
How long the page stands still while a parent types into what is kept on the device, on a slow processor.

    python tests/bench_saving.py

The processor is slowed four times. Of each letter typed, and of each save, which comes when a field is left: how long the
page's own thread worked for scripts. Nothing is kept, or a little, or much: 300 promises and the answers of 60 long letters.
"""

import statistics

from playwright.sync_api import Page, sync_playwright

from bench_letter import LETTERS, SITE, SLOWED, slow
from bench_tracker import work
from chromium import launch_arguments
from serving import serving

FRAME_MS = 16
ROUNDS = 30
STORY = "Nobody came on Monday. " * 100
# Keep the answers on the device, and what else is given beside them.
KEEP = """parts => {
  document.querySelector("guide-keep").keep("device")
  const key = `guide:${guide.site.pathname}:work`
  const kept = JSON.parse(localStorage.getItem(key))
  const file = kept.files[kept.open]
  Object.assign(file.parts, { tracker: parts.tracker })
  Object.assign(file.parts.answers.work.letters, parts.letters)
  localStorage.setItem(key, JSON.stringify(kept))
}"""
# Type into a field, and leave it: what is typed is written then.
TYPE = """n => {
  window.input = document.querySelector("[name='child-name']")
  input.value = `Sam ${n}`
  input.dispatchEvent(new Event("input", { bubbles: true }))
}"""
SAVE = "() => { input.dispatchEvent(new Event('change', { bubbles: true })) }"


def large() -> dict:
    """
    Return what else is kept: a full tracker, and long letters.
    """
    letter = {"fields": {"fact-list": STORY}, "choices": {}}
    return {"tracker": work(300)["parts"]["tracker"], "letters": {f"letter-{n}": letter for n in range(60)}}


def figures(page: Page) -> dict[str, list[float]]:
    """
    Return the milliseconds that the page's thread worked for scripts: at each letter typed, and at each save.
    """
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    slow(page, SLOWED)

    def worked(script: str, given: int | None = None) -> float:
        before, after = ticks(), page.evaluate(script, given)
        assert after is None
        return ticks() - before

    def ticks() -> float:
        metrics = tools.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration") * 1000

    times: dict[str, list[float]] = {"key": [], "save": []}
    for n in range(ROUNDS):
        times["key"].append(worked(TYPE, n))
        times["save"].append(worked(SAVE))
    return times


def main() -> None:
    with serving(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for key in LETTERS:
            for name, parts in (("kept nowhere", None), ("a small store", {}), ("a large store", large())):
                page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
                page.goto(f"{address}letters/{key}.html")
                page.evaluate("document.querySelector('guide-letter').ready()")
                if parts is not None:
                    page.evaluate(KEEP, parts)
                for what, times in figures(page).items():
                    print(
                        f"{key}, {name:13}: {what:4} {max(times):6.1f} ms of work at most, slowed; {statistics.median(times):.1f}"
                        f" in the middle, {min(times):.1f} at best; a frame has {FRAME_MS}"
                    )
                page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
