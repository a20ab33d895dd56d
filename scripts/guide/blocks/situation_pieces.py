"""
The pieces of a situation: each line, letter, route and time limit, with when it holds and what draws it.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guide.blocks.deadlines import length, marks, whose
from guide.blocks.lines import add, add_line, holds_in
from guide.data import Data
from guide.data.lines import Line, OtherRoute, When
from guide.data.routes import Note, Route, Routes, Situation
from guide.grammar import PHONE
from guide.phrases import Phrases

STEPS = ("today", "closed", "this_week", "by")
Writer = Callable[[etree.Element], None]
HOW: dict[str, Callable[[Phrases], str]] = {
    "too": lambda phrases: phrases("situation.too"),
    "later": lambda phrases: phrases("situation.later"),
    "not": lambda phrases: phrases("situation.not"),
    "late": lambda phrases: phrases("situation.late"),
}


class Piece(NamedTuple):
    """
    A line, a letter, a route or a time limit: its part, when it holds beside the situation itself, whether it needs a
    day that only scripts know, and what writes it into an element.
    """

    part: str
    when: When
    needs_day: bool
    write: Writer


@dataclass
class Pieces:
    """
    The pieces of the situation `key`.
    """

    key: str
    situation: Situation
    routes: Routes
    data: Data
    phrases: Phrases

    def read(self) -> Iterator[Piece]:
        """
        Yield all that the situation says, in the order of a result.
        """
        situation = self.situation
        for part in ("headline", "because", *STEPS, "warn"):
            yield from self.lines(part, getattr(situation, part))
        for named in situation.routes:
            if named.name in self.routes.routes:
                yield Piece("routes", named.when, False, self.route_writer(self.routes.routes[named.name]))
        for named in situation.limits:
            if named.name in self.routes.time_limits:
                yield Piece("limits", named.when, False, self.limit_writer(named.name))
        for named in situation.letters:
            if named.name in self.data.letters:
                yield Piece("letters", named.when, False, self.letter_writer(named.name))
        yield from self.other_routes()
        yield from self.lines("find_out", situation.find_out)
        for note in self.routes.notes.values():
            when = holds_in(note.when, self.key) if "situation" in note.when else None
            if when:
                yield Piece("note", when, False, self.note_writer(note))
        for named in situation.help:
            if named.name in self.data.facts:
                yield Piece("help", named.when, False, self.help_writer(named.name))

    def lines(self, part: str, lines: list) -> Iterator[Piece]:
        """
        Yield the lines of a part that can hold here.
        """
        for index, line in enumerate(lines):
            when = holds_in(line.when, self.key)
            if when is not None:
                yield Piece(part, when, bool(line.days), self.line_writer(line, f"{self.key}/{part}/{index}"))

    def other_routes(self) -> Iterator[Piece]:
        """
        Yield a line for each route that is not among those that fit: the situation's own, or what is said otherwise.
        """
        first = {named.name for named in self.situation.routes}
        for name, route in self.routes.routes.items():
            own = self.situation.others.get(name, [])
            # Of a route that fits in some cases nothing general is said beside.
            others = own or ([] if name in first or route.special else route.otherwise)
            for index, line in enumerate(others):
                when = holds_in(line.when, self.key)
                if when is None:
                    continue
                # What is said otherwise stands for scripts with the routes.
                key = f"{self.key}/others.{name}/{index}" if own else ""
                yield Piece("others", when, bool(line.days), self.other_writer(route, line, key))
                if not when and not line.days:
                    # None of those below it is ever shown.
                    break

    def line_writer(self, line: Line, key: str) -> Writer:
        def write(row: etree.Element) -> None:
            add_line(row, line, key, self.data, self.phrases)

        return write

    def route_writer(self, route: Route) -> Writer:
        def write(row: etree.Element) -> None:
            add(row, "strong", f"[{route.title}]({route.page}).").tail = " "
            add(row, "span", route.what)

        return write

    def limit_writer(self, name: str) -> Writer:
        limit, fact = self.routes.time_limits[name], self.data.facts.get(name)

        def write(row: etree.Element) -> None:
            add(row, "strong", f"{limit.name}.").tail = " "
            for rule in fact.limits_from(limit.event)[:1] if fact else ():
                how_long, owner = length(rule, self.phrases), whose(rule, self.phrases)
                add(row, "span", self.phrases("situation.limit", length=how_long, whose=owner)).tail = " "
            add(row, "span", f"{limit.say}{marks([name])}", data_line=f"{self.key}/limits.{name}")

        return write

    def letter_writer(self, name: str) -> Writer:
        def write(row: etree.Element) -> None:
            add(row, "span", f"[{self.data.letters[name].title}](letters/{name}.md)")

        return write

    def note_writer(self, note: Note) -> Writer:
        def write(row: etree.Element) -> None:
            add(row, "strong", note.title if note.title.endswith((".", "?")) else f"{note.title}.").tail = " "
            add(row, "span", note.text)

        return write

    def help_writer(self, name: str) -> Writer:
        def write(row: etree.Element) -> None:
            words = PHONE.sub(r"[\g<0>](tel:\g<0>)", self.data.facts[name].statement)
            add(row, "span", f"{words}{marks([name])}", data_line=f"{self.key}/help.{name}")

        return write

    def other_writer(self, route: Route, line: OtherRoute, key: str) -> Writer:
        def write(row: etree.Element) -> None:
            add(row, "strong", f"[{route.title}]({route.page}).").tail = " "
            add(row, "em", f"{HOW[line.how](self.phrases)}:").tail = " "
            add(row, "span", line.say, **({"data_line": key} if key else {}))

        return write
