"""
The block in which a family puts its own kit together, to be printed in one go.
"""

import json
import xml.etree.ElementTree as etree
from typing import ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_string

from guide.data import Data


class Kit(Block):
    """
    What a family may print together, in groups: the list is whole without scripts, and becomes boxes to tick with them.
    `fields` are the names that are asked for here, as keys of `fields.yml`; the first one says on the cover whose kit
    it is.

        /// kit
            fields: child-name, parent-name

        Scripts are off in this browser. Open each page, and print it.

        ## Start with what happened
        - After a bad meeting: [the plan](plans/first-days.md#first-days) and [the note](letters/note.md#note)

        ## Letters
        - [Write down what was said](letters/note.md#note) After a call or a meeting.
        ///

    An item with one link offers a piece: a letter, a list to tick or a phone script, by its page and its id. An item
    with several is a ready choice: its words before the first link name it, and the links are what it ticks.
    """

    NAME = "kit"
    ARGUMENT = False
    OPTIONS: ClassVar = {"fields": ("", type_string)}

    def on_create(self, parent):
        # Each title stands on a page of its own, which is the better answer to who seeks it.
        return etree.SubElement(parent, "guide-kit", {"class": "guide-kit", "data-search-exclude": ""})

    def on_markdown(self):
        # As in the checklist: Python-Markdown does not know our element.
        return "block"

    def on_end(self, block):
        data: Data = self.config["data"]
        # A key that is none is told by a rule; while previewing the tool is drawn without it.
        asked = {
            key: data.fields[key].model_dump(exclude_defaults=True)
            for key in field_keys(self.options["fields"])
            if key in data.fields
        }
        script = etree.SubElement(block, "script", {"type": "application/json", "class": "guide-kit__data"})
        # A "<" could end the script.
        script.text = AtomicString(json.dumps(asked, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def field_keys(written: str) -> list[str]:
    """
    Return the keys of fields that the option `fields` of a kit names.
    """
    return [key.strip() for key in written.split(",") if key.strip()]
