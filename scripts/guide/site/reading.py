"""
`site/` after a build: its pages, and what each of them names: addresses, ids, and elements that belong together.
"""

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from lxml import etree, html

# Where an address stands, by element and attribute. Search has those of its data in its template.
ADDRESSES = {
    *(("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")),
    *(("use", "href"), ("use", "xlink:href"), ("blockquote", "cite"), ("q", "cite"), ("ins", "cite"), ("del", "cite")),
    *(("template", "data-base"), ("template", "data-engine"), ("template", "data-index")),
}
# Several addresses in one attribute, each with a width or a density behind it.
SETS = {"srcset", "imagesrcset"}
ONE_OF_SET = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,\s]+)?\s*(?:,|$)")
# Attributes that name other elements of the page by their ids.
TIES = {
    *("for", "form", "list", "headers", "popovertarget", "commandfor", "aria-activedescendant", "aria-controls"),
    *("aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"),
}
# Those of a drawing name one as "url(#id)".
DRAWN = {"fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"}
PART = re.compile(r"url\(\s*[\"']?#([^\s\"')]+)")
# Attributes whose values are looked at themselves.
VALUED = {
    ("link", "rel"),
    ("meta", "http-equiv"),
    ("meta", "name"),
    ("script", "type"),
    ("a", "target"),
    ("input", "type"),
}
_IN_TEMPLATES = etree.XPath("//template//*[@id]")


@dataclass(frozen=True)
class Link:
    """
    An address that a page names: `tag` is the element that holds it, `words` what stands there of a link that leaves
    the guide.
    """

    tag: str
    rel: str
    address: str
    attribute: str = "href"
    words: str = ""


@dataclass
class Named:
    """
    All that a page names. `shapes` are its elements, each once with the names of its attributes; `ties` the ids by
    which an attribute names other elements; `anchors` what a link may name behind "#" besides ids; `values` those of
    `VALUED`.
    """

    shapes: set[tuple[str, ...]] = field(default_factory=set)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)
    ties: set[tuple[str, str]] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    values: set[tuple[str, str, str]] = field(default_factory=set)


@cache
def looked_at(shape: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """
    Return the attributes of an element that name something, each with its kind: that of `kind_of`.
    """
    return tuple((name, kind) for name in shape[1:] if (kind := kind_of(shape[0], name)))


def kind_of(tag: str, name: str) -> str:
    """
    Return what an attribute of an element names: "id", "anchor", "address", "set", "ties", "part" or "value", or "".
    """
    kinds = {
        "id": name == "id",
        "anchor": (tag, name) == ("a", "name"),
        "address": (tag, name) in ADDRESSES,
        "set": name in SETS,
        "ties": name in TIES,
        "part": name in DRAWN,
        "value": (tag, name) in VALUED,
    }
    return next((kind for kind, is_so in kinds.items() if is_so), "")


@dataclass
class BuiltPage:
    """
    One HTML file of the site; `path` counts from the site's folder.
    """

    path: str
    file: Path

    @property
    def folder(self) -> str:
        """
        The folder that its addresses count from, "" where that is the site's own.
        """
        return posixpath.dirname(self.path)

    @cached_property
    def content(self) -> bytes:
        return self.file.read_bytes()

    @cached_property
    def _parsed(self) -> tuple[html.HtmlElement, bool]:
        return parse_page(self.content)

    @property
    def tree(self) -> html.HtmlElement:
        return self._parsed[0]

    @property
    def is_cut_off(self) -> bool:
        """
        Whether the parser did not read to the end, so that nobody knows what stands there.
        """
        return self._parsed[1]

    @cached_property
    def named(self) -> Named:
        # One way through all elements, and a look at those attributes alone that name something.
        named = Named()
        for element in self.tree.iter("*"):
            shape = (element.tag, *element.keys())
            named.shapes.add(shape)
            for name, kind in looked_at(shape):
                add_to(named, element, name, kind)
        return named

    @property
    def ids(self) -> Counter[str]:
        """
        Each id of the page, and how often it stands there.
        """
        return self.named.ids

    @cached_property
    def ids_in_templates(self) -> Counter[str]:
        """
        Those of its ids that stand in templates, of which a script makes the elements.
        """
        return Counter(element.get("id", "") for element in elements_of(self.tree, _IN_TEMPLATES))

    @property
    def links(self) -> list[Link]:
        return self.named.links

    @property
    def address(self) -> str:
        """
        Where the page stands on the web, or "" where the site has no address.
        """
        return next((link.address for link in self.links if link.rel == "canonical"), "")

    @property
    def language(self) -> str:
        """
        The language of its words, as the settings have it: "en-US".
        """
        return self.tree.get("lang", "")

    @property
    def source(self) -> str:
        """
        The path of the Markdown page this was made from, counted from the repository root.
        """
        return f"docs/{self.path.removesuffix('.html')}.md"


def parse_page(content: bytes) -> tuple[html.HtmlElement, bool]:
    """
    Return the elements of a page, and whether the parser stopped before its end. Where there are none, it is empty.
    """
    # A parser of its own for each page: lxml keeps no state of the last one then.
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(content, parser=parser)
    except etree.ParserError:
        return html.Element("html"), False
    return tree, any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)


def add_to(named: Named, element: html.HtmlElement, name: str, kind: str) -> None:
    """
    Add what an attribute of an element names to all that its page names; `kind` is that of `looked_at`.
    """
    value = element.get(name, "")
    match kind:
        case "id" if value:
            named.ids[value] += 1
        case "anchor":
            named.anchors.add(value)
        case "address":
            # A letter fills in this one.
            if value == "mailto:" and "data-do" in element.attrib:
                return
            words = " ".join("".join(element.itertext()).split()) if element.tag == "a" and ":" in value else ""
            named.links.append(Link(element.tag, element.get("rel", ""), value, name, words))
        case "set":
            named.links += [Link(element.tag, "", address, name) for address in ONE_OF_SET.findall(value)]
        case "ties":
            named.ties.update((name, one) for one in value.split())
        case "part":
            named.ties.update((name, one) for one in PART.findall(value))
        case "value":
            named.values.add((element.tag, name, value))


def elements_of(tree: html.HtmlElement, path: etree.XPath) -> list[html.HtmlElement]:
    """
    Return the elements that a path finds below `tree`, in their order; it must not find attributes or text.
    """
    # The stubs of lxml do not know which of its six kinds of results a path has.
    return cast("list[html.HtmlElement]", path(tree))


def read_site(site: Path) -> list[BuiltPage]:
    """
    Return the pages of a built site, in a lasting order.
    """
    return [BuiltPage(file.relative_to(site).as_posix(), file) for file in sorted(site.rglob("*.html"))]


def read_again(pages: list[BuiltPage]) -> list[BuiltPage]:
    """
    Return the pages, those anew whose files changed since they were read.
    """
    return [page if page.content == page.file.read_bytes() else BuiltPage(page.path, page.file) for page in pages]


def site_files(site: Path) -> set[str]:
    """
    Return the paths of all files of a built site, counted from its folder.
    """
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def named_downloads(pages: list[BuiltPage]) -> set[str]:
    """
    Return the paths of the downloads that the pages name, whether they are there or not.
    """
    parts = {urlsplit(link.address).path.rpartition("downloads/") for page in pages for link in page.links}
    return {folder + name for _, folder, name in parts if folder}
