"""
What blocks share whose tables are printed and filled in by hand.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.block import Block


class Sheets(Block):
    """
    A block that holds the tables of `TABLES`, each with its columns in their order and rows as examples. `EMPTY_ROWS`
    come below the examples; `PREFIX` begins the names of the classes. Words directly above a table are its caption.
    """

    ARGUMENT = False
    PREFIX: ClassVar = ""
    TABLES: ClassVar[dict[str, tuple[str, ...]]] = {}
    EMPTY_ROWS: ClassVar[dict[str, int]] = {}

    def on_markdown(self):
        return "block"

    def on_end(self, block):
        for name, table in zip(self.TABLES, block.findall("table"), strict=False):
            table.set("class", f"{self.PREFIX}__{name}")
            place = list(block).index(table)
            if place and block[place - 1].tag == "p":
                caption = block[place - 1]
                block.remove(caption)
                caption.tag = "caption"
                table.insert(0, caption)
            titles = ["".join(cell.itertext()) for cell in table.iter("th")]
            for body in table.iter("tbody"):
                self.fill_body(body, titles, self.EMPTY_ROWS[name])

    def fill_body(self, body: etree.Element, titles: list[str], empty_rows: int) -> None:
        """
        Mark the rows of a table as examples, each cell with its title, and add empty rows below them.
        """
        for row in body:
            row.set("class", f"{self.PREFIX}__example")
            # A phone shows a cell below its title.
            for title, cell in zip(titles, row, strict=False):
                cell.set("data-title", title)
        for _ in range(empty_rows):
            row = etree.SubElement(body, "tr", {"class": f"{self.PREFIX}__empty"})
            for _ in titles:
                etree.SubElement(row, "td")
