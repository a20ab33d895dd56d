"""
Nodes: the words of a built page as plain data, which the typesetter draws (`looks/nodes.typ`).

A node is a string, or a mapping with its kind under "t" and what it holds under "c". Words are data all the way: what
stands in a page can't become code of a template. `drawn(kind, …)` makes one:

    in a line     strong, em, super, sub, code, break, link, page, mark, phone, blank, anchor
    on their own  p, heading, list, terms, table, quote, answer, warning, script, reply, rule, letter
"""

from collections.abc import Iterator
from typing import Any

from lxml import html

from guide.letter import SPACES, Blank, Letter, Unit

Node = str | dict[str, Any]
INLINE = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "sup": "super",
    "sub": "sub",
    "code": "code",
    "kbd": "code",
}
# What stands in a line of words; all else begins a line of its own.
PHRASING = {
    *INLINE,
    "a",
    "span",
    "br",
    "img",
    "label",
    "abbr",
    "q",
    "mark",
    "small",
    "del",
    "ins",
    "svg",
    "time",
    "s",
    "u",
}
# How many lines to write on a blank of that kind has; of the others, one.
LINES = {"list": 3, "long": 6}


def drawn(kind: str, content: Any = None, /, **more: Any) -> dict[str, Any]:
    """
    Return a node; what is empty is left out.
    """
    return {
        "t": kind,
        **({} if content is None else {"c": content}),
        **{key: value for key, value in more.items() if value},
    }


def line_nodes(element: html.HtmlElement) -> list[Node]:
    """
    Return what stands in an element that holds one line of words.
    """
    line: list[Node] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            line.extend(inline_node(child))
        line.append(child.tail or "")
    return trim(line)


def inline_node(element: html.HtmlElement) -> list[Node]:
    """
    Return the nodes of an element that stands in a line of words.
    """
    if element.tag == "br":
        return [drawn("break")]
    if element.tag == "img":
        return [element.get("alt", "")]
    if element.get("data-field"):
        label = element.find_class("guide-blank__label")[0].text_content()
        return [blank_node(Blank(element.get("data-field"), label, element.get("data-kind")))]
    inside = [element.text or ""] + [
        node
        for child in element
        for node in (*(inline_node(child) if isinstance(child.tag, str) else ()), child.tail or "")
    ]
    named = [drawn("anchor", id=element.get("id"))] if element.get("id") else []
    if element.get("data-number"):
        more = element.get("data-more") == ""
        return [drawn("mark", element.get("data-number"), more=more, fact=element.get("data-fact"))]
    if element.tag == "a" and element.get("href"):
        return [*named, *link_nodes(element, inside)]
    if "phone" in element.get("class", "").split():
        return [drawn("phone", inside)]
    return [*named, drawn(INLINE[element.tag], inside)] if element.tag in INLINE else [*named, *inside]


def link_nodes(link: html.HtmlElement, inside: list[Node]) -> Iterator[Node]:
    """
    Yield a link, and behind it where it leads on paper.
    """
    address = link.get("href", "")
    if address.startswith("#"):
        yield drawn("link", inside, to=address[1:])
        if link.get("data-page") != "unsaid":
            yield drawn("page", to=address[1:])
    else:
        yield drawn("link", inside, url=address)
        if link.get("data-shown"):
            yield f" ({link.get('data-shown')})"


def blank_node(blank: Blank) -> dict[str, Any]:
    """
    Return a place to write on, with as many lines as its kind needs.
    """
    return drawn("blank", kind=blank.kind, field=blank.key, label=blank.label, lines=LINES.get(blank.kind, 1))


def letter_node(letter: Letter, **more: Any) -> dict[str, Any]:
    """
    Return a letter: its blocks in their order, each a list of units.
    """
    blocks: list[dict[str, Any]] = []
    for unit in letter.units:
        if unit.first or not blocks:
            blocks.append(drawn(unit.block, []))
        blocks[-1]["c"].append(unit_node(unit))
    return drawn("letter", blocks, subject=letter.subject, kind=letter.kind, **more)


def unit_node(unit: Unit) -> dict[str, Any]:
    """
    Return a line, choice or item of a letter. `lone` says that nothing but a blank stands in it.
    """
    parts = [blank_node(part) if isinstance(part, Blank) else part for part in unit.parts]
    lone = len(parts) == 1 and isinstance(unit.parts[0], Blank)
    return drawn(unit.kind, parts, checked=unit.checked, lone=lone)


def trim(line: list[Node]) -> list[Node]:
    """
    Return a line with its white space folded as HTML folds it, and none at its ends.
    """
    folded = fold(line, [True])
    while folded and isinstance(folded[-1], str):
        folded[-1] = folded[-1].rstrip(" ")
        if folded[-1]:
            break
        folded.pop()
    return folded


def fold(line: list[Node], after_space: list[bool]) -> list[Node]:
    """
    Return a line with white space folded; `after_space` says whether the words so far end in a space, and is kept up.
    """
    folded: list[Node] = []
    for node in line:
        if isinstance(node, str):
            words = SPACES.sub(" ", node)
            words = words.removeprefix(" ") if after_space[0] else words
            if words:
                after_space[0] = words.endswith(" ")
                # Words side by side are one string: fewer nodes to draw.
                if folded and isinstance(folded[-1], str):
                    folded[-1] += words
                else:
                    folded.append(words)
        elif node["t"] in ("strong", "em", "super", "sub", "link", "phone"):
            folded.append({**node, "c": fold(node["c"], after_space)})
        else:
            after_space[0] = node["t"] == "break"
            folded.append(node)
    return folded
