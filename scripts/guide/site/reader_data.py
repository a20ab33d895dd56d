"""
The words and patterns by which papers are read, as a script: a page opened from a folder can read no other file.
"""

import json
from pathlib import Path

import yaml

# Which files of docs/_data/reader/ each script holds, by how their names begin; what several hold is one there.
SCRIPTS = {"agreement": "assets/guide/reader/agreement-data.js", "papers": "assets/guide/reader/paper-data.js"}


def read_patterns(folder: Path) -> dict[str, dict]:
    """
    Return what the files in `folder` (`docs/_data/reader`) hold, by the scripts that read it.
    """
    patterns: dict[str, dict] = {}
    for kind in SCRIPTS:
        patterns[kind] = {}
        for file in sorted(folder.glob(f"{kind}*.yml")):
            patterns[kind] |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return patterns


def write_reader_data(site: Path, patterns: dict[str, dict]) -> None:
    """
    Put the patterns into their scripts in the built site, before these are joined with those that use them.
    """
    for kind, script in SCRIPTS.items():
        text = json.dumps({kind: patterns[kind]}, ensure_ascii=False, separators=(",", ":"))
        (site / script).write_text(f"guide.readerData={text}\n", encoding="utf-8", newline="\n")
