"""
How fast the decision helper answers: from pressing Continue to the next view, painted.

    python tests/bench_routes.py          after scripts/build.py; the processor slowed four times
    python tests/bench_routes.py 1        as it is

Other work on the machine counts too.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments
from frames import give_frames

SITE = Path(__file__).resolve().parent.parent / "site"
ROUNDS = 12
PATH = ("none", "iep", "judgment", "willing", "known", "")
CHOOSE = """async choice => {
  const helper = document.querySelector("guide-route-helper")
  helper.querySelector(`[name="route-choice"][value="${choice}"]`)?.click()
  if (choice === "known") helper.querySelector("input[type=date]").value = "2026-10-14"
  await painted(0)
}"""
# From the press to the answer laid out, and on to the end of the frame that shows it: a frame comes each 17 ms.
ANSWER = """async () => {
  const start = performance.now()
  document.querySelector("guide-route-helper form").requestSubmit()
  document.body.offsetHeight
  const laidOut = performance.now() - start
  return [laidOut, await painted(start)]
}"""


def main(slower: float) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        page = browser.new_page(viewport={"width": 360, "height": 740})
        give_frames(page)
        page.goto((SITE / "which-route.html").as_uri())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        took = []
        for _ in range(ROUNDS):
            page.evaluate("document.querySelector('guide-route-helper').start()")
            for choice in PATH:
                page.evaluate(CHOOSE, choice)
                took.append(page.evaluate(ANSWER))
                page.evaluate("painted(0)")
        browser.close()
    print(f"{len(took)} answers of the decision helper, processor {slower:g} times slower")
    for name, times in zip(("until laid out", "until painted"), zip(*took, strict=False), strict=False):
        print(
            f"{name:20} {statistics.quantiles(times, n=20)[-1]:6.1f} ms at the 95th percentile, {statistics.median(times):6.1f} in the middle"
        )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)
