"""
What a parent keeps, with two tabs open and with the Back button, in a browser that brings pages back whole.
"""

import json
import re

import pytest
from chromium import ARGUMENTS, launch_arguments
from filled import LETTERS, kept_in
from playwright.sync_api import expect
from tracker import PAGE as TRACKER
from tracker import add, promise, row, session
from tracker import keep as put
from tracker import kept as kept_of

REQUEST = LETTERS["mediation-request"]
INVITE = LETTERS["mediation-invite-district"]
LIST = "checklists/week-before.html"
SAVED = "track/saved-work.html"
NAME, CHILD, STORY = "Pat Quixote", "Zebulon Quixote", "A long story of how you send it"
ITEM, OTHER = "Send the names of your helpers", "Confirm the interpreter or access help"


@pytest.fixture(scope="module")
def browser(browser_type, browser_type_launch_args):
    """
    The whole browser, with its back-forward cache.
    """
    browser = browser_type.launch(**{**browser_type_launch_args, **launch_arguments(whole=True)})
    yield browser
    browser.close()


@pytest.fixture
def context(context):
    """
    Each page knows if it was brought back whole.
    """
    context.add_init_script("addEventListener('pageshow', event => { window.cameBackWhole = event.persisted })")
    return context


@pytest.fixture
def tab(context, address):
    """
    Open a page of the guide in a new tab. The browser's own question on leaving is answered "leave".
    """
    def open_tab(path: str):
        page = context.new_page()
        page.on("dialog", lambda question: question.accept())
        page.goto(address + path)
        return page
    return open_tab


def field(page, label: str):
    return page.get_by_label(label, exact=True)


def write(page, label: str, text: str):
    """
    Type into a field, and leave it.
    """
    field(page, label).fill(text)
    field(page, label).blur()


def press(page, name: str):
    page.get_by_role("button", name=re.compile(f"^{name}")).filter(visible=True).click()


def keep(page, answer: str = "Keep on this device"):
    """
    Answer the question what to keep, asked already or not.
    """
    if not page.get_by_role("group", name=re.compile("^Keep your")).is_visible():
        page.get_by_role("button", name=re.compile("^Keep my|^Kept until")).click()
    page.get_by_role("group", name=re.compile("^Keep your")).get_by_role("button", name=re.compile(f"^{answer}")).click()


def go(page, path: str):
    """
    Go on to a page of the guide by a click on a link.
    """
    page.evaluate("""path => {
      const link = Object.assign(document.createElement("a"), { href: new URL("../" + path, location), textContent: "Go on" })
      document.querySelector("main").append(link)
    }""", path)
    page.get_by_role("link", name="Go on", exact=True).click()
    page.wait_for_url(f"**/{path}")


def back(page, path: str, *, forward: bool = False):
    """
    Press Back, and be at a page that was brought back whole.
    """
    # Such a page does not load again.
    (page.go_forward if forward else page.go_back)(wait_until="commit")
    page.wait_for_url(f"**/{path}", wait_until="commit")
    assert page.evaluate("window.cameBackWhole")


def answers(page) -> dict:
    return kept_in(page)["parts"]["answers"]["work"]


# ---------- An older page does not overwrite what is kept


def test_back_and_forward_between_two_letters_loses_nothing(tab):
    """
    The name of letter 1, the child's of letter 2: after Back and Forward, nothing typed, both are kept and both show.
    """
    page = tab(REQUEST)
    write(page, "Your name", NAME)
    keep(page)
    go(page, INVITE)
    write(page, "Child's name", CHILD)
    back(page, REQUEST)
    expect(field(page, "Child's name")).to_have_value(CHILD)
    expect(page.get_by_role("region", name="Request for state mediation")).to_contain_text(CHILD)
    back(page, INVITE, forward=True)

    assert {"parent-name": NAME, "child-name": CHILD} == answers(page)["fields"]
    expect(field(page, "Child's name")).to_have_value(CHILD)


@pytest.mark.parametrize("then", ["type", "leave"])
def test_two_letters_in_two_tabs_keep_what_both_wrote(then, tab):
    """
    The child's name, kept in B, stays when something is typed in the older A, or A is only left.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a)
    b = tab(INVITE)
    write(b, "Child's name", CHILD)
    expect(field(a, "Child's name")).to_have_value(CHILD)
    if then == "type":
        write(a, "School", "Sample Elementary")
    go(a, SAVED)

    assert {"parent-name": NAME, "child-name": CHILD} == {key: answers(b)["fields"].get(key) for key in ("parent-name", "child-name")}
    assert (then == "type") == ("Sample Elementary" in json.dumps(answers(b)))


def test_the_same_letter_in_two_tabs_keeps_the_story_of_the_closed_one(tab):
    """
    B writes the story and is closed; A, where a name was typed before, shows it and does not overwrite it when it is left.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a)
    b = tab(REQUEST)
    write(b, "How you send it", STORY)
    b.get_by_role("checkbox", name="online or by phone").check()
    b.close()
    expect(field(a, "How you send it")).to_have_value(STORY)
    expect(a.get_by_role("form").get_by_role("checkbox", name="online or by phone")).to_be_checked()
    go(a, SAVED)

    mine = answers(a)["letters"]["mediation-request"]
    assert STORY in mine["fields"].values() and NAME == answers(a)["fields"]["parent-name"]
    assert True in mine["choices"].values()


def test_what_is_being_typed_stays_when_another_tab_writes(tab):
    """
    Half a sentence in A is not taken away, while the other fields follow B; both are kept in the end, and so is what B emptied.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    write(a, "Grade", "grade 3")
    keep(a)
    field(a, "How you send it").fill("Half")
    b = tab(REQUEST)
    write(b, "How you send it", "by fax")
    write(b, "Child's name", CHILD)
    write(b, "Grade", "")
    expect(field(a, "Child's name")).to_have_value(CHILD)
    expect(field(a, "Grade")).to_have_value("")
    expect(field(a, "How you send it")).to_have_value("Half")
    field(a, "How you send it").blur()

    expect(field(b, "How you send it")).to_have_value("Half")
    assert {"parent-name": NAME, "child-name": CHILD} == answers(a)["fields"]


def test_what_this_tab_keeps_for_itself_stays_apart(tab):
    """
    "Only until this tab closes" holds, also when another tab keeps its answers on the device.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a, "Only until this tab closes")
    b = tab(INVITE)
    write(b, "Child's name", CHILD)
    keep(b)
    write(a, "Grade", "grade 3")
    a.reload()

    expect(field(a, "Your name")).to_have_value(NAME)
    assert {"child-name": CHILD} == answers(b)["fields"]


def test_a_tracker_in_two_tabs_keeps_the_promises_of_both(tab):
    """
    The first kept, the second added in B, the third in A: all three are kept, each with a number of its own.
    """
    a = tab(TRACKER)
    add(a, "First")
    keep(a)
    b = tab(TRACKER)
    press(a, "Add a promise")
    add(b, "Second")
    expect(row(a, "Second")).to_be_visible()
    a.get_by_label("Words of the agreement").fill("Third")
    press(a, "Add the promise")

    expect(row(b, "Third")).to_be_visible()
    assert [("First", 1), ("Second", 2), ("Third", 3)] == [(one["words"], one["number"]) for one in kept_of(a)["promises"]]


def test_a_page_of_the_tracker_that_comes_back_deletes_nothing_but_what_is_deleted(tab):
    """
    A session logged on a page further on, and a promise added there, stay; what is deleted after Back goes, and Undo brings
    only that back.
    """
    page = tab(TRACKER)
    service = promise(1, "Speech", kind="week", minutes="30", times="2", **{"from": "2026-11-02"}, log=[session("2026-11-03")])
    put(page, service, promise(2, "Logs"))
    go(page, SAVED)
    go(page, TRACKER)
    press(page, "Log a session: Speech")
    press(page, "Log the session")
    add(page, "Added")
    back(page, SAVED)
    back(page, TRACKER)
    expect(row(page, "Added")).to_be_visible()
    press(page, "Change: Logs")
    press(page, "Delete this promise")
    assert {"Speech": 2, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(page)["promises"]}
    press(page, "Undo")

    assert {"Speech": 2, "Logs": 0, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(page)["promises"]}


def test_promises_without_a_name_of_their_own_do_not_double(tab):
    """
    Promises of a file made by hand have no id; changed twice, each is there once.
    """
    page = tab(TRACKER)
    nameless = [{key: value for key, value in promise(n, words).items() if key != "id"} for n, words in ((1, "Logs"), (2, "Review"))]
    put(page, *nameless)
    for text in ("Twice", "Thrice"):
        press(page, "Change: Logs")
        page.get_by_role("textbox", name="Where it stands in the agreement").fill(text)
        press(page, "Change the promise")

    assert [("Logs", "Thrice"), ("Review", "")] == sorted((one["words"], one["item"]) for one in kept_of(page)["promises"])


def test_undo_of_a_deletion_keeps_what_another_tab_did_meanwhile(tab):
    """
    A deletes a promise, B logs a session and adds one; Undo in A brings back the deleted one, and nothing is lost.
    """
    a = tab(TRACKER)
    put(a, promise(1, "Speech", kind="week", minutes="30", times="2", **{"from": "2026-11-02"}), promise(2, "Logs"))
    b = tab(TRACKER)
    press(a, "Change: Logs")
    press(a, "Delete this promise")
    expect(row(b, "Logs")).to_have_count(0)
    press(b, "Log a session: Speech")
    press(b, "Log the session")
    add(b, "Added")
    expect(row(a, "Added")).to_be_visible()
    press(a, "Undo")

    assert {"Speech": 1, "Logs": 0, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(a)["promises"]}


def test_a_form_of_a_promise_that_another_tab_deleted_keeps_what_was_typed(tab):
    """
    The form stays open, and saving it brings the promise back with it.
    """
    a = tab(TRACKER)
    put(a, promise(1, "Logs"), promise(2, "Review"))
    b = tab(TRACKER)
    press(a, "It was missed: Logs")
    a.get_by_label("What happened?").fill("No log came home")
    press(b, "Change: Logs")
    press(b, "Delete this promise")
    expect(row(a, "Logs")).to_have_count(0)
    expect(a.get_by_label("What happened?")).to_have_value("No log came home")
    a.get_by_role("button", name="Done", exact=True).click()

    expect(row(a, "Logs")).to_contain_text("No log came home")
    assert {"Logs", "Review"} == {one["words"] for one in kept_of(a)["promises"]}


def test_a_file_opened_meanwhile_is_there_after_back(tab, tmp_path):
    """
    Tracker, open a saved file, Back, add a promise: those of the file and the new one are kept.
    """
    page = tab(TRACKER)
    add(page, "Mine")
    keep(page)
    file = tmp_path / "work.json"
    file.write_text(json.dumps({"version": 2, "parts": {"tracker": {"kept": "2026-11-24", "work": {
        "signed": "", "promises": [promise(1, "Of the file"), promise(2, "Of the file too")], "unread": []}}}}))
    go(page, SAVED)
    page.get_by_label("Choose the file").set_input_files(file)
    press(page, "Keep on this device")
    expect(page.get_by_text("The file is open.")).to_be_visible()
    back(page, TRACKER)
    expect(row(page, "Of the file too")).to_be_visible()
    add(page, "New")

    assert {"Of the file", "Of the file too", "New"} == {one["words"] for one in kept_of(page)["promises"]}


def test_a_checklist_in_two_tabs_keeps_the_ticks_of_both(tab):
    """
    A tick in each tab: both are kept and both show; one taken away is gone in both; Undo of clearing keeps the other's tick.
    """
    a = tab(LIST)
    a.get_by_role("checkbox", name=ITEM).check()
    keep(a)
    b = tab(LIST)
    b.get_by_role("checkbox", name=OTHER).check()
    expect(a.get_by_role("checkbox", name=OTHER)).to_be_checked()
    third = a.get_by_role("checkbox").nth(3)
    third.check()
    assert 3 == len(kept_of(a, "ticks")["week-before"])
    b.get_by_role("checkbox", name=ITEM).uncheck()
    expect(a.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    press(a, "Clear all ticks")
    expect(b.get_by_role("checkbox", name=OTHER)).not_to_be_checked()
    b.get_by_role("checkbox", name=ITEM).check()
    expect(a.get_by_role("checkbox", name=ITEM)).to_be_checked()
    press(a, "Undo")

    expect(b.get_by_role("checkbox", name=OTHER)).to_be_checked()
    assert 3 == len(kept_of(a, "ticks")["week-before"])


def test_the_browsers_own_memory_of_a_field_does_not_overwrite_what_is_kept(launch_browser, address):
    """
    Without the back-forward cache: the name changed in letter 2 shows in letter 1 after Back, though the browser remembers the
    old one there; it stays after leaving.
    """
    other = launch_browser(args=[*ARGUMENTS, "--disable-back-forward-cache"])
    page = other.new_page()
    page.goto(address + REQUEST)
    write(page, "Your name", "Old")
    keep(page)
    go(page, INVITE)
    write(page, "Your name", NAME)
    page.go_back()
    expect(field(page, "Your name")).to_have_value(NAME)
    page.go_forward()
    expect(field(page, "Your name")).to_have_value(NAME)

    assert {"parent-name": NAME} == answers(page)["fields"]
    other.close()


# ---------- What is not kept does not come back


def assert_empty(page):
    """
    No field of the letter's form and no word of its sheet holds what was typed.
    """
    expect(field(page, "Your name")).to_have_value("")
    expect(field(page, "Child's name")).to_have_value("")
    expect(page.get_by_role("region", name="Request for state mediation")).not_to_contain_text("Quixote")


@pytest.mark.parametrize("cached", [True, False])
def test_a_letter_that_is_not_kept_does_not_come_back(cached, tab, launch_browser, address):
    """
    Names typed, "Do not keep", Back: the form and the sheet are empty, also where the browser has put fields into its history.
    """
    other = None if cached else launch_browser(args=[*ARGUMENTS, "--disable-back-forward-cache"])
    page = tab(REQUEST) if cached else other.new_page()
    page.goto(address + REQUEST)
    field(page, "Your name").fill(NAME)
    field(page, "Child's name").fill(CHILD)
    field(page, "Your phone").fill("573-555-0100")
    page.get_by_role("link", name="Invite the district to mediate").click()
    page.get_by_role("dialog", name="Keep what you typed?").get_by_role("button", name="Do not keep").click()
    page.wait_for_url(f"**/{INVITE}")
    if cached:
        back(page, REQUEST)
    else:
        page.go_back()
        page.wait_for_url(f"**/{REQUEST}")

    assert_empty(page)
    expect(field(page, "Your phone")).to_have_value("")
    field(page, "Your name").fill("New")
    page.get_by_role("link", name="Invite the district to mediate").click()
    expect(page.get_by_role("dialog", name="Keep what you typed?")).to_be_visible()
    if other:
        other.close()


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
    page.go_back(wait_until="commit")
    page.wait_for_url(f"**/{SAVED}", wait_until="commit")
    back(page, REQUEST, forward=True)

    assert_empty(page)


def test_a_letter_copied_by_hand_does_not_come_back_in_its_box(tab):
    """
    The text that was shown to be copied, and the link that went to the mail app, are empty after "Do not keep" and Back.
    """
    page = tab(REQUEST)
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    field(page, "Child's name").fill(CHILD)
    keep(page, "Do not keep")
    press(page, "E-mail")
    page.get_by_role("link", name="Open my mail app").evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    page.get_by_role("link", name="Open my mail app").click()
    press(page, "Copy the text")
    expect(page.get_by_label("The text of your letter")).to_have_value(re.compile(CHILD))
    go(page, SAVED)
    back(page, REQUEST)

    assert_empty(page)
    expect(page.get_by_label("The text of your letter")).to_be_hidden()
    assert "Quixote" not in page.evaluate("""() => [...document.querySelectorAll("input, textarea, a")].map(one => one.value || one.href).join() + document.body.textContent""")


def test_what_was_erased_does_not_come_back(tab):
    """
    Kept, erased on the page of saved work, Back: the letter, the tracker and the checklist are empty, and leaving does not keep them anew.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    write(page, "Your name", NAME)
    keep(page)
    go(page, TRACKER)
    add(page, "First")
    keep(page)
    press(page, "Change: First")
    go(page, LIST)
    page.get_by_role("checkbox", name=ITEM).check()
    keep(page)
    go(page, SAVED)
    expect(page.get_by_text(CHILD)).to_be_visible()
    press(page, "Erase everything")
    back(page, LIST)
    expect(page.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    back(page, TRACKER)
    expect(page.get_by_text("No promise is here yet.")).to_be_visible()
    expect(page.get_by_label("Words of the agreement")).to_have_count(0)
    back(page, REQUEST)
    assert_empty(page)
    back(page, TRACKER, forward=True)

    assert [] == page.evaluate("Object.keys(localStorage)")


def test_erasing_cannot_be_undone_after_the_page_was_left(tab):
    """
    Erase, go on, Back: no Undo, no name on the page, and nothing in the store.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    go(page, SAVED)
    press(page, "Erase everything")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    go(page, "index.html")
    back(page, SAVED)

    expect(page.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert CHILD not in page.get_by_role("main").evaluate("main => main.textContent")
    assert [] == page.evaluate("Object.keys(localStorage)")


def test_undo_ends_after_a_minute(page, address):
    """
    For a minute what was erased can be brought back, and then no longer; the keyboard goes on at the button before it.
    """
    page.clock.install()
    page.goto(address + REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    page.goto(address + SAVED)
    press(page, "Erase everything")
    page.clock.fast_forward(59_000)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.get_by_role("button", name="Undo").focus()
    page.clock.fast_forward(2_000)

    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    expect(page.get_by_role("button", name="Erase everything")).to_be_focused()


def test_the_page_of_saved_work_shows_no_names_that_were_not_to_be_kept(tab):
    """
    Seen there, then "Do not keep" in the letter, Back: the names are gone from that page too, and a file that was chosen is forgotten.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    go(page, SAVED)
    expect(page.get_by_text(CHILD)).to_be_visible()
    page.get_by_label("Choose the file").set_input_files({"name": "work.json", "mimeType": "application/json", "buffer": json.dumps(
        {"version": 2, "parts": {"tracker": {"kept": "2026-11-24", "work": {"promises": []}}}}).encode()})
    expect(page.get_by_role("group", name="Where should it be kept?")).to_be_visible()
    go(page, REQUEST)
    keep(page, "Do not keep")
    back(page, SAVED)

    expect(page.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    expect(page.get_by_text(CHILD)).to_have_count(0)
    expect(page.get_by_role("group", name="Where should it be kept?")).to_be_hidden()


def test_ticks_that_are_not_kept_do_not_come_back(tab):
    """
    A checklist with "Do not keep" begins anew after Back, and asks again.
    """
    page = tab(LIST)
    page.get_by_role("checkbox", name=ITEM).check()
    keep(page, "Do not keep")
    press(page, "Clear all ticks")
    press(page, "Undo")
    press(page, "Clear all ticks")
    go(page, SAVED)
    back(page, LIST)

    expect(page.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)
    page.get_by_role("checkbox", name=ITEM).check()
    expect(page.get_by_role("group", name="Keep your ticks?")).to_be_visible()


def test_promises_that_are_not_kept_do_not_come_back(tab):
    """
    Promises, a half-filled form and the date of a tracker with "Do not keep" are gone after Back.
    """
    page = tab(TRACKER)
    write(page, "Date of the agreement", "2026-11-20")
    add(page, "First")
    keep(page, "Do not keep")
    press(page, "Add a promise")
    page.get_by_label("Words of the agreement").fill("Half")
    go(page, SAVED)
    back(page, TRACKER)

    expect(page.get_by_text("No promise is here yet.")).to_be_visible()
    expect(page.get_by_label("Words of the agreement")).to_have_count(0)
    expect(field(page, "Date of the agreement")).to_have_value("")


def test_what_was_kept_nowhere_is_not_mixed_into_what_was_kept_later(tab):
    """
    "Do not keep" in letter 1, "Keep on this device" in letter 2, Back: letter 1 shows what is kept, and not what it was told to forget.
    """
    page = tab(REQUEST)
    write(page, "Child's name", CHILD)
    keep(page, "Do not keep")
    go(page, INVITE)
    write(page, "Your name", NAME)
    keep(page)
    back(page, REQUEST)
    expect(field(page, "Your name")).to_have_value(NAME)
    expect(field(page, "Child's name")).to_have_value("")
    back(page, INVITE, forward=True)

    assert {"parent-name": NAME} == answers(page)["fields"]


def test_answers_of_the_helper_do_not_come_back(tab):
    """
    After Back the helper asks its first question, with nothing chosen.
    """
    page = tab("which-route.html")
    first = page.locator("guide-route-helper").get_by_role("heading", level=3).inner_text()
    page.get_by_role("radio", name="None of these").check()
    press(page, "Continue")
    page.get_by_role("radio", name="An IEP").check()
    press(page, "Continue")
    page.get_by_role("banner").get_by_role("link").first.click()
    page.wait_for_url("**/index.html")
    back(page, "which-route.html")

    expect(page.locator("guide-route-helper").get_by_role("heading", level=3)).to_have_text(first)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_text("An IEP. Change")).to_have_count(0)


def test_a_date_and_answers_that_are_kept_nowhere_do_not_come_back(tab):
    """
    The first day of a plan, the answers of a review and the day of a time limit: each page begins anew after Back.
    """
    page = tab("plans/ten-days-after-a-notice.html")
    start = page.get_by_label("Meeting, printed date or day it came, whichever is earliest")
    start.fill("2026-11-20")
    go(page, "checklists/evaluate-the-agreement.html")
    page.get_by_role("radio", name="No", exact=True).first.check()
    go(page, "reference/time-limits.html")
    page.get_by_label("What happened?").select_option(index=1)
    page.get_by_label(re.compile("day", re.I)).and_(page.locator("input[type=date]")).fill("2026-11-20")
    press(page, "Show my dates")
    go(page, SAVED)
    back(page, "reference/time-limits.html")
    expect(page.get_by_label("What happened?")).to_have_value("")
    expect(page.get_by_text("Counted from")).to_be_hidden()
    back(page, "checklists/evaluate-the-agreement.html")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_text("Answer the points above.")).to_be_visible()
    back(page, "plans/ten-days-after-a-notice.html")

    expect(start).to_have_value("")
    expect(page.get_by_role("button", name="Put these days into my calendar")).to_be_hidden()


# ---------- Erased in another tab


def test_erasing_in_another_tab_empties_the_open_page(tab):
    """
    The letter is empty but for what is being typed, the tracker and the checklist are empty; Undo there brings all back here.
    """
    letter, tracker, ticks = tab(REQUEST), tab(TRACKER), tab(LIST)
    write(letter, "Your name", NAME)
    write(letter, "Child's name", CHILD)
    keep(letter)
    add(tracker, "First")
    keep(tracker)
    ticks.get_by_role("checkbox", name=ITEM).check()
    keep(ticks)
    field(letter, "How you send it").fill("Half")
    other = tab(SAVED)
    press(other, "Erase everything")

    assert_empty(letter)
    expect(field(letter, "How you send it")).to_have_value("Half")
    expect(letter.get_by_role("button", name="Keep my answers on this device")).to_be_visible()
    expect(tracker.get_by_text("No promise is here yet.")).to_be_visible()
    expect(ticks.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    press(other, "Undo")
    expect(field(letter, "Child's name")).to_have_value(CHILD)
    expect(row(tracker, "First")).to_be_visible()
    expect(ticks.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_what_was_typed_after_an_erase_is_asked_for_again(tab):
    """
    Who had answered before the erase is asked anew, for what they type now.
    """
    page = tab(REQUEST)
    write(page, "Your name", NAME)
    keep(page)
    press(tab(SAVED), "Erase everything")
    assert_empty(page)
    field(page, "Child's name").fill(CHILD)
    page.get_by_role("link", name="Invite the district to mediate").click()

    expect(page.get_by_role("dialog", name="Keep what you typed?")).to_be_visible()


# ---------- Asked before it is lost


def test_promises_warn_while_the_question_is_folded_away(page, address):
    """
    Who folds the question away without an answer is warned by the browser; who answered "Do not keep" is not.
    """
    asked = []
    page.on("dialog", lambda question: (asked.append(question.type), question.accept()))
    page.goto(address + TRACKER)
    add(page, "First")
    press(page, "Keep my promises on this device")
    expect(page.get_by_role("group", name="Keep your promises?")).to_be_hidden()
    page.reload()
    assert ["beforeunload"] == asked
    add(page, "First")
    keep(page, "Do not keep")
    page.reload()

    assert ["beforeunload"] == asked
