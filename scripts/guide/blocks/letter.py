"""
The letter block, and the blanks in it.
"""

import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_html_identifier

from guide.blocks.ticks import draw_ticks


class Letter(Block):
    """
    A letter on its sheet of paper. The title is its subject; `id` is its key in `letters.yml`.

        /// letter | Request for state mediation
            id: mediation-request

        [Date]

        ## What I am asking for
        I ask for state mediation for my child, [Child's name].
        - [ ] I have not filed a due process complaint. {#none-open}
        ///

    `## heading` starts a section, `[Label]` is a blank, a ticked item is a choice. Each line
    of a paragraph stays a line.
    """

    NAME = "letter"
    ARGUMENT = True
    OPTIONS = {"id": ["", type_html_identifier]}

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-letter", {"class": "guide-letter", "id": self.options["id"]})
        self.sheet = etree.SubElement(root, "section", {"class": "guide-letter__sheet", "aria-label": self.argument})
        return root

    def on_add(self, block):
        return self.sheet

    def on_markdown(self):
        # As in the checklist: Python-Markdown does not know our element.
        return "block"

    def on_end(self, block):
        subject = etree.Element("p", {"class": "guide-letter__subject"})
        subject.text = f"**{self.argument}**"
        first = next((i for i, child in enumerate(self.sheet) if child.tag == "h2"), len(self.sheet))
        self.sheet.insert(first, subject)
        for child in self.sheet.iter("h2"):
            # The page's own "The letter" stands above it.
            child.tag = "h3"
        draw_ticks(self.sheet, self.options["id"], self.NAME)
        for child in self.sheet.iter("p"):
            if child.text:
                child.text = child.text.replace("\n", "  \n")


class Blank(InlineProcessor):
    """
    `[Label]`, where the label is one of `fields.yml`: a blank to fill in.
    """

    def __init__(self, data, md):
        super().__init__(r"\[([^\[\]\n^]+)\](?![\[(:])", md)
        self.data = data
        self.keys = data.field_by_label

    def handleMatch(self, match, text):
        key = self.keys.get(match[1])
        if not key:
            return None, None, None
        blank = etree.Element("span", {
            "class": "guide-blank", "data-field": key, "data-kind": self.data.fields[key].kind})
        # The line is drawn by the style sheets; the label is what a parent reads on it.
        etree.SubElement(blank, "span", {"class": "guide-blank__line"})
        etree.SubElement(blank, "span", {"class": "guide-blank__label"}).text = AtomicString(match[1])
        return blank, match.start(0), match.end(0)
