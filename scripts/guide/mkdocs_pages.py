"""
The pages as MkDocs builds them, and what it warns of as problems.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guide.problems import Problem
from guide.settings import BUILDS_ON, HOST

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def build_pages(root: Path, site: Path, clock: date | None, today: date) -> tuple["MkDocsConfig | None", list[Problem]]:
    """
    Let MkDocs build the pages into `site`, anew: the same words give the same bytes. All is dated by
    `clock`; `today` is the day on which facts are due.

    Return its settings, None where it cannot use them, and a problem for each thing that it warns of.
    """
    shutil.rmtree(site, ignore_errors=True)
    set_clock(clock)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # Imported here: while previewing, MkDocs runs already, and the checks of the pages need none.
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with warnings_of_mkdocs() as warnings:
        config = None
        try:
            config = load_config(str(root / HOST), site_dir=str(site))
            config.mdx_configs.setdefault("guide.blocks", {})["day"] = today.isoformat()
            mkdocs_build(config)
        except MkDocsException as error:
            # Without a warning before it this is all that MkDocs says.
            warnings += [] if warnings else [str(error)]
    return config, [setting_problem(root, message) for message in warnings]


def set_clock(day: date | None) -> None:
    """
    Let all that is built be of that day, which is the one of the newest check of a fact.
    """
    # A new guide may have no fact that was checked yet. MkDocs dates its files by this variable, and so do our writers.
    midnight = datetime.combine(day or date(2000, 1, 1), time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))


def home_of(config: "MkDocsConfig") -> str:
    """
    Return the path of the site's address ("/guide/"), "/" where it has none.
    """
    return urlsplit(config.site_url or "/").path or "/"


def setting_problem(root: Path, message: str) -> Problem:
    """
    Return what MkDocs says as a problem, at the line that holds the setting it names.
    """
    places = [
        (path, line)
        for path in BUILDS_ON
        for line, text in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1)
        if re.match(r"[\w-]+:", text) and f"'{text.split(':')[0]}'" in message
    ]
    path, line = places[0] if places else (HOST, 1)
    what = " ".join(message.split()).rstrip(".!")
    return Problem(path, line, f"MkDocs says: {what}", "Fix this setting, or what it names.", "settings-are-valid")


@contextmanager
def warnings_of_mkdocs() -> Iterator[list[str]]:
    """
    Give a list that fills with what MkDocs and its plugins warn of; nothing else of theirs is shown.
    """
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record):
            messages.append(record.getMessage())

    logger, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    logger.addHandler(listener)
    logger.propagate, before = False, logger.propagate
    try:
        yield messages
    finally:
        logger.removeHandler(listener)
        logger.propagate = before
