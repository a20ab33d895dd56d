"""
The lists to tick: checklist, plan and review.
"""

import re
import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.block import Block, type_html_identifier, type_string, type_string_in

from guide.blocks.reader import draw_reader
from guide.blocks.ticks import draw_ticks
from guide.phrases import Phrases

# The end of a sentence, and the marks of its facts.
SENTENCE_END = re.compile(r"[.?!][\"”]?(?:\[\^[^\]]+\])*\s+")

# A plan with more steps than these shows only the first ones; they end with a day where they can.
MOST_STEPS, STEPS_SHOWN = 8, (5, 4, 6)


class Checklist(Block):
    """
    A list to tick. The title names it; `id` is what parents' devices remember it by, for ever.

        /// checklist | The week before
            id: week-before

        - [ ] **Ask who is coming.** Without a signer there is no deal that day. {#confirm-people}
        ///

    Each item stands on one line: the order in bold, its reason, its id. On screen an item shows its order, and its
    reason once it is opened; paper prints all.
    """

    NAME = "checklist"
    ARGUMENT = True
    OPTIONS: ClassVar = {"id": ("", type_html_identifier)}

    def on_create(self, parent):
        phrases: Phrases = self.config["phrases"]
        root = etree.SubElement(
            parent,
            "guide-checklist",
            {
                "class": "guide-checklist",
                "id": self.options["id"],
                # The style sheet writes it below a review when it is printed.
                "data-notes": phrases("checklist.notes_title"),
            },
        )
        title = etree.SubElement(
            root,
            "h2",
            {
                "class": "guide-checklist__title",
                "id": f"{self.options['id']}-list",
                # On paper the title is the head of the list, and the style sheet writes these over the boxes.
                "data-done": phrases("checklist.done_head"),
                "data-skip": phrases("checklist.skip_head"),
            },
        )
        title.text = self.argument
        return root

    def on_markdown(self):
        # Python-Markdown does not know our element, so it would treat the
        # content as one line of text and leave the list unparsed.
        return "block"

    def on_end(self, block):
        phrases: Phrases = self.config["phrases"]
        draw_ticks(block, self.options["id"], "checklist", phrases)
        for item in block.iter("li"):
            fold_why(item, "guide-checklist__more", phrases("checklist.why_label"))


class Plan(Checklist):
    """
    A checklist in the order of its days. `start` names the day it counts from, in the words above the field for it;
    without `start` nothing is counted.

        /// plan | Ten days after a Notice of Action
            id: ten-days
            start: Day the notice came

        1. [ ] **Read every line.** It may waive the wait. {#read-it day=0 who=you}
        2. [ ] **Eat something.** {#eat when="Before you leave" who=you}
        ///

    `day` counts calendar days from the start, below 0 before it; `when` says it in words. `who` is you, district,
    state, mediator, helper or both. `mark=last` is the last day of something. With `lines: both` the other side's time
    is drawn beside the parent's. Of a long plan the later steps are closed until a parent asks for them.
    """

    NAME = "plan"
    OPTIONS: ClassVar = {
        "id": ("", type_html_identifier),
        "start": ("", type_string),
        "lines": ("", type_string_in(["", "both"])),
    }

    def on_create(self, parent):
        plan = etree.SubElement(parent, "guide-plan", {"class": "guide-plan", "data-plan": self.options["id"]})
        if self.options["start"]:
            plan.set("data-start", self.options["start"])
        if self.options["lines"]:
            plan.set("data-lines", self.options["lines"])
        return super().on_create(plan)

    def on_end(self, block):
        super().on_end(block)
        close_later_steps(block, self.config["phrases"])


class Review(Checklist):
    """
    Questions to put to a draft agreement. Below each: weak words, better words, and what to ask in the session.

        /// review | Read the draft
            id: evaluate-the-agreement

        - [ ] **Does each promise say how much?** Hours without a number drift. {#how-much}
            - Weak: "Speech therapy as appropriate."
            - Better: "Speech therapy, 30 minutes, twice a week, from January 11, 2027."
            - Ask: How many minutes a week, and from which day?
        ///

    Only `Ask:` is needed. An item may have several weak and better lines. With scripts a point is a card of its own;
    without them it shows its question, and the rest is folded until it is opened; paper prints all. Behind its id
    `room="How much"` says that it is one of the few for a parent who is in the room, and what it is called there;
    `gives=up` that a parent gives something up where the draft does not say it.
    """

    NAME = "review"

    def on_create(self, parent):
        review = etree.SubElement(parent, "guide-review", {"class": "guide-review"})
        draw_reader(review, "draft")
        return super().on_create(review)

    def on_end(self, block):
        phrases: Phrases = self.config["phrases"]
        draw_ticks(block, self.options["id"], "checklist", phrases)
        labels = {
            "weak": phrases("review.weak_label"),
            "better": phrases("review.better_label"),
            "ask": phrases("review.ask_label"),
        }
        # For the pen: with scripts the answers can be chosen on the screen.
        answers = (phrases("review.yes_answer"), phrases("review.no_answer"), phrases("review.ask_answer"))
        for item in block.iter("li"):
            why = item.find("div")
            if why is None:
                continue
            why.set("data-answers", "     ".join(f"\u2610 {answer}" for answer in answers))
            fold_why(item, "guide-review__more", phrases("review.more_label"))
            set_first_sentence_apart(why)
        for line in block.iter("li"):
            words = line.text or ""
            for kind, label in labels.items():
                if words.startswith(f"{label} "):
                    line.attrib.update({"class": f"guide-review__{kind}", "data-say": kind})
                    line.text, strong = None, etree.Element("strong", {"data-say": "label"})
                    strong.text, strong.tail = label, words.removeprefix(label)
                    line.insert(0, strong)


def fold_why(item: etree.Element, name: str, label: str) -> None:
    """
    Put the reason of an item, if it has one, into a fold with what opens it.
    """
    why = item.find("div")
    if why is None:
        return
    fold = etree.Element("details", {"class": name})
    etree.SubElement(fold, "summary").text = label
    item.insert(list(item).index(why), fold)
    item.remove(why)
    fold.append(why)


def close_later_steps(block: etree.Element, phrases: Phrases) -> None:
    """
    Put the later steps of a long plan into a list of their own, closed below the first ones.
    """
    listing = block.find("ol")
    if listing is None or len(listing) <= MOST_STEPS:
        return
    when = [step.get("data-when") for step in listing]
    first = next((number for number in STEPS_SHOWN if when[number] != when[number - 1]), STEPS_SHOWN[0])
    later = listing[first:]
    fold = etree.Element("details", {"class": "guide-fold guide-plan__later"})
    etree.SubElement(fold, "summary").text = phrases("plan.later", count=len(later))
    rest = etree.SubElement(fold, "ol", {**listing.attrib, "start": str(first + 1)})
    for step in later:
        listing.remove(step)
        rest.append(step)
    block.insert(list(block).index(listing) + 1, fold)


def set_first_sentence_apart(why: etree.Element) -> None:
    """
    Put the first sentence of a reason, with its marks, and the rest of it each into a part of its own: a card shows the
    first.
    """
    first, end, rest = (why.text or "").partition(match[0] if (match := SENTENCE_END.search(why.text or "")) else "\0")
    if not first:
        return
    why.text = None
    parts = [("why", first + end.rstrip()), ("more", rest)]
    for at, (name, words) in enumerate(part for part in parts if part[1]):
        span = etree.Element("span", {"data-say": name})
        span.text, span.tail = words, " "
        why.insert(at, span)
