"""
Debian's Firefox, driven by WebDriver BiDi, the protocol that it speaks itself: Playwright knows only a Firefox of its own.
"""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

PATIENCE = 20
# The word of a key that is no letter: https://w3c.github.io/webdriver/#keyboard-actions
TAB = "\ue004"
# Nothing is asked of its maker.
PREFERENCES = """\
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.enabled", false);
"""


class Tab:
    """
    One tab. What is looked up by `css` is the first such element that shows.
    """

    def __init__(self, firefox: "Firefox", context: str):
        self.firefox = firefox
        self.context = context

    def go(self, address: str) -> None:
        """
        Open an address, and wait until it is there.
        """
        self.firefox.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def move(self, by: int) -> None:
        """
        Press Back (-1) or Forward (1), and wait until another page shows.
        """
        before = self.run("location.href")
        self.firefox.send("browsingContext.traverseHistory", context=self.context, delta=by)
        self.wait(f"location.href !== {json.dumps(before)} && document.readyState === 'complete'")

    def run(self, expression: str):
        """
        Return the value of an expression of JavaScript.

        Raises:
            AssertionError: it throws.
        """
        told = self.firefox.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def wait(self, condition: str) -> None:
        """
        Wait until an expression is true.
        """
        end = time.monotonic() + PATIENCE
        while not self.run(condition):
            assert time.monotonic() < end, condition

    def click(self, css: str) -> None:
        """
        Click on an element.
        """
        self.wait(f"Boolean({self.first(css)})")
        # Not by its place on the screen: a page that still moves would be hit beside it.
        self.run(f"{self.first(css)}.click()")

    def type(self, css: str, text: str) -> None:
        """
        Go into a field, type, and go on to the next.
        """
        self.firefox.send("browsingContext.activate", context=self.context)
        self.wait(f"Boolean({self.first(css)})")
        self.run(f"{self.first(css)}.focus()")
        keys = [{"type": kind, "value": key} for key in text + TAB for kind in ("keyDown", "keyUp")]
        action = {"type": "key", "id": "keys", "actions": keys}
        self.firefox.send("input.performActions", context=self.context, actions=[action])

    def first(self, css: str) -> str:
        return f"[...document.querySelectorAll({json.dumps(css)})].find(one => one.checkVisibility())"


class Firefox:
    """
    A running Firefox without windows, with a profile of its own.
    """

    def __init__(self, socket: ClientConnection):
        self.socket = socket
        self.number = 0

    def send(self, method: str, **parameters) -> dict:
        """
        Return what it answers to a command.

        Raises:
            AssertionError: it answers with an error.
        """
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self.socket.recv(timeout=PATIENCE * 2))
            # What it tells of itself in between has no number.
            if told.get("id") == self.number:
                assert told["type"] == "success", told
                return told["result"]

    def tab(self) -> Tab:
        """
        Return a new tab.
        """
        return Tab(self, self.send("browsingContext.create", type="tab")["context"])


@contextmanager
def started(folder: Path) -> Iterator[Firefox]:
    """
    Start Firefox with a new profile in `folder`, and end it. Its question on leaving a page is answered "leave".
    """
    folder.mkdir()
    (folder / "user.js").write_text(PREFERENCES, encoding="utf-8")
    path = next(path for path in map(shutil.which, ("firefox-esr", "firefox")) if path)
    arguments = [path, "--headless", "--no-remote", "--remote-debugging-port=0", f"--profile={folder}"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stderr
            said = (re.search(r"WebDriver BiDi listening on (\S+)", line) for line in running.stderr)
            address = next(found[1] for found in said if found)
            with connect(f"{address}/session", max_size=None) as socket:
                firefox = Firefox(socket)
                prompts = {"default": "accept", "beforeUnload": "accept"}
                firefox.send("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": prompts}})
                yield firefox
        finally:
            running.kill()
