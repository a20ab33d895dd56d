"""
The block that shows the facts of one topic as the law in plain words.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_string

from guide.blocks.facts import draw_source
from guide.phrases import Phrases


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
    OPTIONS: ClassVar = {"topic": ("", type_string)}

    def on_create(self, parent):
        phrases: Phrases = self.config["phrases"]
        listing = etree.SubElement(parent, "ul", {"class": "guide-law"})
        for key, fact in self.config["data"].facts_of(self.options["topic"]).items():
            item = etree.SubElement(listing, "li", {"class": "guide-law__fact", "id": f"law-{key}"})
            etree.SubElement(item, "p", {"class": "guide-law__words"}).text = fact.statement
            source = etree.SubElement(item, "p", {"class": "guide-law__source", "data-search-exclude": ""})
            draw_source(source, key, fact, phrases).tail = " "
            if fact.compared:
                compared = etree.SubElement(source, "span", {"class": "guide-law__compared"})
                compared.text = AtomicString(
                    phrases("law.compared", what=fact.compared)
                    if fact.status == "confirmed"
                    else phrases("law.compared_so_far", what=fact.compared)
                )
        return listing
