"""
A family's own kit: what they tick, with their names filled in, printed in one go.
"""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from barriers import barriers
from filled import LETTERS, page_key, parts_in

KIT = "make-my-kit.html"
CHILD, PARENT = "Sam Quixote", "Pat Quixote"
# What a made-up family picks, by group, and the first words of each piece on its own sheet.
PICKED = {
    "Plans": {"They said no": "They said no: the first 48 hours"},
    "Checklists": {"The week before": "The week before"},
    "Letters and worksheets": {
        "Ask for the school records": "Request for school records",
        "Ask for the reasons in writing": "Request for a prior written notice",
        "Write down what was said": "Following up on our conversation",
    },
    "Phone scripts": {"Call MPACT for help": "Call MPACT for help"},
}
TITLES = {title: words for group in PICKED.values() for title, words in group.items()}
ANSWERS = {
    "fields": {"child-name": CHILD, "district-name": "Sample Valley R-I"},
    "letters": {
        "follow-up-note": {
            "fields": {"event-date": "2026-11-23", "said-list": "No more speech therapy."},
            "choices": {"in-person": True, "phone": False, "notice": True},
        }
    },
}
TICKS = {"week-before": {"confirm-time": "done", "confirm-interpreter": "not-needed"}}
STORES = "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"


def keep(page, **parts):
    """
    Keep work as if the parent had typed and ticked it on other pages, and look at the page anew.
    """
    page.evaluate(
        """([key, parts]) => localStorage.setItem(key, JSON.stringify({ version: 2, parts: Object.fromEntries(
      Object.entries(parts).map(([name, work]) => [name, { kept: guide.today(), work }])) }))""",
        [page_key(page), parts],
    )
    page.reload()


def pick(page, picked=PICKED):
    """
    Tick what a family picks.
    """
    for group, titles in picked.items():
        details = page.get_by_role("group").filter(has=page.locator("summary", has_text=group))
        if not details.get_by_role("checkbox").first.is_visible():
            details.locator("summary").click()
        for title in titles:
            details.get_by_role("checkbox", name=title, exact=True).check()


def said(page):
    return page.get_by_role("status").filter(has_text=re.compile(r"\S")).last


def count_prints(page):
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")


def print_kit(page, count: int) -> list[str]:
    """
    Print the kit, and return the words of each sheet of paper.
    """
    count_prints(page)
    page.get_by_role("button", name="Print my kit").click()
    expect(said(page)).to_contain_text(f"Your kit has {count} piece")
    assert page.evaluate("window.printed") == 1
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]


@pytest.fixture
def kit(page, address):
    page.goto(address + KIT)
    return page


def sheets_of_a_family(page) -> list[str]:
    """
    Return the sheets that the made-up family prints, who kept a letter and some ticks, and types a name and a day.
    """
    keep(page, answers=ANSWERS, ticks=TICKS)
    pick(page)
    page.get_by_label("Your name", exact=True).fill(PARENT)
    page.get_by_label("Day they said no").fill("2026-11-23")
    return print_kit(page, len(TITLES))


def assert_is_the_familys(sheets: list[str]):
    """
    The contents come first, in order and numbered; each piece begins a sheet, filled in; the sources end the kit.
    """
    entries = [f"{number}. {title}" for number, title in enumerate(TITLES, 1)]
    places = [sheets[0].find(entry) for entry in entries]
    assert f"Kit for {CHILD}" in sheets[0].partition("What's inside")[0]
    assert -1 not in places and places == sorted(places), sheets[0]
    begun = [next((n for n, sheet in enumerate(sheets) if n and words in sheet[:400]), 0) for words in TITLES.values()]
    assert 0 not in begun and begun == sorted(set(begun)), begun
    for number, (title, first) in enumerate(zip(TITLES, begun, strict=True), 1):
        is_letter = title in PICKED["Letters and worksheets"]
        assert is_letter == (f"{number} of {len(TITLES)}" not in sheets[first]), title
        assert not is_letter or CHILD in sheets[first], title
        assert not is_letter or PARENT in " ".join(sheets[first : first + 2]), title
    assert "Mon, Nov 23, 2026 (day 0)" in sheets[begun[0]]
    assert f"my name is {PARENT}" in sheets[begun[-1]]
    assert "Sources" in sheets[-1] and "34 CFR" in sheets[-1]
    assert re.search(
        r"Checked November \d+, 2026 to November \d+, 2026. Look again after November \d+, 2027", sheets[-1]
    )


def test_a_family_prints_its_kit(kit, complaints):
    """
    Three letters, a list, a plan and a script: contents, numbers, names, days, each on a sheet of its own. The policy
    stops nothing.
    """
    assert_is_the_familys(sheets_of_a_family(kit))
    assert [] == complaints


def test_a_kit_is_printed_from_a_folder(page, site, complaints):
    """
    The same without a server, and the paper names no folder of the computer.
    """
    page.goto(site.as_uri() + "/" + KIT)
    assert_is_the_familys(sheets_of_a_family(page))
    assert b"file:" not in page.pdf()
    assert [] == complaints


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_list_stands_with_its_links(kit):
    """
    A sentence says what to do instead, each piece has its link, and no button does nothing.
    """
    expect(kit.get_by_text("use the Starter Kit")).to_be_visible()
    for row in kit.locator("guide-kit summary").all():
        row.click()
    for title in TITLES:
        expect(kit.get_by_role("listitem").get_by_role("link", name=title, exact=True)).to_be_visible()
    expect(kit.get_by_role("button", name="Print my kit")).to_have_count(0)


def test_nothing_is_loaded_before_it_is_asked_for(kit, address, asked):
    """
    Opening the page loads no piece, also not what was begun; a tick loads what was ticked, from the guide itself.
    """
    keep(kit, answers=ANSWERS, ticks=TICKS)
    kit.wait_for_load_state("networkidle")
    before = [url for url in asked if "/kit/" in url]
    with kit.expect_request_finished(lambda request: request.url.endswith("/kit/call-mpact.js")):
        pick(kit, {"Phone scripts": ["Call MPACT for help"]})

    loaded = {url.removeprefix(f"{address}kit/") for url in asked if "/kit/" in url}
    assert ([], {"call-mpact.js", "week-before.js", "follow-up-note.js"}) == (before, loaded)
    assert [] == [url for url in asked if not url.startswith(address)]


def test_nothing_is_stored_unasked(kit):
    """
    Ticking, typing and printing leave both stores as they were, and typed names go with the page.
    """
    before = kit.evaluate(STORES)
    pick(kit)
    kit.get_by_label("Child's name", exact=True).fill(CHILD)
    kit.get_by_label("Day they said no").fill("2026-11-23")
    print_kit(kit, len(TITLES))
    after = kit.evaluate(STORES)
    kit.reload()

    assert before == after
    expect(kit.get_by_label("Child's name", exact=True)).to_have_value("")
    expect(kit.get_by_text(CHILD)).to_have_count(0)


def test_a_name_is_kept_once_the_parent_says_so(kit, address):
    """
    Names kept here stand in the letters too, and what the letters had stays.
    """
    keep(kit, answers=ANSWERS)
    kit.get_by_label("Your name", exact=True).fill(PARENT)
    kit.get_by_label("Your name", exact=True).blur()
    kit.get_by_label("School district", exact=True).fill("")
    kit.get_by_label("School district", exact=True).blur()
    work = parts_in(kit)["answers"]["work"]

    assert {"fields": {"child-name": CHILD, "parent-name": PARENT}, "letters": ANSWERS["letters"]} == work
    kit.goto(address + LETTERS["records-request"])
    expect(kit.get_by_label("Your name", exact=True)).to_have_value(PARENT)


def test_who_goes_on_to_a_letter_is_asked_first(kit):
    """
    A link that leads away from typed names waits for an answer, as on the page of a letter.
    """
    kit.get_by_text("Your names and dates").click()
    kit.get_by_label("Child's name", exact=True).fill(CHILD)
    kit.get_by_role("link", name="Write my letter").last.click()
    kit.get_by_role("dialog").get_by_role("button", name=re.compile("^Keep on this device")).click()
    kit.wait_for_url("**/letters/index.html")

    assert {"child-name": CHILD} == parts_in(kit)["answers"]["work"]["fields"]


def test_what_was_begun_is_ticked_already(kit):
    """
    A letter that was filled in and a list that was ticked are in the kit, and a sentence names them.
    """
    keep(kit, answers=ANSWERS, ticks={**TICKS, "day-of": {}})

    expect(kit.get_by_text("You started these")).to_contain_text("The week before; Write down what was said.")
    expect(kit.get_by_text("2 checked", exact=True)).to_be_visible()


def test_a_ready_choice_ticks_its_pieces(kit):
    """
    One press ticks what goes together, besides what was ticked before, and names it; one more takes all ticks away.
    """
    pick(kit, {"Checklists": ["The week before"]})
    kit.get_by_role("button", name="After a bad meeting").click()
    expect(said(kit)).to_contain_text("They said no; Write down what was said; Ask for the reasons in writing")
    expect(kit.get_by_text("7 checked", exact=True)).to_be_visible()
    kit.get_by_role("button", name="Uncheck all").click()
    expect(kit.get_by_text("0 checked", exact=True)).to_be_visible()
    kit.get_by_role("button", name="Print my kit").click()

    expect(said(kit)).to_have_text("Nothing is checked yet. Check what you need, then print.")


def test_ticks_and_choices_stand_on_paper(kit):
    """
    A list has its ticks. A letter that was begun reads as the parent left it; one that was not has boxes for the pen.
    """
    sheets = sheets_of_a_family(kit)
    kit.emulate_media(media="print")
    item = kit.get_by_role("listitem").filter(has_text=re.compile("^ *Confirm the date, the place or link"))
    expect(item.get_by_role("checkbox")).to_be_visible()
    expect(item.get_by_role("checkbox")).to_be_checked()
    expect(
        kit.get_by_role("listitem").filter(has_text="Ask who is coming for the district").get_by_role("checkbox")
    ).not_to_be_checked()
    note = next(sheet for sheet in sheets[1:] if "Following up on our conversation" in sheet)
    records = next(n for n, sheet in enumerate(sheets) if n and "Request for school records" in sheet)

    assert "We met in person." in note and "No more speech therapy." in note and "We talked by phone" not in note
    assert "November 23, 2026" in note and "Person you're writing to" in note
    assert "I would like digital copies" in " ".join(sheets[records : records + 2])


def test_the_kit_is_for_paper_alone(kit):
    """
    The screen shows the choices as before; no id stands twice; each source is listed once, by the number of its marks.
    """
    sheets_of_a_family(kit)
    found = kit.evaluate("""() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
      const paper = document.body.lastElementChild
      const sources = [...paper.querySelectorAll(".guide-source")].map(({ dataset }) => dataset.fact)
      return {
        twice: ids.filter((id, n) => ids.indexOf(id) < n),
        shown: paper.checkVisibility(),
        wrong: [...paper.querySelectorAll(".guide-fact")].filter(mark => sources.indexOf(mark.dataset.fact) + 1 !== Number(mark.textContent)).length,
        repeated: sources.length - new Set(sources).size,
      }
    }""")

    assert {"twice": [], "shown": False, "wrong": 0, "repeated": 0} == found
    assert [] == barriers(kit, within="guide-kit")
    # What is changed then is not printed as it was.
    kit.get_by_label("Your name", exact=True).fill("Robin")
    expect(kit.get_by_text(re.compile("^Kit for"))).to_have_count(0)


def test_the_browsers_own_way_to_print_prints_the_kit(kit):
    """
    Whoever prints from the browser's menu gets the kit as well; with nothing ticked, the page as it is.
    """
    with pypdfium2.PdfDocument(kit.pdf()) as pdf:
        before = pdf[0].get_textpage().get_text_bounded()
    with kit.expect_request_finished(lambda request: request.url.endswith("/kit/week-before.js")):
        pick(kit, {"Checklists": ["The week before"]})
    kit.get_by_label("Child's name", exact=True).fill(CHILD)
    with pypdfium2.PdfDocument(kit.pdf()) as pdf:
        after = [sheet.get_textpage().get_text_bounded() for sheet in pdf]

    assert "Make my kit" in before
    assert f"Kit for {CHILD}" in after[0] and "The week before" in after[1]


def test_a_worksheet_and_a_sheet_bear_their_number(kit):
    """
    What stays with the family is numbered on its sheet. With nothing that is sent, no word is said of letters.
    """
    pick(
        kit,
        {
            "Letters and worksheets": ["Worksheet: due process complaint"],
            "Sheets for your own use": ["One-page timeline"],
        },
    )
    sheets = print_kit(kit, 2)

    assert [True, True] == [any(f"{number} of 2" in sheet for sheet in sheets[1:]) for number in (1, 2)]
    assert "Our kit" in sheets[0] and "Letters have no number" not in sheets[0]


def test_a_piece_that_cannot_be_loaded_is_told_and_nothing_is_lost(kit):
    """
    A sentence names it, nothing is printed, the names stay; once the connection is back, the same button prints.
    """
    kit.route("**/kit/week-before.js", lambda route: route.abort())
    pick(kit, {"Checklists": ["The week before", "On mediation day"]})
    kit.get_by_label("Child's name", exact=True).fill(CHILD)
    count_prints(kit)
    kit.get_by_role("button", name="Print my kit").click()
    expect(said(kit)).to_contain_text("nothing was printed: The week before.")
    expect(kit.get_by_label("Child's name", exact=True)).to_have_value(CHILD)
    assert kit.evaluate("window.printed") == 0
    kit.unroute("**/kit/week-before.js")

    assert f"Kit for {CHILD}" in print_kit(kit, 2)[0]


def test_a_browser_that_keeps_nothing_prints_all_the_same(page, address):
    """
    With its stores blocked the tool is there, takes names and prints them; to keep them is refused in a sentence.
    """
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } }) }"""
    )
    page.goto(address + KIT)
    pick(page, {"Letters and worksheets": ["Ask for the school records"]})
    page.get_by_label("Child's name", exact=True).fill(CHILD)
    page.get_by_role("button", name="Keep my answers on this device").click()
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    expect(page.get_by_text("let the guide keep anything")).to_be_visible()

    assert CHILD in print_kit(page, 1)[1]


@pytest.mark.parametrize(
    "keys, sentence", [("02302027", "There is no such date."), ("01010026", "The year 0026 cannot be right.")]
)
def test_a_day_that_is_none_is_told_and_counts_nothing(keys, sentence, kit):
    """
    The field says it, and the plan keeps its days in words.
    """
    pick(kit, {"Plans": ["They said no"]})
    kit.get_by_label("Day they said no").press_sequentially(keys)
    expect(kit.get_by_label("Day they said no")).to_have_accessible_description(re.compile(sentence))
    paper = " ".join(print_kit(kit, 1))

    assert "Day 0" in paper and "(day 0)" not in paper


@pytest.mark.parametrize("name", ["W" * 200, "سام مثال", "Sam 🙂 Example", "<b>Sam</b> & co"])
def test_a_hard_name_is_printed_as_it_was_typed(name, kit):
    """
    A long word, another alphabet, a picture, and what looks like markup: as words on the cover and in a letter, within
    the sheet.
    """
    pick(kit, {"Letters and worksheets": ["Ask for the reasons in writing"]})
    kit.get_by_label("Child's name", exact=True).fill(name)
    kit.get_by_label("School", exact=True).fill(name)
    print_kit(kit, 1)
    kit.emulate_media(media="print")
    kit.set_viewport_size({"width": 643, "height": 900})

    expect(kit.get_by_role("heading", name=f"Kit for {name}")).to_be_visible()
    expect(kit.get_by_role("region").filter(has_text="Request for a prior written notice")).to_contain_text(name)
    assert kit.evaluate("document.documentElement.scrollWidth") <= 643
