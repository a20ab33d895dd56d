"""
Rules on what pages and books must hold between them: each topic of the law is shown whole, each letter is at hand.
"""

import posixpath
import re
from collections.abc import Iterator

from guide.grammar import fact_ids
from guide.page_files import page_files
from guide.pages import Page
from guide.project import Guide
from guide.rules.letter_sections import letters_of
from guide.rules.rule import Findings, rule

LINK = re.compile(r"\]\(([^)\s#]+\.md)(?:#[\w-]+)?\)")


@rule
def topic_is_shown(context: Guide) -> Findings:
    """
    Each topic of the guide's facts is shown once by a block `law`, or one page cites all its facts.
    Otherwise what a letter or a tool rests on could be read nowhere. A host's own fact is cited on a page of its own.
    """
    if len(context.pages) < len(list(page_files(context.root / "docs"))):
        # A page that cannot be read is reported already, and may be the one.
        return
    shown: dict[str, tuple[str, int]] = {}
    for page in context.pages:
        for topic, line in shown_topics(page):
            if topic in shown:
                path, other = shown[topic]
                yield (
                    page.path,
                    line,
                    f'the topic "{topic}" is shown twice',
                    f"It is also in {path}:{other}. Keep one of them.",
                )
            shown.setdefault(topic, (page.path, line))

    cited = {page.path: {key for _, line in page.numbered for key in fact_ids(line)} for page in context.pages}
    topics: dict[str, list[str]] = {}
    for key, fact in context.data.facts.shared.items():
        topics.setdefault(fact.topic, []).append(key)
    for topic, keys in topics.items():
        path, most = max(
            ((path, cited[path] & set(keys)) for path in cited), key=lambda found: len(found[1]), default=("", set())
        )
        missing = [key for key in keys if key not in most]
        if topic not in shown and missing:
            cite = f"[^{missing[0]}] on {path}, which cites others of it" if most else "all its facts on one page"
            yield (
                *context.place("facts", missing[0]),
                f'no page shows all facts of the topic "{topic}"',
                f'Add a block "/// law" with "topic: {topic}" to a page, or cite {cite}.',
            )


def shown_topics(page: Page) -> Iterator[tuple[str, int]]:
    """
    Yield the topics that a page shows by blocks `law`, each with its line; what moved is shown elsewhere.
    """
    for block in page.blocks:
        if block.name == "law" and "topic" in block.options and "moved" not in block.options:
            yield block.options["topic"]


@rule
def book_holds_its_letters(context: Guide) -> Findings:
    """
    A book holds each letter and worksheet that one of its pages sends to: on paper, a parent cannot follow the link.
    """
    pages = {page.path.removeprefix("docs/"): page for page in context.pages}
    letters = {
        path
        for path, page in pages.items()
        if any(contract.kind != "sheet" for _, contract, _ in letters_of(page, context))
    }
    for key, book in context.data.books.items():
        named = [
            (place, number, name.partition("#")[0])
            for place, part in enumerate(book.parts)
            for number, name in enumerate(part.pages)
        ]
        held = {name for _, _, name in named}
        for place, number, name in named:
            if name not in pages or name in letters:
                # A page that is not there is reported where the book is made.
                # A letter's own page names those that go with it.
                continue
            for letter in sorted(letters & set(linked(pages[name])) - held):
                yield (
                    *context.place("books", key, "parts", place, "pages", number),
                    f'"{name}" sends to "{letter}", which the book "{key}" does not hold',
                    f'Add "{letter}" to the pages of its letters.',
                )


def linked(page: Page) -> Iterator[str]:
    """
    Yield the pages that a page links to, as paths from `docs/`.
    """
    folder = posixpath.dirname(page.path.removeprefix("docs/"))
    for _, line in page.numbered:
        yield from (posixpath.normpath(posixpath.join(folder, to)) for to in LINK.findall(line))
