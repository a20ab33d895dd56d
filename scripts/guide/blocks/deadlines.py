"""
The block for time limits: every one that the facts have, by the event that starts it.
"""

import json
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.facts import BASIS, status
from guide.blocks.lines import add, add_for_scripts
from guide.data import Data
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
        Return how long the limit is: "45 calendar days", "10 business days before, weekday holidays counted".
        """
        if isinstance(self.rule, NoNumber):
            return phrases("limits.no_number", words=self.rule.words)
        how_long = length(self.rule, phrases)
        run = phrases("limits.before", length=how_long) if self.rule.counts == "before" else how_long
        return phrases("limits.holidays_counted", length=run) if self.rule.holidays_count else run


class Deadlines(Block):
    """
    Every time limit of the facts, by the event that starts it (`events.yml`): a closed row for each event, in closed
    rows of their groups. With scripts a parent finds an event, gives its day and sees each date, drawn. The content is
    a list of who to call, which also stands on the month for the wall.

        /// deadlines
        - Parent helpers: [800-555-0100](tel:800-555-0100)[^help-parents]
        ///
    """

    NAME = "deadlines"
    ARGUMENT = False

    def on_create(self, parent):
        self.root = etree.SubElement(parent, "guide-deadlines", {"class": "guide-deadlines"})
        self.people = add(self.root, "div", name="guide-deadlines__people")
        return self.people

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        data, phrases = self.config["data"], self.config["phrases"]
        rows = rows_by_event(data.facts.shared)
        events = {key: event for key, event in data.events.items() if key in rows}
        for number, group in enumerate(dict.fromkeys(event.group for event in events.values())):
            inside = {key: event for key, event in events.items() if event.group == group}
            count = phrases("deadlines.events", count=len(inside))
            part = draw_row(self.root, "group", ("h2", group), count)
            if number == 0:
                part.set("open", "")
            for key, event in inside.items():
                draw_event(part, key, event, rows[key], data, phrases)
        # Who to call stands below the events.
        self.root.remove(self.people)
        self.root.append(self.people)
        title = etree.Element("h2")
        title.text = phrases("deadlines.people_title")
        self.people.insert(0, title)
        told = json.dumps(for_scripts(events, rows, data.facts, phrases), ensure_ascii=False, separators=(",", ":"))
        # A "<" could end the script.
        words = AtomicString(told.replace("<", "\\u003c"))
        script = add(add_for_scripts(self.root), "script", name="guide-deadlines__data", type="application/json")
        script.text = words


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


def draw_row(parent: etree.Element, name: str, heading: tuple[str, str], count: str) -> etree.Element:
    """
    Return a new closed row below `parent`: its heading, a tag with words, and how many it holds.
    """
    row = add(parent, "details", name="guide-fold guide-deadlines__" + name)
    summary = add(row, "summary")
    add(summary, heading[0], heading[1])
    add(summary, "span", count, "guide-deadlines__count")
    return row


def draw_event(parent: etree.Element, key: str, event: Event, rows: list[Row], data: Data, phrases: Phrases) -> None:
    """
    Add an event to its group: its limits, and what to read and ask with them.
    """
    title = ("h3", event.title)
    part = draw_row(parent, "event", title, phrases("deadlines.count", count=len(rows)))
    part.set("data-event", key)
    listing = add(part, "ul", name="guide-deadlines__rules")
    for row in rows:
        item = add(listing, "li", data_rule="")
        line = add(item, "p", name="guide-deadlines__length")
        add(line, "b", row.in_words(phrases)).tail = " "
        add(line, "span", whose(row.rule, phrases), "guide-deadlines__whose")
        basis = data.facts[row.facts[0]].basis
        # The law is what a parent takes it for.
        trust = "" if basis == "law" else f" {BASIS[basis](phrases)}."
        add(item, "p", f"{capital(row.rule.until)}.{trust}{marks(row.facts)}")
    notes = [f"{data.facts[fact].statement}{marks([fact])}" for fact in event.facts]
    notes += [event.ask] if event.ask else []
    if notes:
        holder = add(part, "div", name="guide-deadlines__notes")
        for note in notes:
            add(holder, "p", note)


def for_scripts(
    events: dict[str, Event], rows: dict[str, list[Row]], facts: dict[str, Fact], phrases: Phrases
) -> dict[str, dict]:
    """
    Return what the browser needs to ask for a day and to count from it. Titles, marks and notes it takes from the page,
    so what a note of the event tells is not said again with the limit.
    """
    return {
        key: {
            **event.model_dump(exclude={"title", "group", "facts", "ask", "office_hours"}),
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
    # Few rules have it.
    rule = {key: value for key, value in row.rule.model_dump().items() if key != "arrives" or value}
    return {
        "id": row.facts[0],
        **rule,
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
    Return whose limit it is, beside its length.
    """
    return {
        "yours": phrases("limits.yours"),
        "district": phrases("limits.district"),
        "state": phrases("limits.state"),
        "both": phrases("limits.both"),
    }[rule.whose]


def owner(rule: Limit | NoNumber, phrases: Phrases) -> str:
    """
    Return whose limit it is, before what must be done. A wait of the district is no deadline of anyone's.
    """
    if isinstance(rule, Limit) and rule.kind == "wait" and rule.whose == "district":
        return phrases("limits.district_wait")
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
