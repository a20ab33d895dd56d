"""
The made-up families of `tests/packets/`: what each keeps, and the packet that the browser makes of it.
"""

import json
import re
from pathlib import Path

import yaml
from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "packets"
# The questions by their keys.
QUESTIONS: dict[str, str] = yaml.safe_load((FOLDER / "questions.yml").read_text(encoding="utf-8"))
FILE = "f0000000a"
PROMISE = ("words", "item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note")


def families() -> dict[str, dict]:
    """
    Return each family by the name of its file.
    """
    files = sorted(file for file in FOLDER.glob("*.yml") if file.stem != "questions")
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}


def kept(family: dict) -> dict:
    """
    Return what the browser keeps of a family.
    """
    entries = [{"id": f"e{n}", **entry} for n, entry in enumerate(family["entries"])]
    promises = [
        {"id": f"a{n}", "number": n, "missed": False, "log": [], **dict.fromkeys(PROMISE, ""), **promise}
        for n, promise in enumerate(family.get("tracker", {}).get("promises", []), start=1)
    ]
    work = {
        "file": {"entries": entries, "papers": family["papers"], "packet": family["packet"]},
        "answers": {"fields": family["fields"], "letters": {}},
        "tracker": {"signed": family.get("tracker", {}).get("signed", ""), "promises": promises, "unread": []},
    }
    parts = {name: {"kept": family["today"], "work": part} for name, part in work.items()}
    return {"version": 3, "open": FILE, "files": {FILE: {"parts": parts}}}


def open_packet(page: Page, address: str, family: dict) -> str:
    """
    Keep a family's work, open its packet on its day, and return the packet's words as they are read.
    """
    page.clock.set_fixed_time(f"{family['today']}T10:00:00")
    page.goto(address)
    page.evaluate("text => localStorage.setItem(`guide:${guide.site.pathname}:work`, text)", json.dumps(kept(family)))
    page.reload()
    page.get_by_role("tab", name="Packet").click()
    page.get_by_role("button", name="Read it here first").click()
    page.locator(".guide-packet h2").wait_for()
    return re.sub(r"\t", " | ", page.locator(".guide-packet").inner_text())
