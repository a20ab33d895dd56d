"""
The sheet of a letter, made ready for paper.
"""

import itertools

from lxml import html

# How many lines to write on a blank of that kind has; of the others, one.
LINES = {"list": 3, "long": 6}


def make_writable(sheet: html.HtmlElement) -> None:
    """
    Give the blanks of a sheet their lines to write on; style sheets draw the boxes.
    """
    for box in sheet.xpath(".//input[@data-item]"):
        if box.get("checked") is not None:
            box.getparent().classes.add("guide-letter__item--ticked")
        box.drop_tree()
    for blank in sheet.xpath(".//*[@data-field]"):
        line = blank.find_class("guide-blank__line")[0]
        for _ in range(LINES.get(blank.get("data-kind"), 1) - 1):
            line.addprevious(html.Element("span", {"class": "guide-blank__line"}))
        if blank.get("data-kind") == "list" and blank.getparent().get("data-unit") == "item":
            blank.getparent().classes.add("guide-letter__item--lines")
    for before, after in itertools.pairwise(sheet):
        if before.tag == "p" and (after.tag in ("ul", "ol") or after.xpath(".//*[@data-kind='long']")):
            before.classes.add("guide-letter__leads")
    for line in sheet.xpath(".//*[@data-unit='line']"):
        if (
            len(line) == 1
            and line[0].get("data-kind", "list") not in LINES
            and not ((line.text or "") + (line[0].tail or "")).strip()
        ):
            line.classes.add("guide-letter__line--lone")
    for label in sheet.iter("label"):
        label.attrib.pop("for", None)
