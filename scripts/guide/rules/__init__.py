"""
Every rule of pages, of the guide as a whole, and of the built site; `rule.py` says what a rule is.

A rule's name is the sentence it enforces. It stands in its messages, its test pages and `.github/CONTRIBUTING.md`.
"""

from importlib import import_module
from pkgutil import iter_modules

from guide.pages import Page
from guide.problems import Problem
from guide.project import Guide
from guide.rules.routes import check_route_sentences
from guide.rules.rule import RULES

# A module registers its rules as it is imported: none can be left out.
for module in iter_modules(__path__):
    import_module(f"{__name__}.{module.name}")


def check_pages(context: Guide) -> list[Problem]:
    """
    Return the problems of all pages, and of what stands beside them: files, menu, settings, data as parents read them.
    """
    found = [problem for page in context.pages for find in RULES[Page].values() for problem in find(page, context)]
    found += [problem for find in RULES[Guide].values() for problem in find(context)]
    return found + list(check_route_sentences(context))
