"""
How fast the decision helper answers: from a tap to the next view, painted; on the result, to the answer in its row.

    python tests/bench_routes.py          after scripts/build.py; the processor slowed four times
    python tests/bench_routes.py 1        as it is

Other work on the machine counts too. The helper is there whole; a tap is a press that begins, and ends a tenth of a second later.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments
from frames import give_frames

SITE = Path(__file__).resolve().parent.parent / "site"
ROUNDS = 8
# Short ways, and a long one to a result.
PATHS = (("none", "asked", "meeting"), ("out", "sent-home"), ("change", "iep", "against", "placement", "stop"))
# From the tap to the answer laid out, and on to the end of the frame that shows it: a frame comes each 17 ms.
ANSWER = """async choice => {
  const { view } = document.querySelector("guide-route-helper")
  const button = view.querySelector(`[data-choice="${choice}"]`), before = view.firstElementChild
  button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))
  await new Promise(done => setTimeout(done, 100))
  const start = performance.now()
  button.click()
  while (view.firstElementChild === before && performance.now() - start < 2000) await new Promise(done => setTimeout(done))
  document.body.offsetHeight
  const laidOut = performance.now() - start
  return [laidOut, await painted(start)]
}"""
REFINE = """async () => {
  const row = [...document.querySelectorAll("[data-ask]:not([open])")].find(({ dataset }) => !document.querySelector("guide-route-helper").answers[dataset.ask])
  row.open = true
  while (!row.querySelector("form")) await new Promise(done => setTimeout(done))
  const button = row.querySelector("[data-choice=unsure]") || row.querySelector("[type=submit]")
  await painted(0)
  const start = performance.now()
  button.click()
  while (row.open && performance.now() - start < 500) await new Promise(done => setTimeout(done))
  document.body.offsetHeight
  const laidOut = performance.now() - start
  return row.open ? null : [laidOut, await painted(start)]
}"""


def main(slower: float) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        took = []
        for _ in range(ROUNDS):
            page = browser.new_page(viewport={"width": 360, "height": 740})
            give_frames(page)
            page.goto((SITE / "which-route.html").as_uri())
            page.evaluate("document.querySelector('guide-route-helper').ready()")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            for path in PATHS:
                page.evaluate("document.querySelector('guide-route-helper').start()")
                for choice in path:
                    took.append(page.evaluate(ANSWER, choice))
                    page.evaluate("painted(0)")
            for _ in range(3):
                page.wait_for_timeout(200)
                took.append(page.evaluate(REFINE))
            page.close()
        browser.close()
    took = [times for times in took if times]
    print(f"{len(took)} answers of the decision helper, processor {slower:g} times slower")
    for name, times in zip(("until laid out", "until painted"), zip(*took, strict=False), strict=False):
        print(
            f"{name:20} {statistics.quantiles(times, n=20)[-1]:6.1f} ms at the 95th percentile, {statistics.median(times):6.1f} in the middle"
        )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)
