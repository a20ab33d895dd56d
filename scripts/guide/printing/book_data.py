"""
What a book prints, as data for its look: parts, chapters, lists and letters, the host, the sources.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.codes import code_path
from guide.data import Data
from guide.dates import format_date
from guide.phrases import Phrases
from guide.printing.chapters import Chapter, Item, Piece
from guide.printing.citations import Citations
from guide.printing.host import host_data
from guide.printing.links import shorten
from guide.printing.nodes import letter_node
from guide.printing.pieces import print_chapters

# The groups of phrases that a book says.
SAID = ("book", "checklist", "footer", "printed", "review", "sources")


def book_data(
    site: Path,
    title: str,
    subtitle: str,
    parts: list[tuple[str, list[Chapter]]],
    data: Data,
    phrases: Phrases,
    **look: bool,
) -> dict[str, Any]:
    """
    Return what a book prints, as `looks/book.typ` takes it. `parts` have their titles; `look` says how it is set:
    `large` for large print, `cover` for one that has a cover.
    """
    citations = Citations()
    for _, chapters in parts:
        for chapter in chapters:
            # A part of one page has no title of its own above the page's: they are one heading.
            chapter.heading_depth = 3 if len(chapters) > 1 else 2
    every = [chapter for _, chapters in parts for chapter in chapters]
    print_chapters(every, citations, phrases)
    home = every[0].address.split("#")[0].removesuffix(every[0].page.path)
    return {
        **look,
        "language": every[0].page.language,
        "title": title,
        "subtitle": subtitle,
        "host": host_data(site, data, home, phrases),
        "as_of": format_date(citations.oldest_check, phrases) if citations.oldest_check else "",
        "site_address": shorten(home),
        "phrases": {group: phrases.by_group[group] for group in SAID},
        "parts": [part_data(part, chapters) for part, chapters in parts],
        "citations": [{**vars(each), "address": shorten(each.url)} for each in citations.cited],
    }


def part_data(title: str, chapters: list[Chapter]) -> dict[str, Any]:
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
                **chapter_data(chapter),
                **({"title": title} if one else {}),
                "sent": not one and chapter.only_letter and chapter.is_sent,
            }
            for chapter in chapters
        ],
    }


def chapter_data(chapter: Chapter) -> dict[str, Any]:
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
        "pieces": [piece_data(piece) for piece in chapter.pieces],
        **({"next": {"id": chapter.next.id, "title": chapter.next.title}} if chapter.next else {}),
        **(
            {"letter": letter_node(letter), "letter_id": chapter.letter_id, "only_letter": chapter.only_letter}
            if letter
            else {}
        ),
    }


def piece_data(piece: Piece) -> dict[str, Any]:
    if piece.kind == "words":
        return {"kind": "words", "words": piece.words}
    return {"kind": piece.kind, "items": [dict(item_data(item)) for item in piece.items]}


def item_data(item: Item) -> Iterator[tuple[str, Any]]:
    """
    Yield what an item has, by its names in the look.
    """
    yield "order", item.order
    yield "why", item.why
    yield "day", item.when
    yield "who", f", {item.who}" if item.when and item.who else item.who
    yield "pairs", item.pairs
    yield "asks", item.asks
