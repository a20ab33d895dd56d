"""
A page with nothing but some of the guide's scripts, for what they count and say.
"""

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = ROOT / "overrides/assets/guide"


def load(page, *scripts: str):
    """
    Return `page` with the catalog of phrases and `scripts` in it, by their paths below `assets/guide/`.
    """
    phrases = yaml.safe_load((ROOT / "docs/_data/phrases.yml").read_text(encoding="utf-8"))["extra"]["phrases"]
    page.set_content(
        f'<!doctype html><html lang="en"><script type="application/json" id="guide-phrases">{json.dumps(phrases)}</script>'
    )
    page.add_script_tag(content="window.guide = {}")
    for name in ("shared/phrases.js", *scripts):
        page.add_script_tag(path=SCRIPTS / name)
    return page
