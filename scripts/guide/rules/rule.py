"""
What a rule is: a generator of findings, named by its function and registered by what it looks at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from inspect import signature

from guide.problems import Problem

# Of one page: the line, what is wrong, and how to fix it. Of the whole guide or the built site the path comes first.
Findings = Iterator[tuple[int, str, str] | tuple[str, int, str, str]]
# The rules by what they look at (`Page`, `Guide`, `BuiltPage`), then by name.
RULES: dict[type, dict[str, Callable[..., Iterator[Problem]]]] = defaultdict(dict)


def rule(find: Callable[..., Findings]) -> Callable[..., Iterator[Problem]]:
    """
    Register a rule and return it as a generator of problems.

    Its name is that of the function, with hyphens, and its docstring the sentence that it enforces.
    It looks at what its first parameter is annotated with.

    Raises:
        ValueError: another rule that looks at the same has this name.
    """
    name = find.__name__.replace("_", "-")
    looks_at = next(iter(signature(find).parameters.values())).annotation
    if name in RULES[looks_at]:
        raise ValueError(f"two rules are called {name}")

    @wraps(find)
    def problems_of(subject, *context) -> Iterator[Problem]:
        for finding in find(subject, *context):
            path, line, what, fix = finding if len(finding) == 4 else (subject.path, *finding)
            yield Problem(path, line, what, fix, name)

    RULES[looks_at][name] = problems_of
    return problems_of
