"""
The blocks that draw a data file: the word list, and the organization that hosts this copy.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block


class WordList(Block):
    """
    All terms of `glossary.yml`, in the order of the alphabet, each with its own anchor.

        /// words
        ///
    """

    NAME = "words"
    ARGUMENT = False

    def on_create(self, parent):
        data = self.config["data"]
        listing = etree.SubElement(parent, "dl", {"class": "guide-words"})
        for key, word in sorted(data.glossary.items(), key=lambda pair: pair[1].term.lower()):
            entry = etree.SubElement(listing, "div", {"class": "guide-words__entry"})
            etree.SubElement(entry, "dt", {"id": key}).text = word.term
            meaning = etree.SubElement(entry, "dd")
            meaning.text = word.meaning + "".join(f"[^{fact}]" for fact in word.facts)
            if word.also:
                etree.SubElement(
                    entry, "dd", {"class": "guide-words__also"}
                ).text = f"Also called: {', '.join(word.also)}."
            if word.see:
                see = etree.SubElement(entry, "dd", {"class": "guide-words__see"})
                see.text = "See also: "
                for index, other in enumerate(word.see):
                    link = etree.SubElement(see, "a", {"href": f"#{other}"})
                    link.text = data.glossary[other].term if other in data.glossary else other
                    link.tail = "." if index + 1 == len(word.see) else ", "
        return listing


class OrganizationCard(Block):
    """
    Name, phone, e-mail, address and site of `organization.yml`, as far as they are filled in.

        /// organization
        ///
    """

    NAME = "organization"
    ARGUMENT = False

    def on_create(self, parent):
        card = etree.SubElement(parent, "div", {"class": "guide-organization"})
        host = self.config["data"].organization
        if not host:
            return card
        etree.SubElement(etree.SubElement(card, "p"), "strong").text = host.name
        etree.SubElement(card, "p").text = host.about
        if host.address:
            address = etree.SubElement(card, "p")
            address.text = host.address.strip().replace("\n", "  \n")
        for label, value, address in (
            ("Phone", host.phone, f"tel:{host.phone}"),
            ("E-mail", host.email, f"mailto:{host.email}"),
            ("Site", host.url, host.url),
        ):
            if value:
                line = etree.SubElement(card, "p")
                line.text = f"{label}: "
                etree.SubElement(line, "a", {"href": address}).text = value
        return card
