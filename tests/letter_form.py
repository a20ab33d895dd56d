"""
The form of a letter, as a parent goes through it: one screen after the other.
"""

import re

from playwright.sync_api import Locator, Page, expect


def begin(page: Page) -> None:
    """
    Begin the open page's letter, or go on with it.
    """
    page.locator(".guide-letter__start").get_by_role("button").click()
    expect(page.locator("guide-letter h1:visible")).to_be_focused()


def open_letter(page: Page, address: str) -> None:
    """
    Open a letter's page at its first screen.
    """
    page.goto(f"{address}#start")
    expect(page.locator("guide-letter h1:visible")).to_be_focused()


def form(page: Page) -> Locator:
    return page.get_by_role("form", name="Fill it in")


def show(page: Page, found: Locator) -> Locator:
    """
    Go to the screen on which something of the form stands, as a link to it does, and return it.
    """
    page.evaluate("() => document.querySelector('guide-letter').ready()")
    found.evaluate("element => document.querySelector('guide-letter').work.task.reach(element.id)")
    return found


def unshown(page: Page, label: str) -> Locator:
    """
    Return the field of this label wherever it stands: to go to its screen would leave another field, and the way forward.
    """
    # The form is there before its screens show.
    page.evaluate("() => document.querySelector('guide-letter').ready()")
    return page.locator(f".guide-letter__form label:text-is({quoted(label)}) ~ :is(input, textarea)")


def field(page: Page, label: str) -> Locator:
    """
    Return the field of this label, on its screen; what it offers to pick gives way to what is typed.
    """
    found = show(page, unshown(page, label))
    other = found.locator("..").get_by_role("button", name=re.compile("^Another"))
    if found.is_hidden() and not found.input_value() and other.count():
        other.click()
    return found


def choice(page: Page, words: str) -> Locator:
    """
    Return the choice whose words match, on its screen.
    """
    page.evaluate("() => document.querySelector('guide-letter').ready()")
    found = page.locator(".guide-letter__choice > label", has_text=re.compile(words)).first
    return show(page, page.locator(f'[id="{found.get_attribute("for")}"]'))


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def fill_all(page: Page, text: str) -> None:
    """
    Type a text into each field of the open letter that shows on its screen, but the days.
    """
    page.evaluate("() => document.querySelector('guide-letter').ready()")
    for found in page.locator(".guide-letter__form :is(input:not([type=date], [type=checkbox]), textarea)").all():
        if show(page, found).is_visible():
            found.fill(text)
            found.press("Enter")


def check_all(page: Page) -> None:
    """
    Make each choice of the open letter; of alternatives the last one stays.
    """
    page.evaluate("() => document.querySelector('guide-letter').ready()")
    for box in page.locator(".guide-letter__form input[type=checkbox]").all():
        show(page, box).check()


def leave(page: Page) -> None:
    """
    Go back to the page on which the form began.
    """
    page.evaluate("history.state?.depth && history.go(-history.state.depth)")
    expect(page.locator("html")).not_to_have_attribute("data-task", "letter")


def check(page: Page) -> None:
    """
    Go to the last look at the letter: what is open.
    """
    page.evaluate("() => document.querySelector('guide-letter').work.task.act('review')")


def finish(page: Page) -> None:
    """
    Go to the end, where the letter is ready.
    """
    check(page)
    form(page).get_by_role("button", name=re.compile("is done")).click()
