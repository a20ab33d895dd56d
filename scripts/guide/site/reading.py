"""
`site/` after a build: its pages, their links and ids.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from lxml import etree, html

ADDRESSES = {
    "a": "href",
    "link": "href",
    "area": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "track": "src",
    "embed": "src",
    "object": "data",
}
_WITH_ID = etree.XPath("//*[@id]")
_WITH_ADDRESS = etree.XPath(" | ".join(f"//{tag}[@{name}]" for tag, name in ADDRESSES.items()))


@dataclass(frozen=True)
class Link:
    """
    An address that a page names: `tag` is the element that holds it.
    """

    tag: str
    rel: str
    address: str


@dataclass
class BuiltPage:
    """
    One HTML file of the site; `path` counts from the site's folder.
    """

    path: str
    file: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        # A parser of its own for each page: lxml keeps no state of the last one then.
        return html.document_fromstring(self.file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def ids(self) -> Counter[str]:
        """
        Each id of the page, and how often it stands there.
        """
        return Counter(name for element in elements_of(self.tree, _WITH_ID) if (name := element.get("id")))

    @cached_property
    def links(self) -> list[Link]:
        # One search for all kinds: it runs in C, as most of what looks at each element of each page should.
        return [
            Link(element.tag, element.get("rel", ""), element.get(ADDRESSES[element.tag]))
            for element in elements_of(self.tree, _WITH_ADDRESS)
        ]

    @property
    def address(self) -> str:
        """
        Where the page stands on the web, or "" where the site has no address.
        """
        return next((link.address for link in self.links if link.rel == "canonical"), "")

    @property
    def source(self) -> str:
        """
        The path of the Markdown page this was made from, counted from the repository root.
        """
        return f"docs/{self.path.removesuffix('.html')}.md"


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
