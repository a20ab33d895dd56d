"""
The blocks that draw `routes/`: the questions with their results, and the routes with their reasons.
"""

import json
import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.deadlines import length, rows_by_event, rule_for_scripts
from guide.data.facts import Limit
from guide.data.routes import Question, Result, Routes
from guide.grammar import PHONE

HOW = {"could": "Could also fit", "later": "Keep it open", "less": "Fits less well"}


def add(parent: etree.Element, tag: str, text: str = "", purpose: str = "", **attributes: str) -> etree.Element:
    """
    Return a new element below `parent`; `purpose` ends its class, `data_x` names the attribute `data-x`.
    """
    element = etree.SubElement(parent, tag, {name.replace("_", "-"): value for name, value in attributes.items()})
    if purpose:
        element.set("class", f"guide-route__{purpose}")
    element.text = text or None
    return element


def add_list(parent: etree.Element, texts: list[str], purpose: str, title: str = "") -> None:
    """
    Write a list below its title, if there is anything to list.
    """
    if texts and title:
        add(parent, "p", f"**{title}**", "list-title")
    if texts:
        listing = add(parent, "ul", purpose=purpose)
        for text in texts:
            add(listing, "li", text)


class RouteHelper(Block):
    """
    The decision helper, drawn from `routes/`: each question with where its answers lead, and each result.
    With scripts it asks one question at a time. It needs the block `routes` on the same page.

        /// route-helper
        ///
    """

    NAME = "route-helper"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(
            parent, "guide-route-helper", {"class": "guide-route-helper", "data-search-exclude": ""}
        )
        routes: Routes | None = self.config["data"].routes
        if routes:
            every = add(root, "div", purpose="all")
            for part in (routes.questions, routes.details):
                for key, question in part.items():
                    self.question(every, key, question, routes)
            for key, result in routes.results.items():
                self.result(every, key, result, routes)
            self.besides(every, routes)
            script = add(root, "script", type="application/json", purpose="data")
            # A "<" could end the script.
            script.text = AtomicString(
                json.dumps(self.structure(routes), separators=(",", ":")).replace("<", "\\u003c")
            )
        return root

    def question(self, every: etree.Element, key: str, question: Question, routes: Routes) -> None:
        """
        Write a question with its answers; each leads to the next question, to its result, or adds something.
        """
        section = add(every, "section", purpose="question", id=f"question-{key}", data_question=key)
        add(section, "h3", question.ask, "ask")
        add(section, "p", f"Why we ask: {question.why}", "why")
        answers = add(section, "ul", purpose="answers")
        for name, answer in question.answers.items():
            row = add(answers, "li", data_answer=name)
            add(row, "span", answer.say, "say").tail = " "
            leads = []
            if answer.date:
                leads.append(f"Find out: {routes.dates[answer.date].label.lower()}.")
            if answer.result:
                leads.append(f"See [{routes.results[answer.result].title.rstrip('.')}](#result-{answer.result}).")
            if answer.next:
                leads.append(f"Go on with [{routes.questions[answer.next].ask}](#question-{answer.next})")
            if answer.note:
                leads.append(f"Read also [{routes.notes[answer.note].title}](#note-{answer.note}).")
            if leads:
                add(row, "span", " ".join(leads), "leads")

    def result(self, every: etree.Element, key: str, result: Result, routes: Routes) -> None:
        """
        Write a result whole: first step, routes in order, why, why not the others, letters, limits, help.
        """
        data = self.config["data"]
        section = add(every, "section", purpose="result", id=f"result-{key}", data_result=key)
        add(section, "h3", result.title, "title")
        add(section, "p", result.when, "when")
        add(section, "p", f"**First step, today:** {result.first}", "first")
        add(
            section,
            "p",
            "**What fits best:** "
            + ", and ".join(f"[{routes.routes[name].title}](#route-{name})" for name in result.routes)
            + ".",
            "fits",
        )
        if result.together:
            add(section, "p", result.together, "together")
        add_list(section, result.why, "because", "Why")
        said = routes.others(result)
        if said:
            add(section, "p", "**The other routes, and why not now**", "list-title")
            others = add(section, "ul", purpose="others")
        for name, how, why in said:
            row = add(others, "li", data_other=name, data_how=how)
            add(row, "strong", f"{routes.routes[name].title}.").tail = " "
            add(row, "span", f"{HOW[how]}: ", "how")
            add(row, "span", why, "why-not")
        add_list(section, result.find_out, "find-out", "It depends on this. Find out")
        asked = [f"[{routes.details[name].ask}](#question-{name})" for name in result.asks]
        for word, limits in (("close", result.close), ("past", result.past)):
            asked += [
                f"Is the limit for [{routes.time_limits[name].name}](#limit-{name}) {word}? "
                f"See [{routes.results[other].title.rstrip('.')}](#result-{other})."
                for name, other in limits.items()
            ]
        add_list(section, asked, "asked", "Answer this too")
        ways = [f"[{data.letters[name].title}](letters/{name}.md)" for name in result.letters if name in data.letters]
        add_list(section, ways, "letters", "Letters and worksheets")
        more = (
            [f"Checklist: [{routes.checklists[result.checklist]}](checklists/{result.checklist}.md)"]
            if result.checklist
            else []
        )
        more += [f"Plan, day by day: [{routes.plans[result.plan]}](plans/{result.plan}.md)"] if result.plan else []
        add_list(section, more, "papers", "Checklist and plan")
        add_list(
            section,
            [f"[{routes.time_limits[name].name}](#limit-{name})" for name in result.limits],
            "limits",
            "Limits that may be running",
        )
        add_list(
            section,
            [
                PHONE.sub(r"[\g<0>](tel:\g<0>)", data.facts[name].statement) + f"[^{name}]"
                for name in result.help
                if name in data.facts
            ],
            "help",
            "Who can help for free",
        )

    def besides(self, every: etree.Element, routes: Routes) -> None:
        """
        Write what several results share: the notes, the time limits with their lengths, and the days that are limits themselves.
        """
        data = self.config["data"]
        for key, note in routes.notes.items():
            section = add(every, "section", purpose="note", id=f"note-{key}", data_note=key)
            add(section, "h3", note.title, "title")
            add(section, "p", note.text)
            add_list(
                section,
                [f"[{data.letters[name].title}](letters/{name}.md)" for name in note.letters if name in data.letters],
                "letters",
            )
        for key, limit in routes.time_limits.items():
            for rule in data.facts[key].limits_from(limit.event) if key in data.facts else ():
                self.limit(every, key, limit.name, length(rule), f"{limit.say}[^{key}]")
        for key, asked in routes.dates.items():
            if asked.say:
                self.limit(every, key, asked.label, "", asked.say)

    def limit(self, every: etree.Element, key: str, name: str, how_long: str, say: str) -> None:
        section = add(every, "section", purpose="limit", id=f"limit-{key}", data_limit=key)
        add(section, "h3", name, "title")
        if how_long:
            add(section, "p", f"{how_long}.", "length")
        add(section, "p", say, "say")

    def structure(self, routes: Routes) -> dict:
        """
        Return what the scripts need besides the words that stand in the page. A time limit has its `rule` as the block
        `deadlines` gives it, for both are counted by limits.js.
        """
        data = self.config["data"]
        rows = rows_by_event(data.facts.shared)

        def dump_part(part: dict, include) -> dict:
            return {key: entry.model_dump(exclude_none=True, include=include) for key, entry in part.items()}

        dump = {
            "questions": dump_part(routes.questions, {"answers": {"__all__": {"next", "result", "date", "note"}}}),
            "details": dump_part(routes.details, {"answers": {"__all__": {"date", "note"}}, "many": True}),
            "dates": dump_part(routes.dates, {"label", "hint", "may_be", "optional", "say"}),
            "time_limits": dump_part(routes.time_limits, {"counted_from"}),
            "results": dump_part(routes.results, {"asks", "routes", "limits", "close", "past", "act_today"}),
        }
        for key, limit in routes.time_limits.items():
            noted = data.events[limit.event].facts if limit.event in data.events else []
            for row in rows.get(limit.event, []):
                if key in row.facts and isinstance(row.rule, Limit):
                    dump["time_limits"][key]["rule"] = rule_for_scripts(row, noted, data.facts)
        return dump | {"how": HOW}


class RouteTable(Block):
    """
    The routes of `routes/`, each with what speaks for and against it and what it does not do.

        /// routes
        ///
    """

    NAME = "routes"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "div", {"class": "guide-routes"})
        routes: Routes | None = self.config["data"].routes
        for key, route in routes.routes.items() if routes else ():
            card = add(root, "section", purpose="card", id=f"route-{key}", data_route=key)
            add(card, "h3", route.title, "title")
            add(card, "p", route.what, "what")
            both = add(card, "div", purpose="reasons")
            for title, reasons, purpose in (
                ("For", route.reasons_for, "for"),
                ("Against", route.reasons_against, "against"),
            ):
                side = add(both, "div")
                add(side, "h4", title)
                add_list(side, reasons, purpose)
            if route.for_most:
                first = etree.Element("li", {"data-not-in": " ".join(route.for_most.not_in)})
                first.text = route.for_most.say
                both[0][1].insert(0, first)
            add(card, "p", f"**What it does not do:** {route.does_not}", "does-not")
            add(card, "p", f"[Read more: {route.title}]({route.page})", "more")
        return root
