"""
The printed books: what a parent reads on paper, and what a screen reader hears.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
import segno
import yaml
from lxml import html

from copies import write_page
from guide.characters import printable
from guide.codes import code_path
from guide.data import read_data
from guide.phrases import read_phrases
from guide.printing.book import write_books
from guide.printing.cache import Cache
from guide.printing.previews import add_previews
from guide.printing.zips import write_kit_zips, write_offline_zip
from guide.problems import Problem
from guide.rules.paper import DEEPEST_LIST
from guide.site.reading import site_files
from pdf_reading import elements, hear, outline, page_with, tags, words_of_page

ROOT = Path(__file__).resolve().parent.parent
PHRASES = read_phrases(ROOT, [])
WORD = re.compile(r"[^\W\d_]+")
FACTS = """\
state-pays:
  topic: mediation
  statement: The state pays the mediator.
  citation: 34 CFR 1.1
  url: https://law.example.org/1.1
  jurisdiction: federal
  status: confirmed
  basis: law
  checks:
    - {day: 2026-11-20, compared: The rule., compared_words: null}
  note: null

wait:
  topic: mediation
  statement: The office answers.
  citation: Leaflet
  url: https://www.office.example.org/leaflet
  jurisdiction: none
  status: known
  basis: contact
  checks: []
  note: null
"""
FIELDS = """\
date: {label: Date, hint: "", kind: date, group: letter, example: Today, optional: false}
points: {label: Points, hint: "", kind: list, group: dispute, example: One, optional: false}
"""
BOOKS = """\
small-kit:
  title: Small Kit
  subtitle: A small book.
  parts:
    - {title: How to use it, pages: [kit.md#how-to-use-it]}
    - {title: Lists, pages: [lists/first.md, lists/second.md]}
    - {title: Letters, pages: [letters/ask.md, lists/third.md]}
    - {title: More, pages: [plan.md, review.md, "call.md#call-office", "letters/ask.md#ask", "letters/mine.md#mine"]}
"""
MINE = "{title: Mine, kind: sheet, to: me, required_sections: [{id: a, heading: A, fields: [], phrases: [], why: x}], facts: []}"
ORGANIZATION = """\
extra:
  organization: {name: Sample Network, about: A sample., phone: "", email: "", address: "", url: ""}
"""
DEFAULTS = (Path(__file__).resolve().parent / "pages/_data/defaults.yml").read_text(encoding="utf-8")
PAGES = {
    "kit.md": """\
# The kit

Not printed.

## How to use it

Cut here.[^wait] The office pays.[^state-pays][^wait]

### Step

Call [800-555-0100](tel:800-555-0100), read [the news](news.md) or [the first list](lists/first.md).
See [their site](https://www.office.example.org/).

## After

Not printed either.
""",
    "lists/first.md": """\
# First list

Use it first.

/// checklist | First list
    id: first

- [ ] **Read it.** The state pays.[^state-pays] See [the letter](../letters/ask.md#the-letter). {#read}
- [ ] **Sign it.** Not at once. {#sign}
///

/// next
[On](second.md)
///
""",
    "lists/second.md": """\
# Second list

/// checklist | Second list
    id: second

- [ ] **Keep it.** In a folder. {#keep}
///

/// next
[News](../news.md)
///
""",
    "lists/third.md": "# Third page\n\nOnly words.\n",
    "letters/ask.md": """\
# Ask for it

## When to use it

Now.

## The letter

Shown on screen.

/// letter | Request
    id: ask

[Date]

## What I ask

Please answer. These are my points:

- [Points]
- [x] I am the parent. {#parent}

Sincerely
///

## After you send it

Wait.
""",
    "letters/mine.md": """\
# My sheet

For me.

/// letter | My points
    id: mine

[Date]
///
""",
    "plan.md": """\
# Two days

/// plan | Two days
    id: two-days
    start: Day it came

1. [ ] **Read it.** All of it.[^state-pays] {#read day=0 who=you}
2. [ ] **Wait.** {#wait when="When everything else is done" who=district}
///
""",
    "review.md": """\
# Judge it

/// review | Judge it
    id: judge

- [ ] **Does it say how much?** Else it drifts.[^state-pays] {#how-much}
    - Weak: "Some help."
    - Better: "An hour a week."
    - Weak: "More help."
    - Ask: How many hours?
- [ ] **Who signs?** {#who-signs}
    - Ask: Is it you?
///
""",
    "call.md": """\
# Calls

Be calm.

/// script | Call the office
    id: call-office

## Why you call

To ask.

## What you say

> Hello, this is [Date].

## Write down

- The name.
- The day.
///
""",
    "news.md": "# News\n\nOutside of the book.\n",
}


def build(
    folder: Path,
    books: str = BOOKS,
    pages: dict[str, str] = PAGES,
    address: str = "https://guide.example.org/iep/",
    host: str = "Sample Network",
) -> tuple[list[Problem], Path]:
    """
    Return the problems and the site, after writing the books of a small guide in `folder`.
    """
    data = folder / "docs/_data"
    for kind in ("facts", "letters"):
        (data / kind).mkdir(parents=True, exist_ok=True)
    for name, text in {
        "facts/facts.yml": FACTS,
        "fields.yml": FIELDS,
        "books.yml": books,
        "letters/mine.yml": MINE,
        "organization.yml": ORGANIZATION.replace("Sample Network", host),
        "defaults.yml": DEFAULTS,
    }.items():
        (data / name).write_text(text, encoding="utf-8")
    if not (data / "phrases.yml").exists():
        shutil.copy(ROOT / "docs/_data/phrases.yml", data)
    for path, text in pages.items():
        write_page(folder / "site", path, text, data, address)
    shutil.copytree(ROOT / "overrides/brand", folder / "site/brand", dirs_exist_ok=True)
    phrases = read_phrases(folder, [])
    return write_books(folder / "site", read_data(data), phrases, Cache(None))[0], folder / "site"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    problems, site = build(tmp_path_factory.mktemp("kit"))
    assert problems == []
    return site / "downloads/small-kit.pdf"


@pytest.fixture(scope="module")
def pdf(file):
    with pikepdf.open(file) as opened:
        yield opened


@pytest.fixture(scope="module")
def spoken(pdf):
    """
    What a screen reader hears, in its order: pairs of the tag and the words in it.
    """
    return [(tag, words) for tag, words in hear(pdf) if words.strip()]


@pytest.fixture(scope="module")
def text(spoken):
    said = " ".join(" ".join(words for _, words in spoken).split()).replace("\u2060", "")
    return re.sub(r" ([,.)])", r"\1", said)


def test_a_book_is_tagged(pdf):
    """
    The file says that it is tagged, and has a tree of tags.
    """
    assert pdf.Root.MarkInfo.Marked and "/K" in pdf.Root.StructTreeRoot


def test_a_book_names_its_language(pdf):
    """
    A screen reader knows to speak American English.
    """
    assert pdf.Root.Lang == "en-US"


def test_a_book_shows_its_title(pdf):
    """
    The title stands in both kinds of metadata, and in the window instead of the file's name.
    """
    with pdf.open_metadata() as metadata:
        title = metadata["dc:title"]

    assert (title, str(pdf.docinfo.Title), pdf.Root.ViewerPreferences.DisplayDocTitle) == (
        "Small Kit",
        "Small Kit",
        True,
    )


def test_a_book_says_that_it_is_pdf_ua(pdf):
    """
    The metadata names the standard PDF/UA-1.
    """
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_a_book_is_on_letter_paper(pdf):
    """
    Each page is US Letter.
    """
    assert {tuple(float(side) for side in page.MediaBox) for page in pdf.pages} == {(0, 0, 612, 792)}


def test_bookmarks_lead_to_each_part_and_its_pages(pdf):
    """
    Parts are bookmarks with their pages below; a part with one page has none below.
    """
    assert outline(pdf) == [
        ("What is inside", []),
        ("How to use it", []),
        ("Lists", ["First list", "Second list"]),
        ("Letters", ["Ask for it", "Third page"]),
        ("More", ["Two days", "Judge it", "Call the office", "Ask for it", "My sheet"]),
        ("Sources", []),
    ]


def test_pictures_have_words(pdf):
    """
    Each picture has an alternative text, and its place is told in points from the page's lower left corner.
    """
    figures = [
        (str(figure.Alt), [round(float(side)) for each in figure.A if "/BBox" in each for side in each.BBox])
        for figure in elements(pdf, "/Figure")
    ]

    assert figures[0] == ("Two lines meet and go on as one.", [58, 268, 528, 742])
    assert all(words and 0 < x1 < x2 < 612 and 0 < y1 < y2 < 792 for words, (x1, y1, x2, y2) in figures)


def test_headings_are_heard_in_the_order_of_the_book(spoken):
    """
    The cover comes first, then the contents, then the parts; no depth is left out.
    """
    assert [(tag, words.strip()) for tag, words in spoken if tag.startswith("H")] == [
        ("H1", "Small Kit"),
        ("H2", "What is inside"),
        ("H2", "How to use it"),
        ("H3", "Step"),
        ("H2", "Lists"),
        ("H3", "First list"),
        ("H3", "Second list"),
        ("H2", "Letters"),
        ("H3", "Ask for it"),
        ("H4", "When to use it"),
        ("H4", "After you send it"),
        ("H4", "What I ask"),
        ("H3", "Third page"),
        ("H2", "More"),
        ("H3", "Two days"),
        ("H3", "Judge it"),
        ("H3", "Call the office"),
        ("H4", "Why you call"),
        ("H4", "What you say"),
        ("H4", "Write down"),
        ("H3", "Request"),
        ("H4", "What I ask"),
        ("H3", "My sheet"),
        ("H2", "Sources"),
    ]


def test_the_cover_says_whose_and_how_old_it_is(text):
    """
    The cover has the title, what it is, who hosts it, and the day of the oldest check of a fact in it.
    """
    assert text.startswith(
        "Small Kit A small book. Sample Network Free to copy and share Current as of November 20, 2026"
    )


def test_a_book_is_as_current_as_the_oldest_check_it_cites(tmp_path):
    """
    A fact that was looked at again makes the book no younger, nor does a fact that only other pages cite make it older.
    """
    again = FACTS.split("\n\n")[0]
    facts = {
        "facts/again.yml": again.replace("state-pays:", "state-pays-again:").replace("2026-11-20", "2027-05-01"),
        "facts/other.yml": again.replace("state-pays:", "cited-elsewhere:").replace("2026-11-20", "2025-01-01"),
    }
    (tmp_path / "docs/_data/facts").mkdir(parents=True)
    for name, text in facts.items():
        (tmp_path / "docs/_data" / name).write_text(text, encoding="utf-8")
    pages = {
        **PAGES,
        "kit.md": PAGES["kit.md"].replace("The office pays.", "It pays.[^state-pays-again] The office pays."),
        "news.md": "# News\n\nOld.[^cited-elsewhere]\n",
    }

    problems, site = build(tmp_path, pages=pages)

    said = " ".join(" ".join(words_of_page(site / "downloads/small-kit.pdf", number) for number in (0, -1)).split())
    assert ([], re.findall(r"[Cc]urrent as of ([A-Z]\w+ \d+, \d+)", said)) == (problems, ["November 20, 2026"] * 2)


def test_a_section_ends_at_the_next_heading_of_its_depth(text):
    """
    Of a page that is named with a section, only that section is printed.
    """
    assert "Cut here." in text and "Not printed" not in text


def test_sources_are_one_list(text):
    """
    A source has one number in the whole book, says how sure we are, and is printed with its address.
    """
    assert "Contact. Leaflet. Text not compared yet. office.example.org/leaflet" in text
    assert "Law. 34 CFR 1.1. Confirmed Nov 20, 2026. law.example.org/1.1" in text
    assert text.count("34 CFR 1.1") == 1


def test_marks_of_facts_have_the_numbers_of_the_book(text):
    """
    The marks are counted through the book, in the order of its words, with a comma between two of them.
    """
    joined = text.replace("\u2060", "").replace(" ", "")

    assert "Cuthere.1Theofficepays.2,1" in joined and "Thestatepays.2See" in joined


def test_links_lead_into_the_book_or_to_the_guide(pdf):
    """
    A link to a page of the book leads there, one to another page to its address; a phone number is none.
    """
    links = [
        thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Link"
    ]
    outside = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}

    assert outside == {
        "https://guide.example.org/iep/news.html",
        "https://www.office.example.org/",
        "https://www.office.example.org/leaflet",
        "https://law.example.org/1.1",
    }


def test_links_say_where_they_lead_on_paper(text):
    """
    On paper a link into the book has its page, and one to another site its address.
    """
    assert "the first list (page 4)" in text and "their site (office.example.org)" in text
    assert "the letter (page 7)" in text


def test_the_next_step_has_its_page(text):
    """
    The next step is printed where the book has it, and left out where it leads out of the book.
    """
    assert re.findall(r"Next: [^,]*, page \d+", text) == ["Next: Second list, page 5"]


def test_pages_have_the_title_and_their_number(file):
    """
    The foot of a page has the book's title and the page's number, and below them the host.
    """
    assert re.search(r"Small Kit\s+2\s+Sample Network\s*$", words_of_page(file, 1).replace("  ", " "))


def test_footers_are_not_heard(pdf, text):
    """
    The foot of a page is no part of the text: what is marked as text stands in the tree, and the rest is an artifact.
    """
    marked = sum(
        1
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    )
    in_tree = sum(
        1 for element in tags(pdf.Root.StructTreeRoot.K[0]) for kid in element.get("/K", []) if isinstance(kid, int)
    )

    assert (marked, text.count("Small Kit")) == (in_tree, 1)


def test_a_letter_stands_alone_on_its_page(file):
    """
    A letter's page holds the letter and its number, and nothing of ours.
    """
    words = " ".join(words_of_page(file, page_with(file, "Ask for it") + 1).split())

    assert words == (
        "Date Request What I ask Please answer. These are my points: Points ☑ I am the parent. Sincerely 7"
    )


def test_what_stands_in_a_page_never_becomes_code(tmp_path):
    """
    Signs that mean something to the typesetter come out as they stand: in a title, a page, a letter and a host's name.
    """
    hard = "x #panic() #[b] $c$ @g // j"
    pages = {**PAGES, "kit.md": PAGES["kit.md"].replace("Cut here.", hard)}
    _, site = build(tmp_path, BOOKS.replace("title: Small Kit", f'title: "{hard}"'), pages)

    with pikepdf.open(site / "downloads/small-kit.pdf") as pdf:
        said = "".join(words for _, words in hear(pdf))
    assert said.count(hard) == 2


def test_what_leads_to_the_letter_on_screen_is_not_printed(text):
    """
    On paper the section with the letter has pages of its own, so its words on the page fall away.
    """
    assert "Shown on screen" not in text


def test_no_part_of_the_tree_is_empty(pdf):
    """
    A screen reader stops at nothing that has no words.
    """
    every = tags(pdf.Root.StructTreeRoot.K[0])

    assert [str(element.S) for element in every if not len(element.get("/K", [])) and "/Alt" not in element] == []


def test_items_of_lists_have_number_and_body(pdf):
    """
    Each item of a list has a body; those of a checklist have their number before it.
    """
    kinds = [[str(kid.S) for kid in item.K] for item in elements(pdf, "/LI") if len(item.K)]

    assert all(kind[-1] == "/LBody" for kind in kinds) and ["/Lbl", "/LBody"] in kinds


def test_only_own_fonts_are_used(pdf):
    """
    Every machine prints with the fonts in this repository.
    """
    names = {
        str(font.FontName).split("+")[1]
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
    }

    assert names and all(re.fullmatch(r"Source(Sans3|Serif4)-(Regular|Bold|It)", name) for name in names)


def test_the_same_words_give_the_same_bytes(file, tmp_path):
    """
    A book that is written twice, by two runs of Python, is the same file.
    """
    program = "import sys, pathlib, test_kit; test_kit.build(pathlib.Path(sys.argv[1]))"
    for folder, seed in ((tmp_path / "one", "1"), (tmp_path / "two", "2")):
        subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            check=True,
            cwd=Path(__file__).parent,
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": f"UTC{seed}", "PYTHONPATH": str(ROOT / "scripts")},
        )

    one, two = ((tmp_path / name / "site/downloads/small-kit.pdf").read_bytes() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    "wrong, right, nearest",
    [
        ("lists/frist.md", "lists/first.md", "lists/first.md"),
        ("kit.md#how-to-use", "kit.md#how-to-use-it", "kit.md#how-to-use-it"),
        ("Lists/second.md", "lists/second.md", "lists/second.md"),
    ],
)
def test_a_book_that_names_nothing_is_a_problem(tmp_path, wrong, right, nearest):
    """
    A page or a section that is not there is told with the nearest that is, and the book is not written.
    """
    books = BOOKS.replace(right, wrong)
    line = next(n for n, text in enumerate(books.splitlines(), 1) if wrong in text)
    problems, site = build(tmp_path, books)

    assert problems == [
        Problem(
            "docs/_data/books.yml",
            line,
            f'the book "small-kit" names "{wrong}", which does not exist',
            f'Did you mean "{nearest}"?',
            "book-names-what-exists",
        )
    ]
    assert not (site / "downloads/small-kit.pdf").exists()


def test_a_list_that_fills_its_page_has_no_page_of_notes(tmp_path):
    """
    Lines for notes fill what is left of a page; where nothing is left, there are none.
    """
    items = "".join(f"- [ ] **Step {number}.** A reason for it. {{#step-{number}}}\n" for number in range(1, 16))
    page = f"# First list\n\nUse it.\n\n/// checklist | First list\n    id: first\n\n{items}///\n"
    tight = {**PAGES, "lists/first.md": page}
    _, site = build(tmp_path, pages=tight)
    file = site / "downloads/small-kit.pdf"

    assert page_with(file, "Second list") == page_with(file, "First list") + 1


def heard(spoken, start: str, end: str) -> str:
    """
    Return the words heard from the heading `start` up to the heading `end`.
    """
    heads = [n for n, (tag, words) in enumerate(spoken) if tag.startswith("H") and words.strip() in (start, end)]
    said = " ".join(words for _, words in spoken[heads[0] : heads[1]])
    return " ".join(said.replace("\u2060", "").split())


def test_a_plan_says_when_and_who_before_each_step(spoken):
    """
    On paper a step has its day and who does it, then the order and its reason.
    """
    assert heard(spoken, "Two days", "Judge it") == (
        "Two days guide.example.org/iep/plan.html Done Day 0 , you Read it. All of it. 2 When everything else is done , the district Wait."
    )


def test_a_review_has_three_answers_and_better_words_beside_weak_ones(spoken):
    """
    Each point has its three answers, weak words with better ones next to them, and what to ask.
    """
    assert heard(spoken, "Judge it", "Call the office") == (
        'Judge it guide.example.org/iep/review.html 1 Does it say how much? Yes No Ask about it Else it drifts. 2 Weak: "Some help." Better: "An hour a week." '
        'Weak: "More help." Ask: How many hours? 2 Who signs? Yes No Ask about it Ask: Is it you?'
    )


def test_a_script_can_stand_alone(spoken):
    """
    Of a page that is named with the id of a script only the script is printed, with its title once.
    """
    assert heard(spoken, "Call the office", "My sheet").startswith(
        "Call the office Why you call To ask. guide.example.org/iep/call.html What you say"
    )


def test_a_part_with_sheets_of_letters_says_what_each_is_for(text, file):
    """
    A letter that is named by its id is its sheet and nothing else; the part begins with its title, page and words.
    """
    assert "Ask for it, page 13" in text
    assert " ".join(words_of_page(file, 12).split()).startswith("Date Request What I ask")


def test_a_sheet_of_ones_own_stands_below_its_title(file):
    """
    What is sent to nobody needs no page without our name.
    """
    words = " ".join(words_of_page(file, page_with(file, "My sheet")).split())

    assert words.startswith("My sheet For me.") and "My points" in words


def test_large_print_is_the_book_whole_and_by_part(tmp_path):
    """
    The book at 18 point has the same words; a part by itself says whose it is, and leads to the web for the rest.
    """
    books = BOOKS.replace("  parts:", "  large: true\n  parts:").replace("{title", "{id: part-0, title")
    for number in range(1, 4):
        books = books.replace("part-0, title: L", f"part-{number}, title: L", 1) if number < 3 else books
    books = books.replace("part-0, title: More", "part-3, title: More")
    problems, site = build(tmp_path, books)
    folder = site / "downloads"

    assert [] == problems
    assert sorted(file.name for file in folder.glob("small-kit*.pdf")) == [
        "small-kit-large-part-0.pdf",
        "small-kit-large-part-1.pdf",
        "small-kit-large-part-2.pdf",
        "small-kit-large-part-3.pdf",
        "small-kit-large.pdf",
        "small-kit.pdf",
    ]
    whole, part = pypdfium2.PdfDocument(folder / "small-kit-large.pdf"), folder / "small-kit-large-part-0.pdf"
    sizes = {round(size, 1) for page in whole for size in letter_sizes(page)}
    assert 18 in sizes and min(sizes) > 11
    assert words_of_page(part, 0).startswith("Small Kit: How to use it Large print What is inside")
    with pikepdf.open(part) as pdf:
        links = [
            str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/URI" in link.get("/A", {})
        ]
    assert "https://guide.example.org/iep/lists/first.html" in links


def letter_sizes(page: pypdfium2.PdfPage) -> list[float]:
    """
    Return the size of the type of each piece of text on a page, in points.
    """
    return [item.get_font_size() for item in page.get_objects(filter=[1])]


def test_each_sheet_leads_back_to_its_page(file):
    """
    Each chapter has a code with the address of its page as words; its foot says the address too.
    """
    with pikepdf.open(file) as pdf:
        said = [str(figure.Alt) for figure in elements(pdf, "/Figure")][1:]

    assert ["kit", "lists/first", "plan", "letters/mine"] == [
        name
        for name in ("kit", "lists/first", "plan", "letters/mine")
        if f"QR code that opens this page on the web: guide.example.org/iep/{name}.html" in said
    ]
    assert "guide.example.org/iep/plan.html" in words_of_page(file, page_with(file, "Two days"))


def test_a_code_is_drawn_as_the_library_has_it():
    """
    The path covers the dark modules of the code, and no other.
    """
    side, path = code_path("https://guide.example.org/plan.html")
    dark = {
        (int(x) + n, int(y)) for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v", path) for n in range(int(length))
    }

    rows = segno.make_qr("https://guide.example.org/plan.html", error="m").matrix
    assert (side, dark) == (len(rows), {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module})


def test_without_an_address_there_are_no_codes(tmp_path):
    """
    A guide that has no address yet prints books without codes and addresses.
    """
    _, site = build(tmp_path, address="")

    with pikepdf.open(site / "downloads/small-kit.pdf") as pdf:
        assert [str(figure.Alt) for figure in elements(pdf, "/Figure")] == ["Two lines meet and go on as one."]


def test_what_did_not_change_is_not_made_again(tmp_path):
    """
    A file is made once for the same inputs, anew for others; what no build used is deleted.
    """
    made = []

    def make(inputs):
        made.extend(inputs)
        return [" ".join(one).encode() for one in inputs]

    first = Cache(tmp_path)
    first.get_or_make([("a",), ("b",)], "txt", make)
    second = Cache(tmp_path)
    contents = second.get_or_make([("b",), ("c",)], "txt", make)
    second.prune()

    assert (made, contents, len(list(tmp_path.iterdir()))) == ([("a",), ("b",), ("c",)], [b"b", b"c"], 2)


def test_another_library_makes_files_anew(tmp_path, monkeypatch):
    """
    What is kept depends on the machinery too: with another version of a library it is made again.
    """
    made = []

    def make(inputs):
        made.extend(inputs)
        return [b""]

    Cache(tmp_path).get_or_make([("a",)], "txt", make)
    monkeypatch.setattr("guide.printing.cache.version", lambda name: "0")
    Cache(tmp_path).get_or_make([("a",)], "txt", make)

    assert made == [("a",), ("a",)]


def test_the_zip_has_book_letters_and_a_text_to_read_first(tmp_path):
    """
    The zip file of a book holds the book, the letters as Word files and the text; the same files give the same bytes.
    """
    _, site = build(tmp_path, BOOKS.replace("  parts:", "  zip: true\n  parts:"))
    data = read_data(tmp_path / "docs/_data")
    (site / "index.html").write_bytes((site / "kit.html").read_bytes())
    (site / "downloads/mine.docx").write_bytes(b"Word")
    as_of = {"small-kit": "November 20, 2026"}
    write_kit_zips(site, data, PHRASES, as_of)
    one = (site / "downloads/small-kit.zip").read_bytes()
    write_kit_zips(site, data, PHRASES, as_of)

    with ZipFile(site / "downloads/small-kit.zip") as archive:
        assert archive.namelist() == ["read-me.txt", "small-kit.pdf", "letters/mine.docx"]
        assert "A folder of 1 letters" in archive.read("read-me.txt").decode()
        assert "Current as of November 20, 2026." in archive.read("read-me.txt").decode()
        assert archive.read("small-kit.pdf") == (site / "downloads/small-kit.pdf").read_bytes()
    assert one == (site / "downloads/small-kit.zip").read_bytes()


OFFERS = {
    **PAGES,
    "kit.md": PAGES["kit.md"].replace(
        "## After",
        """\
/// downloads
- [The kit](downloads/small-kit.pdf)
- [All of it](downloads/guide-offline.zip)
///

## After""",
    ),
}


def test_a_page_says_how_large_its_downloads_are(tmp_path):
    """
    Behind a link stand kind, pages and size; below the list, pictures of pages with their bookmarks; twice is as once.
    """
    _, site = build(tmp_path, pages=OFFERS)
    (site / "index.html").write_bytes((site / "plan.html").read_bytes())
    above, _, block_and_below = (site / "kit.html").read_bytes().partition(b'<div class="guide-downloads">')
    below = block_and_below.partition(b"</div>")[2]
    add_previews(site, PHRASES, Cache(None))
    write_offline_zip(site, ["small-kit"])
    add_previews(site, PHRASES, Cache(None))
    once = (site / "kit.html").read_bytes()
    add_previews(site, PHRASES, Cache(None))

    block = html.fromstring(once).find_class("guide-downloads")[0]
    pages = len(pikepdf.open(site / "downloads/small-kit.pdf").pages)
    kilobytes = [
        round((site / "downloads" / name).stat().st_size / 1000) for name in ("small-kit.pdf", "guide-offline.zip")
    ]
    assert [size.text for size in block.find_class("guide-downloads__size")] == [
        f"PDF, {pages} pages, {kilobytes[0]} kB",
        f"zip file, {kilobytes[1]} kB",
    ]
    assert [(site / image.get("src")).read_bytes()[:4] for image in block.iter("img")] == [b"RIFF"] * 6
    assert [image.get("alt") for image in block.iter("img")][:2] == ["Page 1: Cover", "Page 3: How to use it"]
    assert once == (site / "kit.html").read_bytes()
    assert (True, True) == (once.startswith(above + b'<div class="guide-downloads">'), once.endswith(b"</div>" + below))


def test_the_whole_guide_is_in_one_file_but_itself_and_the_books(tmp_path):
    """
    The zip file holds each file of the site but itself and the books, and its own pages lead to those on the web.
    """
    _, site = build(tmp_path, pages=OFFERS)
    (site / "index.html").write_bytes((site / "kit.html").read_bytes())
    write_offline_zip(site, ["small-kit"])
    one = (site / "downloads/guide-offline.zip").read_bytes()
    write_offline_zip(site, ["small-kit"])

    with ZipFile(site / "downloads/guide-offline.zip") as archive:
        names, page = set(archive.namelist()), archive.read("guide/kit.html").decode()
    apart = {"guide/downloads/guide-offline.zip", "guide/downloads/small-kit.pdf"}
    assert names == {f"guide/{name}" for name in site_files(site)} - apart
    assert 'href="https://guide.example.org/iep/downloads/guide-offline.zip"' in page
    assert 'href="https://guide.example.org/iep/downloads/small-kit.pdf"' in page
    assert one == (site / "downloads/guide-offline.zip").read_bytes()


def test_without_an_address_the_books_are_in_the_file_too(tmp_path):
    """
    Where a guide has no address, nothing on the web can be led to.
    """
    _, site = build(tmp_path, pages=OFFERS, address="")
    (site / "index.html").write_bytes((site / "kit.html").read_bytes())
    write_offline_zip(site, ["small-kit"])

    with ZipFile(site / "downloads/guide-offline.zip") as archive:
        assert "guide/downloads/small-kit.pdf" in archive.namelist()


def bracketed(said: str | dict[str, str], name: str) -> str | dict[str, str]:
    """
    Return a phrase in «»; of a list of months each.
    """
    if isinstance(said, dict):
        return {form: f"«{words}»" for form, words in said.items()}
    return ", ".join(f"«{month}»" for month in said.split(", ")) if name.endswith("months") else f"«{said}»"


def test_a_book_in_another_language_has_no_word_of_ours(tmp_path):
    """
    With every phrase in «», the book, its pictures, the text to read first and what a page says of its downloads have no
    other words than those of their authors.
    """
    data = tmp_path / "docs/_data"
    data.mkdir(parents=True)
    catalog = yaml.safe_load((ROOT / "docs/_data/phrases.yml").read_text(encoding="utf-8"))
    catalog["extra"]["phrases"] = {
        group: {key: bracketed(said, key) for key, said in entries.items()}
        for group, entries in catalog["extra"]["phrases"].items()
    }
    (data / "phrases.yml").write_text(yaml.safe_dump(catalog, allow_unicode=True), encoding="utf-8")
    # What authors begin the lines of a review with is their language too.
    review = re.sub(r"- (Weak:|Better:|Ask:)", r"- «\1»", OFFERS["review.md"])
    pages = OFFERS | {"review.md": review}
    phrases = read_phrases(tmp_path, [])
    _, site = build(tmp_path, BOOKS.replace("  parts:", "  zip: true\n  parts:"), pages)
    (site / "index.html").write_bytes((site / "kit.html").read_bytes())
    write_kit_zips(site, read_data(data), phrases, {"small-kit": "«November» 20, 2026"})
    add_previews(site, phrases, Cache(None))

    book = site / "downloads/small-kit.pdf"
    with pypdfium2.PdfDocument(book) as opened:
        said = [page.get_textpage().get_text_bounded() for page in opened]
    with pikepdf.open(book) as pdf:
        said += [str(figure.Alt) for figure in elements(pdf, "/Figure")]
    with ZipFile(site / "downloads/small-kit.zip") as archive:
        said.append(archive.read("read-me.txt").decode())
    block = html.fromstring((site / "kit.html").read_bytes()).find_class("guide-downloads")[0]
    said += [block.text_content(), *(image.get("alt") for image in block.iter("img"))]
    authors = "\n".join([*pages.values(), BOOKS, FACTS, FIELDS, MINE, ORGANIZATION])
    known = {*WORD.findall(authors), "guide", "example", "org", "iep", "html", "read", "letters", "zip", "pdf"}
    assert [] == sorted(set(WORD.findall(outside("\n".join(said)))) - known)
    assert all(word in outside("A Sources «b «c»» Checked") for word in ("Sources", "Checked"))


def outside(text: str) -> str:
    """
    Return what stands in no «», one pair of which may hold another.
    """
    before = ""
    while text != before:
        text, before = re.sub(r"«[^«»]*»", " ", text), text
    return text


def test_hard_words_stay_on_the_paper(tmp_path):
    """
    A word of 200 letters, in a title, a table and a list to tick, one of 100 as the host's name, lists in each other, and
    each character that a font of ours has: all of it is set, and none of it runs over the edge.
    """
    word, signs = "m" * 200, "".join(map(chr, sorted(number for number in printable() if number > 160)))
    deep = "\n".join(f"{'    ' * depth}- Level {depth + 1}." for depth in range(DEEPEST_LIST))
    rows = " ".join(signs[start : start + 20] for start in range(0, len(signs), 20))
    pages = {
        "hard.md": f"# Hard {word}\n\n{rows}\n\n{deep}\n\n**{word}** at https://group.example/{word}\n\n"
        f"| A | B | C |\n| --- | --- | --- |\n| {word} | one | {word} |\n",
        "lists/second.md": PAGES["lists/second.md"].replace("Keep it.", word).replace("In a folder.", word),
    }
    books = (
        "small-kit:\n"
        f"  title: Electroencephalographically {word[:30]}\n"
        f"  subtitle: {word}\n"
        f"  parts: [{{title: Hard, pages: [hard.md, lists/second.md]}}]\n"
    )

    problems, site = build(tmp_path, books, pages, host=word[:100])

    assert [] == problems
    for page in pypdfium2.PdfDocument(site / "downloads/small-kit.pdf"):
        words, (width, height) = page.get_textpage(), page.get_size()
        boxes = [words.get_charbox(place) for place in range(words.count_chars())]
        assert all(0 <= left and right <= width and 0 <= low and high <= height for left, low, right, high in boxes)
