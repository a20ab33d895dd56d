"""
The words of the pages for search, gathered from the built pages, so that they are the same whatever built them.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from guide.site.reading import BuiltPage

# Data and tools: what is pressed or filled in is no answer to what a parent seeks. A block leaves out more by EXCLUDED.
NO_WORDS = {"script", "style", "template", "button", "select", "textarea"}
EXCLUDED = "data-search-exclude"
HEADINGS = ("h1", "h2", "h3")
# Beside any other element words are parted by a space, as they are on the screen.
WITHIN_A_LINE = {"a", "abbr", "b", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}


def write_search_pages(site: Path, pages: list[BuiltPage], also: dict[str, list[str]]) -> None:
    """
    Write `search/pages.js`: title, headings and text of each page, as a script that loads from a folder too. `also` has
    the other words for a page by its path; a page that is not in it cannot be sought.
    """
    entries = [entry_of(page, also[page.path]) for page in pages if page.path in also]
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
    return {"address": page.path, "title": title, "also": also, "headings": others, "text": text}


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
        elif isinstance(child.tag, str) and child.tag not in NO_WORDS and EXCLUDED not in child.attrib:
            yield from texts_of(child, headings)
        yield space
        yield child.tail or ""


def one_line(texts: Iterator[str]) -> str:
    return " ".join("".join(texts).split())
