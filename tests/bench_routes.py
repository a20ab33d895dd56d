"""
How fast the decision helper answers: from pressing Continue to the next view, painted.

    python tests/bench_routes.py             with a processor four times slower
    python tests/bench_routes.py 1           as it is

It opens the built site from its folder, so run `make site` first. What is counted is the processor time of the page's own
thread, times the slowness: so it does not matter what else the machine does.
"""

import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = Path(__file__).resolve().parent.parent / "site"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROUNDS = 12
PATH = ("none", "iep", "judgment", "willing", "known", "")
PAINTED = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
CHOOSE = f"""async choice => {{
  const helper = document.querySelector("guide-route-helper")
  helper.querySelector(`[name="route-choice"][value="${{choice}}"]`)?.click()
  if (choice === "known") helper.querySelector("input[type=date]").value = "2026-10-14"
  {PAINTED}
}}"""
ANSWER = f"""async () => {{
  const helper = document.querySelector("guide-route-helper")
  helper.querySelector("form").requestSubmit()
  {PAINTED}
}}"""


def main(slower: float, site: Path) -> None:
    with sync_playwright() as playwright:
        program = next(path for path in map(shutil.which, BROWSERS) if path)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto((site / "which-route.html").as_uri())
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent() -> float:
            found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            return found["TaskDuration"] * 1000

        took = []
        for _ in range(ROUNDS):
            page.evaluate("document.querySelector('guide-route-helper').start()")
            for choice in PATH:
                page.evaluate(CHOOSE, choice)
                began = spent()
                page.evaluate(ANSWER)
                took.append((spent() - began) * slower)
        browser.close()
    print(f"{len(took)} answers, processor {slower:g} times slower: median {statistics.median(took):.1f} ms, "
          f"95th percentile {statistics.quantiles(took, n=20)[-1]:.1f} ms, longest {max(took):.1f} ms")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4, Path(sys.argv[2]) if len(sys.argv) > 2 else SITE)
