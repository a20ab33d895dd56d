"""
The blocks that draw what many situations share: the routes of `routes/` with their reasons, and the notes for families.
"""

import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.block import Block, type_html_identifier

from guide.blocks.conditions import Case, case_of, lead_words
from guide.blocks.lines import AT_ROOT, ROOT, add, add_for_scripts
from guide.blocks.situation_pieces import HOW, add_limit
from guide.data import Data
from guide.data.lines import Line, OtherRoute
from guide.data.routes import Note, Route, Routes
from guide.phrases import Phrases


class RouteTable(Block):
    """
    The routes of `routes/`, each with what speaks for and against it, what it does not do, and what is said of it where
    it is not the first one; what holds only in some cases says when. It stands on a page one folder deep.

        /// routes
        ///
    """

    NAME = "routes"
    ARGUMENT = False

    def on_create(self, parent):
        root = add(parent, "div", name="guide-routes", **{AT_ROOT: ROOT})
        data: Data = self.config["data"]
        if data.routes:
            for key, route in data.routes.routes.items():
                draw_route(root, key, route, data.routes, self.config["phrases"])
        return root


class RouteComparison(Block):
    """
    The routes of `routes/` that have a short name, each with what holds for it in each row of `routes/comparison.yml`. A
    row of the table is a route: so it is a list of its own where the sheet is narrow, and stands upright where it is wide.

        /// compared
            first: mediation
            second: due-process
        ///

    `first` and `second` face each other on a phone, until a parent picks others.
    """

    NAME = "compared"
    ARGUMENT = False
    OPTIONS: ClassVar = {"first": ("", type_html_identifier), "second": ("", type_html_identifier)}

    def on_create(self, parent):
        root = add(parent, "guide-compared", name="guide-compared", **{AT_ROOT: ROOT})
        data: Data = self.config["data"]
        if data.routes:
            draw_comparison(root, data.routes, self.config["phrases"])
            for row in root.iter("tr"):
                if row.get("data-route") in (self.options["first"], self.options["second"]):
                    row.set("data-facing", "")
        return root


class FamilyNotes(Block):
    """
    The notes of `routes/notes.yml` for families, each with its letters. It stands in `situations/index.md`, to which
    each situation leads.

        /// notes
        ///
    """

    NAME = "notes"
    ARGUMENT = False

    def on_create(self, parent):
        root = add(parent, "div", name="guide-notes", **{AT_ROOT: ROOT})
        data: Data = self.config["data"]
        if data.routes:
            notes = data.routes.notes
            # Those for scripts come last, and so do their sources.
            for key in sorted(notes, key=lambda key: "situation" in notes[key].when):
                draw_note(root, key, notes[key], data, self.config["phrases"])
        return root


def draw_route(root: etree.Element, key: str, route: Route, routes: Routes, phrases: Phrases) -> None:
    """
    Add the card of a route.
    """
    card = add(root, "section", name="guide-route__card", id=f"route-{key}", data_route=key)
    add(card, "h2", route.title)
    add(card, "p", route.what, data_line=f"{key}/what")
    both = add(card, "div", name="guide-route__reasons")
    for title, part, lines in (
        (phrases("situation.for_title"), "plus", route.plus),
        (phrases("situation.against_title"), "minus", route.minus),
    ):
        side = add(both, "div")
        add(side, "h3", title)
        add_lines(side, f"{key}/{part}", lines, routes, phrases).set("class", f"guide-route__{part}")
    add(card, "h3", phrases("situation.does_not_title"))
    add_lines(card, f"{key}/does_not", route.does_not, routes, phrases)
    if route.otherwise:
        add(card, "h3", phrases("situation.otherwise_title"))
        add_lines(card, f"{key}/otherwise", route.otherwise, routes, phrases)
    add(card, "p", f"[{phrases('situation.page_link', route=route.title)}]({route.page})")


def draw_comparison(root: etree.Element, routes: Routes, phrases: Phrases) -> None:
    """
    Add the table. Its roles are said, for browsers that forget them where a table is drawn as a grid.
    """
    table = add(root, "table", role="table", aria_label=phrases("compared.title"))
    head = add(add(table, "thead", role="rowgroup"), "tr", role="row")
    add(head, "th", phrases("compared.route"), scope="col", role="columnheader")
    for key, row in routes.compared.items():
        add(head, "th", row, scope="col", role="columnheader", id=key)
    body = add(table, "tbody", role="rowgroup")
    for key, route in routes.routes.items():
        if not route.short:
            continue
        line = add(body, "tr", role="row", data_route=key)
        add(line, "th", f"[{route.short}]({route.page})", scope="row", role="rowheader")
        for row, title in routes.compared.items():
            add(line, "td", route.compared.get(row, ""), role="cell", data_row=title)


def add_lines(parent: etree.Element, key: str, lines: list, routes: Routes, phrases: Phrases) -> etree.Element:
    """
    Add the list of the lines that hold in any situation and need no day, each once; return it. The others are for
    scripts; what holds in one situation its own page says.
    """
    listing = add(parent, "ul")
    said: set[tuple[Case, str]] = set()
    for index, line in enumerate(lines):
        words = case_of(line.when, routes, phrases), line.say
        is_shown = not line.days and "situation" not in line.when and words not in said
        said.add(words)
        row = add(listing, "li") if is_shown else add_for_scripts(parent)
        lead_in(row, line, routes, phrases)
        add(row, "span", line.say, data_line=f"{key}/{index}")
    if not len(listing):
        parent.remove(listing)
    return listing


def lead_in(row: etree.Element, line: Line, routes: Routes, phrases: Phrases) -> None:
    """
    Write before a line when it holds, and of another route how it fits.
    """
    if words := lead_words(case_of(line.when, routes, phrases), phrases):
        add(row, "span", f"{words}:", "guide-route__when").tail = " "
    if isinstance(line, OtherRoute):
        add(row, "em", f"{HOW[line.how](phrases)}:").tail = " "


def draw_note(root: etree.Element, key: str, note: Note, data: Data, phrases: Phrases) -> None:
    """
    Add a note: its title, its words, its letters and its time limits. One that is for some situations alone stands with
    them; here are its words for scripts.
    """
    shown = "situation" not in note.when
    section = add(root, "details", name="guide-fold guide-notes__note") if shown else add_for_scripts(root)
    if shown:
        add(add(section, "summary"), "h2", note.title)
    # A link opens what it leads to if that stands inside, not if it is the title.
    add(section, "p", note.text, data_line=f"note/{key}").attrib.update({"id": f"note-{key}"} if shown else {})
    letters = [name for name in note.letters if name in data.letters]
    limits = [name for name in note.limits if data.routes and name in data.routes.time_limits]
    if letters or limits:
        listing = add(section, "ul")
        for name in limits:
            add_limit(add(listing, "li"), name, f"note/{key}/limits.{name}", data, phrases)
        for name in letters:
            add(listing, "li", f"[{data.letters[name].title}](letters/{name}.md)")
