"""
The lines of `routes/`, each with its place: what rules on names, words and conditions walk through.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from guide.data.cases import LINE_PARTS, NAMED_PARTS, ROUTE_PARTS
from guide.data.entry import Entries, Place
from guide.data.lines import Line, Named, When
from guide.data.routes import Note, Routes

T = TypeVar("T", bound=Line | Named | Note)


@dataclass(frozen=True)
class Spot(Generic[T]):
    """
    A line, a name with a condition or a note, and where it stands: `at` begins with the key of its entry and the part.
    """

    source: Entries
    at: tuple
    line: T

    @property
    def place(self) -> Place:
        return self.source.place(*self.at)

    @property
    def part(self) -> str:
        return self.at[1] if len(self.at) > 1 else self.source.called


def lines_of(routes: Routes, key: str) -> Iterator[Spot[Line]]:
    """
    Yield the lines of a situation, without those on other routes.
    """
    for part in LINE_PARTS:
        for index, line in enumerate(getattr(routes.situations[key], part)):
            yield Spot(routes.situations, (key, part, index), line)


def others_of(routes: Routes, key: str) -> Iterator[Spot[Line]]:
    """
    Yield what a situation says of other routes.
    """
    for name, lines in routes.situations[key].others.items():
        for index, line in enumerate(lines):
            yield Spot(routes.situations, (key, "others", name, index), line)


def named_of(routes: Routes, key: str) -> Iterator[Spot[Named]]:
    """
    Yield what a situation names: routes, limits, letters, help.
    """
    for part in ("routes", *NAMED_PARTS):
        for index, named in enumerate(getattr(routes.situations[key], part)):
            yield Spot(routes.situations, (key, part, index), named)


def route_lines(routes: Routes, key: str) -> Iterator[Spot[Line]]:
    """
    Yield the lines of a route.
    """
    for part in ROUTE_PARTS:
        for index, line in enumerate(getattr(routes.routes[key], part)):
            yield Spot(routes.routes, (key, part, index), line)


def all_lines(routes: Routes) -> Iterator[Spot[Line]]:
    """
    Yield each line of the situations and routes.
    """
    for key in routes.situations:
        yield from lines_of(routes, key)
        yield from others_of(routes, key)
    for key in routes.routes:
        yield from route_lines(routes, key)


def conditions(routes: Routes) -> Iterator[tuple[Entries, tuple, When]]:
    """
    Yield each condition that has one key or more, with what it stands in and its place there.
    """
    for spot in all_lines(routes):
        yield spot.source, (*spot.at, "when"), spot.line.when
    for key in routes.situations:
        for spot in named_of(routes, key):
            yield spot.source, (*spot.at, "when"), spot.line.when
    for key, note in routes.notes.items():
        yield routes.notes, (key, "when"), note.when
    for key, claim in routes.claims.items():
        for value, when in claim.always.items():
            yield routes.claims, (key, "always", value), when
