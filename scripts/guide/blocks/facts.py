"""
Marks of facts in the text (`[^fact-id]`), and the list of sources they lead to.
"""

import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.dates import a_year_later, format_date
from guide.grammar import FACT_MARK

SPOKEN_STATUS = {"confirmed": "", "known": ", text not compared yet", "unconfirmed": ", reported by others"}
BASIS = {"law": "Law", "state-practice": "State practice", "advice": "Advice", "contact": "Contact", "data": "Figures"}


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

    def __init__(self, data, md):
        super().__init__(md)
        self.facts = data.facts

    def run(self, root):
        marks = [mark for mark in root.iter("sup") if mark.get("data-fact")]
        if not marks:
            return
        numbers: dict[str, int] = {}
        times: dict[str, int] = {}
        for mark in marks:
            key = mark.get("data-fact")
            number = numbers.setdefault(key, len(numbers) + 1)
            times[key] = times.get(key, 0) + 1
            link = mark[0]
            link.set("href", f"#source-{number}")
            link.set("id", f"fact-{number}" if times[key] == 1 else f"fact-{number}-{times[key]}")
            link.set("aria-label", f"Source {number}{SPOKEN_STATUS[self.facts[key].status]}")
            link.text = AtomicString(str(number))
        root.append(self.listing(numbers))

    def listing(self, numbers: dict[str, int]) -> etree.Element:
        """
        Return the list of the facts in `numbers`, which holds their ids in the order of the page.
        """
        section = etree.Element(
            "section", {"class": "guide-sources", "aria-labelledby": "sources", "data-search-exclude": ""}
        )
        etree.SubElement(section, "h2", {"id": "sources"}).text = "Sources"
        rows = etree.SubElement(section, "ol", {"class": "guide-sources__list"})
        for key, number in numbers.items():
            row = etree.SubElement(rows, "li", {"class": "guide-source", "id": f"source-{number}"})
            draw_source(row, key, self.facts[key])
        days = sorted({self.facts[key].checked_on for key in numbers if self.facts[key].checked_on})
        if days:
            # The oldest check counts: one fact that was looked at again freshens no other.
            etree.SubElement(
                section, "p", {"class": "guide-sources__current", "data-checked": days[0].isoformat()}
            ).text = (
                f"Checked {' to '.join(format_date(day) for day in sorted({days[0], days[-1]}))}. "
                f"Look again after {format_date(a_year_later(days[0]))}."
            )
        return section


def draw_source(row: etree.Element, key: str, fact) -> etree.Element:
    """
    Draw into `row` where a fact stands: its basis, citation and status. Later readers, such as the books, take these
    from the attributes, and their labels from the elements with `data-say`. Return the last element drawn.
    """
    row.attrib.update(
        {"data-fact": key, "data-basis": fact.basis, "data-citation": fact.citation, "data-status": fact.status}
    )
    if fact.checked_on:
        row.set("data-checked", fact.checked_on.isoformat())
    basis = etree.SubElement(row, "span", {"class": "guide-source__basis", "data-say": "basis"})
    basis.text, basis.tail = BASIS[fact.basis], " "
    link = etree.SubElement(row, "a", {"href": fact.url})
    link.text, link.tail = AtomicString(fact.citation), " "
    sure = etree.SubElement(row, "span", {"class": "guide-source__status", "data-say": "status"})
    sure.text = status(fact)
    return sure


def status(fact) -> str:
    """
    Return how sure we are of a fact, in a parent's words.
    """
    if fact.status == "confirmed":
        return f"Confirmed {format_date(fact.checked_on, short=True)}"
    return "Text not compared yet" if fact.status == "known" else "Reported by others, ask first"
