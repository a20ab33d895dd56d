"""
The block for the promises of an agreement.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from guide.blocks.sheets import Sheets


class Tracker(Sheets):
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
    PREFIX = "guide-tracker"
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
