"""
The agreement tracker for tests: promises as the browser keeps them, and how a parent types one.
"""

import json

from filled import file_of

PAGE = "track/agreement-tracker.html"
KEY = "'guide:' + new URL('../', location).pathname + ':work'"
TEXTS = ("words", "item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note")


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
    return (
        page.get_by_role("list", name="Your promises")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("heading", name=words))
    )


def field(page, label):
    """
    A field by its name as it is read out: a box for text, or one for a date.
    """
    text = page.get_by_role("textbox", name=label, exact=True)
    return text if text.count() else page.get_by_label(label)


def add(page, words, **fields):
    """
    Type a new promise and save it; fields by their labels.
    """
    page.get_by_role("button", name="Add a promise").click()
    page.get_by_label("Words of the agreement").fill(words)
    for kind in (
        "Done once, by a certain date",
        "A service, a number of times each week",
        "A service, a number of times in all",
    ):
        if fields.get("kind") == kind:
            page.get_by_role("radio", name=kind).check()
    for label, text in fields.items():
        if label != "kind":
            field(page, label).fill(text)
    page.get_by_role("button", name="Add the promise").click()
