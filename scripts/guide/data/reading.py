"""
`docs/_data` read and validated, and what a host adds to it. Whether its parts name each other rightly is told by
`rules/data.py` and `rules/graph.py`.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.data.books import Book, Poster, Term
from guide.data.districts import Districts
from guide.data.draft_words import DraftWords
from guide.data.edition import Claims, Edition, Law
from guide.data.entry import Entries, Place, Text
from guide.data.facts import Event, Fact
from guide.data.letters import BlankField, LetterRule
from guide.data.organization import DefaultSettings, HostSettings, Organization, Original
from guide.data.paper_words import PaperWords
from guide.data.reader import Reader
from guide.data.routes import AskedDate, Claim, Note, Question, Route, Routes, Situation, TimeLimit
from guide.data.sentences import validate
from guide.data.wording import Wording
from guide.problems import Problem, did_you_mean

# Where the host stands in the settings.
HOST_AT = ("extra", "organization")
LOCAL_FILES = ("facts.yml", "facts/*.yml", "fields.yml", "letters/*.yml")


@dataclass
class Data:
    """
    All data files of one guide, and those that a host added to it. Entries with a slip are left out and reported in
    `problems`. A file of one thing with a slip is None; so are the routes as long as one of their files has a slip.
    """

    facts: Entries[Fact] = field(default_factory=lambda: Entries("fact"))
    events: Entries[Event] = field(default_factory=lambda: Entries("event"))
    letters: Entries[LetterRule] = field(default_factory=lambda: Entries("letter"))
    fields: Entries[BlankField] = field(default_factory=lambda: Entries("field"))
    glossary: Entries[Term] = field(default_factory=lambda: Entries("term"))
    books: Entries[Book] = field(default_factory=lambda: Entries("book"))
    posters: Entries[Poster] = field(default_factory=lambda: Entries("poster"))
    routes: Routes | None = None
    edition: Edition | None = None
    law: Law | None = None
    claims: Claims | None = None
    wording: Wording | None = None
    draft_words: DraftWords | None = None
    paper_words: PaperWords | None = None
    districts: Districts | None = None
    organization: Organization | None = None
    original: Original | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def field_by_label(self) -> dict[str, str]:
        # Of two fields with one label the first keeps it: no field of a host takes it away from one of the guide.
        return {entry.label: key for key, entry in reversed(self.fields.items())}

    @property
    def newest_check(self) -> date | None:
        """
        The newest day on which any fact of the guide was checked: it dates the files of a build, which knows no other
        clock. What a page or a book says of its age comes from the oldest fact that it cites.
        """
        return max((fact.checked_on for fact in self.facts.shared.values() if fact.checked_on), default=None)

    def facts_of(self, topic: str) -> dict[str, Fact]:
        """
        Return the facts that are shown as the law of a topic. A fact that a host added to a topic of the guide is none
        of them: what the guide says of its age would change with it.
        """
        found = {key: fact for key, fact in self.facts.items() if fact.topic == topic}
        return {key: fact for key, fact in found.items() if key not in self.facts.own} or found


def read_data(folder: Path) -> Data:
    """
    Return what the files in `folder` (`docs/_data`) hold, and those of the host beside it (`docs/local/_data`).
    Slips are collected in `problems`, never raised.
    """
    files = [file for place in (folder, local_folder(folder)) for file in sorted(place.rglob("*.yml"))]
    return _read_data(folder, tuple((str(file), file.lstat().st_mtime_ns) for file in files))


def local_folder(folder: Path) -> Path:
    """
    Return the folder of a host's own data, beside that of the guide.
    """
    return folder.parent / "local/_data"


@lru_cache(maxsize=4)
def _read_data(folder: Path, stamps: tuple) -> Data:
    data = Data()
    reader = Reader(folder, data.problems)
    reader.read_folder(data.facts, Fact, "facts")
    reader.read_file(data.events, Event, "events.yml")
    reader.read_things(data.letters, LetterRule, "letters")
    reader.read_file(data.fields, BlankField, "fields.yml")
    reader.read_file(data.glossary, Term, "glossary.yml")
    reader.read_file(data.books, Book, "books.yml")
    reader.read_file(data.posters, Poster, "posters.yml")
    data.routes = read_routes(reader)
    data.edition = reader.read_one(Edition, "edition.yml")
    data.law = reader.read_one(Law, "law.yml")
    data.claims = reader.read_one(Claims, "claims.yml")
    data.wording = reader.read_one(Wording, "wording.yml")
    data.draft_words = reader.read_one(DraftWords, "reader/agreement.yml")
    data.paper_words = reader.read_one(PaperWords, "reader/papers.yml")
    data.districts = reader.read_one(Districts, "districts.yml")
    data.organization, data.original = read_organization(reader)
    read_local(data, local_folder(folder))
    return data


def read_routes(reader: Reader) -> Routes | None:
    """
    Return what the folder `routes/` holds, None as long as one of its files has a slip.
    """
    routes, before = Routes(), len(reader.problems)
    reader.read_file(routes.questions, Question, "routes/questions.yml")
    reader.read_folder(routes.details, Question, "routes/details")
    reader.read_file(routes.dates, AskedDate, "routes/dates.yml")
    reader.read_file(routes.notes, Note, "routes/notes.yml")
    reader.read_file(routes.time_limits, TimeLimit, "routes/time-limits.yml")
    reader.read_file(routes.claims, Claim, "routes/claims.yml")
    reader.read_file(routes.groups, Text, "routes/groups.yml")
    reader.read_file(routes.checklists, Text, "routes/checklists.yml")
    reader.read_file(routes.plans, Text, "routes/plans.yml")
    reader.read_file(routes.compared, Text, "routes/comparison.yml")
    reader.read_file(routes.routes, Route, "routes/routes.yml")
    reader.read_things(routes.situations, Situation, "routes/situations")
    return routes if len(reader.problems) == before else None


def read_organization(reader: Reader) -> tuple[Organization | None, Original | None]:
    """
    Return the host, whose file holds what differs from the defaults, and the original guide. Both files are settings
    of MkDocs, which lays them over each other in the same way.
    """
    defaults, places = read_extra(reader, DefaultSettings, "defaults.yml")
    host, own_places = read_extra(reader, HostSettings, "organization.yml")
    if not defaults:
        return None, None
    organization = None
    if host:
        # A key that is missing in both is missing in the defaults.
        places |= {at: place for at, place in own_places.items() if at[:2] == HOST_AT and at != HOST_AT}
        values = defaults.organization | host.organization
        organization = validate(Organization, values, HOST_AT, places, reader.problems)
    return organization, defaults.original


def read_extra(reader: Reader, model: Any, name: str) -> tuple[Any, dict[tuple, Place]]:
    """
    Return what a file of settings holds below `extra`, None where it has a slip, and the place of each key.
    """
    _, value, places = reader.read_yaml(reader.folder / name)
    return None if value is None else validate(
        model, value.get("extra", {}), ("extra",), places, reader.problems
    ), places


def read_local(data: Data, folder: Path) -> None:
    """
    Add what a host has in `docs/local/_data`: facts, fields and letters of its own, each as in the files of the guide.
    """
    reader = Reader(folder, data.problems, is_own=True)
    for file in sorted(folder.rglob("*.yml")):
        name = file.relative_to(folder).as_posix()
        if name == "facts.yml" or name == f"facts/{file.name}":
            reader.read_entries(data.facts, Fact, file)
        elif name == "fields.yml":
            reader.read_entries(data.fields, BlankField, file)
        elif name == f"letters/{file.name}":
            reader.read_thing(data.letters, LetterRule, file)
        else:
            data.problems.append(
                Problem(
                    reader.path_of(file),
                    1,
                    "nothing reads this file",
                    did_you_mean(name, LOCAL_FILES),
                    "data-is-readable",
                )
            )
