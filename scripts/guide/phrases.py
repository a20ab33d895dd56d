"""
The words of the interface, from `docs/_data/phrases.yml`: read, validated, filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.problems import Problem
from guide.yaml_lines import read_yaml

PATH = "docs/_data/phrases.yml"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Given for a value that is an element or a counter: what the phrase has before and behind it is put around that.
GAP = "\0"
# The forms that a language may have for a number (Unicode CLDR); "other" is for all that have none of their own.
FORMS = ("zero", "one", "two", "few", "many", "other")


@dataclass
class Phrases:
    """
    The phrases by their names, like "checklist.skipped": words, or a form of them for each kind of number. `lines` has
    the line of each in its file.
    """

    entries: dict[str, str | dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def __call__(self, name: str, **values: object) -> str:
        """
        Return the phrase `name` with its placeholders filled in; `count` decides between its forms.

        Raises:
            KeyError: there is no such phrase, or a placeholder has no value.
        """
        entry = self.entries[name]
        if isinstance(entry, dict):
            # The languages of the files we make have one form for 1; browsers know the rules of all.
            entry = entry.get("one", entry["other"]) if values["count"] == 1 else entry["other"]
        return PLACEHOLDER.sub(lambda place: str(values[place[1]]), entry)

    @property
    def by_group(self) -> dict[str, dict[str, str | dict[str, str]]]:
        """
        The entries as the settings have them, for templates: `phrases.checklist.count`.
        """
        groups: dict[str, dict[str, str | dict[str, str]]] = {}
        for name, entry in self.entries.items():
            group, _, key = name.partition(".")
            groups.setdefault(group, {})[key] = entry
        return groups

    def placeholders(self, name: str) -> set[str]:
        """
        Return the names of the values that the phrase `name` takes.
        """
        entry = self.entries[name]
        if isinstance(entry, str):
            return set(PLACEHOLDER.findall(entry))
        return {"count"}.union(*(PLACEHOLDER.findall(form) for form in entry.values()))


def read_phrases(root: Path, problems: list[Problem]) -> Phrases:
    """
    Return the catalog of the guide at `root`. Slips are told in `problems`, and their phrases are left out; of a file
    that is not there or cannot be read, `settings-are-readable` tells.
    """
    file = root / PATH
    found = file.stat() if file.is_file() else None
    phrases, slips = _read_phrases(file, (found.st_mtime_ns, found.st_size) if found else None)
    problems += slips
    return phrases


# Each page is drawn with it, and some rules ask for it: it is read anew only when the file has changed.
@lru_cache(maxsize=4)
def _read_phrases(file: Path, stamp: tuple[int, int] | None) -> tuple[Phrases, list[Problem]]:
    told: list[Problem] = []
    value, lines = read_yaml(file, PATH, told)
    phrases = Phrases()
    if value is None:
        return phrases, []
    extra = value.get("extra")
    groups = extra.get("phrases") if isinstance(extra, dict) else None
    if not isinstance(groups, dict):
        fix = "Restore it; the guide needs it."
        return phrases, [Problem(PATH, 1, 'there is no "phrases" below "extra"', fix, "data-is-valid")]
    for group, entries in groups.items():
        line = lines.get(("extra", "phrases", str(group)), 1)
        if not isinstance(entries, dict):
            what, fix = f'the group "{group}" holds no phrases', 'Write them below it, each on a line "key: words".'
            told.append(Problem(PATH, line, what, fix, "data-is-valid"))
            continue
        for key, entry in entries.items():
            line = lines.get(("extra", "phrases", str(group), str(key)), 1)
            slips = list(_slips(group, key, entry))
            told += [Problem(PATH, line, f'"{group}.{key}" {what}', fix, "data-is-valid") for what, fix in slips]
            if not slips:
                phrases.entries[f"{group}.{key}"] = entry
                phrases.lines[f"{group}.{key}"] = line
    return phrases, told


def _slips(group: Any, key: Any, entry: Any) -> Iterator[tuple[str, str]]:
    """
    Yield what is wrong with one phrase, and how to fix it.
    """
    for name in (group, key):
        # A template would find the method of that name instead.
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", str(name)) or hasattr(dict, str(name)):
            yield (
                f'has a key that cannot be used, "{name}"',
                'Write it in small letters, with "_" between words; a word more makes it a key: "copy_button".',
            )
    forms = entry if isinstance(entry, dict) else {"other": entry}
    unknown = forms.keys() - set(FORMS)
    if unknown or "other" not in forms:
        yield (
            "has forms that no number takes",
            f'Use "one" and "other"; some languages need more of these: {", ".join(FORMS)}.',
        )
        return
    for form in forms.values():
        if not isinstance(form, str) or not form.strip():
            yield "has no words", 'Write them; put "yes", "no" and numbers in quotes.'
        elif set("{}") & set(PLACEHOLDER.sub("", form)):
            yield 'has a "{" or "}" too many', "Write a placeholder like {count}."
        elif not set(PLACEHOLDER.findall(form)) <= set(PLACEHOLDER.findall(str(forms["other"]))) | {"count"}:
            yield 'has a placeholder that its form "other" has not', "Give all forms the same."
