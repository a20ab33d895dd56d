"""
PDF files: books drawn with `book.html`, letters with `letter.html`, and the style sheets beside them.
"""

import atexit
import gc
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from functools import cache
from io import BytesIO
from multiprocessing.util import Finalize
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from lxml import html
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from guide.phrases import Phrases
from guide.printing.lists import outer
from guide.printing.sheet import make_writable
from guide.printing.tags import tidy_tags

HERE = Path(__file__).resolve().parent
SETTINGS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
BOOK, LETTER = "paper letter book", "paper letter"


class Renderer:
    """
    What makes PDF files: fonts and style sheets. Read once for all files, since unpacking the fonts takes a second.
    """

    def __init__(self):
        # Given to the style sheets and to each file: what a sheet says of fonts and counters is stored in these.
        self.configuration = {"font_config": FontConfiguration(), "counter_style": CounterStyle()}
        self.styles = {name: CSS(HERE / f"{name}.css", **self.configuration) for name in ("paper", "letter", "book")}

    def render(self, page: str, styles: str) -> bytes:
        """
        Return a page, HTML, drawn with the style sheets of these names, as a PDF.
        """
        source = HTML(string=page, base_url=HERE.as_uri() + "/")
        document = source.render(
            stylesheets=[self.styles[name] for name in styles.split()], **self.configuration, **SETTINGS
        )
        file = BytesIO()
        document.write_pdf(file, finisher=tidy_tags, **SETTINGS)
        return file.getvalue()


@cache
def renderer() -> Renderer:
    # The unpacked fonts lie in a folder, which goes with the renderer; Python may end without taking it down.
    atexit.register(renderer.cache_clear)
    # A process that was started for this ends without what "atexit" knows.
    Finalize(None, renderer.cache_clear, exitpriority=1)
    return Renderer()


@cache
def templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["css_string"] = css_string
    return environment


def css_string(words: str) -> str:
    """
    Return words as a string of CSS that can stand in HTML. Braces stay, for what is filled in.
    """
    return '"' + "".join(sign if sign.isalnum() or sign in " {}_" else f"\\{ord(sign):06x}" for sign in words) + '"'


def book_page(**contents) -> tuple[str, str]:
    """
    Return the book with these contents as HTML, and the names of its style sheets.
    """
    return templates().get_template("book.html").render(**contents), BOOK


def letter_page(title: str, sheet: html.HtmlElement, language: str, phrases: Phrases) -> tuple[str, str]:
    """
    Return a blank letter as HTML, and the names of its style sheets.
    """
    foot = templates().get_template("letter-foot.css").render(phrases=phrases.by_group)
    sheet = deepcopy(sheet)
    make_writable(sheet)
    # On paper the subject is what the headings stand below.
    for heading in sheet.xpath(".//*[@data-unit='heading']"):
        heading.tag = "h2"
    for subject in sheet.xpath(".//*[@data-unit='subject']"):
        subject.tag = "h1"
    page = templates().get_template("letter.html")
    return page.render(language=language, title=title, foot=Markup(foot), sheet=Markup(outer(sheet))), LETTER


def render_pages(pages: list[tuple[str, str]]) -> Iterable[bytes]:
    """
    Return each page, HTML with the names of its style sheets, as a tagged PDF (PDF/UA-1), in their order. The same
    page gives the same bytes. Where the machine can, they are made side by side.
    """
    if len(pages) < 2 or (os.cpu_count() or 1) < 2:
        return [render_page(page) for page in pages]
    # The longest first, so that no one waits for a book that was begun last.
    order = sorted(range(len(pages)), key=lambda n: -len(pages[n][0]))
    made = dict(zip(order, workers().map(render_page, [pages[n] for n in order]), strict=True))
    return [made[n] for n in range(len(pages))]


@cache
def workers() -> ProcessPoolExecutor:
    # Two, and only once: each unpacks the fonts for itself.
    return ProcessPoolExecutor(2)


def render_page(page: tuple[str, str]) -> bytes:
    # A book is some million objects, all needed until it is written: looking through them for waste is a waste.
    gc.disable()
    try:
        return renderer().render(*page)
    finally:
        gc.enable()
