"""
What a parent prints with the browser, looked at as the printer gets it.
"""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from filled import ROOT
from guide.page_files import read_pages

# The pages with a list of a kind, by their paths.
LISTS = {
    kind: sorted(
        page.path.removeprefix("docs/").removesuffix(".md") + ".html"
        for page in read_pages(ROOT / "docs", ROOT)[0]
        if any(block.name == kind for block in page.blocks)
    )
    for kind in ("checklist", "plan", "review", "script")
}
FIRST_HOURS = "checklists/first-48-hours.html"
TEN_DAYS = "plans/ten-days-after-a-notice.html"
REVIEW = LISTS["review"][0]
# Sides of a box to tick, in points, with its line.
BOX = (12, 13.5)


@pytest.fixture
def paper(tab):
    """
    Print a page of the guide, after doing something on it, and return the PDF.
    """
    made = []

    def print_page(path: str, do=lambda page: None) -> pypdfium2.PdfDocument:
        page = tab(path)
        do(page)
        made.append(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))
        page.close()
        return made[-1]

    yield print_page
    for pdf in made:
        pdf.close()


def words(sheet) -> str:
    """
    Return the words of a page of a PDF, in one line.
    """
    return " ".join(sheet.get_textpage().get_text_bounded().split())


def places(sheet, text: str) -> list[tuple[float, float, float, float]]:
    """
    Return where a text stands on a sheet: left, bottom, right, top in points.
    """
    on = sheet.get_textpage()
    search, found = on.search(text, match_case=True), []
    while hit := search.get_next():
        boxes = [on.get_charbox(index) for index in range(hit[0], hit[0] + hit[1])]
        found.append((boxes[0][0], boxes[0][1], boxes[-1][2], boxes[0][3]))
    return found


def boxes(sheet) -> list[tuple[float, float, float, float]]:
    """
    Return the squares and circles to tick on a sheet, from the top down, those of a row from the left.
    """
    drawn = [part.get_bounds() for part in sheet.get_objects([FPDF_PAGEOBJ_PATH])]
    # The ground of a box is drawn where its line is.
    found = {
        (round(middle(place)), round(place[1])): place
        for place in drawn
        if all(BOX[0] <= side <= BOX[1] for side in (place[2] - place[0], place[3] - place[1]))
    }
    return sorted(found.values(), key=lambda place: (-round(place[1]), place[0]))


def middle(place) -> float:
    """
    Return the middle of a place, across.
    """
    return (place[0] + place[2]) / 2


def is_marked(sheet, place) -> bool:
    """
    Say if there is ink in the middle of a place.
    """
    left, bottom, right, top = place
    width, height = sheet.get_size()
    inside = (left + 4, bottom + 4, width - right + 4, height - top + 4)
    picture = sheet.render(scale=3, crop=inside).to_pil().convert("L")
    return picture.getextrema()[0] < 128


def test_a_checklist_stands_on_one_sheet(paper):
    """
    Each point is on the first sheet with both its boxes; only sources that it has no room for take a second one.
    """
    sheets, drawn, points = {}, {}, {}
    for path in LISTS["checklist"]:
        pdf = paper(path, lambda page, path=path: points.update({path: page.get_by_role("checkbox").count()}))
        sheets[path], drawn[path] = len(pdf), len(boxes(pdf[0]))

    assert {} == {path: count for path, count in sheets.items() if count > 2}
    assert {path: 2 * count for path, count in points.items()} == drawn


def test_a_plan_takes_no_more_sheets_than_the_book_gives_it(paper):
    """
    Two with its sources, and three where there is much to read before the first step.
    """
    sheets = {path: len(paper(path)) for path in LISTS["plan"]}

    assert {} == {path: count for path, count in sheets.items() if count > 3}
    assert sum(count > 2 for count in sheets.values()) <= 2


def test_the_heads_stand_over_their_boxes(paper):
    """
    "Done" over the squares, "Does not apply" over the circles; a plan has squares alone, and its head again on the next sheet.
    """
    sheet = paper(FIRST_HOURS)[0]
    (done,), (skip,) = places(sheet, "Done"), places(sheet, "apply")
    rows = [boxes(sheet)[n : n + 2] for n in range(0, len(boxes(sheet)), 2)]

    assert [] == [
        row for row in rows if abs(middle(row[0]) - middle(done)) > 2 or abs(middle(row[1]) - middle(skip)) > 2
    ]
    plan = list(paper("plans/child-out-of-school.html"))[:2]
    heads = [places(sheet, "Done") for sheet in plan]
    assert [1, 1] == [len(head) for head in heads]
    assert [] == [
        box
        for sheet, (head,) in zip(plan, heads, strict=True)
        for box in boxes(sheet)
        if abs(middle(box) - middle(head)) > 2 or box[3] > head[1]
    ]


def test_what_was_ticked_is_ticked_on_paper(paper):
    """
    A tick in the square of what is done, in the circle of what does not apply, in no other box.
    """

    def tick(page):
        page.get_by_role("checkbox").nth(0).check()
        page.locator("guide-checklist summary").nth(1).click()
        page.get_by_role("button", name="Does not apply").click()

    sheet = paper(FIRST_HOURS, tick)[0]

    assert [0, 3] == [number for number, box in enumerate(boxes(sheet)) if is_marked(sheet, box)]


def test_a_plan_is_printed_with_its_days(paper):
    """
    The dates that follow from the parent's own stand in the column of days.
    """
    pdf = paper(TEN_DAYS, lambda page: page.get_by_label("Meeting, printed date or day it came").fill("2027-01-11"))
    (first,) = places(pdf[0], "Read every line.")

    assert "Wed, Jan 20, 2027 (day 9)" in words(pdf[0])
    assert all(day[2] < first[0] for sheet in pdf for day in places(sheet, "Jan 11, 2027 (day 0)"))


def test_a_review_is_printed_with_its_answers(paper):
    """
    At each point stand the question and the three answers, the chosen one ticked; below it the questions to take along.
    """
    points = {}

    def judge(page):
        points["count"] = page.locator("guide-checklist [type=checkbox]").count()
        page.get_by_role("button", name="Start, point by point").click()
        for number, name in enumerate(("Says it", "Not sure"), 1):
            page.get_by_text(f"{number} of {points['count']}").wait_for()
            page.get_by_role("button", name=name, exact=True).click()

    pdf = paper(REVIEW, judge)
    said = " ".join(map(words, pdf))
    answers = [f"{marks[0]} Yes, clear {marks[1]} No {marks[2]} Ask about it" for marks in ("☑☐☐", "☐☐☑", "☐☐☐")]

    assert [1, 1, points["count"] - 2] == [said.count(answer) for answer in answers]
    assert points["count"] == sum(len(places(sheet, "Ask:")) for sheet in pdf)
    assert "Your questions for the room" in said


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_review_for_the_pen_has_boxes_at_each_point(paper):
    """
    Without scripts the same three answers stand there, each with a box.
    """
    points = {}
    pdf = paper(REVIEW, lambda page: points.update(count=page.get_by_role("checkbox").count()))
    said = " ".join(map(words, pdf))

    assert points["count"] == said.count("☐ Yes, clear ☐ No ☐ Ask about it")
    assert "Your questions for the room" not in said


@pytest.mark.parametrize(
    "path", [FIRST_HOURS, TEN_DAYS, "mediation/prepare.html", "index.html", "track/saved-work.html"]
)
def test_what_is_for_the_screen_is_not_on_paper(path, page, address):
    """
    No next step, no menu, no other words for it, no progress, no button; the foot says which guide and page it is.
    """
    page.goto(address + path)
    page.emulate_media(media="print")
    (pdf,) = [pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))]

    for text in ("Next step", "Skip to the text", re.compile("^Other words for this")):
        expect(page.get_by_text(text, exact=True).filter(visible=True)).to_have_count(0)
    assert 0 == page.get_by_role("button").filter(visible=True).count()
    assert 0 == page.get_by_role("navigation").filter(visible=True).count()
    assert 0 == page.get_by_role("progressbar").filter(visible=True).count()
    assert [] == [number for number, sheet in enumerate(pdf, 1) if f"{path} {number} " not in words(sheet) + " "]


@pytest.mark.parametrize("path", [FIRST_HOURS, TEN_DAYS, REVIEW, "letters/mediation-request.html", "which-route.html"])
def test_paper_is_the_same_in_dark(path, page, address):
    """
    Dark mode never reaches paper.
    """
    page.goto(address + path)
    sheets = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
            sheets.append([sheet.render(scale=1).to_pil().tobytes() for sheet in pdf])

    assert sheets[0] == sheets[1]


@pytest.mark.parametrize("path", LISTS["script"])
def test_a_call_is_one_sheet(path, paper):
    """
    A call prints on one page, with what is closed on the screen, and with lines to write on and no button.
    """
    said = []
    pdf = paper(path, lambda page: said.extend(page.locator("section dt").all_text_contents()))
    printed = words(pdf[0])

    assert 1 == len(pdf)
    assert len(said) >= 2
    for part in (*said, "If they say", "If nobody answers", "Write down"):
        assert part in printed
    assert "Put my names in" not in printed
    assert not re.search(r"Call \d{3}-\d{3}-\d{4} Why you call", printed)
