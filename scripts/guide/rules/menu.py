"""
The rule on the menu.
"""

import re
from typing import Iterator

from guide.problems import Problem, did_you_mean
from guide.rules.whole import Whole
from guide.source import page_files

ENTRY = re.compile(r"^\s*-\s+(?:[^#]*:\s+)?['\"]?(?P<page>[^\s'\"#:]+\.md)['\"]?\s*(?:#.*)?$")


def menu_page_exists(whole: Whole) -> Iterator[Problem]:
    """
    The menu names only pages that exist, letter case included, and every page once.
    """
    docs = whole.root / "docs"
    menu = docs / "_data/menu.yml"
    # The files, not the pages read: what is wrong inside a page is told elsewhere.
    pages = {file.relative_to(docs).as_posix() for file in page_files(docs)}
    named = set()
    if not menu.is_file():
        # `settings-are-readable` tells of it.
        return
    for number, line in enumerate(menu.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        entry = ENTRY.match(line)
        if not entry:
            continue
        if entry["page"] not in pages:
            yield Problem("docs/_data/menu.yml", number, f'the menu names "{entry["page"]}", which does not exist',
                          did_you_mean(entry["page"], pages, "Write the page, or take this line away."), "menu-page-exists")
        elif entry["page"] in named:
            yield Problem("docs/_data/menu.yml", number, f'the menu names "{entry["page"]}" twice',
                          "Keep the better place.", "menu-page-exists")
        named.add(entry["page"])
    for page in sorted(pages - named):
        if not page.startswith("local/"):
            yield Problem(f"docs/{page}", 1, "the menu does not name this page",
                          f'Add a line "- {page}" to docs/_data/menu.yml.', "menu-page-exists")
