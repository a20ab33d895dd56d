"""
The pieces of a situation: each line, letter, route and time limit, with when it holds and what draws it.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guide.blocks.conditions import Case, case_of, holds_in, lead_words
from guide.blocks.deadlines import length, marks, whose
from guide.blocks.lines import add, add_line
from guide.data import Data
from guide.data.cases import FIRST_PARTS
from guide.data.lines import Line, Named, OtherRoute, When
from guide.data.routes import Note, Route, Routes, Situation
from guide.grammar import PHONE
from guide.phrases import Phrases

# Of the parts of which one line is shown, those that are steps.
STEPS = FIRST_PARTS[1:]
Writer = Callable[[etree.Element], None]
HOW: dict[str, Callable[[Phrases], str]] = {
    "too": lambda phrases: phrases("situation.too"),
    "later": lambda phrases: phrases("situation.later"),
    "not": lambda phrases: phrases("situation.not"),
    "late": lambda phrases: phrases("situation.late"),
}


class Piece(NamedTuple):
    """
    A line, a letter, a route or a time limit: its part, its words or its key, when it holds, and what writes it into an
    element. One that is `for_scripts` needs a day that only they know, or never holds here.
    """

    part: str
    words: str
    case: Case
    write: Writer
    for_scripts: bool = False


def add_limit(row: etree.Element, name: str, key: str, data: Data, phrases: Phrases) -> None:
    """
    Write a time limit of `routes/time-limits.yml` into `row`: its name, how long it is and whose, what is due by then.
    """
    if not data.routes:
        return
    limit, fact = data.routes.time_limits[name], data.facts.get(name)
    add(row, "strong", f"{limit.name}.").tail = " "
    for rule in fact.limits_from(limit.event)[:1] if fact else ():
        how_long, owner = length(rule, phrases), whose(rule, phrases)
        add(row, "span", phrases("situation.limit", length=how_long, whose=owner)).tail = " "
    add(row, "span", f"{limit.say}{marks([name])}", data_line=key)


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
        for part, known, writer in (
            ("routes", self.routes.routes, self.route_writer),
            ("limits", self.routes.time_limits, self.limit_writer),
            ("letters", self.data.letters, self.letter_writer),
        ):
            yield from self.named(part, getattr(situation, part), known, writer)
        yield from self.other_routes()
        yield from self.lines("find_out", situation.find_out)
        for note in self.routes.notes.values():
            when = holds_in(note.when, self.key)
            # The others stand on a page of their own.
            if "situation" in note.when and when is not None:
                yield self.piece("note", note.title, when, self.note_writer(note))
        yield from self.named("help", situation.help, self.data.facts, self.help_writer)

    def piece(self, part: str, words: str, when: When | None, write: Writer, *, for_scripts: bool = False) -> Piece:
        case = case_of(when or {}, self.routes, self.phrases)
        return Piece(part, words, case, write, for_scripts=for_scripts or when is None)

    def named(
        self, part: str, names: list[Named], known: Container[str], writer: Callable[[str], Writer]
    ) -> Iterator[Piece]:
        """
        Yield what is named and known; of what is not, a rule tells.
        """
        for each in names:
            if each.name in known:
                yield self.piece(part, each.name, holds_in(each.when, self.key), writer(each.name))

    def lines(self, part: str, lines: list) -> Iterator[Piece]:
        """
        Yield the lines of a part.
        """
        for index, line in enumerate(lines):
            write = self.line_writer(line, f"{self.key}/{part}/{index}")
            when = holds_in(line.when, self.key)
            yield self.piece(part, line.say, when, write, for_scripts=bool(line.days))

    def other_routes(self) -> Iterator[Piece]:
        """
        Yield the lines of each route that is not among those that fit: the situation's own, or what is said otherwise.
        """
        first = {named.name for named in self.situation.routes}
        for name, route in self.routes.routes.items():
            own = self.situation.others.get(name, [])
            # Of a route that fits in some cases nothing general is said beside.
            others = own or ([] if name in first or route.special else route.otherwise)
            is_said = False
            for index, line in enumerate(others):
                # What is said otherwise stands for scripts with the routes.
                key = f"{self.key}/others.{name}/{index}" if own else ""
                when = holds_in(line.when, self.key)
                write = self.other_writer(route, line, key)
                piece = self.piece("others", line.say, when, write, for_scripts=is_said or bool(line.days))
                yield piece
                # None below one that always holds is ever shown.
                is_said = is_said or (piece.case == Case() and not piece.for_scripts)

    def line_writer(self, line: Line, key: str) -> Writer:
        def write(row: etree.Element) -> None:
            add_line(row, line, key, self.data, self.phrases)

        return write

    def route_writer(self, name: str) -> Writer:
        route = self.routes.routes[name]

        def write(row: etree.Element) -> None:
            add(row, "strong", f"[{route.title}]({route.page}).").tail = " "
            add(row, "span", route.what)
            # What holds in every situation stands with the routes.
            own = [
                (line, case_of(when, self.routes, self.phrases))
                for line in (*route.plus, *route.minus, *route.does_not)
                if "situation" in line.when and not line.days
                if (when := holds_in(line.when, self.key)) is not None
            ]
            listing = add(row, "ul") if own else row
            for line, case in own:
                words = lead_words(case, self.phrases)
                add(listing, "li", f"{words}: {line.say}" if words else line.say)

        return write

    def limit_writer(self, name: str) -> Writer:
        def write(row: etree.Element) -> None:
            add_limit(row, name, f"{self.key}/limits.{name}", self.data, self.phrases)

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
