"""
The lists to tick on paper: checklist, plan and review.
"""

from itertools import zip_longest

from lxml import html

from guide.printing.chapters import LISTS, Item, Piece
from guide.printing.node_blocks import holder_nodes
from guide.printing.nodes import Node, line_nodes


def read_list(top: html.HtmlElement) -> Piece:
    """
    Return a list with its items.
    """
    # All are found before the first is read: reading one takes lines out of it.
    items = list(top.find_class("guide-checklist__item"))
    return Piece(LISTS[top.tag], items=tuple(read_item(item) for item in items))


def read_item(item: html.HtmlElement) -> Item:
    """
    Return an item: its order, its reason, and what its attributes say of a step's day or a point's words.
    """
    label = item.find("label")
    orders = label.xpath("./*[@data-say='order']")
    days = label.xpath(".//@data-day")
    lines = {
        name: [take_line(line) for line in item.xpath(f".//*[@data-say='{name}']")]
        for name in ("weak", "better", "ask")
    }
    # A list without its lines, and what opens a fold on screen, have no use on paper.
    empty = [listing for listing in item.iter("ul") if not listing.findall("li")]
    for part in [*empty, *item.iter("summary")]:
        part.drop_tree()
    label.tail = None
    label.drop_tree()
    return Item(
        line_nodes(orders[0] if orders else label),
        holder_nodes(item),
        item.get("data-when", ""),
        item.get("data-who", ""),
        tuple(zip_longest(lines["weak"], lines["better"])),
        tuple(lines["ask"]),
        int(days[0]) if days else None,
    )


def take_line(line: html.HtmlElement) -> list[Node]:
    """
    Take a line of a review out of its item, and return it without its label: the look writes its own.
    """
    label = line.find("*[@data-say='label']")
    label.drop_tree()
    line.drop_tree()
    return line_nodes(line)
