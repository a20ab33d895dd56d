"""
The block for a family's case: what is next, of all that their device keeps.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block


class Case(Block):
    """
    What is next for a parent who comes back. The content shows where nothing is kept, and without scripts: where to
    begin.

        /// case
        - [Write my letter](letters/index.md)
        ///
    """

    NAME = "case"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-case", {"class": "guide-case"})
        return etree.SubElement(root, "div", {"class": "guide-case__without"})

    def on_markdown(self):
        return "block"
