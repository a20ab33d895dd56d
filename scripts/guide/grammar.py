"""
What an author's marks are: fence, option, item, id, blank, mark of a fact, closing, phone number.

One pattern and one parse function each; blocks draw by them and rules check by them.
A pattern `..._SLIP` looks wider than the drawing, and says why: so a rule can tell of what was meant and is not drawn.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Parents' devices remember lists, items and letters by their ids.
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# As pymdownx.blocks reads it: a space before the slashes, or none behind them, is no slip.
FENCE = re.compile(r"^ {0,3}(?P<marks>/{3,}) *(?:(?P<name>[\w-]+) *(?:\| *(?P<title>.*?))?)? *$")
# Wider: a block whose fence is misspelled is drawn as words, so what begins like one must be told.
FENCE_SLIP = re.compile(r"^ {0,3}//")
# The value is YAML, which wants a space behind the colon.
OPTION = re.compile(r"^ {4,}(?P<key>[^\s:]+):(?:\s+(?P<value>.*))?$")

# At any depth.
LIST_MARK = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
# At the margin: Markdown takes up to three spaces for none, and four for a list within the item.
LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+\.)\s+")
# The text of an item, behind the mark of the list.
ITEM = re.compile(
    rf"^(?P<box>\[[ x]\]|\([ x]\))\s+(?P<text>.*?)\s*\{{#(?P<id>{ID.pattern})(?:\s+(?P<attributes>[^}}]*))?\}}\s*$",
    re.DOTALL,
)
# Wider, and a whole line: a capital in the box, nothing in it, or no space behind it leaves an item without its box.
ITEM_SLIP = re.compile(rf"{LIST_MARK.pattern}(?P<box>\[[ xX]?\]|\([ xX]?\))(?P<space>\s*)(?P<text>.*)$")
# Wider than what ITEM ends with: an id that is none is not read as words of the item, and is told by a rule.
ITEM_END_SLIP = re.compile(r"\s*\{\s*#(?P<id>[^\s}]*)(?P<attributes>[^}]*)\}\s*$")
ATTRIBUTE = re.compile(r"""(?P<name>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[\w.-]+))""")
ORDER = re.compile(r"^\*\*(?P<order>.+?)\*\*\s*(?P<reason>.*)$", re.DOTALL)

# A choice of a letter that ends so is a sentence and runs on with others; any other is a thing and stays in a list.
SENTENCE_END = (".", "?", "!")

# A link, or a colon behind it, makes something else of the brackets.
BLANK = re.compile(r"\[([^\[\]\n^]+)\](?![\[(:])")

FACT_MARK = re.compile(rf"\[\^({ID.pattern})\]")
# Wider: a mark whose id is none is drawn as written, so the rules must see it; and it is never a word of the sentence.
FACT_MARK_SLIP = re.compile(r"\[\^([^\]]*)\]")
HEADING_ID = re.compile(rf"\{{#({ID.pattern})\}}\s*$")  # a heading's own id, at its end

# As the facts write it, so that a telephone can dial it.
PHONE = re.compile(r"(?<![\d-])\d{3}-\d{3}-\d{4}(?!\d)")
# Wider: a number in another spelling is dialed all the same, and must be that of a fact.
PHONE_SLIP = re.compile(r"(?<!\d)(?:1-)?\(?\d{3}\)?[- ]\d{3}-\d{4}(?!\d)")


@dataclass(frozen=True)
class Fence:
    """
    A line that begins a block, or ends one: then it has no name.
    """

    marks: str
    name: str = ""
    title: str = ""


@dataclass(frozen=True)
class Option:
    """
    An option below a fence, its value without quotes.
    """

    key: str
    value: str


@dataclass(frozen=True)
class Item:
    """
    An item to tick, as it is drawn. `text` is still Markdown; `attributes` stand behind the id: day, when, who.
    """

    box: str
    text: str
    id: str
    attributes: dict[str, str]

    @property
    def is_ticked(self) -> bool:
        return "x" in self.box

    @property
    def is_alternative(self) -> bool:
        """
        Whether one at most of those side by side can be ticked: `( )`.
        """
        return self.box.startswith("(")

    @property
    def order(self) -> str:
        """
        The words in bold that the text begins with, "" where there are none.
        """
        match = ORDER.match(self.text)
        return match["order"] if match else ""

    @property
    def reason(self) -> str:
        """
        What follows the order.
        """
        match = ORDER.match(self.text)
        return match["reason"] if match else self.text


@dataclass(frozen=True)
class WrittenItem:
    """
    An item to tick as its author wrote it, right or not; `id` is "" where the line ends with none.
    """

    box: str
    has_space: bool
    text: str
    id: str
    attributes: dict[str, str]

    @property
    def is_alternative(self) -> bool:
        return self.box.startswith("(")


def is_id(text: str) -> bool:
    """
    Return whether `text` is an id: small letters, digits, and hyphens between them.
    """
    return bool(ID.fullmatch(text))


def parse_fence(line: str) -> Fence | None:
    """
    Return the fence that a line is, None where it is none.
    """
    match = FENCE.match(line)
    return Fence(match["marks"], match["name"] or "", match["title"] or "") if match else None


def parse_option(line: str) -> Option | None:
    """
    Return the option that a line is, None where it is none. Whether a block stands above it is not looked at.
    """
    match = OPTION.match(line)
    return Option(match["key"], (match["value"] or "").strip().strip("\"'")) if match else None


def parse_item(line: str) -> Item | None:
    """
    Return the item to tick that a line is, None where it would not be drawn with a box.
    """
    mark = LIST_MARK.match(line)
    return parse_item_text(line[mark.end() :]) if mark else None


def parse_item_text(text: str) -> Item | None:
    """
    Return the item whose text behind the list's mark is `text`, as Markdown hands it over;
    it may go over several lines.
    """
    match = ITEM.match(text)
    return (
        Item(match["box"], match["text"], match["id"], parse_attributes(match["attributes"] or "")) if match else None
    )


def parse_written_item(line: str) -> WrittenItem | None:
    """
    Return the item to tick that a line was meant to be, None where nothing like a box follows the list's mark.
    """
    match = ITEM_SLIP.match(line)
    if not match:
        return None
    end = ITEM_END_SLIP.search(match["text"])
    return WrittenItem(
        match["box"],
        bool(match["space"]),
        ITEM_END_SLIP.sub("", match["text"]),
        end["id"] if end else "",
        parse_attributes(end["attributes"]) if end else {},
    )


def parse_attributes(text: str) -> dict[str, str]:
    """
    Return what stands behind an item's id: `day=3 when="By noon"` as {"day": "3", "when": "By noon"}.
    """
    return {
        match["name"]: match["quoted"] if match["bare"] is None else match["bare"] for match in ATTRIBUTE.finditer(text)
    }


def item_words(line: str) -> str:
    """
    Return a line without what makes an item of it: mark of the list, box and id.
    """
    written = parse_written_item(line)
    return (written.text if written else ITEM_END_SLIP.sub("", LIST_MARK.sub("", line))).strip()


def blank_labels(line: str) -> list[str]:
    """
    Return the labels of the blanks in a line; the box of an item is no blank.
    """
    # Most lines have none, and need no look at what else they are.
    written = parse_written_item(line) if "[" in line else None
    return BLANK.findall(written.text if written else line)


def fact_ids(text: str) -> list[str]:
    """
    Return the ids of the facts that a text cites, in its order.
    """
    return FACT_MARK.findall(text)


def written_fact_ids(text: str) -> list[str]:
    """
    Return what stands in the marks of facts of a text, ids or not.
    """
    return FACT_MARK_SLIP.findall(text)


def dialed(phone: str) -> str:
    """
    Return a phone number as it is dialed, in whatever way it is written: its digits, without the 1 before an area code.
    """
    return re.sub(r"\D", "", phone)[-10:]


def find_closing(paragraphs: Sequence[str], signatures: Collection[str]) -> int | None:
    """
    Return the place of a letter's closing ("Sincerely,") among its paragraphs, None where it has none.

    It is a line of its own with a comma at its end, and the next paragraph has the blank that is signed;
    `signatures` are the labels of such blanks. A heading counts as a paragraph.
    """
    for place, (above, signed) in enumerate(pairwise(paragraphs)):
        if any(label in signatures for line in signed.split("\n") for label in blank_labels(line)):
            is_line = not ("\n" in above or above.startswith("#") or LIST_ITEM.match(above))
            return place if is_line and above.rstrip().endswith(",") else None
    return None
