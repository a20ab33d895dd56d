"""
Where the links of a chapter lead on paper: into the book, to the guide's address, or elsewhere.
"""

import posixpath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from guide.phrases import GAP, Phrases
from guide.printing.chapters import Chapter


def rewrite_link(link: html.HtmlElement, chapter: Chapter, chapters: list[Chapter], phrases: Phrases) -> None:
    """
    Make a link lead to its place in the book, or to the guide's address; on paper a phone is only its number.
    """
    address = link.get("href", "")
    if link.getparent() is not None and link.getparent().get("data-fact") and not link.getparent().get("data-basis"):
        # The mark of a fact has its number and its address already.
        return
    for name in ("target", "rel", "download", "title"):
        link.attrib.pop(name, None)
    inside = find_inside(chapter, address, chapters)
    if inside:
        link.set("href", f"#{inside[1]}")
        before, after = phrases("book.see_page", page=GAP).split(GAP)
        show_target(link, "leads-inside", {"data-to": f"#{inside[1]}", "data-before": before, "data-after": after})
    elif urlsplit(address).scheme == "tel":
        link.attrib.pop("href")
        link.tag = "span"
        link.set("class", "phone")
    elif urlsplit(address).scheme in ("http", "https"):
        shown = shorten(address)
        if shown not in link.text_content():
            show_target(link, "leads-outside", {"data-to": shown})
    elif not urlsplit(address).scheme:
        target = urljoin(chapter.address, address)
        if target.startswith("http"):
            link.set("href", target)
        else:
            link.attrib.pop("href", None)
            link.tag = "span"


def show_target(link: html.HtmlElement, name: str, target: dict[str, str]) -> None:
    """
    Put an element of the class `name` around a link; the style sheet writes behind it where it leads: `data-to`, or its
    page with `data-before` and `data-after` around the number.
    """
    around = html.Element("span", {"class": name, **target})
    around.tail, link.tail = link.tail, None
    link.getparent().replace(link, around)
    around.append(link)


def find_inside(chapter: Chapter, address: str, chapters: list[Chapter]) -> tuple[Chapter, str] | None:
    """
    Return the chapter that the address of a link leads to and the id there, or None where it leads out of the book.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(
        posixpath.join(
            posixpath.dirname(chapter.page.path), unquote(parts.path) or posixpath.basename(chapter.page.path)
        )
    )
    anchor = unquote(parts.fragment)
    if not anchor:
        # Where the book has only parts of the page, the first of them.
        same = sorted((other for other in chapters if other.page.path == path), key=lambda other: bool(other.section))
        return (same[0], same[0].id) if same else None
    for other in chapters:
        if other.page.path == path and anchor in other.ids:
            title = other.elements[0].get("id")
            hidden = {
                words.get("id")
                for top in other.elements
                for words in top.iter()
                if top.tag in ("guide-checklist", "guide-plan", "guide-review", "input", "label")
                or "guide-sources" in (top.get("class") or "")
            }
            if anchor == title or anchor in hidden:
                return other, other.id
            if any(anchor == top.get("id") for top in other.letter_section):
                return other, other.id if other.only_letter else other.letter_id
            return other, other.print_id(anchor)
    return None


def shorten(address: str) -> str:
    """
    Return an address as one writes it on paper.
    """
    parts = urlsplit(address)
    return unquote(
        parts.netloc.removeprefix("www.") + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    )
