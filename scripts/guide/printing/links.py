"""
Where the links of a chapter lead on paper: into the book, to the guide's address, or elsewhere.
"""

import posixpath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from guide.phrases import Phrases
from guide.printing.chapters import LISTS, Chapter
from guide.printing.word_list import is_word_list


def rewrite_link(link: html.HtmlElement, chapter: Chapter, chapters: list[Chapter], phrases: Phrases) -> None:
    """
    Make a link lead to its place in the book, or to the guide's address; on paper a phone is only its number. What
    stands behind it on paper is noted: its page, or `data-shown`.
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
        if is_word_list(inside[0].holder_of(unquote(urlsplit(address).fragment))):
            # A word is found without its page, and stands on many lines.
            link.set("data-page", "unsaid")
    elif urlsplit(address).scheme == "tel":
        link.attrib.pop("href")
        link.tag = "span"
        link.set("class", "phone")
    elif urlsplit(address).scheme in ("http", "https"):
        shown = shorten(address)
        if shown not in link.text_content():
            link.set("data-shown", shown)
    elif not urlsplit(address).scheme:
        target = urljoin(chapter.address, address)
        if target.startswith("http"):
            link.set("href", target)
        else:
            link.attrib.pop("href", None)
            link.tag = "span"


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
        top = other.holder_of(anchor) if other.page.path == path else None
        if top is not None:
            return other, printed_id(other, top, anchor)
    return None


def printed_id(chapter: Chapter, top: html.HtmlElement, anchor: str) -> str:
    """
    Return the id in the book of what has the id `anchor` on the page and stands in the element `top` of a chapter.
    Posters, lists and sources are printed without the ids in them.
    """
    if chapter.poster or top is chapter.elements[0] or top.tag in LISTS or "guide-sources" in (top.get("class") or ""):
        return chapter.id
    if top in chapter.letter_section:
        return chapter.id if chapter.only_letter else chapter.letter_id
    return chapter.print_id(anchor)


def shorten(address: str) -> str:
    """
    Return an address as one writes it on paper.
    """
    parts = urlsplit(address)
    return unquote(
        parts.netloc.removeprefix("www.") + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    )
