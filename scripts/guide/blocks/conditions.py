"""
When a line of the decision helper holds, in words, for readers without scripts.

Who answers nothing is not sure. So a condition that the answer "unsure" meets too holds unless something else is known:
"unless your child has only a 504 plan". Any other has to be true: "if you signed".
"""

from collections.abc import Callable
from functools import reduce
from typing import NamedTuple

from guide.data.cases import UNSURE, values_of
from guide.data.lines import When
from guide.data.routes import Routes
from guide.phrases import Phrases

# More exceptions than these are harder to read than what the line asks for.
MOST_EXCEPTIONS = 4


class Case(NamedTuple):
    """
    When a line holds: what must be true, and what may not be, each as the rest of a sentence, or "".
    """

    needs: str = ""
    unless: str = ""


def holds_in(when: When, situation: str) -> When | None:
    """
    Return what a line of the situation still depends on, None where it never holds there.
    """
    if "situation" in when and situation not in values_of(when["situation"]):
        return None
    return {key: value for key, value in when.items() if key != "situation"}


def case_of(when: When, routes: Routes, phrases: Phrases) -> Case:
    """
    Return in words when a line holds.
    """
    needs, exceptions = [], []
    for key, value in when.items():
        others = exceptions_of(key, values_of(value), routes)
        if others is None:
            needs.append(part_of_condition(key, values_of(value), routes, phrases))
        else:
            exceptions += [answer_in_words(key, other, routes, phrases) for other in others]
    needed = reduce(lambda first, second: phrases("situation.and", first=first, second=second), needs) if needs else ""
    return Case(needed, either(exceptions, phrases))


def lead_words(case: Case, phrases: Phrases) -> str:
    """
    Return when a line holds as the beginning of a sentence, "" where it always does.
    """
    if case.needs and case.unless:
        return phrases("situation.if_unless", condition=case.needs, exception=case.unless)
    if case.needs:
        return phrases("situation.if", condition=case.needs)
    return phrases("situation.unless", exception=case.unless) if case.unless else ""


def exceptions_of(key: str, values: list[str], routes: Routes) -> list[str] | None:
    """
    Return the answers with which a line does not hold that holds as long as nobody answered; None for any other line.
    """
    question = routes.asked.get(key)
    if not question or UNSURE not in values or UNSURE not in question.answers:
        return None
    others = [answer for answer in question.answers if answer not in values]
    return others if len(others) <= MOST_EXCEPTIONS else None


def either(words: list[str], phrases: Phrases) -> str:
    """
    Return words joined by "or", each once; "" for none.
    """
    once = list(dict.fromkeys(words))
    return reduce(lambda first, second: phrases("situation.or", first=first, second=second), once) if once else ""


def part_of_condition(key: str, values: list[str], routes: Routes, phrases: Phrases) -> str:
    """
    Return one key of a `when` in words.
    """
    words = SPECIAL.get(key)
    if words:
        return either([words(value, routes, phrases) for value in values], phrases)
    # "You aren't sure" is said once, behind the answers that it goes with.
    sure = [value for value in values if value != UNSURE] or values
    said = either([answer_in_words(key, value, routes, phrases) for value in sure], phrases)
    return phrases("situation.or_unsure", condition=said) if UNSURE in values and len(values) > 1 else said


def answer_in_words(question: str, answer: str, routes: Routes, phrases: Phrases) -> str:
    """
    Return an answer as the rest of a sentence that begins with "If".
    """
    asked = routes.asked.get(question)
    given = asked.answers.get(answer) if asked else None
    if not asked or not given:
        return answer
    return given.given or phrases("situation.answered", answer=given.say, question=asked.ask)


def limit_name(key: str, routes: Routes) -> str:
    return routes.time_limits[key].name if key in routes.time_limits else key


def day_name(key: str, routes: Routes) -> str:
    label = routes.dates[key].label if key in routes.dates else key
    return label[0].lower() + label[1:]


def situation_title(key: str, routes: Routes) -> str:
    return routes.situations[key].title if key in routes.situations else key


# The keys of `when` that name no question.
SPECIAL: dict[str, Callable[[str, Routes, Phrases], str]] = {
    "past": lambda key, routes, phrases: phrases("situation.past", limit=limit_name(key, routes)),
    "close": lambda key, routes, phrases: phrases("situation.close", limit=limit_name(key, routes)),
    "runs": lambda key, routes, phrases: phrases("situation.runs", limit=limit_name(key, routes)),
    "known": lambda key, routes, phrases: phrases("situation.known", day=day_name(key, routes)),
    "unknown": lambda key, routes, phrases: phrases("situation.unknown", day=day_name(key, routes)),
    "situation": lambda key, routes, phrases: phrases("situation.fits", title=situation_title(key, routes)),
}
