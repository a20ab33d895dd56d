"""
Items that can be ticked: `- [ ] words {#id}` in a checklist, a plan, a review or a letter.
"""

import xml.etree.ElementTree as etree

from guide.grammar import parse_item_text

# What a step says of who does it, by what its author wrote.
WHO = {"you": "you", "district": "the district", "state": "the state", "mediator": "the mediator", "helper": "your helper", "both": "both sides"}


def draw_ticks(root: etree.Element, owner: str, block_name: str) -> None:
    """
    Turn each item below `root` into a box with its label. `owner` is the id of the checklist or letter.

    In a checklist the order in bold is the label and the reason follows it; in a letter the
    whole sentence is the label. The list's texts are still Markdown here: Python-Markdown works
    on them when all blocks are done.
    """
    for listing in [*root.iter("ul"), *root.iter("ol")]:
        groups = 0
        before = None
        for item in listing.findall("li"):
            # A list with empty lines between its items holds its text in paragraphs.
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            tick = parse_item_text((holder.text or "").strip())
            if not tick:
                continue
            listing.set("class", f"guide-{block_name}__items")
            item.set("class", f"guide-{block_name}__item")
            rest = [child for child in item if child is not holder]
            for child in list(item):
                item.remove(child)
            item.text = None
            box_id = f"{owner}.{tick.id}"
            box = etree.SubElement(item, "input", {
                "type": "checkbox", "class": f"guide-{block_name}__box", "id": box_id,
                "data-item": tick.id, "autocomplete": "off"})
            box.tail = " "
            if tick.is_ticked:
                box.set("checked", "checked")
            if tick.is_alternative:
                groups += not (before and before.is_alternative)
                box.set("data-one-of", str(groups))
            before = tick
            label = etree.SubElement(item, "label", {"for": box_id})
            if tick.order and block_name != "letter":
                label.text = f"**{tick.order}**"
                draw_when(label, tick.attributes)
                label.tail = " "
                if tick.reason or rest:
                    why = etree.SubElement(item, "div", {"class": f"guide-{block_name}__why"})
                    why.text = tick.reason
                    why.extend(rest)
            else:
                label.text = tick.text
                item.extend(rest)


def draw_when(label: etree.Element, attributes: dict[str, str]) -> None:
    """
    Put before a step's order on which day it is done, counted from the plan's start, and who does it.
    """
    if not {"day", "when"} & attributes.keys():
        return
    day = attributes.get("day", "")
    if "when" in attributes:
        said = attributes["when"]
    else:
        away = int(day)
        said = f"Day {away}" if away >= 0 else f"{-away} day{'s' if away < -1 else ''} before"
    when = etree.Element("span", {"class": "guide-plan__when"})
    if "day" in attributes:
        when.set("data-day", day)
    when.text = said
    who = WHO.get(attributes.get("who", ""), "")
    when.tail = f", {who}: {label.text}" if who else f": {label.text}"
    label.text = None
    label.append(when)
