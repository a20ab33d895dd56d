"""
The words of a poster as nodes for a wall, and the marks of sources in them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from guide.printing.citations import Citation, Citations
from guide.printing.nodes import Node, drawn

# The word joiner: it keeps a mark with its sentence.
JOINER = "\u2060"


class NotDrawn(Exception):
    """
    A poster cannot be drawn: `what` is wrong, `fix` says what to do, `at` is the place in its entry.
    """

    def __init__(self, what: str, fix: str, *at: str | int):
        super().__init__(what)
        self.what, self.fix, self.at = what, fix, at


class Marks:
    """
    The marks of sources on one poster, numbered from 1 in the order of its own words. `shown` are their citations.
    """

    def __init__(self, citations: Citations):
        self._all = citations
        self.shown: list[Citation] = []

    def line(self, nodes: Iterable[Node]) -> list[Node]:
        """
        Return the words of nodes as one line for a wall, where nothing can be followed: links are words, and a mark is
        its number on this poster.
        """
        line: list[Node] = []
        for part in (part for node in nodes for part in self._parts(node)):
            before = number_of(line[-2]) if len(line) > 1 else ""
            if before and number_of(part):
                # Of two marks side by side that lead to one source the second goes.
                if before == number_of(part):
                    line.pop()
                    continue
                part = drawn("super", [f",{number_of(part)}"])
            line.append(part)
        return line

    def _parts(self, node: Node) -> Iterator[Node]:
        if isinstance(node, str):
            yield node
        elif node["t"] == "mark":
            citation = self._all.cited[int(node["c"]) - 1]
            if citation not in self.shown:
                self.shown.append(citation)
            number = str(self.shown.index(citation) + 1)
            yield JOINER
            yield drawn("super", [number])
        elif node["t"] in ("p", "link"):
            yield from self.line(node["c"])
        elif node["t"] in ("strong", "em", "super", "sub", "code", "phone"):
            yield {**node, "c": self.line(node["c"])}
        elif node["t"] == "break":
            yield node
        elif node["t"] not in ("anchor", "page"):
            raise NotDrawn(
                f'a poster has words, no "{node["t"]}", and a cell or paragraph of its page has one',
                "Write that cell or paragraph as one line of words.",
                "pages",
            )

    def doubts(self, cells: Iterable[list[Node]]) -> list[str]:
        """
        Return what the page says of the sources in some cells that are not confirmed, each once.
        """
        found = [self._all.cited[int(mark["c"]) - 1] for cell in cells for mark in marks_in(cell)]
        return list(dict.fromkeys(citation.status for citation in found if not citation.is_confirmed))


def marks_in(nodes: Iterable[Node]) -> Iterator[dict[str, Any]]:
    """
    Yield the marks among nodes and in them.
    """
    for node in nodes:
        if isinstance(node, dict) and node["t"] == "mark":
            yield node
        elif isinstance(node, dict) and isinstance(node.get("c"), list):
            yield from marks_in(node["c"])


def is_mark(node: Node) -> bool:
    return node == JOINER or number_of(node) != ""


def number_of(node: Node) -> str:
    """
    Return the number that a mark shows, "" where a node is none.
    """
    return node["c"][0].lstrip(",") if isinstance(node, dict) and node["t"] == "super" else ""
