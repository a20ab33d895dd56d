"""
PDF files: what a book prints, drawn with `book.html` and `book.css`.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from guide.kit.tags import tidy_tags

HERE = Path(__file__).resolve().parent
SETTINGS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def write_pdf(file: Path, **contents) -> None:
    """
    Write the book with these contents as a tagged PDF (PDF/UA-1). The same contents give the same bytes.
    """
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                           undefined=StrictUndefined).get_template("book.html")
    # Read once for both layouts: unpacking the fonts takes a second.
    fonts = FontConfiguration()
    style = CSS(HERE / "book.css", font_config=fonts)

    def lay_out() -> Document:
        page = HTML(string=template.render(**contents), base_url=HERE.as_uri() + "/")
        return page.render(font_config=fonts, stylesheets=[style], **SETTINGS)

    book = lay_out()
    crowded = [chapter for _, chapters in contents["parts"] for chapter in chapters
               if page_of(book, chapter.notes_id) != page_of(book, chapter.last_item_id)]
    if crowded:
        # Lines for notes fill what is left of a checklist's last page; they are not worth a page of their own.
        for chapter in crowded:
            chapter.notes = False
        book = lay_out()
    file.parent.mkdir(parents=True, exist_ok=True)
    book.write_pdf(file, finisher=tidy_tags, **SETTINGS)


def page_of(book: Document, name: str) -> int | None:
    """
    Return the number of the page that holds the id `name`, counted from 0.
    """
    return next((number for number, page in enumerate(book.pages) if name in page.anchors), None)
