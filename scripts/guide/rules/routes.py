"""
Rules on what `routes/` says: its pages exist, and its sentences keep the rules of a page.
"""

from collections.abc import Iterator
from typing import Any

from markdown.extensions.toc import slugify
from pydantic import BaseModel

from guide.pages import Page, plain
from guide.problems import Problem, did_you_mean
from guide.project import Guide
from guide.rules import claims, facts, markup
from guide.rules.pages import page_reads_easily
from guide.rules.rule import Findings, rule

# The keys whose values a parent reads.
PROSE = {
    "ask",
    "why",
    "say",
    "label",
    "hint",
    "title",
    "text",
    "name",
    "what",
    "reasons_for",
    "reasons_against",
    "does_not",
    "when",
    "first",
    "together",
    "could",
    "later",
    "less",
    "find_out",
}
SENTENCE_RULES = (
    facts.fact_exists,
    facts.law_is_cited,
    facts.number_is_in_cited_fact,
    claims.claim_is_not_banned,
    claims.mediation_stops_nothing,
    claims.protection_is_not_overstated,
    page_reads_easily,
    markup.link_is_written_right,
)


@rule
def route_pages_exist(context: Guide) -> Findings:
    """
    Each route's page, and each checklist and plan that `routes/` names, exists; a page's part too. The helper's links are made
    from these names.
    """
    routes = context.data.routes
    if not routes:
        return
    pages = {page.path.removeprefix("docs/"): page for page in context.pages}
    for key, route in routes.routes.items():
        path, _, part = route.page.partition("#")
        place = context.place("routes", key, "page")
        if path not in pages:
            yield *place, f'there is no page "{path}"', did_you_mean(path, pages)
        elif part and part not in (parts := {slugify(plain(heading.text), "-") for heading in pages[path].headings}):
            yield *place, f'there is no "#{part}" on the page "{path}"', did_you_mean(part, parts)
    for folder in ("checklists", "plans"):
        there = [path.removeprefix(f"{folder}/").removesuffix(".md") for path in pages if path.startswith(f"{folder}/")]
        for key in getattr(routes, folder):
            if key not in there:
                yield *context.place(folder, key), f'there is no page "{folder}/{key}.md"', did_you_mean(key, there)


def check_route_sentences(context: Guide) -> Iterator[Problem]:
    """
    Yield where a sentence of `routes/` breaks a rule of pages: it cites its facts, agrees with them, reads easily, and
    promises nothing.
    """
    for page in prose(context):
        for find in SENTENCE_RULES:
            yield from find(page, context)


def prose(context: Guide) -> list[Page]:
    """
    Return the sentences of each file of `routes/` as a page, each value an item of a list on its own line.
    """
    read: dict[str, dict[int, str]] = {}
    for part in context.data.routes.parts if context.data.routes else ():
        for key, entry in part.items():
            for at, text in texts(entry, (key,), not isinstance(entry, BaseModel)):
                place = part.place(*at)
                read.setdefault(place.path, {})[place.line] = "- " + " ".join(text.split())
    return [
        Page(path, [lines.get(number, "") for number in range(1, max(lines) + 1)])
        for path, lines in sorted(read.items())
    ]


def texts(value: Any, at: tuple, is_read: bool) -> Iterator[tuple[tuple, str]]:
    """
    Yield each text that a parent reads in an entry, or in a part of one, with its place in it.
    """
    if isinstance(value, BaseModel):
        value = dict(value)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*at, key), is_read or key in PROSE)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*at, index), is_read)
    elif is_read and isinstance(value, str):
        yield at, value
