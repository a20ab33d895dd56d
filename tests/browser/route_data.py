"""
A small decision helper, made up: what its tests ask and what it answers, in the form in which the browser gets it.
"""

import json
import re

YEAR = {"id": "one-year", "amount": 1, "unit": "year", "counts": "after", "kind": "due", "whose": "yours"}
YEAR |= {"length": "1 year", "owner": "Your limit", "starts": "the day it happened", "until": "file it"}
WAIT = {**YEAR, "id": "answer", "amount": 60, "unit": "day", "whose": "state", "length": "60 calendar days"}
WAIT |= {"owner": "The state’s deadline", "until": "decide"}
UNSURE = {"say": "Not sure"}

QUESTIONS = {
    "now": {
        "ask": "Is one of these happening right now?",
        "answers": {
            "change": {"say": "A change is about to start", "next": "plan"},
            "unsafe": {"say": "My child isn’t safe", "situation": "unsafe"},
            "none": {"say": "None of these", "next": "what"},
            "unsure": {"say": "I’m not sure", "next": "what"},
        },
    },
    "plan": {
        "ask": "Which plan?",
        "why": "It decides.<sup>1</sup>",
        "answers": {
            "iep": {"say": "An IEP", "more": "For special education", "situation": "change"},
            "s504": {"say": "Only a 504 plan", "situation": "change"},
            "unsure": {**UNSURE, "situation": "change"},
        },
    },
    "what": {"ask": "What is it about?", "answers": {"no": {"say": "They said no", "situation": "no"}}},
}
DETAILS = {
    "happened": {
        "ask": "When did it happen?",
        "answers": {
            "days": {"say": "I know the date", "dates": ["it-happened", "newest"]},
            "unsure": UNSURE,
        },
    },
    "started": {
        "ask": "When does it start?",
        "answers": {"day": {"say": "I know it", "dates": ["change-starts"]}, "unsure": UNSURE},
    },
    "removed": {
        "ask": "How many days out?",
        "counter": "removals",
        "answers": {
            "over": {"say": "More than 10", "least": 11},
            "under": {"say": "10 or fewer", "least": 0},
            "unsure": UNSURE,
        },
    },
    "minutes": {
        "ask": "How much was missed?",
        "counter": "minutes",
        "answers": {"counted": {"say": "I can count it", "dates": ["it-happened", "newest"]}, "unsure": UNSURE},
    },
    "family": {
        "ask": "Does one fit?",
        "many": True,
        "answers": {"adult": {"say": "My child is 18"}, "language": {"say": "We need another language"}},
    },
    "filed": {
        "ask": "What did you file?",
        "answers": {"complaint": {"say": "A complaint", "dates": ["filed-on"]}, "unsure": UNSURE},
    },
}
DATES = {
    "it-happened": {"label": "The first time", "hint": "The earliest.", "may_be": "past"},
    "newest": {"label": "The most recent time", "hint": "Each counts.", "may_be": "past"},
    "change-starts": {
        "label": "The day it starts",
        "hint": "On the notice.",
        "may_be": "any",
        "say": "Act before this day.",
    },
    "filed-on": {"label": "The day you filed", "hint": "It came in then.", "may_be": "past"},
}
CHANGE = {
    "title": "A change is coming",
    "first": ["started"],
    "asks": ["happened", "removed", "minutes", "filed", "family"],
    "headline": [
        {"say": "The year ended <var>one-year</var>. Call a lawyer.", "when": {"past": "one-year"}},
        "File by <var>change-starts</var>. <var>left:change-starts</var>.",
        "File before it starts.",
    ],
    "because": [
        "Only filing holds it.<sup>2</sup>",
        "It happened <var>since:it-happened</var> ago.",
        "Your child was out <var>count:removed</var>.",
        "They owe you <var>owed:minutes</var>.",
    ],
    "today": [{"say": "Call a lawyer.", "call": "573-555-0100"}],
    "closed": [{"say": "Start the papers.", "letter": "worksheet"}],
    "this_week": [{"say": "Send these words.", "copy": "Please wait until we have met."}],
    "by": [
        {
            "say": "Send it before <var>change-starts</var>.",
            "page": "letters/worksheet.html",
            "button": "How to send it",
        }
    ],
    "warn": [
        "A spoken yes can end the wait.",
        {"say": "Ask about discipline.", "when": {"removed": ["over", "unsure"]}},
    ],
    "routes": ["due-process", {"name": "mediation", "when": {"plan": ["iep", "unsure"]}}],
    "letters": ["worksheet"],
    "limits": [["one-year", 3], ["answer", 4]],
    "help": [["help-line", 5]],
    "find_out": ["Ask when it starts."],
    "others": {"complaint": [{"say": "It holds nothing.", "how": "late"}]},
    "checklist": ["Before you file", "checklists/file.html"],
}
UNSAFE = {
    "title": "Not safe",
    "headline": ["Call the hotline now."],
    "because": ["Safety first."],
    "today": [{"say": "Call the hotline.", "call": "800-555-0100", "any_hour": True}],
    "closed": [{"say": "Write down what you saw.", "letter": "worksheet"}],
    "routes": ["due-process"],
    "help": [["help-line", 1]],
}
NO = {
    "title": "They said no",
    "headline": ["Ask for the reasons in writing."],
    "because": ["They owe you reasons."],
    "today": [{"say": "Ask in writing.", "letter": "worksheet"}],
    "closed": [{"say": "An e-mail sent now has today’s date.", "letter": "worksheet"}],
    "routes": ["mediation"],
    "help": [["help-line", 1]],
}
ROUTES = {
    "due-process": {
        "title": "A due process complaint",
        "href": "routes/due-process.html",
        "what": "You file a case.",
        "plus": ["It holds.", {"say": "It holds the plan.", "when": {"plan": "s504"}}],
        "minus": ["It is serious."],
        "does_not": ["It is not quick."],
        "otherwise": [{"say": "A serious step.", "how": "later"}],
    },
    "mediation": {
        "title": "Mediation",
        "href": "mediation/what-it-is.html",
        "what": "A neutral person helps.",
        "plus": ["It is free."],
        "minus": ["Both must agree."],
        "does_not": ["It freezes nothing."],
        "otherwise": [{"say": "Both must say yes.", "how": "too"}],
    },
    "complaint": {
        "title": "A complaint",
        "href": "c.html",
        "what": "W.",
        "plus": ["P."],
        "minus": ["M."],
        "does_not": ["N."],
    },
}
DATA = {
    "questions": QUESTIONS,
    "details": DETAILS,
    "dates": DATES,
    "first": {"change": ["started"]},
    "limits": {
        "one-year": {"name": "A complaint", "say": "File by then.", "counted_from": ["it-happened"], "rule": YEAR},
        "answer": {"name": "Their answer", "say": "Then ask.", "counted_from": ["filed-on"], "rule": WAIT},
    },
    "groups": {"now": "Now"},
    "letters": {"worksheet": ["Worksheet", "letters/worksheet.html"]},
    "help": {"help-line": 'Free help: <a href="tel:800-555-0199">800-555-0199</a>.'},
    "routes": ROUTES,
    "notes": {
        "adult": {"title": "Your child is 18", "say": "The student signs.", "when": {"family": "adult"}},
        "elsewhere": {"title": "Elsewhere", "say": "Not here.", "when": {"situation": "no"}},
    },
    "how": {"too": "Do it too", "later": "Later", "not": "Not for this", "late": "Too late for this"},
    "pages": {"routes": "routes.html", "notes": "notes.html"},
    "situations": {"change": CHANGE, "unsafe": UNSAFE, "no": NO},
}


def mute(told):
    """
    Return data whose words have no letters; keys and addresses, which have neither capitals nor spaces, stay.
    """
    if isinstance(told, dict):
        return {key: mute(value) for key, value in told.items()}
    if isinstance(told, list):
        return [mute(value) for value in told]
    if not isinstance(told, str) or not re.search("[A-Z ]", told):
        return told
    return re.sub(r"(<var>.*?</var>|<[^>]*>)|[^\W\d_]", lambda found: found[1] or "1", told)


def give(page, blocked: list[str], data: dict = DATA) -> None:
    """
    Let `page` get this helper in place of the guide's; a script whose name is in `blocked` does not load.
    """

    def answer(route):
        name = route.request.url.rsplit("/", 1)[-1].removesuffix(".js")
        if name in blocked:
            return route.abort()
        body = f"guide.routeData.situations[{json.dumps(name)}] = {json.dumps(data['situations'].get(name))}"
        if name == "data":
            body = f"guide.routeData = {json.dumps(data | {'situations': {}})}"
        return route.fulfill(body=body, content_type="text/javascript")

    for script in ("data.js", "situations/*.js"):
        page.route(f"**/assets/guide/routes/{script}", answer)
