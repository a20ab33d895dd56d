"""
A parent pastes or opens a school's paper: it is read on the device, and what can't be read is said at once.
"""

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from opened_papers import FILES, UNREADABLE, paragraph, picked, run, word_file

PAPER = "track/read-a-paper.html"
OPEN = "() => guide.reader.open(document.querySelector('#own-field').files[0])"
# The page empties its field once it took the file: a test that asks the reader itself picks into one of its own.
FIELD = """() => {
  document.querySelector("#own-field")?.remove()
  const field = Object.assign(document.createElement("input"), { type: "file", id: "own-field" })
  document.body.append(field)
}"""


@pytest.fixture
def panel(tab):
    """
    The page that reads papers, with the place to paste and to pick a file.
    """
    page = tab(PAPER)
    page.get_by_role("button", name="Paste or open the paper").click()
    expect(page.get_by_label("Paste the words here")).to_be_focused()
    return page


def text_of(page, file) -> dict:
    """
    Return what the reader makes of a file.
    """
    page.evaluate(FIELD)
    page.locator("#own-field").set_input_files(file)
    return page.evaluate(OPEN)


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_told_with_what_to_do(panel, kind):
    """
    Each is named within two seconds, says that nothing was kept or sent, and the page goes on working.
    """
    file, said = UNREADABLE[kind]
    panel.get_by_label("Or open a file").set_input_files(file)

    problem = panel.get_by_role("alert")
    expect(problem).to_contain_text(said, timeout=2_000)
    expect(problem).to_contain_text("Nothing was kept or sent.")
    panel.get_by_label("Paste the words here").fill(" ")
    panel.get_by_role("button", name="Read it").click()
    expect(problem).to_contain_text("There are no words to read here yet")


def test_a_file_of_21_mb_is_told_before_it_is_read(panel, tmp_path):
    """
    A file that would hold a phone up is told at once.
    """
    large = tmp_path / "notice.txt"
    large.write_bytes(b"a day " * 3_500_000)
    panel.get_by_label("Or open a file").set_input_files(large)

    expect(panel.get_by_role("alert")).to_contain_text("too large to read here", timeout=2_000)


def test_a_word_file_is_read_as_it_shows_once_its_changes_are_accepted(panel):
    """
    Tables, soft breaks, automatic numbers, boxes and the header are read; struck out, deleted and hidden words are not.
    """
    file = word_file(
        paragraph(run("Terms:")),
        paragraph(run("Speech, "), run("as needed, ", "<w:strike/>"), "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>", "<w:ins>", run("30 minutes"), "</w:ins>", level=0),
        paragraph(run("with Ms. Sample"), "<w:r><w:br/></w:r>", run("in Room 7"), run(" secret", "<w:vanish/>"), level=1),
        paragraph(run("Reading"), level=1),
        paragraph(run("Aide"), level=0),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('Service'))}</w:tc><w:tc>{paragraph(run('Min'), run('utes'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph(run('Math'))}</w:tc><w:tc>{paragraph(run('60'))}</w:tc></w:tr></w:tbl>",
        paragraph('<w:r><w:br w:type="page"/></w:r>', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run(" Proposed")),
        head=paragraph(run("DRAFT")),
    )  # fmt: skip

    found = text_of(panel, picked("draft.docx", file))

    assert found == {
        "isCut": False,
        "text": "DRAFT\n\nTerms:\n\n3. Speech, 30 minutes\n\n3.a) with Ms. Sample\nin Room 7\n\n3.b) Reading\n\n4. Aide\n\n"
        "Service\tMinutes\nMath\t60\n\f☒ Proposed",
    }


def test_a_pdf_is_read_in_the_order_a_person_reads_it(panel):
    """
    Its right column stands first in the file; values of a form stand after all its labels; a cell goes on in two lines.
    """
    columns, form, table = (
        text_of(panel, FILES / f"{name}.pdf")["text"] for name in ("notice-a08", "notice-a01", "iep-a03")
    )

    assert [True] * 4 == [
        columns.index("What is decided") < columns.index("Why\n") < columns.index("Choices set aside"),
        "Date of notice:\tMeeting date:\nOdalys Tolliver-Beck\t09/18/2026\t09/16/2026" in form,
        "\n\f6. Your protections" in form,
        "Specially designed instruction, all core areas\t1500\tmpw" in table,
    ]


def test_of_a_long_pdf_the_first_pages_are_read(panel):
    """
    200 pages: the first 60, and that it was cut.
    """
    long = io.BytesIO()
    with pikepdf.open(FILES / "iep-a01.pdf") as three, pikepdf.new() as many:
        for _ in range(67):
            many.pages.extend(three.pages)
        many.save(long)

    found = text_of(panel, picked("iep.pdf", long.getvalue()))

    assert (True, 60) == (found["isCut"], len(found["text"].split("\f")))


def test_a_pdf_from_a_folder_is_told_and_text_is_read(context, site):
    """
    No browser lets a page from a folder start what opens a PDF.
    """
    page = context.new_page()
    page.goto((site / PAPER).as_uri())
    page.get_by_role("button", name="Paste or open the paper").click()
    page.get_by_label("Or open a file").set_input_files(FILES / "iep-a01.pdf")

    expect(page.get_by_role("alert")).to_contain_text("while the guide runs from a folder")
    assert "Services" in text_of(page, FILES / "iep-a01.txt")["text"]


def test_text_of_any_old_program_is_read(panel):
    """
    Line ends of Windows, curly quotes of Windows, and UTF-16 with its mark.
    """
    words = "The district “will” try.\nOn November 4."
    wanted = {"text": words, "isCut": False}

    assert [wanted] * 3 == [
        text_of(panel, picked("a.txt", words.replace("\n", "\r\n").encode(code)))
        for code in ("utf-8", "cp1252", "utf-16")
    ]


def test_what_opens_a_pdf_loads_only_with_a_pdf(panel, asked):
    """
    A Word file needs none of it, and the worker asks for nothing but its own files.
    """
    text_of(panel, FILES / "iep-a04.docx")
    before = [one for one in asked if "pdfjs" in one]
    text_of(panel, FILES / "iep-a01.pdf")
    after = {one.rpartition("/")[2] for one in asked if "pdfjs" in one}

    assert ([], {"pdf.js", "worker.js"}) == (before, after & {"pdf.js", "worker.js"})
