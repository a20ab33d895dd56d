"""
What a fact of law is, with the time limits and the figures in it.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.data.entry import Entry, Id, Text

Whose = Literal["yours", "district", "state", "both"]


class Limit(Entry):
    """
    A time limit that a parent can count. The day of the event is day 0; `day` is a calendar day (34 CFR 300.11(a)).
    One limit can stand in several facts: same event, amount, unit and whose.
    """

    amount: Annotated[int, Field(gt=0, description="How many.")]
    unit: Literal["hour", "day", "school-day", "business-day", "month", "year"] = Field(
        description="Of what; `day` is a calendar day (34 CFR 300.11)."
    )
    counts: Literal["after", "before"] = Field(description="From the event on, or back from it.")
    starts: Text = Field(description="The event in a parent's words, the same in all limits of that event.")
    event: Id = Field(description="The event it starts from, by its key in `events.yml`.")
    whose: Whose = Field(description="Who must act.")
    until: Text = Field(description="What must be done by then.")
    kind: Literal["due", "wait", "reach"] = Field(
        "due",
        description="`due`: something must be done by then; `wait`: nothing may happen before; "
        "`reach`: nothing older counts any more.",
    )
    holidays_count: bool = Field(
        False, description="`true` where the rule counts holidays that fall on a business day (34 CFR 300.11(b))."
    )
    arrives: bool = Field(
        False, description="`true` where a paper of the parent's must be there by then, so that it is sent earlier."
    )


class NoNumber(Entry):
    """
    What the rule says where it gives no number that a parent could count.
    """

    words: Text = Field(description="What the rule says instead of a number.")
    starts: Text = Field(description="As in a limit.")
    event: Id = Field(description="As in a limit.")
    whose: Whose = Field(description="As in a limit.")
    until: Text = Field(description="As in a limit.")


class Number(Entry):
    """
    A figure that is no countable limit. Phones, addresses, dates and names of laws are none.
    """

    amount: int | Text = Field(description='How many; a clock time in quotes: "17:00".')
    unit: Literal[
        "business-day",
        "hour",
        "hour-a-year",
        "people",
        "clock-time",
        "year",
        "age",
        "time-a-year",
        "school-day-total",
        "employee",
        "group",
        "percent",
        "usd",
    ] = Field(description="Of what.")


class Check(Entry):
    """
    One look at the text behind a fact. The first check stands first.
    """

    day: date | None = Field(
        description="The day of the check. `null` where a part of the text, or another source for it, was looked at "
        "and nobody wrote down when: a day found afterwards would claim more than was done."
    )
    compared: Text | None = Field(
        description="What was compared with the statement, and how old it is; readers see it. Or `null`."
    )
    compared_words: Text | None = Field(
        description="At most fifty words of that text, copied from it while it was open; readers see them. Or `null`."
    )


class Fact(Entry):
    """
    One fact of law, practice or contact. Pages cite it by its key: `[^stay-put]`. Put it into the file of its subject.
    """

    topic: Id = Field(description="The group it belongs to; `/// law` shows a group.")
    statement: Text = Field(description="The fact in plain words, for parents.")
    citation: Text = Field(description="Where it stands.")
    url: Annotated[
        str,
        Field(pattern=r"^https://\S+$", description="The address of that. Open it again before you add a check."),
    ]
    jurisdiction: Literal["federal", "state", "both", "none"] = Field(
        description="Whose law, practice or office it is, by its citation; `none` for groups, plain advice and figures."
    )
    status: Literal["confirmed", "known", "unconfirmed"] = Field(
        description="`confirmed`: compared with the text on the day of a check; "
        "`known`: settled law, text not compared; `unconfirmed`: a secondary source only, or sources disagree."
    )
    basis: Literal["law", "state-practice", "advice", "contact", "data"] = Field(
        description="`law`: statute, regulation, court case, official federal guidance; "
        "`state-practice`: what the state's offices do; "
        "`advice`; `contact`: address, phone, site; `data`: figures."
    )
    checks: list[Check] = Field(description="Each check of it, the oldest first; `[]` if nobody has looked yet.")
    note: Text | None = Field(
        description="For maintainers: what to look up, what to beware of. Never shown. Or `null`."
    )
    unused: Text | None = Field(None, description="Why it is kept although nothing cites it. Never shown.")
    needs: list[Id] = Field(
        [], description="Facts without which this one misleads; a page that cites it cites them too."
    )
    limit: Limit | None = Field(None, description="A time limit that a parent can count.")
    limits: list[Limit] = Field([], description="Several of them.")
    no_number: NoNumber | None = Field(None, description="What the rule says where it gives no number.")
    number: Number | None = Field(None, description="A figure that is no limit.")
    numbers: list[Number] = Field([], description="Several of them.")

    @model_validator(mode="after")
    def rule_is_someones(self):
        if self.basis == "law" and self.jurisdiction == "none":
            raise ValueError(
                'law is federal or of the state, never "none"',
                'Write "federal", "state" or "both" behind "jurisdiction:".',
            )
        if self.basis == "state-practice" and self.jurisdiction != "state":
            raise ValueError(
                f'the practice of the state is not "{self.jurisdiction}"', 'Write "state" behind "jurisdiction:".'
            )
        return self

    @property
    def latest_check(self) -> Check | None:
        """
        The check that readers are shown.
        """
        return self.checks[-1] if self.checks else None

    @property
    def checked_on(self) -> date | None:
        """
        The day of the latest check, None where there is none or nobody wrote it down.
        """
        return self.latest_check.day if self.latest_check else None

    @property
    def all_limits(self) -> list[Limit]:
        return ([self.limit] if self.limit else []) + self.limits

    def limits_from(self, event: str) -> list[Limit]:
        """
        Return its limits that start from an event.
        """
        return [limit for limit in self.all_limits if limit.event == event]

    @property
    def limit_to_count(self) -> Limit | None:
        """
        The limit that a calendar alone counts from the day of its event, by which something must be done.
        """
        return next(
            (
                limit
                for limit in self.all_limits
                if limit.counts == "after" and limit.kind == "due" and limit.unit in ("day", "month", "year")
            ),
            None,
        )

    @property
    def events(self) -> set[str]:
        """
        The events that its limits start from, also the one where the rule gives no number.
        """
        return {limit.event for limit in self.all_limits} | ({self.no_number.event} if self.no_number else set())

    @property
    def all_numbers(self) -> list[Number]:
        return ([self.number] if self.number else []) + self.numbers


class Event(Entry):
    """
    What starts a time limit: how a parent is asked for its day, and what to read and ask with its limits.
    Parents see the events in the order of the file. A number with a unit is one of a limit of the event;
    law stands in the facts, not here.
    """

    title: Text = Field(description="What happened, as a parent picks it from a list.")
    group: Text = Field(description="The heading it stands under.")
    question: Text = Field(description="Asks for the day.")
    that_day: Text = Field(description="What counts as that day.")
    example: Text = Field(description="One, with dates.")
    when: Literal["past", "any"] = Field(description="`past`: it must have happened; `any`: it may still come.")
    also_start: list[Id] = Field(
        description="Other events that cannot have come earlier. "
        "Their limits are counted from this day too, which is the safe side."
    )
    ask: Text | None = Field(description="What to ask, and whom, where sources differ or say too little; or `null`.")
    see: list[Id] = Field(description="Other events whose limits matter too.")
    facts: list[Id] = Field(description="Facts to read with every limit of the event.")
    office_hours: Id | None = Field(
        None,
        description="The fact with the hours in which it must come in to count on its day; the parent is asked if it "
        "came in later.",
    )
