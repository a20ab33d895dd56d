"""
Rules on what `routes/` says: its pages exist, and its sentences keep the rules of a page.
"""

from typing import Any, Iterator

from markdown.extensions.toc import slugify
from pydantic import BaseModel

from guide.problems import Problem, did_you_mean
from guide.rules import claims, facts, words, writing
from guide.rules.whole import Whole
from guide.source import Page, plain

# The keys whose values a parent reads.
PROSE = {"ask", "why", "say", "label", "hint", "title", "text", "name", "what", "reasons_for", "reasons_against", "does_not",
         "when", "first", "together", "could", "later", "less", "find_out"}
SENTENCE_RULES = (facts.fact_exists, facts.law_is_cited, facts.number_is_in_cited_fact, words.claim_is_not_banned, claims.mediation_stops_nothing,
                  claims.protection_is_not_overstated, words.page_reads_easily, writing.link_is_written_right)


def route_pages_exist(whole: Whole) -> Iterator[Problem]:
    """
    Each route's page, and each checklist and plan that `routes/` names, exists; a page's part too.
    """
    routes = whole.data.routes
    if not routes:
        return
    pages = {page.path.removeprefix("docs/"): page for page in whole.pages}
    for key, route in routes.routes.items():
        path, _, part = route.page.partition("#")
        place = routes.routes.place(key, "page")
        if path not in pages:
            yield Problem(place.path, place.line, f'there is no page "{path}"', did_you_mean(path, pages), "route-pages-exist")
        elif part and part not in (parts := {slugify(plain(heading.text), "-") for heading in pages[path].headings}):
            yield Problem(place.path, place.line, f'there is no "#{part}" on the page "{path}"', did_you_mean(part, parts),
                          "route-pages-exist")
    for folder, entries in (("checklists", routes.checklists), ("plans", routes.plans)):
        there = [path.removeprefix(f"{folder}/").removesuffix(".md") for path in pages if path.startswith(f"{folder}/")]
        for key in entries:
            if key not in there:
                place = entries.place(key)
                yield Problem(place.path, place.line, f'there is no page "{folder}/{key}.md"', did_you_mean(key, there), "route-pages-exist")


def routes_keep_the_rules_of_words(whole: Whole) -> Iterator[Problem]:
    """
    What `routes/` says cites its facts, agrees with them, reads easily, and promises nothing, as on any page.
    """
    for page in prose(whole):
        for rule in SENTENCE_RULES:
            yield from rule(page, whole)


def prose(whole: Whole) -> list[Page]:
    """
    Return the sentences of each file of `routes/` as a page, each value an item of a list on its own line.
    """
    read: dict[str, dict[int, str]] = {}
    for part in whole.data.routes.parts if whole.data.routes else ():
        for key, entry in part.items():
            for at, text in texts(entry, (key,), not isinstance(entry, BaseModel)):
                place = part.place(*at)
                read.setdefault(place.path, {})[place.line] = "- " + " ".join(text.split())
    return [Page(path, [lines.get(number, "") for number in range(1, max(lines) + 1)]) for path, lines in sorted(read.items())]


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
