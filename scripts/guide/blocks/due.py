"""
The block that shows whoever maintains a copy which facts are due for another look.
"""

import xml.etree.ElementTree as etree
from datetime import date
from itertools import groupby

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.lines import AT_ROOT, ROOT, add
from guide.dates import format_date
from guide.due import REASONS, DueFact, due_facts
from guide.page_files import read_pages
from guide.phrases import GAP, Phrases

WHY = dict(
    zip(
        REASONS,
        (
            lambda phrases: phrases("due.no_check"),
            lambda phrases: phrases("due.no_day"),
            lambda phrases: phrases("due.no_words"),
            lambda phrases: phrases("due.over_a_year"),
        ),
        strict=True,
    )
)


class Due(Block):
    """
    The facts that are due on the day of the build, by the files they stand in, each with the pages, letters and books
    that rest on it: what `make due` prints. It stands on a page one folder deep.

        /// due
        ///
    """

    NAME = "due"
    ARGUMENT = False

    def on_create(self, parent):
        root = add(parent, "div", name="guide-due", data_search_exclude="", **{AT_ROOT: ROOT})
        data, phrases, docs = self.config["data"], self.config["phrases"], self.config["docs"]
        day = self.config["day"] or date.today()
        found = due_facts(data, read_pages(docs, docs.parent)[0], day)
        add(root, "p", phrases("due.made", date=format_date(day, phrases)))
        add(root, "p", phrases("due.count", due=len(found), all=len(data.facts)))
        for path, facts in groupby(found, key=lambda due: due.place.path):
            rows = list(facts)
            group = add(root, "details")
            add(group, "summary", AtomicString(phrases("due.file", file=path, count=len(rows))))
            listing = add(group, "ul")
            for due in rows:
                draw_fact(add(listing, "li", name="guide-due__fact", data_key=due.key), due, phrases)
        return root


def draw_fact(item: etree.Element, due: DueFact, phrases: Phrases) -> None:
    """
    Draw into `item` what a fact says, where it stands, why it is due, and what rests on it.
    """
    add(item, "p", AtomicString(due.fact.statement))
    why = " ".join(WHY[reason](phrases) for reason in due.reasons)
    add(item, "p", AtomicString(f"{due.place.path}:{due.place.line}. {why}"))
    rests = (
        (phrases("due.pages", names=GAP), due.pages),
        (phrases("due.letters", names=GAP), due.letters),
        (phrases("due.books", names=GAP), due.books),
    )
    for words, names in rests:
        if names:
            line = add(item, "p")
            line.text, end = words.split(GAP)
            for name in names:
                is_page = name.startswith("docs/")
                shown = add(line, "a", href=name.removeprefix("docs/")) if is_page else add(line, "span")
                shown.text = AtomicString(name.removeprefix("docs/"))
                shown.tail = end if name == names[-1] else ", "
