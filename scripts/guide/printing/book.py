"""
The printed books of `books.yml`, made from the built pages.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.data import Data
from guide.data.books import Book
from guide.dates import format_date
from guide.phrases import Phrases
from guide.printing.cache import Cache
from guide.printing.chapters import Chapter, Item, NotThere, Piece, read_chapter
from guide.printing.citations import Citations
from guide.printing.codes import code_path
from guide.printing.links import shorten
from guide.printing.nodes import letter_node
from guide.printing.pieces import print_chapters
from guide.printing.posters import poster_chapters
from guide.printing.typeset import NotSet, page_data, set_pages
from guide.problems import Problem, did_you_mean

# A day longer than this has no room in its column, and runs on with the order.
LONG_DAY = 18


def write_books(site: Path, data: Data, phrases: Phrases, cache: Cache) -> tuple[list[Problem], dict[str, str]]:
    """
    Write `downloads/<key>.pdf` into the built site for each book that names only what the site has; return a
    problem for each name of the others that leads to nothing, and the day as of which each book is current, in words.
    """
    problems, as_of = [], {}
    (site / "downloads").mkdir(exist_ok=True)
    for key, book in data.books.items():
        parts, missing = read_parts(site, key, book, data, phrases)
        problems += missing
        if missing:
            continue
        contents = book_data(book, parts, data, phrases)
        as_of[key] = contents["as_of"]
        try:
            [pdf] = cache.get_or_make([("book", page_data(**contents))], "pdf", set_pages)
        except NotSet as slip:
            problems.append(not_set(key, data, slip))
        else:
            (site / "downloads" / f"{key}.pdf").write_bytes(pdf)
    return problems, as_of


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
    return parts, problems


def book_data(book: Book, parts: list[list[Chapter]], data: Data, phrases: Phrases) -> dict[str, Any]:
    """
    Return what a book prints, as `looks/book.typ` takes it.
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
        "title": book.title,
        "subtitle": book.subtitle,
        "author": data.organization.name if data.organization else None,
        "colors": {"accent": "#0f5257", "second": "#b4782b"},
        "as_of": format_date(citations.oldest_check, phrases) if citations.oldest_check else "",
        "site_address": shorten(home),
        "phrases": {key: phrases.entries[name] for key, name in BOOK_PHRASES.items()},
        "parts": [part_data(part.title, chapters, phrases) for part, chapters in zip(book.parts, parts, strict=True)],
        "citations": [
            {
                "basis": each.basis,
                "citation": each.citation,
                "url": each.url,
                "status": each.status,
                "address": shorten(each.url),
            }
            for each in citations.cited
        ],
    }


def part_data(title: str, chapters: list[Chapter], phrases: Phrases) -> dict[str, Any]:
    """
    Return a part of a book. With one page it takes that page's place; with letters that go to someone it begins with a
    page that says what each is for.
    """
    one = len(chapters) == 1
    return {
        "title": title,
        "one": one,
        "chapters": [
            {
                **chapter_data(chapter, phrases),
                **({"title": title} if one else {}),
                "sent": not one and chapter.only_letter and chapter.is_sent,
            }
            for chapter in chapters
        ],
    }


def chapter_data(chapter: Chapter, phrases: Phrases) -> dict[str, Any]:
    if chapter.poster:
        return {"id": chapter.id, "title": chapter.title, "poster": chapter.poster}
    side, path = code_path(chapter.address)
    letter = chapter.letter
    return {
        "id": chapter.id,
        "title": chapter.title,
        "address": shorten(chapter.address),
        "code": {"side": side, "path": path},
        "wide": chapter.is_wide,
        "opening": chapter.opening,
        "pieces": [piece_data(piece, phrases) for piece in chapter.pieces],
        **({"next": {"id": chapter.next.id, "title": chapter.next.title}} if chapter.next else {}),
        **(
            {"letter": letter_node(letter), "letter_id": chapter.letter_id, "only_letter": chapter.only_letter}
            if letter
            else {}
        ),
    }


def piece_data(piece: Piece, phrases: Phrases) -> dict[str, Any]:
    if piece.kind == "words":
        return {"kind": "words", "words": piece.words}
    heads = [phrases("checklist.done_head"), *([phrases("checklist.skip_head")] if piece.kind == "checklist" else [])]
    return {"kind": piece.kind, "heads": heads, "items": [dict(item_data(item)) for item in piece.items]}


def item_data(item: Item) -> Iterator[tuple[str, Any]]:
    """
    Yield what an item has, by its names in the look: a short day is its label, a long one leads its order.
    """
    yield "order", item.order
    yield "why", item.why
    day = f"{item.when}, {item.who}" if item.who else item.when
    short = len(item.when) <= LONG_DAY
    yield "day", item.when if short else ""
    yield "who", f", {item.who}" if short and item.when and item.who else ""
    yield "lead", "" if short else f"{day}: "
    yield "pairs", item.pairs
    yield "asks", item.asks


# The phrases of a book, by their names in its look.
BOOK_PHRASES = {
    **{
        name: f"book.{name}"
        for name in (
            "lines_picture",
            "free",
            "cover_date_label",
            "contents_title",
            "contents_note",
            "contents_web_note",
            "code_picture",
            "letters_note",
            "at_page",
            "yes_answer",
            "next",
            "sources_note",
            "current",
        )
    },
    "no_answer": "review.no_answer",
    "ask_answer": "review.ask_answer",
    "weak_label": "review.weak_label",
    "better_label": "review.better_label",
    "ask_label": "review.ask_label",
    "sources_title": "sources.title",
    "notes_title": "checklist.notes_title",
}
