"""
A letter taken along: on paper, in Word, copied, as text, by e-mail.
"""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import expect

from filled import LETTERS, folded, pdf_text, unmarked, word_text
from letter_form import begin, field, finish, open_letter

REQUEST = LETTERS["mediation-request"]
NEVER = "() => { throw new DOMException('no', 'NotAllowedError') }"


@pytest.fixture
def letter(page, address):
    """
    The request for mediation with two names and a point in it.
    """
    open_letter(page, address + REQUEST)
    field(page, "Your name").fill("Pat Example")
    field(page, "Child's name").fill("Sam O'Example")
    field(page, "Points you disagree about").fill("Speech therapy\nThe bus")
    return page


def press(page, name: str):
    page.get_by_role("button", name=name, exact=True).click()


def downloaded(page, name: str) -> tuple[str, bytes]:
    """
    Return the name and the contents of the file that a button gives.
    """
    with page.expect_download() as download:
        press(page, name)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def mail_of(page) -> tuple[str, str, str]:
    """
    Return address, subject and body of the e-mail that the link of the page begins, and keep the mail app shut.
    """
    page.evaluate(
        "document.addEventListener('click', event => event.target.closest('[href^=mailto]') && event.preventDefault())"
    )
    link = page.get_by_role("link", name="Open my mail app")
    link.click()
    parts = urlsplit(link.get_attribute("href"))
    asked = parse_qs(parts.query)
    assert len(link.get_attribute("href")) < 1_800
    return parts.path, asked["subject"][0], asked["body"][0]


def clipboard(page, kind: str) -> str:
    return page.evaluate("async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind)


def test_the_text_file_has_a_neutral_name_and_the_letter(letter):
    """
    The name of the file names no child; the page says where the file went, and what to do if there is none.
    """
    name, contents = downloaded(letter, "Text file")

    assert "mediation-request.txt" == name
    assert "This is what we have not been able to settle:\n\n- Speech therapy\n- The bus\n\n" in contents.decode(
        "utf-8-sig"
    )
    expect(letter.get_by_text('Look for "mediation-request.txt" in your downloads.')).to_contain_text("Nothing there?")


def test_the_word_file_says_what_the_text_says(letter, tmp_path):
    """
    Opened by python-docx the Word file has the words of the text file, and a neutral name.
    """
    _, text = downloaded(letter, "Text file")
    name, word = downloaded(letter, "Word file")
    (tmp_path / name).write_bytes(word)

    assert "mediation-request.docx" == name
    assert folded(unmarked(text.decode("utf-8-sig"))) == folded(word_text(Document(tmp_path / name)))


def test_word_needs_no_server_once_one_types(page, address, context):
    """
    The blank comes when the form is touched; then the connection may go.
    """
    page.goto(address + REQUEST)
    with page.expect_request(re.compile(r"mediation-request\.docx\.js$")):
        field(page, "Your name").focus()
    page.evaluate("document.querySelector('guide-letter').work.out.ready.then(() => true)")
    context.set_offline(True)

    assert "mediation-request.docx" == downloaded(page, "Word file")[0]


def test_a_word_file_that_cannot_come_offers_other_ways(letter):
    """
    Where its blank cannot be read a sentence offers copy and print; what was typed stays.
    """
    letter.evaluate("guide.wordFiles = {}")
    press(letter, "Word file")

    expect(
        letter.get_by_text("This browser can't make the Word file. Copy the text, or print the letter.")
    ).to_be_visible()
    expect(field(letter, "Your name")).to_have_value("Pat Example")


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_copying_gives_plain_and_rich_text(letter):
    """
    A mail program takes headings and lists, a plain field takes the text.
    """
    press(letter, "Copy text")
    expect(letter.get_by_text("The letter is copied.")).to_be_visible()

    assert "- Speech therapy\n- The bus\n" in clipboard(letter, "text/plain").replace("\r\n", "\n")
    rich = clipboard(letter, "text/html")
    assert re.search(r"<strong[^>]*>Request for state mediation</strong>", rich) and re.search(
        r"<li[^>]*>The bus</li>", rich
    )


def test_a_refused_clipboard_shows_the_text_to_copy_by_hand(letter):
    """
    The text stands there, marked; it goes when the letter is changed.
    """
    letter.evaluate(
        f"Object.defineProperty(navigator, 'clipboard', {{ value: {{ write: {NEVER}, writeText: {NEVER} }} }})"
    )
    press(letter, "Copy text")
    box = letter.get_by_label("The text of your letter")
    expect(box).to_be_focused()
    marked = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    field(letter, "Your name").fill("Jo Example")

    assert "Sincerely,\n\n[Your signature]\nPat Example" in marked
    expect(box).to_be_hidden()


def test_a_refused_download_offers_other_ways(letter):
    """
    A browser that refuses files gets a sentence, and nothing typed is lost.
    """
    letter.evaluate(f"() => {{ URL.createObjectURL = {NEVER} }}")
    for name in ("Text file", "Word file"):
        press(letter, name)
        expect(
            letter.get_by_text("This browser won't let the guide save a file. Copy the text, or print the letter.")
        ).to_be_visible()

    expect(field(letter, "Your name")).to_have_value("Pat Example")


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
def test_a_long_letter_is_copied_for_the_mail(letter):
    """
    The warning comes first; a letter too long for a link is copied, and the mail says to paste it. The subject is
    neutral, and the parent types the address.
    """
    expect(letter.get_by_role("link", name="Open my mail app")).to_be_hidden()
    press(letter, "E-mail")
    expect(letter.get_by_text("If you e-mail it, the letter leaves this device.")).to_be_visible()
    field(letter, "What you hope for").fill("More speech therapy\n" * 60)

    assert ("", "A letter from a parent", "Paste the letter here.") == mail_of(letter)
    expect(letter.get_by_text("so it is copied. Paste it into the e-mail.")).to_be_visible()
    assert "- The bus" in clipboard(letter, "text/plain")


def test_a_short_letter_goes_into_the_mail_itself(page, address):
    """
    Under 1,800 characters of link the mail has the letter, line for line.
    """
    page.goto(address + LETTERS["follow-up-note"])
    field(page, "Child's name").fill("Sam & Söhne?")
    # No letter is as short as this one.
    page.evaluate("""() => {
      const { sheet } = document.querySelector("guide-letter").work
      sheet.units.splice(12)
    }""")
    press(page, "E-mail")
    to, subject, body = mail_of(page)

    assert ("", "A letter from a parent") == (to, subject)
    assert "Following up on our conversation\r\n" in body and "about Sam & Söhne? on" in body


@pytest.mark.parametrize(
    "key, name",
    [("consent-revocation", "worksheet"), ("due-process-outline", "worksheet"), ("opening-statement", "sheet")],
)
def test_what_is_no_letter_is_called_so_and_has_no_mail(key, name, page, address):
    """
    A worksheet is for a talk with a lawyer, an opening for the parent: neither is sent.
    """
    open_letter(page, address + LETTERS[key])
    finish(page)

    expect(page.get_by_role("button", name="Word file")).to_be_visible()
    expect(page.get_by_role("button", name="E-mail")).to_be_hidden()
    expect(page.get_by_role("heading", name=f"Your {name} is ready")).to_be_visible()


def test_paper_has_the_letter_alone(letter):
    """
    Printed or saved as PDF there is the letter as it stands: no menu, advice, form, source; open blanks are lines with
    their label.
    """
    words = pdf_text(letter.pdf(prefer_css_page_size=True))
    folds = " ".join(words.split())

    today = letter.evaluate("guide.formatDate(guide.today())")
    assert folds.startswith(f"{today} Sent by How you're sending it DESE, Office of Special Education")
    assert folds.endswith("Copy to: Director of Special Education, School district")
    assert "Sincerely, Your signature Pat Example" in folds and "adult student" not in folds


def test_an_empty_letter_prints_for_the_pen(page, address):
    """
    With nothing entered every choice stands on paper with its box, ticked where it is so from the start.
    """
    page.goto(address + REQUEST)
    begin(page)
    pdf = page.pdf(prefer_css_page_size=True)
    words = " ".join(pdf_text(pdf).split())
    page.emulate_media(media="print")
    boxes = page.get_by_role("region", name="Request for state mediation").get_by_role("checkbox")

    assert "I am the student’s parent or guardian. I am the adult student." in words
    assert len(pypdfium2.PdfDocument(pdf)) <= 2
    assert [True] * boxes.count() == [box.is_visible() for box in boxes.all()]
    expect(page.get_by_role("listitem").filter(has_text="I understand that").get_by_role("checkbox")).to_be_checked()


def test_the_files_for_the_pen_are_there(page, address):
    """
    The links below the letter give the blank PDF, Word and text file.
    """
    page.goto(address + REQUEST)
    begins = {"PDF": b"%PDF-", "Word": b"PK", "text": b"[Date]"}
    given = {
        name: page.request.get(
            page.locator("guide-letter").get_by_role("link", name=name, exact=True).evaluate("link => link.href")
        ).body()[: len(begin)]
        for name, begin in begins.items()
    }

    assert begins == given


@pytest.mark.parametrize(
    "size",
    [{"width": 1000, "height": 700}, {"width": 1366, "height": 768}],
    ids=lambda size: f"{size['width']}x{size['height']}",
)
def test_on_a_laptop_the_buttons_hide_nothing_of_the_letter(size, page, address):
    """
    Beside the form, the sheet ends above the buttons, in one row or in two.
    """
    page.set_viewport_size(size)
    open_letter(page, address + REQUEST)
    last = page.get_by_role("region", name="Request for state mediation").locator("xpath=..")
    sheet, button = last.bounding_box(), page.get_by_role("button", name="Print, or save as PDF").bounding_box()

    assert sheet["y"] + sheet["height"] <= button["y"]
