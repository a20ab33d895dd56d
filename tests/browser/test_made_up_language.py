"""
The guide in a made-up language, whose every phrase stands in «»: what has none was not taken from the catalog.

Held for what speaks: the frame of a page, search, a checklist, a plan, a letter, the page of saved work, the tracker, the
decision helper and the tool for time limits. What authors say in `routes/`, in events and in facts has no letters in that
edition.
"""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest
import yaml
from lxml import html
from playwright.sync_api import expect

import tracker
from family import put
from guide.rules.routes import PROSE
from guide.site.case import write_case_pages
from guide.site.deadline_data import write_deadline_data
from guide.site.join import join_assets
from guide.site.kit import write_kit_pieces
from guide.site.phrases import trim_phrases
from guide.site.reading import read_site
from guide.site.route_data import write_route_data
from guide.site.search import write_search_pages
from letter_form import begin, field, finish, leave
from route_data import DATA, give, mute

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "index.md",
    "search.md",
    "checklists/week-before.md",
    "plans/limit-coming-close.md",
    "letters/child-complaint.md",
    "letters/consent-revocation.md",
    "track/agreement-tracker.md",
    "track/my-case.md",
    "track/our-file.md",
    "track/saved-work.md",
    "which-route.md",
    "routes/for-and-against.md",
    # The helper's data have lines of each situation.
    *(f"situations/{file.name}" for file in sorted((ROOT / "docs/situations").glob("*.md"))),
    "reference/time-limits.md",
    "make-my-kit.md",
)
# The parts of a result, whose lines may stand there as words alone.
LINES_OF_ROUTES = {"headline", "because", "today", "closed", "this_week", "by", "warn", "find_out", "others"}
LINES_OF_ROUTES |= {"plus", "minus", "does_not", "otherwise"}
# Keys whose values are an author's words that the tool and the helper show, by the file or folder of the data.
AUTHORS = {
    "routes": PROSE | LINES_OF_ROUTES,
    "events.yml": {"title", "group", "question", "that_day", "example", "ask"},
    "facts": {"statement", "citation", "starts", "until", "words"},
    "letters": {"title"},
}
# What names another entry stays.
NAMES = {
    "next",
    "situation",
    "was",
    "first",
    "asks",
    "dates",
    "when",
    "claims",
    "values",
    "always",
    "letter",
    "letters",
    "call",
    "page",
    "how",
    "counter",
    "may_be",
    "limits",
    "help",
    "checklist",
    "plan",
    "counted_from",
    "event",
}
# A route, a letter or a time limit that a situation names, and when.
NAMED = {"name", "when", "sure"}
# What stays of an author's words: a mark of a fact, an address, and a name in braces.
KEPT = re.compile(r"(\[\^[\w-]+\]|\]\([^)]*\)|\{[^}]*\})")
# A date in words is the browser's.
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DATE = re.compile(rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,\s)?{MONTH}\s(?:\d{{4}}|\d{{1,2}}(?:,\s\d{{4}})?)")
# All that is read out or shown in some elements, hidden or not: text and labels. A phrase may have an element in it.
SAID = """elements => {
  const texts = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    ? [one.textContent] : [...one.children].flatMap(texts)
  const labels = one => ["aria-label", "title", "placeholder", "alt"].map(name => one.getAttribute(name) || "")
  return elements.flatMap(element => [...texts(element), ...[element, ...element.querySelectorAll("*")].flatMap(labels)])
    .filter(text => text.trim())
}"""
# What the guide itself says around a letter. The words of a letter, its labels and its own hints are the author's.
LETTER = "guide-letter:not([data-screen=end]) .guide-letter__place, " + ", ".join(
    f".guide-letter__{part}"
    for part in (
        "start > *",
        "whole",
        "head button",
        "steps",
        "choices legend",
        "state",
        "on",
        "kept guide-keep",
        "help",
        "review > :is(h1, p, h2)",
        "unused summary",
        "review > ul:last-child",
        "end h1",
        "sign",
        "lines",
        "tools",
        "handle",
        "pulled-head",
        "pulled > button",
        "leave",
        "files",
        "files a",
    )
)
# What the hints of a letter's fields say beside the author's own.
HINTS = """() => [...document.querySelector("guide-letter").work.form.fields.values()]
  .map(({ row, asked }) => row.querySelector(".guide-letter__hint").textContent.replace(asked.hint, ""))"""

# The same by lines, where a phrase may hold a link: one has all the text of its line, with what is below it.
LINES = """elements => elements.flatMap(element => [
  ...[...element.querySelectorAll("p, li, h2, h3, h4, label, button, option")].map(one => one.textContent),
  ...[...element.querySelectorAll("[aria-label]")].map(one => one.getAttribute("aria-label"))]).filter(text => text.trim())"""
# The same of the tool for time limits, with the answers to every event on each of some days.
LINES_OF_ALL_EVENTS = f"""days => {{
  const tool = document.querySelector("guide-deadlines"), lines = {LINES}
  return tool.events.flatMap(row => {{
    tool.offer(Object.assign(row, {{ open: true }}))
    guide.deadlines.ask(tool, row)
    return days.flatMap(day => {{
      row.querySelector("input[type=date]").value = day
      row.querySelector("form").requestSubmit()
      return lines([...row.querySelectorAll("form, section")])
    }})
  }})
}}"""


@pytest.fixture(scope="session")
def folder(once) -> Path:
    """
    The built pages of that edition.
    """
    return once("made-up-language", build_made_up) / "site"


def build_made_up(copy: Path) -> None:
    """
    Build some pages of the guide in that language, in the new folder `copy`.
    """
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(ROOT / "docs/_data", copy / "docs/_data")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    for page in PAGES:
        (copy / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / page, copy / "docs" / page)
    for name, keys in AUTHORS.items():
        path = copy / "docs/_data" / name
        for file in path.rglob("*.yml") if path.is_dir() else [path]:
            written = yaml.safe_load(file.read_text(encoding="utf-8"))
            # These have titles by names.
            mute = without_letters(written, keys, file.stem in ("checklists", "groups", "plans"))
            file.write_text(yaml.safe_dump(mute, allow_unicode=True, sort_keys=False), encoding="utf-8")
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
    write_deadline_data(copy / "site")
    join_assets(copy / "site")
    trim_phrases(copy / "site")
    pages = read_site(copy / "site")
    write_search_pages(copy / "site", pages, {page.path: [] for page in pages if page.path != "404.html"})
    write_kit_pieces(copy / "site", pages)
    write_case_pages(copy / "site", pages)
    write_route_data(copy / "site", pages)


def bracketed(said: str | dict) -> str | dict:
    return {form: bracketed(text) for form, text in said.items()} if isinstance(said, dict) else f"«{said}»"


def has_entries(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def without_letters(value: Any, keys: set[str], is_author: bool = False) -> Any:
    """
    Return data in which what an author says, below one of `keys`, is written in digits: letters are the guide's own then.
    """
    if isinstance(value, dict) and "name" in value and value.keys() <= NAMED:
        return value
    if isinstance(value, dict):
        return {
            key: inner
            if key in ("when", "claims") or (key in NAMES and not has_entries(inner))
            else without_letters(inner, keys, is_author or key in keys)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [without_letters(inner, keys, is_author) for inner in value]
    if not is_author or not isinstance(value, str):
        return value
    pieces = KEPT.split(value)
    return "".join(piece if index % 2 else re.sub(r"[^\W\d_]", "1", piece) for index, piece in enumerate(pieces))


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


def texts_of(element: html.HtmlElement) -> list[str]:
    """
    Return the texts of an element; one that has an element in it stays whole.
    """
    if any(text.strip() for text in element.xpath("text()")):
        return [element.text_content()]
    return [text for child in element.iterchildren(tag=html.etree.Element) for text in texts_of(child)]


def said(page, selector: str) -> list[str]:
    texts = page.locator(selector).evaluate_all(SAID)
    assert texts
    return texts


def lines(page, selector: str) -> list[str]:
    """
    Return the lines and labels in the elements of a selector.
    """
    texts = page.locator(selector).evaluate_all(LINES)
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
            texts += texts_of(element) + element.xpath(".//@aria-label | .//@title | .//@placeholder")
        texts += tree.xpath("//header//@aria-label | //nav/@aria-label | //footer//@aria-label")
        texts += tree.xpath("//footer//p[not(@class)]//text()")

    assert (True, []) == (len(texts) > 100, sorted(set(bare(texts))))


def test_search_says_nothing_of_its_own(page, folder):
    """
    The link, the field, and what search says while and after it looks: of the best answer, and of each kind.
    """
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="«Search»").click()
    found = said(page, ".guide-search__label")
    for typed, answer in (("agreement", "found»"), ("stay put", "found»"), ("qqqq", "«Nothing here")):
        page.get_by_role("searchbox").fill(typed)
        expect(page.get_by_role("main").get_by_role("status")).to_contain_text(answer)
        found += said(
            page,
            ".guide-search__status, .guide-search__hint, .guide-search__best h2, .guide-search__kind, .guide-search__more",
        )

    assert [] == bare(found)


def test_a_checklist_says_nothing_of_its_own(page, folder):
    """
    Ticked, kept on the device, skipped, cleared, brought back, and not kept: each state stands in brackets.
    """
    tools = ".guide-checklist__progress, .guide-checklist__tools, .guide-checklist__skip"
    page.goto((folder / "checklists/week-before.html").as_uri())
    found = said(page, tools)
    page.get_by_role("checkbox").first.check()
    page.locator("guide-checklist summary").first.click()
    for name in ("«Keep on this device»", "«Does not apply»", "«Clear all checks»", "«Undo»"):
        page.get_by_role("button", name=name).filter(visible=True).first.click()
        found += said(page, tools)
    page.get_by_role("button", name="Kept until").click()
    for name in ("«Only until this tab closes»", "Kept until this tab closes", "«Don't keep»"):
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

    assert ([], True) == (bare(found), bool(re.match(r"«\w{3}, \w+ \d+, 2027 \(", when)))


def test_a_letter_says_nothing_of_its_own(page, folder):
    """
    Empty, with days that are right, wrong and to come, taken along in every way, refused each of them, and left.
    """
    page.goto((folder / "letters/child-complaint.html").as_uri())
    found = said(page, LETTER)
    begin(page)
    found += said(page, LETTER) + page.evaluate(HINTS)
    titles = page.locator(".guide-letter__steps button").all_inner_texts()
    day = field(page, "Date of the oldest event")
    for typed in ("1806-01-01", "2099-01-01", page.evaluate("guide.today()")):
        day.fill(typed)
        found += said(page, LETTER)
    field(page, "What happened").focus()
    field(page, "Your name").fill("Pat")
    found += said(page, LETTER)
    page.evaluate("() => { window.print = () => {} }")
    page.evaluate(
        "addEventListener('click', event => event.target.closest('[href^=mailto]') && event.preventDefault())"
    )
    for name in ("Print", "Copy", "Text file", "E-mail"):
        page.get_by_role("button", name=f"«{name}").click()
        found += said(page, LETTER)
    for typed in ("It was so.", "It was so. " * 200):
        field(page, "What happened").fill(typed)
        link = page.get_by_role("link", name="«Open my mail app»")
        link.click()
        subject = link.get_attribute("href")
        found += [*parse_qs(urlsplit(subject).query)["subject"], *said(page, LETTER)]
    found += parse_qs(urlsplit(subject).query)["body"]
    refuse = "() => { throw new Error() }"
    page.evaluate(
        f"() => {{ URL.createObjectURL = {refuse}; Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: {refuse} }} }}) }}"
    )
    for name in ("Copy", "Text file", "Word file"):
        page.get_by_role("button", name=f"«{name}").click()
        expect(page.locator(".guide-letter__said")).not_to_be_empty()
        found += said(page, LETTER)
    finish(page)
    found += said(page, LETTER)
    leave(page)
    page.locator("header a").first.click()
    expect(page.get_by_role("dialog", name="«Keep what you typed?»")).to_be_visible()
    # In the list of what is open stand labels of the author's.
    assert ([], ["«You»", "«Your child»", "«The problem»"]) == (bare(found), titles[:3])


def test_a_worksheet_is_called_so_in_its_language(page, folder):
    """
    What is no letter has its name from the catalog too.
    """
    page.goto((folder / "letters/consent-revocation.html").as_uri())

    begin(page)
    finish(page)

    assert [] == bare(said(page, LETTER))
    expect(page.get_by_role("heading", name="«Your «worksheet» is ready»")).to_be_visible()


def test_saved_work_says_nothing_of_its_own(page, folder):
    """
    What is kept, a saved file, one that cannot be read, one that is opened, all erased, that undone, and files of two children.
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
    expect(page.get_by_text("isn't from the guide")).to_be_visible()
    found += said(page, "guide-saved")
    page.get_by_label("«Choose the file»").set_input_files(Path(__file__).parent / "saved/version-1.json")
    page.get_by_role("button", name="«Keep on this device»").click()
    for name in ("«Undo»", "«Erase everything»", "«Yes, erase it»", "«Undo»"):
        found += said(page, "guide-saved")
        page.get_by_role("button", name=name).click()
    found += said(page, "guide-saved")
    page.get_by_role("button", name="«Start a file for another child»").click()
    found += said(page, "guide-saved")
    page.get_by_role("button", name="«This file is open»").click()
    page.get_by_role("button", name="Erase").filter(has_text="'s file").click()
    found += said(page, "guide-saved")
    page.get_by_role("button", name="«Yes, erase it»").filter(visible=True).click()
    found += said(page, "guide-saved")
    page.get_by_role("button", name="«Undo»").filter(visible=True).click()
    page.goto((folder / "checklists/week-before.html").as_uri())
    found += said(page, "guide-keep")

    assert [] == bare(found)


def test_a_kit_says_nothing_of_its_own(page, folder):
    """
    What is ticked, a day that is none, a piece that is not there, the kit on paper, and names that were typed.
    """
    page.goto((folder / "make-my-kit.html").as_uri())
    tools = ".guide-kit__ready small, .guide-letter__group-count, .guide-kit__what > a:last-child, .guide-kit__bar, guide-keep, guide-kit > .guide-link"
    page.locator("guide-kit details").evaluate_all("groups => groups.forEach(group => { group.open = true })")
    page.get_by_role("button", name="«Print my kit»").click()
    found = said(page, tools)
    page.locator(".guide-kit__ready button").first.click()
    found += said(page, tools)
    page.get_by_role("button", name="«Print my kit»").click()
    expect(page.get_by_text("«Not everything could be loaded")).to_be_visible()
    found += said(page, tools)
    page.get_by_role("button", name="«Uncheck all»").click()
    for piece in ("limit-coming-close", "week-before", "child-complaint"):
        page.locator(f"[id='piece.{piece}']").check()
    for day in ("1806-01-01", "2027-03-24"):
        page.locator("guide-kit input[type=date]").fill(day)
        found += said(page, ".guide-kit__fields .guide-letter__state")
    page.get_by_role("button", name="«Print my kit»").click()
    expect(page.get_by_text("«Your kit has 3 pieces")).to_be_visible()
    paper = "h1, .guide-kit__made, .guide-kit__cover h2, .guide-kit__unnumbered, .guide-kit__cited, .guide-kit__number, .guide-kit__sources h2"
    found += said(page, f"{tools}, .guide-kit__paper :is({paper}):not(.guide-text > h1)")

    assert [] == bare(found)


def test_the_decision_helper_says_nothing_of_its_own(page, folder):
    """
    Each question, days that cannot be, a result with its questions, and the answers so far.
    """
    give(page, [], mute(DATA))
    page.goto((folder / "which-route.html").as_uri())
    widget = page.locator("guide-route-helper")
    found = lines(page, ".guide-route__view")
    for choice in ("change", "iep", "unsure"):
        widget.locator(f"[data-choice={choice}]").click()
        expect(widget.locator(f"[data-choice={choice}]")).to_have_count(0)
        found += lines(page, ".guide-route__view")
    widget.get_by_text("«Make it fit your family»").click()
    expect(widget.locator("[data-ask]").first).to_be_visible()
    row = widget.locator("[data-ask=happened]")
    row.locator("summary").click()
    row.locator("[data-choice=days]").click()
    for day in ("", "1906-01-01", "2099-01-01", "2026-10-14"):
        row.locator("[data-date=it-happened]").fill(day)
        row.get_by_role("button", name="«Continue»").click()
        found += lines(page, ".guide-route__view")
    widget.get_by_role("button", name="«Change an answer»").click()
    found += lines(page, ".guide-route__view")

    assert [] == sorted(set(bare(found)))


def test_what_stands_there_without_scripts_says_nothing_of_its_own(folder):
    """
    A situation, what else to mind, the routes side by side, and the table of all limits.
    """
    texts = []
    for name in ("situations/change-coming", "situations/index", "routes/for-and-against", "reference/time-limits"):
        tree = html.parse(str(folder / f"{name}.html"), parser=html.HTMLParser(encoding="utf-8"))
        for part in ("guide-situation", "guide-notes", "guide-routes", "guide-deadlines__rules"):
            rows = tree.xpath(
                f"//*[@class='{part}']//*[self::p or self::li or self::h3 or self::h4 or self::td or self::th]"
            )
            texts += [row.text_content() for row in rows]

    assert (True, []) == (len(texts) > 500, sorted(set(bare(texts))))


def test_the_tool_for_time_limits_says_nothing_of_its_own(page, folder):
    """
    What is missing or wrong, the dates of every event, which has each kind of limit, and the calendar file.
    """
    page.clock.set_fixed_time("2027-03-20T12:00:00")
    page.goto((folder / "reference/time-limits.html").as_uri())
    tool = ".guide-deadlines__find, .guide-deadlines__start, .guide-deadlines__form, .guide-deadlines__result"
    show, day = page.get_by_role("button", name="«Show my dates»"), page.locator("guide-deadlines input[type=date]")
    found = []
    for words in ("zebra", "records", ""):
        page.get_by_label("«Find an event»").fill(words)
        found += lines(page, tool)
    page.locator("[data-event=notice-of-action-given] > summary").click()
    page.get_by_role("button", name="«Put in my day»").click()
    day.wait_for()
    # What is wrong with a day, and what became of the file, is said alike of each event.
    for given in ("", "2027-03-21", "2027-03-19"):
        day.fill(given)
        show.click()
        found += lines(page, tool)
    with page.expect_download():
        page.get_by_role("button", name="«Add these dates to my calendar»").click()
    found += lines(page, tool)
    answers = page.evaluate(LINES_OF_ALL_EVENTS, ["2025-03-19", "2024-02-29", "2027-03-19"])
    assert len(answers) > 1000
    found += answers

    assert [] == sorted(set(bare(found)))


def test_our_file_and_the_case_say_nothing_of_their_own(page, folder):
    """
    Empty, with the form of each kind, and with a family's lines, papers and packet; then the case that comes of it.
    """
    tools = ".guide-our-file__tools"
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    page.goto((folder / "track/our-file.html").as_uri())
    found = said(page, tools)
    kinds = page.locator("[data-add]").evaluate_all("buttons => buttons.map(button => button.dataset.add)")
    for kind in kinds:
        page.locator(f"[data-add={kind}]").click()
        page.locator("[name=what]").wait_for()
        found += said(page, tools)
        page.reload()
    days = ("2025-01-27", "2026-10-05", "2026-11-06", "", "2026-11-24", "2026-12-01")
    entries = [
        {"id": f"e{n}", "kind": kind, "day": day, "who": "1", "what": "2", "back": "2026-11-19", "paper": "p1"}
        for n, (kind, day) in enumerate(zip(kinds, days, strict=True))
    ]
    papers = [{"id": "p1", "number": 1, "name": "3", "day": "2026-03-12", "pages": "22", "place": "4"}]
    put(
        page,
        file={"entries": entries, "papers": papers, "packet": {"ask": "5", "about": "6", "want": "7"}},
        answers={
            "fields": {"child-name": "8"},
            "letters": {"child-complaint": {"fields": {"fact-list": "9"}, "choices": {}}},
        },
        ticks={"week-before": {"confirm-time": "done"}},
    )
    for tab in ("log", "papers", "timeline", "packet"):
        page.locator(f"#tab-{tab}").click()
        found += said(page, tools)
    page.goto((folder / "track/my-case.html").as_uri())
    expect(page.locator(".guide-case__row").first).to_be_visible()
    # What a letter or a list is called is its author's.
    found += said(
        page, ", ".join(f".guide-case__{part}" for part in ("title", "label", "state", "row a", "all", "file", "kept"))
    )

    assert [] == sorted(set(bare(found)))


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
    labels = {
        label.split(" · ")[0].strip("«»") for label in page.locator(".guide-tracker__row small").all_inner_texts()
    }
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

    def begin(kind: str):
        press(page, "«Add a promise»")
        look()
        press(page, kind)

    def open_promise(words: str, button: str):
        named = page.locator("strong", has_text=re.compile(f"^{words}$"))
        page.locator(".guide-tracker__row button").filter(has=named).first.click()
        look()
        if button:
            press(page, button)

    begin("«Minutes each week»")
    fill()
    fill(minutes="x", times="x")
    fill(minutes="2000", times="500", **{"from": "2026-12-01"}, until="2026-11-01")
    press(page, "«Close»")
    look()
    press(page, "«Leave»")
    begin("«Make-up hours»")
    fill(times="5000")
    fill(words="1", minutes="30", times="10", **{"from": "2026-11-30"}, until="2027-02-26")
    press(page, "«Keep it»")
    press(page, "«Don't keep»")
    begin("«Something by a day»")
    fill(words="1", until="1806-01-01")
    press(page, "«Back»")
    press(page, "«Leave»")
    press(page, "«Close»")
    begin("«A paper sent to me")
    fill(words="3", until="2026-12-01")
    fill(end="2046-12-01")
    fill(end="2026-11-01")
    fill(end="2027-01-01")
    open_promise("3", "«Back»")
    press(page, "«Log a session»")
    fill(day="")
    page.locator("#log-given-other").check()
    fill(day="2026-12-15", minutes="x")
    fill(day="2026-11-01", minutes="10")
    for why in ("out", "unknown"):
        page.locator(f"#log-why-{why}").check()
        look()
    fill(day="2026-12-01", how="7")
    press(page, "«Keep it»")
    press(page, "«Keep on this device»")
    open_promise("1", "")
    page.locator(".guide-tracker__log summary").click()
    look()
    press(page, "Delete»:")
    look()
    press(page, "«Undo»")
    look()
    open_promise("1", "«Change»")
    fill()
    begin("«Something else»")
    fill(words="2", until="2026-12-20")
    begin("«Something else»")
    fill(words="2", until="2026-12-20")
    fill()
    for button in ("«It's done»", "«It was missed»"):
        open_promise("2", button)
        fill(**({"kept": ""} if button == "«It's done»" else {"note": "7"}))
        if button == "«It's done»":
            fill(kept="2026-12-15")
            fill(kept="2026-12-14")
            open_promise("2", "«Change»")
            # It is like the other one: told once.
            fill(kept="")
            fill()
    open_promise("2", "«Remove this promise»")
    look()
    press(page, "«Yes, remove it»")
    look()
    page.locator(".guide-tracker__signed summary").click()
    for day in ("1806-01-01", "2026-11-20"):
        page.locator("[name=signed]").fill(day)
        page.locator("[name=signed]").blur()
        look()

    assert [] == sorted(set(bare(found)))
