"""
The block for a parent's saved work.
"""

import json
import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block


class Saved(Block):
    """
    What the browser keeps of a parent's work, and the ways to save it to a file, open one, and erase it.
    The content says what to do where scripts are off.

        /// saved
        Without scripts the guide keeps nothing.
        ///
    """

    NAME = "saved"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "guide-saved", {"class": "guide-saved"})
        return etree.SubElement(root, "div", {"class": "guide-saved__without"})

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        data = self.config["data"]
        labels = {
            "fields": {key: entry.label for key, entry in data.fields.items()},
            "letters": {key: rule.title for key, rule in data.letters.items()},
        }
        script = etree.SubElement(block, "script", {"type": "application/json", "class": "guide-saved__data"})
        # A "<" could end the script.
        script.text = AtomicString(
            json.dumps(labels, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        )
