"""
The kinds of pages, as a parent meets them.
"""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from letter_form import finish, open_letter

PHONE = {"width": 360, "height": 740}
# The closed list at the end of a page.
SOURCES = re.compile(r"^\d+ sources, \d+ confirmed")


@pytest.mark.parametrize(
    "door, title",
    [
        ("What should I do now?", "What should I do now?"),
        ("Write my letter", "What happened?"),
        ("Get the Starter Kit", "Get the Starter Kit"),
    ],
)
def test_each_door_of_the_home_page_leads_in(door, title, page, address):
    """
    Three doors, each to its page.
    """
    page.goto(address + "index.html")
    page.get_by_role("main").get_by_role("link", name=door).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_doors_stand_in_the_first_screen_of_a_phone(page, address):
    """
    A tired parent need not scroll to find the first one.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + "index.html")

    expect(page.get_by_role("main").get_by_role("link", name="Write my letter")).to_be_in_viewport(ratio=1)


def test_the_skip_link_comes_first(page, address):
    """
    The first Tab reaches it, and Enter goes to the text.
    """
    page.goto(address + "kit.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#text")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_letter_is_whole_without_scripts(page, address):
    """
    The sheet shows the blanks and lets a parent tick what is true before printing.
    """
    page.goto(address + "letters/mediation-request.html")
    sheet = page.get_by_role("region", name="Request for state mediation")
    sheet.get_by_text("evaluation: how the student is tested").click()

    expect(sheet.get_by_role("checkbox", name=re.compile("^evaluation"))).to_be_checked()
    expect(sheet).to_contain_text("state-sponsored mediation")


def test_only_the_letter_prints(page, address):
    """
    On paper the sheet stands alone: no menu, no advice, no sources.
    """
    page.goto(address + "letters/mediation-request.html")
    page.emulate_media(media="print")

    expect(page.get_by_role("region", name="Request for state mediation")).to_be_visible()
    for other in ("Before you send", SOURCES, "After you send it"):
        expect(page.get_by_role("heading", name=other, exact=True)).to_be_hidden()


def test_the_print_button_of_a_letter_prints(page, address):
    """
    At its end, one press opens the browser's own print window.
    """
    open_letter(page, address + "letters/mediation-request.html")
    finish(page)
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print, or save as PDF").click()

    assert page.evaluate("window.printed")


def test_the_kit_downloads(page, address):
    """
    The link of the kit's page gives the PDF.
    """
    page.goto(address + "kit.html")
    link = page.get_by_role("link", name="Starter Kit, to print")
    answer = page.request.get(link.evaluate("link => link.href"))

    assert b"%PDF-" == answer.body()[:5]


def test_an_overdue_source_is_marked(page, address):
    """
    Two years later the page says that the check is overdue, also while its sources are closed.
    """
    page.clock.set_fixed_time("2029-01-15T20:00:00")
    page.goto(address + "mediation/what-it-is.html")

    expect(page.get_by_text("The check is overdue").first).to_be_visible()


def test_a_page_is_overdue_after_the_day_it_names(page, address):
    """
    On the day itself nothing is marked; on the next day the line with that day is marked, and the oldest source.
    """
    page.goto(address + "mediation/what-it-is.html")
    line = page.get_by_text("Look again after")
    page.get_by_text(SOURCES).click()
    last = datetime.strptime(re.search(r"after (.*)\.", line.inner_text())[1], "%B %d, %Y")
    page.clock.set_fixed_time(last + timedelta(hours=23))
    page.reload()
    expect(page.get_by_text("The check is overdue")).to_have_count(0)
    page.clock.set_fixed_time(last + timedelta(hours=24, minutes=1))
    page.reload()
    page.get_by_text(SOURCES).click()

    expect(line).to_contain_text("The check is overdue")
    expect(page.get_by_role("listitem").filter(has_text="The check is overdue").first).to_contain_text(
        f"Confirmed {last:%b} {last.day}, {last.year - 1}"
    )


def test_a_page_that_is_not_there_leads_on(page, address):
    """
    The page "not found" has doors, and they work under the site's own address.
    """
    page.goto(address + "404.html")

    expect(page.get_by_role("main").get_by_role("link")).to_have_count(3)
