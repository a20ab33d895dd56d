"""
The letter block.
"""

import json
import xml.etree.ElementTree as etree
from itertools import groupby
from typing import ClassVar

from markdown.extensions.toc import slugify
from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_boolean, type_html_identifier

from guide.blocks.letter_page import mark_steps, open_page
from guide.blocks.ticks import draw_ticks
from guide.data import Data
from guide.data.facts import Limit
from guide.data.letters import LetterRule
from guide.grammar import SENTENCE_END, blank_labels, find_closing, parse_item_text
from guide.phrases import Phrases

# What a child of a sheet is by its tag, where nothing else says it.
BLOCKS = {"h3": "heading", "p": "paragraph", "ol": "numbers"}


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

    `## heading` starts a section, `[Label]` is a blank. With `headings: false` no heading is drawn: the letter reads as
    paragraphs, and its sections stand in the page all the same (`data-section`). An item to tick is a choice: `- [ ]`
    stays out of the letter until it is ticked, `- [x]` is in it until it is not, and of `- ( )` side by side one at
    most is true. Each line of a paragraph stays a line.
    """

    NAME = "letter"
    ARGUMENT = True
    OPTIONS: ClassVar = {"id": ("", type_html_identifier), "headings": (True, type_boolean)}

    def on_create(self, parent):
        open_page(parent, self.config["data"].letters.get(self.options["id"]), self.config["phrases"])
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
        rule = data.letters.get(self.options["id"])
        block.set("data-kind", rule.kind if rule else "letter")
        subject = etree.Element("p", {"class": "guide-letter__subject"})
        subject.text = f"**{self.argument}**"
        first = next((i for i, child in enumerate(self.sheet) if child.tag == "h2"), len(self.sheet))
        self.sheet.insert(first, subject)
        for child in self.sheet.iter("h2"):
            # The page's own "The letter" stands above it.
            child.tag = "h3"
        self._part_lists()
        draw_ticks(self.sheet, self.options["id"], self.NAME, self.config["phrases"])
        self._mark_blocks(subject, data)
        sections = self._mark_sections(rule)
        mark_steps(self.sheet, rule, data)
        for child in self.sheet:
            self._mark_units(child)
        self._add_files(block)
        self._add_data(block, data, sections)

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

    def _mark_blocks(self, subject: etree.Element, data: Data) -> None:
        """
        Say what each child of the sheet is. What is none of these stays without its mark, and no download can hold it.
        """
        signatures = [entry.label for entry in data.fields.values() if entry.kind == "signature"]
        closing = find_closing([child.text or "" if child.tag == "p" else "" for child in self.sheet], signatures)
        for place, child in enumerate(self.sheet):
            if child is subject:
                kind = "subject"
            elif place == closing:
                kind = "closing"
                child.set("class", "guide-letter__closing")
            elif child.tag == "ul":
                kind = _kind_of_list(child)
                if kind == "things":
                    child.set("class", "guide-letter__items guide-letter__items--things")
            else:
                kind = BLOCKS.get(child.tag)
            if kind:
                child.set("data-block", kind)

    def _mark_sections(self, rule: LetterRule | None) -> dict[str, str]:
        """
        Say of each child of the sheet to which section it belongs; the last one ends where the closing begins. Return
        the headings by their sections.
        """
        ids = {required.heading: required.id for required in rule.required_sections} if rule else {}
        headings: dict[str, str] = {}
        section = ""
        for child in list(self.sheet):
            block = child.get("data-block")
            if block == "heading":
                section = ids.get(child.text or "", slugify(child.text or "", "-"))
                headings[section] = child.text or ""
            elif block == "closing":
                section = ""
            if block == "heading" and not self.options["headings"]:
                self.sheet.remove(child)
            elif section:
                child.set("data-section", section)
        return headings

    def _mark_units(self, block: etree.Element) -> None:
        """
        Say what in a child of the sheet becomes one paragraph of a file. A line that ends with a colon leads to what
        follows it.
        """
        kind = block.get("data-block")
        if kind in ("subject", "heading"):
            block.set("data-unit", kind)
        elif kind in ("paragraph", "closing"):
            lines, block.text = (block.text or "").split("\n"), None
            for text in lines:
                line = etree.SubElement(block, "span", {"class": "guide-letter__line", "data-unit": "line"})
                line.text = text
                if text.rstrip().endswith(":"):
                    line.set("data-lead-in", "")
        elif kind:
            for item in block.findall("li"):
                item.set("data-unit", "item" if item.find("input") is None else "choice")

    def _add_files(self, root: etree.Element) -> None:
        """
        Name the blank letter's downloads, which `printing/letter_files.py` makes from this sheet.
        """
        phrases: Phrases = self.config["phrases"]
        pdf, word, text = phrases("letter.pdf_link"), phrases("letter.word_link"), phrases("letter.text_link")
        files = etree.SubElement(root, "p", {"class": "guide-letter__files", "data-search-exclude": ""})
        # The sentence with its links between marks: every second piece is one.
        line = phrases("letter.files_line", pdf="\0pdf\0", word="\0docx\0", text="\0txt\0")
        files.text, *pieces = line.split("\0")
        for ending, after in zip(pieces[::2], pieces[1::2], strict=True):
            link = etree.SubElement(files, "a", {"href": f"../downloads/{self.options['id']}.{ending}"})
            link.text, link.tail = {"pdf": pdf, "docx": word, "txt": text}[ending], after

    def _add_data(self, root: etree.Element, data: Data, sections: dict[str, str]) -> None:
        """
        Add what the form beside the sheet needs to know of the blanks and of the sections, and where the letter goes.
        """
        rule = data.letters.get(self.options["id"])
        labels = {
            label
            for element in self.sheet.iter()
            for text in (element.text, element.tail)
            if text
            for label in blank_labels(text)
        }
        fields = {
            key: entry.model_dump(exclude={"label"}, exclude_defaults=True) | {"label": entry.label}
            for key, entry in data.fields.items()
            if entry.label in labels
        }
        about = {"kind": rule.kind if rule else "letter", "to": rule.to if rule else "", "fields": fields}
        statements = self._statements(rule, data) if rule else []
        if statements:
            about["statements"] = statements
        if rule and rule.without_day:
            about["without_day"] = [entry.model_dump() for entry in rule.without_day]
        about["sections"] = sections
        script = etree.SubElement(root, "script", {"type": "application/json", "class": "guide-letter__data"})
        # A "<" could end the script.
        script.text = AtomicString(json.dumps(about, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))

    def _statements(self, rule: LetterRule, data: Data) -> list[dict]:
        """
        Return what the browser needs to hold the statements of a letter against the days entered; the numbers are those
        of their facts.
        """
        found = []
        for statement in rule.statements:
            limit = data.facts[statement.fact].limit_to_count if statement.fact in data.facts else None
            # A slip in a statement is told by a rule; while previewing the letter is then drawn without it.
            if limit:
                length = format_length(limit, self.config["phrases"])
                entry = statement.model_dump(include={"field", "holds", "choice"})
                otherwise = statement.otherwise.replace("{limit}", length)
                found.append(entry | {"amount": limit.amount, "unit": limit.unit, "otherwise": otherwise})
        return found


def format_length(limit: Limit, phrases: Phrases) -> str:
    """
    Return the length of a limit that a calendar alone counts, in words: "30 days".
    """
    lengths = {
        "day": phrases("letter.day_limit", count=limit.amount),
        "month": phrases("letter.month_limit", count=limit.amount),
        "year": phrases("letter.year_limit", count=limit.amount),
    }
    return lengths[limit.unit]


def _kind_of_list(listing: etree.Element) -> str:
    """
    Return what a list is: bullets, or choices. Chosen sentences run on as a paragraph; chosen things, which have no
    full stop, stay a list.
    """
    label = listing.find("li/label")
    if label is None:
        return "bullets"
    return "choices" if (label.text or "").endswith(SENTENCE_END) else "things"


def _is_choice(item: etree.Element) -> bool:
    """
    Return whether an item can be ticked. The items of a list with empty lines lose their paragraphs.
    """
    if len(item) == 1 and item[0].tag == "p" and not (item.text or "").strip():
        item.text = item[0].text
        item.remove(item[0])
    return parse_item_text((item.text or "").strip()) is not None
