"""
Which facts are due for another look, and what rests on them. They stop nothing.
"""

from collections.abc import Iterator
from datetime import date

from guide.data.facts import Fact
from guide.dates import a_year_later
from guide.grammar import fact_ids
from guide.pages import Page
from guide.project import Guide

# Why a fact is due, in the order of the last line: there, and behind its name.
REASONS = {
    "without a check": "has no check",
    "without a day": "was checked, but nobody wrote down when",
    "without compared words": "has no words of the text it was compared with",
    "older than a year": "was last checked over a year ago",
}


def due(context: Guide, today: date) -> str:
    """
    Return a line for each fact that is due, by file and line, with the pages, letters and books that rest on it, and
    a last line that counts them.
    """
    facts = context.data.facts
    found = {key: reasons for key, fact in facts.items() if (reasons := reasons_of(fact, today))}
    pages, letters = pages_of(context), letters_of(context)
    rows = []
    for key in sorted(found, key=lambda key: context.place("facts", key)):
        path, line = context.place("facts", key)
        why = " and ".join(REASONS[reason] for reason in found[key])
        rests = {"Pages": pages.get(key, []), "Letters": letters.get(key, []), "Books": books_of(pages, key, context)}
        named = "".join(f" {kind}: {', '.join(names)}." for kind, names in rests.items() if names)
        rows.append(f'{path}:{line}: "{key}" {why}.{named}')
    counts = [f"{sum(reason in reasons for reasons in found.values())} {reason}" for reason in REASONS]
    return "\n".join([*rows, f"{len(found)} of {len(facts)} facts are due: {', '.join(counts)}."])


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


def pages_of(context: Guide) -> dict[str, list[str]]:
    """
    Return, by fact, the pages that cite it or show it with its topic.
    """
    found: dict[str, list[str]] = {}
    for page in context.pages:
        for key in dict.fromkeys([*cited_on(page), *shown_on(page, context)]):
            found.setdefault(key, []).append(page.path)
    return found


def cited_on(page: Page) -> Iterator[str]:
    for _, line in page.numbered:
        yield from fact_ids(line)


def shown_on(page: Page, context: Guide) -> Iterator[str]:
    for block in page.blocks:
        if block.name == "law" and "topic" in block.options:
            yield from context.data.facts_of(block.options["topic"][0])


def letters_of(context: Guide) -> dict[str, list[str]]:
    """
    Return, by fact, the letters that name it.
    """
    found: dict[str, list[str]] = {}
    for name, letter in context.data.letters.items():
        for key in dict.fromkeys([*letter.facts, *(statement.fact for statement in letter.statements)]):
            found.setdefault(key, []).append(name)
    return found


def books_of(pages: dict[str, list[str]], key: str, context: Guide) -> list[str]:
    """
    Return the books that hold a page of a fact. One that takes a section of a page counts as if it took the whole.
    """
    held = {path.removeprefix("docs/") for path in pages.get(key, [])}
    return [
        name
        for name, book in context.data.books.items()
        if held & {page.split("#")[0] for part in book.parts for page in part.pages}
    ]
