"""
`docs/_data/*.yml`, read and validated: facts, events, letters, fields, words, books, routes and the organization.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from guide.entries import (
    BlankField, Book, Entry, Event, Fact, LetterRule, Limit, NoNumber, Number, Organization, Part, Section, Statement, Word)
from guide.problems import Problem, did_you_mean
from guide.routes import PARTS as ROUTE_PARTS, Routes, check_routes
from guide.yaml_files import read_yaml


@dataclass
class Data:
    """
    All data files of one guide. Entries with a slip are left out and told in `problems`;
    `places` has the place (path, line) of each entry by (kind, key), `lines` the line of what stands in it, by
    (kind, key, …). `unusable` holds the (kind, key)
    of entries with a slip, and (kind, "") where a whole file could not be read.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    letters: dict[str, LetterRule] = field(default_factory=dict)
    fields: dict[str, BlankField] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    books: dict[str, Book] = field(default_factory=dict)
    routes: Routes | None = None
    organization: Organization | None = None
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    lines: dict[tuple, int] = field(default_factory=dict)
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
    def newest_check(self) -> date | None:
        """
        The newest day on which any fact was checked: it dates the files of a build, which knows no other clock. What a
        page or a book says of its age comes from the oldest fact that it cites.
        """
        return max((fact.checked_on for fact in self.facts.values() if fact.checked_on), default=None)


# The models inside others, by the keys that hold them.
PARTS = {"limit": Limit, "limits": Limit, "no_number": NoNumber, "number": Number, "numbers": Number, "required_sections": Section, "parts": Part,
         "statements": Statement, **ROUTE_PARTS}
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
KINDS = {"facts": Fact, "events": Event, "letters": LetterRule, "fields": BlankField, "words": Word, "books": Book}


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
    _read_routes(folder / "routes.yml", root, data)
    return data


def _read_entries(file: Path, root: Path, kind: str, model: type[Entry], data: Data) -> None:
    path = file.relative_to(root).as_posix()
    value, lines = read_yaml(file, path, data.problems)
    if value is None:
        data.unusable.add((kind, ""))
        return
    target = getattr(data, kind)
    data.lines |= {(kind, *place): line for place, line in lines.items()}
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
    value, lines = read_yaml(file, path, data.problems)
    if value is None:
        return
    entry = (value.get("extra") or {}).get("organization") if isinstance(value.get("extra"), dict) else None
    if not isinstance(entry, dict):
        data.problems.append(Problem(
            path, 1, 'there is no "organization" below "extra"',
            'Write "extra:", below it "  organization:", and below that your name.', "data-is-valid"))
        return
    data.organization = _validate(Organization, entry, path, ("extra", "organization"), lines, data.problems)


def _read_routes(file: Path, root: Path, data: Data) -> None:
    path = file.relative_to(root).as_posix()
    value, lines = read_yaml(file, path, data.problems)
    if value is None:
        return
    data.routes = _validate(Routes, value, path, (), lines, data.problems)
    if data.routes:
        data.problems += check_routes(data.routes, lines, data)


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

    for key, fact in data.facts.items():
        missing("facts", key, sorted(fact.events), "events")
        missing("facts", key, fact.needs, "facts")
    for key, event in data.events.items():
        missing("events", key, event.facts, "facts")
        missing("events", key, event.see + event.also_start, "events")
    _look_for_unused_events(data)
    for key, word in data.words.items():
        missing("words", key, word.facts, "facts")
        missing("words", key, word.see, "words")
    for key, letter in data.letters.items():
        missing("letters", key, letter.facts + [statement.fact for statement in letter.statements], "facts")
        missing("letters", key, [statement.field for statement in letter.statements], "fields")
        for section in letter.required_sections:
            missing("letters", key, section.fields, "fields")
    for key, blank in data.fields.items():
        if data.field_by_label[blank.label] != key:
            path, line = data.places["fields", key]
            data.problems.append(Problem(
                path, line, f'the label of "{key}" is that of "{data.field_by_label[blank.label]}" too',
                "Give one of them another label: letters name a blank by it.", "data-key-is-unique"))


def _look_for_unused_events(data: Data) -> None:
    """
    Tell each event that nothing starts from: a parent who picked it would get no answer.
    """
    # A slip in the facts is told already, and may be the reason.
    if any("/facts" in problem.path for problem in data.problems):
        return
    used = set().union(*(fact.events for fact in data.facts.values()))
    for key in data.events.keys() - used:
        path, line = data.places["events", key]
        data.problems.append(Problem(
            path, line, f'no limit starts from the event "{key}"',
            "Take it away, or name it as the event of a limit in the facts.", "data-is-used"))


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
    owner = _said(at[:-1]) or "the file"
    if kind == "missing":
        what, mend = f'"{at[-1]}" is missing in {owner}', f'Add "{at[-1]}:" with its value.'
    elif kind == "extra_forbidden":
        model = next((PARTS[part] for part in reversed(at[len(where):-1]) if part in PARTS), model)
        what, mend = f'{owner} has no key "{at[-1]}"', did_you_mean(at[-1], model.model_fields)
    elif kind == "literal_error":
        what, mend = f'{_said(at)} is "{value}"', f"Use one of: {error['ctx']['expected']}."
    elif kind == "value_error":
        what, mend = (f"{_said(at)}: {error['ctx']['error'].args[0]}", error["ctx"]["error"].args[1])
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
