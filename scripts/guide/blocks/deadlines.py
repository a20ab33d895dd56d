"""
The block for time limits: every one that the facts have, by the event that starts it.
"""

import json
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.facts import BASIS, status
from guide.data.facts import Event, Limit, NoNumber

UNITS = {
    "hour": "hour",
    "day": "calendar day",
    "school-day": "school day",
    "business-day": "business day",
    "month": "month",
    "year": "year",
}
OWNERS = {
    "yours": "Your limit",
    "district": "The district’s limit",
    "state": "The state’s limit",
    "both": "A limit for both sides",
}
WHOSE = {"yours": "Yours", "district": "The district’s", "state": "The state’s", "both": "Both sides’"}
TRUST = ("confirmed", "known", "unconfirmed")


@dataclass
class Row:
    """
    One limit, or one rule without a number, with the keys of all facts that have it, the surest first.
    """

    rule: Limit | NoNumber
    facts: list[str] = field(default_factory=list)

    @property
    def length(self) -> str:
        """
        The limit in words: "45 calendar days after", "10 business days before, weekday holidays counted".
        """
        if isinstance(self.rule, NoNumber):
            return f"No number: {self.rule.words}"
        holidays = ", weekday holidays counted" if self.rule.holidays_count else ""
        return f"{length(self.rule)} {self.rule.counts}{holidays}"


class Deadlines(Block):
    """
    Every time limit of the facts, by the event that starts it (`events.yml`). With scripts a parent picks an event,
    gives its day and sees each date with its sum. The content says how days are counted.

        /// deadlines
        Weekends and holidays count.[^days-are-calendar-days]
        ///
    """

    NAME = "deadlines"
    ARGUMENT = False

    def on_create(self, parent):
        self.root = etree.SubElement(parent, "guide-deadlines", {"class": "guide-deadlines"})
        return etree.SubElement(self.root, "div", {"class": "guide-deadlines__words"})

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        data = self.config["data"]
        rows = rows_by_event(data.facts.shared)
        events = {key: event for key, event in data.events.items() if key in rows}
        etree.SubElement(self.root, "h2").text = "Every time limit, by what starts it"
        listing = etree.SubElement(self.root, "div", {"class": "guide-deadlines__all"})
        for group in dict.fromkeys(event.group for event in events.values()):
            etree.SubElement(listing, "h3").text = group
            table = draw_table(listing)
            for key, event in events.items():
                if event.group == group:
                    draw_event(table, key, event, rows[key], data.facts)
        script = etree.SubElement(self.root, "script", {"type": "application/json", "class": "guide-deadlines__data"})
        # A "<" could end the script.
        script.text = AtomicString(
            json.dumps(for_scripts(events, rows, data.facts), ensure_ascii=False, separators=(",", ":")).replace(
                "<", "\\u003c"
            )
        )


def rows_by_event(facts: dict) -> dict[str, list[Row]]:
    """
    Return the rows of each event. A limit that stands in several facts is one row; limits that differ in
    anything, also in what must be done by then, stand side by side.
    """
    found: dict[str, dict] = {}
    for trust in TRUST:
        for key, fact in facts.items():
            if fact.status == trust:
                for rule in fact.all_limits + ([fact.no_number] if fact.no_number else []):
                    row = found.setdefault(rule.event, {}).setdefault(rule.model_dump_json(), Row(rule))
                    row.facts.append(key)
    return {event: list(rows.values()) for event, rows in found.items()}


def draw_table(parent: etree.Element) -> etree.Element:
    """
    Return a new table below `parent`, with its head.
    """
    table = etree.SubElement(parent, "table", {"class": "guide-deadlines__table"})
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for title in ("How long", "Whose limit", "What must be done"):
        etree.SubElement(head, "th", {"scope": "col"}).text = title
    return table


def draw_event(table: etree.Element, key: str, event: Event, rows: list[Row], facts: dict) -> None:
    """
    Add an event to a table: its name, its limits, and what to read and ask with them.
    """
    body = etree.SubElement(table, "tbody", {"data-event": key})
    name = etree.SubElement(etree.SubElement(body, "tr"), "th", {"colspan": "3", "scope": "rowgroup"})
    name.text = capital(rows[0].rule.starts)
    for row in rows:
        line = etree.SubElement(body, "tr", {"data-rule": ""})
        etree.SubElement(line, "td").text = row.length
        etree.SubElement(line, "td").text = WHOSE[row.rule.whose]
        basis = BASIS[facts[row.facts[0]].basis]
        etree.SubElement(line, "td").text = f"{capital(row.rule.until)}. {basis}.{marks(row.facts)}"
    notes = [f"{facts[fact].statement}{marks([fact])}" for fact in event.facts] + ([event.ask] if event.ask else [])
    if notes:
        cell = etree.SubElement(etree.SubElement(body, "tr", {"data-notes": ""}), "td", {"colspan": "3"})
        for note in notes:
            etree.SubElement(cell, "p").text = note


def for_scripts(events: dict[str, Event], rows: dict[str, list[Row]], facts: dict) -> dict:
    """
    Return what the browser needs to ask for a day and to count from it. Marks and notes it takes from the table, so
    what a note of the event tells is not said again with the limit.
    """
    return {
        key: {
            **event.model_dump(exclude={"facts", "ask"}),
            "rules": [rule_for_scripts(row, event.facts, facts) for row in rows[key]],
        }
        for key, event in events.items()
    }


def rule_for_scripts(row: Row, noted: list[str], facts: dict) -> dict:
    """
    Return a row as limits.js counts and words it, without the statements of the facts in `noted`.
    """
    fact = facts[row.facts[0]]
    words = {} if isinstance(row.rule, NoNumber) else {"length": length(row.rule)}
    return {
        "id": row.facts[0],
        **row.rule.model_dump(),
        **words,
        "owner": OWNERS[row.rule.whose],
        "basis": BASIS[fact.basis],
        "citation": fact.citation,
        "status": status(fact),
        "says": [facts[key].statement for key in row.facts if key not in noted],
    }


def length(limit: Limit) -> str:
    """
    Return how long a limit is: "1 year", "180 calendar days".
    """
    return f"{limit.amount} {UNITS[limit.unit]}{'' if limit.amount == 1 else 's'}"


def marks(keys: list[str]) -> str:
    """
    Return the marks of facts, as an author would write them.
    """
    return "".join(f"[^{key}]" for key in keys)


def capital(words: str) -> str:
    """
    Return words with a capital at the start, for a sentence begins with them.
    """
    return words[0].upper() + words[1:]
