"""
A hook of MkDocs for `make serve`: shows the problems of the words while they are written.

It shows, and does no more: nothing that a page needs may live in a hook.
"""

import logging
from pathlib import Path

from guide.data import read_data
from guide.rules import check_words
from guide.rules.whole import Whole
from guide.source import read_pages

log = logging.getLogger("mkdocs.hooks.guide")
state = {"serving": False}


def on_startup(command, dirty):
    state["serving"] = command == "serve"


def on_pre_build(config):
    if not state["serving"]:
        return
    root = Path(config.config_file_path).resolve().parent
    data = read_data(root / "docs/_data")
    pages, problems = read_pages(root / "docs", root)
    for problem in sorted(set(problems + data.problems + check_words(Whole(root, data, pages)))):
        log.warning(problem)
