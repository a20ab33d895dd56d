"""
The data of the decision helper as scripts, which its page loads after the first tap, one for each situation and one for
all else: a page opened from a folder cannot read another file, but it can run a script. The form stands in
`blocks/route_data.py`; the words are those of the built pages, with their links and the numbers of their sources.
"""

import json
import posixpath
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from guide.codes import code_text
from guide.site.reading import BuiltPage, elements_of

FOLDER = "assets/guide/routes"
DATA = etree.XPath("//script[@class='guide-route__data']")
LINES = etree.XPath("//*[@data-line]")
# Around what a page holds for scripts alone; in data "<" is written as an escape, so that the first end is the end.
START, END = "<guide-for-scripts", "</guide-for-scripts>"


def write_route_data(site: Path, pages: list[BuiltPage]) -> None:
    """
    Write the data of the helper that stands on one of `pages`, and take what is for scripts alone out of their files.

    Raises:
        KeyError: the data names a line that no page has.
    """
    by_path = {page.path: page for page in pages}
    for page in pages:
        for script in elements_of(page.tree, DATA):
            told = Lines(pages, page).fill(json.loads(script.text or "{}"))
            situations = told["situations"]
            # How many questions follow is told before the situation itself is loaded.
            first = {key: situation["first"] for key, situation in situations.items() if "first" in situation}
            write_script(site / FOLDER / "data.js", "guide.routeData", told | {"first": first, "situations": {}})
            for key, situation in situations.items():
                file = site / FOLDER / "situations" / f"{key}.js"
                write_script(file, f"guide.routeData.situations[{json.dumps(key)}]", situation | code_of(key, by_path))
    for page in pages:
        text = page.file.read_text(encoding="utf-8")
        if START in text:
            page.file.write_text(without_parts(text), encoding="utf-8", newline="\n")


def code_of(situation: str, pages: dict[str, BuiltPage]) -> dict[str, str]:
    """
    Return the code that leads from a printed result to the page of its situation, if that page says its address.
    """
    page = pages.get(f"situations/{situation}.html")
    address = page.tree.get("data-address") if page else ""
    return {"code": code_text(f"https://{address}")} if address else {}


def write_script(file: Path, name: str, told: dict) -> None:
    """
    Write a script that puts data where `name` says.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{name}={text}\n", encoding="utf-8", newline="\n")


def without_parts(text: str) -> str:
    """
    Return a page without what is for scripts alone; nothing else of it changes.
    """
    kept = []
    while START in text:
        before, _, rest = text.partition(START)
        kept.append(before)
        text = rest.partition(END)[2]
    return "".join(kept) + text


class Lines:
    """
    The lines of all pages by their `data-line`, for the page of the helper.
    """

    def __init__(self, pages: list[BuiltPage], helper: BuiltPage):
        self.helper = helper
        self.found = {line.get("data-line"): (page, line) for page in pages for line in elements_of(page.tree, LINES)}
        self.fillers: dict[str, Callable[[str], str | int]] = {
            "$line": self.line,
            "$words": self.words,
            "$mark": self.mark,
            "$page": self.page,
        }

    def fill(self, told: Any) -> Any:
        """
        Return data with what each mapping of one key names put in.
        """
        if isinstance(told, list):
            return [self.fill(value) for value in told]
        if not isinstance(told, dict):
            return told
        if len(told) == 1:
            [(key, value)] = told.items()
            if key in self.fillers:
                return self.fillers[key](value)
        return {key: self.fill(value) for key, value in told.items()}

    def line(self, key: str) -> str:
        """
        Return the HTML of a line for the page of the helper: a mark is its number, with its status if it is doubtful.
        """
        page, found = self.found[key]
        line = deepcopy(found)
        for mark in line.find_class("guide-fact"):
            number, status = mark.text_content(), mark.get("data-status")
            short = html.Element("sup", {} if status == "confirmed" else {"data-status": status})
            short.text, short.tail = number, mark.tail
            mark.getparent().replace(mark, short)
        return self.inner(page, line)

    def words(self, key: str) -> str:
        """
        Return the HTML of a line without marks.
        """
        page, found = self.found[key]
        line = deepcopy(found)
        for mark in line.find_class("guide-fact"):
            mark.drop_tree()
        return self.inner(page, line)

    def mark(self, key: str) -> int:
        """
        Return the number of the last source of a line.
        """
        _, line = self.found[key]
        return int(line.find_class("guide-fact")[-1].text_content())

    def page(self, key: str) -> str:
        """
        Return where the page of a line is.
        """
        page, _ = self.found[key]
        return posixpath.relpath(page.path, posixpath.dirname(self.helper.path) or ".")

    def inner(self, page: BuiltPage, line: html.HtmlElement) -> str:
        """
        Return what a line of a page holds, its links from the page of the helper on.
        """
        folder = posixpath.dirname(self.helper.path) or "."
        for link in line.iter("a"):
            address = link.get("href", "")
            parts = urlsplit(address)
            if not parts.scheme:
                target = posixpath.join(posixpath.dirname(page.path), parts.path) if parts.path else page.path
                link.set("href", posixpath.relpath(target, folder) + (f"#{parts.fragment}" if parts.fragment else ""))
        # Without its own tag, which is the first and the last of what it is written as.
        line.tail = None
        line.attrib.clear()
        return html.tostring(line, encoding="unicode").removeprefix(f"<{line.tag}>").removesuffix(f"</{line.tag}>")
