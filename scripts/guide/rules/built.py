"""
`BuiltSite`, what the rules on the built site look at: its pages and files, and where an author finds what is wrong.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from guide.elements import Element
from guide.pages import Page
from guide.problems import did_you_mean
from guide.site.known_links import KnownLinks
from guide.site.named import Link
from guide.site.reading import BuiltPage


@dataclass
class BuiltSite:
    """
    `files` are the paths of all files of the site, `written` the pages as written, and `home` the path of its address
    ("/guide/"), which only the page "not found" uses. `elements` is the table of elements, empty where no page is held
    to its weight.
    """

    pages: list[BuiltPage]
    files: set[str]
    written: list[Page]
    home: str
    elements: list[Element] = field(default_factory=list)
    known_links: KnownLinks = field(default_factory=lambda: KnownLinks(None))
    # What is wrong with a link of a folder's pages, and how to fix it: most links stand on each page of their folder.
    faults: dict[tuple[str, Link], tuple[str, str] | None] = field(default_factory=dict)
    # All files as an author writes them on a page of a folder: they are asked for with each link to nothing.
    shown: dict[str, list[str]] = field(default_factory=dict)
    # Of a folder and an address, the file that is loaded; of a file, its bytes in gzip; of a style sheet, the files it
    # loads: all pages load the same few.
    loads: dict[tuple[str, str], str | None] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)
    loaded_by: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def by_path(self) -> dict[str, BuiltPage]:
        return {page.path: page for page in self.pages}

    @cached_property
    def sources(self) -> dict[str, Page]:
        return {page.path: page for page in self.written}

    @cached_property
    def root(self) -> Path:
        """
        The folder of the site.

        Raises:
            IndexError: the site has no page.
        """
        page = self.pages[0]
        return page.file.parents[page.path.count("/")]

    @cached_property
    def address(self) -> str:
        """
        Where the site stands on the web, "" where it has no address: what most pages say.
        """
        said = Counter(filter(None, (address_of_site(page) for page in self.pages)))
        return said.most_common(1)[0][0] if said else ""

    def place(self, page: BuiltPage, shows: Callable[[str], object]) -> tuple[str, int]:
        """
        Return where an author finds it: path and line of the page as written, by the first line that shows it.
        """
        source = self.sources.get(page.source)
        if not source:
            return f"site/{page.path}", 1
        return source.path, next((number for number, line in enumerate(source.lines, 1) if shows(line)), 1)

    def place_of(self, page: BuiltPage, link: Link) -> tuple[str, int]:
        """
        Return where an author finds a link.
        """
        if not link.address:
            return self.place(page, lambda line: "]()" in line or f'{link.attribute}=""' in line)
        wanted = [link.address, as_written(link.address)]

        def shows(line: str) -> bool:
            plain = unescape(line) if "&" in line else line
            return any(one in plain or ("%" in plain and f"({one}" in unquote(plain)) for one in wanted)

        return self.place(page, shows)

    def shown_from(self, page: BuiltPage) -> list[str]:
        """
        Return the addresses of all files, from a page on, as its author writes them.
        """
        if page.folder not in self.shown:
            self.shown[page.folder] = [from_page(page, file) for file in self.files]
        return self.shown[page.folder]

    def file_of(self, address: str) -> str | None:
        """
        Return the file that an address of the web leads to, as its path, whether it is there or not; None where it
        leads out of this site.
        """
        if not self.address or not f"{address}/".startswith(self.address):
            return None
        return unquote(split(address.removeprefix(self.address)).path) or "index.html"


def address_of_site(page: BuiltPage) -> str:
    """
    Return the address of the site, by that of a page; "" where the page does not say its own.
    """
    ending = page.path if page.address.endswith(f"/{page.path}") else page.path.removesuffix("index.html")
    return page.address.removesuffix(ending) if page.address.endswith(f"/{ending}") else ""


def split(address: str) -> SplitResult:
    """
    Return the parts of an address; one that no browser understands is all path.
    """
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")


def target_of(page: BuiltPage, path: str, home: str) -> str | None:
    """
    Return the file that a link of a page leads to; None where it begins at the root: only the page "not found" may
    begin there, with the path of the site's own address.
    """
    if path.startswith("/"):
        if page.path != "404.html" or not path.startswith(home):
            return None
        target = posixpath.normpath(path.removeprefix(home)) if path != home else "index.html"
    else:
        target = posixpath.normpath(posixpath.join(page.folder, path)) if path else page.path
    return "index.html" if target == "." else target


def nearest(shown: str, near: list[str]) -> str:
    """
    Return how to fix a link to nothing, by the files that are there. All are named as the author writes them.
    """
    same = sorted(file for file in near if file.lower() == shown.lower())
    if same:
        return f'Mind the letter case: it is called "{same[0]}".'
    ending = posixpath.splitext(shown)[1] or ".md"
    return did_you_mean(shown, {file for file in near if file.endswith(ending)}, "Fix the link, or delete it.")


def from_page(page: BuiltPage, file: str) -> str:
    """
    Return the address of a file of the site, from a page on, as its author writes it.
    """
    return as_written(posixpath.relpath(file, page.folder or "."))


def as_written(address: str) -> str:
    """
    Return an address of the site as an author writes it: with ".md".
    """
    return re.sub(r"\.html\b", ".md", address)
