"""
The agreement tracker for tests: promises as the browser keeps them, and how a parent types one.
"""

import json
from pathlib import Path

from filled import file_of

PAGE = "track/agreement-tracker.html"
KEY = "'guide:' + new URL('../', location).pathname + ':work'"
TEXTS = ("words", "item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note")
NOON = "T12:00:00"


def promise(number, words, **more):
    """
    A promise as the store has it.
    """
    return {
        "id": f"{number:08x}",
        "number": number,
        "kind": "once",
        "missed": False,
        "log": [],
        **dict.fromkeys(TEXTS, ""),
        "words": words,
        **more,
    }


def session(day, minutes=30, excused=False):
    return {
        "id": f"{day}-{minutes}-{excused}".replace("-", "").lower(),
        "day": day,
        "minutes": str(minutes),
        "excused": excused,
    }


SPEECH = promise(
    1,
    "Speech therapy, 30 minutes, twice a week",
    kind="week",
    minutes="30",
    times="2",
    item="Item 1",
    who="speech therapist",
    **{"from": "2026-11-30"},
    until="2027-02-26",
)
LOGS = promise(2, "The district sends the logs home", until="2026-12-11", item="Item 4")
REVIEW = promise(3, "The team reviews the first weeks", until="2027-02-12", item="Item 6")


def opens(page, address):
    """
    Return what opens the tracker, or another page, at noon of a day.
    """

    def at(day, path=PAGE):
        page.clock.set_fixed_time(day + NOON)
        page.goto(address + path)
        # Promises are shown once what shows them is loaded.
        if path == PAGE and page.evaluate("guide.store.read('tracker').promises?.length"):
            page.get_by_role("list", name="Your promises").wait_for()
        return page

    return at


def keep(page, *promises, signed="2026-11-20", part="tracker", work=None, where="localStorage"):
    """
    Put promises where the browser keeps them, as if they had been typed before.
    """
    work = {"signed": signed, "promises": list(promises), "unread": []} if work is None else work
    page.evaluate(
        f"""([part, work]) => {{
      const before = JSON.parse({where}.getItem({KEY}) || '{json.dumps(file_of({}))}')
      before.files[before.open].parts[part] = {{ kept: "2026-11-24", work }}
      {where}.setItem({KEY}, JSON.stringify(before))
    }}""",
        [part, work],
    )
    page.reload()
    # Promises are shown once what shows them is loaded.
    if part == "tracker" and promises:
        page.get_by_role("list", name="Your promises").wait_for()


def kept(page, part="tracker"):
    """
    What the browser keeps of a part, or None.
    """
    return page.evaluate(
        f"""part => [localStorage, sessionStorage]
      .map(store => JSON.parse(store.getItem({KEY}) || "{{}}"))
      .map(({{ open, files }}) => files?.[open].parts[part]?.work).find(Boolean) || null""",
        part,
    )


def row(page, words):
    """
    The line of a promise in the list of all.
    """
    return (
        page.get_by_role("list", name="Your promises")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("button", name=words))
    )


def plot(page, words):
    """
    The card of a service.
    """
    return (
        page.get_by_role("list", name="Services")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("heading", name=words))
    )


def field(page, label):
    """
    A field by its name as it is read out: a box for text, or one for a date.
    """
    text = page.get_by_role("textbox", name=label, exact=True)
    return text if text.count() else page.get_by_label(label)


def begin(page, kind="Something by a day"):
    """
    Open the form of a new promise of a kind.
    """
    page.get_by_role("button", name="Add a promise").click()
    page.get_by_role("button", name=kind).click()


def type_promise(page, words, **fields):
    """
    Type a promise into its open form; fields by their labels.
    """
    page.get_by_label("Words of the agreement").fill(words)
    for label, text in fields.items():
        if not field(page, label).is_visible():
            page.get_by_text("Where, and how you'll know").click()
        field(page, label).fill(text)


def add(page, words, kind="Something by a day", **fields):
    """
    Type a new promise and save it; fields by their labels.
    """
    begin(page, kind)
    type_promise(page, words, **fields)
    page.get_by_role("button", name="Add this promise").click()


def act(page, words, button):
    """
    Open a promise, and press a button there.
    """
    row(page, words).get_by_role("button").click()
    page.get_by_role("region", name="One thing at a time").get_by_role("button", name=button, exact=True).click()


def remove(page, words):
    """
    Remove a promise, and be sure.
    """
    act(page, words, "Remove this promise")
    page.get_by_role("button", name="Yes, remove it").click()


def log(page, words, minutes, week=None, why=None):
    """
    Log a week of a service, by the day on which it begins; without one, the week that is asked for.
    """
    plot(page, words).get_by_role("button", name="Log a week").click()
    if week:
        page.get_by_label("Week", exact=True).select_option(week)
    page.get_by_label(minutes, exact=True).check()
    if why:
        page.get_by_label(why, exact=True).check()
    page.get_by_role("button", name="Save it").click()


def saved_file(page, button):
    """
    Return the bytes and the name of what a button hands out.
    """
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename
