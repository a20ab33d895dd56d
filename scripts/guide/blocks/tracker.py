"""
The block for the promises of an agreement.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.block import Block


class Tracker(Block):
    """
    The promises of a signed agreement, and how each stands today. The content are the two tables that are printed and
    filled in by hand, each with the columns of `TABLES`, in that order, and one row as an example.

        /// tracker
        | Promise | Who | How much | Where | First day | Last day | Proof | Kept? |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | "Speech therapy" | therapist | 30 minutes, twice a week | school | Jan 11 | May 28 | monthly log | |

        One line for each session:

        | Day | Minutes due | Minutes given | Not due, and why | Who | What happened |
        | --- | --- | --- | --- | --- | --- |
        | Jan 11 | 30 | 0 | | nobody | The therapist was ill. |
        ///

    The titles of the columns may be worded otherwise. Words directly above a table are its caption. Empty rows come by
    themselves.
    """

    NAME = "tracker"
    ARGUMENT = False
    TABLES: ClassVar = {
        "promises": (
            "promise",
            "who",
            "how much and how often",
            "where",
            "first day",
            "last day",
            "proof",
            "what happened",
        ),
        "sessions": ("day", "minutes due", "minutes given", "not due", "who", "what happened"),
    }
    EMPTY_ROWS: ClassVar = {"promises": 6, "sessions": 14}

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-tracker", {"class": "guide-tracker", "id": "tracker"})
        return etree.SubElement(root, "div", {"class": "guide-tracker__paper"})

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        for name, table in zip(self.TABLES, block.findall("table"), strict=False):
            table.set("class", f"guide-tracker__{name}")
            place = list(block).index(table)
            if place and block[place - 1].tag == "p":
                caption = block[place - 1]
                block.remove(caption)
                caption.tag = "caption"
                table.insert(0, caption)
            titles = ["".join(cell.itertext()) for cell in table.iter("th")]
            for body in table.iter("tbody"):
                self.fill_body(body, titles, self.EMPTY_ROWS[name])

    @staticmethod
    def fill_body(body: etree.Element, titles: list[str], empty_rows: int) -> None:
        """
        Mark the rows of a table as examples, each cell with its title, and add empty rows below them.
        """
        for row in body:
            row.set("class", "guide-tracker__example")
            # A phone shows a cell below its title.
            for title, cell in zip(titles, row, strict=False):
                cell.set("data-title", title)
        for _ in range(empty_rows):
            row = etree.SubElement(body, "tr", {"class": "guide-tracker__empty"})
            for _ in titles:
                etree.SubElement(row, "td")
