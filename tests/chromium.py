"""
The browser in which the tests and the benchmarks run: the system's own Chromium or Chrome.
"""

import shutil

# The headless shell first: it has no windows of its own to draw, so that a page opens three times as fast.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# It asks nothing of its maker.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run"]


def launch_arguments() -> dict:
    """
    Return what Playwright's `launch` needs to start it.
    """
    return {"executable_path": next(path for path in map(shutil.which, NAMES) if path), "args": ARGUMENTS}
