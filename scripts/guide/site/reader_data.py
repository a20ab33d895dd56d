"""
The words and patterns by which papers are read, as a script: a page opened from a folder can read no other file.
"""

import json
from pathlib import Path

import yaml

SCRIPT = "assets/guide/reader/data.js"


def read_patterns(folder: Path) -> dict:
    """
    Return what the files in `folder` (`docs/_data/reader`) hold, by their names.
    """
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yml"))}


def write_reader_data(site: Path, patterns: dict) -> None:
    """
    Put what `docs/_data/reader/` holds, by the names of its files, into its script in the built site, before it is
    joined with those that use it.
    """
    text = json.dumps(patterns, ensure_ascii=False, separators=(",", ":"))
    (site / SCRIPT).write_text(f"guide.readerData={text}\n", encoding="utf-8", newline="\n")
