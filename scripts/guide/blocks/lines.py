"""
Lines of the decision helper on a page: their words, and the button or the words to copy below them.

Each has the attribute `data-line`, unlike any other of the guide, by which the build finds it for the scripts
(`site/route_data.py`), so that nothing is read out of words.
"""

import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.data import Data
from guide.data.lines import PLACEHOLDER, Line, Step
from guide.grammar import PHONE
from guide.phrases import Phrases

# Blocks that draw lines stand on pages one folder deep; in the data an address counts from `docs/`.
ROOT = "../"
AT_ROOT = "data-from-root"


class DayMark(InlineProcessor):
    """
    `{left:complaint-one-year}` in a line: a day or a number of the parent's own case, which scripts fill in. Elsewhere,
    and where nothing has that name, it is left as written.
    """

    def __init__(self, data: Data, md):
        super().__init__(PLACEHOLDER.pattern, md)
        routes = data.routes
        self.names = {*routes.dates, *routes.time_limits, *routes.details, *routes.questions} if routes else set()

    def handleMatch(self, match, text):
        if match[2] not in self.names:
            return None, None, None
        mark = etree.Element("var")
        mark.text = AtomicString(f"{match[1]}:{match[2]}" if match[1] else match[2])
        return mark, match.start(0), match.end(0)


class LinksFromRoot(Treeprocessor):
    """
    Lets the links below an element with the attribute `data-from-root` count from the folder that it names.
    """

    def run(self, root):
        for holder in root.iter():
            if AT_ROOT in holder.attrib:
                up = holder.attrib.pop(AT_ROOT)
                for link in holder.iter("a"):
                    address = link.get("href", "")
                    if address and ":" not in address and not address.startswith("#"):
                        link.set("href", up + address)


def add(parent: etree.Element, tag: str, text: str = "", name: str = "", **attributes: str) -> etree.Element:
    """
    Return a new element below `parent`, of the class `name`; `data_x` names the attribute `data-x`.
    """
    element = etree.SubElement(parent, tag, {key.replace("_", "-"): value for key, value in attributes.items()})
    if name:
        element.set("class", name)
    element.text = text or None
    return element


def add_for_scripts(parent: etree.Element) -> etree.Element:
    """
    Return a new element below `parent` for what is said by scripts alone. The build takes it out of the page.
    """
    return add(parent, "guide-for-scripts", hidden="", data_search_exclude="")


def add_line(parent: etree.Element, line: Line, key: str, data: Data, phrases: Phrases) -> None:
    """
    Write a line into `parent`: its words, named by `key`, and what there is to do, as a button or words to copy.
    """
    words = add(parent, "span", line.say, data_line=key)
    if not isinstance(line, Step):
        return
    words.tail = " "
    if line.copy_words:
        add(parent, "blockquote", line.copy_words, "guide-situation__copy", aria_label=phrases("situation.copy_label"))
    elif found := button_of(line, data, phrases):
        label, address = found
        row = add(parent, "span", name="guide-situation__do")
        link = add(row, "a", name="guide-button", href=address)
        link.text = AtomicString(label)


def button_of(line: Step, data: Data, phrases: Phrases) -> tuple[str, str] | None:
    """
    Return what stands on the button of a line and where it leads, an address counted from `docs/`; None where there is
    nothing to press. What is named and is none is told by a rule.
    """
    if line.letter and line.letter in data.letters:
        return line.button or data.letters[line.letter].title, f"letters/{line.letter}.md"
    if number := number_of(line, data):
        return line.button or phrases("situation.call_button", number=number), f"tel:{number}"
    if line.page:
        return line.button or line.page, line.page
    return None


def number_of(line: Step, data: Data) -> str:
    """
    Return the phone number that a line asks to call, or "".
    """
    fact = data.facts.get(line.call or "")
    found = PHONE.search(fact.statement) if fact else None
    return found[0] if found else ""
