"""
Three families a subject, walked on a phone: from home to the page of their subject in two taps, then to their letter and to
their last day, each by a link of that page.

The families stand in tests/families/subjects/. Each was made up, with its story and what it needs, before it was walked; the
last days were counted by hand, from the numbers of the law and a calendar. `asks` is what the family enters into the list of
time limits on a day (`today`), and the limit that must come of it: its date and its words, or, where there is none to
count, its words alone. Without an event the page itself says it. `letter` is what is ticked and filled in, and the words
that the letter then has.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from chromium import SIZES
from family_table import says
from letter_form import begin, choice, field, leave, show

ROOT = Path(__file__).resolve().parent.parent.parent
GROUPS = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((ROOT / "tests/families/subjects").glob("*.yml"))
}
SUBJECTS = "topics/index.html"
# Each family has its own evening: what the scripts of a page ask for the day is told here, for to set the clock of a tab two
# hundred times takes longer with each.
SET_TODAY = "day => { guide.today = () => day }"
# The limits that are shown, one a text, and what is read beside them.
SHOWN = "row => [...row.querySelectorAll('section ol > li'), row].map(part => part.innerText)"
WITHOUT_DATE = re.compile("No set date|Count with the school")


def tap_link(page, address: str) -> bool:
    """
    Tap the first link of the page's text that leads to an address, as it is written there; where all are folded away, open
    the fold before. Return whether there is one.
    """
    links = page.locator(f'main a[href="{address}"]')
    seen = links.filter(visible=True)
    if not seen.count():
        if not links.count():
            return False
        page.locator("main details", has=page.locator(f'a[href="{address}"]')).first.locator("summary").tap()
    seen.first.tap()
    page.wait_for_url(re.compile(re.escape(address.removeprefix("../")) + "$"))
    return True


def letter_of(family: dict) -> str:
    return family["letter"]["id"]


def words_of_letter(page, tick: str = "", fill: Mapping[str, object] = MappingProxyType({})) -> str:
    """
    Make the choice and fill in the fields of the open letter, and return its words. The choice is taken back for the next.
    """
    if tick:
        box = choice(page, re.escape(tick).replace("'", "['’]"))
        box.tap()
    for label, value in fill.items():
        field(page, label).fill(str(value))
    page.get_by_role("button", name=re.compile("^See my (letter|worksheet)")).tap()
    letter = page.get_by_role("dialog", name=re.compile("^Your (letter|worksheet)"))
    words = letter.get_by_role("region").inner_text()
    letter.get_by_role("button", name="Keep filling it in").tap()
    if tick:
        show(page, box).tap()
    return words


def counted(page, asks: dict) -> list[str]:
    """
    Return the limits that the open list of time limits shows for an event and its day, and last all that is read there.
    """
    tool = page.locator("guide-deadlines")
    page.evaluate(SET_TODAY, str(asks["today"]))
    row = tool.locator(f"[data-event={asks['event']}]")
    row.evaluate("row => { row.closest('.guide-deadlines__group').open = true; row.open = true }")
    row.locator("[data-start], input[type=date]").filter(visible=True).first.wait_for()
    if row.locator("[data-start]").is_visible():
        row.locator("[data-start]").tap()
    row.locator("input[type=date]").fill(str(asks["day"]))
    row.locator("button[type=submit]").tap()
    return row.evaluate(SHOWN)


def head_of(row: str) -> str:
    """
    Return the line of a row with its day; what its mark means stands before it, for who sees none.
    """
    return row.split("\n\n")[0]


def is_told(limits: list[str], last_day: date | None, words: str) -> bool:
    *rows, text = limits
    if last_day is None:
        return any(WITHOUT_DATE.search(head_of(row)) for row in rows) and says(text, words)
    title = f"{last_day:%a, %b} {last_day.day}"
    return any(title in head_of(row) and says(row, words) for row in rows)


def faults(page, address: str, subject: str, families: list[dict]) -> Iterator[str]:
    """
    Yield what a family does not find on its way from the list of subjects.
    """
    page.goto(address + SUBJECTS)
    if not tap_link(page, f"{subject}.html"):
        yield "no link on the list of subjects"
        return
    text = page.get_by_role("main").text_content()
    for letter, readers in groupby(sorted(families, key=letter_of), letter_of):
        if not tap_link(page, f"../letters/{letter}.html"):
            yield f"no link to the letter {letter}"
            continue
        begin(page)
        for family in readers:
            page.evaluate(SET_TODAY, str(family["asks"]["today"]))
            if not says(
                words_of_letter(page, family["letter"].get("tick", ""), family["letter"].get("fill", {})),
                family["letter"]["says"],
            ):
                yield f'{family["who"]}: the letter {letter} does not say "{family["letter"]["says"]}"'
        leave(page)
        page.go_back()
    if not tap_link(page, "../reference/time-limits.html"):
        yield "no link to the list of time limits"
        return
    for family in families:
        who, asks = family["who"], family["asks"]
        if asks["event"] is None:
            if not says(text, asks["says"]):
                yield f'{who}: the page does not say "{asks["says"]}"'
            continue
        limits = counted(page, asks)
        if not is_told(limits, asks["last_day"], asks["says"]):
            yield f'{who}: not {asks["last_day"]} with "{asks["says"]}", but {[row[:99] for row in limits[:-1]]}'


def test_each_subject_has_three_families():
    """
    Every page of a subject is walked by three, and nobody asks for a page that is gone.
    """
    found = {subject: len(families) for group in GROUPS.values() for subject, families in group.items()}
    pages = {file.stem for file in (ROOT / "docs/topics").glob("*.md")} - {"index"}

    assert dict.fromkeys(pages, 3) == found


@pytest.mark.browser_context_args(has_touch=True, is_mobile=True, viewport=SIZES["phone"])
@pytest.mark.parametrize("group", GROUPS)
def test_a_family_finds_its_letter_and_its_last_day(group, page, address):
    """
    Two taps lead from home to the subject; the page leads to the letter, which says what the family needs, and to the list
    of time limits, which shows the day that was counted by hand.
    """
    page.set_default_timeout(5_000)
    page.on("dialog", lambda question: question.accept())
    page.goto(address + "index.html")
    page.get_by_role("main").get_by_role("link", name="Browse by subject").tap()
    page.wait_for_url("**/" + SUBJECTS)
    found = {subject: list(faults(page, address, subject, families)) for subject, families in GROUPS[group].items()}

    assert {} == {subject: missed for subject, missed in found.items() if missed}
