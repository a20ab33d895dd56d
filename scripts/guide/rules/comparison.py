"""
The rule on the comparison of routes.
"""

from guide.grammar import FACT_MARK
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

# Two routes face each other on a phone: more words make a column of each cell.
MOST_WORDS = 6


@rule
def comparison_is_whole(context: Guide) -> Findings:
    """
    Each route with a short name says something in each row of the comparison, in six words at most.
    """
    routes = context.data.routes
    if not routes:
        return
    for key, route in routes.routes.items():
        cells = route.compared
        place = routes.routes.place(key, "compared") if cells else routes.routes.place(key)
        missing = [row for row in routes.compared if row not in cells] if route.short or cells else []
        if missing:
            yield place.path, place.line, f'the route "{key}" says nothing of "{missing[0]}"', 'Write it, or "Ask".'
        for row, words in cells.items():
            place = routes.routes.place(key, "compared", row)
            if row not in routes.compared:
                yield place.path, place.line, f'the comparison has no row "{row}"', did_you_mean(row, routes.compared)
            elif (count := len(FACT_MARK.sub("", words).split())) > MOST_WORDS:
                yield place.path, place.line, f"this has {count} words", f"Say it in {MOST_WORDS} at most."
