"""
The words explained, as a book prints them: those that the book uses, each a paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from urllib.parse import urlsplit

from lxml import html

from guide.printing.chapters import Chapter

WORDS = "guide-words"
# A term with its short form: "IEE (independent educational evaluation)".
WITH_SHORT_FORM = re.compile(r"(.+) \((.+)\)")


def keep_used_words(chapters: Iterable[Chapter]) -> None:
    """
    Leave in the list of words of a book those that another chapter links to, or that several name: one that names it
    alone says what it means. Draw each as one paragraph: the term, what it means, its other names.
    """
    chapters = list(chapters)
    with_list = [chapter for chapter in chapters if any(is_word_list(top) for top in chapter.elements)]
    if not with_list:
        return
    others = [list(printed_elements(chapter)) for chapter in chapters if chapter not in with_list]
    said = [" ".join(" ".join(top.text_content() for top in tops).split()) for tops in others]
    linked = {urlsplit(link.get("href", "")).fragment for tops in others for top in tops for link in top.iter("a")}
    for chapter in with_list:
        chapter.elements = [short_list(top, linked, said) if is_word_list(top) else top for top in chapter.elements]


def printed_elements(chapter: Chapter) -> Iterator[html.HtmlElement]:
    """
    Yield what a chapter prints. A poster explains itself, and the sources are gathered for the whole book.
    """
    if chapter.poster:
        return
    yield from (top for top in chapter.elements if "guide-sources" not in (top.get("class") or "").split())
    if chapter.only_letter and chapter.first_paragraph is not None:
        yield chapter.first_paragraph


def is_word_list(top: html.HtmlElement | None) -> bool:
    return top is not None and WORDS in (top.get("class") or "").split()


def short_list(full: html.HtmlElement, linked: set[str], said: list[str]) -> html.HtmlElement:
    """
    Return the used words of a full list: those with an id in `linked`, or named in more than one text of `said`.
    """
    short = html.Element("div", {"class": WORDS})
    # The page keeps its own: its marks tell which facts its sources are of.
    for entry in deepcopy(full).find_class(f"{WORDS}__entry"):
        term, *meanings = entry
        names = names_of(term.text_content())
        if term.get("id") in linked or sum(any(is_said(name, text) for name in names) for text in said) > 1:
            short.append(paragraph(term, meanings))
    return short


def paragraph(term: html.HtmlElement, meanings: list[html.HtmlElement]) -> html.HtmlElement:
    """
    Return an entry of the list as one paragraph, without the words to see too.
    """
    line = html.Element("p", {"id": term.get("id", "")})
    strong = html.Element("strong")
    strong.text, strong.tail = f"{term.text_content()}.", " "
    line.append(strong)
    for meaning in meanings:
        if f"{WORDS}__see" not in (meaning.get("class") or "").split():
            meaning.tag, meaning.tail = "span", " "
            line.append(meaning)
    return line


def names_of(term: str) -> tuple[str, ...]:
    """
    Return a term and its short form.
    """
    both = WITH_SHORT_FORM.fullmatch(term)
    return both.groups() if both else (term,)


def is_said(name: str, said: str) -> bool:
    """
    Whether a name stands in words, also for more than one; capitals count in a short name alone.
    """
    flags = 0 if name.isupper() else re.IGNORECASE
    return bool(re.search(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", said, flags))
