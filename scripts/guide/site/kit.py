"""
The pieces of a family's own kit, each a script with the HTML of one page, or of the part of it that is printed.

A page opened from a folder cannot read another page, but it can run a script. `kit/pieces.js` loads one once a parent
ticked what is in it.
"""

import json
import posixpath
from copy import deepcopy
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from lxml import etree, html

from guide.site.reading import BuiltPage, elements_of

FOLDER = "kit"
# The links of a kit: the id of a piece behind the address of its page.
NAMED = etree.XPath("//guide-kit//li//a[contains(@href, '#')]")
# What a kit has once for all of its pieces, or what only a screen needs.
LEFT_OUT = ("guide-sources", "guide-next", "guide-letter__files", "guide-script__call", "headerlink")
# What ties elements of a page together: in a kit two pages could have the same id.
TIES = ("id", "for", "aria-labelledby", "aria-describedby", "data-search-exclude")


def write_kit_pieces(site: Path, pages: list[BuiltPage]) -> None:
    """
    Write `kit/<id>.js` into the built site for each piece that a kit of `pages` offers. What is named and is none is
    left out: a rule has told of it.
    """
    by_path = {page.path: page for page in pages}
    for page in pages:
        for link in elements_of(page.tree, NAMED):
            address, name = urldefrag(link.get("href"))
            target = by_path.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), address)))
            parts = parts_of(target, name) if target else []
            if target and parts:
                (site / FOLDER).mkdir(exist_ok=True)
                text = json.dumps(piece_of(target, parts), ensure_ascii=False)
                (site / FOLDER / f"{name}.js").write_text(
                    f"guide.kitPieces[{json.dumps(name)}]={text}\n", encoding="utf-8", newline="\n"
                )


def parts_of(page: BuiltPage, name: str) -> list[html.HtmlElement]:
    """
    Return what is printed of a page for the block of the id `name`: a letter or a phone script alone, a list to tick
    with the words around it; nothing if there is no such block.
    """
    article = page.tree.find(".//article")
    if article is None:
        return []
    blocks = {block.get("id"): block for block in article.iter("guide-letter", "guide-checklist", "section")}
    if name not in blocks:
        return []
    return list(article) if blocks[name].tag == "guide-checklist" else [blocks[name]]


def piece_of(page: BuiltPage, parts: list[html.HtmlElement]) -> str:
    """
    Return parts of a page as HTML in the frame in which they stand there, so that the same styles find them; last, the
    sources that they cite.
    """
    frame, main, text = (
        html.Element("div", {"class": name})
        for name in (page.tree.find_class("guide-frame")[0].get("class"), "guide-frame__main", "guide-text")
    )
    frame.append(main)
    main.append(text)
    # Comments have no place on paper.
    text.extend(deepcopy(part) for part in parts if isinstance(part.tag, str))
    for name in LEFT_OUT:
        for element in text.find_class(name):
            element.drop_tree()
    cited = {mark.get("data-fact") for mark in text.find_class("guide-fact")}
    sources = html.Element("ol", {"class": "guide-sources__list"})
    sources.extend(deepcopy(one) for one in page.tree.find_class("guide-source") if one.get("data-fact") in cited)
    text.append(sources)
    for fold in text.iter("details"):
        fold.set("open", "")
    for element in list(text.iter()):
        for name in TIES:
            element.attrib.pop(name, None)
        # A link within the guide leads nowhere on paper, and a PDF would name the folder that it was printed from.
        if element.tag == "a" and not urlsplit(element.get("href", "")).scheme:
            element.attrib.pop("href", None)
    return html.tostring(frame, encoding="unicode")
