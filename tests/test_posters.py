"""
The posters: one sheet for a wall, read from two steps away, with the words of its pages.
"""

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from copies import write_page
from guide.data import read_data
from guide.phrases import read_phrases
from guide.printing.book import write_books
from guide.printing.cache import Cache
from guide.printing.letter_files import write_letter_files
from guide.printing.posters import KINDS, write_posters
from guide.problems import Problem
from pdf_reading import elements, hear, outline, tags

ROOT = Path(__file__).resolve().parent.parent
FACT = """\
{key}:
  topic: t
  statement: x
  citation: {citation}
  url: https://law.example.org
  jurisdiction: federal
  status: {status}
  basis: {basis}
  checks: {checks}
  note: null
"""
FACTS = [
    ("may-ask", "Rule 1", "confirmed", "law", "{day: 2026-11-20, compared: Rule., compared_words: null}"),
    ("one-year", "Rule 2", "confirmed", "law", "{day: 2026-11-21, compared: Rule., compared_words: null}"),
    ("hours", "Rule 3", "known", "law", ""),
    ("office", "Leaflet 4", "confirmed", "contact", "{day: 2026-11-22, compared: Leaflet., compared_words: null}"),
    ("line", "A page 5", "unconfirmed", "contact", ""),
]
PAGES = {
    "wall.md": """\
# Wall

## Ways

| Way | Good for | Who decides | Price |
| --- | --- | --- | --- |
| **Meeting** | A mix-up. You may [ask](plan.md) for one.[^may-ask] | The team | None |
| **Complaint** | A broken rule.[^hours][^hours] | The office | None[^one-year] |

**Soon?** Sign nothing.[^may-ask] Call today.

**Not so soon?** Wait.

See [the limits](#limits).

## Limits

| What | Limit | My date |
| --- | --- | --- |
| **Complain** to the office | One year.[^one-year] | |
| **Answer** an offer | Ten days.[^hours] | |

**Close?** Call [800-555-0100](tel:800-555-0100).[^office]

## Phones

| Who | Number | Say |
| --- | --- | --- |
| **Danger** | **911** | Where you are |
| **Office,** the main line | [800-555-0100](tel:800-555-0100)[^office] | "Where do I send it?" |
| **Line** (ask first) | [800-555-0199](tel:800-555-0199)[^line] | "Can you help?" |

**My numbers**

| Who | Name | Phone |
| --- | --- | --- |
| My helper | | |
| A lawyer | | |
""",
    "plan.md": """\
# Plan

/// plan | Three days
    id: plan
    start: The day it came

1. [ ] **Read it.** All of it. {#read day=0 who=you}
2. [ ] **Call the office.** Today. {#call day=0 who=you}
3. [ ] **File it.** It counts when it comes in.[^hours] {#file day=2 who=you}
4. [ ] **See what happens.** {#see day=3 who=you}
///
""",
    "brief.md": """\
# Brief

/// letter | My brief
    id: brief

## What we want

- [Points]
- [x] We keep it private. {#private}
///
""",
    "list.md": """\
# Talk

/// checklist | Talk
    id: talk

- [ ] **Decide who speaks.** Both of you.[^may-ask] {#speaks}
- [ ] **Ask what it costs.** In writing. {#costs}
///
""",
    "log.md": "# Log\n\n| Day | Who | How | Said | Promised | Until |\n| --- | --- | --- | --- | --- | --- |\n| A | B | C | D | E | F |\n",
}
POSTERS = """\
way-map:
  kind: route-map
  title: Ways out
  about: Find yours.
  pages: [wall.md#ways]
  columns: {problem: Good for, door: Way, decides: Who decides}
  framed: ["Soon?"]
  words: {problem_head: The trouble, door_head: Your door}

strip:
  kind: ten-days
  title: Three days
  about: One by one.
  pages: [plan.md, wall.md#phones]
  columns: {who: Who, number: Number}
  rows: [office]
  last_days: [2]
  words: {day_head: Day, date_head: Date, order_head: Do, between: It goes on., start: "From: {start}.", last: May not pass}

limits:
  kind: limits
  title: Limits
  about: Yours.
  pages: [wall.md#limits]
  columns: {act: What, limit: Limit, date: My date}
  framed: ["Close?"]
  words: {last: May not pass}

phones:
  kind: phones
  title: Numbers
  about: Call.
  pages: [wall.md#phones]
  columns: {who: Who, number: Number, say: Say}
  words: {who_head: Who and what}

month:
  kind: month
  title: Month
  about: Early.
  pages: [plan.md, wall.md#phones]
  columns: {who: Who, number: Number}
  rows: [office]
  words: {month: Month and year, last: it ends, send: send it, call: a call}

packet:
  kind: helper
  title: Packet
  about: Fill it in.
  pages: [brief.md#brief, list.md, wall.md#phones]
  columns: {who: Who, number: Number}
  rows: [office]
  words: {second_title: Second, second_about: Tick., numbers_title: Call, dates_title: Dates, date_head: When, what_head: What, who_head: By}

log:
  kind: log
  title: Log
  about: One line.
  pages: [log.md]
  columns: {when: Day, who: Who, how: How, said: Said, promised: Promised, due: Until}
  words: {name: Name, sheet: Sheet}
"""
BOOK = """\
kit:
  title: Kit
  subtitle: A book.
  parts:
    - {title: Plan, pages: [plan.md, list.md]}
    - {title: Walls, posters: [way-map, limits, strip]}
"""
FILES = {
    "facts/facts.yml": "".join(
        FACT.format(key=key, citation=citation, status=status, basis=basis, checks=f"[{check}]")
        for key, citation, status, basis, check in FACTS
    ),
    "fields.yml": 'points: {label: Points, hint: "", kind: list, group: dispute, example: One, optional: false}\n',
    "letters/brief.yml": "{title: My brief, kind: sheet, to: me, required_sections: [{id: a, heading: A, fields: [], phrases: [], why: x}], facts: []}",
    "organization.yml": 'extra:\n  organization: {name: Sample Network, about: A sample., phone: "", email: "", address: "", url: ""}\n',
    "defaults.yml": (ROOT / "tests/pages/_data/defaults.yml").read_text(encoding="utf-8"),
    "posters.yml": POSTERS,
    "books.yml": BOOK,
}


def build(
    folder: Path,
    posters: str = POSTERS,
    changed: dict[str, str] | None = None,
    address: str = "https://guide.example.org/",
) -> tuple[list[Problem], Path]:
    """
    Return the problems and the folder of the downloads, after drawing the posters of a small guide in `folder`;
    `changed` are pages that differ.
    """
    data = folder / "docs/_data"
    for name, text in (FILES | {"posters.yml": posters}).items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "docs/_data/phrases.yml", data)
    shutil.copytree(ROOT / "overrides/brand", folder / "site/brand", dirs_exist_ok=True)
    for path, text in (PAGES | (changed or {})).items():
        write_page(folder / "site", path, text, data, address)
    problems = write_posters(folder / "site", read_data(data), read_phrases(folder, []), Cache(None))
    return problems, folder / "site/downloads"


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("guide")


@pytest.fixture(scope="module")
def downloads(guide) -> Path:
    problems, folder = build(guide)
    assert [] == problems
    return folder


def heard(file: Path) -> str:
    """
    Return all that a screen reader hears of a file, without the joiners that keep marks with their words.
    """
    with pikepdf.open(file) as pdf:
        return " ".join(" ".join(words for _, words in hear(pdf)).replace("\u2060", "").split())


def sizes(file: Path) -> list[tuple[str, float]]:
    """
    Return each letter of a file with its size in points.
    """
    found = []
    for page in pypdfium2.PdfDocument(file):
        text = page.get_textpage()
        found += [
            (text.get_text_range(n, 1), round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, n), 2))
            for n in range(text.count_chars())
        ]
    return found


def size_of(words: str, file: Path) -> float:
    """
    Return the size in which some words are set.
    """
    letters = [(letter, size) for letter, size in sizes(file) if letter.strip()]
    start = "".join(letter for letter, _ in letters).index("".join(words.split()))
    return letters[start][1]


WORDS = {
    "way-map": "The trouble Your door A mix-up. You may ask for one. 1 Meeting The team A broken rule. 2 Text not compared yet "
    "Complaint The office Soon? Sign nothing. 1 Call today.",
    "strip": "Day Date Do Done 0 Read it. Call the office. 1 It goes on. 2 File it. 1 3 See what happens.",
    "limits": "What Limit My date Complain to the office One year. 1 Answer an offer Ten days. 2 Text not compared yet",
    "phones": 'Who and what Number Danger Where you are 911 Office, the main line 1 "Where do I send it?" 800-555-0100 '
    'Line (ask first) 2 "Can you help?" Reported by others, ask first 800-555-0199 My numbers My helper A lawyer',
    "month": "Sunday Monday Tuesday Wednesday Thursday Friday Saturday Office, the main line 1 800-555-0100",
    "packet": "Second Tick. Page 2 of 2. ☐ Decide who speaks. ☐ Ask what it costs. Call Who Number Office, the main line 1 "
    "800-555-0100 Dates When What By Notes",
    "log": "Day Who How Said Promised Until",
}


@pytest.mark.parametrize("key", WORDS)
def test_a_poster_has_the_words_of_its_pages_in_their_order(downloads, key):
    """
    What stands in the table, plan or list of its pages, and what a page says of a source that is not confirmed.
    """
    assert "".join(WORDS[key].split()) in "".join(heard(downloads / f"{key}.pdf").split())


def test_every_kind_is_tried():
    """
    The small guide has a poster of each kind.
    """
    assert set(KINDS) == set(re.findall(r"kind: (.+)", POSTERS))


@pytest.mark.parametrize("key", WORDS)
def test_a_poster_is_one_sheet_with_its_title_and_its_square(downloads, key):
    """
    One sheet, a packet two; one title above all, tags, the language, and a square that leads to the page.
    """
    with pikepdf.open(downloads / f"{key}.pdf") as pdf:
        titles = [element for element in tags(pdf.Root.StructTreeRoot.K[0]) if element.S == "/H1"]
        said = [str(figure.Alt) for figure in elements(pdf, "/Figure")]

        assert len(pdf.pages) == (2 if key == "packet" else 1)
        assert (len(titles), pdf.Root.MarkInfo.Marked, pdf.Root.Lang) == (1, True, "en-US")
        assert said[0].startswith("QR code") and "guide.example.org/" in said[0]


def test_it_can_be_read_from_two_steps_away(downloads):
    """
    Title 34 points, its sentence 16, rows 15 to 20, numbers to dial 24 or more, the foot 9.
    """
    assert size_of("Ways out", downloads / "way-map.pdf") == 34
    assert size_of("Find yours.", downloads / "way-map.pdf") == 16
    assert 15 <= size_of("A mix-up", downloads / "way-map.pdf") <= 20
    assert size_of("Meeting", downloads / "way-map.pdf") == 20
    assert 15 <= size_of("File it.", downloads / "strip.pdf") <= 20
    assert 15 <= size_of("Complain", downloads / "limits.pdf") <= 20
    assert {size_of(number, downloads / "phones.pdf") >= 24 for number in ("911", "800-555-0100", "800-555-0199")} == {
        True
    }
    assert size_of("guide.example.org/wall.html", downloads / "limits.pdf") == 9


def test_each_source_is_named_with_what_is_not_confirmed(downloads):
    """
    Above the foot stand the law behind each number, how sure we are, and the day of the oldest check.
    """
    assert heard(downloads / "limits.pdf").endswith(
        "Sources 1 Rule 2; 2 Rule 3 ( Text not compared yet ); 3 Leaflet 4. "
        "Current as of November 21, 2026. guide.example.org/wall.html Sample Network"
    )


def test_a_day_that_may_not_pass_has_a_diamond_that_is_heard(downloads):
    """
    One of the four days; it is bold too.
    """
    with pikepdf.open(downloads / "strip.pdf") as pdf:
        said = [str(figure.Alt) for figure in elements(pdf, "/Figure")]

    assert said[1:] == ["May not pass"]
    assert "May not pass. From: The day it came." in heard(downloads / "strip.pdf")


def test_a_packet_has_the_sheet_to_fill_in_first(downloads):
    """
    With what is ticked already.
    """
    assert "Page 1 of 2. My brief What we want Points ☑ We keep it private." in heard(downloads / "packet.pdf")


def test_tables_have_heads(downloads):
    """
    A screen reader says the column of each cell.
    """
    for key, count in {"way-map": 2, "strip": 4, "limits": 3, "phones": 2, "month": 7, "log": 6}.items():
        with pikepdf.open(downloads / f"{key}.pdf") as pdf:
            assert len(elements(pdf, "/TH")) == count, key


def test_what_does_not_fit_its_page_is_told_with_its_name_and_by_how_much(tmp_path):
    """
    Nothing is cut off, and nothing set too small to read.
    """
    row = "| **Complain** to the office | One year.[^one-year] | |\n"
    problems, folder = build(tmp_path, changed={"wall.md": PAGES["wall.md"].replace(row, row * 30)})

    [problem] = problems
    assert (problem.path, problem.line, problem.rule) == ("docs/_data/posters.yml", 20, "poster-can-be-drawn")
    assert re.fullmatch(r'the poster "limits" cannot be drawn: it is \d+ points taller than its page', problem.what)
    assert not (folder / "limits.pdf").exists() and (folder / "phones.pdf").exists()


def test_a_guide_without_an_address_has_posters_without_a_square(tmp_path):
    """
    There is nothing to lead to yet.
    """
    problems, folder = build(tmp_path, address="")
    assert [] == problems

    with pikepdf.open(folder / "phones.pdf") as pdf:
        assert [] == elements(pdf, "/Figure")


SLIPS = {
    "column": ("Good for, door", "Bad for, door", 'no table of "wall.md#ways" has the column "Bad for"', 6),
    "column that is missing": ("problem: Good for, ", "", '"problem" is missing in "columns"', 6),
    "words that are missing": ("{last: May not pass}", "{}", '"last" is missing in "words"', 27),
    "words that nothing shows": ("{last: May", "{first: x, last: May", 'nothing shows "first" of "words"', 27),
    "paragraph": ('["Soon?"]', '["Late?"]', 'no paragraph of its pages begins with "Late?" in bold', 7),
    "row": ("rows: [office]\n  last", "rows: [offices]\n  last", 'no row of the table cites the fact "offices"', 16),
    "day": ("last_days: [2]", "last_days: [1]", "the plan has no step on day 1", 17),
    "page": ("[wall.md#limits]", "[wall.md#limit]", '"wall.md#limit" does not exist', 24),
    "table": ("pages: [log.md]", "pages: [plan.md]", '"plan.md" has no table', 59),
    "plan": ("pages: [plan.md, wall.md#phones]\n  columns: {who: Who, number: Number}\n  rows: [office]\n  last", "pages: [wall.md#phones]\n  columns: {who: Who, number: Number}\n  rows: [office]\n  last", "none of its pages has a plan", 14),
    "sheet": ("[brief.md#brief, list.md", "[list.md", "none of its pages has a sheet to fill in", 50),
    "key": ("limits:\n", "kit:\n", "a book or a letter has the same key", 20),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_what_a_page_no_longer_has_is_told_by_line(tmp_path, slip):
    """
    A table, plan or list that changed stops the build: else a row would be missing on a wall.
    """
    right, wrong, what, line = SLIPS[slip]
    assert POSTERS.count(right) >= 1
    problems, _ = build(tmp_path, POSTERS.replace(right, wrong, 1))

    assert [(line, what)] == [(problem.line, problem.what.partition("cannot be drawn: ")[2]) for problem in problems]
    assert problems[0].fix[-1] in ".?"


def test_a_sheet_to_fill_in_has_as_many_lines_as_its_page_holds(guide, downloads):
    """
    A family writes by hand: a list of three lines would leave most of the page empty.
    """
    write_letter_files(
        guide / "site", read_data(guide / "docs/_data"), read_phrases(guide, []), [], Cache(guide / "cache")
    )
    page = pypdfium2.PdfDocument(downloads / "brief.pdf")[0]
    lines = [shape for shape in page.get_objects() if shape.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]

    assert len(lines) == 3 + 8


def test_a_book_prints_posters_in_place_of_their_pages(guide, downloads):
    """
    Each has its bookmark and its page in the contents; what leads to its page leads to it.
    """
    data = read_data(guide / "docs/_data")
    problems, _ = write_books(guide / "site", data, read_phrases(guide, []), Cache(None))
    assert [] == problems

    with pikepdf.open(downloads / "kit.pdf") as pdf:
        assert ("Walls", ["Ways out", "Limits", "Three days"]) in outline(pdf)
        assert str(pdf.docinfo.Title) == "Kit"
    assert size_of("Ways out", downloads / "way-map.pdf") == 34
    assert "Current as of November 20, 2026." in heard(downloads / "kit.pdf")


def test_a_book_names_only_posters_that_there_are(guide, downloads):
    """
    A name that leads nowhere is told by its line.
    """
    books = guide / "docs/_data/books.yml"
    books.write_text(BOOK.replace("way-map", "way-maps"), encoding="utf-8")
    problems, _ = write_books(guide / "site", read_data(guide / "docs/_data"), read_phrases(guide, []), Cache(None))
    books.write_text(BOOK, encoding="utf-8")

    assert [(6, 'the book "kit" names the poster "way-maps", which does not exist')] == [
        (problem.line, problem.what) for problem in problems
    ]


def test_a_part_of_a_book_without_pages_is_told(tmp_path):
    """
    It would print a title above nothing.
    """
    build(tmp_path)
    books = tmp_path / "docs/_data/books.yml"
    books.write_text(BOOK.replace("posters: [way-map, limits, strip]", "posters: []"), encoding="utf-8")

    told = [
        problem.what for problem in read_data(tmp_path / "docs/_data").problems if problem.path.endswith("books.yml")
    ]
    assert ['entry 2 of "parts" of "kit": it has no pages'] == told
