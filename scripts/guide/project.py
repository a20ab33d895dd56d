"""
`Guide`, the guide as a whole: its folder, settings, data and pages.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from guide.commit import day_of_commit
from guide.data import Data, read_data
from guide.elements import Element, read_elements
from guide.page_files import read_pages
from guide.pages import Page
from guide.phrases import Phrases, read_phrases
from guide.problems import Problem
from guide.settings import DEFAULTS, ORGANIZATION, SettingsFile, read_settings


@dataclass
class Guide:
    """
    All that a rule may look at besides the page it checks. `root` is the repository's folder, `settings` has the
    settings files by their paths.
    """

    root: Path
    settings: dict[str, SettingsFile] = field(default_factory=dict)
    data: Data = field(default_factory=Data)
    pages: list[Page] = field(default_factory=list)
    phrases: Phrases = field(default_factory=Phrases)
    elements: list[Element] = field(default_factory=list)
    # No fact can be checked later; what is built knows no clock but this and the facts' own.
    day: date = field(default_factory=date.today)

    def place(self, kind: str, *at: str | int) -> tuple[str, int]:
        """
        Return path and line of what stands in the data: the key of an entry of that kind, and behind it the keys of
        what is in it; where that has no line, of what holds it.
        """
        # "routes" is the part of that name, not the whole of the decision helper's data.
        entries = getattr(self.data.routes, kind) if hasattr(self.data.routes, kind) else getattr(self.data, kind)
        place = entries.place(*at)
        return place.path, place.line

    def host_place(self, *keys: str | int) -> tuple[str, int]:
        """
        Return path and line of a value of the host: in its own file where it says it, else in the defaults.
        """
        way = ("extra", "organization", *keys)
        path = next((path for path in (ORGANIZATION, DEFAULTS) if way in self.settings[path].lines), ORGANIZATION)
        return path, self.settings[path].line(*way)

    @property
    def other_words(self) -> dict[str, list[str]]:
        """
        What a parent may also type to find a page, by the path of the built page.
        """
        return {
            page.path.removeprefix("docs/").removesuffix(".md") + ".html": page.meta["also"]
            for page in self.pages
            if "also" in page.meta
        }

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


def read_guide(root: Path) -> tuple[Guide, list[Problem]]:
    """
    Return the guide in the repository at `root`, and the problems of the pages and data that cannot be read.
    """
    data = read_data(root / "docs/_data")
    pages, problems = read_pages(root / "docs", root)
    elements, slips = read_elements(root)
    problems += data.problems + slips
    phrases = read_phrases(root, problems)
    return Guide(root, read_settings(root), data, pages, phrases, elements, day_of_commit(root)), problems
