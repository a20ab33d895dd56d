"""
The rule on the tracker.
"""

from itertools import groupby

from guide.blocks import Tracker
from guide.pages import TABLE_RULE, Page
from guide.project import Guide
from guide.rules.rule import Findings, rule


@rule
def tracker_has_its_tables(page: Page, context: Guide) -> Findings:
    """
    A tracker holds its tables for the hand, each with all its columns and a row that shows how to fill it in.

    The promises are printed into the first of them, by the order of its columns.
    """
    for block in page.blocks:
        if block.name != "tracker":
            continue
        tables = [
            list(rows)
            for is_row, rows in groupby(page.inside(block), lambda line: line[1].lstrip().startswith("|"))
            if is_row
        ]
        for place, (name, columns) in enumerate(Tracker.TABLES.items()):
            table = tables[place] if place < len(tables) else []
            rows = [(number, line) for number, line in table if not TABLE_RULE.match(line)]
            if len(rows) < 2:
                yield (
                    block.line,
                    f"the tracker has no table of {name} with an example",
                    f"Write a table into it: {len(columns)} columns, and one row as an example.",
                )
            for number, line in rows:
                cells = len(line.strip().removeprefix("|").removesuffix("|").split("|"))
                if cells != len(columns):
                    yield (
                        number,
                        f"this row has {cells} cells and not {len(columns)}",
                        f"Its columns are: {', '.join(columns)}.",
                    )
