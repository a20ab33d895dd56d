"""
Rules on what lines say of the law, in all combinations of answers: one thing, and what the facts say.
"""

from collections import defaultdict
from collections.abc import Iterator

from guide.data.lines import Line
from guide.data.routes import Note
from guide.grammar import fact_ids
from guide.project import Guide
from guide.rules.regions import both
from guide.rules.route_lines import Spot, all_lines
from guide.rules.rule import Findings, rule
from guide.rules.shown_lines import Shown, SituationShown, case_in_words, situations_shown


@rule
def result_says_one_thing(context: Guide) -> Findings:
    """
    No two lines that one parent reads together claim different things of the law. A family would act on the wrong one.
    """
    for situation in situations_shown(context):
        for claim, said in by_claim(situation).items():
            for place, second in enumerate(said):
                for first in said[:place]:
                    yield from contradiction(situation, claim, first, second)


@rule
def claim_is_true_of_its_case(context: Guide) -> Findings:
    """
    Where `claims.yml` says that only one thing can be true, no line that holds there claims another.
    """
    for situation in situations_shown(context):
        for claim, said in by_claim(situation).items():
            for true, when in situation.routes.claims[claim].always.items():
                there = situation.cases.where(when)
                for shown in said:
                    box = situation.cases.find(both(shown.region, there))
                    if shown.spot.line.claims[claim] != true and box is not None:
                        yield (
                            *place_of(shown.spot),
                            f'it says "{claim}: {shown.spot.line.claims[claim]}", and for "{situation.key}" only '
                            f'"{true}" is true ({case_in_words(situation, box)})',
                            "Let it hold elsewhere only, or say there what is true.",
                        )


@rule
def claim_is_cited(context: Guide) -> Findings:
    """
    A line that claims something of the law cites a fact that says so.
    """
    routes = context.data.routes
    if not routes:
        return
    notes = [Spot(routes.notes, (key,), note) for key, note in routes.notes.items()]
    for spot in [*all_lines(routes), *notes]:
        for claim, value in spot.line.claims.items():
            facts = routes.claims[claim].values.get(value, []) if claim in routes.claims else []
            if claim not in routes.claims or value not in routes.claims[claim].values:
                # A name that does not exist is reported already.
                continue
            if not set(facts) & set(fact_ids(words_of(spot.line))):
                marks = " or ".join(f"[^{fact}]" for fact in facts)
                yield (
                    spot.place.path,
                    spot.place.line,
                    f'it claims "{claim}: {value}", and cites no fact that says so',
                    f"Cite {marks}." if facts else "No fact says this. Claim something else.",
                )


def by_claim(situation: SituationShown) -> dict[str, list[Shown]]:
    """
    Return what a situation shows that claims something, by the claim.
    """
    found = defaultdict(list)
    for shown in situation.all:
        for claim in shown.spot.line.claims:
            found[claim].append(shown)
    return found


def contradiction(situation: SituationShown, claim: str, first: Shown, second: Shown) -> Iterator[tuple]:
    """
    Yield what two lines claim, if that differs and one parent may read both.
    """
    said, other = (shown.spot.line.claims[claim] for shown in (second, first))
    if said == other:
        return
    box = situation.cases.find(both(first.region, second.region))
    if box is None:
        return
    # Told in the file of the situation, where one of them stands there.
    if second.spot.source is not situation.routes.situations:
        first, second, said, other = second, first, other, said
    place = first.spot.place
    yield (
        *place_of(second.spot),
        f'it says "{claim}: {said}", and {place.path}:{place.line} says "{other}" to the same parent '
        f"({case_in_words(situation, box)})",
        'Add to "when:" what tells them apart.',
    )


def place_of(spot: Spot[Line] | Spot[Note]) -> tuple[str, int]:
    """
    Return path and line of a line or note.
    """
    return spot.place.path, spot.place.line


def words_of(line: Line | Note) -> str:
    """
    Return what a parent reads of a line or note.
    """
    return line.text if isinstance(line, Note) else line.say
