"""
Chapters of a printed book: pages of the built site, or sections of them.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from guide.letter import Letter
from guide.printing.nodes import Node
from guide.site.reading import BuiltPage

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The lists to tick, and what each is called where it is drawn.
LISTS = {"guide-checklist": "checklist", "guide-plan": "plan", "guide-review": "review"}


@dataclass(frozen=True)
class Item:
    """
    What can be ticked: its order and its reason. A step of a plan says `when` and `who`, and its `day` where that is a
    number; a point of a review has weak words with the better ones (`pairs`, None where one has no other), and what to
    ask.
    """

    order: list[Node]
    why: list[Node]
    when: str = ""
    who: str = ""
    pairs: tuple[tuple[list[Node] | None, list[Node] | None], ...] = ()
    asks: tuple[list[Node], ...] = ()
    day: int | None = None


@dataclass(frozen=True)
class Piece:
    """
    A run of a chapter's words (`kind` "words"), or a list with its `items` (`kind` "checklist", "plan" or "review").
    """

    kind: str
    words: list[Node] = field(default_factory=list)
    items: tuple[Item, ...] = ()


@dataclass
class Chapter:
    """
    One page of a book as it is printed. `elements` are those of the page that belong to it, its title first.

    A chapter that is only a letter is printed with the first paragraph of its page. `opening` is what stands beside
    the title.
    """

    page: BuiltPage
    section: str
    title: str
    elements: list[html.HtmlElement]
    first_paragraph: html.HtmlElement | None = None
    heading_depth: int = 3
    pieces: list[Piece] = field(default_factory=list)
    letter: Letter | None = None
    opening: list[Node] = field(default_factory=list)
    next: "Chapter | None" = None
    # What a poster prints in its place (`printing/posters`), empty for all others.
    poster: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        if self.poster:
            return self.poster["id"]
        path = re.sub(r"[^a-z0-9]+", "-", self.page.path.removesuffix(".html").lower())
        return f"{path}--{self.section}" if self.section else path

    @property
    def letter_id(self) -> str:
        return f"{self.id}--letter-sheet"

    @property
    def only_letter(self) -> bool:
        """
        Whether the book has the letter of the page and nothing else of it.
        """
        return not self.poster and len(self.elements) == 2 and self.elements[1].tag == "guide-letter"

    @property
    def is_wide(self) -> bool:
        """
        Whether it has tables of so many columns that the sheet lies on its side.
        """
        return any(top.tag == "guide-tracker" for top in self.elements)

    @property
    def is_sent(self) -> bool:
        """
        Whether its letter goes to someone, so that nothing of ours may stand on its sheet.
        """
        return all(top.get("data-kind") == "letter" for top in self.elements if top.tag == "guide-letter")

    @property
    def address(self) -> str:
        """
        Where the chapter stands on the web, or "" where the site has no address.
        """
        home = self.page.address
        return f"{home}#{self.section}" if home and self.section else home

    @property
    def letter_section(self) -> list[html.HtmlElement]:
        """
        The letter, and above it the heading and the words that lead to it on screen: on paper it has pages of its own.
        """
        found: list[html.HtmlElement] = []
        for element in self.elements[1:]:
            found = [element] if element.tag in HEADINGS else [*found, element] if found else []
            if element.tag == "guide-letter":
                return found or [element]
        return []

    def print_id(self, name: str) -> str:
        """
        Return the id in the book of what has the id `name` on the page.
        """
        return f"{self.id}--at--{name}"

    def holder_of(self, name: str) -> html.HtmlElement | None:
        """
        Return which of its elements has or holds the id `name` of the page.
        """
        return next((top for top in self.elements if any(name == each.get("id") for each in top.iter())), None)


class NotThere(Exception):
    """
    A book names what the site does not have: `wanted` is missing among `known`.
    """

    def __init__(self, wanted: str, known: set[str]):
        super().__init__(wanted)
        self.wanted, self.known = wanted, known


def read_chapter(site: Path, name: str) -> Chapter:
    """
    Return the chapter that a book names: `page.md` or `page.md#section`. The section is a heading, with all up to the
    next heading of its depth, or a block: a letter, a list to tick, the tracker, a script.

    Raises:
        NotThere: the page or the section is not in the site.
    """
    path, _, section = name.partition("#")
    file = site / f"{path.removesuffix('.md')}.html"
    if not path.endswith(".md") or not file.is_file():
        pages = {found.relative_to(site).as_posix().removesuffix(".html") + ".md" for found in site.rglob("*.html")}
        raise NotThere(name, pages)
    page = BuiltPage(file.relative_to(site).as_posix(), file)
    title = page.tree.find(".//article//h1")
    if title is None:
        raise ValueError(f"{page.file}: no h1 in its article")
    # Comments have no place in a book.
    children = [child for child in title.getparent() if isinstance(child.tag, str)]
    first = next((child for child in children if child.tag == "p"), None)
    if not section:
        return Chapter(page, section, words_of(title), up_to_next(children, title), first)

    found = find_section(children, section, name)
    if is_title_of_fold(found):
        return Chapter(page, section, words_of(found), [found, *found.getparent().itersiblings("*")], first)
    if found.tag in HEADINGS:
        return Chapter(page, section, words_of(found), up_to_next(children, found), first)
    if found.tag in ("guide-letter", "guide-tracker"):
        return Chapter(page, section, words_of(title), [title, found], first)
    block = deepcopy(next(child for child in children if found in child.iter()))
    heading = next(block.iter(*HEADINGS))
    # A block that stands alone is the chapter: its own title is the chapter's.
    heading.drop_tree()
    return Chapter(page, section, words_of(heading), [heading, block], first)


def find_section(children: list[html.HtmlElement], section: str, name: str) -> html.HtmlElement:
    """
    Return the heading or the block of a page that a book names as its `section`.

    Raises:
        NotThere: the page has none of that id; `name` is what the book says.
    """
    parts = {child.get("id"): child for child in children if child.tag in HEADINGS[1:]}
    parts |= {
        title.get("id"): title for child in children for title in child.iter(*HEADINGS) if is_title_of_fold(title)
    }
    parts |= {
        block.get("id"): block
        for child in children
        for block in child.iter("guide-letter", "guide-checklist", "guide-tracker", "section")
        if block.get("id")
    }
    if section not in parts:
        path = name.partition("#")[0]
        raise NotThere(name, {f"{path}#{known}" for known in parts if known})
    return parts[section]


def is_title_of_fold(element: html.HtmlElement) -> bool:
    """
    Whether a heading is what shows of a part that opens when it is pressed.
    """
    holder = element.getparent()
    return element.tag in HEADINGS and holder is not None and holder.tag == "summary"


def up_to_next(children: list[html.HtmlElement], first: html.HtmlElement) -> list[html.HtmlElement]:
    """
    Return the heading `first` and what follows it, up to the next heading of its depth.
    """
    start = children.index(first)
    end = next(
        (n for n, child in enumerate(children) if n > start and child.tag in HEADINGS and child.tag <= first.tag),
        len(children),
    )
    return children[start:end]


def words_of(heading: html.HtmlElement) -> str:
    """
    Return the words of a heading, without its permalink.
    """
    heading = deepcopy(heading)
    for sign in heading.find_class("headerlink"):
        sign.drop_tree()
    return " ".join(heading.text_content().split())
