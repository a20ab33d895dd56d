"""
PDF files: books drawn with `book.html`, letters with `letter.html`, and the style sheets beside them.
"""

import atexit
from copy import deepcopy
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from guide.kit.pieces import outer
from guide.kit.sheet import make_writable
from guide.kit.tags import tidy_tags

HERE = Path(__file__).resolve().parent
SETTINGS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


class Press:
    """
    What prints: fonts, style sheets and templates. Read once for all files, since unpacking the fonts takes a second.
    """

    def __init__(self):
        # Handed to the style sheets and to each file: what a sheet says of fonts and counters is kept in these.
        self.kept = {"font_config": FontConfiguration(), "counter_style": CounterStyle()}
        self.styles = {name: CSS(HERE / f"{name}.css", **self.kept) for name in ("paper", "letter", "book")}
        self.templates = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                                     undefined=StrictUndefined)

    def lay_out(self, template: str, styles: tuple[str, ...], **contents) -> Document:
        page = HTML(string=self.templates.get_template(template).render(**contents), base_url=HERE.as_uri() + "/")
        return page.render(stylesheets=[self.styles[name] for name in styles], **self.kept, **SETTINGS)


@cache
def press() -> Press:
    # The unpacked fonts lie in a folder, which goes with the press; Python may end without taking it down.
    atexit.register(press.cache_clear)
    return Press()


def write_book(file: Path, **contents) -> None:
    """
    Write the book with these contents as a tagged PDF (PDF/UA-1). The same contents give the same bytes.
    """
    def lay_out() -> Document:
        return press().lay_out("book.html", ("paper", "letter", "book"), **contents)

    book = lay_out()
    crowded = [chapter for _, chapters in contents["parts"] for chapter in chapters
               if page_of(book, chapter.notes_id) != page_of(book, chapter.last_item_id)]
    if crowded:
        # Lines for notes fill what is left of a checklist's last page; they are not worth a page of their own.
        for chapter in crowded:
            chapter.notes = False
        book = lay_out()
    save(book, file)


def write_letter(file: Path, title: str, sheet: html.HtmlElement) -> None:
    """
    Write a blank letter as a tagged PDF (PDF/UA-1). The same sheet gives the same bytes.
    """
    sheet = deepcopy(sheet)
    make_writable(sheet)
    # On paper the subject is what the headings stand below.
    for heading in sheet.iter("h3"):
        heading.tag = "h2"
    for subject in sheet.find_class("guide-letter__subject"):
        subject.tag = "h1"
    save(press().lay_out("letter.html", ("paper", "letter"), title=title, sheet=Markup(outer(sheet))), file)


def save(document: Document, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    document.write_pdf(file, finisher=tidy_tags, **SETTINGS)


def page_of(book: Document, name: str) -> int | None:
    """
    Return the number of the page that holds the id `name`, counted from 0.
    """
    return next((number for number, page in enumerate(book.pages) if name in page.anchors), None)
