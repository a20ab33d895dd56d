"""
The blocks that draw a data file: the word list, and the organization that hosts this copy.
"""

import xml.etree.ElementTree as etree
from itertools import groupby
from string import ascii_uppercase

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.data.books import Term
from guide.data.organization import Organization
from guide.phrases import GAP, Phrases


class WordList(Block):
    """
    All terms of `glossary.yml`, closed by their first letter, and each with its own anchor. With scripts a parent finds
    one by typing.

        /// words
        ///
    """

    NAME = "words"
    ARGUMENT = False

    def on_create(self, parent):
        listing = etree.SubElement(parent, "guide-words", {"class": "guide-words"})
        words = sorted(self.config["data"].glossary.items(), key=lambda pair: pair[1].term.lower())
        groups = {letter: list(group) for letter, group in groupby(words, lambda pair: letter_of(pair[1].term))}
        self.draw_letters(listing, groups)
        for letter, words in groups.items():
            fold = etree.SubElement(listing, "details", {"class": "guide-fold guide-words__letter"})
            summary = etree.SubElement(fold, "summary", {"data-search-exclude": ""})
            etree.SubElement(summary, "strong").text = letter
            preview = etree.SubElement(summary, "span")
            preview.text = AtomicString(", ".join(word.term for _, word in words))
            # A link opens what it leads to if that stands inside, not if it is the summary.
            entries = etree.SubElement(fold, "dl", {"id": f"letter-{letter.lower()}"})
            for key, word in words:
                self.draw_entry(etree.SubElement(entries, "div", {"class": "guide-words__entry"}), key, word)
        return listing

    def draw_letters(self, listing: etree.Element, groups: dict[str, list]) -> None:
        """
        Draw the alphabet into `listing`; a letter without words leads nowhere.
        """
        phrases: Phrases = self.config["phrases"]
        label = phrases("glossary.letters_label")
        row = etree.SubElement(listing, "nav", {"class": "guide-words__letters", "aria-label": label})
        for letter in [*(sorted(groups.keys() - set(ascii_uppercase))), *ascii_uppercase]:
            tag, more = ("a", {"href": f"#letter-{letter.lower()}"}) if letter in groups else ("span", {})
            etree.SubElement(row, tag, more).text = letter

    def draw_entry(self, entry: etree.Element, key: str, word: Term) -> None:
        """
        Draw a word into `entry`: what it means, what else it is called, and what to see too.
        """
        data, phrases = self.config["data"], self.config["phrases"]
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


def letter_of(term: str) -> str:
    """
    Return the letter that a term stands under; all that begin with a figure stand under "0-9".
    """
    return "0-9" if term[0].isdigit() else term[0].upper()


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
