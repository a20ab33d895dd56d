"""
Rules on the built site: every link leads somewhere, nothing comes from elsewhere, and no page runs what its author wrote.
"""

import posixpath
import re
from typing import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from guide.problems import Problem, did_you_mean
from guide.site.reading import BuiltPage, Link
from guide.source import Page


LOADING = {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
           "manifest"}
# What a browser leaves out of an address.
IGNORED = re.compile(r"[\x00-\x20]")
# Searched for in C, since a site has a hundred thousand elements. The parser writes all names in small letters.
SCRIPTS = etree.XPath("//script[not(@src) and not(@type='application/json')]")
DIRECTIVES = etree.XPath("//meta[@http-equiv]")
RUNNING = etree.XPath("//@*[starts-with(name(), 'on') or contains(., ':')]")


def check_built(built: list[BuiltPage], files: set[str], sources: list[Page], home: str) -> Iterator[Problem]:
    """
    Yield the problems of a built site.

    `files` are the paths of all its files, `sources` the pages as written, to name the line;
    `home` is the path of the site's address ("/guide/"), which only the page "not found" uses.
    """
    by_path = {page.path: page for page in built}
    # Most links of a page stand on each page of its folder.
    sound: set[tuple[str, Link]] = set()
    by_source = {page.path: page for page in sources}
    for page in built:
        source = by_source.get(page.source)
        folder = posixpath.dirname(page.path)
        for link in page.links:
            if (folder, link) in sound:
                continue
            problems = [*link_leads_somewhere(page, link, by_path, files, source, home), *page_loads_own_files(page, link, source)]
            yield from problems
            # What begins with "#" differs by page, and the page "not found" has links of its own.
            if not problems and not link.address.startswith("#") and page.path != "404.html":
                sound.add((folder, link))
        yield from page_runs_own_scripts(page, source)
        yield from id_stands_once(page, source)


def link_leads_somewhere(page: BuiltPage, link: Link, by_path: dict[str, BuiltPage], files: set[str],
                         source: Page | None, home: str) -> Iterator[Problem]:
    """
    A link, a picture or a download leads to a file of the site, letter case included, and its anchor is there.
    """
    address = urlsplit(link.address)
    if address.scheme or address.netloc or link.rel == "canonical":
        return
    path = unquote(address.path)
    if path.startswith("/") and page.path == "404.html":
        target = posixpath.normpath(path.removeprefix(home)) if path != home else "index.html"
    elif path.startswith("/"):
        yield problem(page, source, link, f'"{link.address}" begins at the root of the site',
                      "Write it from this page on, so that it works under any address.", "link-leads-somewhere")
        return
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    target = "index.html" if target == "." else target

    if target not in files:
        # All names are shown as the author writes them: from this page on.
        near = {as_written(posixpath.relpath(file, posixpath.dirname(page.path) or ".")) for file in files}
        shown = as_written(posixpath.relpath(target, posixpath.dirname(page.path) or "."))
        same = sorted(file for file in near if file.lower() == shown.lower())
        ending = posixpath.splitext(shown)[1] or ".md"
        mend = (f'Mind the letter case: it is called "{same[0]}".' if same else
                did_you_mean(shown, {file for file in near if file.endswith(ending)}, "Mend the link, or take it away."))
        yield problem(page, source, link, f'"{shown}" leads to nothing', mend, "link-leads-somewhere")
    elif address.fragment and target in by_path:
        anchor = unquote(address.fragment)
        if anchor not in by_path[target].ids:
            yield problem(page, source, link, f'there is no "#{anchor}" on the page "{as_written(target)}"',
                          did_you_mean(anchor, set(by_path[target].ids), "Take the # and what follows away, or name a heading of that page."), "link-leads-somewhere")


def page_loads_own_files(page: BuiltPage, link: Link, source: Page | None) -> Iterator[Problem]:
    """
    A page loads nothing from another site: no script, style, font, picture or frame.
    """
    loads = link.tag not in ("a", "area", "link") or LOADING & set(link.rel.lower().split())
    if loads and urlsplit(link.address).netloc:
        yield problem(page, source, link, f'the page loads "{link.address}" from another site',
                      "Put the file into the repository and name it there.", "page-loads-own-files")


def page_runs_own_scripts(page: BuiltPage, source: Page | None) -> Iterator[Problem]:
    """
    A page runs the guide's own script files and nothing else; data for them is `application/json`.
    """
    found: dict[str, str] = {}
    if SCRIPTS(page.tree):
        found["a script stands in the page"] = "<script"
    if any(element.get("http-equiv").lower() == "refresh" for element in DIRECTIVES(page.tree)):
        found["the page sends its reader to another address"] = "<meta"
    for value in RUNNING(page.tree):
        name = value.attrname
        if name.startswith("on"):
            found[f'"{name}" runs a script'] = name
        elif IGNORED.sub("", value).lower().startswith("javascript:"):
            found[f'"{name}" leads to a script'] = "javascript:"
    for what, mark in found.items():
        line = next((n for n, text in enumerate(source.lines, 1) if mark in text.lower()), 1) if source else 1
        yield Problem(source.path if source else f"site/{page.path}", line, what,
                      "Delete it: a page runs only the guide's own script files.", "page-runs-own-scripts")


def id_stands_once(page: BuiltPage, source: Page | None) -> Iterator[Problem]:
    """
    No id stands twice on a page.
    """
    for name in sorted(name for name, times in page.ids.items() if times > 1):
        written = re.compile(rf"(?:#|\bid: *){re.escape(name)}(?![\w-])")
        line = next((n for n, text in enumerate(source.lines, 1) if written.search(text)), 1) if source else 1
        yield Problem(source.path if source else f"site/{page.path}", line, f'the id "{name}" stands twice on the page',
                      "Give one of the two another id, or its heading another name.", "id-stands-once")


def problem(page: BuiltPage, source: Page | None, link: Link, what: str, mend: str, rule: str) -> Problem:
    """
    Return the problem at the line of the page that holds the link, as far as its author wrote it.
    """
    if not source:
        return Problem(f"site/{page.path}", 1, what, mend, rule)
    wanted = [link.address, as_written(link.address)]
    line = next((n for n, text in enumerate(source.lines, 1) if any(f"({w}" in unquote(text) or w in text for w in wanted)), 1)
    return Problem(source.path, line, what, mend, rule)


def as_written(address: str) -> str:
    """
    Return an address of the site as an author writes it: with ".md".
    """
    return re.sub(r"\.html\b", ".md", address)
