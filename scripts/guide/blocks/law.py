"""
The block that shows the facts of one topic as the law in plain words.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_string

from guide.blocks.facts import draw_source
from guide.data.facts import Check
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
            if fact.latest_check and fact.latest_check.compared:
                draw_compared(source, fact.latest_check, fact.status, phrases)
        return listing


def draw_compared(source: etree.Element, check: Check, status: str, phrases: Phrases) -> None:
    """
    Draw into `source` what was compared, and the words that were copied from it.
    """
    compared = etree.SubElement(source, "span", {"class": "guide-law__compared"})
    compared.text = AtomicString(
        phrases("law.compared", what=check.compared)
        if status == "confirmed"
        else phrases("law.compared_so_far", what=check.compared)
    )
    if check.compared_words:
        compared.text = AtomicString(f"{compared.text} {phrases('law.compared_words')} ")
        etree.SubElement(compared, "q").text = AtomicString(check.compared_words)
