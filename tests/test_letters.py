"""
The downloads of the letters: on paper, in Word and as text they say what their page says.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html
from markdown import markdown

from guide.data import read_data
from guide.letter import Blank, Letter, NotPrintable, Unit, read_letter
from guide.page_files import read_pages
from guide.phrases import read_phrases
from guide.printing.cache import Cache
from guide.printing.letter_files import write_letter_files
from guide.printing.nodes import letter_node
from guide.printing.text import letter_text
from guide.printing.word import letter_word
from guide.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
PHRASES = read_phrases(ROOT, [])
KEYS = sorted(file.stem for file in (ROOT / "docs/letters").glob("*.md") if file.stem != "index")
# One letter and one worksheet, of those with a page of their own.
LETTERS = read_data(ROOT / "docs/_data").letters
ONE_OF_EACH_KIND = list({LETTERS[key].kind: key for key in KEYS}.values())
HARD = "“Ann's” & <b>co</b> ]]> [x] \U0001f600 שלום \u00a0é"
FIELDS = """\
sent-on: {label: Date, hint: "", kind: date, group: letter, example: Today, optional: false}
points: {label: Points, hint: "", kind: list, group: letter, example: One, optional: false}
story: {label: Story, hint: "", kind: long, group: letter, example: One, optional: true}
name: {label: Name, hint: "", kind: text, group: you, example: Pat, optional: false}
signature: {label: Signature, hint: "", kind: signature, group: letter, example: Pat, optional: false}
"""
SHEET = """\
[Date]
To the office

## What I ask

I  am [Name].
Please answer.

- ( ) I am the parent. {#parent}
- [x] My name is [Name]. {#named}

These are my points:

- [Points]

Then do this:

1. Read.
2. Write.

I enclose:

- [ ] the plan {#plan}
- [ ] the log {#log}

And this:

1. Call.

[Story]

Sincerely,

[Signature]
[Name]
"""
TEXT = """\
[Date]
To the office

Request

What I ask
I am [Name].
Please answer.

[ ] I am the parent.
[x] My name is [Name].

These are my points:

- [Points]

Then do this:

1. Read.
2. Write.

I enclose:

- [ ] the plan
- [ ] the log

And this:

1. Call.

[Story]

Sincerely,

[Signature]
[Name]
"""


def small_guide(folder: Path, sheet: str, options: str = "") -> tuple[list[Problem], Path]:
    """
    Return the problems and the downloads of a guide with one letter.
    """
    words = folder / "docs"
    (words / "_data").mkdir(parents=True)
    (words / "_data/fields.yml").write_text(FIELDS, encoding="utf-8")
    shutil.copy(ROOT / "docs/_data/phrases.yml", words / "_data")
    page = f"# Ask\n\n/// letter | Request\n    id: ask\n{options}\n{sheet}///\n"
    (words / "ask.md").write_text(page, encoding="utf-8")
    body = markdown(
        page, extensions=["guide.blocks", "tables"], extension_configs={"guide.blocks": {"data": str(words / "_data")}}
    )
    (folder / "site").mkdir()
    (folder / "site/ask.html").write_text(
        f"<!doctype html><html lang='en-US'><title>Ask</title>{body}", encoding="utf-8"
    )
    written, _ = read_pages(words, folder)
    return write_letter_files(
        folder / "site", read_data(words / "_data"), PHRASES, written, Cache(None)
    ), folder / "site/downloads"


@pytest.fixture
def ask(tmp_path) -> Path:
    """
    The downloads of the letter above, without their endings.
    """
    problems, downloads = small_guide(tmp_path, SHEET)
    assert problems == []
    return downloads / "ask"


def sheet_of(site: Path, key: str) -> html.HtmlElement:
    tree = html.document_fromstring(
        (site / f"letters/{key}.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8")
    )
    return tree.get_element_by_id(key).find("section")


def joined(words: str) -> str:
    """
    Return words without their white space, and without boxes, brackets and bullets.
    """
    return "".join(re.sub(r"[\[\]☐☑☒•]", "", words).split())


def lines_of(text: str) -> list[str]:
    """
    Return the lines of a text file that say something, without what stands before their words.
    """
    return [re.sub(r"^(- )?(\[[ x]\] )?|^\d+\. ", "", line) for line in text.splitlines() if line]


def said(paragraph) -> str:
    """
    Return the words of a paragraph, those in its fields too, without its box.
    """
    return "".join(text.text or "" for text in paragraph._p.iter(qn("w:t"))).removeprefix("☐ ").removeprefix("☒ ")


def printed(file: Path) -> str:
    """
    Return what stands on the pages of a PDF, without the numbers of pages and of lists.
    """
    with pypdfium2.PdfDocument(file) as pdf:
        # At the end of a line it gives a hyphen as a sign of its own.
        pages = [page.get_textpage().get_text_bounded().replace("\ufffe", "-").replace("\x02", "-") for page in pdf]
    return "".join(re.sub(r"(?m)^\d+\.\s|^Page \d of \d\s*\Z", "", page) for page in pages)


def tags_of(document) -> list[str]:
    return [tag.get(qn("w:val")) for tag in document.element.body.iter(qn("w:tag"))]


@pytest.mark.parametrize("key", KEYS)
def test_page_paper_word_and_text_say_the_same(site, key):
    """
    A letter has the same words, in the same order, on its page and in each of its downloads.
    """
    folder = site / "downloads"
    text = (folder / f"{key}.txt").read_text(encoding="utf-8")
    word = [said(paragraph) for paragraph in Document(folder / f"{key}.docx").paragraphs]

    assert lines_of(text) == word
    assert [joined(sheet_of(site, key).text_content())] * 2 == [
        joined("".join(word)),
        joined(printed(folder / f"{key}.pdf")),
    ]


@pytest.mark.parametrize("key", KEYS)
def test_word_file_has_one_paragraph_for_each_unit_of_the_page(site, key):
    """
    The body holds nothing but as many paragraphs as the sheet has leaves, and the form of the page.
    """
    units = sheet_of(site, key).xpath(".//*[@data-unit]")
    body = Document(site / f"downloads/{key}.docx").element.body

    assert [qn("w:p")] * len(units) + [qn("w:sectPr")] == [element.tag for element in body]


@pytest.mark.parametrize("key", KEYS)
def test_word_file_names_blanks_and_choices_as_the_page_does(site, key):
    """
    Each field and each box of the Word file has the key of its blank or choice, in the order of the page.
    """
    sheet = sheet_of(site, key)
    page = [
        f"choice.{element.get('data-item')}" if element.tag == "input" else element.get("data-field")
        for element in sheet.xpath(".//input | .//*[@data-field]")
    ]

    assert page == tags_of(Document(site / f"downloads/{key}.docx"))


@pytest.mark.parametrize("key", KEYS)
def test_script_holds_the_word_file(site, key):
    """
    The script that the form runs holds the Word file, byte for byte.
    """
    script = (site / f"downloads/{key}.docx.js").read_text(encoding="utf-8")
    name, code = re.fullmatch(r"guide\.wordFiles\[(.+?)\]=(.+)\n", script).groups()

    assert (key, (site / f"downloads/{key}.docx").read_bytes()) == (
        json.loads(name),
        base64.b64decode(json.loads(code)),
    )


@pytest.mark.parametrize("key", KEYS)
def test_browser_reads_the_body_of_the_word_file_without_unpacking(site, key):
    """
    The body stands in the Word file as it is; nothing of the template's own is left in it.
    """
    with ZipFile(site / f"downloads/{key}.docx") as word:
        stored = [entry.filename for entry in word.infolist() if entry.compress_type == ZIP_STORED]
        names = word.namelist()

    assert ["word/document.xml"] == stored
    assert {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
    } == set(names)


@pytest.mark.parametrize("key", KEYS)
def test_word_file_says_what_it_is(site, key):
    """
    The Word file has its subject as title, its language, and the guide's organization as author: no person.
    """
    about = Document(site / f"downloads/{key}.docx").core_properties
    subject = sheet_of(site, key).get("aria-label")

    assert (subject, "en-US", read_data(ROOT / "docs/_data").organization.name, "") == (
        about.title,
        about.language,
        about.author,
        about.last_modified_by,
    )


@pytest.mark.parametrize("key", KEYS)
def test_paper_is_tagged_and_says_what_it_is(site, key):
    """
    The PDF is tagged, names its language and its standard, and shows its subject as title.
    """
    with pikepdf.open(site / f"downloads/{key}.pdf") as pdf, pdf.open_metadata() as metadata:
        found = (
            bool(pdf.Root.MarkInfo.Marked),
            "/K" in pdf.Root.StructTreeRoot,
            str(pdf.Root.Lang),
            metadata["dc:title"],
            metadata["pdfuaid:part"],
        )

    assert (True, True, "en-US", sheet_of(site, key).get("aria-label"), "1") == found


@pytest.mark.parametrize("key", KEYS)
def test_paper_is_two_pages_of_letter_format_at_most(site, key):
    """
    A blank letter is printed on US Letter and fits on one sheet, both sides of it.
    """
    with pikepdf.open(site / f"downloads/{key}.pdf") as pdf:
        pages = [tuple(float(side) for side in page.MediaBox) for page in pdf.pages]

    assert {(0, 0, 612, 792)} == set(pages) and len(pages) <= 2


@pytest.mark.parametrize(
    "keys", [ONE_OF_EACH_KIND, pytest.param(KEYS, marks=pytest.mark.exhaustive)], ids=["one of each kind", "all"]
)
def test_the_same_pages_give_the_same_bytes(keys, site, tmp_path):
    """
    Downloads that are written twice, by two runs of Python in two time zones, are the same files.
    """
    program = (
        "import sys; from pathlib import Path; from guide.data import read_data; from guide.printing.cache import Cache;"
        "from guide.phrases import read_phrases;"
        "from guide.printing.letter_files import write_letter_files;"
        "write_letter_files(Path(sys.argv[1]), read_data(Path('docs/_data')), read_phrases(Path(), []), [], Cache(None))"
    )
    runs = []
    for seed in "12":
        place = tmp_path / seed / "letters"
        place.mkdir(parents=True)
        for key in keys:
            (place / f"{key}.html").write_bytes((site / f"letters/{key}.html").read_bytes())
        subprocess.run(
            [sys.executable, "-c", program, str(place.parent)],
            check=True,
            cwd=ROOT,
            env={
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONHASHSEED": seed,
                "PATH": "",
                "TZ": f"UTC{seed}",
                "SOURCE_DATE_EPOCH": "1700000000",
            },
        )
        runs.append({file.name: file.read_bytes() for file in (place.parent / "downloads").iterdir()})

    assert len(runs[0]) == 4 * len(keys) and runs[0] == runs[1]


def test_text_has_marks_and_empty_lines(ask):
    """
    A text file shows blanks, boxes and bullets in signs that everyone can type, counts anew in each list, and
    has an empty line above each paragraph, list and heading.
    """
    assert TEXT == ask.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_letter_may_draw_no_headings(tmp_path):
    """
    Without its headings a letter has the same paragraphs, and each still belongs to its section, which ends at the closing.
    """
    problems, downloads = small_guide(tmp_path, SHEET, "    headings: false\n")
    units = read_letter(next(html.parse(tmp_path / "site/ask.html").iter("guide-letter"))).units

    assert ([], TEXT.replace("What I ask\n", "")) == (problems, (downloads / "ask.txt").read_text(encoding="utf-8"))
    assert [("Request", ""), ("I am [Name].", "what-i-ask"), ("[Story]", "what-i-ask"), ("Sincerely,", "")] == [
        (unit.text, unit.section) for unit in units if unit.text in ("Request", "I am [Name].", "[Story]", "Sincerely,")
    ]


def test_word_has_a_style_for_each_kind_of_unit(ask):
    """
    The style tells a unit's kind, and whether a line begins its paragraph.
    """
    styles = [paragraph.style.style_id for paragraph in Document(ask.with_suffix(".docx")).paragraphs]

    assert [
        "LetterFirst",
        "LetterLine",
        "Subject",
        "Heading2",
        "LetterFirst",
        "LetterLine",
        "Choice",
        "Choice",
        "LetterFirst",
        "ListBullet",
        "LetterFirst",
        "ListNumber",
        "ListNumber",
        "LetterFirst",
        "Choice",
        "Choice",
        "LetterFirst",
        "ListNumber",
        "LetterFirst",
        "LetterFirst",
        "LetterFirst",
        "LetterLine",
    ] == styles


def test_word_shows_which_box_is_ticked(ask):
    """
    A choice that is in the letter from the start has its box ticked, in what Word knows and in what is seen.
    """
    body = Document(ask.with_suffix(".docx")).element.body
    boxes = [
        (box.find(".//" + qn("w14:checked")).get(qn("w14:val")), box.find(".//" + qn("w:t")).text)
        for box in body.iter(qn("w:sdt"))
        if box.find(".//" + qn("w14:checkbox")) is not None
    ]

    assert [("0", "☐"), ("1", "☒"), ("0", "☐"), ("0", "☐")] == boxes


def test_word_counts_anew_in_each_list(ask):
    """
    A second list with numbers begins at 1 again: it has a number of its own in the file.
    """
    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in Document(ask.with_suffix(".docx")).paragraphs
        if paragraph.style.style_id == "ListNumber"
    ]

    assert numbers[0] == numbers[1] != numbers[2]


def test_only_a_long_text_has_several_lines_in_its_field(ask):
    """
    Return makes a new line in the field of a long text, and in no other.
    """
    body = Document(ask.with_suffix(".docx")).element.body
    long = [
        control.find(qn("w:sdtPr") + "/" + qn("w:tag")).get(qn("w:val"))
        for control in body.iter(qn("w:sdt"))
        if control.find(".//" + qn("w:text") + f"[@{qn('w:multiLine')}='1']") is not None
    ]

    assert ["story"] == long


def test_signature_stays_with_what_stands_around_it(ask):
    """
    The closing words, the signature and the name below it never part at the end of a page.
    """
    together = [
        said(paragraph)
        for paragraph in Document(ask.with_suffix(".docx")).paragraphs
        if paragraph.paragraph_format.keep_with_next
    ]

    assert ["Sincerely,", "[Signature]"] == together[-2:] and "Please answer." in together


def test_hard_words_come_through():
    """
    Quotes, signs of markup, signs beyond the first plane and words from right to left are the same in Word and in text.
    """
    letter = Letter(
        "hard",
        "letter",
        HARD,
        (
            Unit("subject", (HARD,)),
            Unit("line", (HARD, Blank("hard", HARD, "text"), HARD)),
            Unit("choice", (HARD,), id="hard"),
        ),
    )
    word = Document(BytesIO(letter_word(letter, HARD, "en-US", HARD)))

    lines = [HARD, f"{HARD}[{HARD}]{HARD}", HARD]
    assert lines == [said(paragraph) for paragraph in word.paragraphs]
    assert lines == [line.removeprefix("[ ] ") for line in letter_text(letter).splitlines() if line]
    assert [HARD, HARD, HARD] == [
        word.core_properties.title,
        word.core_properties.author,
        word.element.body.find(".//" + qn("w:alias")).get(qn("w:val")),
    ]


def test_white_space_of_the_page_is_folded():
    """
    Line ends and spaces of the HTML become one space, and none stays at the ends; a space that must not break stays.
    """
    element = html.fragment_fromstring(
        '<guide-letter id="a"><section class="guide-letter__sheet"><p data-block="subject" data-unit="subject"><strong>S</strong></p> '
        '<p data-block="paragraph"><span data-unit="line"> I\n am  <span class="guide-blank" data-field="n" data-kind="text"><span '
        'class="guide-blank__line"></span><span class="guide-blank__label">N</span></span> of 34\u00a0CFR \n</span></p></section>'
        "</guide-letter>"
    )

    assert ("I am ", Blank("n", "N", "text"), " of 34\u00a0CFR") == read_letter(element).units[1].parts


def test_paper_has_lines_to_write_on_and_ticked_boxes(ask):
    """
    A list has three lines to write on, a long text six, any other blank one; a choice that holds from the start is ticked.
    """
    page = html.document_fromstring((ask.parent.parent / "ask.html").read_bytes())
    units = [unit for block in letter_node(read_letter(page.find(".//guide-letter")))["c"] for unit in block["c"]]
    lines = {part["kind"]: part["lines"] for unit in units for part in unit["c"] if isinstance(part, dict)}

    assert {"date": 1, "text": 1, "list": 3, "long": 6, "signature": 1} == lines
    assert [["My name is ", "."]] == [
        [part for part in unit["c"] if isinstance(part, str)] for unit in units if unit.get("checked")
    ]


@pytest.mark.parametrize(
    "sheet, thing",
    [
        ("| a | b |\n| - | - |\n| c | d |\n", "a table"),
        ("> Quoted.\n", "a quotation"),
        ("Very **bold** words.\n", "bold words"),
        ("See [the page](page.html).\n", "a link"),
        ("- one\n    - two\n", "a list inside a list"),
        ("- one\n\n    two\n", "an item of two paragraphs"),
        ("#### Deep\n", "a heading with four #"),
        ("- [ ] A *plain* choice. {#plain}\n", "words in italics"),
        ("![A sign](sign.png)\n", "a picture"),
        ("<div>Loose</div>\n", "a block"),
    ],
)
def test_what_downloads_cannot_hold_is_told_at_the_letter(tmp_path, sheet, thing):
    """
    A letter with something else in it than lines, sections, items and choices is a problem at its line, and has no downloads.
    """
    problems, downloads = small_guide(tmp_path, f"Words.\n\n{sheet}\n")

    assert [
        Problem(
            "docs/ask.md",
            3,
            f"the letter holds {thing}, which its downloads cannot hold",
            "Write it in lines, sections and items of lists, without bold words, links and the like.",
            "letter-can-be-printed",
        )
    ] == problems
    assert [] == list(downloads.iterdir())


@pytest.mark.parametrize(
    "inside",
    [
        '<h3 data-block="heading" data-unit="heading">A</h3> Loose',
        '<p data-block="paragraph"><span data-unit="line">A</span> Loose</p>',
    ],
)
def test_words_outside_of_lines_are_not_lost(inside):
    """
    Words of the page that stand in no line would be missing in the Word file, so the letter is refused.
    """
    element = html.fragment_fromstring(
        f'<guide-letter id="a"><section class="guide-letter__sheet">{inside}</section></guide-letter>'
    )

    with pytest.raises(NotPrintable, match="words outside of its lines"):
        read_letter(element)
