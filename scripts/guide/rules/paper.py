"""
Rules on what paper can hold: characters that the fonts of print have, lists that are not too deep. They look at what is
printed alone, so that other pages may say what a browser can show.
"""

import re
from collections.abc import Iterator
from html import unescape

from markdown.extensions.toc import slugify

from guide.characters import control_character, name_of, not_printable
from guide.grammar import LIST_MARK
from guide.pages import Page, plain
from guide.project import Guide
from guide.rules.rule import Findings, rule

DEEPEST_LIST = 6
CHARACTER_BY_NUMBER = re.compile(r"&#(?:x(?P<hex>[0-9a-f]{1,6})|(?P<dec>[0-9]{1,7}));", re.IGNORECASE)
# Groups of phrases that the books say.
PRINTED_PHRASES = ("printed", "book", "sources")
# What paper shows of an entry, by the kind of data.
PRINTED_DATA = {
    "facts": ("statement", "citation"),
    "fields": ("label",),
    "letters": ("title",),
    "glossary": ("term", "meaning"),
}


@rule
def page_has_no_control_characters(page: Page, context: Guide) -> Findings:
    """
    A page holds no control characters, which come in by pasting: no screen shows them, and no book can be made of them.
    """
    for number, line in enumerate(page.lines[page.body_line - 1 :], page.body_line):
        if slip := control_character(CHARACTER_BY_NUMBER.sub(character_of, line)):
            yield number, *slip[1:]


def character_of(match: re.Match) -> str:
    """
    Return the character that is written by its number, "&#7;".
    """
    number = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    return chr(number) if number <= 0x10FFFF else match[0]


@rule
def printed_characters_are_in_fonts(context: Guide) -> Findings:
    """
    What is printed has only characters that the fonts of print have: an emoji or another script would stop a book.
    """
    for path, line, text in printed_text(context):
        missing = not_printable(text)
        if missing:
            more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
            yield (
                path,
                line,
                f'the fonts of print have no "{missing[0]}", {name_of(missing[0])}{more}',
                "Say it in other characters, or leave it out: this is in a book or a letter.",
            )


@rule
def printed_list_is_not_too_deep(context: Guide) -> Findings:
    """
    No list in print is deeper than six lists in each other: each takes a piece of the line, and nobody can follow them.
    """
    for page in context.pages:
        for line, text in printed_lines(page, context):
            indent = len(text) - len(text.lstrip(" "))
            if LIST_MARK.match(text) and indent // 4 == DEEPEST_LIST:
                yield (
                    page.path,
                    line,
                    f"this list is {DEEPEST_LIST + 1} lists deep",
                    "Say it in fewer lists, or in headings.",
                )


def printed_text(context: Guide) -> Iterator[tuple[str, int, str]]:
    """
    Yield path, line and words of all that books, posters and letters print.
    """
    for page in context.pages:
        yield from ((page.path, line, unescape(plain(text))) for line, text in printed_lines(page, context))
    for kind, keys in PRINTED_DATA.items():
        for name, entry in getattr(context.data, kind).items():
            yield from ((*context.place(kind, name, key), getattr(entry, key)) for key in keys)
    for name, book in context.data.books.items():
        yield *context.place("books", name, "title"), book.title
        yield *context.place("books", name, "subtitle"), book.subtitle
        for place, part in enumerate(book.parts):
            yield *context.place("books", name, "parts", place, "title"), part.title
    for name, poster in context.data.posters.items():
        yield *context.place("posters", name, "title"), poster.title
        yield *context.place("posters", name, "about"), poster.about
        for key, words in poster.words.items():
            yield *context.place("posters", name, "words", key), words
    if host := context.data.organization:
        for key in ("name", "phone", "email", "url"):
            yield *context.host_place(key), getattr(host, key)
        for place, reader in enumerate(host.read_by):
            yield *context.host_place("read_by", place), f"{reader.name} {reader.role}"
    for name, words in context.phrases.entries.items():
        if name.partition(".")[0] in PRINTED_PHRASES:
            for form in words.values() if isinstance(words, dict) else (words,):
                yield "docs/_data/phrases.yml", context.phrases.lines[name], form


def printed_lines(page: Page, context: Guide) -> list[tuple[int, str]]:
    """
    Return the lines of a page that a book or a poster prints, and those of its letters, each with its number.
    """
    name = page.path.removeprefix("docs/")
    named = [entry for book in context.data.books.values() for part in book.parts for entry in part.pages]
    named += [entry for poster in context.data.posters.values() for entry in poster.pages]
    sections = {entry.partition("#")[2] for entry in named if entry.partition("#")[0] == name}
    sections |= {block.id for block in page.blocks if block.name == "letter"}
    spans = [span for section in sections for span in spans_of(page, section)]
    return [(line, text) for line, text in page.numbered if any(start <= line <= end for start, end in spans)]


def spans_of(page: Page, section: str) -> Iterator[tuple[int, int]]:
    """
    Yield first and last line of the block or the heading that a book names as `section`, and of what opens the page;
    of "" those of the whole page.
    """
    deeper = [heading.line - 1 for heading in page.headings if heading.depth > 1]
    yield page.body_line, min(deeper if section else (), default=len(page.lines))
    for block in page.blocks:
        if block.id == section:
            yield block.line, block.end
    for place, heading in enumerate(page.headings):
        if slugify(plain(heading.text), "-") == section:
            below = [other.line - 1 for other in page.headings[place + 1 :] if other.depth <= heading.depth]
            yield heading.line, min(below, default=len(page.lines))
