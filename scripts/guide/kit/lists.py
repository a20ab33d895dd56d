"""
The lists to tick on paper: checklist, plan and review.
"""

from lxml import html
from markupsafe import Markup, escape

from guide.kit.chapters import Item, Piece

LISTS = {"guide-checklist": "checklist", "guide-plan": "plan", "guide-review": "review"}


def read_list(top: html.HtmlElement) -> Piece:
    """
    Return a list with its items.
    """
    # All are found before the first is read: reading one takes lines out of it.
    items = list(top.find_class("guide-checklist__item"))
    return Piece(LISTS[top.tag], items=tuple(read_item(item) for item in items))


def read_item(item: html.HtmlElement) -> Item:
    label = item.find("label")
    found = {kind: [line for line in item.find_class(f"guide-review__{kind}")] for kind in ("weak", "better", "ask")}
    lines = {kind: [said(line) for line in found[kind]] for kind in found}
    for line in (line for kind in found.values() for line in kind):
        line.drop_tree()
    for listing in [listing for listing in item.iter("ul") if not listing.findall("li")]:
        listing.drop_tree()
    when, who = take_when(label)
    why = Markup("".join(outer(child) for child in item if child is not label))
    return Item(inner(label), why, when, who, pair(lines["weak"], lines["better"]), tuple(lines["ask"]))


def take_when(label: html.HtmlElement) -> tuple[str, str]:
    """
    Take the day of a step and who does it out of its label, and return them.
    """
    found = label.find_class("guide-plan__when")
    if not found:
        return "", ""
    when, who = found[0].text_content(), (found[0].tail or "").strip(" ,:")
    found[0].tail = None
    found[0].drop_tree()
    return when, who


def said(line: html.HtmlElement) -> Markup:
    """
    Return a line of a review without the word it begins with.
    """
    for name in line.findall("strong")[:1]:
        name.tail = (name.tail or "").lstrip()
        # Only its words go; what follows it stays.
        name.text = None
        name.drop_tag()
    return inner(line)


def pair(weak: list[Markup], better: list[Markup]) -> tuple[tuple[Markup, Markup], ...]:
    """
    Return the weak words, each with better ones beside it; where one side has more, the other is empty.
    """
    rows = max(len(weak), len(better))
    return tuple(zip(weak + [Markup()] * (rows - len(weak)), better + [Markup()] * (rows - len(better))))


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
