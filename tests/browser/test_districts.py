"""
A field for a school district: a list to choose from while typing, with any other name as good.
"""

import re

import pytest
from playwright.sync_api import expect

from barriers import barriers
from filled import LETTERS
from letter_form import show

CALL = "what-to-say/call-mpact.html"
SCRIPT = "**/districts.later.js"
# What a parent types, and the first name of the list.
TYPED = {
    "columbia": "Columbia 93",
    "COLUMBIA public schools": "Columbia 93",
    "Parkway School District": "Parkway C-2",
    "saint joseph": "St. Joseph",
    "adair r-2": "Adair Co. R-II",
    "R 2 adair": "Adair Co. R-II",
    "adair RII": "Adair Co. R-II",
    "lees summit": "Lee's Summit R-VII",
    "chesterfield": "Parkway C-2",
    "pemiscot county special": "Pemiscot County Special School District",
    "ssd": "Special School District of St. Louis County",
    "county boone": "Southern Boone Co. R-I",
}
# How often the words of the status change while something is done.
COUNT = """field => {
  window.changes = []
  new MutationObserver(() => window.changes.push(field.parentNode.querySelector("[role=status]").textContent))
    .observe(field.parentNode.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true })
}"""


@pytest.fixture
def row(page, address):
    """
    The page of a call with its row for names open.
    """
    return open_row(page, address)


def open_row(page, home):
    page.goto(home + CALL)
    page.get_by_text("Put my names in").click()
    field_of(page).wait_for()
    return page


def field_of(page):
    return page.get_by_label("School district", exact=True)


def touched(page):
    """
    The field with its list loaded.
    """
    field = field_of(page)
    field.focus()
    expect(field).to_have_role("combobox")
    return field


def test_a_district_is_found_by_name_city_or_county(row):
    """
    In any order and spelling that a parent knows, each word as far as it is typed; the nearest comes first.
    """
    field = touched(row)
    found = {}
    for typed in TYPED:
        field.fill(typed)
        found[typed] = row.get_by_role("option").first.locator("strong").inner_text()

    assert found == TYPED


def test_a_tap_takes_the_name_and_fills_the_words(row):
    """
    The field holds it, the list is gone, the focus stays, and the blank in what to say is filled in.
    """
    field = touched(row)
    field.press_sequentially("colum")
    row.get_by_role("option", name="Columbia 93 Columbia, Boone County").click()

    expect(field).to_have_value("Columbia 93")
    expect(field).to_be_focused()
    expect(row.get_by_role("listbox")).to_be_hidden()
    expect(row.get_by_text("My child has an IEP in").first).to_contain_text("Columbia 93")


def test_keys_alone_go_through_the_list(row):
    """
    Arrows mark one row and go round, Escape closes and keeps what is typed, Enter takes the marked row, Tab takes none.
    """
    field = touched(row)
    field.press_sequentially("miami")
    options = row.get_by_role("option")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    marks = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        field.press(key)
        marks.append(
            [option.get_attribute("aria-selected") == "true" for option in options.all()].index(True)
            if field.get_attribute("aria-activedescendant")
            else None
        )
    assert [0, 1, None, 1] == marks
    assert options.nth(1).get_attribute("id") == field.get_attribute("aria-activedescendant")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("miami")
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("Miami R-I")
    field.fill("hann")
    expect(options).to_have_count(1)
    field.press("Tab")

    expect(field).to_have_value("hann")
    expect(row.get_by_role("listbox")).to_be_hidden()


def test_any_other_name_is_as_good(row):
    """
    What is not in the list stays as it is typed, and the page says that this is fine.
    """
    field = touched(row)
    field.press_sequentially("The Moonlight Academy")
    expect(row.get_by_text("Not on our list from 2021")).to_be_visible()
    field.press("Tab")

    expect(field).to_have_value("The Moonlight Academy")
    expect(row.get_by_text("My child has an IEP in").first).to_contain_text("The Moonlight Academy")


def test_two_districts_stand_in_one_field(row):
    """
    In a county with a special school district the page offers to add it, and the focus stays in the field; behind "and" the list is for the second name.
    """
    field = touched(row)
    field.fill("Ritenour")
    row.get_by_role("button", name="Add Special School District of St. Louis County").click()
    expect(field).to_have_value("Ritenour and Special School District of St. Louis County")
    expect(field).to_be_focused()
    field.fill("Columbia 93")
    expect(row.get_by_role("button", name=re.compile("^Add "))).to_be_hidden()
    field.fill("Columbia 93 and southern bo")
    row.get_by_role("option").first.click()

    expect(field).to_have_value("Columbia 93 and Southern Boone Co. R-I")


def test_a_change_of_the_list_is_said_once(row):
    """
    The number of names is read out when it changes, and not with each key.
    """
    field = touched(row)
    field.fill("colu")
    expect(row.get_by_role("option")).to_have_count(1)
    field.evaluate(COUNT)
    field.press_sequentially("mbia")
    field.press("ArrowDown")
    field.press("Enter")

    assert [""] == row.evaluate("window.changes")


def test_nothing_is_loaded_before_the_field_is_touched(page, address, asked):
    """
    The names of all districts come with the first touch of the field, and not again.
    """
    open_row(page, address)
    assert [] == [one for one in asked if "districts.later" in one]
    touched(page)
    page.get_by_label("Your name").focus()
    touched(page)

    assert 1 == len([one for one in asked if "districts.later.js" in one])


def test_without_a_connection_it_is_a_plain_field(row, complaints):
    """
    The list cannot load: one types as in any field. With the connection back the next touch brings the list.
    """
    row.route(SCRIPT, lambda route: route.abort())
    field = field_of(row)
    with row.expect_event("requestfailed"):
        field.focus()
    field.press_sequentially("Columbia")
    expect(field).to_have_role("textbox")
    expect(row.get_by_text("My child has an IEP in").first).to_contain_text("Columbia")
    row.unroute(SCRIPT)
    row.get_by_label("Your name").focus()

    touched(row)
    assert [] == [said for said in complaints if "ERR_FAILED" not in said]


def test_it_works_from_a_folder(page, site, complaints):
    """
    Opened from a memory stick the field has its list too.
    """
    touched(open_row(page, site.as_uri() + "/")).fill("columbia")

    expect(page.get_by_role("option")).to_have_count(1)
    assert [] == complaints


def test_the_open_list_has_no_barrier(row):
    """
    Light and dark, at a phone and at a desk; each row is a full target, also at 320 px.
    """
    touched(row).fill("springfield")
    assert [] == barriers(row)
    row.set_viewport_size({"width": 320, "height": 568})
    heights = [option.bounding_box()["height"] for option in row.get_by_role("option").all()]

    assert heights
    assert min(heights) >= 44
    assert 320 == row.evaluate("document.documentElement.scrollWidth")


def test_the_keyboard_of_a_phone_leaves_room_for_the_list(row):
    """
    In the upper half of a phone, above its keyboard, stand the field and the first rows.
    """
    row.set_viewport_size({"width": 390, "height": 400})
    field = touched(row)
    field.press_sequentially("st louis")
    second = row.get_by_role("option").nth(1)

    expect(field).to_be_in_viewport()
    expect(second).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", [LETTERS["mediation-request"], "make-my-kit.html"])
def test_it_serves_wherever_a_district_is_asked_for(path, page, address):
    """
    A letter and a family's kit have the same list.
    """
    page.goto(address + path)
    if page.locator("guide-letter").count():
        show(page, field_of(page))
    else:
        # A kit asks for names once something is to be printed.
        page.locator("guide-kit summary").first.click()
        page.locator("guide-kit").get_by_role("checkbox").first.check()
    touched(page).fill("columbia")
    page.get_by_role("option").click()

    expect(field_of(page)).to_have_value("Columbia 93")
