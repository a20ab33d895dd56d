"""
The block that shows the facts of one topic as the law in plain words.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_boolean, type_string

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

    Where a topic went to another page, `moved: true` keeps the ids of its facts: an old address then leads to the
    block, behind the link to that page.
    """

    NAME = "law"
    ARGUMENT = False
    OPTIONS: ClassVar = {"topic": ("", type_string), "moved": (False, type_boolean)}

    def on_create(self, parent):
        if self.options["moved"]:
            ids = etree.SubElement(parent, "div", {"class": "guide-law-moved"})
            for key in self.config["data"].facts_of(self.options["topic"]):
                etree.SubElement(ids, "span", {"id": f"law-{key}"})
            return ids
        phrases: Phrases = self.config["phrases"]
        listing = etree.SubElement(parent, "ul", {"class": "guide-law"})
        for key, fact in self.config["data"].facts_of(self.options["topic"]).items():
            item = etree.SubElement(listing, "li", {"class": "guide-law__fact", "id": f"law-{key}"})
            etree.SubElement(item, "p", {"class": "guide-law__words"}).text = fact.statement
            source = etree.SubElement(
                item, "p", {"class": "guide-law__source", "data-fact": key, "data-search-exclude": ""}
            )
            draw_source(source, fact, phrases).tail = " "
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
