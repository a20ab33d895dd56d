"""
The block of the decision helper: the questions of `routes/` with where their answers lead, and the results.
"""

import json
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guide.blocks.deadlines import length, rows_by_event, rule_for_scripts
from guide.blocks.routes import add, add_list
from guide.data.facts import Limit
from guide.data.routes import Answer, Question, Result, Routes
from guide.grammar import PHONE
from guide.phrases import Phrases


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
        self.phrases: Phrases = self.config["phrases"]
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
        add(section, "p", self.phrases("route_helper.reason", reason=question.why), "why")
        answers = add(section, "ul", purpose="answers")
        for name, answer in question.answers.items():
            row = add(answers, "li", data_answer=name)
            add(row, "span", answer.say, "say").tail = " "
            leads = list(self.leads(answer, routes))
            if leads:
                add(row, "span", " ".join(leads), "leads")

    def leads(self, answer: Answer, routes: Routes) -> Iterator[str]:
        """
        Yield what an answer leads to, a sentence each.
        """
        if answer.date:
            yield self.phrases("route_helper.asks_day", day=routes.dates[answer.date].label.lower())
        if answer.result:
            yield self.phrases("route_helper.leads_to_result", result=link_to_result(answer.result, routes))
        if answer.next:
            yield self.phrases(
                "route_helper.leads_on", question=f"[{routes.questions[answer.next].ask}](#question-{answer.next})"
            )
        if answer.note:
            yield self.phrases(
                "route_helper.adds_note", note=f"[{routes.notes[answer.note].title}](#note-{answer.note})"
            )

    def result(self, every: etree.Element, key: str, result: Result, routes: Routes) -> None:
        """
        Write a result whole: first step, routes in order, why, why not the others, letters, limits, help.
        """
        phrases = self.phrases
        section = add(every, "section", purpose="result", id=f"result-{key}", data_result=key)
        add(section, "h3", result.title, "title")
        add(section, "p", result.when, "when")
        add(section, "p", f"**{phrases('route_helper.today_label')}:** {result.first}", "first")
        fits = [f"[{routes.routes[name].title}](#route-{name})" for name in result.routes]
        best = fits[0] if len(fits) == 1 else phrases("route_helper.fits_two", first=fits[0], second=fits[1])
        add(section, "p", f"**{phrases('route_helper.fits_label')}:** {best}.", "fits")
        if result.together:
            add(section, "p", result.together, "together")
        add_list(section, result.why, "because", phrases("route_helper.because_title"))
        self.others(section, result, routes)
        add_list(section, result.find_out, "find-out", phrases("route_helper.find_out_title"))
        add_list(section, list(self.asked(result, routes)), "asked", phrases("route_helper.asks_title"))
        add_list(section, self.letters(result.letters), "letters", phrases("route_helper.write_title"))
        add_list(section, list(self.papers(result, routes)), "papers", phrases("route_helper.papers_title"))
        limits = [link_to_limit(name, routes) for name in result.limits]
        add_list(section, limits, "limits", phrases("route_helper.limits_title"))
        facts = self.config["data"].facts
        helpers = [
            PHONE.sub(r"[\g<0>](tel:\g<0>)", facts[name].statement) + f"[^{name}]"
            for name in result.help
            if name in facts
        ]
        add_list(section, helpers, "help", phrases("route_helper.help_title"))

    def others(self, section: etree.Element, result: Result, routes: Routes) -> None:
        """
        Write the routes that fit a result less well, each with why not now.
        """
        others = routes.others(result)
        if not others:
            return
        how_in_words = self.how_in_words()
        add(section, "p", f"**{self.phrases('route_helper.others_title')}**", "list-title")
        listing = add(section, "ul", purpose="others")
        for name, how, why in others:
            row = add(listing, "li", data_other=name, data_how=how)
            add(row, "strong", f"{routes.routes[name].title}.").tail = " "
            add(row, "span", f"{how_in_words[how]}: ", "how")
            add(row, "span", why, "why-not")

    def asked(self, result: Result, routes: Routes) -> Iterator[str]:
        """
        Yield what a result still asks: its details, and the limits by which another result takes its place.
        """
        for name in result.asks:
            yield f"[{routes.details[name].ask}](#question-{name})"
        for name, other in result.close.items():
            yield self.phrases(
                "route_helper.limit_close", limit=link_to_limit(name, routes), result=link_to_result(other, routes)
            )
        for name, other in result.past.items():
            yield self.phrases(
                "route_helper.limit_past", limit=link_to_limit(name, routes), result=link_to_result(other, routes)
            )

    def letters(self, names: list[str]) -> list[str]:
        """
        Return a link to each letter.
        """
        letters = self.config["data"].letters
        return [f"[{letters[name].title}](letters/{name}.md)" for name in names if name in letters]

    def papers(self, result: Result, routes: Routes) -> Iterator[str]:
        """
        Yield a link to the checklist and to the plan of a result, where it has them.
        """
        if result.checklist:
            link = f"[{routes.checklists[result.checklist]}](checklists/{result.checklist}.md)"
            yield self.phrases("route_helper.checklist", checklist=link)
        if result.plan:
            yield self.phrases("route_helper.plan", plan=f"[{routes.plans[result.plan]}](plans/{result.plan}.md)")

    def besides(self, every: etree.Element, routes: Routes) -> None:
        """
        Write what several results share: the notes, the time limits with their lengths, and the days that are limits
        themselves.
        """
        data = self.config["data"]
        for key, note in routes.notes.items():
            section = add(every, "section", purpose="note", id=f"note-{key}", data_note=key)
            add(section, "h3", note.title, "title")
            add(section, "p", note.text)
            add_list(section, self.letters(note.letters), "letters")
        for key, limit in routes.time_limits.items():
            for rule in data.facts[key].limits_from(limit.event) if key in data.facts else ():
                self.limit(every, key, limit.name, length(rule, self.phrases), f"{limit.say}[^{key}]")
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
                    dump["time_limits"][key]["rule"] = rule_for_scripts(row, noted, data.facts, self.phrases)
        return dump | {"how": self.how_in_words()}

    def how_in_words(self) -> dict[str, str]:
        """
        Return how a route that is not the right one fits, in words.
        """
        return {
            "could": self.phrases("route_helper.could"),
            "later": self.phrases("route_helper.later"),
            "less": self.phrases("route_helper.less"),
        }


def link_to_result(key: str, routes: Routes) -> str:
    """
    Return a link to a result, for the end of a sentence.
    """
    return f"[{routes.results[key].title.rstrip('.')}](#result-{key})"


def link_to_limit(key: str, routes: Routes) -> str:
    """
    Return a link to a time limit.
    """
    return f"[{routes.time_limits[key].name}](#limit-{key})"
