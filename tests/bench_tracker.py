"""
How fast the tracker answers with many promises, on a slow processor.

    python tests/bench_tracker.py        300 promises, the processor slowed four times
    python tests/bench_tracker.py 30 1   with other numbers

The last line is a bare page with one field: what the browser and the measuring take by themselves.

Of each key: the time from pressing it until the browser has painted what it changed, and how long its own thread worked
for scripts, styles and layout. On a busy machine only the second says something. The site in `site/` is measured, opened
from its folder.
"""

import json
import re
import statistics
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments
from frames import give_frames, press, watch

SITE = Path(__file__).resolve().parent.parent / "site"
WORDS = "The district will give speech therapy, thirty minutes, twice a week, in the speech room."
LIMIT_MS = 50
PARTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


def work(count: int) -> dict:
    """
    Return kept work with `count` promises: a third each late, to come, and a service with twenty sessions.
    """
    empty = dict.fromkeys(("item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note"), "")
    log = [{"id": f"{n:x}", "day": f"2021-10-{1 + n:02}", "minutes": "30", "excused": False} for n in range(20)]
    kinds = (
        {"kind": "once", "until": "2021-10-01"},
        {"kind": "once", "until": "2099-03-14"},
        {"kind": "week", "minutes": "30", "times": "5", "from": "2021-10-01", "until": "2099-05-28", "log": log},
    )
    promises = [
        {
            **empty,
            "log": [],
            "missed": False,
            "id": f"{n:08x}",
            "number": n,
            "words": f"{WORDS} {n}",
            "who": "speech therapist",
            **kinds[n % 3],
        }
        for n in range(1, count + 1)
    ]
    return {
        "version": 2,
        "parts": {
            "tracker": {
                "kept": date.today().isoformat(),
                "work": {"signed": "2021-09-20", "promises": promises, "unread": []},
            }
        },
    }


def at_95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main(count: int, slower: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        page = browser.new_page(viewport={"width": 360, "height": 740})
        give_frames(page)
        page.goto((SITE / "track/agreement-tracker.html").as_uri())
        page.evaluate(
            "work => localStorage.setItem('guide:' + new URL('../', location).pathname + ':work', work)",
            json.dumps(work(count)),
        )
        page.reload()
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})

        def worked() -> float:
            metrics = tools.send("Performance.getMetrics")["metrics"]
            return sum(metric["value"] for metric in metrics if metric["name"] in PARTS) * 1000

        figures = {}

        def type_into(field, text: str) -> tuple[list[float], list[float]]:
            field.focus()
            painted_ms, work_ms = [], []
            for letter in text:
                before = worked()
                painted_ms += press(page, [letter if letter != " " else "Space"])
                work_ms.append(worked() - before)
            return painted_ms, work_ms

        watch(page, "keydown")
        amid = f"{WORDS} {count // 3 * 3 - 1}"
        for name, buttons, label, text in (
            (
                "a letter in a new promise",
                ("Add a promise", re.compile("^Something by a day")),
                "Words of the agreement",
                WORDS,
            ),
            (
                "a letter in a promise amid the list",
                (re.compile(f"^{re.escape(amid)} "), "Change"),
                "Words of the agreement",
                WORDS,
            ),
            ("a letter in a log", (f"Log a week: {WORDS} 2",), "How do you know? (if you like)", WORDS),
        ):
            for button in buttons:
                page.get_by_role("button", name=button, exact=True).click()
            figures[name] = type_into(page.get_by_role("textbox", name=label, exact=True), text)
            page.get_by_role("button", name="Close", exact=True).click()
            page.get_by_role("button", name="Leave", exact=True).click()
        page.goto("about:blank")
        page.set_content('<textarea aria-label="Bare"></textarea>')
        watch(page, "keydown")
        figures["a letter in a bare page"] = type_into(page.get_by_label("Bare"), WORDS)
        print(f"{count} promises, processor slowed {slower} times; the limit is {LIMIT_MS} ms at the 95th percentile")
        for name, figure in figures.items():
            painted, own = ([at_95(times), statistics.median(times)] for times in figure)
            print(
                f"{name:38} {painted[0]:6.1f} ms until painted ({painted[1]:5.1f} in the middle), {own[0]:5.1f} ms of work ({own[1]:5.1f})"
            )
        browser.close()


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (300, 4)))
