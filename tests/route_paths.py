"""
The ways through the decision helper: each path of answers, and the results that it may give.
"""

from collections.abc import Iterator
from pathlib import Path

from guide.data import read_data
from guide.data.routes import Routes

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
ROUTES = DATA.routes


def paths(routes: Routes, key: str, way: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """
    Yield each path from a question on: its (question, answer) pairs, and the result it gives.
    """
    for name, answer in routes.questions[key].answers.items():
        if answer.next:
            yield from paths(routes, answer.next, (*way, (key, name)))
        else:
            yield (*way, (key, name)), answer.result


FIRST = next(iter(ROUTES.questions))
PATHS = list(paths(ROUTES, FIRST))


def replaced(result: str) -> set[str]:
    """
    Return a result with all that may take its place when a limit is close or past.
    """
    found, waiting = set(), [result]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [*ROUTES.results[key].close.values(), *ROUTES.results[key].past.values()]
    return found
