"""
The words of the pages for search, gathered from the built pages, so that they are the same whatever built them.
"""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from guide.site.reading import BuiltPage, elements_of

# Data and tools: what is pressed or filled in is no answer to what a parent seeks. A block leaves out more by EXCLUDED.
NO_WORDS = {"script", "style", "template", "button", "select", "textarea"}
EXCLUDED = "data-search-exclude"
# What the guide calls its boxes.
LABELS = {"guide-answer__label", "guide-next__label"}
HEADINGS = ("h1", "h2", "h3")
# What kind of page a parent gets, by what it holds; any other one is a page of the guide. A plan holds a list too.
KINDS = {
    "letter": etree.XPath("//guide-letter"),
    "plan": etree.XPath("//guide-plan"),
    "checklist": etree.XPath("//guide-checklist//input[@data-item] | //guide-review//input[@data-item]"),
    "call": etree.XPath("//*[@class='guide-script']"),
}
ITSELF = etree.XPath("//guide-search")
ANSWER = etree.XPath("//*[@class='guide-answer']/p[not(@class)][1]")
MARKS = etree.XPath(".//sup[@data-fact]")
# Stands for a mark in the text of an answer, before its number.
MARK = "\ue000"
SENTENCE = re.compile(rf".+?[.!?]”?(?:{MARK}\d+)*(?= |$)")
# No more of an answer than a parent takes in at a look.
MOST_OF_ANSWER = 190
# Beside any other element words are parted by a space, as they are on the screen.
WITHIN_A_LINE = {"a", "abbr", "b", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}


def write_search_pages(site: Path, pages: list[BuiltPage], also: dict[str, list[str]]) -> None:
    """
    Write `search/pages.js`: title, headings and text of each page, as a script that loads from a folder too. `also` has
    the other words for a page by its path; a page that is not in it cannot be sought, nor can the search itself.
    """
    entries = [entry_of(page, also[page.path]) for page in pages if page.path in also and not ITSELF(page.tree)]
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    file = site / "search/pages.js"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"guide.pages = {text}\n", encoding="utf-8")


def entry_of(page: BuiltPage, also: list[str]) -> dict:
    """
    Return what search knows of a page: what its article says, headings apart from the text.

    Raises:
        ValueError: the page has no article that begins with its title.
    """
    article = page.tree.find(".//article")
    headings: list[html.HtmlElement] = []
    text = one_line(texts_of(article, headings)) if article is not None else ""
    if not headings or headings[0].tag != "h1":
        raise ValueError(f"{page.path}: no article that begins with its title")
    title, *others = [one_line(texts_of(heading, [])) for heading in headings]
    entry = {"address": page.path, "title": title, "also": also, "headings": others, "text": text}
    return entry | kind_of(page) | answer_of(page)


def kind_of(page: BuiltPage) -> dict:
    """
    Return what kind of page it is, and of a checklist how many steps it has.
    """
    kind, found = next(((kind, held) for kind, look in KINDS.items() if (held := look(page.tree))), ("guide", []))
    return {"kind": kind, "count": len(found)} if kind == "checklist" else {"kind": kind}


def answer_of(page: BuiltPage) -> dict:
    """
    Return the first sentences of the box that answers the page's question, and the numbers of their sources; nothing
    where the page has no such box.
    """
    boxes = elements_of(page.tree, ANSWER)
    if not boxes:
        return {}
    box = copy.deepcopy(boxes[0])
    for mark in elements_of(box, MARKS):
        number = mark.text_content().strip()
        mark.clear(keep_tail=True)
        mark.text = MARK + number
    taken = ""
    for sentence in SENTENCE.findall(" ".join(box.text_content().split())):
        if taken and len(taken) + len(sentence) > MOST_OF_ANSWER:
            break
        taken = f"{taken} {sentence.strip()}".strip()
    text, sources = re.sub(rf"{MARK}\d+", "", taken), re.findall(rf"{MARK}(\d+)", taken)
    return {"answer": {"text": text, "sources": list(dict.fromkeys(sources))}} if text else {}


def texts_of(element: html.HtmlElement, headings: list[html.HtmlElement]) -> Iterator[str]:
    """
    Yield the pieces of text in an element. The headings in it are put into `headings`, and their words are left out.
    """
    yield element.text or ""
    for child in element:
        space = "" if child.tag in WITHIN_A_LINE else " "
        yield space
        if child.tag in HEADINGS and EXCLUDED not in child.attrib:
            headings.append(child)
        # A comment has no name; what follows it is text of the page.
        elif isinstance(child.tag, str) and not is_left_out(child):
            yield from texts_of(child, headings)
        yield space
        yield child.tail or ""


def is_left_out(element: html.HtmlElement) -> bool:
    return element.tag in NO_WORDS or EXCLUDED in element.attrib or element.get("class") in LABELS


def one_line(texts: Iterator[str]) -> str:
    return " ".join("".join(texts).split())
