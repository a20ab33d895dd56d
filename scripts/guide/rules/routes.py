"""
Rules on what `routes/` says: its pages exist, and its sentences keep the rules of a page.
"""

from collections.abc import Iterator
from typing import Any

from markdown.extensions.toc import slugify
from pydantic import BaseModel

from guide.data.lines import PLACEHOLDER, Named, Step
from guide.grammar import HEADING_ID
from guide.pages import Page, plain
from guide.problems import Problem, did_you_mean
from guide.project import Guide
from guide.rules import claims, facts, markup
from guide.rules.pages import page_reads_easily
from guide.rules.route_lines import all_lines
from guide.rules.rule import Findings, rule

# Where the pages of situations stand, and the block that draws one.
FOLDER, BLOCK = "docs/situations/", "situation"
# The key of words to copy: as in a letter, law stands in them without the mark of a fact.
COPY = "copy"
# The keys whose values a parent reads.
PROSE = {
    "ask",
    "why",
    "say",
    "more",
    "given",
    "label",
    "hint",
    "title",
    "text",
    "name",
    "what",
    "short",
    "compared",
    "button",
    COPY,
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
# Of an answer: the parent says it, and "given" repeats it.
ANSWERED = ("say", "more", "given")
OWN_WORDS_RULES = (claims.claim_is_not_banned, claims.mediation_stops_nothing, claims.protection_is_not_overstated)


@rule
def route_pages_exist(context: Guide) -> Findings:
    """
    Each page that `routes/` names exists, and its part too: of a route, a step, a checklist, a plan. The helper's links
    are made from these names.
    """
    routes = context.data.routes
    if not routes:
        return
    pages = {page.path.removeprefix("docs/"): page for page in context.pages}
    named = [(routes.routes.place(key, "page"), route.page) for key, route in routes.routes.items()]
    named += [
        (spot.source.place(*spot.at, "page"), spot.line.page)
        for spot in all_lines(routes)
        if isinstance(spot.line, Step) and spot.line.page
    ]
    for place, name in named:
        path, _, part = name.partition("#")
        if path not in pages:
            yield place.path, place.line, f'there is no page "{path}"', did_you_mean(path, pages)
        elif part and part not in (parts := parts_of(pages[path])):
            yield place.path, place.line, f'there is no "#{part}" on the page "{path}"', did_you_mean(part, parts)
    for folder in ("checklists", "plans"):
        there = [path.removeprefix(f"{folder}/").removesuffix(".md") for path in pages if path.startswith(f"{folder}/")]
        for key in getattr(routes, folder):
            if key not in there:
                yield *context.place(folder, key), f'there is no page "{folder}/{key}.md"', did_you_mean(key, there)


def parts_of(page: Page) -> set[str]:
    """
    Return the names of the parts of a page: its headings and blocks. An item's id is for the device that remembers it,
    and no link finds it.
    """
    found = {
        own[1] if (own := HEADING_ID.search(heading.text)) else slugify(plain(heading.text), "-")
        for heading in page.headings
    }
    return found | {block.id for block in page.blocks if block.id}


@rule
def situation_has_its_page(context: Guide) -> Findings:
    """
    Each situation has its page in `docs/situations/`, of its name and title, and each page there its situation: so it
    can be read without scripts, and found.
    """
    routes = context.data.routes
    if not routes:
        return
    pages = {page.path.removeprefix(FOLDER).removesuffix(".md"): page for page in context.pages}
    for key, situation in routes.situations.items():
        page = pages.get(key)
        if not page or page.path != f"{FOLDER}{key}.md":
            yield *context.place("situations", key), f'there is no page "{FOLDER}{key}.md"', "Write it."
            continue
        titles = [heading for heading in page.headings if heading.depth == 1]
        if titles and titles[0].text != situation.title:
            yield (
                page.path,
                titles[0].line,
                "this is not the title of its situation",
                f'Write "# {situation.title}", or change the title there.',
            )
        if key not in [block.title for block in page.blocks if block.name == BLOCK]:
            yield page.path, page.body_line, "its situation is not on it", f'Add "/// {BLOCK} | {key}" and "///".'
    for page in context.pages:
        for block in page.blocks:
            if block.name == BLOCK and block.title not in routes.situations:
                yield (
                    page.path,
                    block.line,
                    f'there is no situation "{block.title}"',
                    did_you_mean(block.title, routes.situations),
                )


def check_route_sentences(context: Guide) -> Iterator[Problem]:
    """
    Yield where a sentence of `routes/` breaks a rule of pages: it cites its facts, agrees with them, reads easily, and
    promises nothing.
    """
    for pages, rules in ((prose(context), SENTENCE_RULES), (prose(context, own_words=True), OWN_WORDS_RULES)):
        for page in pages:
            for find in rules:
                yield from find(page, context)


def prose(context: Guide, own_words: bool = False) -> list[Page]:
    """
    Return the sentences of each file of `routes/` as a page, each value an item of a list on its own line; a day in
    braces reads as "today". The parent's own words, which cite nothing, are left out, or are all that is returned.
    """
    read: dict[str, dict[int, str]] = {}
    for part in context.data.routes.parts if context.data.routes else ():
        for key, entry in part.items():
            for at, text in texts(entry, (key,), not isinstance(entry, BaseModel)):
                if are_own_words(at) != own_words:
                    continue
                place = part.place(*at)
                words = PLACEHOLDER.sub("today", " ".join(text.split()))
                lines = read.setdefault(place.path, {})
                lines[place.line] = f"{lines[place.line]} {words}" if place.line in lines else f"- {words}"
    return [
        Page(path, [lines.get(number, "") for number in range(1, max(lines) + 1)])
        for path, lines in sorted(read.items())
    ]


def are_own_words(at: tuple) -> bool:
    """
    Return whether a text is what the parent says: words to copy, or an answer to choose.
    """
    return at[-1] == COPY or (at[1:2] == ("answers",) and at[-1] in ANSWERED)


def texts(value: Any, at: tuple, is_read: bool) -> Iterator[tuple[tuple, str]]:
    """
    Yield each text that a parent reads in an entry, or in a part of one, with its place in it.
    """
    if isinstance(value, Named):
        # Its name is a key.
        return
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        value = {field.alias or name: getattr(value, name) for name, field in fields.items()}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*at, key), is_read or key in PROSE)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*at, index), is_read)
    elif is_read and isinstance(value, str):
        yield at, value
