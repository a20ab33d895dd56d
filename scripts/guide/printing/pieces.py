"""
What a chapter prints: its page's words, checklists and letter, made ready for paper.
"""

from collections.abc import Callable
from copy import deepcopy

from lxml import html

from guide.letter import read_letter
from guide.phrases import Phrases
from guide.printing.chapters import HEADINGS, LISTS, Chapter, Piece
from guide.printing.citations import Citations
from guide.printing.links import find_inside, rewrite_link
from guide.printing.lists import read_list
from guide.printing.node_blocks import block_nodes

# What a page shows only on screen. The sources are gathered for the whole book.
SCREEN_ONLY = {"also", "downloads", "next", "sources"}
SCREEN_TAGS = ("script", "style", "template", "button", "nav", "noscript", "input")


def print_chapters(chapters: list[Chapter], citations: Citations, phrases: Phrases) -> None:
    """
    Fill in what each chapter prints, in the order of the book; their sources go into `citations`.
    """
    for chapter in chapters:
        if chapter.poster:
            # It names its own sources; the book is as old as the oldest of all.
            citations.note_check(chapter.poster["checked"])
            continue
        citations.read_page(chapter.page)
        next_links = [link for top in chapter.page.tree.find_class("guide-next") for link in top.iter("a")]
        for link in next_links:
            inside = find_inside(chapter, link.get("href", ""), chapters)
            chapter.next = inside[0] if inside and inside[0] is not chapter and not chapter.section else None
        shift = chapter.heading_depth + 1 - min(heading_depths(chapter), default=2)
        print_chapter(
            chapter, lambda element, of=chapter, by=shift: prepare(element, of, chapters, citations, by, phrases)
        )


def heading_depths(chapter: Chapter) -> list[int]:
    """
    Return the depths of the headings below a chapter's title.
    """
    return [
        int(heading.tag[1])
        for child in chapter.elements[1:]
        if child.tag in (*HEADINGS, "section")
        for heading in child.iter(*HEADINGS)
    ]


def print_chapter(chapter: Chapter, prepared: Callable[[html.HtmlElement], html.HtmlElement]) -> None:
    """
    Fill in what one chapter prints; `prepared` makes a copy of an element ready for paper.
    """
    words: list[html.HtmlElement] = []
    for element in chapter.elements[1:]:
        if element in chapter.letter_section and element.tag != "guide-letter":
            continue
        purposes = {name.removeprefix("guide-") for name in (element.get("class") or "").split()}
        if element.tag in SCREEN_TAGS or purposes & SCREEN_ONLY:
            continue
        if element.tag == "guide-letter":
            add_words(chapter, words)
            chapter.letter = read_letter(element)
            continue
        top = prepared(deepcopy(element))
        if top.tag in LISTS:
            add_words(chapter, words)
            chapter.pieces.append(read_list(top))
        elif element is chapter.elements[1] and (top.tag == "p" or "answer" in purposes):
            chapter.opening = block_nodes([top])
        else:
            words.append(top)
    add_words(chapter, words)
    if chapter.only_letter and chapter.first_paragraph is not None:
        chapter.opening = block_nodes([prepared(deepcopy(chapter.first_paragraph))])


def add_words(chapter: Chapter, words: list[html.HtmlElement]) -> None:
    """
    Add the gathered words to the chapter as one piece, and begin to gather anew.
    """
    if words:
        chapter.pieces.append(Piece("words", block_nodes(words)))
        words.clear()


def prepare(
    top: html.HtmlElement,
    chapter: Chapter,
    chapters: list[Chapter],
    citations: Citations,
    shift: int,
    phrases: Phrases,
) -> html.HtmlElement:
    """
    Return the element made ready for paper: ids of its own, links that lead somewhere, heading depths of the book.
    """
    top.tail = None
    for element in list(top.iter()):
        if element is not top and (
            not isinstance(element.tag, str)
            or element.tag in SCREEN_TAGS
            or {"headerlink", "guide-script__call"} & set(element.get("class", "").split())
        ):
            element.drop_tree()
    for mark in top.xpath(".//*[@data-fact][not(@data-basis)]"):
        citations.renumber(mark)
    for entry in top.xpath(".//*[@data-basis]"):
        citations.note_check(entry.get("data-checked"))
    for element in list(top.iter()):
        if element.get("id"):
            element.set("id", chapter.print_id(element.get("id")))
        element.attrib.pop("for", None)
        if element.tag in HEADINGS:
            element.tag = f"h{min(int(element.tag[1]) + shift, 6)}"
        if element.tag == "a":
            rewrite_link(element, chapter, chapters, phrases)
    return top
