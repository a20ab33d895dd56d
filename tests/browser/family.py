"""
A made-up family's file: what happened, which papers there are, and what they want of a helper.
"""

import json

from filled import file_of, page_key

OUR_FILE = "track/our-file.html"
CASE = "track/my-case.html"
KEPT = "2026-11-20"
FIELDS = {
    "child-name": "Sam Example",
    "child-birth-date": "2018-06-04",
    "child-grade": "3",
    "parent-name": "Pat Example",
    "parent-phone": "573-555-0100",
    "school-name": "Sample Elementary",
    "district-name": "Sampleton R-II",
}
ENTRIES = [
    {"id": "said", "kind": "said", "day": "2025-01-27", "who": "IEP team", "what": "Speech goes down to 30 minutes."},
    {
        "id": "gave",
        "kind": "gave",
        "day": "2026-10-14",
        "who": "Sampleton R-II",
        "what": "Notice of Action",
        "paper": "p2",
    },
    {
        "id": "sent",
        "kind": "sent",
        "day": "2026-10-05",
        "who": "Sampleton R-II",
        "what": "Letter asking for the school records",
        "back": "2026-11-19",
    },
    {"id": "called", "kind": "called", "day": "2026-11-06", "who": "Kim Sample", "what": "The log comes on Friday."},
    {"id": "odd", "kind": "other", "day": "", "who": "", "what": "No speech for two weeks"},
]
PAPERS = [
    {"id": "p1", "number": 1, "name": "IEP", "day": "2026-03-12", "pages": "22", "place": "blue folder"},
    {"id": "p2", "number": 2, "name": "Notice of Action", "day": "2026-10-14", "pages": "3", "place": "blue folder"},
]
ASKED = {"ask": "Should we file now?", "about": "Speech was cut in half.", "want": "Speech twice a week\nMake-up time"}


def file_work(**more) -> dict:
    """
    Return the kept work of the family's file.
    """
    return {"entries": ENTRIES, "papers": PAPERS, "packet": ASKED, **more}


def press(page, name: str):
    page.get_by_role("button", name=name, exact=True).click()


def note(page, kind: str, who: str, what: str, day: str = ""):
    """
    Write a line into the log.
    """
    press(page, kind)
    form = page.locator("form").filter(has=page.get_by_role("heading", name="Add to the log"))
    form.locator("[name=who]").fill(who)
    form.locator("[name=what]").fill(what)
    if day:
        form.get_by_role("button", name="Pick").first.click()
        form.locator("[name=day]").fill(day)
    press(page, "Save it")


def put(page, **parts):
    """
    Keep the work of these parts on the device, and load the open page anew.
    """
    kept = file_of({name: {"kept": KEPT, "work": work} for name, work in parts.items()})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [page_key(page), json.dumps(kept)])
    page.reload()


def answers(**letters) -> dict:
    """
    Return kept answers: the family's details, and these letters with their fields.
    """
    return {"fields": FIELDS, "letters": {key: {"fields": fields, "choices": {}} for key, fields in letters.items()}}
