"""
A school's paper, pasted or opened: its findings beside it, confirmed one by one; the days, the letter and the tracker that follow.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from barriers import barriers
from opened_papers import FILES, picked

PAPER = "track/read-a-paper.html"
CANARY = "Zyxwvutsquatch"
NOTICE = """Notice of Action
Sample School District
Child: Sam Example
Date of this notice: {day}

1. Description of the action
The district proposes to move Sam to a separate class for reading.

2. Why
Sam has made little progress.

3. Other options considered and why they were rejected
N/A

4. Evaluations, tests, records and reports used
The reading test of last fall and his report card.

5. Your rights
You are protected by the procedural safeguards. Ask the office at any time for a copy.
"""
LUNCH = "Lunch menu for March\nMonday: pizza, corn, milk\nTuesday: tacos, rice, apple\nWednesday: pasta, peas, pear\n"
ARABIC = "إشعار مسبق مكتوب من المدرسة بشأن الطفل في الثالث من أكتوبر ٢٠٢٦، وفيه ما تقترحه المدرسة.\n" * 3
MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> & <b>Notice</b> ' * 4


def paste(page, text: str, read: str = "Read it"):
    """
    Paste a text and have it read.
    """
    field = page.get_by_label("Paste the words here").filter(visible=True)
    if not field.count():
        page.get_by_role("button", name="Paste or open the paper").filter(visible=True).click()
    field.fill(text)
    page.get_by_role("button", name=read, exact=True).filter(visible=True).click()
    expect(page.locator("guide-paper")).to_have_attribute("data-read", re.compile("."))


def card(page, name: str):
    """
    A finding by its name.
    """
    return page.locator(".guide-paper__card").filter(has=page.get_by_text(name, exact=True))


def confirm(page, *names: str):
    for name in names:
        card(page, name).get_by_role("button", name="Yes, that's right").click()
        expect(card(page, name)).to_contain_text("Confirmed")


def soon(page, days: int) -> str:
    """
    A day, so many days from the page's own today.
    """
    return page.evaluate("days => guide.dayOf(new Date(Date.now() + days * 864e5))", days)


@pytest.fixture
def paper(tab):
    return tab(PAPER)


def test_a_notice_leads_to_its_days_and_a_letter_that_names_what_is_missing(paper):
    """
    Nothing counts before a tap. Confirmed, the day gives the wait and the deadline, and the letter has the missing parts
    and the notice's day in it.
    """
    day = soon(paper, -2)
    paste(paper, NOTICE.format(day=day))
    result = paper.get_by_role("region", name="What it means")
    expect(paper.get_by_role("heading", name="Notice of Action", exact=True)).to_be_focused()
    expect(result).to_contain_text("Nothing yet.")
    expect(result.get_by_role("list")).to_have_count(0)

    confirm(paper, "Date on the notice")
    expect(result).to_contain_text("The district’s wait")
    expect(result.get_by_role("link", name="Open my letter")).to_have_count(0)
    paper.get_by_role("button", name="All of these are missing or empty").click()
    expect(result).to_contain_text("Ask for the 3 missing parts in writing.")
    result.get_by_role("link", name="Open my letter").click()

    letter = paper.locator("guide-letter")
    missing = "sources to contact for help; the other options considered and why each was rejected; the other relevant factors"
    expect(letter.get_by_role("listitem").filter(has_text=missing)).to_contain_text("I have the notice dated")
    assert 0 == letter.inner_text().count("I have not received a written notice about this")


def test_a_finding_can_be_changed_or_denied(paper):
    """
    A day that is changed counts with its new value; one that is not in the paper counts no more.
    """
    paste(paper, NOTICE.format(day="2026-10-02"))
    confirm(paper, "Date on the notice")
    result = paper.get_by_role("region", name="What it means")
    expect(result).to_contain_text("October 2, 2026")

    found = card(paper, "Date on the notice")
    found.get_by_role("button", name="Change").click()
    found.get_by_label("What is the right day?").fill("2026-10-05")
    expect(result).to_contain_text("October 5, 2026")
    expect(result).not_to_contain_text("October 2, 2026")
    found.get_by_role("button", name="No", exact=True).click()

    expect(found).to_have_attribute("data-said", "no")
    expect(result).not_to_contain_text("October 5, 2026")


def test_services_of_an_iep_go_into_the_tracker_once_confirmed(paper):
    """
    One confirmed service is one promise, with what the paper says of it.
    """
    paper.get_by_role("button", name="Paste or open the paper").click()
    paper.get_by_label("Or open a file").set_input_files(FILES / "iep-a04.docx")
    expect(paper.get_by_role("heading", name="IEP", exact=True)).to_be_focused()
    reading = paper.locator(".guide-paper__card").filter(has_text="40 minutes, 3 times a week")
    reading.get_by_role("button", name="Yes, that's right").click()
    paper.get_by_role("button", name="Track 1 service").click()
    paper.get_by_role("link", name="See them in the tracker").click()

    expect(paper.locator("guide-tracker")).to_contain_text("Reading instruction")
    kept = json.loads(paper.evaluate("() => JSON.stringify(guide.store.read('tracker').promises)"))
    assert [("week", "40", "3", "2026-11-19", "2027-11-03")] == [
        tuple(one[name] for name in ("kind", "minutes", "times", "from", "until")) for one in kept
    ]


def test_two_versions_of_an_iep_stand_side_by_side(paper):
    """
    What changed, with the words of both; the newer one is told by its own days.
    """
    paste(paper, (FILES / "iep-a07-v2.txt").read_text(encoding="utf-8"))
    paste(paper, (FILES / "iep-a07-v1.txt").read_text(encoding="utf-8"))

    changed = paper.get_by_role("region", name=re.compile("things changed"))
    expect(changed).to_contain_text("Occupational therapy: taken out")
    expect(changed).to_contain_text("30 minutes 2 times a week → 30 minutes 1 time a week")


@pytest.mark.parametrize(
    "file, way",
    {
        "suspension-a01.docx": "child-out-of-school.html",
        "meeting-a01.docx": "meeting-answer.html",
        "evaluation-a01.txt": "iee-request.html",
    }.items(),
)
def test_each_kind_of_paper_leads_on(paper, file, way):
    """
    A suspension, a meeting notice and an evaluation lead to what answers them, once a day is confirmed.
    """
    paper.get_by_role("button", name="Paste or open the paper").click()
    paper.get_by_label("Or open a file").set_input_files(FILES / file)
    result = paper.get_by_role("region", name="What it means")
    expect(result).to_contain_text("Nothing yet.")
    for button in paper.get_by_role("button", name="Yes, that's right").all():
        button.click()

    expect(result.locator(f'a[href$="{way}"]')).to_be_visible()


@pytest.mark.parametrize(
    "text", [LUNCH, ARABIC, MARKUP, "word " * 200_000], ids=["lunch menu", "arabic", "markup", "a million letters"]
)
def test_a_wrong_paper_is_told_and_nothing_is_invented(paper, text):
    """
    A sentence within two seconds, no finding, no markup run, and the page goes on working.
    """
    paper.get_by_role("button", name="Paste or open the paper").click()
    paper.get_by_label("Or open a file").set_input_files(picked("paper.txt", text.encode()))

    expect(paper.get_by_role("heading", name="We can't tell what this is")).to_be_visible(timeout=2_000)
    assert (0, None) == (paper.locator(".guide-paper__card").count(), paper.evaluate("() => window.hit ?? null"))
    paper.get_by_role("button", name="Read another paper").click()
    expect(paper.get_by_label("Paste the words here")).to_have_value("")
    paste(paper, NOTICE.format(day="2026-10-02"))
    expect(paper.get_by_role("heading", name="Notice of Action", exact=True)).to_be_visible()


def test_no_word_of_a_paper_leaves_the_page(paper, asked):
    """
    A canary in each open paper, all of it confirmed: it is in no request, no store, no address, no title, no history.
    """
    for file in sorted(FILES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        paste(paper, f"{text[:300]}\n{CANARY}\n{text[300:]}\n{CANARY}")
        for button in paper.get_by_role("button", name="Yes, that's right").filter(visible=True).all()[:4]:
            button.click()
        paper.get_by_role("button", name="Read another paper").click()
        expect(paper.locator("guide-paper[data-read]")).to_have_count(0)
    held = paper.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, document.title, history.state])"
    )

    assert (False, []) == (CANARY in held, [one for one in asked if CANARY in one])
    assert set() == {one.split("/")[2] for one in asked} - {paper.url.split("/")[2]}


def test_a_paper_does_not_come_back_with_the_page(paper, address):
    """
    Gone on and back, the paper of a child is not there.
    """
    paste(paper, NOTICE.format(day="2026-10-02"))
    paper.goto(f"{address}index.html")
    paper.go_back()

    expect(paper.get_by_role("button", name="Paste or open the paper")).to_be_visible()
    expect(paper.get_by_text("made little progress")).to_have_count(0)


def test_what_matters_stands_first_and_what_is_there_is_one_row(paper):
    """
    The count of what looks missing, then the dates, then what is missing, open; what looks there opens line by line.
    """
    paste(paper, NOTICE.format(day="2026-10-02"))
    expect(paper.get_by_text("3 of 7 parts look missing.")).to_be_in_viewport()
    parts = paper.get_by_role("region", name="The seven parts")
    assert card(paper, "Date on the notice").bounding_box()["y"] < parts.bounding_box()["y"]
    expect(parts.get_by_role("group", name="Who can help you understand it")).to_be_visible()
    expect(parts.get_by_text("Sam has made little progress.")).to_be_hidden()

    paper.get_by_text("4 parts look like they're there").click()
    parts.get_by_text("Why", exact=True).click()
    expect(parts.get_by_text("Sam has made little progress.")).to_be_visible()
    parts.get_by_role("group", name="Why", exact=True).get_by_role("button", name="Missing").click()
    expect(paper.get_by_text("4 of 7 parts look missing.")).to_have_count(1)
    paper.get_by_role("button", name="That's right for all of these").click()
    assert ["yes"] * 4 == parts.locator("details .guide-paper__part").evaluate_all(
        "all => all.map(one => one.dataset.said)"
    )
    expect(
        parts.get_by_role("group", name="Who can help you understand it").locator("[aria-pressed=true]")
    ).to_have_count(0)


def test_what_follows_is_told_where_the_tap_was(paper):
    """
    With the first confirmed day what it means is in view and announced, and one tap leads to it.
    """
    paste(paper, NOTICE.format(day=soon(paper, -2)))
    expect(paper.get_by_role("button", name="See what it means")).to_be_hidden()
    confirm(paper, "Date on the notice")
    expect(
        paper.get_by_role("status")
        .filter(has_text="The date on the notice")
        .or_(paper.get_by_role("status").filter(has_text="wait"))
    ).to_have_count(1)
    paper.set_viewport_size({"width": 390, "height": 700})
    paper.get_by_role("button", name="See what it means").click()

    expect(paper.get_by_role("heading", name="What it means")).to_be_focused()
    expect(paper.get_by_role("button", name="See what it means")).to_be_hidden()


def test_a_notice_without_a_day_asks_for_it(paper):
    """
    A notice that doesn't say when it was given starts no count until the parent says so.
    """
    paste(paper, NOTICE.replace("Date of this notice: {day}\n", ""))
    result = paper.get_by_role("region", name="What it means")
    expect(result).to_contain_text("Nothing yet.")
    paper.get_by_label("What day did you get it?").fill(soon(paper, -2))

    expect(result).to_contain_text("The district’s wait")


def test_back_leads_to_the_words_that_were_pasted(paper):
    """
    Back leaves the findings and not the page, with the text in its field; Forward shows them again, and a reload nothing.
    """
    text = NOTICE.format(day="2026-10-02")
    paste(paper, text)
    paper.go_back()
    expect(paper.get_by_label("Paste the words here")).to_be_focused()
    expect(paper.get_by_label("Paste the words here")).to_have_value(text)
    expect(paper.get_by_role("heading", name="Read a school paper")).to_be_visible()
    paper.go_forward()
    expect(paper.get_by_role("heading", name="Notice of Action", exact=True)).to_be_focused()
    paper.reload()

    expect(paper.get_by_role("button", name="Paste or open the paper")).to_be_visible()
    expect(paper.get_by_text("made little progress")).to_have_count(0)


def test_findings_have_no_barriers(paper):
    """
    A notice with its findings, on a phone and at a desk, light and dark.
    """
    paste(paper, NOTICE.format(day=soon(paper, -2)))
    confirm(paper, "Date on the notice")

    assert [] == barriers(paper)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_there_is_the_list_with_boxes(page, address):
    page.goto(address + PAPER)

    assert (7, 0) == (
        page.get_by_role("checkbox").count(),
        page.get_by_role("button", name="Paste or open the paper").count(),
    )
