"""
The printed books of `books.yml`, made from the built pages.
"""

from pathlib import Path

from guide.blocks.facts import long_date
from guide.data import Data
from guide.data.books import Book
from guide.kit.chapters import Chapter, NotThere, read_chapter
from guide.kit.codes import code_path
from guide.kit.kept import Kept
from guide.kit.links import shorten
from guide.kit.pdf import book_page, print_pages
from guide.kit.pieces import print_chapters
from guide.kit.sources import SourceList
from guide.problems import Problem, did_you_mean


def write_books(site: Path, data: Data, kept: Kept = Kept(None)) -> tuple[list[Problem], dict[str, str]]:
    """
    Write `downloads/<key>.pdf` into the built site for each book that names only what the site has; return a
    problem for each name of the others that leads to nothing, and the day as of which each book is current, in words.
    """
    problems, pages, as_of = [], {}, {}
    for key, book in data.books.items():
        parts, missing = read_parts(site, key, book, data)
        problems += missing
        if not missing:
            said = contents(book, parts, data)
            pages[key], as_of[key] = book_page(**said), said["as_of"]
    (site / "downloads").mkdir(exist_ok=True)
    for key, content in zip(pages, kept.take(list(pages.values()), "pdf", print_pages)):
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
                problems.append(Problem(
                    where.path, where.line, f'the book "{key}" names "{missing.wanted}", which does not exist',
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
    home = every[0].address.split("#")[0].removesuffix(every[0].page.path)
    return {
        "title": book.title,
        "subtitle": book.subtitle,
        "organization": data.organization,
        "as_of": long_date(sources.oldest_check) if sources.oldest_check else "",
        "parts": list(zip((part.title for part in book.parts), parts)),
        "sources": [(source, shorten(source.url)) for source in sources.cited],
        "site_address": shorten(home),
        "codes": {chapter.id: code_path(chapter.address) for chapter in every},
        "addresses": {chapter.id: shorten(chapter.address) for chapter in every},
    }
