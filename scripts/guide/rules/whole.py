"""
`Whole`, what a rule may look at besides the page it checks.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from guide.data import Data
from guide.source import Page


@dataclass
class Whole:
    """
    All pages of the guide with its data. `root` is the repository's folder.
    """

    root: Path
    data: Data = field(default_factory=Data)
    pages: list[Page] = field(default_factory=list)

    @cached_property
    def block_ids(self) -> dict[str, tuple[str, int]]:
        """
        The place (path, line) where each id of a block is used first.
        """
        first: dict[str, tuple[str, int]] = {}
        for page in self.pages:
            for block in page.blocks:
                if block.id:
                    first.setdefault(block.id, (page.path, block.line))
        return first
