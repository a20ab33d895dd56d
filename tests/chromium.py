"""
The browser in which the tests and the benchmarks run: the system's own Chromium or Chrome, and the sizes of its window.
"""

import shutil

SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
# A page that is left stays alive and comes back whole, as in the browser of a parent; the headless shell cannot do that.
WHOLE = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# It has no windows of its own to draw, so that a page opens three times as fast.
SHELL = "chromium-headless-shell"
# It asks nothing of its maker.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def launch_arguments(*, whole: bool = False) -> dict:
    """
    Return what Playwright's `launch` needs to start it; `whole` for the browser with its back-forward cache.
    """
    names = WHOLE if whole else (SHELL, *WHOLE)
    return {
        "executable_path": next(path for path in map(shutil.which, names) if path),
        "args": ARGUMENTS,
        # Playwright takes the cache away, and with it what Back does to a page.
        "ignore_default_args": ["--disable-back-forward-cache"],
    }
