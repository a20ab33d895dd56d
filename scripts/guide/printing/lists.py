"""
The lists to tick on paper: checklist, plan and review.
"""

from itertools import zip_longest

from lxml import html
from markupsafe import Markup, escape

from guide.printing.chapters import Item, Piece

LISTS = {"guide-checklist": "checklist", "guide-plan": "plan", "guide-review": "review"}


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
    lines = {
        name: [take_line(line) for line in item.xpath(f".//*[@data-say='{name}']")]
        for name in ("weak", "better", "ask")
    }
    for listing in [listing for listing in item.iter("ul") if not listing.findall("li")]:
        listing.drop_tree()
    why = Markup("".join(outer(child) for child in item if child is not label))
    return Item(
        Markup(outer(orders[0])) if orders else inner(label),
        why,
        item.get("data-when", ""),
        item.get("data-who", ""),
        tuple(zip_longest(lines["weak"], lines["better"], fillvalue=Markup())),
        tuple(lines["ask"]),
    )


def take_line(line: html.HtmlElement) -> Markup:
    """
    Take a line of a review out of its item, and return it without its label: the template writes its own.
    """
    label = line.find("*[@data-say='label']")
    label.tail = (label.tail or "").lstrip()
    label.drop_tree()
    line.drop_tree()
    return inner(line)


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
