"""
From a line of the log to the note about what was said: it opens filled in, and nothing typed before is written over.
"""

import re

from playwright.sync_api import expect

from family import ENTRIES, OUR_FILE, answers, file_work, put
from tracker import kept

LINK = "Put it in writing"
NOTE = "letters/follow-up-note.html"
CALL = {"id": "call", "kind": "called", "day": "2026-11-06", "who": "Kim Sample", "what": "The log comes on Friday."}


def write(page, address, *entries, **parts):
    """
    Keep a log with these lines, and press the link of the first.
    """
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.goto(address + OUR_FILE)
    put(page, file=file_work(entries=list(entries)), **parts)
    page.get_by_role("link", name=LINK).first.click()
    page.wait_for_url(re.compile(NOTE))
    page.get_by_role("button", name="Close").wait_for()


def values(page):
    """
    What stands in the fields of the note.
    """
    return [page.locator(f"[name='{name}']").input_value() for name in ("recipient-name", "event-date", "said-list")]


def test_a_call_becomes_a_note(page, address):
    """
    Whom, which day, what was said, and that it was by phone; kept nowhere by itself, and no word of it in the address.
    """
    write(page, address, CALL)

    assert ["Kim Sample", "2026-11-06", "The log comes on Friday."] == values(page)
    assert page.locator("[id='take.phone']").is_checked()
    assert kept(page, "answers") is None
    assert "Kim" not in page.url
    page.reload()
    page.get_by_role("button", name="Close").wait_for()
    assert "" == values(page)[2]


def test_with_kept_letters_the_note_is_kept_with_them(page, address):
    """
    The parent said that letters are kept: what was carried over is, too.
    """
    write(page, address, {**CALL, "kind": "met", "what": "They will test in May.\nSpeech stays."}, answers=answers())

    assert (
        "They will test in May.\nSpeech stays."
        == kept(page, "answers")["letters"]["follow-up-note"]["fields"]["said-list"]
    )
    assert page.locator("[id='take.in-person']").is_checked()


def test_a_note_with_other_words_stays_as_it_is(page, address):
    """
    Words about another talk are not mixed with these; the parent is told.
    """
    write(page, address, CALL, answers=answers(**{"follow-up-note": {"said-list": "They said no."}}))

    assert ["", "", "They said no."] == values(page)
    expect(page.get_by_text("This note already has other words in it")).to_be_visible()


def test_odd_lines_are_carried_as_text(page, address):
    """
    A line without a day, with hostile words: what can be put in is, as text.
    """
    write(page, address, {**CALL, "day": "soon", "what": "<img src=x onerror=alert(1)>"})

    assert ["Kim Sample", "", "<img src=x onerror=alert(1)>"] == values(page)


def test_what_has_its_proof_is_not_asked_to_be_written(page, address):
    """
    A paper that came, and a call with proof, have no such link.
    """
    page.goto(address + OUR_FILE)
    put(page, file=file_work(entries=[{**CALL, "proof": "my e-mail"}, ENTRIES[1]]))
    expect(page.get_by_text("my e-mail")).to_be_visible()

    expect(page.get_by_role("link", name=LINK).filter(visible=True)).to_have_count(0)
