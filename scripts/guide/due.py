"""
Which facts are due for another look, and what rests on them. They stop nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guide.data import Data
from guide.data.entry import Place
from guide.data.facts import Fact
from guide.dates import a_year_later
from guide.grammar import fact_ids
from guide.pages import Page

# Why a fact is due, in the order of the last line of the list: there, and behind its name.
REASONS = {
    "without a check": "has no check",
    "without a day": "was checked, but nobody wrote down when",
    "without compared words": "has no words of the text it was compared with",
    "older than a year": "was last checked over a year ago",
}


@dataclass(frozen=True)
class DueFact:
    """
    A fact that is due: `reasons` are keys of `REASONS`; `pages` are paths from the repository root, `letters` and
    `books` keys of the data.
    """

    key: str
    fact: Fact
    place: Place
    reasons: list[str]
    pages: list[str]
    letters: list[str]
    books: list[str]


def due_facts(data: Data, pages: list[Page], today: date) -> list[DueFact]:
    """
    Return the facts that are due on a day, in the order of their files and lines, with all that rests on each.
    """
    on_pages, in_letters = pages_of(data, pages), letters_of(data)
    found = []
    for key, fact in data.facts.items():
        if reasons := reasons_of(fact, today):
            where = on_pages.get(key, [])
            place = data.facts.place(key)
            found.append(DueFact(key, fact, place, reasons, where, in_letters.get(key, []), books_of(where, data)))
    return sorted(found, key=lambda due: (due.place.path, due.place.line))


def due_list(data: Data, pages: list[Page], today: date) -> str:
    """
    Return a line for each fact that is due on a day, by file and line, with the pages, letters and books that rest on
    it, and a last line that counts them.
    """
    found = due_facts(data, pages, today)
    rows = []
    for due in found:
        why = " and ".join(REASONS[reason] for reason in due.reasons)
        rests = {"Pages": due.pages, "Letters": due.letters, "Books": due.books}
        named = "".join(f" {kind}: {', '.join(names)}." for kind, names in rests.items() if names)
        rows.append(f'{due.place.path}:{due.place.line}: "{due.key}" {why}.{named}')
    counts = [f"{sum(reason in due.reasons for due in found)} {reason}" for reason in REASONS]
    return "\n".join([*rows, f"{len(found)} of {len(data.facts)} facts are due: {', '.join(counts)}."])


def reasons_of(fact: Fact, today: date) -> list[str]:
    """
    Return why a fact is due, by the keys of `REASONS`.
    """
    check = fact.latest_check
    if not check:
        return ["without a check"]
    is_so = {
        "without a day": not check.day,
        "without compared words": not check.compared_words,
        "older than a year": bool(check.day) and a_year_later(check.day) < today,
    }
    return [reason for reason, so in is_so.items() if so]


def pages_of(data: Data, pages: list[Page]) -> dict[str, list[str]]:
    """
    Return, by fact, the pages that cite it or show it with its topic.
    """
    found: dict[str, list[str]] = {}
    for page in pages:
        for key in dict.fromkeys([*cited_on(page), *shown_on(page, data)]):
            found.setdefault(key, []).append(page.path)
    return found


def cited_on(page: Page) -> Iterator[str]:
    for _, line in page.numbered:
        yield from fact_ids(line)


def shown_on(page: Page, data: Data) -> Iterator[str]:
    for block in page.blocks:
        if block.name == "law" and "topic" in block.options:
            yield from data.facts_of(block.options["topic"][0])


def letters_of(data: Data) -> dict[str, list[str]]:
    """
    Return, by fact, the letters that name it.
    """
    found: dict[str, list[str]] = {}
    for name, letter in data.letters.items():
        for key in dict.fromkeys([*letter.facts, *(statement.fact for statement in letter.statements)]):
            found.setdefault(key, []).append(name)
    return found


def books_of(pages: list[str], data: Data) -> list[str]:
    """
    Return the books that hold one of the pages. One that takes a section of a page counts as if it took the whole.
    """
    held = {path.removeprefix("docs/") for path in pages}
    return [
        name
        for name, book in data.books.items()
        if held & {page.split("#")[0] for part in book.parts for page in part.pages}
    ]
