"""
The checklist block.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block, type_html_identifier

from guide.blocks.ticks import draw_ticks


class Checklist(Block):
    """
    A list to tick. The title names it; `id` is what parents' devices remember it by, for ever.

        /// checklist | The week before
            id: week-before

        - [ ] **Ask who is coming.** Without a signer there is no deal that day. {#confirm-people}
        ///

    Each item stands on one line: the order in bold, its reason, its id.
    """

    NAME = "checklist"
    ARGUMENT = True
    OPTIONS = {"id": ["", type_html_identifier]}

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-checklist", {"class": "guide-checklist", "id": self.options["id"]})
        title = etree.SubElement(root, "h2", {"class": "guide-checklist__title", "id": f"{self.options['id']}-list"})
        title.text = self.argument
        return root

    def on_markdown(self):
        # Python-Markdown does not know our element, so it would treat the
        # content as one line of text and leave the list unparsed.
        return "block"

    def on_end(self, block):
        draw_ticks(block, self.options["id"], self.NAME)
