"""
The block of the decision helper: the list of situations for readers without scripts, and what the scripts need.
"""

import json
import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.lines import add, add_for_scripts
from guide.blocks.route_data import question_data, route_data
from guide.data import Data
from guide.data.routes import Routes, Situation


class RouteHelper(Block):
    """
    The decision helper. Without scripts it is a list of all situations by their groups, each a link to its page; with
    them it asks one question at a time.

        /// route-helper
        ///
    """

    NAME = "route-helper"
    ARGUMENT = False

    def on_create(self, parent):
        root = add(parent, "guide-route-helper", name="guide-route-helper", data_search_exclude="")
        data: Data = self.config["data"]
        routes = data.routes
        if routes:
            draw_list(root, routes)
            first = next(iter(routes.questions), "")
            # Why a question is asked is said by scripts alone, with the sources of this page. The first one is asked
            # before the data are loaded.
            scripts = add_for_scripts(root)
            for key, question in routes.asked.items():
                if question.why and key == first:
                    add(root, "p", question.why, "guide-route__first-why", hidden="", data_line=f"why/{key}")
                elif question.why:
                    add(scripts, "p", question.why, data_line=f"why/{key}")
            if first:
                asked = question_data(first, routes.questions[first])
                asked.pop("why", None)
                add_json(root, "guide-route__first", {"key": first, "question": asked})
            add_json(scripts, "guide-route__data", route_data(data, routes, self.config["phrases"]))
        return root


def draw_list(root: etree.Element, routes: Routes) -> None:
    """
    Draw the situations group by group. A name by which one was linked before still leads to its line.
    """
    listing = add(root, "div", name="guide-route__list")
    order = asked_order(routes)
    for group, title in routes.groups.items():
        mine = {key: routes.situations[key] for key in order if routes.situations[key].group == group}
        if mine:
            section = add(listing, "section", data_group=group)
            add(section, "h2", title, id=f"group-{group}")
            rows = add(section, "ul")
            for key, situation in mine.items():
                draw_row(rows, key, situation)


def asked_order(routes: Routes) -> list[str]:
    """
    Return the situations as the questions come by them, the most urgent first; those that no answer leads to are last.
    """
    found: dict[str, None] = {}
    asked: set[str] = set()

    def follow(key: str) -> None:
        asked.add(key)
        for answer in routes.questions[key].answers.values():
            if answer.situation and answer.situation in routes.situations:
                found.setdefault(answer.situation)
            if answer.next and answer.next in routes.questions and answer.next not in asked:
                follow(answer.next)

    for key in routes.questions:
        if key not in asked:
            follow(key)
    return [*found, *(key for key in routes.situations if key not in found)]


def draw_row(rows: etree.Element, key: str, situation: Situation) -> None:
    """
    Add the line of a situation, with the names by which a link once led to it.
    """
    row = add(rows, "li", id=f"result-{key}", data_situation=key)
    for name in situation.was:
        add(row, "span", id=name)
    add(row, "a", situation.title, href=f"situations/{key}.md")


def add_json(root: etree.Element, name: str, told: dict) -> None:
    """
    Add data for scripts.
    """
    script = add(root, "script", name=name, type="application/json")
    # A "<" could end the script.
    script.text = AtomicString(json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
