"""
The blocks of a built page as nodes: headings, paragraphs, lists, tables and frames (`nodes.py` says what a node is).
"""

import re
from collections.abc import Iterable
from typing import Any

from lxml import html

from guide.printing.nodes import PHRASING, Node, drawn, inline_node, line_nodes, trim

# What holds blocks and has a look of its own, by its class.
FRAMES = {
    "guide-answer": "answer",
    "guide-warning": "warning",
    "guide-script": "script",
    "guide-reply": "reply",
}
HEADING = re.compile(r"h([1-6])")


def block_nodes(elements: Iterable[html.HtmlElement]) -> list[Node]:
    """
    Return the nodes of elements that stand one below the other, without the text behind the last.
    """
    nodes: list[Node] = []
    for element in elements:
        nodes += block_node(element)
    return nodes


def block_node(element: html.HtmlElement) -> list[Node]:
    """
    Return the nodes of one element that begins a line of its own.
    """
    tag, name = element.tag, element.get("id", "")
    frame = next((FRAMES[each] for each in element.get("class", "").split() if each in FRAMES), "")
    if heading := HEADING.fullmatch(tag):
        return [drawn("heading", line_nodes(element), depth=int(heading[1]), id=name, part=part_of(element))]
    if frame:
        return [drawn(frame, holder_nodes(element), id=name)]
    if tag == "summary" and len(element) and part_of(element[0]):
        return block_node(element[0])
    if tag in ("ul", "ol"):
        return list_nodes(element)
    if tag == "dl":
        return [drawn("terms", [term_node(part) for part in element.iterchildren("dt", "dd")], id=name)]
    if tag == "table":
        return [table_node(element)]
    if tag == "blockquote":
        return [drawn("quote", holder_nodes(element), id=name)]
    if tag == "hr":
        return [drawn("rule")]
    if tag == "pre":
        return [drawn("p", [drawn("code", element.text_content())], id=name)]
    if tag in ("p", "summary", "figcaption", "dt") or tag in PHRASING:
        return paragraph_nodes(element)
    return named_nodes(element)


def paragraph_nodes(element: html.HtmlElement) -> list[Node]:
    """
    Return a paragraph, none where it has no words. `say` tells a label, which runs on with the words below it.
    """
    words = line_nodes(element)
    is_label = "guide-warning__title" in element.get("class", "").split()
    say = "strong" if element.tag == "summary" else "label" if is_label else ""
    return [drawn("p", words, id=element.get("id", ""), say=say)] if words else []


def list_nodes(element: html.HtmlElement) -> list[Node]:
    """
    Return a list, none where it has no items.
    """
    items = [named_nodes(item) for item in element.iterchildren("li")]
    first = element.get("start", "1")
    start = int(first) if first.isdigit() else 1
    return [drawn("list", items, numbered=element.tag == "ol", start=start, id=element.get("id", ""))] if items else []


def named_nodes(element: html.HtmlElement) -> list[Node]:
    """
    Return the nodes of what stands in an element, with a place to lead to where it has an id.
    """
    below = holder_nodes(element)
    return [drawn("anchor", id=element.get("id")), *below] if element.get("id") and below else below


def part_of(heading: html.HtmlElement) -> str:
    """
    Return which part of a call script a heading begins: "what-you-say"; "" elsewhere.
    """
    return next(
        (
            each.removeprefix("guide-script__")
            for each in heading.get("class", "").split()
            if each.startswith("guide-script__")
        ),
        "",
    )


def holder_nodes(element: html.HtmlElement) -> list[Node]:
    """
    Return the nodes of what stands in an element, whose words may stand in it without a paragraph: an item, a cell.
    """
    nodes: list[Node] = []
    line: list[Node] = []

    def end_line() -> None:
        if words := trim(line):
            nodes.append(drawn("p", words))
        line.clear()

    line.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in PHRASING:
            end_line()
            nodes.extend(block_node(child))
        elif isinstance(child.tag, str):
            line.extend(inline_node(child))
        line.append(child.tail or "")
    end_line()
    return nodes


def term_node(part: html.HtmlElement) -> dict[str, Any]:
    """
    Return a term of a list of terms, or what is said of it.
    """
    return drawn("term" if part.tag == "dt" else "meaning", holder_nodes(part), id=part.get("id", ""))


def table_node(table: html.HtmlElement) -> dict[str, Any]:
    """
    Return a table: its head, its rows, each a list of cells; a row that has no words is for the pen.
    """
    caption = table.find("caption")
    heads = [row for part in table.iterchildren("thead") for row in part.iterchildren("tr")]
    rows = [row for row in table.iter("tr") if row not in heads]
    return drawn(
        "table",
        [[holder_nodes(cell) for cell in row.iterchildren("td", "th")] for row in rows],
        head=[holder_nodes(cell) for row in heads[:1] for cell in row.iterchildren("td", "th")],
        caption=[] if caption is None else line_nodes(caption),
        # A table that a family fills in has boxes all around.
        log=next((each.removeprefix("guide-tracker__") for each in table.get("class", "").split()), ""),
        examples=[n for n, row in enumerate(rows) if "guide-tracker__example" in row.get("class", "")],
        id=table.get("id", ""),
    )
