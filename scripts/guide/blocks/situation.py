"""
The block with all that the guide says of one situation, for readers without scripts and for paper.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass

from pymdownx.blocks.block import Block

from guide.blocks.lines import AT_ROOT, ROOT, add, add_for_scripts, condition
from guide.blocks.situation_pieces import STEPS, Piece, Pieces
from guide.data import Data
from guide.data.routes import Routes, Situation
from guide.phrases import Phrases

# What is the same on many pages finds none of them.
UNSEARCHED = ("routes", "others", "limits", "letters", "help")


class SituationPage(Block):
    """
    One situation of `routes/situations/`, by its key: what always holds, then what holds only in some cases, each below
    "If …". Lines with a day of the parent's own case are left to scripts. It stands on a page one folder deep.

        /// situation | meeting-asked
        ///
    """

    NAME = "situation"
    ARGUMENT = True

    def on_create(self, parent):
        key = self.argument.strip()
        root = add(parent, "div", name="guide-situation", data_situation=key, **{AT_ROOT: ROOT})
        data: Data = self.config["data"]
        if data.routes and key in data.routes.situations:
            SituationDrawing(key, data.routes.situations[key], data.routes, data, self.config["phrases"]).draw(root)
        return root


@dataclass
class SituationDrawing:
    """
    Draws a situation part by part.
    """

    key: str
    situation: Situation
    routes: Routes
    data: Data
    phrases: Phrases

    def draw(self, root: etree.Element) -> None:
        """
        Write the whole situation: first what always holds, then by case, then who can help, last what needs a day.
        """
        pieces = list(Pieces(self.key, self.situation, self.routes, self.data, self.phrases).read())
        shown = [piece for piece in pieces if not piece.needs_day]
        plain = [piece for piece in shown if not piece.when]
        for part in ("headline", "because"):
            for piece in plain:
                if piece.part == part:
                    piece.write(add(root, "p", name=f"guide-situation__{part}", data_part=part))
        self.steps(root, plain)
        for part in ("warn", "routes", "limits", "letters", "others", "find_out"):
            self.section(root, part, [piece for piece in plain if piece.part == part])
        self.cases(root, [piece for piece in shown if piece.when])
        self.section(root, "help", [piece for piece in plain if piece.part == "help"])
        self.papers(root)
        hidden = add_for_scripts(root)
        for piece in pieces:
            if piece.needs_day:
                piece.write(add(hidden, "p"))

    def steps(self, root: etree.Element, plain: list[Piece]) -> None:
        """
        Write what to do today, when nobody answers, this week and by a day, as one card.
        """
        card = add(root, "div", name="guide-situation__steps")
        for part in STEPS:
            mine = [piece for piece in plain if piece.part == part]
            if mine:
                section = add(card, "section", data_part=part)
                add(section, "h2", self.title(part), data_search_exclude="")
                # Of what always holds the first is said, as with scripts.
                mine[0].write(add(section, "p"))

    def section(self, root: etree.Element, part: str, pieces: list[Piece]) -> None:
        """
        Write a part that lists all that holds, if there is anything to list.
        """
        if not pieces:
            return
        section = add(root, "section", name=f"guide-situation__{part.replace('_', '-')}", data_part=part)
        if part in UNSEARCHED:
            section.set("data-search-exclude", "")
        add(section, "h2", self.title(part), data_search_exclude="")
        listing = add(section, "ul")
        for piece in pieces:
            piece.write(add(listing, "li"))

    def cases(self, root: etree.Element, pieces: list[Piece]) -> None:
        """
        Write what holds only in some cases, below each case in words.
        """
        if not pieces:
            return
        section = add(root, "section", name="guide-situation__cases", data_part="cases")
        add(section, "h2", self.phrases("situation.cases_title"), data_search_exclude="")
        add(section, "p", self.phrases("situation.cases_text"), data_search_exclude="")
        by_words: dict[str, list[Piece]] = {}
        for piece in pieces:
            by_words.setdefault(condition(piece.when, self.routes, self.phrases), []).append(piece)
        for words, mine in by_words.items():
            case = add(section, "section", name="guide-situation__case")
            add(case, "h3", f"{words}:")
            listing = add(case, "ul")
            for piece in mine:
                row = add(listing, "li", data_part=piece.part)
                if label := self.label(piece.part):
                    add(row, "strong", f"{label}:", data_search_exclude="").tail = " "
                piece.write(row)

    def papers(self, root: etree.Element) -> None:
        """
        Write the links to the checklist and the plan, and to what is said of families.
        """
        links = []
        if title := self.routes.plans.get(self.situation.plan or ""):
            words = self.phrases("situation.plan", title=title)
            links.append(f"[{words}](plans/{self.situation.plan}.md)")
        if title := self.routes.checklists.get(self.situation.checklist or ""):
            words = self.phrases("situation.checklist", title=title)
            links.append(f"[{words}](checklists/{self.situation.checklist}.md)")
        links.append(f"[{self.phrases('situation.notes_title')}](situations/index.md)")
        section = add(root, "section", data_part="papers", data_search_exclude="")
        add(section, "h2", self.phrases("situation.papers_title"))
        listing = add(section, "ul")
        for link in links:
            add(listing, "li", link)

    def title(self, part: str) -> str:
        """
        Return what stands above a part.
        """
        return TITLES[part](self.phrases)

    def label(self, part: str) -> str:
        """
        Return what stands before a line of a part, among lines of others; "" where the line says it itself.
        """
        return LABELS[part](self.phrases) if part in LABELS else ""


TITLES: dict[str, Callable[[Phrases], str]] = {
    "today": lambda phrases: phrases("situation.today_title"),
    "closed": lambda phrases: phrases("situation.closed_title"),
    "this_week": lambda phrases: phrases("situation.this_week_title"),
    "by": lambda phrases: phrases("situation.by_title"),
    "warn": lambda phrases: phrases("situation.warn_title"),
    "routes": lambda phrases: phrases("situation.fits_title"),
    "limits": lambda phrases: phrases("situation.limits_title"),
    "letters": lambda phrases: phrases("situation.letters_title"),
    "others": lambda phrases: phrases("situation.others_title"),
    "find_out": lambda phrases: phrases("situation.find_out_title"),
    "help": lambda phrases: phrases("situation.help_title"),
}
# A line of another route names its route.
LABELS = {part: words for part, words in TITLES.items() if part != "others"} | {
    "headline": lambda phrases: phrases("situation.headline_label"),
    "because": lambda phrases: phrases("situation.because_label"),
    "closed": lambda phrases: phrases("situation.closed_label"),
    "warn": lambda phrases: phrases("situation.warn_label"),
    "routes": lambda phrases: phrases("situation.fits_label"),
    "limits": lambda phrases: phrases("situation.limits_label"),
    "letters": lambda phrases: phrases("situation.letters_label"),
    "find_out": lambda phrases: phrases("situation.find_out_label"),
    "help": lambda phrases: phrases("situation.help_label"),
}
