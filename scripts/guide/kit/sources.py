"""
The sources of a printed book: those of its pages in one list, each once.
"""

from dataclasses import dataclass

from lxml import html

from guide.built import BuiltPage


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
    The sources that a book cites, numbered in the order of its words.
    """

    def __init__(self):
        self.cited: list[Source] = []
        self._by_page: dict[tuple[str, str], Source] = {}
        self._times: dict[int, int] = {}

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

    def renumber(self, mark: html.HtmlElement, page: BuiltPage) -> None:
        """
        Give a mark in the words its number in the book. Of two marks side by side that lead to one source the second goes.
        """
        link = mark.find("a")
        source = self._by_page[page.path, link.get("href").removeprefix("#")]
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
