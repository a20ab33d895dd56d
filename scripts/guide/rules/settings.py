"""
The rule on a host's own settings: names are words.
"""

from typing import Iterator

from guide.problems import Problem
from guide.rules.whole import Whole
from guide.data.yaml_lines import read_yaml

NAMES = ("site_name", "site_description", "site_author", "copyright")


def settings_are_words(whole: Whole) -> Iterator[Problem]:
    """
    The site's name and description hold no HTML. `settings-are-readable` tells of a file that is not there.
    """
    for path in ("mkdocs.yml", "docs/_data/organization.yml"):
        value, lines = read_yaml(whole.root / path, path, [])
        for name in NAMES:
            if set("<>") & set(str((value or {}).get(name, ""))):
                yield Problem(path, lines.get((name,), 1), f'"{name}" has "<" or ">" in it',
                              "Write it in plain words; letters, numbers, & and quotes are fine.", "settings-are-valid")
