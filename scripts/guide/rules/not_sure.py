"""
The rule on "I'm not sure": who answers so reads what keeps the child safe.
"""

from collections.abc import Iterator

from guide.data.cases import UNSURE, values_of
from guide.data.lines import Line, Named
from guide.data.routes import Note
from guide.project import Guide
from guide.rules.regions import Region
from guide.rules.route_lines import Spot, lines_of, named_of
from guide.rules.rule import Findings, rule
from guide.rules.shown_lines import SituationShown, case_in_words, situations_shown


@rule
def not_sure_is_safe(context: Guide) -> Findings:
    """
    A warning or a time limit that holds for an answer holds for "I'm not sure" too, or another that holds there says
    the same; unless nothing is lost without it.
    """
    for situation in situations_shown(context):
        warnings = [spot for spot in lines_of(situation.routes, situation.key) if spot.part == "warn"]
        limits = [spot for spot in named_of(situation.routes, situation.key) if spot.part == "limits"]
        for spot in (*warnings, *limits):
            questions = unsure_questions(situation, spot.line)
            if spot.line.sure and not questions:
                yield spot.place.path, spot.place.line, '"sure" says nothing here', "Delete it."
            elif not spot.line.sure:
                yield from lost(situation, spot, questions, [*warnings, *limits])


def unsure_questions(situation: SituationShown, line: Line | Named | Note) -> list[str]:
    """
    Return the questions of a condition at which one may answer "unsure" and then would not read the line.
    """
    questions = situation.cases.questions
    return [
        key
        for key, wanted in line.when.items()
        if key in questions and UNSURE in questions[key].answers and UNSURE not in values_of(wanted)
    ]


def lost(situation: SituationShown, spot: Spot, questions: list[str], spots: list[Spot]) -> Iterator[tuple]:
    """
    Yield where a parent who is not sure, of one question or of all, loses a line that nothing else makes up for.
    """
    same: Region = [
        box
        for other in spots
        if other.part == spot.part and other is not spot and says_the_same(other.line, spot.line)
        for box in situation.cases.where(other.line.when)
    ]
    together = [questions] if len(questions) > 1 else []
    for unsure in [*([question] for question in questions), *together]:
        there = situation.cases.where({**spot.line.when, **dict.fromkeys(unsure, UNSURE)})
        box = situation.cases.find(situation.cases.without(there, same))
        if box is not None:
            names = " and ".join(f'"{question}"' for question in unsure)
            yield (
                spot.place.path,
                spot.place.line,
                f"who is not sure of {names} does not read this ({case_in_words(situation, box)})",
                f'Add "{UNSURE}" to its answers, add a line with the same claim for it, or write "sure: true" if '
                "nothing is lost without it.",
            )
            return


def says_the_same(one: Line | Named, other: Line | Named) -> bool:
    """
    Return whether a line speaks of all that another claims, or a name is the same.
    """
    if isinstance(one, Named) or isinstance(other, Named):
        return isinstance(one, Named) and isinstance(other, Named) and one.name == other.name
    return bool(other.claims) and one.claims.keys() >= other.claims.keys()
