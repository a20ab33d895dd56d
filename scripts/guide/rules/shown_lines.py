"""
What a situation shows in which of its cases: each line, name and note with the region where a parent reads it.
"""

from dataclasses import dataclass
from functools import cached_property

from guide.data import Data
from guide.data.cases import FIRST_PARTS, LINE_PARTS, MOST_ROUTES, UNSURE
from guide.data.lines import Line
from guide.data.routes import Note, Routes
from guide.project import Guide
from guide.rules.regions import EVERYWHERE, Box, Cases, Region, both
from guide.rules.route_lines import Spot, lines_of, named_of, others_of, route_lines
from guide.rules.route_names import route_uses

# The data last looked at, and what its situations show: several rules ask for the same.
_KEPT: list[tuple[Data, list["SituationShown"]]] = []


@dataclass(frozen=True)
class Shown:
    """
    A line or note, and the cases in which it is shown.
    """

    spot: Spot[Line] | Spot[Note]
    region: Region


class SituationShown:
    """
    What one situation shows. Its parts are worked out once, when they are first asked for.
    """

    def __init__(self, data: Data, routes: Routes, key: str):
        self.routes, self.key, self.cases = routes, key, Cases(routes, data.facts, key)

    @cached_property
    def lines(self) -> list[Shown]:
        """
        The lines of its parts, without those on other routes.
        """
        spots = list(lines_of(self.routes, self.key))
        found = []
        for part in LINE_PARTS:
            lines = [spot for spot in spots if spot.part == part]
            found += self.first_of(lines, EVERYWHERE) if part in FIRST_PARTS else self.all_of(lines)
        return found

    def all_of(self, spots: list[Spot[Line]]) -> list[Shown]:
        return [Shown(spot, self.cases.where_said(spot.line)) for spot in spots]

    def first_of(self, spots: list[Spot[Line]], open_cases: Region) -> list[Shown]:
        """
        Return where each line is the first that holds, within the cases in which one of them is wanted.
        """
        found = []
        for spot in spots:
            region = self.cases.where_said(spot.line)
            found.append(Shown(spot, both(open_cases, region)))
            open_cases = self.cases.without(open_cases, region)
        return found

    @cached_property
    def routes_shown(self) -> dict[str, Region]:
        """
        By route: where it is one of those that fit.
        """
        found: dict[str, Region] = {}
        # By the number of routes that hold already: the cases in which it is so.
        counted: list[Region] = [EVERYWHERE] + [[] for _ in range(MOST_ROUTES)]
        for spot in named_of(self.routes, self.key):
            if spot.part != "routes":
                continue
            region = self.cases.where(spot.line.when)
            moving = [both(cases, region) for cases in counted]
            found[spot.line.name] = found.get(spot.line.name, []) + [box for some in moving[:-1] for box in some]
            counted = [self.cases.without(cases, region) for cases in counted[:-1]] + [counted[-1]]
            for number, some in enumerate(moving[:-1]):
                counted[number + 1] = counted[number + 1] + some
        return found

    @cached_property
    def without_routes(self) -> Region:
        """
        Where no route fits.
        """
        return self.cases.without(EVERYWHERE, [box for some in self.routes_shown.values() for box in some])

    @cached_property
    def others(self) -> dict[str, list[Shown]]:
        """
        By route: where each line on it is shown among the other routes.
        """
        own = list(others_of(self.routes, self.key))
        found = {}
        for key, route in self.routes.routes.items():
            lines = [spot for spot in own if spot.at[2] == key]
            if not route.special:
                lines += [spot for spot in route_lines(self.routes, key) if spot.part == "otherwise"]
            found[key] = self.first_of(lines, self.not_fitting(key))
        return found

    def not_fitting(self, route: str) -> Region:
        """
        Return where a route is none of those that fit.
        """
        return self.cases.without(EVERYWHERE, self.routes_shown.get(route, []))

    @cached_property
    def reasons(self) -> list[Shown]:
        """
        What speaks for and against the routes that fit.
        """
        return [
            Shown(spot, both(region, self.cases.where_said(spot.line)))
            for key, region in self.routes_shown.items()
            for spot in route_lines(self.routes, key)
            if spot.part != "otherwise"
        ]

    @cached_property
    def notes(self) -> list[Shown]:
        return [
            Shown(Spot(self.routes.notes, (key,), note), self.cases.where(note.when))
            for key, note in self.routes.notes.items()
        ]

    @property
    def all(self) -> list[Shown]:
        """
        All that a parent may read of it.
        """
        return [*self.lines, *(line for lines in self.others.values() for line in lines), *self.reasons, *self.notes]


def situations_shown(context: Guide) -> list[SituationShown]:
    """
    Return what each situation shows, but for those with a name that does not exist, which is reported already.
    """
    data, routes = context.data, context.data.routes
    if not routes:
        return []
    if not any(kept is data for kept, _ in _KEPT):
        _KEPT[:] = [(data, usable_situations(data, routes))]
    return _KEPT[0][1]


def usable_situations(data: Data, routes: Routes) -> list[SituationShown]:
    """
    Return what each situation shows, without those that `situations_shown` leaves out.
    """
    # A situation that is not there leads nowhere, and harms no other.
    missing = [use for use in route_uses(data) if use.is_missing and use.target is not routes.situations]
    if any(use.source is not routes.situations for use in missing):
        return []
    unusable = {use.at[0] for use in missing}
    return [SituationShown(data, routes, key) for key in routes.situations if key not in unusable]


def case_in_words(shown: SituationShown, box: Box) -> str:
    """
    Return a case as an author would write it below "when:", without what is so because nobody answered.
    """
    asked = {*shown.cases.asked, *shown.routes.questions}
    words = []
    for (kind, name, *answer), values in sorted(box.items()):
        value = next(iter(sorted(map(str, values - {None}))), "")
        if kind == "question" and name in asked and value not in ("", UNSURE, "False"):
            words.append(f"{name}: {answer[0] if answer else value}")
        elif kind == "limit" and value != "open":
            words.append(f"{value}: {name}")
        elif kind == "day" and None not in values:
            words.append(f"known: {name}")
    return ", ".join(dict.fromkeys(words)) or "nobody answered"
