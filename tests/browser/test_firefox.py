"""
Three journeys in Firefox: nothing that was kept is lost, and nothing that was not comes back.
"""

import json
import shutil

import pytest

from firefox import started

# scripts/chromium.sh installs it on Debian; elsewhere nobody must have it.
pytestmark = pytest.mark.skipif(
    not any(map(shutil.which, ("firefox-esr", "firefox"))), reason="There is no Firefox on this machine."
)
LETTER, OTHER, TRACKER, SAVED = (
    "letters/mediation-request.html#start",
    "letters/mediation-invite-district.html#start",
    "track/agreement-tracker.html",
    "track/saved-work.html",
)
NAME, CHILD = "Pat Quixote", "Zebulon Quixote"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    """
    A Firefox that runs for all of them.
    """
    with started(tmp_path_factory.mktemp("firefox") / "profile") as running:
        yield running


@pytest.fixture
def tab(firefox, address):
    """
    A new tab in which nothing is kept yet.
    """
    new = firefox.tab()
    new.go(address)
    new.run("(localStorage.clear(), sessionStorage.clear())")
    return new


def field(name: str) -> str:
    return f'[id="field.{name}"]'


def type_into(tab, name: str, text: str) -> None:
    """
    Go to a field of a letter on its screen, and type.
    """
    tab.wait("Boolean(document.querySelector('guide-letter').work)")
    tab.run(f"document.querySelector('guide-letter').work.task.reach({json.dumps(f'field.{name}')})")
    tab.type(field(name), text)


def value(tab, name: str) -> str:
    return tab.run(f"document.querySelector({json.dumps(field(name))}).value")


def sheet(tab) -> str:
    return tab.run("document.querySelector('.guide-letter__sheet').innerText")


def keep(tab, where: str) -> None:
    """
    Answer the question what to keep.
    """
    if not tab.run(f"document.querySelector('[data-keep={where}]').checkVisibility()"):
        tab.click("guide-keep [aria-expanded]")
    tab.click(f"[data-keep={where}]")


def test_two_letters_back_and_forward_lose_nothing(tab, address):
    """
    The parent's name of one letter and the child's of the next are kept, and show on both after Back and Forward.
    """
    tab.go(address + LETTER)
    type_into(tab, "parent-name", NAME)
    keep(tab, "device")
    tab.go(address + OTHER)
    type_into(tab, "child-name", CHILD)
    tab.wait(f"JSON.stringify({{ ...localStorage }}).includes({json.dumps(CHILD)})")
    # Back goes through the screens of the letter first.
    tab.move(-1 - tab.run("history.state.depth"))
    tab.wait(f"document.querySelector('.guide-letter__sheet').innerText.includes({json.dumps(CHILD)})")
    tab.move(1)
    tab.wait(f"document.querySelector('.guide-letter__sheet').innerText.includes({json.dumps(CHILD)})")

    assert (NAME, CHILD) == (value(tab, "parent-name"), value(tab, "child-name"))
    assert NAME in sheet(tab) and CHILD in sheet(tab)


def test_a_letter_that_is_not_kept_does_not_come_back(tab, address):
    """
    "Don't keep", the next page, Back: no name in a field, nor on the sheet, nor in what the browser keeps.
    """
    tab.go(address + LETTER)
    type_into(tab, "parent-name", NAME)
    type_into(tab, "child-name", CHILD)
    keep(tab, "no")
    tab.go(address + SAVED)
    tab.move(-1)

    assert ("", "") == (value(tab, "parent-name"), value(tab, "child-name"))
    assert "Quixote" not in sheet(tab)
    assert "Quixote" not in tab.run("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")


def test_promises_of_two_tabs_stay_and_erased_ones_do_not_come_back(firefox, tab, address):
    """
    A promise kept in one tab and one added in another are both there; after "erase" and Back there is none.
    """
    add_promise(tab, address, "Speech twice a week")
    keep(tab, "device")
    other = firefox.tab()
    add_promise(other, address, "A new aide")
    tab.wait("document.querySelector('guide-tracker').innerText.includes('A new aide')")
    tab.go(address + SAVED)
    tab.click('[data-do="erase"]')
    tab.click(".guide-saved__sure [data-sure='yes']")
    tab.wait("Object.keys(localStorage).length === 0")
    tab.move(-1)

    for one in (tab, other):
        one.wait("!document.querySelector('guide-tracker').innerText.includes('Speech twice a week')")
    assert [] == tab.run("Object.keys(localStorage)")


def add_promise(tab, address: str, words: str) -> None:
    """
    Add a promise to the tracker as a parent does.
    """
    tab.go(address + TRACKER)
    tab.click('[data-do="add"]')
    tab.click('[data-do="start"][data-kind="once"]')
    tab.type('[name="words"]', words)
    tab.click('guide-tracker form [type="submit"]')
    tab.wait(f"document.querySelector('guide-tracker').innerText.includes({json.dumps(words)})")
