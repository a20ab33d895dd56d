"""
The block of the decision helper: the list of situations for readers without scripts, and what the scripts need.
"""

import json
import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.lines import add, add_for_scripts
from guide.blocks.route_data import route_data
from guide.data import Data
from guide.data.routes import Question, Routes, Situation


class RouteHelper(Block):
    """
    The decision helper. Without scripts it is a list of all situations by their groups, each a link to its page; with
    them its first question stands there, and each answer leads to the next one.

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
            # Why a question is asked is said with the sources of this page; the first one stands in it.
            scripts = add_for_scripts(root)
            first = next(iter(routes.questions), "")
            for key, question in routes.asked.items():
                if question.why and key != first:
                    add(scripts, "p", question.why, data_line=f"why/{key}")
            if first:
                draw_question(root, first, routes.questions[first])
            add_json(scripts, "guide-route__data", route_data(data, routes, self.config["phrases"]))
        return root


def draw_question(root: etree.Element, key: str, question: Question) -> None:
    """
    Draw the first question as `routes/question.js` draws all others. What cannot wait is told by where it leads: not where
    those go who are not sure.
    """
    view = add(root, "div", name="guide-route__view", hidden="")
    form = add(view, "form", name="guide-route__form", autocomplete="off", data_question=key)
    heading = add(form, "h2", question.ask, "guide-route__heading", id=f"route-question-{key}", tabindex="-1")
    if question.why:
        add(form, "p", question.why, "guide-route__reason", data_line=f"why/{key}")
    rows = add(form, "div", name="guide-route__choices", role="group", aria_labelledby=heading.get("id", ""))
    unsure = question.answers.get("unsure")
    for name, answer in question.answers.items():
        row = add(rows, "button", name="guide-route__row", type="button", data_choice=name)
        if unsure and answer.next != unsure.next:
            row.set("data-urgent", "")
        words = add(row, "span", name="guide-route__words")
        add(words, "span", answer.say)
        if answer.more:
            add(words, "span", answer.more, "guide-route__more")
    add(form, "p", name="guide-route__trouble guide-route__form-trouble", role="alert")
    add(form, "p", name="guide-route__form-status", role="status")


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
