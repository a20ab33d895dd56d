"""
The letter block.
"""

import json
import xml.etree.ElementTree as etree
from itertools import groupby

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_html_identifier

from guide.blocks.ticks import draw_ticks
from guide.data import Data
from guide.data.letters import Statement
from guide.grammar import blank_labels, find_closing, parse_item_text


class Letter(Block):
    """
    A letter on its sheet of paper. The title is its subject; `id` is the name of its file in `letters/`.

        /// letter | Request for state mediation
            id: mediation-request

        [Date]

        ## What I am asking for
        I ask for state mediation for my child, [Child's name].
        - ( ) No due process complaint is open. {#none-open}
        - ( ) A due process complaint is open. {#one-open}
        - [x] The law on this: 34 CFR 300.506. {#source}
        ///

    `## heading` starts a section, `[Label]` is a blank. An item to tick is a choice: `- [ ]` stays out of the
    letter until it is ticked, `- [x]` is in it until it is not, and of `- ( )` side by side one at most is true.
    Each line of a paragraph stays a line.
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
        data: Data = self.config["data"]
        subject = etree.Element("p", {"class": "guide-letter__subject"})
        subject.text = f"**{self.argument}**"
        first = next((i for i, child in enumerate(self.sheet) if child.tag == "h2"), len(self.sheet))
        self.sheet.insert(first, subject)
        for child in self.sheet.iter("h2"):
            # The page's own "The letter" stands above it.
            child.tag = "h3"
        self._part_lists()
        draw_ticks(self.sheet, self.options["id"], self.NAME)
        self._mark_things()
        self._mark_closing(data)
        for paragraph in self.sheet.findall("p"):
            if paragraph is not subject:
                self._draw_lines(paragraph)
        self._add_files(block)
        self._add_data(block, data)

    def _part_lists(self) -> None:
        """
        Part a list where choices follow other items: Markdown makes one list of two with an empty line between them.
        """
        for place, listing in reversed(list(enumerate(self.sheet))):
            runs = [list(run) for _, run in groupby(listing, _is_choice)] if listing.tag == "ul" else []
            if len(runs) < 2:
                continue
            self.sheet.remove(listing)
            for run in reversed(runs):
                part = etree.Element("ul")
                part.extend(run)
                self.sheet.insert(place, part)

    def _mark_things(self) -> None:
        """
        Mark the choices that are things, no sentences: chosen sentences run on as a paragraph, chosen things stay a list.
        """
        for choices in self.sheet.findall("ul[@class='guide-letter__items']"):
            if not choices.find("li/label").text.endswith((".", "?", "!")):
                choices.set("class", "guide-letter__items guide-letter__items--things")

    def _mark_closing(self, data: Data) -> None:
        """
        Mark the paragraph above the signature ("Sincerely,"): the last section ends where it begins.
        """
        signatures = [entry.label for entry in data.fields.values() if entry.kind == "signature"]
        place = find_closing([child.text or "" if child.tag == "p" else "" for child in self.sheet], signatures)
        if place is not None:
            self.sheet[place].set("class", "guide-letter__closing")

    def _draw_lines(self, paragraph: etree.Element) -> None:
        lines = (paragraph.text or "").split("\n")
        paragraph.text = None
        for line in lines:
            etree.SubElement(paragraph, "span", {"class": "guide-letter__line"}).text = line

    def _add_files(self, root: etree.Element) -> None:
        """
        Name the blank letter's downloads, which `guide.kit.letters` makes from this sheet.
        """
        key = self.options["id"]
        files = etree.SubElement(root, "p", {"class": "guide-letter__files", "data-search-exclude": ""})
        files.text = "To fill in by hand: "
        for name, ending, between in (("PDF", "pdf", ", "), ("Word", "docx", ", "), ("text", "txt", ".")):
            link = etree.SubElement(files, "a", {"href": f"../downloads/{key}.{ending}"})
            link.text, link.tail = name, between

    def _add_data(self, root: etree.Element, data: Data) -> None:
        """
        Add what the form beside the sheet needs to know of the blanks, and where the letter goes.
        """
        rule = data.letters.get(self.options["id"])
        labels = {label for element in self.sheet.iter() for text in (element.text, element.tail) if text for label in blank_labels(text)}
        fields = {key: entry.model_dump(exclude={"label"}, exclude_none=True) | {"label": entry.label}
                  for key, entry in data.fields.items() if entry.label in labels}
        about = {"kind": rule.kind if rule else "letter", "to": rule.to if rule else "", "fields": fields}
        # A slip in a statement is told by a rule; while previewing the letter is then drawn without it.
        statements = [_for_scripts(statement, data) for statement in rule.statements
                      if statement.fact in data.facts and data.facts[statement.fact].limit_to_count] if rule else []
        if statements:
            about["statements"] = statements
        script = etree.SubElement(root, "script", {"type": "application/json", "class": "guide-letter__data"})
        # A "<" could end the script.
        script.text = AtomicString(json.dumps(about, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def _for_scripts(statement: Statement, data: Data) -> dict:
    """
    Return what the browser needs to hold a statement against the day entered; the numbers are those of the fact.
    """
    limit = data.facts[statement.fact].limit_to_count
    length = limit.unit if limit.amount == 1 else f"{limit.amount} {limit.unit}s"
    return {"field": statement.field, "holds": statement.holds, "choice": statement.choice, "amount": limit.amount,
            "unit": limit.unit, "otherwise": statement.otherwise.replace("{limit}", length)}


def _is_choice(item: etree.Element) -> bool:
    """
    Return whether an item can be ticked. The items of a list with empty lines lose their paragraphs.
    """
    if len(item) == 1 and item[0].tag == "p" and not (item.text or "").strip():
        item.text = item[0].text
        item.remove(item[0])
    return parse_item_text((item.text or "").strip()) is not None
