"""
Marks of facts in the text (`[^fact-id]`), and the list of sources they lead to.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from datetime import date

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.data.facts import Fact
from guide.dates import a_year_later, format_date
from guide.grammar import FACT_MARK
from guide.phrases import Phrases

# What kind of thing a fact stands on.
BASIS: dict[str, Callable[[Phrases], str]] = {
    "law": lambda phrases: phrases("sources.law"),
    "state-practice": lambda phrases: phrases("sources.state_practice"),
    "advice": lambda phrases: phrases("sources.advice"),
    "contact": lambda phrases: phrases("sources.contact"),
    "data": lambda phrases: phrases("sources.figures"),
}


class FactMark(InlineProcessor):
    """
    `[^fact-id]`: the mark that leads to the source of a sentence. An unknown fact is left as written;
    the rule `fact-exists` tells of it.
    """

    def __init__(self, data, md):
        super().__init__(FACT_MARK.pattern, md)
        self.facts = data.facts

    def handleMatch(self, match, text):
        fact = self.facts.get(match[1])
        if not fact:
            return None, None, None
        mark = etree.Element(
            "sup", {"class": "guide-fact", "data-fact": match[1], "data-status": fact.status, "data-search-exclude": ""}
        )
        etree.SubElement(mark, "a")
        return mark, match.start(0), match.end(0)


class Sources(Treeprocessor):
    """
    Numbers the marks in the order of the page and writes the list of sources below the text.
    """

    def __init__(self, data, phrases: Phrases, md):
        super().__init__(md)
        self.facts, self.phrases = data.facts, phrases

    def run(self, root):
        marks = [(mark, key) for mark in root.iter("sup") if (key := mark.get("data-fact"))]
        if not marks:
            return
        numbers: dict[str, int] = {}
        for mark, key in marks:
            number = numbers.setdefault(key, len(numbers) + 1)
            link = mark[0]
            link.set("href", f"#source-{number}")
            link.set("aria-label", self.spoken(number, self.facts[key].status))
            link.text = AtomicString(str(number))
        root.append(self.listing(numbers))

    def spoken(self, number: int, status: str) -> str:
        """
        Return what a screen reader says at a mark: its number, and a warning where the fact is not confirmed.
        """
        return {
            "confirmed": self.phrases("sources.mark", number=number),
            "known": self.phrases("sources.mark_known", number=number),
            "unconfirmed": self.phrases("sources.mark_unconfirmed", number=number),
        }[status]

    def listing(self, numbers: dict[str, int]) -> etree.Element:
        """
        Return the list of the facts in `numbers`, which holds their ids in the order of the page. It is closed: a mark
        opens its source in place, or leads here.
        """
        fold = etree.Element("details", {"class": "guide-fold guide-sources", "data-search-exclude": ""})
        confirmed = sum(self.facts[key].status == "confirmed" for key in numbers)
        title = etree.SubElement(etree.SubElement(fold, "summary"), "h2", {"id": "sources"})
        title.text = self.phrases("sources.count", count=len(numbers), confirmed=confirmed)
        rows = etree.SubElement(fold, "ol", {"class": "guide-sources__list"})
        for key, number in numbers.items():
            row = etree.SubElement(rows, "li", {"class": "guide-source", "id": f"source-{number}"})
            draw_source(row, key, self.facts[key], self.phrases)
        days = sorted({self.facts[key].checked_on for key in numbers if self.facts[key].checked_on})
        if days:
            # The oldest check counts: one fact that was looked at again freshens no other.
            current = etree.SubElement(
                fold, "p", {"class": "guide-sources__current", "data-checked": days[0].isoformat()}
            )
            current.text = self.checked(days[0], days[-1])
        return fold

    def checked(self, oldest: date, newest: date) -> str:
        """
        Return when the facts of a page were checked, and when to look again.
        """
        first, last, again = (format_date(day, self.phrases) for day in (oldest, newest, a_year_later(oldest)))
        if first == last:
            return self.phrases("sources.checked", date=first, again=again)
        return self.phrases("sources.checked_between", first=first, last=last, again=again)


def draw_source(row: etree.Element, key: str, fact: Fact, phrases: Phrases) -> etree.Element:
    """
    Draw into `row` where a fact stands: its basis, citation and status. Later readers, such as the books, take these
    from the attributes, their labels from the elements with `data-say`, and the citation from the link. Return the last
    element drawn.
    """
    row.attrib.update({"data-fact": key, "data-basis": fact.basis, "data-status": fact.status})
    if fact.checked_on:
        row.set("data-checked", fact.checked_on.isoformat())
    basis = etree.SubElement(row, "span", {"data-say": "basis"})
    basis.text, basis.tail = BASIS[fact.basis](phrases), " "
    link = etree.SubElement(row, "a", {"href": fact.url})
    link.text, link.tail = AtomicString(fact.citation), " "
    sure = etree.SubElement(row, "span", {"data-say": "status"})
    sure.text = status(fact, phrases)
    return sure


def status(fact: Fact, phrases: Phrases) -> str:
    """
    Return how sure we are of a fact, in a parent's words.
    """
    if fact.status == "confirmed" and fact.checked_on:
        return phrases("sources.confirmed", date=format_date(fact.checked_on, phrases, short=True))
    return phrases("sources.known") if fact.status == "known" else phrases("sources.unconfirmed")
