"""
`docs/_data` read and validated. Whether its parts name each other rightly is told by `rules/data.py` and `rules/graph.py`.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.data.books import Book, Term
from guide.data.edition import Claims, Edition, Law
from guide.data.entry import Entries, Place, Text
from guide.data.facts import Event, Fact
from guide.data.letters import BlankField, LetterRule
from guide.data.organization import Organization
from guide.data.routes import AskedDate, Note, Question, Result, Route, Routes, TimeLimit
from guide.data.sentences import validate
from guide.data.yaml_lines import read_yaml
from guide.grammar import is_id
from guide.problems import Problem


@dataclass
class Data:
    """
    All data files of one guide. Entries with a slip are left out and reported in `problems`; a file of one thing with a slip
    is None, and the routes are None as long as one of their files has a slip.
    """

    facts: Entries[Fact] = field(default_factory=lambda: Entries("fact"))
    events: Entries[Event] = field(default_factory=lambda: Entries("event"))
    letters: Entries[LetterRule] = field(default_factory=lambda: Entries("letter"))
    fields: Entries[BlankField] = field(default_factory=lambda: Entries("field"))
    glossary: Entries[Term] = field(default_factory=lambda: Entries("term"))
    books: Entries[Book] = field(default_factory=lambda: Entries("book"))
    routes: Routes | None = None
    edition: Edition | None = None
    law: Law | None = None
    claims: Claims | None = None
    organization: Organization | None = None
    problems: list[Problem] = field(default_factory=list)

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


def read_data(folder: Path) -> Data:
    """
    Return what the files in `folder` (`docs/_data`) hold. Slips are collected in `problems`, never raised.
    """
    return _read_data(folder, tuple((str(file), file.stat().st_mtime_ns) for file in sorted(folder.rglob("*.yml"))))


@lru_cache(maxsize=4)
def _read_data(folder: Path, stamps: tuple) -> Data:
    reader = Reader(folder)
    data = Data(problems=reader.problems)
    reader.read_folder(data.facts, Fact, "facts")
    reader.read_file(data.events, Event, "events.yml")
    reader.read_things(data.letters, LetterRule, "letters")
    reader.read_file(data.fields, BlankField, "fields.yml")
    reader.read_file(data.glossary, Term, "glossary.yml")
    reader.read_file(data.books, Book, "books.yml")
    data.routes = read_routes(reader)
    data.edition = reader.read_one(Edition, "edition.yml")
    data.law = reader.read_one(Law, "law.yml")
    data.claims = reader.read_one(Claims, "claims.yml")
    data.organization = read_organization(reader)
    return data


def read_routes(reader: "Reader") -> Routes | None:
    """
    Return what the folder `routes/` holds, None as long as one of its files has a slip.
    """
    routes, before = Routes(), len(reader.problems)
    reader.read_file(routes.questions, Question, "routes/questions.yml")
    reader.read_file(routes.details, Question, "routes/details.yml")
    reader.read_file(routes.dates, AskedDate, "routes/dates.yml")
    reader.read_file(routes.notes, Note, "routes/notes.yml")
    reader.read_file(routes.time_limits, TimeLimit, "routes/time-limits.yml")
    reader.read_file(routes.checklists, Text, "routes/checklists.yml")
    reader.read_file(routes.plans, Text, "routes/plans.yml")
    reader.read_file(routes.routes, Route, "routes/routes.yml")
    reader.read_folder(routes.results, Result, "routes/results")
    return routes if len(reader.problems) == before else None


def read_organization(reader: "Reader") -> Organization | None:
    """
    Return the host, which stands where MkDocs reads it too: `extra`, `organization`.
    """
    file = reader.folder / "organization.yml"
    path, value, places = reader.read_yaml(file)
    if value is None:
        return None
    extra = value.get("extra")
    entry = extra.get("organization") if isinstance(extra, dict) else None
    if not isinstance(entry, dict):
        reader.problems.append(
            Problem(
                path,
                1,
                'there is no "organization" below "extra"',
                'Write "extra:", below it "  organization:", and below that your name.',
                "data-is-valid",
            )
        )
        return None
    return validate(Organization, entry, ("extra", "organization"), places, reader.problems)


class Reader:
    """
    Reads the files of one `docs/_data`, and collects in `problems` what is wrong with them.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.problems: list[Problem] = []

    def read_yaml(self, file: Path) -> tuple[str, dict | None, dict[tuple, Place]]:
        """
        Return a file's path from the repository root, its mapping or None, and the place of each key; `()` is the file itself.
        """
        path = file.relative_to(self.folder.parent.parent).as_posix()
        value, lines = read_yaml(file, path, self.problems)
        return path, value, {(): Place(path, 1)} | {at: Place(path, line) for at, line in lines.items()}

    def read_file(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a file of entries, each by its key.
        """
        self._read_entries(entries, model, self.folder / name)

    def read_folder(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a folder whose files hold entries, each by its key; a key stands once in all of them.
        """
        for file in self._files(entries, name):
            self._read_entries(entries, model, file)

    def read_things(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a folder with a file a thing, whose key is the file's name.
        """
        for file in self._files(entries, name):
            path, value, places = self.read_yaml(file)
            key = file.stem
            if not is_id(key):
                self.problems.append(
                    Problem(
                        path,
                        1,
                        f'"{file.name}" is not named by a key',
                        "Name it in small letters with hyphens, like-this.yml.",
                        "data-is-valid",
                    )
                )
            elif value is None:
                entries.unusable.add(key)
            else:
                inside = {(key, *at): place for at, place in places.items()}
                self._add(entries, model, key, value, inside)
                entries.note_places(inside)

    def read_one(self, model: Any, name: str) -> Any:
        """
        Return the one thing that a file is, or None where it has a slip.
        """
        _, value, places = self.read_yaml(self.folder / name)
        return None if value is None else validate(model, value, (), places, self.problems)

    def _files(self, entries: Entries, name: str) -> list[Path]:
        files = sorted((self.folder / name).glob("*.yml"))
        if not files:
            entries.is_complete = False
            path = (self.folder / name).relative_to(self.folder.parent.parent).as_posix()
            self.problems.append(
                Problem(
                    path,
                    1,
                    f"this folder has no file of {entries.called}s",
                    "Restore them; the guide needs them.",
                    "data-is-readable",
                )
            )
        return files

    def _read_entries(self, entries: Entries, model: Any, file: Path) -> None:
        path, value, places = self.read_yaml(file)
        if value is None:
            entries.is_complete = False
            return
        for key, entry in ((str(key), entry) for key, entry in value.items()):
            place = places.get((key,), places[()])
            if key in entries:
                self.problems.append(
                    Problem(
                        path,
                        place.line,
                        f'"{key}" stands twice in the data',
                        f"It stands also in {entries.place(key).path}. Delete one of them.",
                        "data-key-is-unique",
                    )
                )
            elif not is_id(key):
                self.problems.append(
                    Problem(
                        path,
                        place.line,
                        f'"{key}" is not a key',
                        "Write it in small letters with hyphens, like-this.",
                        "data-is-valid",
                    )
                )
            else:
                self._add(entries, model, key, entry, places)
        entries.note_places(places)

    def _add(self, entries: Entries, model: Any, key: str, value: Any, places: dict[tuple, Place]) -> None:
        checked = validate(model, value, (key,), places, self.problems)
        if checked is None:
            entries.unusable.add(key)
        else:
            entries[key] = checked
