"""
The blocks that draw a data file: the word list, and the organization that hosts this copy.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block

from guide.data.organization import Organization
from guide.phrases import GAP, Phrases


class WordList(Block):
    """
    All terms of `glossary.yml`, in the order of the alphabet, each with its own anchor.

        /// words
        ///
    """

    NAME = "words"
    ARGUMENT = False

    def on_create(self, parent):
        data, phrases = self.config["data"], self.config["phrases"]
        listing = etree.SubElement(parent, "dl", {"class": "guide-words"})
        for key, word in sorted(data.glossary.items(), key=lambda pair: pair[1].term.lower()):
            entry = etree.SubElement(listing, "div", {"class": "guide-words__entry"})
            etree.SubElement(entry, "dt", {"id": key}).text = word.term
            meaning = etree.SubElement(entry, "dd")
            meaning.text = word.meaning + "".join(f"[^{fact}]" for fact in word.facts)
            if word.also:
                also = etree.SubElement(entry, "dd", {"class": "guide-words__also"})
                also.text = phrases("glossary.also", words=", ".join(word.also))
            if word.see:
                see = etree.SubElement(entry, "dd", {"class": "guide-words__see"})
                see.text, end = phrases("glossary.see", words=GAP).split(GAP)
                for index, other in enumerate(word.see):
                    link = etree.SubElement(see, "a", {"href": f"#{other}"})
                    link.text = data.glossary[other].term if other in data.glossary else other
                    link.tail = end if index + 1 == len(word.see) else ", "
        return listing


class OrganizationCard(Block):
    """
    Name, phone, e-mail, address and site of `organization.yml`, as far as they are filled in; of a copy, the
    credit to the guide that it was made from.

        /// organization
        ///
    """

    NAME = "organization"
    ARGUMENT = False

    def on_create(self, parent):
        card = etree.SubElement(parent, "div", {"class": "guide-organization"})
        host: Organization | None = self.config["data"].organization
        if not host:
            return card
        etree.SubElement(etree.SubElement(card, "p"), "strong").text = host.name
        etree.SubElement(card, "p").text = host.about
        if host.address:
            address = etree.SubElement(card, "p")
            address.text = host.address.strip().replace("\n", "  \n")
        phrases: Phrases = self.config["phrases"]
        lines = [
            (phrases("organization.phone", phone=GAP), host.phone, f"tel:{host.phone.replace(' ', '')}"),
            (phrases("organization.email", email=GAP), host.email, f"mailto:{host.email}"),
            (phrases("organization.site", address=GAP), host.url, host.url),
        ]
        original = self.config["data"].original
        if original and original.name != host.name:
            license_name = phrases("footer.license_name")
            credit = phrases("book.credit", guide=original.name, address=GAP, license=license_name, host=host.name)
            lines.append((credit, original.site_url, original.site_url))
        for words, value, address in lines:
            if value:
                line = etree.SubElement(card, "p")
                link = etree.SubElement(line, "a", {"href": address})
                line.text, link.tail = words.split(GAP)
                link.text = value
        return card
