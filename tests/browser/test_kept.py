"""
What a parent keeps, with the Back button, in a browser that brings pages back whole.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from chromium import ARGUMENTS
from helper_ways import history_has
from kept_work import (
    CHILD,
    INVITE,
    ITEM,
    LIST,
    NAME,
    REQUEST,
    SAVED,
    answers,
    assert_empty,
    back,
    erase,
    field,
    go,
    keep,
    press,
    write,
)
from letter_form import leave
from tracker import PAGE as TRACKER
from tracker import add, log, promise, remove, row, session
from tracker import keep as put
from tracker import kept as kept_of

# What the helper asks after these two answers.
THIRD = "What's wrong with the 504 plan?"


@pytest.fixture(scope="module")
def browser(whole_browser):
    """
    The whole browser, with its back-forward cache.
    """
    return whole_browser


@pytest.fixture
def forgetful(launch_browser, address):
    """
    The letter in a browser that brings no page back whole: after Back it loads anew, and the browser fills in what it remembers.
    """
    other = launch_browser(args=[*ARGUMENTS, "--disable-back-forward-cache"])
    page = other.new_page()
    page.goto(address + REQUEST)
    yield page
    other.close()


# ---------- An older page does not overwrite what is kept


def test_a_page_of_the_tracker_that_comes_back_deletes_nothing_but_what_is_deleted(tab):
    """
    A session logged on a page further on, and a promise added there, stay; what is deleted after Back goes, and Undo brings
    only that back.
    """
    page = tab(TRACKER)
    service = promise(
        1, "Speech", kind="week", minutes="30", times="2", **{"from": "2026-11-02"}, log=[session("2026-11-03")]
    )
    put(page, service, promise(2, "Logs"))
    go(page, SAVED)
    go(page, TRACKER)
    log(page, "Speech", "60")
    add(page, "Added")
    back(page, SAVED)
    back(page, TRACKER)
    expect(row(page, "Added")).to_be_visible()
    remove(page, "Logs")
    assert {"Speech": 2, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(page)["promises"]}
    press(page, "Undo")

    assert {"Speech": 2, "Logs": 0, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(page)["promises"]}


def test_the_browsers_own_memory_of_a_field_does_not_overwrite_what_is_kept(forgetful):
    """
    The name changed in letter 2 shows in letter 1 after Back, though the browser remembers the
    old one there; it stays after leaving.
    """
    page = forgetful
    write(page, "Your name", "Old")
    keep(page)
    go(page, INVITE)
    write(page, "Your name", NAME)
    page.go_back()
    expect(field(page, "Your name")).to_have_value(NAME)
    page.go_forward()
    expect(field(page, "Your name")).to_have_value(NAME)

    assert {"parent-name": NAME} == answers(page)["fields"]


# ---------- What is not kept does not come back


def test_a_letter_that_is_not_kept_does_not_come_back_from_the_history(forgetful):
    """
    Names typed, "Don't keep", Back: the form and the sheet are empty, though the browser has put fields into its history.
    """
    page = forgetful
    field(page, "Your name").fill(NAME)
    field(page, "Child's name").fill(CHILD)
    field(page, "Your phone").fill("573-555-0100")
    leave(page)
    page.get_by_role("link", name="Invite the district to mediate").click()
    page.get_by_role("dialog", name="Keep what you typed?").get_by_role("button", name="Don't keep").click()
    page.wait_for_url(f"**/{INVITE}")
    page.go_back()
    page.wait_for_url(f"**/{REQUEST}")

    assert_empty(page)
    expect(field(page, "Your phone")).to_have_value("")
    field(page, "Your name").fill("New")
    leave(page)
    page.get_by_role("link", name="Invite the district to mediate").click()
    expect(page.get_by_role("dialog", name="Keep what you typed?")).to_be_visible()


def test_words_that_a_browser_asked_nothing_about_are_there_after_back(page, context, address):
    """
    Some phones ask nothing when one goes back. A letter that was left so, by a slip, is still there.
    """
    context.add_init_script("addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)")
    page.goto(address + SAVED)
    go(page, REQUEST)
    field(page, "Child's name").fill(CHILD)
    back(page, SAVED)
    back(page, REQUEST, forward=True)

    expect(field(page, "Child's name")).to_have_value(CHILD)
    expect(page.get_by_role("region", name="Request for state mediation")).to_contain_text(CHILD)


def test_words_that_the_browser_asked_about_do_not_come_back(tab):
    """
    Who was warned by the browser's own question and left all the same finds an empty letter after Back.
    """
    page = tab(SAVED)
    go(page, REQUEST)
    field(page, "Child's name").fill(CHILD)
    leave(page)
    page.go_back(wait_until="commit")
    page.wait_for_url(f"**/{SAVED}", wait_until="commit")
    back(page, REQUEST, forward=True)

    assert_empty(page)


def test_a_letter_copied_by_hand_does_not_come_back_in_its_box(tab):
    """
    The text that was shown to be copied, and the link that went to the mail app, are empty after "Don't keep" and Back.
    """
    page = tab(REQUEST)
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    field(page, "Child's name").fill(CHILD)
    keep(page, "Don't keep")
    press(page, "E-mail")
    page.get_by_role("link", name="Open my mail app").evaluate(
        "link => link.addEventListener('click', event => event.preventDefault())"
    )
    page.get_by_role("link", name="Open my mail app").click()
    press(page, "Copy text")
    expect(page.get_by_label("The text of your letter")).to_have_value(re.compile(CHILD))
    go(page, SAVED)
    back(page, REQUEST)

    assert_empty(page)
    expect(page.get_by_label("The text of your letter")).to_be_hidden()
    assert "Quixote" not in page.evaluate(
        """() => [...document.querySelectorAll("input, textarea, a")].map(one => one.value || one.href).join() + document.body.textContent"""
    )


def test_erasing_cannot_be_undone_after_the_page_was_left(tab):
    """
    Erase, go on, Back: no Undo, no name on the page, and nothing in the store.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    go(page, SAVED)
    erase(page)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    go(page, "index.html")
    back(page, SAVED)

    expect(page.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert CHILD not in page.get_by_role("main").evaluate("main => main.textContent")
    assert [] == page.evaluate("Object.keys(localStorage)")


def test_the_page_of_saved_work_shows_no_names_that_were_not_to_be_kept(tab):
    """
    Seen there, then "Don't keep" in the letter, Back: the names are gone from that page too, and a file that was chosen is forgotten.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    go(page, SAVED)
    expect(page.get_by_text(CHILD)).to_be_visible()
    page.get_by_label("Choose the file").set_input_files(
        {
            "name": "work.json",
            "mimeType": "application/json",
            "buffer": json.dumps(
                {"version": 2, "parts": {"tracker": {"kept": "2026-11-24", "work": {"promises": []}}}}
            ).encode(),
        }
    )
    expect(page.get_by_role("group", name="Where should it be kept?")).to_be_visible()
    go(page, REQUEST)
    keep(page, "Don't keep")
    back(page, SAVED)

    expect(page.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    expect(page.get_by_text(CHILD)).to_have_count(0)
    expect(page.get_by_role("group", name="Where should it be kept?")).to_be_hidden()


def test_ticks_that_are_not_kept_do_not_come_back(tab):
    """
    A checklist with "Don't keep" begins anew after Back, and asks again.
    """
    page = tab(LIST)
    page.get_by_role("checkbox", name=ITEM).check()
    keep(page, "Don't keep")
    press(page, "Clear all checks")
    press(page, "Undo")
    press(page, "Clear all checks")
    go(page, SAVED)
    back(page, LIST)

    expect(page.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)
    page.get_by_role("checkbox", name=ITEM).check()
    expect(page.get_by_role("group", name="Keep your checkmarks?")).to_be_visible()


def test_what_was_kept_nowhere_is_not_mixed_into_what_was_kept_later(tab):
    """
    "Don't keep" in letter 1, "Keep on this device" in letter 2, Back: letter 1 shows what is kept, and not what it was told to forget.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page, "Don't keep")
    go(page, INVITE)
    write(page, "Your name", NAME)
    keep(page)
    back(page, REQUEST)
    expect(page.locator("[name=parent-name]")).to_have_value(NAME)
    expect(page.locator("[name=child-name]")).to_have_value("")
    back(page, INVITE, forward=True)

    assert {"parent-name": NAME} == answers(page)["fields"]


def answer_two(page):
    """
    Answer the first two questions of the helper, and be at the third; return its heading, and what it asked first.
    """
    helper = page.locator("guide-route-helper")
    heading = helper.get_by_role("heading", level=2).first
    first = heading.inner_text()
    helper.get_by_role("button", name="None of these").click()
    helper.get_by_role("button", name="A 504 plan").click()
    expect(heading).to_have_text(THIRD)
    history_has(page, 2)
    return heading, first


def test_answers_of_the_helper_outlive_a_reload(tab):
    """
    A reload goes on where it ended, also on a result with its days; its Back leads to the question before. The same
    page opened anew asks the first question.
    """
    page = tab("which-route.html")
    heading, first = answer_two(page)
    page.reload()
    expect(heading).to_have_text(THIRD)
    page.locator("guide-route-helper").get_by_role("button", name="Back").click()
    expect(heading).not_to_have_text(THIRD)
    expect(heading).not_to_have_text(first)
    page.goto(page.url)

    expect(heading).to_have_text(first)
    page.reload()
    expect(heading).to_have_text(first)


def test_answers_written_late_are_no_answers_of_the_next_page(tab):
    """
    A page may be put away after the next one has begun: what it then writes, a reload of the next one doesn't take.
    """
    page = tab("which-route.html")
    helper = page.url
    heading, first = answer_two(page)
    go(page, SAVED)
    written = page.evaluate("sessionStorage.getItem('guide:/guide/:helper')")
    page.goto(helper)
    page.add_init_script(f"sessionStorage.setItem('guide:/guide/:helper', {json.dumps(written)})")
    page.reload()
    page.evaluate("() => document.querySelector('guide-route-helper').ready()")

    expect(heading).to_have_text(first)


def test_days_given_to_the_helper_outlive_a_reload(tab):
    """
    The result is drawn again with the day that was given, and "Start again" forgets it: a reload then knows no answer.
    """
    page = tab("which-route.html")
    helper = page.locator("guide-route-helper")
    for name in ("I may be running out of time", "A child complaint"):
        helper.get_by_role("button", name=name).click()
    helper.get_by_label("The first time it happened").fill("2026-10-01")
    press(page, "Continue")
    heading = helper.get_by_role("heading", level=2).first
    expect(helper.get_by_text("October 1, 2026").first).to_be_attached()
    said = heading.inner_text()
    page.reload()
    expect(heading).to_have_text(said)
    expect(helper.get_by_text("October 1, 2026").first).to_be_attached()
    helper.locator(".guide-route__foot").get_by_role("button", name="Start again").click()
    page.reload()
    expect(heading).not_to_have_text(said)

    assert {} == page.evaluate("document.querySelector('guide-route-helper').answers")


def test_answers_of_the_helper_do_not_come_back_from_the_history(forgetful, address):
    """
    After Back the helper asks its first question, with nothing chosen.
    """
    page = forgetful
    page.goto(address + "which-route.html")
    heading, first = answer_two(page)
    go(page, SAVED)
    page.go_back()
    page.wait_for_url("**/which-route.html")

    expect(heading).to_have_text(first)
    expect(page.get_by_text("Your answers so far")).to_be_hidden()


def test_answers_of_the_helper_go_with_everything_else(tab):
    """
    "Erase everything" in another tab takes them from the open page, for a reload too.
    """
    page = tab("which-route.html")
    heading, first = answer_two(page)
    page.reload()
    expect(heading).to_have_text(THIRD)
    erase(tab(SAVED))
    expect(heading).to_have_text(first)
    page.reload()

    expect(heading).to_have_text(first)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        '{"answers": {"constructor": {"choice": "x"}}, "views": [{}], "viewIndex": 0}',
        '{"answers": {"__proto__": {}}, "views": [{"question": "toString"}], "viewIndex": 0}',
        '{"answers": {}, "views": [], "viewIndex": 7}',
    ],
)
def test_what_another_site_left_in_the_tab_is_no_answer(text, tab, complaints):
    """
    The helper asks its first question, and can be used.
    """
    page = tab("which-route.html")
    answer_two(page)
    page.add_init_script(f"sessionStorage.setItem('guide:/guide/:helper', {json.dumps(text)})")
    page.reload()
    answer_two(page)

    assert [] == complaints
