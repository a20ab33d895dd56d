"""
Rules on `routes.yml`: its pages exist, and its sentences keep the rules of a page.
"""

from collections.abc import Iterator

from markdown.extensions.toc import slugify

from guide.pages import Page, plain
from guide.problems import Problem, did_you_mean
from guide.project import Guide
from guide.routes import PATH
from guide.rules import claims, facts, words, writing
from guide.rules.rule import Findings, rule
from guide.yaml_files import read_yaml

# The keys whose values a parent reads.
PROSE = {"ask", "why", "say", "label", "hint", "title", "text", "name", "what", "reasons_for", "reasons_against", "does_not",
         "when", "first", "together", "could", "later", "less", "find_out"}
SENTENCE_RULES = (facts.fact_exists, facts.law_is_cited, facts.number_is_in_cited_fact, words.claim_is_not_banned, claims.mediation_stops_nothing,
                  claims.protection_is_not_overstated, words.page_reads_easily, writing.link_is_written_right)


@rule
def route_pages_exist(context: Guide) -> Findings:
    """
    Each route's page, and each checklist and plan that `routes.yml` names, exists; a page's part too. The helper's links are made
    from these names.
    """
    routes = context.data.routes
    if not routes:
        return
    _, lines = read_yaml(context.root / PATH, PATH, [])
    pages = {page.path.removeprefix("docs/"): page for page in context.pages}
    wanted = [(("routes", key, "page"), route.page) for key, route in routes.routes.items()]
    wanted += [((kind, key), f"{kind}/{key}.md") for kind in ("checklists", "plans") for key in getattr(routes, kind)]
    for at, name in wanted:
        path, _, part = name.partition("#")
        if path not in pages:
            near = [other.removeprefix(f"{at[0]}/").removesuffix(".md") if at[0] != "routes" else other
                    for other in pages if at[0] == "routes" or other.startswith(f"{at[0]}/")]
            yield PATH, lines.get(at, 1), f'there is no page "{path}"', did_you_mean(at[1] if at[0] != "routes" else path, near)
        elif part and part not in (parts := {slugify(plain(heading.text), "-") for heading in pages[path].headings}):
            yield PATH, lines.get(at, 1), f'there is no "#{part}" on the page "{path}"', did_you_mean(part, parts)


def check_route_sentences(context: Guide) -> Iterator[Problem]:
    """
    Yield where a sentence of `routes.yml` breaks a rule of pages: it cites its facts, agrees with them, reads easily, and
    promises nothing.
    """
    if context.data.routes:
        page = prose(context)
        for find in SENTENCE_RULES:
            yield from find(page, context)


def prose(context: Guide) -> Page:
    """
    Return the sentences of `routes.yml` as a page, each value an item of a list on its own line.
    """
    value, lines = read_yaml(context.root / PATH, PATH, [])
    said: dict[int, str] = {}

    def collect(part, at: tuple, read: bool):
        if isinstance(part, dict):
            for key, inner in part.items():
                collect(inner, (*at, key), read or key in PROSE or at in (("checklists",), ("plans",)))
        elif isinstance(part, list):
            for index, inner in enumerate(part):
                collect(inner, (*at, index), read)
        elif read and isinstance(part, str):
            said[lines[at]] = "- " + " ".join(part.split())

    collect(value, (), False)
    return Page(PATH, [said.get(number, "") for number in range(1, max(said, default=0) + 1)])
