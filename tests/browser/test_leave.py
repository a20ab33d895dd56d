"""
"Leave this page": a plain page of the guide comes in its place at once, and nothing that was typed and not kept is left.
"""

import json
import re

import pytest
from lxml import html
from playwright.sync_api import expect

from filled import page_key, parts_in
from letter_form import field, finish
from tracker import PAGE as TRACKER
from tracker import add, begin, kept

LETTER = "letters/mediation-request.html"
PLAIN = re.compile("/reference/words.html$")
CHILD = "Quixote"
# With the button: letters, the tools that hold a family's words, and pages about safety.
PAGES = [
    LETTER,
    TRACKER,
    "track/our-file.html",
    "track/my-case.html",
    "track/saved-work.html",
    "make-my-kit.html",
    "which-route.html",
    "topics/not-safe.html",
    "topics/restraint.html",
    "topics/bullying.html",
    "situations/not-safe.html",
    "situations/address-private.html",
    "about/safety.html",
]
# All that the page, the browser's stores and its history say.
SAID = "() => JSON.stringify([document.body.innerText, [...document.querySelectorAll('input, textarea')].map(({ value }) => value), Object.entries(localStorage), Object.entries(sessionStorage), history.state, location.href])"


@pytest.fixture(scope="module")
def browser(whole_browser):
    """
    The whole browser, with its back-forward cache.
    """
    return whole_browser


@pytest.fixture
def questions() -> list[str]:
    """
    What the browser asked in its own words.
    """
    return []


@pytest.fixture
def visit(page, address, questions):
    """
    Open a page from the home page, by a link as a parent does.
    """
    page.on("dialog", lambda question: (questions.append(question.type), question.dismiss()))

    def go(path):
        page.goto(address + "index.html")
        page.evaluate("path => { location.href = path }", path)
        page.wait_for_url("**/" + path)
        return page

    return go


def at_plain_page(page):
    """
    Wait until the plain page is there: its address shows before it does.
    """
    expect(page).to_have_url(PLAIN)
    expect(page.get_by_role("heading", name="Words explained")).to_be_visible()


def leave(page):
    page.get_by_role("main").get_by_role("button", name="Leave this page").click()
    at_plain_page(page)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_a_family_can_be_left(path, visit):
    """
    The button stands there with what it does, is the second thing a keyboard reaches, and the page it opens is plain.
    """
    page = visit(path)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_text("It drops what you typed, unless you kept it.")).to_be_visible()
    press(page, "Tab", "Tab")
    expect(page.get_by_role("button", name="Leave this page").first).to_be_focused()
    press(page, "Enter")

    at_plain_page(page)
    expect(page.get_by_role("button", name="Leave this page")).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_there_is_no_button(page, address):
    """
    A page that could not be replaced promises nothing.
    """
    page.goto(address + LETTER)

    expect(page.get_by_text("Leave this page")).to_be_hidden()


def test_other_pages_have_none(site):
    """
    What tells nothing of a family is left like any page.
    """
    names = ("index.html", "reference/words.html", "reference/time-limits.html", "mediation/what-it-is.html")

    assert [] == [name for name in names if html.parse(str(site / name)).xpath("//guide-leave")]


def test_back_brings_no_typed_word(visit, questions):
    """
    Nothing is asked. Back shows the plain page until it shows the one before the letter, Forward shows the plain page,
    and no word is left on the way there or in the letter.
    """
    page = visit(LETTER)
    field(page, "Child's name").fill(CHILD)
    field(page, "Your name").fill(CHILD)
    field(page, "School district").fill(CHILD)
    leave(page)
    said = page.evaluate(SAID)
    page.go_back(wait_until="commit")
    at_plain_page(page)
    said += page.evaluate(SAID)
    page.go_back(wait_until="commit")
    expect(page).to_have_url(re.compile("/index.html$"))
    said += page.evaluate(SAID)
    for _ in range(2):
        page.go_forward(wait_until="commit")
        at_plain_page(page)
        said += page.evaluate(SAID)
    assert page.go_forward(wait_until="commit") is None
    page.evaluate("path => { location.href = `../${path}` }", LETTER)
    page.wait_for_url(f"**/{LETTER}")
    expect(field(page, "Child's name")).to_have_value("")

    assert ([], False) == (questions, CHILD in said + page.evaluate(SAID))


@pytest.mark.parametrize(
    ("choice", "store"), [("Keep on this device", "localStorage"), ("Only until", "sessionStorage")]
)
def test_what_was_kept_is_still_kept(choice, store, visit, questions):
    """
    With what was typed since, also in the field that is being typed in.
    """
    page = visit(LETTER)
    field(page, "Your name").fill("Pat")
    page.get_by_role("button", name="Keep my answers on this device").click()
    page.get_by_role("button", name=choice).click()
    field(page, "Child's name").press_sequentially(CHILD)
    press(page, "Shift", "Shift", "Shift")
    at_plain_page(page)

    assert ([], {"parent-name": "Pat", "child-name": CHILD}) == (
        questions,
        parts_in(page, store)["answers"]["work"]["fields"],
    )


def test_promises_are_dropped_unless_kept(visit, questions):
    """
    A promise that was saved and kept stays, and the one being written goes, with no question.
    """
    page = visit(TRACKER)
    add(page, "Speech therapy")
    page.get_by_role("button", name="Keep it").first.click()
    page.get_by_role("button", name="Keep on this device").click()
    begin(page)
    page.get_by_label("Words of the agreement").fill(CHILD)
    leave(page)

    assert [] == questions
    assert (1, False) == (len(kept(page)["promises"]), CHILD in page.evaluate(SAID))


def test_what_a_tool_noted_in_the_tab_goes(visit):
    """
    Notes of this site for a reload go; those of another site of the same host, and what was kept for the tab, stay.
    """
    page = visit(LETTER)
    key = page_key(page)
    page.evaluate(
        """([key, other]) => {
      sessionStorage.setItem(key, other)
      sessionStorage.setItem(key.replace("work", "route"), "answers")
      sessionStorage.setItem("guide:/neighbor/:route", "theirs")
      addEventListener("pagehide", () => sessionStorage.setItem(key.replace("work", "late"), "answers"))
    }""",
        [key, json.dumps({"version": 2, "parts": {}})],
    )
    leave(page)

    assert sorted([key, "guide:/neighbor/:route"]) == sorted(page.evaluate("() => Object.keys(sessionStorage)"))


def test_shift_three_times_leaves_while_typing(visit):
    """
    In a field, and with a capital letter typed before.
    """
    page = visit(LETTER)
    field(page, "Child's name").press_sequentially("Sam Q")
    press(page, "Shift", "Shift", "Shift")

    at_plain_page(page)


@pytest.mark.parametrize(
    "keys",
    [
        ("Shift", "Shift", "a", "Shift"),
        ("Shift", "Shift", "Shift+B"),
        ("Shift", "Shift", "Alt+Shift"),
        ("Shift", "Tab", "Shift", "Shift"),
    ],
)
def test_shift_with_other_keys_stays(keys, visit):
    """
    Capitals, other keys in between, and the keys that change the keyboard's language.
    """
    page = visit(LETTER)
    name = field(page, "Child's name")
    name.fill(CHILD)
    press(page, *keys)

    expect(page.get_by_role("heading", level=1)).to_have_text("Who is your child?")
    expect(name).to_have_value(re.compile(CHILD))


def test_the_button_stays_in_view(visit):
    """
    At the end of a long page too, on each screen of a letter, and on paper it is not.
    """
    page = visit(LETTER)
    button = page.get_by_role("main").get_by_role("button", name="Leave this page")
    page.get_by_role("contentinfo").scroll_into_view_if_needed()
    expect(button).to_be_in_viewport()
    field(page, "Child's name").fill(CHILD)
    expect(button).to_be_in_viewport()
    finish(page)
    page.get_by_role("button", name="Copy text").scroll_into_view_if_needed()
    expect(button).to_be_in_viewport()
    page.emulate_media(media="print")

    expect(button).to_be_hidden()
