"""
From a key or a press to the frame that shows its answer, for the benchmarks.
"""

from collections.abc import Iterable

from playwright.sync_api import Page

# The message comes after the frame is drawn. Counted from the time of the event itself: waiting before it is handled counts too.
PAINTED = """window.painted = start => new Promise(done => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => done(performance.now() - start)
  port2.postMessage(null)
}))"""
WATCH = """kind => {
  window.took = []
  window.addEventListener(kind, ({ timeStamp }) => { window.frame = painted(timeStamp).then(ms => took.push(ms)) }, true)
}"""


def give_frames(page: Page) -> None:
    """
    Give each page that is opened from now on `painted(start)`: the milliseconds from `start` until the next frame is drawn.
    """
    page.add_init_script(PAINTED)


def watch(page: Page, kind: str) -> None:
    """
    Let the open page take the time from each event of this kind to its frame.
    """
    page.evaluate(WATCH, kind)


def press(page: Page, keys: Iterable[str]) -> list[float]:
    """
    Press keys, each when the frame of the one before is drawn; return the milliseconds from each to its own frame.
    """
    page.evaluate("() => { took.length = 0 }")
    for key in keys:
        page.keyboard.press(key)
        page.evaluate("frame")
    return page.evaluate("took")
