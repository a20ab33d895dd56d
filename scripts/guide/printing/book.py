"""
The printed books of `books.yml`, made from the built pages.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from guide.data import Data
from guide.data.books import Book
from guide.phrases import Phrases
from guide.printing.book_data import book_data
from guide.printing.cache import Cache
from guide.printing.chapters import Chapter, NotThere, read_chapter
from guide.printing.posters import poster_chapters
from guide.printing.typeset import NotSet, page_data, set_pages
from guide.printing.word_list import keep_used_words
from guide.problems import Problem, did_you_mean


def write_books(site: Path, data: Data, phrases: Phrases, cache: Cache) -> tuple[list[Problem], dict[str, str]]:
    """
    Write `downloads/<key>.pdf` into the built site for each book that names only what the site has, and in large print
    `<key>-large.pdf` and one file for each part; return a problem for each name of the others that leads to nothing,
    and the day as of which each book is current, in words.
    """
    problems, as_of = [], {}
    (site / "downloads").mkdir(exist_ok=True)
    for key, book in data.books.items():
        parts, missing = read_parts(site, key, book, data, phrases)
        problems += missing
        for name, contents in () if missing else editions(site, key, book, parts, data, phrases):
            as_of.setdefault(key, contents["as_of"])
            try:
                [pdf] = cache.get_or_make([("book", page_data(**contents))], "pdf", set_pages)
            except NotSet as slip:
                problems.append(not_set(key, data, slip))
                break
            (site / "downloads" / f"{name}.pdf").write_bytes(pdf)
    return problems, as_of


def editions(
    site: Path, key: str, book: Book, parts: list[list[Chapter]], data: Data, phrases: Phrases
) -> Iterator[tuple[str, dict[str, Any]]]:
    """
    Yield each file of a book, without its ending, with what it prints: the book, then in large print the book and each
    of its parts. A link to what the file does not hold leads to the web.
    """
    titled = [(part.title, chapters) for part, chapters in zip(book.parts, parts, strict=True)]
    yield key, book_data(site, book.title, book.subtitle, titled, data, phrases, large=False, cover=True)
    if not book.large:
        return
    name = f"{key}-large"
    whole = in_large_print(titled)
    yield name, book_data(site, book.title, book.subtitle, whole, data, phrases, large=True, cover=True)
    for part, one in zip(book.parts, titled, strict=True):
        title = phrases("book.part_title", book=book.title, part=part.title)
        if alone := in_large_print([one]):
            words = book_data(site, title, phrases("book.large"), alone, data, phrases, large=True, cover=False)
            yield f"{name}-{part.id}", words


def in_large_print(parts: list[tuple[str, list[Chapter]]]) -> list[tuple[str, list[Chapter]]]:
    """
    Return the parts of a book in large print, their chapters not made ready yet. A poster has small type too: there
    stands the section of its page instead, row by row. A poster of a whole page is left out.
    """
    blank = {"letter": None, "opening": [], "next": None, "poster": {}}
    large = [
        (title, [replace(each, **blank, pieces=[]) for each in chapters if not each.poster or each.section])
        for title, chapters in parts
    ]
    return [(title, chapters) for title, chapters in large if chapters]


def not_set(key: str, data: Data, slip: NotSet) -> Problem:
    """
    Return what a maintainer reads of a book that cannot be set.
    """
    where = data.books.place(key)
    return Problem(
        where.path,
        where.line,
        f'the book "{key}" cannot be printed: {slip}',
        "Look at the page that changed last; leave out the sign or the block that the sentence names.",
        "book-can-be-printed",
    )


def read_parts(
    site: Path, key: str, book: Book, data: Data, phrases: Phrases
) -> tuple[list[list[Chapter]], list[Problem]]:
    """
    Return the chapters of each part of a book, and a problem for each page, section or poster that is not there.
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
        posters, slips = poster_chapters(site, key, place, data, phrases)
        parts.append(chapters + posters)
        problems += slips
    keep_used_words(chapter for chapters in parts for chapter in chapters)
    return parts, problems
