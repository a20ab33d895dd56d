"""
How fast the search answers each key, with the processor slowed four times. Prints; asserts nothing.

    python tests/bench_search.py          after scripts/build.py; other work on the machine counts too

The index is loaded first, as the aim says; how long that takes is told besides.
"""

import statistics
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments
from frames import give_frames, press, watch

PAGE = (Path(__file__).resolve().parent.parent / "site/search.html").as_uri()
PHRASES = ("can i bring a lawyer", "school wont give speech", "medation", "how long do they have", "agreement brokn")
LOAD = """async () => {
  const start = performance.now()
  while (!guide.pages) await new Promise(done => setTimeout(done, 5))
  return performance.now() - start
}"""


def main() -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(**launch_arguments())
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        give_frames(page)
        page.goto(PAGE)
        loading = page.evaluate(LOAD)
        page.get_by_role("searchbox").fill("x")
        page.get_by_text("Nothing here").or_(page.get_by_text("found")).first.wait_for()
        watch(page, "input")
        took = []
        for phrase in PHRASES:
            page.get_by_role("searchbox").fill("")
            took += press(page, phrase)
        browser.close()
    print(
        f"search, slowed 4 times: {statistics.quantiles(took, n=20)[-1]:.0f} ms at the 95th percentile of {len(took)} keys, "
        f"{statistics.median(took):.0f} in the middle, {max(took):.0f} at most; first load {loading:.0f} ms"
    )


if __name__ == "__main__":
    main()
