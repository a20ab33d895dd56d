"""
A letter as it stands on the sheet of its page: lines, headings, choices and items, with their blanks.
"""

import json
import re
from dataclasses import dataclass
from typing import Iterator

from lxml import html

# The white space of HTML; a space that must not break is a character of its own.
SPACES = re.compile(r"[ \t\n\f\r]+")
# What an author may take for a part of a letter, and its downloads cannot hold.
NAMES = {"table": "a table", "strong": "bold words", "em": "words in italics", "a": "a link", "img": "a picture", "sup": "a raised mark",
         "ul": "a list inside a list", "ol": "a list inside a list", "blockquote": "a quotation", "pre": "code", "code": "code",
         "hr": "a line across the page", "dl": "a list of terms", "h1": "a heading with one #", "h4": "a heading with four #",
         "div": "a block", "p": "an item of two paragraphs"}
# How many lines to write on a blank of that kind has; of the others, one.
LINES = {"list": 3, "long": 6}


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

    `first` is the first of its paragraph or list. A choice has its `id`; of `things` the chosen ones stay a list.
    """

    kind: str
    parts: tuple[str | Blank, ...]
    first: bool = True
    id: str = ""
    checked: bool = False
    things: bool = False
    ordered: bool = False

    @property
    def words(self) -> str:
        return "".join(str(part) for part in self.parts)

    @property
    def blanks(self) -> list[Blank]:
        return [part for part in self.parts if isinstance(part, Blank)]


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
    about = element.find_class("guide-letter__data")
    kind = json.loads(about[0].text)["kind"] if about else "letter"
    return Letter(element.get("id"), kind, next(unit.words for unit in units if unit.kind == "subject"), units)


def sheet_of(element: html.HtmlElement) -> html.HtmlElement:
    return element.find_class("guide-letter__sheet")[0]


def read_units(sheet: html.HtmlElement) -> Iterator[Unit]:
    """
    Yield the leaves of a sheet in their order.
    """
    refuse_loose_words(sheet)
    for child in sheet.iterchildren(tag=html.etree.Element):
        if "guide-letter__subject" in child.classes:
            yield Unit("subject", read_parts(child, through=("strong",)))
        elif child.tag == "h3":
            yield Unit("heading", read_parts(child))
        elif child.tag == "p":
            refuse_loose_words(child)
            for line in child.iterchildren(tag=html.etree.Element):
                if "guide-letter__line" not in line.classes:
                    raise NotPrintable(NAMES.get(line.tag, f"<{line.tag}>"))
                yield Unit("line", read_parts(line), line.getprevious() is None)
        elif child.tag in ("ul", "ol"):
            for item in child.iterchildren("li"):
                yield read_item(item, child)
        else:
            raise NotPrintable(NAMES.get(child.tag, f"<{child.tag}>"))


def read_item(item: html.HtmlElement, listing: html.HtmlElement) -> Unit:
    """
    Return an item of a list: a choice, if it can be ticked.
    """
    first = item.getprevious() is None
    if len(item.findall("p")) > 1:
        raise NotPrintable(NAMES["p"])
    parts = read_parts(item, through=("label", "p"))
    box = item.find("input")
    if box is None:
        return Unit("item", parts, first, ordered=listing.tag == "ol")
    return Unit("choice", parts, first, box.get("data-item"), box.get("checked") is not None,
                "guide-letter__items--things" in listing.classes)


def read_parts(element: html.HtmlElement, through: tuple[str, ...] = ()) -> tuple[str | Blank, ...]:
    """
    Return the words and blanks of a unit, reading through the tags `through`; white space is folded, that at the ends gone.
    """
    parts: list[str | Blank] = [""]

    def walk(element):
        parts[-1] += element.text or ""
        for child in element:
            if not isinstance(child.tag, str) or child.tag == "input":
                pass
            elif "guide-blank" in child.classes:
                label = child.find_class("guide-blank__label")[0].text_content()
                parts.extend((Blank(child.get("data-field"), label, child.get("data-kind")), ""))
            elif child.tag in through:
                walk(child)
            elif "headerlink" not in child.classes:
                raise NotPrintable(NAMES.get(child.tag, f"<{child.tag}>"))
            parts[-1] += child.tail or ""

    walk(element)
    folded = [SPACES.sub(" ", part) if isinstance(part, str) else part for part in parts]
    # The first and the last part are words, though there may be none.
    folded[0] = folded[0].lstrip(" ")
    folded[-1] = folded[-1].rstrip(" ")
    return tuple(part for part in folded if part)


def refuse_loose_words(element: html.HtmlElement) -> None:
    """
    Raises:
        NotPrintable: words stand in the element itself, in none of its parts.
    """
    if SPACES.sub("", "".join([element.text or "", *(child.tail or "" for child in element)])):
        raise NotPrintable("words outside of its lines")


def make_writable(sheet: html.HtmlElement) -> None:
    """
    Make a sheet ready for paper: blanks have their lines to write on, and style sheets draw the boxes.
    """
    for box in sheet.find_class("guide-letter__box"):
        if box.get("checked") is not None:
            box.getparent().classes.add("guide-letter__item--ticked")
        box.drop_tree()
    for blank in sheet.find_class("guide-blank"):
        line = blank.find_class("guide-blank__line")[0]
        for _ in range(LINES.get(blank.get("data-kind"), 1) - 1):
            line.addprevious(html.Element("span", {"class": "guide-blank__line"}))
        if blank.get("data-kind") == "list" and blank.getparent().tag == "li":
            blank.getparent().classes.add("guide-letter__item--lines")
    for before, after in zip(sheet, sheet[1:]):
        if before.tag == "p" and (after.tag in ("ul", "ol") or after.xpath(".//*[@data-kind='long']")):
            before.classes.add("guide-letter__leads")
    for line in sheet.find_class("guide-letter__line"):
        if len(line) == 1 and line[0].get("data-kind", "list") not in LINES and not ((line.text or "") + (line[0].tail or "")).strip():
            line.classes.add("guide-letter__line--lone")
    for label in sheet.iter("label"):
        label.attrib.pop("for", None)
