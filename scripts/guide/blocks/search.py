"""
The block of the search.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block


class Search(Block):
    """
    The search of the guide. The content is what shows until something is typed, and without scripts; what follows the
    block shows then too, and where nothing is found.

        /// search
        ## Parents often ask
        ...
        ///
    """

    NAME = "search"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-search", {"class": "guide-search"})
        return etree.SubElement(root, "div", {"class": "guide-search__start"})

    def on_markdown(self):
        return "block"
