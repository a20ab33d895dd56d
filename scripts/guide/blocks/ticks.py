"""
Items that can be ticked: `- [ ] words {#id}` in a checklist, a plan, a review or a letter.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable

from guide.grammar import Item, parse_item_text
from guide.phrases import Phrases

# What a step says of who does it, by what its author wrote.
WHO: dict[str, Callable[[Phrases], str]] = {
    "you": lambda phrases: phrases("plan.you"),
    "district": lambda phrases: phrases("plan.district"),
    "state": lambda phrases: phrases("plan.state"),
    "mediator": lambda phrases: phrases("plan.mediator"),
    "helper": lambda phrases: phrases("plan.helper"),
    "both": lambda phrases: phrases("plan.both"),
}

# What a point of a review says of itself behind its id: for a parent in the room, and of what is given up.
POINT = ("room", "gives")


def draw_ticks(root: etree.Element, owner: str, block_name: str, phrases: Phrases) -> None:
    """
    Turn each item below `root` into a box with its label. `owner` is the id of the checklist or letter.

    In a checklist the order in bold is the label and the reason follows it; in a letter the
    whole sentence is the label. The list's texts are still Markdown here: Python-Markdown works
    on them when all blocks are done.
    """
    for listing in [*root.iter("ul"), *root.iter("ol")]:
        groups, before = 0, None
        for item in listing.findall("li"):
            # A list with empty lines between its items holds its text in paragraphs.
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            tick = parse_item_text((holder.text or "").strip())
            if not tick:
                continue
            listing.set("class", f"guide-{block_name}__items")
            rest = [child for child in item if child is not holder]
            item.clear()
            item.set("class", f"guide-{block_name}__item")
            item.attrib.update({f"data-{name}": tick.attributes[name] for name in POINT if name in tick.attributes})
            box = draw_box(item, f"{owner}.{tick.id}", tick, block_name)
            if tick.is_alternative:
                groups += not (before and before.is_alternative)
                box.set("data-one-of", str(groups))
            before = tick
            label = etree.SubElement(item, "label", {"for": f"{owner}.{tick.id}"})
            if tick.order and block_name != "letter":
                draw_when(item, label, tick.attributes, phrases)
                etree.SubElement(label, "strong", {"data-say": "order"}).text = tick.order
                label.tail = " "
                if tick.reason or rest:
                    why = etree.SubElement(item, "div", {"class": f"guide-{block_name}__why"})
                    why.text = tick.reason
                    why.extend(rest)
            else:
                label.text = tick.text
                item.extend(rest)


def draw_box(item: etree.Element, box_id: str, tick: Item, block_name: str) -> etree.Element:
    """
    Draw into `item` the box to tick, and return it.
    """
    about = {"type": "checkbox", "class": f"guide-{block_name}__box", "id": box_id, "data-item": tick.id}
    box = etree.SubElement(item, "input", {**about, "autocomplete": "off"})
    box.tail = " "
    if tick.is_ticked:
        box.set("checked", "checked")
    return box


def draw_when(item: etree.Element, label: etree.Element, attributes: dict[str, str], phrases: Phrases) -> None:
    """
    Put before a step's order on which day it is done, counted from the plan's start, and who does it. The item says
    both in `data-when` and `data-who`, for later readers.
    """
    if not {"day", "when"} & attributes.keys():
        return
    # On paper both stand in a column of their own.
    if "mark" in attributes:
        item.set("data-mark", attributes["mark"])
    day = etree.SubElement(label, "span", {"class": "guide-plan__day"})
    when = etree.SubElement(day, "span", {"class": "guide-plan__when"})
    if "day" in attributes:
        when.set("data-day", attributes["day"])
    when.text = attributes.get("when") or format_distance(int(attributes["day"]), phrases)
    item.set("data-when", when.text)
    who = WHO[attributes["who"]](phrases) if attributes.get("who") in WHO else ""
    if who:
        item.set("data-who", who)
    when.tail = f", {who}: " if who else ": "


def format_distance(days: int, phrases: Phrases) -> str:
    """
    Return a number of days from a plan's start in words: "Day 3", "1 day before".
    """
    return phrases("plan.day", number=days) if days >= 0 else phrases("plan.before", count=-days)
