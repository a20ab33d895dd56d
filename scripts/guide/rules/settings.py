"""
Rules on the settings files: they can be read, they build on each other, and names are words.
"""

from guide.project import Guide
from guide.rules.rule import Findings, rule
from guide.settings import BUILDS_ON, HOST, ORGANIZATION

NAMES = ("site_name", "site_description", "site_author", "copyright")


@rule
def settings_are_readable(context: Guide) -> Findings:
    """
    Each settings file is there, is YAML, and names the file that it builds on: without that line MkDocs would build a
    site without theme and menu.
    """
    for path, file in context.settings.items():
        if path == ORGANIZATION and not context.data.organization:
            # What is wrong with it is reported with the data.
            continue
        if file.slip:
            yield path, *file.slip
        elif file.value.get("INHERIT") != BUILDS_ON[path]:
            yield path, 1, f'the line "INHERIT: {BUILDS_ON[path]}" is missing', "Restore it; the guide needs it."


@rule
def settings_are_valid(context: Guide) -> Findings:
    """
    The site's name and description hold no HTML: they stand on each page and each book as words.
    """
    for path in (HOST, ORGANIZATION):
        file = context.settings[path]
        for name in NAMES:
            if set("<>") & set(str(file.value.get(name, ""))):
                yield (
                    path,
                    file.line(name),
                    f'"{name}" has "<" or ">" in it',
                    "Write it in plain words; letters, numbers, & and quotes are fine.",
                )
