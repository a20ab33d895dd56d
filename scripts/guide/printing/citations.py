"""
The citations of a printed book: those of its pages in one list, each source once.
"""

from dataclasses import dataclass
from datetime import date

from lxml import html

from guide.site.reading import BuiltPage


@dataclass(frozen=True)
class Citation:
    """
    One entry of the list. `basis` and `status` are the labels that the page shows for them; `is_confirmed` says whether
    somebody compared the text.
    """

    basis: str
    citation: str
    url: str
    status: str
    is_confirmed: bool


class Citations:
    """
    The sources that a book cites, numbered in the order of its words. `oldest_check` is the oldest day on which one of
    them was checked, None where none was: the book is as current as that.
    """

    def __init__(self):
        self.cited: list[Citation] = []
        self._by_fact: dict[str, Citation] = {}
        self._checked: dict[str, str] = {}
        self.oldest_check: date | None = None

    def read_page(self, page: BuiltPage) -> None:
        """
        Read the entries of a page; those that no sentence of the book cites are not printed.
        """
        for entry in page.tree.xpath("//*[@data-basis]"):
            fact = entry.get("data-fact")
            link = next(entry.iter("a"))
            self._by_fact[fact] = Citation(
                _label(entry, "basis"),
                link.text_content(),
                link.get("href"),
                _label(entry, "status"),
                entry.get("data-status") == "confirmed",
            )
            if entry.get("data-checked"):
                self._checked[fact] = entry.get("data-checked")

    def note_check(self, day: str | None) -> None:
        """
        Note the day ("2026-11-23") on which a fact of the book was checked. None or "" says that nobody checked it.
        """
        if day:
            self.oldest_check = min(self.oldest_check or date.max, date.fromisoformat(day))

    def renumber(self, mark: html.HtmlElement) -> None:
        """
        Give a mark in the words its number in the book. Of two marks side by side that lead to one source the second
        goes.
        """
        fact = mark.get("data-fact")
        citation = self._by_fact[fact]
        self.note_check(self._checked.get(fact))
        if citation not in self.cited:
            # Several facts may stand in one source: it is printed once.
            self.cited.append(citation)
        number = self.cited.index(citation) + 1
        before = mark.getprevious()
        side_by_side = before is not None and before.get("data-fact") and not before.tail
        if before is not None and side_by_side and before.get("data-number") == str(number):
            mark.drop_tree()
            return
        mark.set("data-number", str(number))
        if side_by_side:
            mark.set("data-more", "")


def _label(entry: html.HtmlElement, name: str) -> str:
    return entry.xpath(f".//*[@data-say='{name}']")[0].text_content()
