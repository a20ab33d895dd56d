"""
How fast the time limits answer, with the processor slowed four times. Prints; asserts nothing.

    python tests/bench_deadlines.py          after scripts/build.py
"""

import statistics
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments

ROOT = Path(__file__).resolve().parent.parent
FIRST, LATER = 20, 100
# From the press, with what it loads, to the answer laid out: what a parent waits for, but for the next frame of the screen.
ANSWER = """async ([event, day]) => {
  const tool = document.querySelector("guide-deadlines"), row = tool.querySelector(`[data-event="${event}"]`)
  row.closest(".guide-deadlines__group").open = row.open = true
  tool.offer(row)
  const start = performance.now()
  await tool.ask(row)
  row.querySelector("input").value = day
  row.querySelector("form").requestSubmit()
  document.body.offsetHeight
  return performance.now() - start
}"""


def percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def main() -> None:
    address = (ROOT / "site/reference/time-limits.html").as_uri()
    with sync_playwright() as play:
        browser = play.chromium.launch(**launch_arguments())
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        first = []
        for _ in range(FIRST):
            page.goto(address)
            first.append(page.evaluate(ANSWER, ["due-process-received", "2026-03-03"]))
        events = page.eval_on_selector_all("[data-event]", "all => all.map(one => one.dataset.event)")
        later = [page.evaluate(ANSWER, [events[n % len(events)], f"2026-03-{n % 28 + 1:02}"]) for n in range(LATER)]
        browser.close()
    print("With the processor slowed 4 times; other work on this machine counts too.")
    for name, times in {"first answer": first, "later answers": later}.items():
        print(
            f"{name:25} {percentile(times):5.1f} ms at the 95th percentile, {statistics.median(times):5.1f} in the middle, of {len(times)}"
        )


if __name__ == "__main__":
    main()
