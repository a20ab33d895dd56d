"""
The rule on the menu.
"""

from collections.abc import Iterator
from typing import Any

from guide.page_files import page_files
from guide.pages import LOCAL
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule
from guide.settings import MENU, ORGANIZATION

# Pages that the decision helper lists.
SITUATIONS = "docs/situations/"


@rule
def menu_page_exists(context: Guide) -> Findings:
    """
    The menu names only pages that exist, letter case included, and every page once. A page that it leaves out is found
    by the search alone. A host's own pages may be left out, and so may situations, which the helper lists, and what is
    for maintainers. The links that a host adds lead to pages that exist.
    """
    docs, menu = context.root / "docs", context.settings[MENU]
    if menu.slip:
        # `settings_are_readable` reports it.
        return
    # The files, not the pages read: what is wrong inside a page is reported elsewhere.
    pages = {file.relative_to(docs).as_posix() for file in page_files(docs)}
    named = set()
    for line, page in entries(menu.value.get("nav"), ("nav",), menu.lines):
        if page not in pages:
            yield (
                MENU,
                line,
                f'the menu names "{page}", which does not exist',
                did_you_mean(page, pages, "Write the page, or delete this line."),
            )
        elif page in named:
            yield MENU, line, f'the menu names "{page}" twice', "Keep the better place."
        named.add(page)
    unlisted = {page.path.removeprefix("docs/") for page in context.pages if page.meta.get("maintainers")}
    for page in sorted(pages - named - unlisted):
        if not f"docs/{page}".startswith((LOCAL, SITUATIONS)):
            yield (
                f"docs/{page}",
                1,
                "the menu does not name this page",
                f'Add a line "- {page}" to docs/_data/menu.yml.',
            )
    yield from slips_of_links(context, pages)


def slips_of_links(context: Guide, pages: set[str]) -> Findings:
    """
    Yield each link of the host that leads to no page.
    """
    organization = context.settings[ORGANIZATION]
    for number, link in enumerate(context.data.organization.links if context.data.organization else ()):
        if link.page and link.page not in pages:
            near = {page.removesuffix(".md") + ".html" for page in pages}
            yield (
                ORGANIZATION,
                organization.line("extra", "organization", "links", number, "url"),
                f'the link "{link.title}" leads to "{link.url}", which does not exist',
                did_you_mean(link.url, near, "Write the page, or delete this link."),
            )


def entries(part: Any, way: tuple, lines: dict[tuple, int]) -> Iterator[tuple[int, str]]:
    """
    Yield line and path of each page that a part of the menu names.
    """
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield from entries(value, (*way, key), lines)
    if isinstance(part, str) and part.endswith(".md"):
        yield lines[way], part
