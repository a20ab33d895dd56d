"""
The guide in a made-up language, whose every phrase stands in «»: what has none was not taken from the catalog.

Held for what is converted so far: the frame of a page, search, a checklist, a plan, the page of saved work, and the
tracker.
"""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest
import yaml
from lxml import html
from playwright.sync_api import expect

import tracker
from guide.site.phrases import trim_phrases
from guide.site.reading import read_site
from guide.site.search import write_search_pages

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "index.md",
    "checklists/week-before.md",
    "plans/limit-coming-close.md",
    "track/agreement-tracker.md",
    "track/saved-work.md",
)
# A date in words is the browser's.
DATE = re.compile(r"\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b")
# All that is read out or shown in some elements, hidden or not: text and labels.
SAID = """elements => elements.flatMap(element => [element, ...element.querySelectorAll("*")].flatMap(one => [
  ...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
  ...["aria-label", "title", "placeholder", "alt"].map(name => one.getAttribute(name) || "")])).filter(text => text.trim())"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """
    The built pages of that edition.
    """
    copy = tmp_path_factory.mktemp("edition")
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(ROOT / "docs/_data", copy / "docs/_data")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    for page in PAGES:
        (copy / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / page, copy / "docs" / page)
    catalog = copy / "docs/_data/phrases.yml"
    settings = yaml.safe_load(catalog.read_text(encoding="utf-8"))
    settings["extra"]["phrases"] = {
        group: {key: bracketed(said) for key, said in entries.items()}
        for group, entries in settings["extra"]["phrases"].items()
    }
    catalog.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(copy / "site")],
        cwd=copy,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    trim_phrases(copy / "site")
    pages = read_site(copy / "site")
    write_search_pages(copy / "site", pages, {page.path: [] for page in pages if page.path != "404.html"})
    return copy / "site"


def bracketed(said: str | dict) -> str | dict:
    return {form: bracketed(text) for form, text in said.items()} if isinstance(said, dict) else f"«{said}»"


def bare(texts: list[str]) -> list[str]:
    """
    Return those of `texts` that have letters outside of «», one pair of which may hold another.
    """
    found = []
    for text in texts:
        rest, before = DATE.sub("", text), ""
        while rest != before:
            rest, before = re.sub(r"«[^«»]*»", "", rest), rest
        if re.search(r"[^\W\d_]", rest):
            found.append(text)
    return found


def said(page, selector: str) -> list[str]:
    texts = page.locator(selector).evaluate_all(SAID)
    assert texts
    return texts


@pytest.mark.parametrize(
    "text, is_bare",
    [("«A «b» c»", False), ("«A» b", True), ("1, 2", False), ("Undo", True), ("Dec 1, 2026", False)],
)
def test_words_without_brackets_are_found(text, is_bare):
    """
    A phrase in a phrase is no slip, and a word beside one is.
    """
    assert is_bare == bool(bare([text]))


def test_no_template_has_a_word_of_its_own(folder):
    """
    Every text and label of every template, and of the frame around the words of a page, stands in brackets.
    """
    texts = []
    for file in folder.rglob("*.html"):
        tree = html.parse(str(file), parser=html.HTMLParser(encoding="utf-8"))
        for element in tree.xpath("//template | //*[@class='guide-skip'] | //summary[parent::*[@class='guide-menu']]"):
            texts += element.xpath(".//text() | .//@aria-label | .//@title | .//@placeholder")
        texts += tree.xpath("//header//@aria-label | //nav/@aria-label | //footer//@aria-label")
        texts += tree.xpath("//footer//p[not(@class)]//text()")

    assert (True, []) == (len(texts) > 100, sorted(set(bare(texts))))


def test_search_says_nothing_of_its_own(page, folder):
    """
    The button, the dialog, and what search says while and after it looks.
    """
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("button", name="«Search»").click()
    found = said(page, ".guide-search__open, .guide-search__head, .guide-search__label")
    for typed, answer in (("agreement", "found»"), ("qqqq", "«Nothing found")):
        page.get_by_role("searchbox").fill(typed)
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(answer)
        found += said(page, ".guide-search__status")

    assert [] == bare(found)


def test_a_checklist_says_nothing_of_its_own(page, folder):
    """
    Ticked, kept on the device, skipped, cleared, brought back, and not kept: each state stands in brackets.
    """
    tools = ".guide-checklist__progress, .guide-checklist__tools, .guide-checklist__skip"
    page.goto((folder / "checklists/week-before.html").as_uri())
    found = said(page, tools)
    page.get_by_role("checkbox").first.check()
    for name in ("«Keep on this device»", "«Does not apply»", "«Clear all ticks»", "«Undo»"):
        page.get_by_role("button", name=name).filter(visible=True).first.click()
        found += said(page, tools)
    page.get_by_role("button", name="Kept until").click()
    for name in ("«Only until this tab closes»", "Kept until this tab closes", "«Do not keep»"):
        page.get_by_role("button", name=name).click()
        found += said(page, tools)

    # The order of an item stands in the label of its button, within a phrase.
    assert [] == bare(found)


def test_a_plan_says_nothing_of_its_own(page, folder):
    """
    The day, what is wrong with it, and what became of the calendar file. The question for the day is the author's.
    """
    page.goto((folder / "plans/limit-coming-close.html").as_uri())
    found = said(page, ".guide-plan__order, .guide-plan__start button")
    for day in ("1806-01-01", "2027-03-24"):
        page.locator(".guide-plan__start input").fill(day)
        found += said(page, ".guide-plan__state")
    when = page.locator(".guide-plan__when[data-day]").first.inner_text()
    with page.expect_download():
        page.get_by_role("button", name="calendar").click()
    found += said(page, ".guide-plan__state")

    assert ([], True) == (bare(found), bool(re.match(r"«\w+day, \w+ \d+, 2027 \(", when)))


def test_saved_work_says_nothing_of_its_own(page, folder):
    """
    What is kept, a saved file, one that cannot be read, one that is opened, all erased, and that undone.
    """
    page.goto((folder / "checklists/week-before.html").as_uri())
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="«Keep on this device»").click()
    page.goto((folder / "track/saved-work.html").as_uri())
    found = said(page, "guide-saved")
    with page.expect_download():
        page.get_by_role("button", name="«Save my work to a file»").click()
    found += said(page, "guide-saved")
    page.get_by_label("«Choose the file»").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    expect(page.get_by_text("is not one of the guide's")).to_be_visible()
    found += said(page, "guide-saved")
    page.get_by_label("«Choose the file»").set_input_files(Path(__file__).parent / "saved/version-1.json")
    page.get_by_role("button", name="«Keep on this device»").click()
    for name in ("«Undo»", "«Erase everything»", "«Undo»"):
        found += said(page, "guide-saved")
        page.get_by_role("button", name=name).click()
    found += said(page, "guide-saved")

    assert [] == bare(found)


def service(number: int, *log: dict, **more) -> dict:
    """
    A service of half an hour twice a week from November 30, whose words are a number.
    """
    return tracker.promise(
        number,
        str(number),
        **{"kind": "week", "minutes": "30", "times": "2", "from": "2026-11-30", "until": "2027-02-26", **more},
        log=list(log),
    )


def promises() -> list[dict]:
    """
    Return promises in each state that there is on December 14, 2026; what is typed in them are numbers.
    """
    every = {name: "7" for name in ("item", "who", "where", "proof", "note")}
    logs = [tracker.session(day) for day in ("2026-12-01", "2026-12-03")]
    none = [tracker.session(day, 0) for day in ("2026-12-01", "2026-12-08")]
    once = (
        {"until": "2026-12-01", "kept": "2026-12-01"},
        {"until": "2026-12-01", "kept": "2026-12-03"},
        {"until": "2026-12-11", **every},
        {"until": "2026-12-20", "missed": True},
        {},
        *({"until": f"2026-12-{day}"} for day in (14, 15, 17)),
        {"until": "2027-02-12"},
        {"until": "2026-13-45"},
    )
    services = (
        ([], {"from": "2026-12-15", **every}),
        ([], {"from": "2026-12-25", "until": ""}),
        ([], {}),
        ([], {"from": "2026-12-10"}),
        ([tracker.session("2026-12-01", 60), tracker.session("2026-12-08", 60)], {}),
        (none, {"note": "7"}),
        (none[:1], {"until": ""}),
        (logs, {}),
        (logs, {"until": "2026-12-06"}),
        ([*logs, tracker.session("2026-12-02", 30, excused=True)], {"until": "2026-12-04", "times": "4"}),
        (logs[:1], {"kind": "total", "times": "10", "until": "2026-12-19"}),
        (logs, {"kind": "total", "times": "10", "until": "2026-12-13"}),
        ([*logs, *none], {"kind": "total", "times": "10", "until": "2026-12-13"}),
    )
    return [tracker.promise(n, str(n), **more) for n, more in enumerate(once, 1)] + [
        service(n, *log, **more) for n, (log, more) in enumerate(services, len(once) + 1)
    ]


@pytest.fixture
def agreement(page, folder):
    """
    The tracker of that edition at noon of December 14, 2026, and what was said in it so far.
    """
    page.clock.set_fixed_time("2026-12-14T12:00:00")
    page.goto((folder / tracker.PAGE).as_uri())
    found: list[str] = []
    return page, found, lambda: found.extend(said(page, ".guide-tracker__tools, .guide-tracker__filled"))


def press(page, name: str):
    page.get_by_role("button", name=name).filter(visible=True).first.click()


def test_each_state_of_a_promise_says_nothing_of_its_own(agreement):
    """
    The list, the advice, the lines for the letter, the files, paper, and what is said where nothing can be kept.
    """
    page, found, look = agreement
    look()
    tracker.keep(page, *promises(), 7)
    look()
    labels = {label.strip("«»") for label in page.locator(".guide-tracker__state strong").all_inner_texts()}
    files = {}
    for button in ("calendar", "Save as a table"):
        with page.expect_download() as download:
            press(page, button)
        files[button] = Path(download.value.path()).read_bytes()
        look()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    look()
    press(page, "Write about these")
    look()
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.locator("[data-carry=tab]").click()
    look()
    events = icalendar.Calendar.from_ical(files["calendar"]).walk("VEVENT")
    found += [str(event[name]) for event in events for name in ("SUMMARY", "DESCRIPTION")]
    found += [cell for row in csv.reader(io.StringIO(files["Save as a table"].decode("utf-8-sig"))) for cell in row]

    assert [] == sorted(set(bare(found)))
    assert len(labels) >= 21, labels
    assert len(events) > 5


def test_the_forms_of_the_tracker_say_nothing_of_their_own(agreement):
    """
    A promise with all that can be wrong, added, alike, changed, deleted and restored; a session; the day it was kept.
    """
    page, found, look = agreement

    def fill(**fields):
        for name, text in fields.items():
            page.locator(f".guide-tracker__form [name={name}]").fill(text)
        page.locator(".guide-tracker__form [type=submit]").click()
        look()

    press(page, "«Add a promise»")
    fill()
    page.locator("#promise-week").check()
    fill(minutes="x", times="x")
    fill(minutes="2000", times="500", **{"from": "2026-12-01"}, until="2026-11-01")
    page.locator("#promise-total").check()
    fill(times="5000")
    fill(words="1", minutes="30", times="10", until="2027-02-26")
    press(page, "«Do not keep»")
    press(page, "«Add a promise»")
    fill(words="1", until="1806-01-01")
    press(page, "«Log a session»")
    look()
    press(page, "«Cancel»")
    look()
    press(page, "«Log a session»")
    fill(day="", minutes="x")
    fill(day="2026-12-15", minutes="30")
    fill(day="2026-11-01")
    fill(day="2026-12-01")
    press(page, "«Keep my")
    press(page, "«Keep on this device»")
    press(page, "Change»: 1")
    look()
    page.locator(".guide-tracker__log summary").click()
    press(page, "Delete»:")
    look()
    press(page, "«Undo»")
    look()
    press(page, "«Add a promise»")
    fill(words="2", until="2026-12-20")
    press(page, "«Add a promise»")
    fill(words="2", until="2026-12-20")
    fill()
    for act in ("kept", "missed"):
        press(page, f"It was {act}»: 2")
        fill(**({"kept": ""} if act == "kept" else {"note": "7"}))
        if act == "kept":
            fill(kept="2026-12-15")
            fill(kept="2026-12-14")
    press(page, "Change»: 2")
    press(page, "«Delete this promise»")
    look()
    for day in ("1806-01-01", "2026-11-20"):
        page.locator("[name=signed]").fill(day)
        page.locator("[name=signed]").blur()
        look()

    assert [] == sorted(set(bare(found)))
