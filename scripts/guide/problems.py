"""
`Problem`, what an author can get wrong, and how a list of them prints.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """
    One slip in a page or a data file.

    `path` counts from the repository root, `line` from 1. `what` is a sentence
    without its full stop, `mend` is one or more whole sentences.
    """

    path: str
    line: int
    what: str
    mend: str
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.mend} [{self.rule}]"


def report(problems: Iterable[Problem], as_annotations: bool = False) -> str:
    """
    Return the problems as text, one a line, in the order of their files.

    With `as_annotations` a second line for each makes GitHub Actions show it
    beside the line of the file.
    """
    rows = []
    for problem in sorted(set(problems)):
        rows.append(str(problem))
        if as_annotations:
            place = f"file={problem.path},line={problem.line}"
            # GitHub reads what follows a percent sign as the number of a character.
            said = f"{problem.what}. {problem.mend} [{problem.rule}]".replace("%", "%25").replace("\n", "%0A")
            rows.append(f"::error {place}::{said}")
    return "\n".join(rows)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """
    Return `Did you mean "x"?`. Where nothing comes near: `otherwise`, or the whole list.
    """
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.7)
    if near:
        return f'Did you mean "{near[0]}"?'
    if otherwise or not known:
        return otherwise or "Take it away."
    if len(known) > 20:
        return "Look it up and write it as it stands there."
    return f"Use one of: {', '.join(known)}."
