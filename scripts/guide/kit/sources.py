"""
The sources of a printed book: those of its pages in one list, each once.
"""

from dataclasses import dataclass
from datetime import date

from lxml import html

from guide.site.reading import BuiltPage


@dataclass(frozen=True)
class Source:
    """
    One entry of the list, in the words of the page.
    """

    basis: str
    citation: str
    url: str
    status: str


class SourceList:
    """
    The sources that a book cites, numbered in the order of its words. `oldest_check` is the oldest day on which one of
    them was checked, None where none was: the book is as current as that.
    """

    def __init__(self):
        self.cited: list[Source] = []
        self._by_page: dict[tuple[str, str], Source] = {}
        self._checked: dict[tuple[str, str], str] = {}
        self.oldest_check: date | None = None

    def read_page(self, page: BuiltPage) -> None:
        """
        Take in the sources of a page; those that no sentence of the book cites are not printed.
        """
        for row in page.tree.find_class("guide-source"):
            link = next(row.iter("a"))
            said = {name: " ".join(element.text_content().split()) for name in ("basis", "status")
                    for element in row.find_class(f"guide-source__{name}")}
            self._by_page[page.path, row.get("id")] = Source(
                said["basis"], " ".join(link.text_content().split()), link.get("href"), said["status"])
            if row.get("data-checked"):
                self._checked[page.path, row.get("id")] = row.get("data-checked")

    def note_check(self, day: str | None) -> None:
        """
        Take in the day ("2026-11-23") on which a fact of the book was checked. None says that nobody checked it.
        """
        if day:
            self.oldest_check = min(self.oldest_check or date.max, date.fromisoformat(day))

    def renumber(self, mark: html.HtmlElement, page: BuiltPage) -> None:
        """
        Give a mark in the words its number in the book. Of two marks side by side that lead to one source the second goes.
        """
        link = mark.find("a")
        place = page.path, link.get("href").removeprefix("#")
        source = self._by_page[place]
        self.note_check(self._checked.get(place))
        if source not in self.cited:
            self.cited.append(source)
        number = self.cited.index(source) + 1
        before = mark.getprevious()
        side_by_side = before is not None and "guide-fact" in (before.get("class") or "").split() and not before.tail
        if side_by_side and before.find("a").get("href") == f"#source-{number}":
            mark.drop_tree()
            return
        mark.set("class", "guide-fact guide-fact--more" if side_by_side else "guide-fact")
        for name in list(link.attrib):
            link.attrib.pop(name)
        link.set("href", f"#source-{number}")
        link.text = str(number)
