"""
The rule on tables that are printed and filled in by hand.
"""

from itertools import groupby

from guide.blocks import BY_NAME
from guide.blocks.sheets import Sheets
from guide.pages import TABLE_RULE, Page
from guide.project import Guide
from guide.rules.rule import Findings, rule


@rule
def sheets_have_their_tables(page: Page, context: Guide) -> Findings:
    """
    A tracker and a family's file hold their tables for the hand, each with all its columns and a row that shows how to
    fill it in.

    What a parent keeps is printed into them, by the order of their columns.
    """
    for block in page.blocks:
        drawn = BY_NAME.get(block.name)
        if not drawn or not issubclass(drawn, Sheets):
            continue
        tables = [
            list(rows)
            for is_row, rows in groupby(page.inside(block), lambda line: line[1].lstrip().startswith("|"))
            if is_row
        ]
        for place, (name, columns) in enumerate(drawn.TABLES.items()):
            table = tables[place] if place < len(tables) else []
            rows = [(number, line) for number, line in table if not TABLE_RULE.match(line)]
            if len(rows) < 2:
                yield (
                    block.line,
                    f"the {block.name} has no table of {name} with an example",
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
