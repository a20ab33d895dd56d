"""
The families of tests/families/: who they are, what they would tap, and what an advocate would tell each.

Each was written by someone who does not build the helper, eighty before it was touched and thirty (fresh.yml) when it
stood, by one who had not seen it: its keys from `way_in` to `unsure` are the truth. Below them stands what this parent
chooses (`chosen`, `given`, `counted`) and the words of the result that say what the truth asks for (`shows`); null
where the result misses it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "families"
FIRST_STEP, NOBODY_ANSWERS = "first step", "if nobody answers"
FIRST_ROUTE, OTHER_ROUTES, LETTERS, DEADLINES, WARNINGS = (
    "first route",
    "other routes",
    "letters",
    "deadlines",
    "warnings",
)
KINDS = (FIRST_STEP, NOBODY_ANSWERS, FIRST_ROUTE, OTHER_ROUTES, LETTERS, DEADLINES, WARNINGS)
# Other routes that a parent may take too; the rest are put aside.
OPEN = ("too", "later")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})


@dataclass(frozen=True)
class Shown:
    """
    A result as a parent reads it: all its words, and those of its head and card; the letters that it links, of all that
    the helper knows; the routes that fit, and how each other one fits.
    """

    text: str
    first: str
    letters: set[str]
    routes: list[str]
    others: dict[str, str]
    all_letters: set[str]


@dataclass(frozen=True)
class Item:
    """
    One thing that a family must be told: its kind, in the words of who wrote the family, and whether the result says it.
    """

    family: str
    kind: str
    wanted: str
    expected: str | None
    is_shown: bool

    def __str__(self) -> str:
        looked_for = "nothing in the result says it" if self.expected is None else f'not found: "{self.expected}"'
        return f"{self.family}: {self.kind}: {self.wanted} ({looked_for})"


def families() -> dict[str, dict]:
    """
    Return the families by name.
    """
    found: dict[str, dict] = {}
    for file in sorted(FOLDER.glob("*.yml")):
        for name, family in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            assert name not in found, f"{name} stands in two files"
            found[name] = family
    return found


def told_to_the_helper(family: Mapping) -> dict:
    """
    Return what a family taps and types, ready for the browser: days as ISO text.
    """
    return {
        "today": iso(family["today"]),
        "chosen": family.get("chosen", {}),
        "given": {name: iso(day) for name, day in family.get("given", {}).items()},
        "removed": [[iso(day) for day in row] for row in family.get("counted", {}).get("removed", [])],
        "minutes": family.get("counted", {}).get("minutes"),
    }


def iso(day: date | str) -> str:
    return str(day)


def says(text: str, words: str | None) -> bool:
    """
    Return whether a text has these words, whatever its quotation marks, capitals and line ends.
    """
    return words is not None and plain(words) in plain(text)


def plain(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).casefold().split())


def items(name: str, family: Mapping, shown: Shown) -> Iterator[Item]:
    """
    Yield all that a family must be told, and whether its result says it.
    """
    shows = family.get("shows", {})

    def words(kind: str, wanted: str, expected: str | None, text: str = shown.text) -> Item:
        return Item(name, kind, wanted, expected, says(text, expected))

    yield words(FIRST_STEP, family["first_step"], shows.get("first_step"), shown.first)
    yield words(NOBODY_ANSWERS, family["if_nobody_answers"], shows.get("nobody_answers"))
    yield from routes(name, family, shows.get("routes", []), shown)
    for letter in family["letters"]:
        expected = shows.get("letters", {}).get(letter)
        found = words(LETTERS, letter, expected)
        yield (
            Item(name, LETTERS, letter, expected, expected in shown.letters) if expected in shown.all_letters else found
        )
    for number, deadline in enumerate(family.get("deadlines") or []):
        yield words(DEADLINES, deadline["must_say"], at(shows.get("deadlines", []), number))
    for number, warning in enumerate(family.get("must_warn") or []):
        yield words(WARNINGS, warning, at(shows.get("warnings", []), number))


def routes(name: str, family: Mapping, expected: list[str], shown: Shown) -> Iterator[Item]:
    """
    Yield the first route, which must be the first that fits, and the others, which must fit or be open.
    """
    wanted = ", ".join(family["routes"])
    first, *more = [*expected, *[None] * (not expected)]
    yield Item(name, FIRST_ROUTE, wanted, first, first is not None and shown.routes[:1] == [first])
    for route in more:
        is_named = route in shown.routes or shown.others.get(route) in OPEN
        yield Item(name, OTHER_ROUTES, wanted, route, is_named)


def at(values: list, number: int):
    return values[number] if number < len(values) else None


def false_statements(name: str, family: Mapping, shown: Shown) -> Iterator[str]:
    """
    Yield what a result says, or names first, though it is false for this family.
    """
    shows = family.get("shows", {})
    for words in shows.get("never") or []:
        if says(shown.text, words):
            yield f'{name}: says "{words}"'
    for route in shows.get("never_first") or []:
        if shown.routes[:1] == [route]:
            yield f"{name}: names {route} first"
