"""
The block for a family's file: what happened, and which papers there are.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from guide.blocks.sheets import Sheets


class OurFile(Sheets):
    """
    What happened and which papers a family has. The content are the two tables that are printed and filled in by hand,
    each with the columns of `TABLES`, in that order, and rows as examples.

        /// our-file
        | Day | What happened | Who, and what | Proof | Check back |
        | --- | --- | --- | --- | --- |
        | January 6 | I called | The case manager: the log comes Friday | note | January 15 |

        | No. | Paper | Day | Pages | Where it is |
        | --- | --- | --- | --- | --- |
        | 1 | IEP | March 12 | 22 | blue folder |
        ///

    The titles of the columns may be worded otherwise. Words directly above a table are its caption. Empty rows come by
    themselves.
    """

    NAME = "our-file"
    PREFIX = "guide-sheet"
    TABLES: ClassVar = {
        "log": ("day", "what happened", "who, and what", "proof", "check back"),
        "papers": ("number", "paper", "day", "pages", "where it is"),
    }
    EMPTY_ROWS: ClassVar = {"log": 16, "papers": 20}

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-our-file", {"class": "guide-our-file", "id": "our-file"})
        return etree.SubElement(root, "div", {"class": "guide-our-file__paper guide-sheet"})
