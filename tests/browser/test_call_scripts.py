"""
Phone scripts: a blank looks and sounds like one, and is filled in from the details that a parent kept.
"""

import re
from itertools import product

import pytest
from playwright.sync_api import expect

from barriers import barriers
from chromium import SIZES
from filled import LETTERS, page_key
from letter_form import field

CALLS = ["what-to-say/call-mpact.html", "what-to-say/ask-for-records.html"]
HELLO = re.compile(r"^Hello, my name is")
STYLE = """label => {
  const { backgroundColor, borderBottomStyle } = getComputedStyle(label)
  return [backgroundColor, borderBottomStyle, getComputedStyle(label, "::before").content]
}"""


def hello(page):
    """
    The first sentence to say to MPACT.
    """
    return page.get_by_text(HELLO).first


def keep(page, fields, where="localStorage"):
    """
    Keep answers as if they had been typed into a letter.
    """
    page.evaluate(
        f"""([key, fields]) => {where}.setItem(key, JSON.stringify({{
      version: 2, parts: {{ answers: {{ kept: guide.today(), work: {{ fields, letters: {{}} }} }} }} }}))""",
        [page_key(page), fields],
    )


@pytest.mark.parametrize("path", CALLS)
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_blank_looks_like_one_without_scripts(path, page, address):
    """
    Every blank is in brackets, underlined and tinted, on a phone and at a desk, in light and dark: nobody reads its
    name aloud as a part of the sentence.
    """
    page.goto(address + path)
    labels = page.get_by_text("Your name", exact=True).all()
    looks = {}
    for size, scheme in product(SIZES, ("light", "dark")):
        page.set_viewport_size(SIZES[size])
        page.emulate_media(color_scheme=scheme)
        looks[size, scheme] = {
            (background != "rgba(0, 0, 0, 0)", line, before)
            for background, line, before in (label.evaluate(STYLE) for label in labels)
        }

    assert {} == {view: found for view, found in looks.items() if found != {(True, "solid", '"["')}}


@pytest.mark.parametrize("path", CALLS)
def test_a_blank_is_read_out_as_a_blank(path, page, address):
    """
    Who hears the page, or copies it, gets the word "blank" before what belongs there.
    """
    page.goto(address + path)

    expect(page.locator("blockquote", has_text="Your name").first).to_contain_text("blank: Your name")


def test_a_printed_script_has_lines_to_write_on(page, address):
    """
    On paper a blank is a line with its name below it, wide enough for a pen.
    """
    page.goto(address + CALLS[0])
    page.emulate_media(media="print")
    blank = hello(page).get_by_text("Your name", exact=True).locator("..")

    assert blank.bounding_box()["width"] > 100
    assert "solid" == blank.locator("> :first-child").evaluate("line => getComputedStyle(line).borderBottomStyle")


def test_what_was_kept_is_filled_in_and_the_rest_stays_a_blank(page, address):
    """
    A name kept with a letter stands in the script; what belongs to one letter alone is still a blank.
    """
    page.goto(address + LETTERS["mediation-request"])
    field(page, "Your name").fill("Pat <b>Example</b>")
    field(page, "School district").fill("Sampleton R-I")
    page.get_by_role("button", name="Keep my answers on this device").click()
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    page.goto(address + CALLS[0])

    expect(hello(page)).to_have_text(
        "Hello, my name is Pat <b>Example</b>. My child has an IEP in Sampleton R-I.", use_inner_text=True
    )
    expect(page.get_by_text(re.compile("^We had a meeting on")).get_by_text("Date of the meeting")).to_be_visible()


def test_days_and_lists_are_said_in_words(page, address):
    """
    A kept day is said as a day, several things in a row; a day that is none stays a blank.
    """
    page.goto(address + CALLS[0])
    keep(page, {"change-date": "2026-12-07", "language-needed": "Spanish\nor Mixtec "}, "sessionStorage")
    page.reload()
    expect(page.get_by_text("December 7, 2026").first).to_be_visible()
    expect(page.get_by_text("I speak").first).to_contain_text("I speak Spanish, or Mixtec.", use_inner_text=True)
    keep(page, {"change-date": "soon"}, "sessionStorage")
    page.reload()

    expect(page.get_by_text("Date the change would start").first).to_be_visible()
    expect(page.get_by_text("soon", exact=True)).to_have_count(0)


def test_names_typed_on_the_page_go_into_the_words(page, address):
    """
    The row "Put my names in" is closed; opened, it asks for what this page says. What is typed there stands in the words at once, is kept only if the
    parent says so, and is then in a letter too.
    """
    page.goto(address + CALLS[0])
    expect(page.get_by_label("Your name", exact=True)).to_have_count(0)
    page.get_by_text("Put my names in").click()
    page.get_by_label("Your name", exact=True).fill("Pat <b>Example</b>")
    page.get_by_label("Date of the meeting").fill("2026-11-20")
    expect(hello(page)).to_contain_text("Hello, my name is Pat <b>Example</b>.", use_inner_text=True)
    expect(page.get_by_text(re.compile("^We had a meeting on"))).to_contain_text("November 20, 2026")
    page.get_by_role("button", name="Keep my answers on this device").click()
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    page.goto(address + LETTERS["mediation-request"])

    expect(page.get_by_label("Your name", exact=True)).to_have_value("Pat <b>Example</b>")


def test_names_that_are_not_kept_are_gone(page, address):
    """
    A page that is loaded again knows nothing of what was typed.
    """
    page.on("dialog", lambda question: question.accept())
    page.goto(address + CALLS[0])
    page.get_by_text("Put my names in").click()
    page.get_by_label("Your name", exact=True).fill("Pat Example")
    page.reload()

    expect(hello(page).get_by_text("Your name", exact=True)).to_be_visible()
    page.get_by_text("Put my names in").click()
    expect(page.get_by_label("Your name", exact=True)).to_have_value("")


def test_a_row_that_cannot_load_says_so(page, address):
    """
    Without a connection the row says why it is empty; opened again with one, it has its fields.
    """
    page.goto(address + CALLS[0])
    page.route("**/spoken.later.js", lambda route: route.abort())
    row = page.get_by_text("Put my names in")
    row.click()
    expect(page.get_by_text("The fields can't load right now.")).to_be_visible()
    page.unroute("**/spoken.later.js")
    row.click()
    row.click()

    expect(page.get_by_label("Your name", exact=True)).to_be_visible()
    expect(page.get_by_text("The fields can't load right now.")).to_be_hidden()


def test_an_open_row_has_no_barrier(page, address):
    """
    With its fields and the question if they are kept, at a phone and at a desk, in light and dark.
    """
    page.goto(address + CALLS[0])
    page.get_by_text("Put my names in").click()
    page.get_by_role("button", name="Keep my answers on this device").click()

    assert [] == barriers(page)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_call_is_short_and_whole_without_scripts(page, address):
    """
    The button that calls is in the first screen of a phone; what depends on the other side opens when it is pressed.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + CALLS[0])
    button = page.get_by_role("link", name="Call 800-743-7634")
    expect(button).to_be_in_viewport(ratio=1)
    assert "tel:800-743-7634" == button.get_attribute("href")
    for closed, inside in (("If they say", "Someone else handles that."), ("If nobody answers", "The best times are")):
        words = page.get_by_text(inside)
        expect(words).to_be_hidden()
        page.get_by_role("heading", name=closed).click()
        expect(words).to_be_visible()
