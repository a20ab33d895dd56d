"""
The block for the promises of an agreement.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block


class Tracker(Block):
    """
    The promises of a signed agreement, and how each stands today. The content is the table that is printed and filled
    in by hand: one column for each of `COLUMNS`, in that order, and one row as an example.

        /// tracker
        | Promise | Who | How much | Where | First day | Last day | Proof | Kept? |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | "Speech therapy" | therapist | 30 minutes, twice a week | school | Jan 11 | May 28 | monthly log | |
        ///

    The titles of the columns may be worded otherwise. Empty rows come by themselves.
    """

    NAME = "tracker"
    ARGUMENT = False
    COLUMNS = ("promise", "who", "how much and how often", "where", "first day", "last day", "proof", "what happened")
    EMPTY_ROWS = 6

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-tracker", {"class": "guide-tracker"})
        return etree.SubElement(root, "div", {"class": "guide-tracker__paper"})

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        table = block.find("table")
        if table is None:
            return
        titles = ["".join(cell.itertext()) for cell in table.iter("th")]
        body = table.find("tbody")
        for row in body:
            row.set("class", "guide-tracker__example")
            # A phone shows a cell below its title.
            for title, cell in zip(titles, row):
                cell.set("data-title", title)
        for _ in range(self.EMPTY_ROWS):
            row = etree.SubElement(body, "tr", {"class": "guide-tracker__empty"})
            for _ in titles:
                etree.SubElement(row, "td")
