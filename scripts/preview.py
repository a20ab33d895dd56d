"""
A hook of MkDocs for `make serve`: shows the problems of pages and data while they are written, in a host's colors.

It shows, and does no more: nothing that a page needs may live in a hook. What is published, `build.py` makes.
"""

import logging
from pathlib import Path

from guide.brand_sheet import complete_sheet
from guide.project import read_guide
from guide.rules import check_pages

log = logging.getLogger("mkdocs.hooks.guide")
state = {"serving": False}


def on_startup(command, dirty):
    """
    Note whether pages are served, or built once; MkDocs calls it by this name, with these arguments.
    """
    state["serving"] = command == "serve"


def on_pre_build(config):
    """
    Show the problems of the guide whose settings `config` are, before each build while pages are served.
    """
    if not state["serving"]:
        return
    context, problems = read_guide(Path(config.config_file_path).resolve().parent)
    for problem in sorted(set(problems + check_pages(context))):
        log.warning(problem)


def on_post_build(config):
    """
    Add the colors that follow from a host's, in the folder that is served.
    """
    if state["serving"]:
        complete_sheet(Path(config.site_dir))
