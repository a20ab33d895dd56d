"""
The rules of the time limits: in the site they stand in a script that loads with a parent's first tap, and not in the page,
whose first view would weigh a third more. The form stands in `blocks/deadlines.py`.
"""

from pathlib import Path

from lxml import html

SCRIPT = "assets/guide/deadlines/data.js"
# What the block writes: the page is read as text first, for few pages hold it.
MARK = 'class="guide-deadlines__data"'


def write_deadline_data(site: Path) -> None:
    """
    Put the rules of the page that holds them into the script that reads them from the page.
    """
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if MARK in text:
            told = html.document_fromstring(text).find_class("guide-deadlines__data")[0].text_content()
            (site / SCRIPT).write_text(f"guide.deadlineData = {told}\n", encoding="utf-8", newline="\n")
