"""
What the files beside the pages name: style sheets, drawings, the sitemap, what search knows, and data for scripts.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import tinycss2
from lxml import etree, html

from guide.site.named import PART
from guide.site.reading import BuiltPage, parse_page

# What loads something; most style sheets have none of it. Outside of text a backslash could hide one.
LOADS = re.compile(r"url\(|src\(|@import|image-set|\\", re.IGNORECASE)
TEXT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
# Where data of pages stand, and the element of the page whose scripts load them.
DATA = {"assets/guide/routes/": "guide-route-helper", "kit/": "guide-kit"}
FILE = re.compile(r"[^\s<>]+\.(?:html|pdf|docx|zip)(?:#\S*)?")


@lru_cache(maxsize=256)
def addresses_of_styles(text: str) -> list[tuple[int, str]]:
    """
    Return each address that a style sheet names, with its line; "" is what cannot be read.
    """
    if not LOADS.search(TEXT.sub("''", text)):
        return []
    try:
        return list(addresses_of_rules(tinycss2.parse_stylesheet(text, skip_comments=True)))
    except RecursionError:
        return [(1, "")]


def addresses_of_rules(nodes: list) -> Iterator[tuple[int, str]]:
    """
    Yield what rules, and whatever stands in them, name.
    """
    for node in nodes:
        if node.type == "url":
            yield node.source_line, node.value
        elif node.type == "function" and node.lower_name in ("url", "src", "image-set"):
            yield from ((word.source_line, word.value) for word in node.arguments if word.type == "string")
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            yield from ((word.source_line, word.value) for word in node.prelude if word.type == "string")
        elif node.type == "error":
            yield node.source_line, ""
        for part in ("prelude", "content", "arguments"):
            yield from addresses_of_rules(getattr(node, part, None) or [])


def ids_missing_in(drawing: bytes) -> Iterator[tuple[int, str]]:
    """
    Yield the line and the name of each id that an SVG file names and does not have.
    """
    try:
        root = etree.fromstring(drawing, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        # Another rule tells of it, in the file as the author has it.
        return
    ids = {element.get("id") for element in root.iter("*")}
    for element in root.iter("*"):
        for name, value in ((etree.QName(str(name)).localname, str(value)) for name, value in element.attrib.items()):
            named = [value[1:]] if name == "href" and value.startswith("#") else PART.findall(value)
            yield from ((element.sourceline or 1, one) for one in named if one not in ids)


def addresses_of_sitemap(content: bytes) -> list[tuple[int, str]]:
    """
    Return each address of a sitemap, with its line.

    Raises:
        ValueError: no search engine can read it.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError from error
    return [(loc.sourceline or 1, (loc.text or "").strip()) for loc in root.iter("{*}loc")]


def told_by(script: str) -> Any:
    """
    Return the data of a script that only says them: `guide.name = …`.

    Raises:
        ValueError: there are none.
    """
    try:
        return json.loads(script.partition("=")[2])
    except RecursionError as error:
        raise ValueError from error


@dataclass
class DataPage(BuiltPage):
    """
    The HTML in a file of data, as its script puts it into the page `shown_on`, from which its addresses count.
    """

    shown_on: str

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.shown_on)

    @cached_property
    def _parsed(self) -> tuple[html.HtmlElement, bool]:
        # Each text apart, so that what one leaves open does not hold the next.
        tree, is_cut_off = html.Element("html"), False
        for text in texts_of(told_by(self.file.read_text(encoding="utf-8"))):
            if FILE.fullmatch(text):
                tree.append(html.Element("a", {"href": text}))
            elif "<" in text:
                part, is_part_cut_off = parse_page(text.encode())
                tree.append(part)
                is_cut_off = is_cut_off or is_part_cut_off
        return tree, is_cut_off


def texts_of(told: Any) -> Iterator[str]:
    """
    Yield all texts in data.
    """
    if isinstance(told, str):
        yield told
    elif isinstance(told, (list, dict)):
        for one in told if isinstance(told, list) else told.values():
            yield from texts_of(one)


def data_pages(root: Path, files: set[str], pages: list[BuiltPage]) -> Iterator[DataPage]:
    """
    Yield the files of data of a site, each with the page that shows it.
    """
    for folder, element in DATA.items():
        named = sorted(file for file in files if file.startswith(folder) and file.endswith(".js"))
        shown_on = next((page.path for page in pages if named and page.tree.find(f".//{element}") is not None), "")
        yield from (DataPage(file, root / file, shown_on) for file in named if (root / file).is_file())
