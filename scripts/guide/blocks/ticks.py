"""
Items that can be ticked: `- [ ] words {#id}` in a checklist, a plan, a review or a letter.
"""

import re
import xml.etree.ElementTree as etree

ITEM = re.compile(r"^(?P<box>\[[ x]\]|\([ x]\))\s+(?P<words>.*?)\s*\{#(?P<id>[a-z0-9-]+)(?P<options>[^}]*)\}\s*$", re.DOTALL)
# What a step of a plan says behind its id: day=3, when="Before you leave", who=you.
OPTION = re.compile(r"""(?P<name>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[\w.-]+))""")
WHO = {"you": "you", "district": "the district", "state": "the state", "mediator": "the mediator", "helper": "your helper", "both": "both sides"}
ORDER = re.compile(r"^\*\*(?P<order>.+?)\*\*\s*(?P<why>.*)$", re.DOTALL)


def draw_ticks(root: etree.Element, owner: str, block_name: str) -> None:
    """
    Turn each item below `root` into a box with its label. `owner` is the id of the checklist or letter.

    In a checklist the order in bold is the label and the reason follows it; in a letter the
    whole sentence is the label. The list's texts are still Markdown here: Python-Markdown works
    on them when all blocks are done.
    """
    for listing in [*root.iter("ul"), *root.iter("ol")]:
        groups = 0
        before = ""
        for item in listing.findall("li"):
            # A list with empty lines between its items holds its text in paragraphs.
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            match = ITEM.match((holder.text or "").strip())
            if not match:
                continue
            listing.set("class", f"guide-{block_name}__items")
            item.set("class", f"guide-{block_name}__item")
            rest = [child for child in item if child is not holder]
            for child in list(item):
                item.remove(child)
            item.text = None
            box_id = f"{owner}.{match['id']}"
            box = etree.SubElement(item, "input", {
                "type": "checkbox", "class": f"guide-{block_name}__box", "id": box_id,
                "data-item": match["id"], "autocomplete": "off"})
            box.tail = " "
            if "x" in match["box"]:
                box.set("checked", "checked")
            if match["box"].startswith("("):
                # Alternatives side by side: one at most is true.
                groups += not before.startswith("(")
                box.set("data-one-of", str(groups))
            before = match["box"]
            label = etree.SubElement(item, "label", {"for": box_id})
            order = ORDER.match(match["words"])
            if order and block_name != "letter":
                label.text = f"**{order['order']}**"
                draw_when(label, options_of(match["options"]))
                label.tail = " "
                if order["why"] or rest:
                    why = etree.SubElement(item, "div", {"class": f"guide-{block_name}__why"})
                    why.text = order["why"]
                    why.extend(rest)
            else:
                label.text = match["words"]
                item.extend(rest)


def options_of(text: str) -> dict[str, str]:
    """
    Return what stands behind an item's id: `day=3 who=you` as {"day": "3", "who": "you"}.
    """
    return {match["name"]: match["quoted"] if match["bare"] is None else match["bare"] for match in OPTION.finditer(text)}


def draw_when(label: etree.Element, options: dict[str, str]) -> None:
    """
    Put before a step's order on which day it is done, counted from the plan's start, and who does it.
    """
    if not {"day", "when"} & options.keys():
        return
    day = options.get("day", "")
    if "when" in options:
        said = options["when"]
    else:
        away = int(day)
        said = f"Day {away}" if away >= 0 else f"{-away} day{'s' if away < -1 else ''} before"
    when = etree.Element("span", {"class": "guide-plan__when"})
    if "day" in options:
        when.set("data-day", day)
    when.text = said
    who = WHO.get(options.get("who", ""), "")
    when.tail = f", {who}: {label.text}" if who else f": {label.text}"
    label.text = None
    label.append(when)
