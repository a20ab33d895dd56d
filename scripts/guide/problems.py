"""
`Problem`, what an author can get wrong, and how a list of them prints.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# The rules that a reader enforces while it reads, or a program that we call: no rule could look at what cannot be read.
# Each with the rule, and why. All others stand in `guide.rules`.
READER_RULES = {
    "page-is-readable": "A page is text in UTF-8 with words in it, and its front matter is YAML: "
    "no rule can look at another.",
    "data-is-readable": "A data file is there, and is YAML in UTF-8: pages and letters are made with it.",
    "data-is-valid": "An entry of a data file has the keys and values of its kind: "
    "a slip would be drawn, or be missed in silence.",
    "data-key-is-unique": "A key is used once: the second would silently replace the first.",
    "settings-are-valid": "MkDocs understands each setting and finds what it names: it would go on with a warning.",
    "letter-can-be-printed": "A letter holds only what its Word file can hold: "
    "else paper and Word would say other things than the page.",
    "book-can-be-printed": "Each book and sheet can be set: "
    "what the typesetter does not understand, or has no room for, would be missing in print.",
    "book-names-what-exists": "A book names only pages and sections that are built: "
    "else a chapter would be missing in print.",
    "poster-can-be-drawn": "A poster finds its table, plan or sheet on its pages, and fits its paper: "
    "else a row would be missing on a family's wall.",
    "outside-link-is-alive": "A page of another site that the guide links to is still there: "
    "a parent who follows a dead link stops looking.",
}


# What any reader says of a file whose bytes are no UTF-8: what is wrong, and how to fix it.
NOT_UTF8 = ("the file is not in UTF-8", "Save it again with the encoding UTF-8.")


@dataclass(frozen=True, order=True)
class Problem:
    """
    One slip in a page or a data file.

    `path` counts from the repository root, `line` from 1. `what` is a sentence
    without its full stop, `fix` is one or more whole sentences.
    """

    path: str
    line: int
    what: str
    fix: str
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.fix} [{self.rule}]"


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
            message = f"{problem.what}. {problem.fix} [{problem.rule}]".replace("%", "%25").replace("\n", "%0A")
            rows.append(f"::error {place}::{message}")
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
        return otherwise or "Delete it."
    if len(known) > 20:
        return "Look it up, and write it exactly as it is there."
    return f"Use one of: {', '.join(known)}."
