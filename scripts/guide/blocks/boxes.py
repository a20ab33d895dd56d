"""
The blocks that set some of an author's words apart: answer, warning, next, doors, downloads, fold.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block

from guide.phrases import Phrases


class Box(Block):
    """
    A `div` around the author's words; what it is called stands in `NAME`.
    """

    def on_create(self, parent):
        return etree.SubElement(parent, "div", {"class": f"guide-{self.NAME}"})

    def label(self, root, text, purpose="label"):
        """
        Put a line of its own before the author's words.
        """
        line = etree.Element("p", {"class": f"guide-{self.NAME}__{purpose}"})
        line.text = text
        root.insert(0, line)


class Answer(Box):
    """
    The answer of the page in two or three sentences, first below its title.

        /// answer
        Mediation can fit when ...
        ///
    """

    NAME = "answer"
    ARGUMENT = False


class WarningBox(Box):
    """
    The one thing on a page that must not be missed. The title is the warning itself.

        /// warning | Mediation does not freeze the placement
        A planned change can still start ...
        ///
    """

    NAME = "warning"
    ARGUMENT = True

    def on_create(self, parent):
        root = super().on_create(parent)
        root.set("role", "note")
        return root

    def on_end(self, block):
        self.label(block, self.argument, "title")


class NextStep(Box):
    """
    The one next step at the end of a page: a single link.

        /// next
        [Who can come with you](lawyers-and-helpers.md)
        ///
    """

    NAME = "next"
    ARGUMENT = False

    def on_end(self, block):
        phrases: Phrases = self.config["phrases"]
        self.label(block, phrases("boxes.next_label"))


class Doors(Box):
    """
    A list of links, each a large card: the link, then one line about it.

        /// doors
        - [Write my letter](letters/index.md) Fill it in, then print or send it.
        ///
    """

    NAME = "doors"
    ARGUMENT = False


class Downloads(Box):
    """
    A list of links to files of `downloads/`. After the build each says how large it is; a PDF shows its pages.

        /// downloads
        - [Starter Kit, to print](downloads/starter-kit.pdf)
        ///
    """

    NAME = "downloads"
    ARGUMENT = False


class Fold(Box):
    """
    A part of a page that few need: only its heading shows, until it is pressed. A link to the heading, or to anything
    in it, opens it; on paper it is open. The first line is the heading.

        /// fold
        ## Two districts (St. Louis County)

        Send each letter to both.
        ///
    """

    NAME = "fold"
    ARGUMENT = False

    def on_create(self, parent):
        return etree.SubElement(parent, "details", {"class": "guide-fold"})

    def on_end(self, block):
        summary = etree.Element("summary")
        for heading in block[:1]:
            block.remove(heading)
            summary.append(heading)
        block.insert(0, summary)
