"""
Rules on the settings files: they can be read, they build on each other, names are words, and the address is one.
"""

import re

from guide.project import Guide
from guide.rules.rule import Findings, rule
from guide.settings import BUILDS_ON, DEFAULTS, HOST, ORGANIZATION

NAMES = ("site_name", "site_description", "site_author", "copyright")
EXAMPLE = 'Write it like "site_url: https://group.example/guide/".'


@rule
def settings_are_readable(context: Guide) -> Findings:
    """
    Each settings file is there, is YAML, and names the file that it builds on: without that line MkDocs would build a
    site without theme and menu.
    """
    for path, file in context.settings.items():
        if path in (ORGANIZATION, DEFAULTS) and not context.data.organization:
            # What is wrong with it is reported with the data.
            continue
        if file.slip:
            yield path, *file.slip
        elif file.value.get("INHERIT") != BUILDS_ON[path]:
            yield path, 1, f'the line "INHERIT: {BUILDS_ON[path]}" is missing', "Restore it; the guide needs it."


@rule
def settings_are_valid(context: Guide) -> Findings:
    """
    The site's name and description hold no HTML: they stand on each page and each book as words. Its address is there,
    and is one of a folder that is read over https: printed codes lead there.
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
    host = context.settings[HOST]
    address = str(host.value.get("site_url", "")).strip()
    if host.slip:
        # `settings_are_readable` reports it.
        return
    if not address:
        yield HOST, host.line("site_url"), '"site_url" is missing', f"Printed codes lead to it. {EXAMPLE}"
    elif re.match("http:", address, re.IGNORECASE):
        yield HOST, host.line("site_url"), '"site_url" begins with "http:"', EXAMPLE
    elif not re.fullmatch(r"https://[^\s<>\"'\\]+", address, re.IGNORECASE):
        yield HOST, host.line("site_url"), f'"site_url" is "{address}", which is no address', EXAMPLE
    elif re.search(r"\.html?$|[?#]", address):
        yield HOST, host.line("site_url"), '"site_url" is the address of a page', f"Leave out the page. {EXAMPLE}"
