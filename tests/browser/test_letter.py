"""
A letter, as a parent fills it in.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from filled import LETTERS, parts_in
from letter_form import begin, check, choice, field, form

REQUEST = LETTERS["mediation-request"]
INVITE = LETTERS["mediation-invite-district"]
OPENING = LETTERS["opening-statement"]


@pytest.fixture
def letter(page, address):
    """
    The request for mediation, open in the browser.
    """
    page.goto(address + REQUEST)
    begin(page)
    return page


def sheet(page):
    """
    The letter as it will be.
    """
    return page.locator("guide-letter").get_by_role("region")


def test_what_is_typed_stands_in_the_letter_at_once(letter):
    """
    Each key shows, in every place that the name has; what is taken back is open again.
    """
    name = field(letter, "School district")
    name.press_sequentially("Sample")
    expect(sheet(letter)).to_contain_text("part of Sample.", use_inner_text=True)
    name.press_sequentially(" Valley")
    expect(sheet(letter).get_by_text("Sample Valley")).to_have_count(2)
    name.fill("")

    expect(sheet(letter).get_by_role("link", name="School district")).to_have_count(2)


def test_a_blank_of_the_letter_leads_to_its_field(letter):
    """
    An open word in the letter is a link; it opens the screen of its field, and one can type.
    """
    sheet(letter).get_by_role("link", name="Grade").click()

    expect(letter.get_by_label("Grade", exact=True)).to_be_focused()


def test_names_typed_once_stand_in_the_next_letter(letter, address):
    """
    What was kept of the first letter fills in the second, but for what belongs to the first alone.
    """
    field(letter, "Child's name").fill("Sam Example")
    field(letter, "Points you disagree about").fill("Speech therapy")
    field(letter, "How you're sending it").fill("fax")
    letter.get_by_role("button", name="Keep my answers on this device").click()
    letter.get_by_role("button", name=re.compile("^Keep on this device")).click()
    letter.goto(address + INVITE)

    expect(sheet(letter)).to_contain_text("Sam Example is in", use_inner_text=True)
    expect(sheet(letter).get_by_role("listitem").filter(has_text="Speech therapy")).to_be_visible()
    expect(field(letter, "How you're sending it")).to_have_value("")


def test_a_choice_is_in_the_letter_only_when_ticked(letter):
    """
    Ticked it stands in the letter, else not; what it needs to know is asked for below it, and only then.
    """
    expect(sheet(letter)).not_to_contain_text("reach me by e-mail", use_inner_text=True)
    expect(letter.get_by_label("Your e-mail")).to_be_hidden()
    choice(letter, "reach me by e-mail").check()
    field(letter, "Your e-mail").fill("pat@example.org")
    expect(sheet(letter)).to_contain_text("You can also reach me by e-mail at pat@example.org.", use_inner_text=True)
    choice(letter, "reach me by e-mail").uncheck()

    expect(sheet(letter)).not_to_contain_text("pat@example.org", use_inner_text=True)


def test_what_is_chosen_from_the_start_can_be_left_out(letter):
    """
    That no due process complaint is needed is ticked already, and goes with its tick.
    """
    words = "I understand that I do not have to file"
    expect(sheet(letter)).to_contain_text(words, use_inner_text=True)
    choice(letter, words).uncheck()

    expect(sheet(letter)).not_to_contain_text(words, use_inner_text=True)


def test_of_alternatives_one_at_most_is_true(letter):
    """
    Ticking one takes the tick from the other; none may be ticked too.
    """
    choice(letter, "No due process complaint").check()
    choice(letter, "A due process complaint is open").check()
    expect(choice(letter, "No due process complaint")).not_to_be_checked()
    expect(sheet(letter)).not_to_contain_text("No due process complaint is open", use_inner_text=True)
    choice(letter, "A due process complaint is open").uncheck()

    expect(sheet(letter)).not_to_contain_text("complaint is open", use_inner_text=True)


def test_a_list_grows_and_shrinks_with_its_lines(letter):
    """
    Each line is a point of its own; empty lines are none.
    """
    points = field(letter, "Points you disagree about")
    items = sheet(letter).get_by_role("list").filter(has_text="Speech").get_by_role("listitem")
    points.fill("Speech therapy\n\n  Reading help \nThe bus\n")
    expect(items).to_have_text(["Speech therapy", "Reading help", "The bus"], use_inner_text=True)
    points.fill("Speech therapy")

    expect(items).to_have_text(["Speech therapy."], use_inner_text=True)


def test_an_optional_line_left_empty_leaves_no_trace(page, address):
    """
    Title and address of the person vanish once they are left out, and nobody asks for them.
    """
    page.goto(address + INVITE)
    begin(page)
    expect(sheet(page)).not_to_contain_text("Their title", use_inner_text=True)
    field(page, "Their title").fill("Director")

    expect(sheet(page).get_by_text("Director", exact=True)).to_be_visible()


def test_a_section_with_nothing_in_it_goes_with_its_heading(page, address):
    """
    Where a section is all choices and none is taken, its heading goes too.
    """
    page.goto(address + LETTERS["ocr-complaint-outline"])
    begin(page)
    heading = sheet(page).get_by_role("heading", name="Other steps")
    expect(heading).to_be_hidden()
    choice(page, "I filed a child complaint").check()

    expect(heading).to_be_visible()


def test_a_lead_in_goes_with_its_list(page, address):
    """
    "The lawyer still has to tell me:" stands only with something to tell.
    """
    page.goto(address + LETTERS["consent-revocation"])
    begin(page)
    lead_in = sheet(page).get_by_text("The lawyer still has to tell me:")
    expect(lead_in).to_be_hidden()
    choice(page, "whether the student can get help in another way").check()

    expect(lead_in).to_be_visible()


def test_a_blank_that_several_choices_need_is_asked_for_where_one_is_ticked(page, address):
    """
    Whichever of them is ticked asks for it, with what was typed below another.
    """
    page.goto(address + LETTERS["interpreter-access-request"])
    begin(page)
    language = field(page, "Language you need")
    choice(page, "^Please write to me in ").check()
    language.fill("Spanish")
    choice(page, "^an interpreter for ").check()
    choice(page, "^Please write to me in ").uncheck()

    expect(field(page, "Language you need")).to_be_visible()
    expect(language).to_have_value("Spanish")
    expect(sheet(page)).to_contain_text("an interpreter for Spanish", use_inner_text=True)


def test_open_blanks_are_counted_and_listed(letter):
    """
    The count goes down as one types; each open blank of the list leads to its field.
    """
    field(letter, "Your name").fill("Pat")
    expect(letter.get_by_role("button", name="12 blanks open")).to_be_visible()
    check(letter)
    form(letter).get_by_role("link", name="School district").click()

    expect(letter.get_by_label("School district", exact=True)).to_be_focused()


def test_a_letter_with_nothing_open_says_so(page, address):
    """
    With the last blank the list goes.
    """
    page.goto(address + OPENING)
    begin(page)
    for label in json.loads(page.locator(".guide-letter__data").inner_text())["fields"].values():
        field(page, label["label"]).fill("Sam")
    check(page)

    expect(form(page).get_by_role("heading", name="Nothing is blank")).to_be_visible()
    expect(page.get_by_role("button", name="All filled in")).to_be_visible()


def test_a_date_is_spelled_out(letter):
    """
    A date is asked for in the order of the reader's browser, said back with its weekday, and written out in the letter.
    """
    date = field(letter, "Date")
    expect(date).to_have_accessible_description(re.compile("Month, day, year"))
    date.fill("2026-11-24")

    expect(letter.get_by_text("That is Tuesday, November 24, 2026.")).to_be_visible()
    expect(sheet(letter).get_by_text("November 24, 2026")).to_be_visible()


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ("02312026", "There is no such date."),
        ("11240206", "The year 0206 cannot be right."),
    ],
)
def test_a_date_that_is_none_is_told(typed, sentence, letter):
    """
    The 31st of February and the year 206 stay out of the letter; a sentence says what to look at, and what was typed
    is still there.
    """
    date = field(letter, "Date")
    date.focus()
    letter.keyboard.type(typed)
    date.blur()

    expect(date).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(sheet(letter).get_by_role("link", name="Date", exact=True)).to_be_visible()
    assert letter.evaluate("input => input.validity.badInput || input.value !== ''", date.element_handle())


def test_a_keyboard_fills_in_and_prints(letter):
    """
    Tab goes from the question to its fields in the order of the screen, Space ticks, Enter prints, and sends nothing.
    """
    letter.evaluate("() => { window.print = () => { window.printed = true } }")
    letter.keyboard.press("Tab")
    letter.keyboard.type("Pat Example")
    letter.keyboard.press("Enter")
    letter.keyboard.press("Tab")
    letter.keyboard.type("12 Sample Street")
    for _ in range(2):
        letter.keyboard.press("Tab")
    letter.keyboard.press("Space")
    letter.get_by_role("button", name="Print, or save as PDF").focus()
    letter.keyboard.press("Enter")

    expect(sheet(letter)).to_contain_text("I am the student’s parent or guardian.", use_inner_text=True)
    assert (True, True) == (letter.evaluate("window.printed"), letter.url.endswith(".html"))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_letter_is_ready_for_the_pen(page, address):
    """
    The sheet has every sentence, a box for each choice, and links to the files to fill in by hand.
    """
    page.goto(address + REQUEST)
    sheet(page).get_by_text("evaluation: how the student is tested").click()

    expect(sheet(page).get_by_role("checkbox", name=re.compile("^evaluation"))).to_be_checked()
    for name, ending in (("PDF", "pdf"), ("Word", "docx"), ("text", "txt")):
        link = page.locator("guide-letter").get_by_role("link", name=name, exact=True)
        assert page.request.get(link.evaluate("link => link.href")).ok, ending


def test_what_is_being_typed_is_kept_when_a_phone_ends_the_page(letter):
    """
    Once the parent lets the guide keep answers, the last words are kept though the field was never left.
    """
    letter.get_by_role("button", name="Keep my answers on this device").click()
    letter.get_by_role("button", name=re.compile("^Keep on this device")).click()
    field(letter, "Grade").press_sequentially("grade 3")
    letter.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert "grade 3" == parts_in(letter)["answers"]["work"]["fields"]["child-grade"]
