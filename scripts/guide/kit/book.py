"""
The printed books of `books.yml`, made from the built pages.
"""

from pathlib import Path

from guide.blocks.facts import long_date
from guide.data import Data
from guide.entries import Book
from guide.kit.chapters import Chapter, NotThere, read_chapter
from guide.kit.links import home_of, shorten
from guide.kit.pdf import write_book
from guide.kit.pieces import print_chapters
from guide.kit.sources import SourceList
from guide.problems import Problem, did_you_mean


def write_books(site: Path, data: Data) -> list[Problem]:
    """
    Write `downloads/<key>.pdf` into the built site for each book that names only what the site has; return a
    problem for each name of the others that leads to nothing.
    """
    problems = []
    for key, book in data.books.items():
        parts, missing = read_parts(site, key, book, data)
        problems += missing
        if not missing:
            write_book(site / "downloads" / f"{key}.pdf", **contents(book, parts, data))
    return problems


def read_parts(site: Path, key: str, book: Book, data: Data) -> tuple[list[list[Chapter]], list[Problem]]:
    """
    Return the chapters of each part of a book, and a problem for each page or section that is not there.
    """
    parts, problems = [], []
    path, line = data.places["books", key]
    for part in book.parts:
        chapters = []
        for name in part.pages:
            try:
                chapters.append(read_chapter(site, name))
            except NotThere as missing:
                problems.append(Problem(
                    path, line, f'the book "{key}" names "{missing.wanted}", which does not exist',
                    did_you_mean(missing.wanted, missing.known), "book-names-what-exists"))
        parts.append(chapters)
    return parts, problems


def contents(book: Book, parts: list[list[Chapter]], data: Data) -> dict:
    """
    Return what the book prints, by the names that its template uses.
    """
    sources = SourceList()
    for chapters in parts:
        for chapter in chapters:
            # A part of one page has no title of its own above the page's: they are one heading.
            chapter.heading_depth = 3 if len(chapters) > 1 else 2
    every = [chapter for chapters in parts for chapter in chapters]
    print_chapters(every, sources)
    homes = [home_of(chapter.page) for chapter in every if home_of(chapter.page)]
    site_address = homes[0].removesuffix(every[0].page.path) if homes else ""
    return {
        "title": book.title,
        "subtitle": book.subtitle,
        "organization": data.organization,
        "as_of": long_date(data.current_as_of) if data.current_as_of else "",
        "parts": list(zip((part.title for part in book.parts), parts)),
        "sources": [(source, shorten(source.url)) for source in sources.cited],
        "site_address": shorten(site_address),
    }
