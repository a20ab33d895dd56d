"""
Rules on the built site: every link leads somewhere, nothing comes from elsewhere,
and no page runs what its author wrote.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlsplit

from lxml import etree

from guide.pages import Page
from guide.problems import Problem, did_you_mean
from guide.rules.rule import RULES, Findings, rule
from guide.site.reading import BuiltPage, Link, elements_of

LOADING = {
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
# What a browser leaves out of an address.
IGNORED = re.compile(r"[\x00-\x20]")
# Searched for in C, since a site has a hundred thousand elements. The parser writes all names in small letters.
SCRIPTS = etree.XPath("//script[not(@src) and not(@type='application/json')]")
DIRECTIVES = etree.XPath("//meta[@http-equiv]")
RUNNING = etree.XPath("//*[@*[starts-with(name(), 'on') or contains(., ':')]]")


@dataclass
class BuiltSite:
    """
    All that a rule may look at besides the built page it checks:
    `files` are the paths of all files of the site, `written` the pages as written, and `home` the path of its address
    ("/guide/"), which only the page "not found" uses.
    """

    pages: list[BuiltPage]
    files: set[str]
    written: list[Page]
    home: str
    # What is wrong with a link of a folder's pages, and how to fix it: most links stand on each page of their folder.
    faults: dict[tuple[str, Link], tuple[str, str] | None] = field(default_factory=dict)

    @cached_property
    def by_path(self) -> dict[str, BuiltPage]:
        return {page.path: page for page in self.pages}

    @cached_property
    def sources(self) -> dict[str, Page]:
        return {page.path: page for page in self.written}

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
        wanted = [link.address, as_written(link.address)]
        return self.place(page, lambda line: any(f"({one}" in unquote(line) or one in line for one in wanted))


def check_built(built: list[BuiltPage], files: set[str], written: list[Page], home: str) -> Iterator[Problem]:
    """
    Yield the problems of a built site; the arguments are those of `BuiltSite`.
    """
    site = BuiltSite(built, files, written, home)
    for page in built:
        for find in RULES[BuiltPage].values():
            yield from find(page, site)


@rule
def link_leads_somewhere(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A link, a picture or a download leads to a file of the site, letter case included, and its anchor is there.
    Nobody in a hurry looks for a page that was moved.
    """
    for link in page.links:
        # What begins with "#" differs by page, and the page "not found" has links of its own.
        alike = not link.address.startswith("#") and page.path != "404.html"
        key = posixpath.dirname(page.path) if alike else page.path, link
        if key not in site.faults:
            site.faults[key] = fault_of(link, page, site)
        fault = site.faults[key]
        if fault:
            yield *site.place_of(page, link), *fault


def fault_of(link: Link, page: BuiltPage, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong with a link of a page, and how to fix it; None where it leads somewhere.
    """
    address = urlsplit(link.address)
    if address.scheme or address.netloc or link.rel == "canonical":
        return None
    target = target_of(page, unquote(address.path), site.home)
    if target is None:
        return (
            f'"{link.address}" begins at the root of the site',
            "Write it from this page on, so that it works under any address.",
        )
    if target not in site.files:
        shown = from_page(page, target)
        return f'"{shown}" leads to nothing', nearest(shown, {from_page(page, file) for file in site.files})
    if address.fragment and target in site.by_path:
        anchor, ids = unquote(address.fragment), set(site.by_path[target].ids)
        if anchor not in ids:
            return (
                f'there is no "#{anchor}" on the page "{as_written(target)}"',
                did_you_mean(anchor, ids, "Delete the # and what follows, or name a heading of that page."),
            )
    return None


def target_of(page: BuiltPage, path: str, home: str) -> str | None:
    """
    Return the file that a link of a page leads to; None where it begins at the root,
    which only the page "not found" may.
    """
    if path.startswith("/") and page.path != "404.html":
        return None
    if path.startswith("/"):
        target = posixpath.normpath(path.removeprefix(home)) if path != home else "index.html"
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    return "index.html" if target == "." else target


def nearest(shown: str, near: set[str]) -> str:
    """
    Return how to fix a link to nothing, by the files that are there. All are named as the author writes them.
    """
    same = sorted(file for file in near if file.lower() == shown.lower())
    if same:
        return f'Mind the letter case: it is called "{same[0]}".'
    ending = posixpath.splitext(shown)[1] or ".md"
    return did_you_mean(shown, {file for file in near if file.endswith(ending)}, "Fix the link, or delete it.")


@rule
def page_loads_own_files(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page loads nothing from another site: no script, style, font, picture or frame.
    No one else learns who reads here, and the guide works offline.
    """
    for link in page.links:
        loads = link.tag not in ("a", "area", "link") or LOADING & set(link.rel.lower().split())
        if loads and urlsplit(link.address).netloc:
            yield (
                *site.place_of(page, link),
                f'the page loads "{link.address}" from another site',
                "Put the file into the repository and name it there.",
            )


@rule
def page_runs_own_scripts(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page runs the guide's own script files and nothing else; data for them is `application/json`.
    Parents type here what nobody else may read.
    """
    found: dict[str, str] = {}
    if elements_of(page.tree, SCRIPTS):
        found["there is a script in the page"] = "<script"
    if any(element.get("http-equiv", "").lower() == "refresh" for element in elements_of(page.tree, DIRECTIVES)):
        found["the page sends its reader to another address"] = "<meta"
    for name, value in (pair for element in elements_of(page.tree, RUNNING) for pair in element.items()):
        if name.startswith("on"):
            found[f'"{name}" runs a script'] = name
        elif ":" in value and IGNORED.sub("", value).lower().startswith("javascript:"):
            found[f'"{name}" leads to a script'] = "javascript:"
    for what, mark in found.items():
        yield (
            *site.place(page, re.compile(re.escape(mark), re.IGNORECASE).search),
            what,
            "Delete it: a page runs only the guide's own script files.",
        )


@rule
def id_stands_once(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    No id stands twice on a page: a link, a label and what a device remembers find only the first.
    """
    for name in sorted(name for name, times in page.ids.items() if times > 1):
        written = re.compile(rf"(?:#|\bid: *){re.escape(name)}(?![\w-])")
        yield (
            *site.place(page, written.search),
            f'the id "{name}" is on the page twice',
            "Give one of the two another id, or its heading another name.",
        )


def from_page(page: BuiltPage, file: str) -> str:
    """
    Return the address of a file of the site, from a page on, as its author writes it.
    """
    return as_written(posixpath.relpath(file, posixpath.dirname(page.path) or "."))


def as_written(address: str) -> str:
    """
    Return an address of the site as an author writes it: with ".md".
    """
    return re.sub(r"\.html\b", ".md", address)
