"""
The block that shows the facts of one topic as the law in plain words.
"""

import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_string

from guide.blocks.facts import draw_source


class Law(Block):
    """
    All facts of a topic: what each says, where it stands, what kind of rule it is and how sure we are of it.
    A fact's note is for maintainers and is not shown.

        /// law
            topic: stay-put
        ///
    """

    NAME = "law"
    ARGUMENT = False
    OPTIONS = {"topic": ["", type_string]}

    def on_create(self, parent):
        listing = etree.SubElement(parent, "ul", {"class": "guide-law"})
        for key, fact in self.config["data"].facts_of(self.options["topic"]).items():
            item = etree.SubElement(listing, "li", {"class": "guide-law__fact", "id": f"law-{key}"})
            etree.SubElement(item, "p", {"class": "guide-law__words"}).text = fact.statement
            source = etree.SubElement(item, "p", {"class": "guide-law__source", "data-search-exclude": ""})
            draw_source(source, key, fact).tail = " "
            if fact.compared:
                compared = etree.SubElement(source, "span", {"class": "guide-law__compared"})
                seen = "We looked at" if fact.status == "confirmed" else "So far we looked only at"
                compared.text = AtomicString(f"{seen}: {fact.compared}.")
        return listing
