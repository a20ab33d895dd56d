"""
The block for time limits: every one that the facts have, by the event that starts it.
"""

import json
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.facts import BASIS, status
from guide.data.facts import Event, Fact, Limit, NoNumber
from guide.phrases import Phrases

TRUST = ("confirmed", "known", "unconfirmed")


@dataclass
class Row:
    """
    One limit, or one rule without a number, with the keys of all facts that have it, the surest first.
    """

    rule: Limit | NoNumber
    facts: list[str] = field(default_factory=list)

    def in_words(self, phrases: Phrases) -> str:
        """
        Return how long the limit is: "45 calendar days after", "10 business days before, weekday holidays counted".
        """
        if isinstance(self.rule, NoNumber):
            return phrases("limits.no_number", words=self.rule.words)
        how_long = length(self.rule, phrases)
        run = (
            phrases("limits.before", length=how_long)
            if self.rule.counts == "before"
            else phrases("limits.after", length=how_long)
        )
        return phrases("limits.holidays_counted", length=run) if self.rule.holidays_count else run


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
        data, phrases = self.config["data"], self.config["phrases"]
        rows = rows_by_event(data.facts.shared)
        events = {key: event for key, event in data.events.items() if key in rows}
        etree.SubElement(self.root, "h2").text = phrases("deadlines.all_title")
        listing = etree.SubElement(self.root, "div", {"class": "guide-deadlines__all"})
        for group in dict.fromkeys(event.group for event in events.values()):
            etree.SubElement(listing, "h3").text = group
            table = draw_table(listing, phrases)
            for key, event in events.items():
                if event.group == group:
                    draw_event(table, key, event, rows[key], data.facts, phrases)
        script = etree.SubElement(self.root, "script", {"type": "application/json", "class": "guide-deadlines__data"})
        told = json.dumps(for_scripts(events, rows, data.facts, phrases), ensure_ascii=False, separators=(",", ":"))
        # A "<" could end the script.
        script.text = AtomicString(told.replace("<", "\\u003c"))


def rows_by_event(facts: dict[str, Fact]) -> dict[str, list[Row]]:
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


def draw_table(parent: etree.Element, phrases: Phrases) -> etree.Element:
    """
    Return a new table below `parent`, with its head.
    """
    table = etree.SubElement(parent, "table", {"class": "guide-deadlines__table"})
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for title in (
        phrases("deadlines.length_column"),
        phrases("deadlines.whose_column"),
        phrases("deadlines.until_column"),
    ):
        etree.SubElement(head, "th", {"scope": "col"}).text = title
    return table


def draw_event(
    table: etree.Element, key: str, event: Event, rows: list[Row], facts: dict[str, Fact], phrases: Phrases
) -> None:
    """
    Add an event to a table: its name, its limits, and what to read and ask with them.
    """
    body = etree.SubElement(table, "tbody", {"data-event": key})
    name = etree.SubElement(etree.SubElement(body, "tr"), "th", {"colspan": "3", "scope": "rowgroup"})
    name.text = capital(rows[0].rule.starts)
    for row in rows:
        line = etree.SubElement(body, "tr", {"data-rule": ""})
        etree.SubElement(line, "td").text = row.in_words(phrases)
        etree.SubElement(line, "td").text = whose(row.rule, phrases)
        basis = BASIS[facts[row.facts[0]].basis](phrases)
        etree.SubElement(line, "td").text = f"{capital(row.rule.until)}. {basis}.{marks(row.facts)}"
    notes = [f"{facts[fact].statement}{marks([fact])}" for fact in event.facts] + ([event.ask] if event.ask else [])
    if notes:
        cell = etree.SubElement(etree.SubElement(body, "tr", {"data-notes": ""}), "td", {"colspan": "3"})
        for note in notes:
            etree.SubElement(cell, "p").text = note


def for_scripts(
    events: dict[str, Event], rows: dict[str, list[Row]], facts: dict[str, Fact], phrases: Phrases
) -> dict[str, dict]:
    """
    Return what the browser needs to ask for a day and to count from it. Marks and notes it takes from the table, so
    what a note of the event tells is not said again with the limit.
    """
    return {
        key: {
            **event.model_dump(exclude={"facts", "ask", "office_hours"}),
            **({"office_hours": facts[event.office_hours].statement} if event.office_hours else {}),
            "rules": [rule_for_scripts(row, event.facts, facts, phrases) for row in rows[key]],
        }
        for key, event in events.items()
    }


def rule_for_scripts(row: Row, noted: list[str], facts: dict[str, Fact], phrases: Phrases) -> dict:
    """
    Return a row as limits.js counts it and sums.js words it, without the statements of the facts in `noted`.
    """
    fact = facts[row.facts[0]]
    words = {} if isinstance(row.rule, NoNumber) else {"length": length(row.rule, phrases)}
    return {
        "id": row.facts[0],
        **row.rule.model_dump(),
        **words,
        "owner": owner(row.rule, phrases),
        "basis": BASIS[fact.basis](phrases),
        "citation": fact.citation,
        "status": status(fact, phrases),
        "says": [facts[key].statement for key in row.facts if key not in noted],
    }


def length(limit: Limit, phrases: Phrases) -> str:
    """
    Return how long a limit is: "1 year", "180 calendar days".
    """
    count = limit.amount
    return {
        "hour": phrases("limits.hours", count=count),
        "day": phrases("limits.days", count=count),
        "school-day": phrases("limits.school_days", count=count),
        "business-day": phrases("limits.business_days", count=count),
        "month": phrases("limits.months", count=count),
        "year": phrases("limits.years", count=count),
    }[limit.unit]


def whose(rule: Limit | NoNumber, phrases: Phrases) -> str:
    """
    Return whose limit it is, below "Whose limit".
    """
    return {
        "yours": phrases("limits.yours"),
        "district": phrases("limits.district"),
        "state": phrases("limits.state"),
        "both": phrases("limits.both"),
    }[rule.whose]


def owner(rule: Limit | NoNumber, phrases: Phrases) -> str:
    """
    Return whose limit it is, before what must be done.
    """
    return {
        "yours": phrases("limits.your_limit"),
        "district": phrases("limits.district_limit"),
        "state": phrases("limits.state_limit"),
        "both": phrases("limits.both_limit"),
    }[rule.whose]


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
