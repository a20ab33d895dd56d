"""
The block that lists the letters by what happened.
"""

import re
import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block

from guide.data import Data
from guide.page_files import read_pages
from guide.pages import Page

# One item: the situation, which leads to a letter, and what to know before.
ITEM = re.compile(r"(\[.+?\]\(([\w-]+)\.md\))\s*(.*)", re.DOTALL)
WORD = re.compile(r"\w{2,}")


class WhichLetter(Block):
    """
    The letters, each by the situation that it is for, in a parent's words. Below that stands the letter's name, the title
    of its page. With scripts a parent finds it by typing what happened: the other words of its page count too.

        /// which-letter
        - [They said no to what I asked](pwn-request.md)
        - [They broke a rule](child-complaint.md) You have one year.
        ///

    What few need stands in it below a `fold`. It stands on a page in the folder of the letters.
    """

    NAME = "which-letter"
    ARGUMENT = False

    def on_create(self, parent):
        return etree.SubElement(parent, "guide-which-letter", {"class": "guide-which-letter"})

    def on_markdown(self):
        # As in the checklist: Python-Markdown does not know our element.
        return "block"

    def on_end(self, block):
        docs = self.config["docs"]
        pages = {page.path: page for page in read_pages(docs, docs.parent)[0]}
        for item in block.iter("li"):
            if found := ITEM.fullmatch((item.text or "").strip()):
                self.draw(item, found, pages.get(f"docs/letters/{found[2]}.md"))

    def draw(self, item: etree.Element, found: re.Match, page: Page | None) -> None:
        """
        Draw the letter of an item below its situation, with the other words for it.
        """
        data: Data = self.config["data"]
        situation, letter, note = found.groups()
        rule = data.letters.get(letter)
        name = page.headings[0].text if page and page.headings else rule.title if rule else letter
        item.text = situation
        etree.SubElement(item, "p").text = f"{name}. {note}" if note else name
        item.set("data-letter", letter)
        if page:
            shown = set(WORD.findall(f"{situation} {name} {note}".lower()))
            other = dict.fromkeys(WORD.findall(" ".join(page.meta.get("also", [])).lower()))
            item.set("data-words", " ".join(word for word in other if word not in shown))
