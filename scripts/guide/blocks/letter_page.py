"""
What a letter makes of the page around it: where its form begins, and the other parts as rows that open.
"""

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from guide.data import Data
from guide.data.letters import LetterRule
from guide.grammar import blank_labels
from guide.phrases import Phrases


def open_page(parent: etree.Element, rule: LetterRule | None, phrases: Phrases) -> None:
    """
    Put a place for the button that begins the form above the first part of the page, and make rows of the two parts
    that stand before a letter or a worksheet. A sheet stands among the parts of another page, which stay.
    """
    parts = [child for child in parent if child.tag == "h2"]
    start = etree.Element("div", {"class": "guide-letter__start", "data-search-exclude": ""})
    parent.insert(list(parent).index(parts[0]) if parts else len(parent), start)
    if not rule or rule.kind == "sheet":
        return
    titles = {
        "letter": (phrases("letter.right_letter_title"), phrases("letter.handy_title")),
        "worksheet": (phrases("letter.right_worksheet_title"), phrases("letter.handy_title")),
    }[rule.kind]
    # A page that lacks one of its parts is told by a rule; while previewing it is drawn as it is.
    for heading, after, title in zip(parts, parts[1:], titles, strict=False):
        fold_part(parent, heading, after, title)


class AfterLetter(Treeprocessor):
    """
    Makes a row of the part of a page below its letter or worksheet, up to what leads to the next page.
    """

    def __init__(self, phrases: Phrases, md):
        super().__init__(md)
        self.phrases = phrases

    def run(self, root):
        children = list(root)
        place = next((n for n, child in enumerate(children) if child.tag == "guide-letter"), len(children))
        parts = [child for child in children[place + 1 :] if child.tag == "h2" or child.get("class") == "guide-next"]
        if not parts or parts[0].tag != "h2" or children[place].get("data-kind") == "sheet":
            return
        titles = {
            "letter": self.phrases("letter.after_letter_title"),
            "worksheet": self.phrases("letter.after_worksheet_title"),
        }
        heading, after = parts[0], next(iter(parts[1:]), None)
        fold_part(root, heading, after, titles[children[place].get("data-kind", "letter")]).set("data-after", "")


def fold_part(parent: etree.Element, heading: etree.Element, after: etree.Element | None, title: str) -> etree.Element:
    """
    Make a row of a part of the page, up to `after` or the end: its title, its heading, and what it warns of. Return it.
    """
    children = list(parent)
    start = children.index(heading)
    row = etree.Element("details", {"class": "guide-fold", "data-row": ""})
    summary = etree.SubElement(row, "summary")
    etree.SubElement(summary, "strong").text = title
    for child in children[start : len(children) if after is None else children.index(after)]:
        parent.remove(child)
        (summary if child is heading else row).append(child)
    for warning in row.findall("div[@class='guide-warning']/p[@class='guide-warning__title']"):
        etree.SubElement(summary, "small").text = warning.text
    parent.insert(start, row)
    return row


def mark_steps(sheet: etree.Element, rule: LetterRule | None, data: Data) -> None:
    """
    Say of each child of the sheet in which group of the form its blanks and choices are asked for (`data-step`), and of
    each choice that is asked for in another one.
    """
    if not rule:
        return
    steps = {section.id: section.step for section in rule.required_sections}
    for child in sheet:
        if child.get("data-section") in steps:
            child.set("data-step", steps[child.get("data-section", "")])
        for item in child.iter("li"):
            box = item.find("input")
            step = None if box is None else step_of_choice(item, box.get("data-item", ""), rule, data)
            if step:
                item.set("data-step", step)


def step_of_choice(item: etree.Element, name: str, rule: LetterRule, data: Data) -> str | None:
    """
    Return the group of a choice that is not asked for in the group of its section: who writes, or a blank with a group.
    """
    if name in rule.about_you:
        return "you"
    labels = [label for text in item.itertext() for label in blank_labels(text)]
    keys = [data.field_by_label[label] for label in labels if label in data.field_by_label]
    return next((data.fields[key].step for key in keys), None)
