"""
The block with all that the guide says of one situation, for readers without scripts and for paper.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from pymdownx.blocks.block import Block

from guide.blocks.lines import AT_ROOT, ROOT, add, add_for_scripts
from guide.blocks.situation_pieces import STEPS, Piece, Pieces
from guide.data import Data
from guide.data.cases import FIRST_PARTS
from guide.data.routes import Routes, Situation
from guide.phrases import Phrases

# Its pages stand there, beside the page of the notes.
FOLDER = "situations"
SECTIONS = ("warn", "note", "because", "routes", "limits", "letters", "others", "find_out", "help")
PARTS = (*FIRST_PARTS, *SECTIONS)
# What is the same on many pages finds none of them.
UNSEARCHED = ("routes", "others", "limits", "letters", "help")
# Reasons and other ways wait until a parent asks for them, and so does what follows the first lines of a long part.
CLOSED = ("because", "routes", "others", "find_out")
MOST = 3


def until_one_holds(pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces up to the first that always holds: none below it is ever said.
    """
    last = next((number for number, piece in enumerate(pieces) if not piece.case.unless), len(pieces))
    return pieces[: last + 1]


class SituationPage(Block):
    """
    One situation of `routes/situations/`, by its key: what holds as long as nothing else is known, then what holds only
    in some cases, each below "If …". Lines with a day of the parent's own case are left to scripts. It stands on a page
    one folder deep.

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
        Write the whole situation: what holds as long as nothing else is known, who can help, then what changes it.
        """
        pieces = list(Pieces(self.key, self.situation, self.routes, self.data, self.phrases).read())
        # Two questions may tell the same case, and then a line of each says the same.
        once = {(piece.part, piece.words, piece.case): piece for piece in pieces if not piece.for_scripts}
        shown = list(once.values())
        by_part = {part: [one for one in shown if one.part == part and not one.case.needs] for part in PARTS}
        for part in FIRST_PARTS:
            by_part[part] = until_one_holds(by_part[part])
        self.first_words(root, "headline", by_part["headline"])
        # What to do today comes soon: one reason stands above it, the others below.
        above = [piece for piece in by_part["because"] if not piece.case.unless][:1]
        self.first_words(root, "because", above)
        below = [piece for piece in by_part["because"] if piece not in above]
        card = add(root, "div", name="guide-situation__steps")
        for part in STEPS:
            self.step(card, part, by_part[part])
        for part in SECTIONS:
            self.section(root, part, below if part == "because" else by_part[part])
        self.papers(root)
        cases = [piece for piece in shown if piece.case.needs]
        self.cases(root, cases)
        drawn = {id(piece) for piece in (*cases, *(piece for part in by_part.values() for piece in part))}
        hidden = add_for_scripts(root)
        for piece in pieces:
            if id(piece) not in drawn:
                piece.write(add(hidden, "p"))

    def first_words(self, root: etree.Element, part: str, pieces: list[Piece]) -> None:
        """
        Write the headline, or why.
        """
        for number, piece in enumerate(pieces):
            line = add(root, "p", name=f"guide-situation__{part}", data_part=part)
            self.lead_in(line, piece, otherwise=part == "headline" and number > 0)
            # In a book only this tells the headline from the reason.
            piece.write(add(line, "strong") if part == "headline" else line)

    def step(self, card: etree.Element, part: str, pieces: list[Piece]) -> None:
        """
        Write what to do at one time: the first that holds, and what to do if it does not.
        """
        if not pieces:
            return
        section = add(card, "section", data_part=part)
        add(section, "h2", self.title(part), data_search_exclude="")
        for number, piece in enumerate(pieces):
            line = add(section, "div", name="guide-situation__step")
            self.lead_in(line, piece, otherwise=number > 0)
            piece.write(line)

    def lead_in(self, row: etree.Element, piece: Piece, *, otherwise: bool = False) -> None:
        """
        Write before a line when it does not hold, or that it holds where those above it do not.
        """
        words = self.phrases("situation.otherwise") if otherwise else ""
        if piece.case.unless:
            words = self.phrases("situation.unless", exception=piece.case.unless)
        if words:
            add(row, "span", f"{words}:", "guide-situation__unless").tail = " "

    def section(self, root: etree.Element, part: str, pieces: list[Piece]) -> None:
        """
        Write a part that lists all that holds, if there is anything to list.
        """
        if not pieces:
            return
        name = f"guide-situation__{part.replace('_', '-')}"
        is_closed = part in CLOSED
        section = add(
            root, "details" if is_closed else "section", name=f"{'guide-fold ' * is_closed}{name}", data_part=part
        )
        if part in UNSEARCHED:
            section.set("data-search-exclude", "")
        add(add(section, "summary") if is_closed else section, "h2", self.title(part), data_search_exclude="")
        listing = add(section, "ul")
        groups = [list(mine) for _, mine in groupby(pieces, lambda piece: piece.case)]
        seen = MOST if len(groups) > MOST + 1 and not is_closed else len(groups)
        for number, mine in enumerate(groups):
            if number == seen:
                fold = add(section, "details", name="guide-fold")
                add(fold, "summary", self.phrases("situation.more", count=sum(map(len, groups[seen:]))))
                listing = add(fold, "ul")
            self.rows(listing, mine)

    def rows(self, listing: etree.Element, pieces: list[Piece]) -> None:
        """
        Write pieces that stand side by side and hold in the same case: several have their case once above them.
        """
        if pieces[0].case.unless and len(pieces) > 1:
            above = add(listing, "li")
            self.lead_in(above, pieces[0])
            below = add(above, "ul")
            for piece in pieces:
                piece.write(add(below, "li"))
            return
        for piece in pieces:
            row = add(listing, "li")
            self.lead_in(row, piece)
            piece.write(row)

    def cases(self, root: etree.Element, pieces: list[Piece]) -> None:
        """
        Write what holds only in some cases, below each case in words.
        """
        if not pieces:
            return
        # The same cases stand on many pages, so they find none of them.
        section = add(root, "section", name="guide-situation__cases", data_part="cases", data_search_exclude="")
        add(section, "h2", self.phrases("situation.cases_title"))
        add(section, "p", self.phrases("situation.cases_text"))
        by_needs: dict[str, list[Piece]] = {}
        for piece in pieces:
            by_needs.setdefault(piece.case.needs, []).append(piece)
        for needs, mine in by_needs.items():
            case = add(section, "details", name="guide-fold guide-situation__case")
            add(add(case, "summary"), "h3", self.phrases("situation.if", condition=needs))
            listing = add(case, "ul")
            for piece in mine:
                row = add(listing, "li", data_part=piece.part)
                if label := self.label(piece.part):
                    add(row, "strong", f"{label}:").tail = " "
                self.lead_in(row, piece)
                piece.write(row)

    def papers(self, root: etree.Element) -> None:
        """
        Write the links to the checklist and the plan, and to what is said of families.
        """
        section = add(root, "section", data_part="papers", data_search_exclude="")
        add(section, "h2", self.phrases("situation.papers_title"))
        listing, plan, checklist = add(section, "ul"), self.situation.plan or "", self.situation.checklist or ""
        if title := self.routes.plans.get(plan):
            add(listing, "li", f"[{self.phrases('situation.plan', title=title)}](plans/{plan}.md)")
        if title := self.routes.checklists.get(checklist):
            add(listing, "li", f"[{self.phrases('situation.checklist', title=title)}](checklists/{checklist}.md)")
        add(listing, "li", f"[{self.phrases('situation.notes_title')}]({FOLDER}/index.md)")

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
    "because": lambda phrases: phrases("situation.because_title"),
    "today": lambda phrases: phrases("situation.today_title"),
    "closed": lambda phrases: phrases("situation.closed_title"),
    "this_week": lambda phrases: phrases("situation.this_week_title"),
    "by": lambda phrases: phrases("situation.by_title"),
    "warn": lambda phrases: phrases("situation.warn_title"),
    "note": lambda phrases: phrases("situation.note_title"),
    "routes": lambda phrases: phrases("situation.fits_title"),
    "limits": lambda phrases: phrases("situation.limits_title"),
    "letters": lambda phrases: phrases("situation.letters_title"),
    "others": lambda phrases: phrases("situation.others_title"),
    "find_out": lambda phrases: phrases("situation.find_out_title"),
    "help": lambda phrases: phrases("situation.help_title"),
}
# A line of another route names its route, and a note has its title.
LABELS = {part: words for part, words in TITLES.items() if part not in ("others", "note")} | {
    "headline": lambda phrases: phrases("situation.headline_label"),
    "closed": lambda phrases: phrases("situation.closed_label"),
    "warn": lambda phrases: phrases("situation.warn_label"),
    "routes": lambda phrases: phrases("situation.fits_label"),
    "limits": lambda phrases: phrases("situation.limits_label"),
    "letters": lambda phrases: phrases("situation.letters_label"),
    "find_out": lambda phrases: phrases("situation.find_out_label"),
    "help": lambda phrases: phrases("situation.help_label"),
}
