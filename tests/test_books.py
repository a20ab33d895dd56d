"""
The books of this guide as they are published: each page of each.
"""

import itertools
import re
from datetime import datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guide.data import read_data
from pdf_reading import elements, hear, outline, tags

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(scope="module", params=sorted(DATA.books))
def file(site, request) -> Path:
    return site / f"downloads/{request.param}.pdf"


@pytest.fixture(scope="module", params=[f"{key}-large" for key, book in sorted(DATA.books.items()) if book.large])
def large(site, request) -> Path:
    return site / f"downloads/{request.param}.pdf"


@pytest.fixture(scope="module")
def pdf(file):
    with pikepdf.open(file) as opened:
        yield opened


def marks_of(element) -> list[tuple]:
    """
    Return the page of each piece of text in an element, with the tag it stands in, in the order of reading.
    """
    found = []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            found.append((element.Pg.objgen, str(element.S)[1:]))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            own = str(element.S)[1:]
            # A link or a number in a heading is the heading's.
            found += [(page, own if own in HEADINGS else tag) for page, tag in marks_of(kid)]
    return found


def test_a_book_can_be_printed_at_a_library(file, pdf):
    """
    At most 64 pages of US Letter, of which wide tables lie on their side, and under 3 MB.
    """
    assert len(pdf.pages) <= 64 and file.stat().st_size < 3_000_000
    assert {tuple(sorted(float(side) for side in page.MediaBox)) for page in pdf.pages} == {(0, 0, 612, 792)}


def test_a_book_is_tagged_and_names_title_and_language(file, pdf):
    """
    A screen reader finds tags, the title of the list of books, and American English.
    """
    assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "en-US"
    assert str(pdf.docinfo.Title) == DATA.books[file.stem].title


def test_each_part_and_page_has_its_bookmark(file, pdf):
    """
    The bookmarks are the parts of the list of books, in their order, each with its pages.
    """
    parts = DATA.books[file.stem].parts

    marks = outline(pdf)
    assert [title for title, _ in marks] == ["What is inside", *(part.title for part in parts), "Sources"]
    counts = [len(part.pages) + len(part.posters) for part in parts]
    assert [len(below) for _, below in marks[1:-1]] == [count if count > 1 else 0 for count in counts]


def test_no_heading_is_the_last_on_its_page(pdf):
    """
    Below a heading stands at least the beginning of what it is about.
    """
    marks = marks_of(pdf.Root.StructTreeRoot.K[0])
    last = [tag for (page, tag), (following, _) in itertools.pairwise(marks) if page != following]

    assert [tag for tag in last if tag in HEADINGS] == []


def test_no_item_is_broken_over_pages(pdf):
    """
    An item of a list, with its boxes, stands on one page.
    """
    broken = [item for item in elements(pdf, "/LI") if len({page for page, _ in marks_of(item)}) > 1]

    assert broken == []


def test_pictures_have_words(pdf):
    """
    Each picture says what it is.
    """
    assert all(str(figure.get("/Alt", "")).strip() for figure in elements(pdf, "/Figure"))


def test_headings_leave_out_no_depth(pdf):
    """
    A heading is at most one deeper than the one before it.
    """
    depths = [
        int(str(element.S)[2]) for element in tags(pdf.Root.StructTreeRoot.K[0]) if str(element.S)[1:] in HEADINGS
    ]

    assert [(one, two) for one, two in itertools.pairwise(depths) if two > one + 1] == []


def test_each_chapter_leads_back_to_the_web(file, pdf):
    """
    Each page of the list of books has a code back to it.
    """
    pages = {name.partition("#")[0].removesuffix(".md") for part in DATA.books[file.stem].parts for name in part.pages}
    said = " ".join(str(figure.Alt) for figure in elements(pdf, "/Figure"))

    assert [page for page in sorted(pages) if f"/{page}.html" not in said] == []


def filled(page: pypdfium2.PdfPage) -> float:
    """
    Return how much of a page lies above its last words or lines, its foot left out: 1 for a full one.
    """
    height = page.get_height()
    bottoms = [item.get_bounds()[1] for item in page.get_objects()]
    low = min((bottom for bottom in bottoms if bottom > 62), default=height)
    return (height - 50 - low) / (height - 110)


def test_no_page_is_almost_empty(file):
    """
    Each page but the cover is more than a third full: paper and ink cost money.
    """
    pages = list(pypdfium2.PdfDocument(file))[1:]

    assert [] == [number for number, page in enumerate(pages, 2) if filled(page) < 1 / 3]


def type_sizes(file: Path) -> set[float]:
    """
    Return the sizes of type in a file, in points, of pieces with more than three letters.
    """
    found = set()
    for page in pypdfium2.PdfDocument(file):
        text = page.get_textpage()
        for item in page.get_objects(filter=[1]):
            item.textpage = text
            if len(item.extract().strip()) > 3:
                found.add(round(item.get_font_size(), 2))
    return found


def test_type_is_large_enough_to_read(file):
    """
    Running text has 9.3 points at least, a reason in a list a little less; below that stand only labels of blanks, feet
    and sources.
    """
    label, reason, foot_or_source = 7.5, 0.955, (8.5, 9)
    running = [size for size in type_sizes(file) - {label} if not foot_or_source[0] <= size <= foot_or_source[1]]

    assert min(running) >= 9.3 * reason - 0.01


def test_large_print_is_set_at_18_points(large):
    """
    In large print the words have 18 points, and nothing on the page has less than 11; the sources of a poster alone
    stay as small as they are.
    """
    sizes = type_sizes(large) - {8.5}

    assert 18 in sizes and min(sizes) >= 9
    with pikepdf.open(large) as opened:
        assert [title for title, _ in outline(opened)] in [
            ["What is inside", *(part.title for part in book.parts), "Sources"] for book in DATA.books.values()
        ]


def test_the_book_says_how_old_it_is(pdf):
    """
    The cover and the sources have the day of the oldest check among the sources that the book lists.
    """
    words = " ".join(" ".join(said for _, said in hear(pdf)).split())
    oldest = min(datetime.strptime(day, "%b %d, %Y") for day in re.findall(r"Confirmed (\w+ \d+, \d+)", words))

    # Each poster of a book says its own day.
    assert words.count(f"{oldest:%B} {oldest.day}, {oldest.year}") >= 2
