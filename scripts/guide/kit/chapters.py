"""
Chapters of a printed book: pages of the built site, or sections of them.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html
from markupsafe import Markup

from guide.built import BuiltPage

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Piece:
    """
    A run of a chapter's words (`kind` "words"), or a checklist with its `items`: the order and the reason of each.
    """

    kind: str
    words: Markup = Markup()
    items: tuple[tuple[Markup, Markup], ...] = ()


@dataclass
class Chapter:
    """
    One page of a book as it is printed. `own` are the page's elements that belong to it.
    """

    page: BuiltPage
    section: str
    title: str
    own: list[html.HtmlElement]
    heading_depth: int = 3
    pieces: list[Piece] = field(default_factory=list)
    letter: Markup | None = None
    next: "Chapter | None" = None
    notes: bool = True

    @property
    def id(self) -> str:
        path = re.sub(r"[^a-z0-9]+", "-", self.page.path.removesuffix(".html").lower())
        return f"{path}--{self.section}" if self.section else path

    @property
    def letter_id(self) -> str:
        return f"{self.id}--letter-sheet"

    @property
    def last_item_id(self) -> str:
        return f"{self.id}--last-item"

    @property
    def notes_id(self) -> str:
        return f"{self.id}--notes"

    @property
    def letter_section(self) -> list[html.HtmlElement]:
        """
        The letter, and above it the heading and the words that lead to it on screen: on paper it has pages of its own.
        """
        found: list[html.HtmlElement] = []
        for element in self.own[1:]:
            found = [element] if element.tag in HEADINGS else [*found, element] if found else []
            if element.tag == "guide-letter":
                return found or [element]
        return []

    def print_id(self, name: str) -> str:
        """
        Return the id in the book of what has the id `name` on the page.
        """
        return f"{self.id}--at--{name}"

    @property
    def ids(self) -> set[str]:
        return {element.get("id") for top in self.own for element in top.iter() if element.get("id")}


class NotThere(Exception):
    """
    A book names what the site does not have: `wanted` is missing among `known`.
    """

    def __init__(self, wanted: str, known: set[str]):
        super().__init__(wanted)
        self.wanted, self.known = wanted, known


def read_chapter(site: Path, name: str) -> Chapter:
    """
    Return the chapter that a book names: `page.md` or `page.md#section`.

    Raises:
        NotThere: the page or the section is not in the site.
    """
    path, _, section = name.partition("#")
    pages = {file.relative_to(site).as_posix().removesuffix(".html") + ".md": file for file in site.rglob("*.html")}
    if path not in pages:
        raise NotThere(name, set(pages))
    page = BuiltPage(pages[path].relative_to(site).as_posix(), pages[path])
    title = page.tree.find(".//article//h1")
    if title is None:
        raise ValueError(f"{page.file}: no h1 in its article")
    # Comments have no place in a book.
    children = [child for child in title.getparent() if isinstance(child.tag, str)]
    starts = {child.get("id") or "": n for n, child in enumerate(children) if child.tag in HEADINGS}
    if section and section not in starts:
        raise NotThere(name, {f"{path}#{known}" for known in starts if known and children[starts[known]].tag != "h1"})

    first = starts[section] if section else children.index(title)
    depth = children[first].tag
    after = next((n for n, child in enumerate(children) if n > first and child.tag in HEADINGS and child.tag <= depth),
                 len(children))
    return Chapter(page, section, words_of(children[first]), children[first:after])


def words_of(heading: html.HtmlElement) -> str:
    """
    Return the words of a heading, without its permalink.
    """
    heading = deepcopy(heading)
    for sign in heading.find_class("headerlink"):
        sign.drop_tree()
    return " ".join(heading.text_content().split())
