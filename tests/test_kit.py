"""
The printed books: what a parent reads on paper, and what a screen reader hears.
"""

import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from markdown import markdown

from guide.data import read_data
from guide.kit.book import write_books
from guide.problems import Problem

FACTS = """\
state-pays:
  topic: mediation
  statement: The state pays the mediator.
  citation: 34 CFR 1.1
  url: https://law.example.org/1.1
  status: confirmed
  basis: law
  checked_on: 2026-11-20
  compared: The rule.
  note: null

wait:
  topic: mediation
  statement: The office answers.
  citation: Leaflet
  url: https://www.office.example.org/leaflet
  status: known
  basis: contact
  checked_on: null
  compared: null
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
"""
ORGANIZATION = """\
extra:
  organization: {name: Sample Network, about: A sample., phone: "", email: "", address: "", url: ""}
"""
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
    "news.md": "# News\n\nOutside of the book.\n",
}


def build(folder: Path, books: str = BOOKS, pages: dict[str, str] = PAGES) -> tuple[list[Problem], Path]:
    """
    Return the problems and the site, after writing the books of a small guide in `folder`.
    """
    data = folder / "docs/_data"
    (data / "facts").mkdir(parents=True)
    for name, text in {"facts/facts.yml": FACTS, "fields.yml": FIELDS, "books.yml": books, "organization.yml": ORGANIZATION}.items():
        (data / name).write_text(text, encoding="utf-8")
    for path, text in pages.items():
        words = markdown(text, extensions=["guide.blocks", "attr_list", "tables", "toc"],
                         extension_configs={"guide.blocks": {"data": str(data)}})
        words = re.sub(r'href="([^":]*)\.md', r'href="\1.html', words)
        file = folder / "site" / path.replace(".md", ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        address = f"https://guide.example.org/iep/{path.replace('.md', '.html')}"
        file.write_text(f'<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="{address}"></head>'
                        f"<body><p>Menu</p><article>{words}</article></body></html>", encoding="utf-8")
    return write_books(folder / "site", read_data(data)), folder / "site"


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
    return " ".join(" ".join(words for _, words in spoken).split()).replace(" ,", ",")


def hear(pdf) -> list[tuple[str, str]]:
    words = {}
    for page in pdf.pages:
        fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
        font, number = None, None
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                number = operands[1].get("/MCID")
            elif str(operator) == "EMC":
                number = None
            elif str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) in ("Tj", "TJ") and number is not None:
                codes = b"".join(bytes(part) for part in (operands[0] if str(operator) == "TJ" else operands)
                                 if isinstance(part, pikepdf.String))
                said = "".join(font.get(codes[n:n + 2], "?") for n in range(0, len(codes), 2))
                words[page.objgen, int(number)] = words.get((page.objgen, int(number)), "") + said

    def walk(element, tag):
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child, tag)
        elif isinstance(element, pikepdf.Dictionary):
            own = str(element.get("/S", ""))[1:]
            for child in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else []:
                if isinstance(child, int):
                    yield tag[1:] + (own,), words.get((element.Pg.objgen, int(child)), "")
                else:
                    yield from walk(child, tag + (own,))

    heard = []
    for tags, said in walk(pdf.Root.StructTreeRoot.K, ()):
        block = next((tag for tag in reversed(tags) if re.fullmatch(r"H\d|P|Link|Lbl|LBody", tag)), "")
        heard.append((block, said))
    return heard


def letters_of(font) -> dict[bytes, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", table)
    return {bytes.fromhex(code): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}


def tags(element) -> list:
    """
    Return an element of the tree of tags with all those below it.
    """
    below = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(each for kid in below for each in tags(kid))]


def elements(pdf, kind: str) -> list:
    return [element for element in tags(pdf.Root.StructTreeRoot.K[0]) if element.S == kind]


def outline(pdf) -> list[tuple[str, list[str]]]:
    with pdf.open_outline() as bookmarks:
        return [(item.title, [child.title for child in item.children]) for item in bookmarks.root]


def words_of_page(file: Path, number: int) -> str:
    """
    Return all the words printed on a page, those that no screen reader hears too.
    """
    with pikepdf.open(file) as pdf:
        page = pdf.pages[number]
        fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
        font, said = {}, ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) == "TJ":
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                said += "".join(font.get(codes[n:n + 2], "?") for n in range(0, len(codes), 2)) + " "
        return said


def page_with(file: Path, heading: str) -> int:
    """
    Return the number of the page that a bookmark leads to, counted from 0.
    """
    with pikepdf.open(file) as pdf, pdf.open_outline() as bookmarks:
        pages = [page.objgen for page in pdf.pages]
        every = [each for item in bookmarks.root for each in (item, *item.children)]
        return next(pages.index(item.destination[0].objgen) for item in every if item.title == heading)


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

    assert (title, str(pdf.docinfo.Title), pdf.Root.ViewerPreferences.DisplayDocTitle) == ("Small Kit", "Small Kit", True)


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
    assert outline(pdf) == [("What is inside", []), ("How to use it", []), ("Lists", ["First list", "Second list"]),
                            ("Letters", ["Ask for it", "Third page"]), ("Sources", [])]


def test_pictures_have_words(pdf):
    """
    Each picture has an alternative text, and its place is told in points from the page's lower left corner.
    """
    assert [(str(figure.Alt), [round(float(side)) for side in figure.A.BBox]) for figure in elements(pdf, "/Figure")] == [
        ("Two lines meet and go on as one.", [65, 237, 547, 727])]


def test_headings_are_heard_in_the_order_of_the_book(spoken):
    """
    The cover comes first, then the contents, then the parts; no depth is left out.
    """
    assert [(tag, words.strip()) for tag, words in spoken if tag.startswith("H")] == [
        ("H1", "Small Kit"), ("H2", "What is inside"), ("H2", "How to use it"), ("H3", "Step"), ("H2", "Lists"),
        ("H3", "First list"), ("H3", "Second list"), ("H2", "Letters"), ("H3", "Ask for it"), ("H4", "When to use it"),
        ("H4", "After you send it"), ("H4", "What I ask"), ("H3", "Third page"), ("H2", "Sources")]


def test_the_cover_says_whose_and_how_old_it_is(text):
    """
    The cover has the title, what it is, who hosts it, and the day of the newest fact.
    """
    assert text.startswith("Small Kit A small book. Sample Network Free to copy and share Current as of November 20, 2026")


def test_a_section_ends_at_the_next_heading_of_its_depth(text):
    """
    Of a page that is named with a section, only that section is printed.
    """
    assert "Cut here." in text and "Not printed" not in text


def test_sources_are_one_list(text):
    """
    A source has one number in the whole book, says how sure we are, and is printed with its address.
    """
    assert "Contact. Leaflet Text not compared yet. office.example.org/leaflet" in text
    assert "Law. 34 CFR 1.1 Confirmed Nov 20, 2026. law.example.org/1.1" in text
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
    links = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Link"]
    outside = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}

    assert outside == {"https://guide.example.org/iep/news.html", "https://www.office.example.org/",
                       "https://www.office.example.org/leaflet", "https://law.example.org/1.1"}


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
    The foot of a page has the book's title and the page's number.
    """
    assert re.search(r"Small Kit\s+2\s*$", words_of_page(file, 1).replace("  ", " "))


def test_footers_are_not_heard(pdf, text):
    """
    The foot of a page is no part of the text: what is marked as text stands in the tree, and the rest is an artifact.
    """
    marked = sum(1 for page in pdf.pages for operands, operator in pikepdf.parse_content_stream(page)
                 if str(operator) == "BDC" and "/MCID" in operands[1])
    in_tree = sum(1 for element in tags(pdf.Root.StructTreeRoot.K[0]) for kid in element.get("/K", [])
                  if isinstance(kid, int))

    assert (marked, text.count("Small Kit")) == (in_tree, 1)


def test_a_letter_stands_alone_on_its_page(file):
    """
    A letter's page holds the letter and its number, and nothing of ours.
    """
    words = " ".join(words_of_page(file, page_with(file, "Ask for it") + 1).split())

    assert words == ("Date Request What I ask Please answer. These are my points: Points I am the parent. Sincerely 7")


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
    names = {str(font.FontName).split("+")[1] for font in pdf.objects
             if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"}

    assert names and all(re.fullmatch(r"Guide-(Sans|Serif)(-More)?(-Bold|-Italic|-Oblique)?", name) for name in names)


def test_the_same_words_give_the_same_bytes(file, tmp_path):
    """
    A book that is written twice, by two runs of Python, is the same file.
    """
    program = "import sys, pathlib, test_kit; test_kit.build(pathlib.Path(sys.argv[1]))"
    for folder, seed in ((tmp_path / "one", "1"), (tmp_path / "two", "2")):
        subprocess.run([sys.executable, "-c", program, str(folder)], check=True, cwd=Path(__file__).parent,
                       env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": f"UTC{seed}"})

    one, two = ((tmp_path / name / "site/downloads/small-kit.pdf").read_bytes() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("wrong, right, nearest", [
    ("lists/frist.md", "lists/first.md", "lists/first.md"),
    ("kit.md#how-to-use", "kit.md#how-to-use-it", "kit.md#how-to-use-it"),
    ("Lists/second.md", "lists/second.md", "lists/second.md"),
])
def test_a_book_that_names_nothing_is_a_problem(tmp_path, wrong, right, nearest):
    """
    A page or a section that is not there is told with the nearest that is, and the book is not written.
    """
    problems, site = build(tmp_path, BOOKS.replace(right, wrong))

    assert problems == [Problem("docs/_data/books.yml", 1, f'the book "small-kit" names "{wrong}", which does not exist',
                                f'Did you mean "{nearest}"?', "book-names-what-exists")]
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
