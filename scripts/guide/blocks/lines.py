"""
Lines of the decision helper on a page: their words, the button or the words to copy below them, and when they hold.

Each has the attribute `data-line`, unlike any other of the guide, by which the build finds it for the scripts
(`site/route_data.py`), so that nothing is read out of words.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from functools import reduce

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.data import Data
from guide.data.lines import PLACEHOLDER, Line, Step, When
from guide.data.routes import Routes
from guide.grammar import PHONE
from guide.phrases import Phrases

# Blocks that draw lines stand on pages one folder deep; in the data an address counts from `docs/`.
ROOT = "../"
AT_ROOT = "data-from-root"
UNSURE = "unsure"


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


def values_of(value: str | list[str]) -> list[str]:
    """
    Return what stands behind a key of `when` as a list.
    """
    return [value] if isinstance(value, str) else value


def holds_in(when: When, situation: str) -> When | None:
    """
    Return what a line of the situation still depends on, None where it never holds there.
    """
    if "situation" in when and situation not in values_of(when["situation"]):
        return None
    return {key: value for key, value in when.items() if key != "situation"}


def condition(when: When, routes: Routes, phrases: Phrases) -> str:
    """
    Return when a line holds, as the beginning of a sentence: "If your child has an IEP, and you signed".
    """
    parts = [part_of_condition(key, values_of(value), routes, phrases) for key, value in when.items()]
    joined = reduce(lambda first, second: phrases("situation.and", first=first, second=second), parts)
    return phrases("situation.if", condition=joined)


def part_of_condition(key: str, values: list[str], routes: Routes, phrases: Phrases) -> str:
    """
    Return one key of a `when` in words.
    """
    words = SPECIAL.get(key)
    if words:
        said = [words(value, routes, phrases) for value in values]
    else:
        # "You aren't sure" is said once, behind the answers that it goes with.
        sure = [value for value in values if value != UNSURE] or values
        said = [answer_in_words(key, value, routes, phrases) for value in sure]
    joined = reduce(lambda first, second: phrases("situation.or", first=first, second=second), said)
    if not words and UNSURE in values and len(values) > 1:
        return phrases("situation.or_unsure", condition=joined)
    return joined


def answer_in_words(question: str, answer: str, routes: Routes, phrases: Phrases) -> str:
    """
    Return an answer as the rest of a sentence that begins with "If".
    """
    asked = routes.details.get(question) or routes.questions.get(question)
    given = asked.answers.get(answer) if asked else None
    if not asked or not given:
        return answer
    return given.given or phrases("situation.answered", answer=given.say, question=asked.ask)


def limit_name(key: str, routes: Routes) -> str:
    return routes.time_limits[key].name if key in routes.time_limits else key


def day_name(key: str, routes: Routes) -> str:
    label = routes.dates[key].label if key in routes.dates else key
    return label[0].lower() + label[1:]


def situation_title(key: str, routes: Routes) -> str:
    return routes.situations[key].title if key in routes.situations else key


# The keys of `when` that name no question.
SPECIAL: dict[str, Callable[[str, Routes, Phrases], str]] = {
    "past": lambda key, routes, phrases: phrases("situation.past", limit=limit_name(key, routes)),
    "close": lambda key, routes, phrases: phrases("situation.close", limit=limit_name(key, routes)),
    "runs": lambda key, routes, phrases: phrases("situation.runs", limit=limit_name(key, routes)),
    "known": lambda key, routes, phrases: phrases("situation.known", day=day_name(key, routes)),
    "unknown": lambda key, routes, phrases: phrases("situation.unknown", day=day_name(key, routes)),
    "situation": lambda key, routes, phrases: phrases("situation.fits", title=situation_title(key, routes)),
}
