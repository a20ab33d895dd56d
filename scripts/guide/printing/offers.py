"""
The `/// downloads` blocks of a built page, with their places: what is written anew leaves all other bytes as they are.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class DownloadsBlock:
    """
    A block from `start` to `end`, counted in the text of its page. `links` are addresses with the HTML in them.
    """

    start: int
    end: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)


class DownloadsReader(HTMLParser):
    """
    Finds the blocks of a page. lxml would tell no places, and writes a page otherwise than it was.
    """

    def __init__(self, text: str):
        super().__init__()
        self.blocks: list[DownloadsBlock] = []
        self._text = text
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._depth = 0
        self._link = ("", 0)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "div" and (self._depth or named.get("class") == "guide-downloads"):
            if not self._depth:
                self.blocks.append(DownloadsBlock(self._place()))
            self._depth += 1
        elif tag == "a" and self._depth:
            self._link = (named.get("href") or "", self._place() + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._depth:
            address, start = self._link
            self.blocks[-1].links.append((address, self._text[start : self._place()]))
        elif tag == "div" and self._depth:
            self._depth -= 1
            self.blocks[-1].end = self._text.index(">", self._place()) + 1

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
