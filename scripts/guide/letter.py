"""
The one model of a letter, read from the attributes of its built page: Word, text, paper and rules all go by it.

`blocks/letter.py` decides what is what and leaves attributes; `letter-words.js` reads the same ones in the browser:

    data-kind     on the element: letter, worksheet or sheet
    data-block    on each child of the sheet: subject, heading, paragraph, closing, choices, things, bullets or numbers
    data-section  on each of these: the section of the letter that it belongs to, whether its heading is drawn or not
    data-unit     on what becomes one paragraph of a file: subject, heading, line, choice or item
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

# The white space of HTML; a space that must not break is a character of its own.
SPACES = re.compile(r"[ \t\n\f\r]+")
# What an author may take for a part of a letter, and its downloads cannot hold.
NAMES = {
    "table": "a table",
    "strong": "bold words",
    "em": "words in italics",
    "a": "a link",
    "img": "a picture",
    "sup": "a raised mark",
    "ul": "a list inside a list",
    "ol": "a list inside a list",
    "blockquote": "a quotation",
    "pre": "code",
    "code": "code",
    "hr": "a line across the page",
    "dl": "a list of terms",
    "h1": "a heading with one #",
    "h4": "a heading with four #",
    "div": "a block",
    "p": "an item of two paragraphs",
}
# What the words of a unit may stand in; a list with empty lines has paragraphs in its items.
HOLDERS = {"subject": ("strong",), "choice": ("label", "p"), "item": ("p",)}


@dataclass(frozen=True)
class Blank:
    """
    A place to fill in; `key` and `kind` are those of `fields.yml`.
    """

    key: str
    label: str
    kind: str

    def __str__(self) -> str:
        return f"[{self.label}]"


@dataclass(frozen=True)
class Unit:
    """
    What becomes one paragraph of the Word file: a line, the subject, a heading, a choice or an item (`kind`).

    `block` is what it stands in, and `first` whether it begins that. `section` is "" above the first section and from
    the closing on. A choice has its `id`.
    """

    kind: str
    parts: tuple[str | Blank, ...]
    block: str = ""
    first: bool = True
    section: str = ""
    id: str = ""
    checked: bool = False

    @property
    def words(self) -> str:
        return "".join(str(part) for part in self.parts)

    @property
    def blanks(self) -> list[Blank]:
        return [part for part in self.parts if isinstance(part, Blank)]

    @property
    def is_thing(self) -> bool:
        """
        Whether it is a choice that stays in a list when it is chosen; chosen sentences run on.
        """
        return self.block == "things"

    @property
    def is_numbered(self) -> bool:
        return self.block == "numbers"


@dataclass(frozen=True)
class Letter:
    """
    A letter or worksheet (`kind`), blank. `units` are in the order of the page.
    """

    key: str
    kind: str
    subject: str
    units: tuple[Unit, ...]


class NotPrintable(Exception):
    """
    A sheet holds what is no unit; the words say what.
    """


def read_letter(element: html.HtmlElement) -> Letter:
    """
    Return the letter of a `<guide-letter>`.

    Raises:
        NotPrintable: it holds something else than lines, headings, choices and items.
    """
    units = tuple(read_units(sheet_of(element)))
    return Letter(
        element.get("id"), element.get("data-kind"), next(unit.words for unit in units if unit.kind == "subject"), units
    )


def sheet_of(element: html.HtmlElement) -> html.HtmlElement:
    """
    Return the sheet of paper of a `<guide-letter>`.
    """
    return element.find_class("guide-letter__sheet")[0]


def read_units(sheet: html.HtmlElement) -> Iterator[Unit]:
    """
    Yield the units of a sheet in their order.

    Raises:
        NotPrintable: something in it is no unit.
    """
    refuse_loose_words(sheet)
    for block in sheet.iterchildren(tag=html.etree.Element):
        refuse_other(block, "data-block")
        if block.get("data-unit"):
            yield read_unit(block, block, first=True)
            continue
        refuse_loose_words(block)
        for place, element in enumerate(block.iterchildren(tag=html.etree.Element)):
            refuse_other(element, "data-unit")
            yield read_unit(element, block, first=place == 0)


def read_unit(element: html.HtmlElement, block: html.HtmlElement, first: bool) -> Unit:
    """
    Return the unit that an element is, which stands in `block`.
    """
    if len(element.findall("p")) > 1:
        raise NotPrintable(NAMES["p"])
    kind = element.get("data-unit")
    box = element.find("*[@data-item]")
    return Unit(
        kind,
        read_parts(element, HOLDERS.get(kind, ())),
        block.get("data-block"),
        first,
        block.get("data-section", ""),
        "" if box is None else box.get("data-item"),
        box is not None and box.get("checked") is not None,
    )


def read_parts(element: html.HtmlElement, holders: tuple[str, ...]) -> tuple[str | Blank, ...]:
    """
    Return the words and blanks of a unit, also those in the tags `holders`.

    White space is folded, and none is left at the ends.
    """
    parts: list[str | Blank] = [""]

    def add(words: str | None) -> None:
        parts[-1] = f"{parts[-1]}{words or ''}"

    def walk(element: html.HtmlElement) -> None:
        add(element.text)
        for child in element:
            if not isinstance(child.tag, str) or child.tag == "input":
                pass
            elif child.get("data-field"):
                label = child.find_class("guide-blank__label")[0].text_content()
                parts.extend((Blank(child.get("data-field"), label, child.get("data-kind")), ""))
            elif child.tag in holders:
                walk(child)
            elif "headerlink" not in child.classes:
                refuse_other(child, "data-field")
            add(child.tail)

    walk(element)
    folded = [SPACES.sub(" ", part) if isinstance(part, str) else part for part in parts]
    # The first and the last part are words, though there may be none.
    folded[0] = str(folded[0]).lstrip(" ")
    folded[-1] = str(folded[-1]).rstrip(" ")
    return tuple(part for part in folded if part)


def refuse_other(element: html.HtmlElement, attribute: str) -> None:
    """
    Raises:
        NotPrintable: the element does not have the attribute of what may stand there.
    """
    if element.get(attribute) is None:
        raise NotPrintable(NAMES.get(element.tag, f"<{element.tag}>"))


def refuse_loose_words(element: html.HtmlElement) -> None:
    """
    Raises:
        NotPrintable: words stand in the element itself, in none of its parts.
    """
    if SPACES.sub("", "".join([element.text or "", *(child.tail or "" for child in element)])):
        raise NotPrintable("words outside of its lines")
