"""
Sets of cases: where a condition holds, where two hold together, and where none of several does.

A region is a list of boxes. A box says of some variables which values they may have, and nothing of the others. A
question is a variable, its answers are the values; so is a time limit, by its state, and a day, known or not. A
question with several answers is a variable for each of them. So a rule need not walk through all combinations: two
conditions hold together where their boxes meet.
"""

from collections.abc import Iterator

from guide.data.cases import UNSURE, values_of
from guide.data.entry import Entries
from guide.data.facts import Fact
from guide.data.lines import Line, When
from guide.data.routes import Routes
from guide.rules.case_days import OPEN, CaseDays

Variable = tuple[str, ...]
Box = dict[Variable, frozenset]
Region = list[Box]
YES, NO = frozenset({True}), frozenset({False})
# A day is past or ahead where it is known.
KNOWN, UNKNOWN = frozenset({"past", "ahead"}), frozenset({None})
DAYS_SAID = {"left": frozenset({"ahead"}), "since": frozenset({"past"})}
STATES = {"past": {"past"}, "close": {"close"}, "runs": {"runs", "close"}}
HAS_LAST_DAY = frozenset({"past", "close", "runs"})
STATES_OF_LIMIT = HAS_LAST_DAY | {OPEN}
# All cases.
EVERYWHERE: Region = [{}]


class Cases:
    """
    The cases that can come to a situation.
    """

    def __init__(self, routes: Routes, facts: Entries[Fact], situation: str):
        self.routes, self.situation, self.questions = routes, situation, routes.asked
        self.days = CaseDays(routes, facts)
        self.asked = {*routes.situations[situation].first, *routes.situations[situation].asks}
        # Who comes by a link has answered nothing.
        ways: Region = [{}, *self.ways_from(next(iter(routes.questions)), {})]
        on_the_way = {variable for way in ways for variable in way if variable[1] not in self.asked}
        self.domains = {variable: values for key in self.questions for variable, values in self.domains_of(key)}
        self.domains |= {variable: self.answers_of(variable[1]) for variable in on_the_way}
        self.ways = [{variable: self.unanswered(variable[1]) for variable in on_the_way} | way for way in ways]

    def domains_of(self, key: str) -> Iterator[tuple[Variable, frozenset]]:
        """
        Yield the variables of a question with the values they can have: of one that the situation does not ask, only
        those of who did not answer.
        """
        question, is_asked = self.questions[key], key in self.asked
        if question.many:
            for name in question.answers:
                yield ("question", key, name), YES | NO if is_asked else YES if name == UNSURE else NO
        else:
            yield ("question", key), self.answers_of(key) if is_asked else self.unanswered(key)

    def answers_of(self, key: str) -> frozenset:
        """
        Return the answers to a question; None for no answer, where there is no "unsure".
        """
        return frozenset(self.questions[key].answers) | self.unanswered(key)

    def unanswered(self, key: str) -> frozenset:
        """
        Return what holds of a question that nobody answered.
        """
        return frozenset({UNSURE if UNSURE in self.questions[key].answers else None})

    def domain(self, variable: Variable) -> frozenset:
        """
        Return the values that a variable can have.
        """
        if variable[0] == "limit":
            return STATES_OF_LIMIT
        return KNOWN | UNKNOWN if variable[0] == "day" else self.domains[variable]

    def ways_from(self, key: str, way: Box) -> Iterator[Box]:
        """
        Yield the ways from a question of the tree to the situation: which answers to each lead there.
        """
        if key not in self.routes.questions or ("question", key) in way:
            return
        leads: dict[str | None, set[str]] = {}
        here: set[str] = set()
        for name, answer in self.routes.questions[key].answers.items():
            if answer.situation == self.situation:
                here.add(name)
            elif answer.next:
                leads.setdefault(answer.next, set()).add(name)
        if here:
            yield {**way, ("question", key): frozenset(here)}
        for following, names in leads.items():
            yield from self.ways_from(following or "", {**way, ("question", key): frozenset(names)})

    def where(self, when: When) -> Region:
        """
        Return where a condition holds.
        """
        region: Region = [{}]
        for key, wanted in when.items():
            region = both(region, self._where_one(key, values_of(wanted)))
        return region

    def _where_one(self, key: str, wanted: list[str]) -> Region:
        if key == "situation":
            return [{}] if self.situation in wanted else []
        if key in STATES:
            return [{("limit", limit): frozenset(STATES[key])} for limit in wanted]
        if key in ("known", "unknown"):
            return [{("day", day): KNOWN if key == "known" else UNKNOWN} for day in wanted]
        if self.questions[key].many:
            return [{variable: YES} for name in wanted if YES <= self.domain(variable := ("question", key, name))]
        there = frozenset(wanted) & self.domain(("question", key))
        return [{("question", key): there}] if there else []

    def where_said(self, line: Line) -> Region:
        """
        Return where a line holds: its condition, and each day that it says.
        """
        region = self.where(line.when)
        for what, name in line.days:
            if name in self.routes.time_limits:
                states = {"runs", "close"} if what == "left" else HAS_LAST_DAY
                region = both(region, [{("limit", name): frozenset(states)}])
            else:
                region = both(region, [{("day", name): DAYS_SAID.get(what, KNOWN)}])
        return region

    def without(self, region: Region, taken: Region) -> Region:
        """
        Return the part of a region that is not in another.
        """
        for box in taken:
            region = [rest for one in region for rest in self._without_box(one, box)]
        return region

    def _without_box(self, box: Box, taken: Box) -> Iterator[Box]:
        rest = box
        if any(not rest.get(variable, self.domain(variable)) & values for variable, values in taken.items()):
            yield box
            return
        for variable, values in taken.items():
            there = rest.get(variable, self.domain(variable))
            if there - values:
                yield {**rest, variable: there - values}
            rest = {**rest, variable: there & values}

    def find(self, region: Region) -> Box | None:
        """
        Return a part of a region in which there is a case, None if there is none: a day is known only by an answer that
        asks for it, and its time limits have a state that goes with it.
        """
        return next((found for box in both(region, self.ways) for found in self._possible(box)), None)

    def _possible(self, box: Box) -> Iterator[Box]:
        limits = {name: values for (kind, name, *_), values in box.items() if kind == "limit"}
        days = {name: values for (kind, name, *_), values in box.items() if kind == "day"}
        known_or_not = {
            name: None not in values for name, values in days.items() if None not in values or len(values) == 1
        }
        for known in self.days.choices(limits, known_or_not):
            possible = [{**box, **{("day", day): days.get(day, KNOWN) - UNKNOWN for day in known}}]
            for day in known:
                possible = both(possible, self.offers(day))
            yield from possible

    def offers(self, day: str) -> Region:
        """
        Return the answers with which a day is asked for, or something counted.
        """
        region: Region = []
        for key, question in self.questions.items():
            names = {name for name, answer in question.answers.items() if day in answer.dates}
            if question.counter and key == day:
                names = question.answers.keys() - {UNSURE}
            if names and question.many:
                region += [{("question", key, name): YES} for name in names]
            elif names:
                region.append({("question", key): frozenset(names)})
        return [box for box in region if all(values & self.domain(variable) for variable, values in box.items())]


def both(one: Region, other: Region) -> Region:
    """
    Return where both regions are.
    """
    met = []
    for first in one:
        for second in other:
            box = dict(first)
            for variable, values in second.items():
                box[variable] = box[variable] & values if variable in box else values
                if not box[variable]:
                    break
            else:
                met.append(box)
    return met
