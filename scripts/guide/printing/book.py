"""
The printed books of `books.yml`, made from the built pages.
"""

from pathlib import Path

from guide.data import Data
from guide.data.books import Book
from guide.dates import format_date
from guide.phrases import GAP, Phrases
from guide.printing.cache import Cache
from guide.printing.chapters import Chapter, NotThere, read_chapter
from guide.printing.citations import Citations
from guide.printing.codes import code_path
from guide.printing.links import shorten
from guide.printing.pdf import book_page, render_pages
from guide.printing.pieces import print_chapters
from guide.problems import Problem, did_you_mean


def write_books(site: Path, data: Data, phrases: Phrases, cache: Cache) -> tuple[list[Problem], dict[str, str]]:
    """
    Write `downloads/<key>.pdf` into the built site for each book that names only what the site has; return a
    problem for each name of the others that leads to nothing, and the day as of which each book is current, in words.
    """
    problems, pages, as_of = [], {}, {}
    for key, book in data.books.items():
        parts, missing = read_parts(site, key, book, data)
        problems += missing
        if not missing:
            variables = template_variables(book, parts, data, phrases)
            pages[key], as_of[key] = book_page(**variables), variables["as_of"]
    (site / "downloads").mkdir(exist_ok=True)
    for key, content in zip(pages, cache.get_or_make(list(pages.values()), "pdf", render_pages), strict=True):
        (site / "downloads" / f"{key}.pdf").write_bytes(content)
    return problems, as_of


def read_parts(site: Path, key: str, book: Book, data: Data) -> tuple[list[list[Chapter]], list[Problem]]:
    """
    Return the chapters of each part of a book, and a problem for each page or section that is not there.
    """
    parts, problems = [], []
    for place, part in enumerate(book.parts):
        chapters = []
        for number, name in enumerate(part.pages):
            try:
                chapters.append(read_chapter(site, name))
            except NotThere as missing:
                where = data.books.place(key, "parts", place, "pages", number)
                problems.append(
                    Problem(
                        where.path,
                        where.line,
                        f'the book "{key}" names "{missing.wanted}", which does not exist',
                        did_you_mean(missing.wanted, missing.known),
                        "book-names-what-exists",
                    )
                )
        parts.append(chapters)
    return parts, problems


def template_variables(book: Book, parts: list[list[Chapter]], data: Data, phrases: Phrases) -> dict:
    """
    Return what the book prints, by the names that its template uses.
    """
    citations = Citations()
    for chapters in parts:
        for chapter in chapters:
            # A part of one page has no title of its own above the page's: they are one heading.
            chapter.heading_depth = 3 if len(chapters) > 1 else 2
    every = [chapter for chapters in parts for chapter in chapters]
    print_chapters(every, citations, phrases)
    home = every[0].address.split("#")[0].removesuffix(every[0].page.path)
    return {
        "language": every[0].page.language,
        "phrases": phrases.by_group,
        # The number of a page is put between by the style sheet.
        "at_page": phrases("book.at_page", page=GAP).split(GAP),
        "title": book.title,
        "subtitle": book.subtitle,
        "organization": data.organization,
        "as_of": format_date(citations.oldest_check, phrases) if citations.oldest_check else "",
        "parts": list(zip((part.title for part in book.parts), parts, strict=True)),
        "citations": [(citation, shorten(citation.url)) for citation in citations.cited],
        "site_address": shorten(home),
        "codes": {chapter.id: code_path(chapter.address) for chapter in every},
        "addresses": {chapter.id: shorten(chapter.address) for chapter in every},
    }
