"""
What days and time limits have to do with each other in a case: a limit has a last day where a day that it counts from
is known, and of two limits from one day the shorter ends first.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from guide.data.cases import FIRST_TIME, NEWEST_TIME
from guide.data.entry import Entries
from guide.data.facts import Fact, Limit
from guide.data.routes import Routes

OPEN = "open"
# In the order in which a time limit goes through them, the last first.
RANKS = {"past": 0, "close": 1, "runs": 2}
DAYS_OF_UNIT = {"hour": 1 / 24, "day": 1, "business-day": 7 / 5, "month": 30, "year": 365}


class CaseDays:
    """
    The time limits of the helper, and the days that they count from.
    """

    def __init__(self, routes: Routes, facts: Entries[Fact]):
        self.routes, self.facts = routes, facts

    def countable(self, limit: str) -> Limit | None:
        """
        Return what a calendar alone can count of a time limit, if it can.
        """
        entry = self.routes.time_limits.get(limit)
        found = self.facts[limit].limits_from(entry.event) if entry and limit in self.facts else []
        return next((one for one in found if one.unit in DAYS_OF_UNIT), None)

    def days_of(self, limit: str) -> list[str]:
        """
        Return the days from which a time limit can be counted.
        """
        if not self.countable(limit):
            return []
        days = self.routes.time_limits[limit].counted_from
        return [*days, *([NEWEST_TIME] if FIRST_TIME in days and NEWEST_TIME not in days else [])]

    def choices(self, limits: Mapping[str, frozenset], days: Mapping[str, bool]) -> Iterator[set[str]]:
        """
        Yield sets of known days with which the limits can have one of their states, the smallest first. `days` are
        those that are known or unknown already.
        """
        given = {day for day, known in days.items() if known}
        may_be_known = {day for limit in limits for day in self.days_of(limit)} - days.keys()
        sizes = range(len(may_be_known) + 1)
        for more in chain.from_iterable(combinations(sorted(may_be_known), size) for size in sizes):
            known = given | set(more)
            if self._agree(limits, known):
                yield known

    def _agree(self, limits: Mapping[str, frozenset], known: set[str]) -> bool:
        """
        Return whether each limit can have one of its states with these days.
        """
        starts = {limit: self._starts(limit, known) for limit in limits}
        left = {limit: states - {OPEN} if starts[limit] else states & {OPEN} for limit, states in limits.items()}
        return all(left.values()) and all(
            any(in_order(starts[one], first, second) for first in left[one] for second in left[other])
            for one in limits
            for other in limits
            if starts[one] and starts[one] == starts[other] and self._length(one) < self._length(other)
        )

    def _starts(self, limit: str, known: set[str]) -> frozenset[str]:
        """
        Return the known days from which a limit is counted: the best one, or both times of what happens again.
        """
        days = self.days_of(limit)
        times = {FIRST_TIME, NEWEST_TIME} & known if FIRST_TIME in days else set()
        return frozenset(times or [day for day in days if day in known][:1])

    def _length(self, limit: str) -> float:
        found = self.countable(limit)
        if not found:
            return 0
        days = found.amount * DAYS_OF_UNIT[found.unit]
        return days if found.counts == "after" else -days


def in_order(starts: frozenset[str], shorter: str, longer: str) -> bool:
    """
    Return whether the shorter of two limits from the same days can have its state while the longer has the other. Of
    several days the one that is still to come counts, so that only what is past is sure.
    """
    if len(starts) > 1:
        return longer != "past" or shorter == "past"
    return RANKS[shorter] <= RANKS[longer]
