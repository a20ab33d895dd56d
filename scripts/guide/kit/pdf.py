"""
PDF files: what a book prints, drawn with `book.html` and `book.css`.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import HTML
from weasyprint.document import Document

from guide.kit.tags import tidy_tags

HERE = Path(__file__).resolve().parent
SETTINGS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def write_pdf(file: Path, **contents) -> None:
    """
    Write the book with these contents as a tagged PDF (PDF/UA-1). The same contents give the same bytes.
    """
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                           undefined=StrictUndefined).get_template("book.html")
    book = HTML(string=template.render(**contents), base_url=HERE.as_uri() + "/").render(**SETTINGS)
    crowded = [chapter for _, chapters in contents["parts"] for chapter in chapters
               if page_of(book, chapter.notes_id) != page_of(book, chapter.last_item_id)]
    if crowded:
        # Lines for notes fill what is left of a checklist's last page; they are not worth a page of their own.
        for chapter in crowded:
            chapter.notes = False
        book = HTML(string=template.render(**contents), base_url=HERE.as_uri() + "/").render(**SETTINGS)
    file.parent.mkdir(parents=True, exist_ok=True)
    book.write_pdf(file, finisher=tidy_tags, **SETTINGS)


def page_of(book: Document, name: str) -> int | None:
    """
    Return the number of the page that holds the id `name`, counted from 0.
    """
    return next((number for number, page in enumerate(book.pages) if name in page.anchors), None)
