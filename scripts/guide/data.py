"""
`docs/_data/*.yml`, read and validated: facts, letters, fields, words, books and the organization.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Iterator, Literal, Union

import yaml
from pydantic import BaseModel, ConfigDict, Field as Value, StringConstraints, TypeAdapter, ValidationError, model_validator

from guide.problems import Problem, did_you_mean

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Entry(BaseModel):
    """
    One entry of a data file. A key that is not named here is a slip, not an extra.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Limit(Entry):
    """
    A time limit that a parent can count. `day` is a calendar day (34 CFR 300.11(a)).
    """

    amount: Annotated[int, Value(gt=0)]
    unit: Literal["hour", "day", "school-day", "business-day", "month", "year"]
    counts: Literal["after", "before"]
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
    limit: Limit | None = None
    limits: list[Limit] = []
    number: Number | None = None
    numbers: list[Number] = []

    @model_validator(mode="after")
    def confirmed_has_a_day(self):
        if self.status == "confirmed" and not self.checked_on:
            raise ValueError('a confirmed fact needs the day in "checked_on"')
        return self

    @property
    def all_limits(self) -> list[Limit]:
        return ([self.limit] if self.limit else []) + self.limits

    @property
    def all_numbers(self) -> list[Number]:
        return ([self.number] if self.number else []) + self.numbers


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


class LetterRule(Entry):
    """
    What a letter must hold.
    """

    title: Text
    to: Text
    when_to_use: Text
    deadline_note: Text
    required_sections: Annotated[list[Section], Value(min_length=1)]
    after_sending: list[Text]
    facts: list[Id]


class BlankField(Entry):
    """
    A blank that letters may hold; its key in the file lasts for ever, its label may be mended.
    """

    label: Text
    hint: str
    kind: Literal["text", "date", "phone", "email", "long", "list"]
    example: Text
    optional: bool


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
    A printed book: what its cover says, and its parts in order.
    """

    title: Text
    subtitle: Text
    parts: Annotated[list[Part], Value(min_length=1)]


class Organization(Entry):
    """
    Who hosts this copy. Empty values are left out of the pages.
    """

    name: Text
    about: Text
    phone: str
    email: str
    address: str
    url: str


@dataclass
class Data:
    """
    All data files of one guide. Entries with a slip are left out and told in `problems`;
    `places` has the place (path, line) of each entry by (kind, key). `unusable` holds the (kind, key)
    of entries with a slip, and (kind, "") where a whole file could not be read.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    letters: dict[str, LetterRule] = field(default_factory=dict)
    fields: dict[str, BlankField] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    books: dict[str, Book] = field(default_factory=dict)
    organization: Organization | None = None
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    unusable: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def may_stand(self, kind: str, key: str) -> bool:
        """
        Whether an entry is there, or may be there in what could not be read: its own slip is told already.
        """
        return key in getattr(self, kind) or (kind, key) in self.unusable or (kind, "") in self.unusable

    @property
    def field_by_label(self) -> dict[str, str]:
        return {entry.label: key for key, entry in self.fields.items()}

    @property
    def current_as_of(self) -> date | None:
        """
        The newest day on which any fact was checked; the guide knows no other clock.
        """
        return max((fact.checked_on for fact in self.facts.values() if fact.checked_on), default=None)


# The models inside others, by the keys that hold them.
PARTS = {"limit": Limit, "limits": Limit, "number": Number, "numbers": Number, "required_sections": Section, "parts": Part}
# How to mend a value, by what the names of the validator's findings begin with.
MENDS = {
    "string_pattern": 'Write an address with "https://" and no spaces, or a name in small letters with hyphens, like-this.',
    "string": 'Put it in quotes: "like this".',
    "int": "Write a whole number in digits.",
    "greater": "Write a number above 0.",
    "date": "Write the day like 2026-11-23.",
    "bool": 'Write "true" or "false".',
    "list": "Write a list like [one, two], or [] for none.",
    "model": 'Write its keys below it, each on a line "key: value" that begins with more spaces.',
    "dict": 'Write its keys below it, each on a line "key: value" that begins with more spaces.',
}
KINDS = {"facts": Fact, "letters": LetterRule, "fields": BlankField, "words": Word, "books": Book}


def read_data(folder: Path) -> Data:
    """
    Return what the files in `folder` (`docs/_data`) hold. Slips are collected in `problems`, never raised.
    """
    files = sorted(folder.glob("*.yml")) + sorted((folder / "facts").glob("*.yml"))
    return _read_data(folder, tuple((str(file), file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=4)
def _read_data(folder: Path, stamps: tuple) -> Data:
    data = Data()
    root = folder.parent.parent
    for kind, model in KINDS.items():
        files = sorted((folder / "facts").glob("*.yml")) if kind == "facts" else [folder / f"{kind}.yml"]
        if not files:
            data.unusable.add((kind, ""))
            data.problems.append(Problem(
                (folder / kind).relative_to(root).as_posix(), 1, "this folder has no file of facts", "Bring them back; the guide needs them.",
                "data-is-readable"))
        for file in files:
            _read_entries(file, root, kind, model, data)
    _read_organization(folder / "organization.yml", root, data)
    _look_up_references(data)
    return data


def _read_entries(file: Path, root: Path, kind: str, model: type[Entry], data: Data) -> None:
    path = file.relative_to(root).as_posix()
    value, lines = _read_yaml(file, path, data.problems)
    if value is None:
        data.unusable.add((kind, ""))
        return
    target = getattr(data, kind)
    for key, entry in ((str(key), entry) for key, entry in value.items()):
        line = lines.get((key,), 1)
        if key in target:
            data.problems.append(Problem(
                path, line, f'"{key}" stands twice in the data',
                f"It stands also in {data.places[kind, key][0]}. Delete one of them.", "data-key-is-unique"))
        elif not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
            data.problems.append(Problem(
                path, line, f'"{key}" is not a key', "Write it in small letters with hyphens, like-this.", "data-is-valid"))
        else:
            checked = _validate(model, entry, path, (key,), lines, data.problems)
            if checked is None:
                data.unusable.add((kind, key))
            else:
                target[key] = checked
                data.places[kind, key] = (path, line)


def _read_organization(file: Path, root: Path, data: Data) -> None:
    path = file.relative_to(root).as_posix()
    value, lines = _read_yaml(file, path, data.problems)
    if value is None:
        return
    entry = (value.get("extra") or {}).get("organization") if isinstance(value.get("extra"), dict) else None
    if not isinstance(entry, dict):
        data.problems.append(Problem(
            path, 1, 'there is no "organization" below "extra"',
            'Write "extra:", below it "  organization:", and below that your name.', "data-is-valid"))
        return
    data.organization = _validate(Organization, entry, path, ("extra", "organization"), lines, data.problems)


def _look_up_references(data: Data) -> None:
    """
    Tell each fact, field or word that is named in the data but does not exist.
    """
    def missing(kind, key, wanted, other):
        for name in wanted:
            if not data.may_stand(other, name):
                path, line = data.places[kind, key]
                data.problems.append(Problem(
                    path, line, f'"{key}" names the {other.removesuffix("s")} "{name}", which does not exist',
                    did_you_mean(name, getattr(data, other)), "data-names-what-exists"))

    for key, word in data.words.items():
        missing("words", key, word.facts, "facts")
        missing("words", key, word.see, "words")
    for key, letter in data.letters.items():
        missing("letters", key, letter.facts, "facts")
        for section in letter.required_sections:
            missing("letters", key, section.fields, "fields")
    for key, blank in data.fields.items():
        if data.field_by_label[blank.label] != key:
            path, line = data.places["fields", key]
            data.problems.append(Problem(
                path, line, f'the label of "{key}" is that of "{data.field_by_label[blank.label]}" too',
                "Give one of them another label: letters name a blank by it.", "data-key-is-unique"))


def _validate(model, entry, path, where, lines, problems):
    try:
        return TypeAdapter(model).validate_python(entry)
    except ValidationError as invalid:
        for error in invalid.errors():
            # Where a value may be a number or words, both are tried: one message will do.
            if error["loc"][-1:] != ("int",):
                problems.append(_problem(error, model, path, where, lines))
        return None


def _problem(error: dict, model: type[Entry], path: str, where: tuple, lines: dict) -> Problem:
    """
    Return what the validator found, in the words of someone who edits the file.
    """
    at = where + tuple(part for part in error["loc"] if part != "constrained-str")
    place = at
    while place and place not in lines:
        place = place[:-1]
    kind, value = error["type"], error["input"]
    owner = _said(at[:-1])
    if kind == "missing":
        what, mend = f'"{at[-1]}" is missing in {owner}', f'Add "{at[-1]}:" with its value.'
    elif kind == "extra_forbidden":
        model = next((PARTS[part] for part in reversed(at[len(where):-1]) if part in PARTS), model)
        what, mend = f'{owner} has no key "{at[-1]}"', did_you_mean(at[-1], model.model_fields)
    elif kind == "literal_error":
        what, mend = f'{_said(at)} is "{value}"', f"Use one of: {error['ctx']['expected']}."
    elif kind == "value_error":
        what, mend = f'{_said(at)}: {error["ctx"]["error"]}', "Add it, or choose another status."
    elif kind in ("string_too_short", "too_short"):
        what, mend = f"{_said(at)} is empty", "Write its value."
    elif value is None:
        what, mend = f"{_said(at)} is empty", 'Write its value, or "" if there is none.'
    else:
        what, mend = f"{_said(at)} does not fit", next(
            (say for start, say in MENDS.items() if kind.startswith(start)), f"{error['msg']}.")
    return Problem(path, lines.get(place, 1), what, mend, "data-is-valid")


def _said(at: tuple) -> str:
    """
    Return the place of a value in words: `"unit" of "limit" of "stay-put"`.
    """
    names = [f"entry {part + 1}" if isinstance(part, int) else f'"{part}"' for part in at]
    return " of ".join(reversed(names[-3:]))


def _read_yaml(file: Path, path: str, problems: list[Problem]) -> tuple[dict | None, dict]:
    """
    Return the mapping in `file` and the line of each key in it, or None after telling what is wrong.
    """
    def problem(line, what, mend):
        problems.append(Problem(path, line, what, mend, "data-is-readable"))
        return None, {}

    if not file.exists():
        return problem(1, "the file is missing", "Bring it back; the guide needs it.")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[:error.start].count(b"\n") + 1
        return problem(line, "the file is not in UTF-8", "Save it again with the encoding UTF-8.")
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "it is not YAML"
        return problem(mark.line + 1 if mark else 1, f"the file cannot be read here: {said}",
                       "Look in this line and the one above for a missing colon, quote or space. "
                       'A value with ": " in it stands in quotes.')
    except ValueError as error:
        return problem(_line_of_wrong_value(node), f"no such day or number: {error}", "Mend it.")
    if value is None:
        return problem(1, "the file is empty", "Bring back what stood in it.")
    if not isinstance(value, dict):
        return problem(1, 'the file is not a list of "key: value"', 'Begin each entry with its key and a colon.')
    lines: dict[tuple, int] = {}
    try:
        _note_lines(node, (), lines, path, problems)
    except RecursionError:
        return problem(1, "an entry of this file holds itself", 'Take "&" and "*" away.')
    return value, lines


def _line_of_wrong_value(node: yaml.Node) -> int:
    """
    Return the line of the first value below `node` that is no day or number, like 2026-13-01.
    """
    for value in _scalars(node):
        try:
            yaml.SafeLoader("").construct_object(value)
        except ValueError:
            return value.start_mark.line + 1
    return 1


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for part in node.value:
            for child in part if isinstance(part, tuple) else (part,):
                yield from _scalars(child)


def _note_lines(node: Any, where: tuple, lines: dict, path: str, problems: list[Problem]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            place = where + (key_node.value,)
            line = key_node.start_mark.line + 1
            if place in lines:
                problems.append(Problem(
                    path, line, f'"{key_node.value}" stands twice', f"It stands also in line {lines[place]}. Delete one of them.",
                    "data-key-is-unique"))
                continue
            lines[place] = line
            _note_lines(value_node, place, lines, path, problems)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[where + (index,)] = item.start_mark.line + 1
            _note_lines(item, where + (index,), lines, path, problems)
