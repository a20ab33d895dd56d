"""
The posters of `posters.yml`, made from the built pages: each one sheet for a wall.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.codes import code_path
from guide.data import Data
from guide.data.books import Poster
from guide.dates import format_date
from guide.phrases import Phrases
from guide.printing.cache import Cache
from guide.printing.chapters import Chapter, NotThere, read_chapter
from guide.printing.citations import Citations
from guide.printing.host import host_data
from guide.printing.links import shorten
from guide.printing.nodes import letter_node
from guide.printing.pieces import print_chapters
from guide.printing.poster_marks import Marks, NotDrawn
from guide.printing.poster_words import (
    blank_rows,
    days_of,
    framed,
    items_of,
    rows_of,
    start_of,
    table_of,
)
from guide.printing.typeset import NotSet, page_data, set_pages
from guide.problems import Problem, did_you_mean

# The groups of phrases that a poster says.
SAID = ("book", "checklist", "footer", "printed", "sources")
# What a look says of a poster that does not fit.
TOO_TALL = re.compile(r".*: too tall, (\d+) pt")


@dataclass(frozen=True)
class Kind:
    """
    What a kind of poster needs: columns of a table, and words that stand on no page.
    """

    columns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


KINDS = {
    "route-map": Kind(("problem", "door", "decides"), ("problem_head", "door_head")),
    "ten-days": Kind(("who", "number"), ("day_head", "date_head", "order_head", "between", "start", "last")),
    "limits": Kind(("act", "limit", "date"), ("last",)),
    "phones": Kind(("who", "number", "say"), ("who_head",)),
    "month": Kind(("who", "number"), ("month", "last", "send", "call")),
    "log": Kind(("when", "who", "how", "said", "promised", "due"), ("name", "sheet")),
    "helper": Kind(
        ("who", "number"),
        ("second_title", "second_about", "numbers_title", "dates_title", "date_head", "what_head", "who_head"),
    ),
}


def write_posters(site: Path, data: Data, phrases: Phrases, cache: Cache) -> list[Problem]:
    """
    Write `downloads/<key>.pdf` into the built site for each poster; return a problem for each that cannot be drawn.
    """
    problems = []
    (site / "downloads").mkdir(exist_ok=True)
    for key in data.posters:
        if key in data.books or key in data.letters:
            problems.append(problem(key, data, NotDrawn("a book or a letter has the same key", "Give it another key.")))
            continue
        try:
            contents = read_poster(site, key, data, phrases)
            host = host_data(site, data, contents["home"], phrases)
            said = {group: phrases.by_group[group] for group in SAID}
            [pdf] = cache.get_or_make([("poster", page_data(**contents, host=host, phrases=said))], "pdf", set_pages)
        except NotDrawn as slip:
            problems.append(problem(key, data, slip))
        except NotSet as slip:
            fix = "Shorten the words that it takes from its pages, or leave out the sign that the sentence names."
            problems.append(
                problem(key, data, NotDrawn(TOO_TALL.sub(r"it is \1 points taller than its page", str(slip)), fix))
            )
        else:
            (site / "downloads" / f"{key}.pdf").write_bytes(pdf)
    return problems


def poster_chapters(
    site: Path, book: str, part: int, data: Data, phrases: Phrases
) -> tuple[list[Chapter], list[Problem]]:
    """
    Return the chapters that a part of a book, counted from 0, has of posters, and a problem for each that is not there
    or cannot be drawn.
    """
    chapters, problems = [], []
    for number, key in enumerate(data.books[book].parts[part].posters):
        if key not in data.posters:
            where = data.books.place(book, "parts", part, "posters", number)
            what = f'the book "{book}" names the poster "{key}", which does not exist'
            fix = did_you_mean(key, data.posters)
            problems.append(Problem(where.path, where.line, what, fix, "book-names-what-exists"))
            continue
        try:
            contents = read_poster(site, key, data, phrases)
        except NotDrawn as slip:
            problems.append(problem(key, data, slip))
        else:
            chapter = read_chapter(site, data.posters[key].pages[0])
            chapter.title, chapter.poster = data.posters[key].title, contents
            chapters.append(chapter)
    return chapters, problems


def problem(key: str, data: Data, slip: NotDrawn) -> Problem:
    """
    Return what an author reads of a poster that cannot be drawn, at its line.
    """
    where = data.posters.place(key, *slip.at)
    what = f'the poster "{key}" cannot be drawn: {slip.what}'
    return Problem(where.path, where.line, what, slip.fix, "poster-can-be-drawn")


def read_poster(site: Path, key: str, data: Data, phrases: Phrases) -> dict[str, Any]:
    """
    Return what a poster prints, as `looks/poster.typ` takes it. `checked` is the oldest check of its sources, ISO.

    Raises:
        NotDrawn: its pages have not what it needs.
    """
    poster = data.posters[key]
    check_names(poster)
    chapters = read_chapters(site, poster)
    citations = Citations()
    print_chapters(chapters, citations, phrases)
    marks = Marks(citations)
    words = words_of(poster, chapters, marks, phrases)
    oldest = citations.oldest_check if marks.shown else None
    address = chapters[0].address
    side, path = code_path(address)
    return {
        "id": f"poster--{key}",
        "kind": poster.kind,
        "language": chapters[0].page.language,
        "title": poster.title,
        "about": poster.about,
        "home": address.split("#")[0].removesuffix(chapters[0].page.path),
        "address": shorten(address),
        "code": {"side": side, "path": path},
        "checked": oldest.isoformat() if oldest else "",
        "current": phrases("book.current", date=format_date(oldest, phrases)) if oldest else "",
        "sources": [
            {"citation": each.citation, "doubt": "" if each.is_confirmed else each.status} for each in marks.shown
        ],
        "words": poster.words,
        **words,
    }


def read_chapters(site: Path, poster: Poster) -> list[Chapter]:
    """
    Return the pages of a poster, or the sections of them that it names.
    """
    chapters = []
    for place, name in enumerate(poster.pages):
        try:
            chapters.append(read_chapter(site, name))
        except NotThere as missing:
            fix = did_you_mean(missing.wanted, missing.known)
            raise NotDrawn(f'"{missing.wanted}" does not exist', fix, "pages", place) from missing
    return chapters


def check_names(poster: Poster) -> None:
    """
    Tell of a column or words that the kind of a poster needs and has not, or has and does not use.
    """
    kind = KINDS[poster.kind]
    for at, needed, given in (("columns", kind.columns, poster.columns), ("words", kind.words, poster.words)):
        for name in needed:
            if name not in given:
                raise NotDrawn(f'"{name}" is missing in "{at}"', f'Add "{name}:" there.', at)
        for name in given:
            if name not in needed:
                raise NotDrawn(f'nothing shows "{name}" of "{at}"', did_you_mean(name, set(needed)), at, name)


def words_of(poster: Poster, chapters: list[Chapter], marks: Marks, phrases: Phrases) -> dict[str, Any]:
    """
    Return what a poster of its kind takes from its pages.
    """
    if poster.kind == "ten-days":
        days = days_of(poster, chapters, marks)
        start = start_of(chapters)
        said = poster.words["start"].replace("{start}", start) if start else ""
        return {"days": days, "start": said, "rows": rows_of(poster, chapters, marks)}
    if poster.kind == "log":
        # The rows of its page are examples: a sheet to copy has none.
        table_of(poster, chapters)
        return {"heads": poster.columns}
    contents: dict[str, Any] = {
        "heads": poster.columns,
        "rows": rows_of(poster, chapters, marks),
        "framed": framed(poster, chapters, marks),
    }
    if poster.kind == "phones":
        contents["own"] = blank_rows(poster, chapters)
    elif poster.kind == "month":
        contents["weekdays"] = phrases("printed.weekdays").split(", ")
    elif poster.kind == "helper":
        letters = [chapter.letter for chapter in chapters if chapter.letter]
        if not letters:
            raise NotDrawn("none of its pages has a sheet to fill in", "Name the page that has it.", "pages")
        contents["letter"] = letter_node(letters[0])
        contents["items"] = [marks.line(item.order) for item in items_of(chapters, "checklist")]
    return contents
