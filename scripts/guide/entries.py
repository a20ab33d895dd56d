"""
What an entry of each data file must be: facts, events, letters, fields, words, books and the organization.
"""

import re
from datetime import date
from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Field as Value, StringConstraints, ValidationInfo, field_validator, model_validator


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# What a contact of the host looks like, and an example for the message.
CONTACTS = {
    "phone": (r"(?=(?:\D*\d){7,15}\D*$)[+(]?\d[\d ().-]*\d", "800-555-0100"),
    "email": (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "help@group.example"),
    "url": (r"https://[^\s<>\"'\\]+", "https://group.example"),
}
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Entry(BaseModel):
    """
    One entry of a data file. A key that is not named here is a slip, not an extra.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Limit(Entry):
    """
    A time limit that a parent can count. `day` is a calendar day (34 CFR 300.11(a)).

    `due` is the day by which something must be done, `wait` the day before which nothing may happen,
    `reach` the day before which nothing counts any more. `holidays_count` where the rule counts
    holidays that fall on a business day (34 CFR 300.11(b)).
    """

    amount: Annotated[int, Value(gt=0)]
    unit: Literal["hour", "day", "school-day", "business-day", "month", "year"]
    counts: Literal["after", "before"]
    starts: Text
    event: Id
    whose: Literal["yours", "district", "state", "both"]
    until: Text
    kind: Literal["due", "wait", "reach"] = "due"
    holidays_count: bool = False


class NoNumber(Entry):
    """
    What the rule says where it gives no number that a parent could count.
    """

    words: Text
    starts: Text
    event: Id
    whose: Literal["yours", "district", "state", "both"]
    until: Text


class Number(Entry):
    """
    A figure that is no countable limit.
    """

    amount: Union[int, Text]
    unit: Literal["business-day", "hour", "hour-a-year", "people", "clock-time", "year", "age", "time-a-year",
                  "school-day-total", "employee", "group", "percent", "usd"]


class Fact(Entry):
    """
    One fact of law, practice or contact; the head of `docs/_data/facts/mediation-federal.yml` explains each key.
    """

    topic: Id
    statement: Text
    citation: Text
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
    status: Literal["confirmed", "known", "unconfirmed"]
    basis: Literal["law", "missouri-practice", "advice", "contact", "data"]
    checked_on: date | None
    compared: Text | None
    note: Text | None
    needs: list[Id] = []
    limit: Limit | None = None
    limits: list[Limit] = []
    no_number: NoNumber | None = None
    number: Number | None = None
    numbers: list[Number] = []

    @model_validator(mode="after")
    def confirmed_has_a_day(self):
        if self.status == "confirmed" and not self.checked_on:
            raise ValueError('a confirmed fact needs the day in "checked_on"', "Add it, or choose another status.")
        return self

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
        return next((limit for limit in self.all_limits if limit.counts == "after" and limit.kind == "due"
                     and limit.unit in ("day", "month", "year")), None)

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
    """

    title: Text
    group: Text
    question: Text
    that_day: Text
    example: Text
    when: Literal["past", "any"]
    also_start: list[Id]
    ask: Text | None
    see: list[Id]
    facts: list[Id]


class Section(Entry):
    """
    A section that a letter must have, with the fields and phrases that must stand in it.
    """

    id: Id
    heading: Text
    fields: list[Id]
    phrases: list[Text]
    reason: Text
    required_by: Literal["law", "practice"]
    citation: Text


class Statement(Entry):
    """
    What a letter states of a day: it holds `within` the limit of a fact that starts on that day, or `after` it.

    The statement is the choice of that id, or without one each line with the field's blank. `otherwise` stands at the
    field when the day entered contradicts it; its "{limit}" is the limit's length, its "{last}" the limit's last day.
    """

    field: Id
    fact: Id
    holds: Literal["within", "after"]
    choice: Id | None = None
    otherwise: Text


class LetterRule(Entry):
    """
    What a letter must hold. A worksheet is filled in for a talk with a lawyer, a sheet for the parent's own use:
    neither is sent by e-mail.
    """

    title: Text
    kind: Literal["letter", "worksheet", "sheet"] = "letter"
    to: Text
    when_to_use: Text
    deadline_note: Text
    required_sections: Annotated[list[Section], Value(min_length=1)]
    statements: list[Statement] = []
    after_sending: list[Text]
    facts: list[Id]


class BlankField(Entry):
    """
    A blank that letters may hold; its key in the file lasts for ever, its label may be mended.
    """

    label: Text
    hint: str
    kind: Literal["text", "date", "phone", "email", "long", "list", "signature"]
    group: Literal["you", "child", "dispute", "letter"]
    example: Text
    optional: bool
    autocomplete: Text | None = None
    when: Literal["past"] | None = None


class Word(Entry):
    """
    A term explained.
    """

    term: Text
    meaning: Text
    also: list[Text]
    see: list[Id]
    facts: list[Id]


class Part(Entry):
    """
    A part of a printed book: its title, and its pages or their sections (`page.md#section`).
    """

    title: Text
    pages: Annotated[list[Text], Value(min_length=1)]


class Book(Entry):
    """
    A printed book: what its cover says, and its parts in order. With `zip` there is also a zip file of the book and
    all letters as Word files.
    """

    title: Text
    subtitle: Text
    zip: bool = False
    parts: Annotated[list[Part], Value(min_length=1)]


class Organization(Entry):
    """
    Who hosts this copy. Empty values are left out of the pages; the others become words and links on each of them.
    """

    name: Text
    about: Text
    phone: str
    email: str
    address: str
    url: str

    @field_validator("name", "about", "address")
    @classmethod
    def is_words(cls, value: str) -> str:
        if re.search("[<>]", value):
            raise ValueError('it has "<" or ">" in it', "Write it in plain words; letters, numbers, & and quotes are fine.")
        return value

    @field_validator("phone", "email", "url")
    @classmethod
    def leads_to_the_host(cls, value: str, info: ValidationInfo) -> str:
        pattern, example = CONTACTS[info.field_name]
        if value and not re.fullmatch(pattern, value):
            raise ValueError(f'"{value}" does not fit', f'Write it like {example}, or "" if there is none.')
        return value
