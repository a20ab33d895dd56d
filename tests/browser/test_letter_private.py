"""
What is typed into a letter stays with the parent: nothing is kept or sent before they say so.
"""

import re

import pytest
from playwright.sync_api import expect

from filled import LETTERS, page_key, parts_in
from letter_form import begin, choice, field, fill_all, finish
from letter_form import leave as leave_task

REQUEST = LETTERS["mediation-request"]
INVITE = LETTERS["mediation-invite-district"]
NAME = "Zebulon Quixote"
STORES = "[localStorage, sessionStorage].flatMap(store => Object.entries(store))"


@pytest.fixture
def letter(page, address):
    """
    The request for mediation with a name in it.
    """
    page.goto(address + REQUEST)
    begin(page)
    field(page, "Child's name").fill(NAME)
    return page


def dialog(page):
    return page.get_by_role("dialog", name="Keep what you typed?")


def leave(page):
    """
    Go back to the letter's page, and on to the next one.
    """
    leave_task(page)
    page.get_by_role("link", name="Invite the district to mediate").click()


def keep(page, answer: str):
    page.get_by_role("button", name=re.compile("^Keep my answers|^Kept until")).click()
    page.get_by_role("group", name="Keep your answers?").get_by_role("button", name=re.compile(f"^{answer}")).click()


def test_nothing_is_kept_and_nothing_sent_unasked(page, address, asked, context):
    """
    A whole letter typed, taken along in every way, and left: no store holds a word of it, and no request carries one.
    """
    page.goto(address + REQUEST)
    bodies: list[str] = []
    context.on("request", lambda request: bodies.append(f"{request.url} {request.post_data or ''} {request.headers}"))
    fill_all(page, NAME)
    finish(page)
    for name in ("Word file", "Text file"):
        with page.expect_download():
            page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Copy text").click()
    found = page.evaluate(STORES)
    leave(page)
    dialog(page).get_by_role("button", name="Don't keep").click()
    page.wait_for_url("**/mediation-invite-district.html")

    assert ([], []) == (found, page.evaluate(STORES))
    assert [] == [sent for sent in [*asked, *bodies] if re.search("Zebulon|Quixote", sent)]


def test_reading_a_letter_and_leaving_asks_nothing(page, address):
    """
    Who typed nothing goes on without a question.
    """
    page.goto(address + REQUEST)
    leave(page)

    page.wait_for_url("**/mediation-invite-district.html")


@pytest.mark.parametrize(
    "answer, store", [("Keep on this device", "localStorage"), ("Only until this tab closes", "sessionStorage")]
)
def test_leaving_asks_and_keeps_where_the_parent_says(answer, store, letter):
    """
    A link leads on after the answer, and the names stand in the next letter; the other store has nothing.
    """
    leave(letter)
    dialog(letter).get_by_role("button", name=re.compile(f"^{answer}")).click()
    letter.wait_for_url("**/mediation-invite-district.html")
    expect(field(letter, "Child's name")).to_have_value(NAME)
    other = {"localStorage": "sessionStorage", "sessionStorage": "localStorage"}[store]

    assert NAME == parts_in(letter, store)["answers"]["work"]["fields"]["child-name"]
    assert [page_key(letter)] == letter.evaluate(f"Object.keys({store})") and [] == letter.evaluate(
        f"Object.keys({other})"
    )


def test_staying_keeps_the_page_and_asks_again(letter):
    """
    Escape and "Stay" close the question; the text is there, nothing is kept, and the next link asks anew.
    """
    leave(letter)
    letter.keyboard.press("Escape")
    expect(dialog(letter)).to_be_hidden()
    leave(letter)
    dialog(letter).get_by_role("button", name="Stay on this page").click()

    expect(field(letter, "Child's name")).to_have_value(NAME)
    assert [] == letter.evaluate(STORES)


def test_an_answer_is_asked_for_once(letter, address):
    """
    Who answered in the form is not asked when leaving.
    """
    keep(letter, "Don't keep")
    field(letter, "Child's name").fill("Sam Example")
    leave(letter)
    letter.wait_for_url("**/mediation-invite-district.html")

    assert [] == letter.evaluate(STORES)


def test_links_that_leave_nothing_ask_nothing(letter):
    """
    To a field, to a source, to a download or to the phone one goes without a question.
    """
    letter.get_by_role("region", name="Request for state mediation").get_by_role("link", name="Your name").first.click()
    leave_task(letter)
    letter.get_by_role("link", name=re.compile("^Source 1")).first.click()
    with letter.expect_download():
        letter.locator("guide-letter").get_by_role("link", name="Word", exact=True).click()

    expect(dialog(letter)).to_be_hidden()


def test_closing_the_tab_with_typed_words_warns(letter):
    """
    The browser asks in its own words, and no longer once the parent said what to keep.
    """
    warned = []
    letter.on("dialog", lambda question: (warned.append(question.type), question.accept()))
    letter.reload()
    field(letter, "Child's name").fill(NAME)
    keep(letter, "Don't keep")
    letter.reload()

    assert ["beforeunload"] == warned


def test_what_is_kept_is_there_again_with_its_choices(letter):
    """
    After a reload each answer and each choice stands as before, also a tick that was taken away.
    """
    choice(letter, "do not have to file").uncheck()
    choice(letter, "online or by phone").check()
    field(letter, "Date").fill("2026-11-24")
    keep(letter, "Keep on this device")
    field(letter, "Grade").fill("grade 3")
    letter.reload()

    expect(choice(letter, "do not have to file")).not_to_be_checked()
    expect(choice(letter, "online or by phone")).to_be_checked()
    expect(field(letter, "Date")).to_have_value("2026-11-24")
    expect(field(letter, "Grade")).to_have_value("grade 3")


@pytest.mark.parametrize(
    "kept, sentence",
    [
        ("{not JSON", "be read"),
        (
            '{"version":2,"parts":{"answers":{"kept":"2026-11-24","work":{"fields":{"child-name":7},"letters":{}}}}}',
            "be read",
        ),
        ('{"version":2,"parts":[]}', "be read"),
        ('{"version":3,"files":{"f0000000a":{"parts":[]}}}', "be read"),
        ('{"version":4,"files":{}}', "newer edition"),
    ],
)
def test_kept_work_that_cannot_be_read_is_told_and_left(kept, sentence, letter):
    """
    Changed by hand or from a newer edition: a sentence says so, the letter can be written, and what was kept is left.
    """
    key = page_key(letter)
    letter.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    letter.on("dialog", lambda question: question.accept())
    letter.reload()
    field(letter, "Child's name").fill(NAME)
    field(letter, "Grade").fill("grade 3")
    expect(letter.get_by_text(re.compile(sentence)).filter(visible=True)).to_be_visible()
    keep(letter, "Keep on this device")

    expect(letter.get_by_text(re.compile(sentence)).filter(visible=True)).to_be_visible()
    expect(field(letter, "Child's name")).to_have_value(NAME)
    assert kept == letter.evaluate("key => localStorage.getItem(key)", key)


@pytest.mark.parametrize(
    "broken",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });"
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
)
def test_a_browser_that_refuses_to_keep_is_told(broken, page, address):
    """
    With the store full or blocked, also when leaving: a sentence says so in view, the text stays, and the next link leads on.
    """
    page.add_init_script(broken)
    page.goto(address + REQUEST)
    begin(page)
    field(page, "Child's name").fill(NAME)
    leave(page)
    dialog(page).get_by_role("button", name=re.compile("^Keep on this device")).click()

    expect(page.get_by_text("This browser won't let the guide keep anything.").filter(visible=True)).to_be_in_viewport()
    expect(field(page, "Child's name")).to_have_value(NAME)
    leave(page)
    page.wait_for_url("**/mediation-invite-district.html")


@pytest.mark.parametrize("today", ["1970-01-01", "2038-01-19"])
def test_a_clock_far_off_erases_nothing_unasked(today, letter, address):
    """
    Years later by the device's date, or before the day on which they were kept: the answers are there, a sentence says so on
    the letter and on the page of saved work, and they are erased or kept anew once the parent chooses.
    """
    keep(letter, "Keep on this device")
    before = parts_in(letter)
    letter.clock.set_fixed_time(f"{today}T12:00:00")
    letter.reload()
    expect(field(letter, "Child's name")).to_have_value(NAME)
    expect(
        letter.get_by_text("Nothing was erased. If today's date is right, choose").filter(visible=True)
    ).to_have_count(1)
    field(letter, "Grade").fill("grade 3")
    field(letter, "Grade").blur()
    assert before["answers"]["kept"] == parts_in(letter)["answers"]["kept"]
    letter.goto(address + "track/saved-work.html")
    expect(letter.get_by_text("that doesn't fit the dates below")).to_be_visible()
    letter.goto(address + REQUEST)
    expect(letter.get_by_text("Nothing was erased. If today's date is right, choose").first).to_be_visible()
    begin(letter)
    choices = letter.get_by_role("group", name="Keep your answers?")
    choices.get_by_role("button", name="Keep on this device").click()
    assert today == parts_in(letter)["answers"]["kept"]
    letter.reload()
    expect(choices).to_be_hidden()
    letter.clock.set_fixed_time("2027-06-01T12:00:00")
    letter.reload()
    choices.get_by_role("button", name="Don't keep").click()

    assert [] == letter.evaluate(STORES)


def test_the_browser_remembers_a_field_only_for_who_keeps_answers_on_the_device(letter, context, address):
    """
    The parent's own fields have their names for the browser's memory only then; those of the child and the story never.
    """
    names = """() => Object.fromEntries(["parent-name", "parent-email", "child-name", "school-name"]
      .map(name => [name, document.querySelector(`[name="${name}"]`).autocomplete]))"""
    off = dict.fromkeys(["parent-name", "parent-email", "child-name", "school-name"], "off")
    assert off == letter.evaluate(names)
    keep(letter, "Only until this tab closes")
    assert off == letter.evaluate(names)
    keep(letter, "Keep on this device")
    assert off | {"parent-name": "name", "parent-email": "email"} == letter.evaluate(names)
    letter.reload()
    assert off | {"parent-name": "name", "parent-email": "email"} == letter.evaluate(names)
    letter.goto(address + "make-my-kit.html")
    assert "name" == letter.locator("[name='parent-name']").get_attribute("autocomplete")
    letter.goto(address + REQUEST)
    other = context.new_page()
    other.goto(address + "track/saved-work.html")
    other.get_by_role("button", name="Erase everything").click()
    other.get_by_role("button", name="Yes, erase it").click()
    expect(field(letter, "Child's name")).to_have_value("")

    assert off == letter.evaluate(names)
