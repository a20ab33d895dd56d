"""
The block that reads a school's paper on the parent's own device.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block


class ReadPaper(Block):
    """
    Reads a paper that a parent pastes or opens: a Notice of Action, an IEP, a letter of suspension. It draws nothing
    without scripts: a list to tick stands below it.

        /// read-paper
        ///
    """

    NAME = "read-paper"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-paper", {"class": "guide-paper"})
        draw_reader(root, "paper")
        return root


def draw_reader(parent: etree.Element, reads: str) -> None:
    """
    Draw the place where a paper is pasted or opened; `reads` says which: "draft" or "paper".
    """
    etree.SubElement(parent, "guide-reader", {"class": "guide-reader", "data-reads": reads})
