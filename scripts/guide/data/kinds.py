"""
The kinds of data files there are: where each stands, its model, and how a file of it is laid out.
"""

from dataclasses import dataclass
from typing import Any

from guide.data.books import Book, Poster, Term
from guide.data.districts import Districts
from guide.data.draft_words import DraftWords
from guide.data.edition import Claims, Edition, Law
from guide.data.entry import Text
from guide.data.facts import Event, Fact
from guide.data.letters import BlankField, LetterRule
from guide.data.organization import Organization
from guide.data.paper_words import PaperWords
from guide.data.reading import Data
from guide.data.routes import AskedDate, Claim, Note, Question, Route, Routes, Situation, TimeLimit
from guide.data.wording import Wording

ENTRIES = "Entries, each below its key: small letters and digits, with hyphens between them."
THING = "A file a thing; the file's name is its key."
ONE = "One thing; its keys stand at the margin."
SETTINGS = "Its keys stand below `extra:` and `organization:`."


@dataclass(frozen=True)
class Kind:
    """
    One kind of data file: its name, the files below `docs/_data`, the model, how they are laid out,
    and the entries there are.
    """

    name: str
    files: tuple[str, ...]
    model: Any
    layout: str
    entries: list[Any]


def kinds_of(data: Data) -> list[Kind]:
    """
    Return all kinds, with their entries for the examples. `data` has no slip.
    """
    routes = data.routes
    assert routes
    return [
        Kind("facts", ("facts/*.yml",), Fact, ENTRIES, [*data.facts.values()]),
        Kind("events", ("events.yml",), Event, ENTRIES, [*data.events.values()]),
        Kind("letters", ("letters/*.yml",), LetterRule, THING, [*data.letters.values()]),
        Kind("fields", ("fields.yml",), BlankField, ENTRIES, [*data.fields.values()]),
        Kind("glossary", ("glossary.yml",), Term, ENTRIES, [*data.glossary.values()]),
        Kind("books", ("books.yml",), Book, ENTRIES, [*data.books.values()]),
        Kind("posters", ("posters.yml",), Poster, ENTRIES, [*data.posters.values()]),
        *route_kinds(routes),
        Kind("edition", ("edition.yml",), Edition, ONE, [data.edition]),
        Kind("law", ("law.yml",), Law, ONE, [data.law]),
        Kind("claims", ("claims.yml",), Claims, ONE, [data.claims]),
        Kind("wording", ("wording.yml",), Wording, ONE, [data.wording]),
        Kind("draft-words", ("reader/agreement.yml",), DraftWords, ONE, [data.draft_words]),
        Kind("paper-words", ("reader/papers.yml",), PaperWords, ONE, [data.paper_words]),
        Kind("districts", ("districts.yml",), Districts, ONE, [data.districts]),
        Kind("organization", ("organization.yml", "defaults.yml"), Organization, SETTINGS, []),
    ]


def route_kinds(routes: Routes) -> list[Kind]:
    """
    Return the kinds of the helper's data, with their entries.
    """
    return [
        Kind(
            "routes-questions",
            ("routes/questions.yml", "routes/details/*.yml"),
            Question,
            ENTRIES,
            [*routes.questions.values(), *routes.details.values()],
        ),
        Kind("routes-dates", ("routes/dates.yml",), AskedDate, ENTRIES, [*routes.dates.values()]),
        Kind("routes-notes", ("routes/notes.yml",), Note, ENTRIES, [*routes.notes.values()]),
        Kind("routes-time-limits", ("routes/time-limits.yml",), TimeLimit, ENTRIES, [*routes.time_limits.values()]),
        Kind("routes-claims", ("routes/claims.yml",), Claim, ENTRIES, [*routes.claims.values()]),
        Kind(
            "routes-titles",
            ("routes/checklists.yml", "routes/comparison.yml", "routes/groups.yml", "routes/plans.yml"),
            Text,
            ENTRIES,
            [*routes.checklists.values()],
        ),
        Kind("routes", ("routes/routes.yml",), Route, ENTRIES, [*routes.routes.values()]),
        Kind("routes-situations", ("routes/situations/*.yml",), Situation, THING, [*routes.situations.values()]),
    ]
