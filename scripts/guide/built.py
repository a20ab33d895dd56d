"""
`site/` after a build: its pages, their links and ids, and what is written into them then.
"""

import json
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path

from lxml import html

ADDRESSES = {"a": "href", "link": "href", "area": "href", "img": "src", "script": "src", "iframe": "src", "source": "src",
             "video": "src", "audio": "src", "track": "src", "embed": "src", "object": "data"}
COMMENT_OF_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)
CHARSET = '<meta charset="utf-8">'
PHRASES = '<script type="application/json" id="guide-phrases">'
CALL_OF_PHRASE = re.compile(r'\bguide\.phrase\("(\w+)\.(\w+)"')
# What a page may load: only the site's own files. Styles set by a script are no style attributes.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'")


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
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.tree.iter() if element.get("id")]

    @cached_property
    def links(self) -> list[Link]:
        found = []
        for tag, name in ADDRESSES.items():
            for element in self.tree.iter(tag):
                if element.get(name) is not None:
                    found.append(Link(tag, element.get("rel", ""), element.get(name)))
        return found

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


def write_policies(site: Path) -> None:
    """
    Write the Content-Security-Policy into each page: the same for all. A script that stands in a page does not run.

    Raises:
        ValueError: a page does not declare its character set the way the theme does.
    """
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if CHARSET not in text:
            raise ValueError(f"{file}: no {CHARSET}")
        tag = f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        file.write_text(text.replace(CHARSET, tag, 1), encoding="utf-8")


def write_search_pages(site: Path, also: dict[str, list[str]]) -> None:
    """
    Turn the search index of MkDocs into `search/pages.js`: the words of each page, once, as a script that loads from
    a folder too. `also` has the other words for a page by the path of its file.
    """
    file = site / "search/search_index.json"
    pages: dict[str, dict] = {}
    for entry in json.loads(file.read_text(encoding="utf-8"))["docs"]:
        address, _, section = entry["location"].partition("#")
        words = " ".join(html.fromstring(f"<div>{entry['text']}</div>").text_content().split())
        page = pages.setdefault(address or "index.html", {
            "address": address or "index.html", "title": unescape(entry["title"]), "also": also.get(address or "index.html", []),
            "headings": [], "text": ""})
        if section:
            page["headings"].append(unescape(entry["title"]))
        page["text"] = f"{page['text']} {words}".strip()
    text = json.dumps(list(pages.values()), ensure_ascii=False, separators=(",", ":"))
    (site / "search/pages.js").write_text(f"guide.pages = {text}\n", encoding="utf-8")
    file.unlink()


def shrink_scripts(site: Path) -> None:
    """
    Take the lines of comment and the indents out of our own scripts and styles, a quarter of what a phone would load.
    Nothing within a line changes: the minifiers for Python break a template in a template, or do not install everywhere.

    Raises:
        ValueError: a script has a template of several lines, whose indents are words of it.
    """
    for file in sorted(file for file in (site / "assets/guide").rglob("*") if file.is_file()):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".css":
            text = COMMENT_OF_STYLES.sub("", text)
        lines = [line.strip() for line in text.splitlines()]
        if file.suffix == ".js":
            for number, line in enumerate(lines, 1):
                if line.count("`") % 2:
                    raise ValueError(f"{file.name}:{number}: a template goes on in the next line")
            lines = [line for line in lines if not line.startswith("//")]
        file.write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")


def trim_phrases(site: Path) -> None:
    """
    Leave in the data of each page only the phrases that some script says: its templates have written theirs already.
    """
    spoken = {call for file in (site / "assets/guide").rglob("*.js") for call in CALL_OF_PHRASE.findall(file.read_text(encoding="utf-8"))}
    for file in sorted(site.rglob("*.html")):
        before, start, rest = file.read_text(encoding="utf-8").partition(PHRASES)
        if not start:
            continue
        # In the data "<" is written as an escape, so that the first one ends it.
        data, end, after = rest.partition("</script>")
        groups = {group: {key: said for key, said in entries.items() if (group, key) in spoken} for group, entries in json.loads(data).items()}
        text = json.dumps(groups, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        file.write_text(before + start + text + end + after, encoding="utf-8")


def drop_theme_files(site: Path) -> None:
    """
    Take out the theme's own scripts, styles and pictures, which no page of ours loads (2.5 MB).
    """
    for name in ("javascripts", "stylesheets", "images"):
        shutil.rmtree(site / "assets" / name, ignore_errors=True)
