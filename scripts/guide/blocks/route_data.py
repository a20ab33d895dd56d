"""
What the scripts of the decision helper need of `routes/`, in the form that `site/route_data.py` writes into a file.

Words that are drawn as HTML stand on pages, where their links and sources are. Here a mapping of one key names them,
and the build puts them in: `{"$line": …}` a line with the numbers of its sources, `{"$words": …}` one without them,
`{"$mark": …}` the number of its last source, `{"$page": …}` the page it stands on; each by its `data-line`.
"""

from collections.abc import Iterable, Iterator

from guide.blocks.deadlines import rows_by_event, rule_for_scripts
from guide.blocks.lines import number_of
from guide.blocks.situation_pieces import HOW, STEPS
from guide.data import Data
from guide.data.cases import ROUTE_PARTS
from guide.data.facts import Limit
from guide.data.lines import Line, Named, OtherRoute, Step, When
from guide.data.routes import Note, Question, Route, Routes, Situation
from guide.phrases import Phrases

# In the order of a result.
SITUATION_PARTS = ("headline", "because", *STEPS, "warn", "find_out")


def route_data(data: Data, routes: Routes, phrases: Phrases) -> dict:
    """
    Return all that the scripts need, whose form stands in `overrides/assets/guide/routes/`.
    """
    cited = dict(cited_lines(routes))
    told = {
        "questions": {key: question_data(key, question) for key, question in routes.questions.items()},
        "details": {key: question_data(key, question) for key, question in routes.details.items()},
        "dates": {key: asked.model_dump(exclude_none=True) for key, asked in routes.dates.items()},
        "limits": limits_data(data, routes, phrases, cited),
        "groups": dict(routes.groups),
        "letters": {key: [data.letters[key].title, built(f"letters/{key}.md")] for key in letters_named(data, routes)},
        "help": {name: {"$words": line} for (part, name), line in cited.items() if part == "help"},
        "routes": {key: one_route(key, route) for key, route in routes.routes.items()},
        "notes": {key: note_data(key, note) for key, note in routes.notes.items()},
        "how": {key: words(phrases) for key, words in HOW.items()},
        "situations": {key: situation_data(key, each, data, routes) for key, each in routes.situations.items()},
    }
    pages = {
        name: {"$page": line}
        for name, line in (
            ("routes", next((f"{key}/what" for key in routes.routes), "")),
            ("notes", next((f"note/{key}" for key in routes.notes), "")),
        )
        if line
    }
    return told | {"pages": pages}


def filled(told: dict) -> dict:
    """
    Return a mapping without what is empty.
    """
    return {key: value for key, value in told.items() if value not in (None, False, "", [], {})}


def built(page: str) -> str:
    """
    Return the address of a page, or of a part of it, as it is built.
    """
    path, mark, part = page.partition("#")
    return path.removesuffix(".md") + ".html" + mark + part if path.endswith(".md") else page


def question_data(key: str, question: Question) -> dict:
    """
    Return a question with where its answers lead.
    """
    answers = {
        name: filled(answer.model_dump(include={"say", "more", "next", "situation", "dates"})) | least(answer.least)
        for name, answer in question.answers.items()
    }
    why = {"$line": f"why/{key}"} if question.why else None
    asked = {"ask": question.ask, "why": why, "many": question.many, "counter": question.counter}
    return filled(asked) | {"answers": answers}


def least(number: int | None) -> dict[str, int]:
    # None at all is a number too.
    return {} if number is None else {"least": number}


def line_data(key: str, line: Line, data: Data) -> dict:
    """
    Return a line by its words alone, or with when it holds and what there is to do.
    """
    told: dict = {"when": line.when}
    if isinstance(line, OtherRoute):
        told["how"] = line.how
    if isinstance(line, Step):
        told |= {
            "letter": line.letter if line.letter in data.letters else None,
            "call": number_of(line, data),
            "any_hour": line.any_hour,
            "page": built(line.page) if line.page else None,
            "copy": line.copy_words,
            "button": line.button,
        }
    words = {"$line": key}
    more = filled(told)
    return {"say": words} | more if more else words


def lines_data(key: str, lines: Iterable[Line], data: Data) -> list[dict]:
    return [line_data(f"{key}/{index}", line, data) for index, line in enumerate(lines)]


def one_route(key: str, route: Route) -> dict:
    """
    Return a route with its reasons.
    """
    told = {"title": route.title, "href": built(route.page), "special": route.special, "what": {"$line": f"{key}/what"}}
    reasons = {part: lines_data(f"{key}/{part}", getattr(route, part), Data()) for part in ROUTE_PARTS}
    return filled(told | reasons)


def note_data(key: str, note: Note) -> dict:
    told = {"title": note.title, "say": {"$line": f"note/{key}"}, "when": note.when}
    limits = [[name, {"$mark": f"note/{key}/limits.{name}"}] for name in note.limits]
    return filled(told | {"letters": note.letters, "limits": limits})


def situation_data(key: str, situation: Situation, data: Data, routes: Routes) -> dict:
    """
    Return all that is said in a situation.
    """
    told: dict = {"title": situation.title, "first": situation.first, "asks": situation.asks}
    told |= {part: lines_data(f"{key}/{part}", getattr(situation, part), data) for part in SITUATION_PARTS}
    told |= {
        "routes": [named_data(named) for named in situation.routes if named.name in routes.routes],
        "letters": [named_data(named) for named in situation.letters if named.name in data.letters],
        "limits": [cited_data(key, "limits", named) for named in situation.limits if named.name in routes.time_limits],
        "help": [cited_data(key, "help", named) for named in situation.help if named.name in data.facts],
        "others": {name: lines_data(f"{key}/others.{name}", lines, data) for name, lines in situation.others.items()},
    }
    if title := routes.checklists.get(situation.checklist or ""):
        told["checklist"] = [title, f"checklists/{situation.checklist}.html"]
    if title := routes.plans.get(situation.plan or ""):
        told["plan"] = [title, f"plans/{situation.plan}.html"]
    return filled(told)


def named_data(named: Named) -> str | dict:
    return {"name": named.name, "when": named.when} if named.when else named.name


def cited_data(key: str, part: str, named: Named) -> list:
    """
    Return what is named and cites a source: its name, the number of the source on the situation's page, and when.
    """
    told: list[str | dict | When] = [named.name, {"$mark": f"{key}/{part}.{named.name}"}]
    return [*told, named.when] if named.when else told


def cited_lines(routes: Routes) -> Iterator[tuple[tuple[str, str], str]]:
    """
    Yield each fact that is named for help or as a time limit, as (part, fact), with a line that says it.
    """
    for key, situation in routes.situations.items():
        for part in ("help", "limits"):
            for named in getattr(situation, part):
                yield (part, named.name), f"{key}/{part}.{named.name}"
    for key, note in routes.notes.items():
        for name in note.limits:
            yield ("limits", name), f"note/{key}/limits.{name}"


def letters_named(data: Data, routes: Routes) -> list[str]:
    """
    Return the letters that some situation, line or note names, in the order of all letters.
    """
    named = {name for note in routes.notes.values() for name in note.letters}
    for situation in routes.situations.values():
        named |= {each.name for each in situation.letters}
        named |= {step.letter for part in STEPS for step in getattr(situation, part)}
    return [key for key in data.letters if key in named]


def limits_data(data: Data, routes: Routes, phrases: Phrases, cited: dict[tuple[str, str], str]) -> dict[str, dict]:
    """
    Return the time limits that some situation names, each with its `rule` as the block `deadlines` gives it, for both
    are counted by limits.js.
    """
    rows = rows_by_event(data.facts.shared)
    told: dict[str, dict] = {}
    for key, limit in routes.time_limits.items():
        if ("limits", key) not in cited:
            continue
        told[key] = {"name": limit.name, "say": {"$words": cited["limits", key]}}
        told[key]["counted_from"] = limit.counted_from
        noted = data.events[limit.event].facts if limit.event in data.events else []
        for row in rows.get(limit.event, []):
            if key in row.facts and isinstance(row.rule, Limit):
                rule = rule_for_scripts(row, noted, data.facts, phrases)
                # What its facts say, the lines of situations say.
                told[key]["rule"] = {name: value for name, value in rule.items() if name != "says"}
    return told
