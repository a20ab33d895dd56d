"""
The guide in a made-up language, whose every phrase stands in «»: what has none was not taken from the catalog.

Held for what is converted so far: the frame of a page, search, a checklist, a plan, a letter, and the page of saved work.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from lxml import html
from playwright.sync_api import expect

from guide.site.phrases import trim_phrases
from guide.site.reading import read_site
from guide.site.search import write_search_pages

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "index.md",
    "checklists/week-before.md",
    "plans/limit-coming-close.md",
    "letters/child-complaint.md",
    "letters/consent-revocation.md",
    "track/saved-work.md",
)
# All that is read out or shown in some elements, hidden or not: text and labels. A phrase may have an element in it.
SAID = """elements => {
  const texts = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    ? [one.textContent] : [...one.children].flatMap(texts)
  const labels = one => ["aria-label", "title", "placeholder", "alt"].map(name => one.getAttribute(name) || "")
  return elements.flatMap(element => [...texts(element), ...[element, ...element.querySelectorAll("*")].flatMap(labels)])
    .filter(text => text.trim())
}"""
# What the guide itself says around a letter. The words of a letter, its labels and its own hints are the author's.
LETTER = ", ".join(
    f"guide-letter {part}"
    for part in (
        "h3:not([data-block])",
        ".guide-letter__private",
        ".guide-letter__to strong",
        ".guide-letter__group-count",
        ".guide-letter__state",
        "legend",
        "guide-keep",
        ".guide-letter__elsewhere",
        ".guide-letter__help",
        ".guide-letter__bar",
        ".guide-letter__missing summary",
        ".guide-letter__tools",
        ".guide-letter__leave",
        ".guide-letter__files",
        ".guide-letter__files a",
    )
)
# What the hints of a letter's fields say beside the author's own.
HINTS = """() => [...document.querySelector("guide-letter").form.fields.values()]
  .map(({ row, asked }) => row.querySelector(".guide-letter__hint").textContent.replace(asked.hint, ""))"""


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
    write_search_pages(copy / "site", pages, {page.path: [] for page in pages})
    return copy / "site"


def bracketed(said: str | dict) -> str | dict:
    return {form: bracketed(text) for form, text in said.items()} if isinstance(said, dict) else f"«{said}»"


def bare(texts: list[str]) -> list[str]:
    """
    Return those of `texts` that have letters outside of «», one pair of which may hold another.
    """
    found = []
    for text in texts:
        rest, before = text, ""
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


@pytest.mark.parametrize("text, is_bare", [("«A «b» c»", False), ("«A» b", True), ("1, 2", False), ("Undo", True)])
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


def test_a_letter_says_nothing_of_its_own(page, folder):
    """
    Empty, with days that are right, wrong and to come, taken along in every way, refused each of them, and left.
    """
    page.goto((folder / "letters/child-complaint.html").as_uri())
    found = said(page, LETTER) + page.evaluate(HINTS)
    titles = page.locator(".guide-letter__group-title").all_inner_texts()
    day = page.get_by_label("Day of the oldest event")
    for typed in ("1806-01-01", "2099-01-01", page.evaluate("guide.today()")):
        day.fill(typed)
        found += said(page, LETTER)
    page.get_by_label("What happened").focus()
    page.get_by_label("Your name").fill("Pat")
    found += said(page, LETTER)
    page.evaluate("window.print = () => {}")
    page.evaluate(
        "addEventListener('click', event => event.target.closest('[href^=mailto]') && event.preventDefault())"
    )
    for name in ("Print", "Copy", "Text file", "E-mail"):
        page.get_by_role("button", name=f"«{name}").click()
        found += said(page, LETTER)
    for typed in ("It was so.", "It was so. " * 200):
        page.get_by_label("What happened").fill(typed)
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
    page.locator("header a").first.click()
    expect(page.get_by_role("dialog", name="«Keep what you typed?»")).to_be_visible()
    # In a part of the list stand labels of the author's; in the group titles headings of the letter.
    assert ([], ["«About you»", "«Your child»", "«When, and to whom»"]) == (bare(found), titles[:3])


def test_a_worksheet_is_called_so_in_its_language(page, folder):
    """
    What is no letter has its name from the catalog too.
    """
    page.goto((folder / "letters/consent-revocation.html").as_uri())

    assert [] == bare(said(page, LETTER))
    expect(page.get_by_role("heading", name="«Your «worksheet»»")).to_be_visible()
    expect(page.get_by_text("«It is for:»")).to_be_visible()


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
