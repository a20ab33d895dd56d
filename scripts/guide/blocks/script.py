"""
The blocks for what to say: a phone script, and a reply at the table.
"""

import itertools
import xml.etree.ElementTree as etree
from typing import ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_html_identifier

from guide.grammar import PHONE
from guide.phrases import Phrases


class Script(Block):
    """
    A phone call, from its purpose to the next step. The title names it; its sections are those of `SECTIONS`. The first
    number in it is that of the button to call; what depends on the other side is closed until it is needed.

        /// script | Call the district about mediation
            id: call-district

        ## Why you call
        You ask if the district will come to mediation.

        ## What you say
        > Hello, this is [Your name].

        ## If they say
        "We do not do that"
        :   "I mean the state's free mediation. May I send you the page?"
        ///
    """

    NAME = "script"
    ARGUMENT = True
    OPTIONS: ClassVar = {"id": ("", type_html_identifier)}
    SECTIONS = (
        "Why you call",
        "Have ready",
        "What you say",
        "If they say",
        "If nobody answers",
        "Write down",
        "Next step",
    )

    FOLDED = ("If they say", "If nobody answers")

    def on_create(self, parent):
        root = etree.SubElement(
            parent, "section", {"class": "guide-script", "id": self.options["id"], "aria-label": self.argument}
        )
        etree.SubElement(
            root, "h2", {"class": "guide-script__title", "id": f"{self.options['id']}-call"}
        ).text = self.argument
        return root

    def on_end(self, block):
        for heading in block.findall("h2")[1:]:
            heading.tag = "h3"
            heading.set("class", f"guide-script__{(heading.text or '').lower().replace(' ', '-')}")
            if heading.text in self.FOLDED:
                fold(block, heading)
        if number := PHONE.search("".join(block.itertext())):
            phrases: Phrases = self.config["phrases"]
            line = etree.Element("p", {"class": "guide-script__call"})
            button = etree.SubElement(line, "a", {"class": "guide-button", "href": f"tel:{number[0]}"})
            button.text = AtomicString(phrases("boxes.call_button", phone=number[0]))
            block.insert(1, line)


def fold(block, heading):
    """
    Put a heading of `block`, and what stands below it up to the next one, into a part that opens when it is pressed.
    """
    start = list(block).index(heading)
    below = list(itertools.takewhile(lambda each: each.tag not in ("h2", "h3"), list(block)[start + 1 :]))
    details = etree.Element("details", {"class": "guide-fold"})
    etree.SubElement(details, "summary").append(heading)
    for each in (heading, *below):
        block.remove(each)
    details.extend(below)
    block.insert(start, details)


class Reply(Block):
    """
    What to answer at the table. The title is what the other side says, or what happens; then one answer that keeps
    the peace, and one that makes a record.

        /// reply | "We have no staff for that."
            id: no-staff

        Keep the peace
        :   "I know that hiring is hard. What could start while you look?"

        For the record
        :   "Please write down that the service is not given for lack of staff."
        ///
    """

    NAME = "reply"
    ARGUMENT = True
    OPTIONS: ClassVar = {"id": ("", type_html_identifier)}
    ANSWERS = ("Keep the peace", "For the record")

    def on_create(self, parent):
        root = etree.SubElement(parent, "section", {"class": "guide-reply", "id": self.options["id"]})
        etree.SubElement(
            root, "h2", {"class": "guide-reply__title", "id": f"{self.options['id']}-said"}
        ).text = self.argument
        return root
