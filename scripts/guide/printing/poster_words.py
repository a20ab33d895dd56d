"""
What a poster says: rows of a table, days of a plan, points of a list, each taken from its page.
"""

import itertools
from collections.abc import Iterable
from typing import Any

from guide.data.books import Poster
from guide.printing.chapters import Chapter, Item
from guide.printing.nodes import Node
from guide.printing.poster_marks import Marks, NotDrawn, is_mark, marks_in
from guide.problems import did_you_mean

Row = dict[str, Any]


def words_in(nodes: Iterable[Node]) -> str:
    """
    Return the words of nodes, without marks.
    """
    return "".join(
        node if isinstance(node, str) else words_in(node.get("c", []))
        for node in nodes
        if isinstance(node, str) or (node["t"] != "mark" and isinstance(node.get("c"), list))
    ).strip()


def word_nodes(chapters: list[Chapter]) -> list[dict[str, Any]]:
    """
    Return what stands on the pages beside their lists and sheets: paragraphs, tables, headings.
    """
    pieces = [piece for chapter in chapters for piece in chapter.pieces if piece.kind == "words"]
    return [node for piece in pieces for node in piece.words if isinstance(node, dict)]


def table_of(poster: Poster, chapters: list[Chapter]) -> dict[str, Any]:
    """
    Return the table of the pages that has all columns of the poster.

    Raises:
        NotDrawn: no table has them all; the column that is missing is named.
    """
    tables = [(node, heads_of(node)) for node in word_nodes(chapters) if node["t"] == "table"]
    whole = [node for node, heads in tables if set(poster.columns.values()) <= set(heads)]
    if whole:
        return whole[0]
    pages = " or ".join(f'"{page}"' for page in poster.pages)
    if not tables:
        raise NotDrawn(f"{pages} has no table", "Write the table there, or name the page that has it.", "pages")
    heads = max((heads for _, heads in tables), key=lambda heads: len(set(heads) & set(poster.columns.values())))
    role, missing = next((role, name) for role, name in poster.columns.items() if name not in heads)
    raise NotDrawn(
        f'no table of {pages} has the column "{missing}"', did_you_mean(missing, set(heads)), "columns", role
    )


def heads_of(table: dict[str, Any]) -> list[str]:
    return [words_in(cell) for cell in table.get("head", [])]


def rows_of(poster: Poster, chapters: list[Chapter], marks: Marks) -> list[Row]:
    """
    Return the rows of the poster's table: for each column its words, and `doubts` where a source is not confirmed.
    """
    table = table_of(poster, chapters)
    heads = heads_of(table)
    places = {role: heads.index(name) for role, name in poster.columns.items()}
    rows = []
    for cells in table.get("c", []):
        cited = {mark.get("fact") for cell in cells for mark in marks_in(cell)}
        if not poster.rows or cited & set(poster.rows):
            shown = {role: cells[place] for role, place in places.items()}
            row = {role: marks.line(cell) for role, cell in shown.items()}
            move_marks(row)
            rows.append(row | {"doubts": marks.doubts(shown.values())})
    known = {mark["fact"] for cells in table.get("c", []) for cell in cells for mark in marks_in(cell)}
    for place, fact in enumerate(poster.rows):
        if fact not in known:
            raise NotDrawn(f'no row of the table cites the fact "{fact}"', did_you_mean(fact, known), "rows", place)
    return rows


def move_marks(row: Row) -> None:
    """
    Move the marks behind a number to dial to the words beside it: a raised figure there would be dialed.
    """
    if "number" in row:
        row["who"] += [node for node in row["number"] if is_mark(node)]
        row["number"] = [node for node in row["number"] if not is_mark(node)]


def blank_rows(poster: Poster, chapters: list[Chapter]) -> Row:
    """
    Return what the pages' other table leaves to be filled in: its title, which is the paragraph above it, and who
    stands in each row.
    """
    nodes, main = word_nodes(chapters), table_of(poster, chapters)
    for before, table in itertools.pairwise(nodes):
        rows = table.get("c", []) if table["t"] == "table" and table is not main else []
        if rows and not any(cell for row in rows for cell in row[1:]):
            return {"title": words_in(before["c"]), "rows": [words_in(row[0]) for row in rows]}
    return {"title": "", "rows": []}


def framed(poster: Poster, chapters: list[Chapter], marks: Marks) -> list[list[Node]]:
    """
    Return the paragraphs for the poster's frame: each begins with bold words that its entry names.

    Raises:
        NotDrawn: no paragraph begins so.
    """
    found: dict[str, list[Node]] = {}
    for node in word_nodes(chapters):
        if node["t"] == "p" and isinstance(node["c"][0], dict) and node["c"][0]["t"] == "strong":
            found.setdefault(words_in(node["c"][:1]), node["c"])
    for place, begin in enumerate(poster.framed):
        if begin not in found:
            raise NotDrawn(
                f'no paragraph of its pages begins with "{begin}" in bold', did_you_mean(begin, found), "framed", place
            )
    return [marks.line(found[begin]) for begin in poster.framed]


def days_of(poster: Poster, chapters: list[Chapter], marks: Marks) -> list[Row]:
    """
    Return the days of the plan on the pages, those without a step too: the number of each, its orders, and whether it
    may not pass.

    Raises:
        NotDrawn: there is no plan, a step has no day, or a day that may not pass has no step.
    """
    steps = items_of(chapters, "plan")
    by_day: dict[int, list[list[Node]]] = {}
    for step in steps:
        if step.day is None:
            raise NotDrawn(
                f'the step "{words_in(step.order)}" has no number of its day', 'Write "day=3" behind its id.', "pages"
            )
        # The law of a day that may not pass stands in the step's reason, for which a wall has no room.
        law = marks_in(step.why) if step.day in poster.last_days else ()
        by_day.setdefault(step.day, []).append(marks.line([*step.order, *law]))
    for place, day in enumerate(poster.last_days):
        if day not in by_day:
            named = ", ".join(map(str, sorted(by_day)))
            raise NotDrawn(f"the plan has no step on day {day}", f"Its days are {named}.", "last_days", place)
    return [
        {"day": str(day), "steps": by_day.get(day, []), "last": day in poster.last_days}
        for day in range(min(by_day), max(by_day) + 1)
    ]


def start_of(chapters: list[Chapter]) -> str:
    """
    Return from what the plan on the pages counts, as its page asks for it, "" where it does not say.
    """
    plans = [plan for chapter in chapters for top in chapter.elements for plan in top.iter("guide-plan")]
    return next((plan.get("data-start", "") for plan in plans), "")


def items_of(chapters: list[Chapter], kind: str) -> list[Item]:
    """
    Return the items of the first list of a kind, "checklist" or "plan".

    Raises:
        NotDrawn: no page has one.
    """
    for chapter in chapters:
        for piece in chapter.pieces:
            if piece.kind == kind and piece.items:
                return list(piece.items)
    raise NotDrawn(f"none of its pages has a {kind}", f"Name the page that has the {kind}.", "pages")
