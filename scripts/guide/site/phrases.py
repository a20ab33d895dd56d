"""
The phrases that the scripts of a page say: as data in the page, or in the script that comes later and alone says them.
"""

import json
import re
from pathlib import Path

from lxml import html

DATA = '<script type="application/json" id="guide-phrases">'
CALL = re.compile(r'\bguide\.phrase\("(\w+)\.(\w+)"')
FOLDER = "assets/guide/"
LATER = ".later.js"

Groups = dict[str, dict[str, str | dict[str, str]]]


def trim_phrases(site: Path) -> None:
    """
    Leave in the data of each page the phrases that its own scripts say: its templates have written theirs already. What
    only a script says that comes later (`shared/load.js`) is put into that script.
    """
    said = {file.name: set(CALL.findall(file.read_text(encoding="utf-8"))) for file in (site / FOLDER).glob("*.js")}
    brought: dict[str, Groups] = {}
    for file in sorted(site.rglob("*.html")):
        before, start, rest = file.read_text(encoding="utf-8").partition(DATA)
        if not start:
            continue
        # In the data "<" is written as an escape, so that the first one ends it.
        data, end, after = rest.partition("</script>")
        phrases = json.loads(data)
        named = scripts_of(before)
        now = set().union(*(said[name] for name in named if not name.endswith(LATER)))
        file.write_text(before + start + written(only(phrases, now)) + end + after, encoding="utf-8")
        for name in named:
            if name.endswith(LATER):
                # One page may say by itself what another has yet to load.
                for group, entries in only(phrases, said[name] - now).items():
                    brought.setdefault(name, {}).setdefault(group, {}).update(entries)
    for name, groups in brought.items():
        script = site / FOLDER / name
        text = script.read_text(encoding="utf-8")
        script.write_text(f"guide.addPhrases({written(groups)})\n{text}", encoding="utf-8")


def scripts_of(markup: str) -> list[str]:
    """
    Return the names of our own scripts that a page loads, now or later.
    """
    addresses = (script.get("src") for script in html.document_fromstring(markup).iter("script"))
    return [address.rpartition(FOLDER)[2] for address in addresses if address and FOLDER in address]


def only(phrases: Groups, said: set[tuple[str, str]]) -> Groups:
    """
    Return the phrases that are said.
    """
    groups = {
        group: {key: phrase for key, phrase in entries.items() if (group, key) in said}
        for group, entries in phrases.items()
    }
    return {group: entries for group, entries in groups.items() if entries}


def written(groups: Groups) -> str:
    """
    Return the phrases as data that may stand in a page.
    """
    return json.dumps(groups, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
