"""
The school districts to choose from while typing, as a script: a page opened from a folder can read no other file.
"""

import json
from pathlib import Path

SCRIPT = "assets/guide/districts/list.js"


def write_districts(site: Path, districts: dict) -> None:
    """
    Put the districts into their script in the built site, before it is joined with those that use it.
    """
    text = json.dumps(districts, ensure_ascii=False, separators=(",", ":"))
    (site / SCRIPT).write_text(f"guide.districts={text}\n", encoding="utf-8", newline="\n")
