"""
Blanks to fill in: in a letter, and in words to say.
"""

import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guide.grammar import BLANK
from guide.phrases import Phrases


class Blank(InlineProcessor):
    """
    `[Label]`, where the label is one of `fields.yml`: a blank to fill in.
    """

    def __init__(self, data, md):
        super().__init__(BLANK.pattern, md)
        self.data = data
        self.keys = data.field_by_label

    def handleMatch(self, match, text):
        key = self.keys.get(match[1])
        if not key:
            return None, None, None
        blank = etree.Element(
            "span", {"class": "guide-blank", "data-field": key, "data-kind": self.data.fields[key].kind}
        )
        entry = self.data.fields[key]
        if entry.optional:
            blank.set("data-optional", "")
        if entry.number:
            blank.set("data-number", entry.number)
        # The line is drawn by the style sheets; the label is what a parent reads on it.
        etree.SubElement(blank, "span", {"class": "guide-blank__line"})
        etree.SubElement(blank, "span", {"class": "guide-blank__label"}).text = AtomicString(match[1])
        return blank, match.start(0), match.end(0)


class SpokenBlanks(Treeprocessor):
    """
    Marks the blanks outside letters: who has a page read out hears "blank", and scripts fill in what was kept.
    """

    def __init__(self, phrases: Phrases, md):
        super().__init__(md)
        self.phrases = phrases

    def run(self, root):
        for element in root:
            if element.tag == "guide-letter":
                continue
            if element.get("class") == "guide-blank":
                element.set("class", "guide-blank guide-blank--spoken")
                aloud = etree.Element("span", {"class": "guide-blank__aloud", "data-search-exclude": ""})
                aloud.text = AtomicString(f"{self.phrases('boxes.blank_aloud')} ")
                element.insert(1, aloud)
            else:
                self.run(element)
