"""
`site/` after a build: its pages, and what each of them names.
"""

import gzip
import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from lxml import etree, html

from guide.site.named import Link, Named, add_to, looked_at

# One class for all elements: to choose one for each of a hundred thousand takes as long as to read them.
ELEMENTS = etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)
# What search, kits and books go by: the fact of a mark, on what it rests, and what finds no page.
FOR_THE_BUILD = re.compile(rb' data-(?:(?:fact|basis)="[^"]*"|search-exclude(?:="")?)(?=[ >])')
_IN_TEMPLATES = etree.XPath("//template//*[@id]")


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
    def gzip_size(self) -> int:
        return gzip_size(as_published(self.content))

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
    def fact_of_source(self) -> dict[str, str]:
        """
        The fact that each source of the page shows, by the source's id: its marks name both.
        """
        marks = self.tree.iterfind(".//*[@data-fact]/a")
        return {mark.get("href", "")[1:]: mark.getparent().get("data-fact", "") for mark in marks}

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
    parser.set_element_class_lookup(ELEMENTS)
    try:
        tree = html.document_fromstring(content, parser=parser)
    except etree.ParserError:
        return html.Element("html"), False
    return tree, any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)


def as_published(content: bytes) -> bytes:
    """
    Return a page without the attributes that only the build reads.
    """
    return FOR_THE_BUILD.sub(b"", content)


def gzip_size(content: bytes) -> int:
    """
    Return the bytes that travel: a server packs what it sends.
    """
    return len(gzip.compress(content, 6))


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
