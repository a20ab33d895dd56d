"""
What a chapter prints: its page's words, checklists and letter, made ready for paper.
"""

from copy import deepcopy

from lxml import html
from markupsafe import Markup, escape

from guide.kit.chapters import HEADINGS, Chapter, Piece
from guide.kit.links import find_inside, lead
from guide.kit.sheet import make_writable, sheet_of
from guide.kit.sources import SourceList

# What a page shows only on screen. The sources are gathered for the whole book.
SCREEN_ONLY = ("also", "next", "sources")
SCREEN_TAGS = ("script", "style", "template", "button", "nav", "noscript", "input")


def print_chapters(chapters: list[Chapter], sources: SourceList) -> None:
    """
    Fill in what each chapter prints, in the order of the book; their sources go into `sources`.
    """
    for chapter in chapters:
        sources.read_page(chapter.page)
        next_links = [link for top in chapter.page.tree.find_class("guide-next") for link in top.iter("a")]
        for link in next_links:
            inside = find_inside(chapter, link.get("href", ""), chapters)
            chapter.next = inside[0] if inside and inside[0] is not chapter and not chapter.section else None

        depths = [int(child.tag[1]) for child in chapter.own[1:] if child.tag in HEADINGS]
        shift = chapter.heading_depth + 1 - min(depths, default=2)
        words: list[html.HtmlElement] = []
        for element in chapter.own[1:]:
            if element in chapter.letter_section and element.tag != "guide-letter":
                continue
            top = prepare(deepcopy(element), chapter, chapters, sources, shift)
            purpose = (top.get("class") or "").removeprefix("guide-")
            if top.tag in SCREEN_TAGS or purpose in SCREEN_ONLY:
                continue
            if top.tag not in ("guide-checklist", "guide-letter"):
                words.append(top)
                continue
            add_words(chapter, words)
            if top.tag == "guide-checklist":
                chapter.pieces.append(checklist(top))
            else:
                chapter.letter = Markup(outer(sheet_of(top)))
        add_words(chapter, words)


def add_words(chapter: Chapter, words: list[html.HtmlElement]) -> None:
    """
    Add the gathered words to the chapter as one piece, and begin to gather anew.
    """
    if words:
        chapter.pieces.append(Piece("words", Markup("\n".join(outer(element) for element in words))))
        words.clear()


def prepare(top: html.HtmlElement, chapter: Chapter, chapters: list[Chapter], sources: SourceList,
            shift: int) -> html.HtmlElement:
    """
    Return the element made ready for paper: ids of its own, links that lead somewhere, heading depths of the book.
    """
    top.tail = None
    if top.tag == "guide-letter":
        make_writable(sheet_of(top))
    for element in list(top.iter()):
        if element is not top and (not isinstance(element.tag, str) or element.tag in SCREEN_TAGS
                                   or "headerlink" in element.get("class", "").split()):
            element.drop_tree()
    for mark in top.find_class("guide-fact"):
        sources.renumber(mark, chapter.page)
    for element in list(top.iter()):
        if element.get("id"):
            element.set("id", chapter.print_id(element.get("id")))
        element.attrib.pop("for", None)
        if element.tag in HEADINGS:
            # The headings of a letter stand below the chapter's title, as the page's own do.
            deeper = shift - 1 if top.tag == "guide-letter" else shift
            element.tag = f"h{min(int(element.tag[1]) + deeper, 6)}"
        if element.tag == "a":
            lead(element, chapter, chapters)
    return top


def checklist(top: html.HtmlElement) -> Piece:
    """
    Return a checklist: each item's order and its reason.
    """
    items = []
    for item in top.iter("li"):
        if "guide-checklist__item" not in (item.get("class") or ""):
            continue
        order = item.find("label")
        why = [outer(child) for child in item if child is not order]
        items.append((inner(order), Markup("".join(why))))
    return Piece("checklist", items=tuple(items))


def outer(element: html.HtmlElement) -> str:
    """
    Return an element as HTML, without the text behind it.
    """
    return html.tostring(element, encoding="unicode", with_tail=False)


def inner(element: html.HtmlElement) -> Markup:
    """
    Return what stands in an element as HTML.
    """
    return escape(element.text or "") + Markup("".join(html.tostring(child, encoding="unicode") for child in element))
