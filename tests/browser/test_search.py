"""
Search that answers in a parent's words.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import yaml
from playwright.sync_api import expect

PHRASES = yaml.safe_load((Path(__file__).resolve().parent / "phrases.yml").read_text(encoding="utf-8"))
FIRST, AMONG_THREE = 0.8, 0.95


# Give the field each phrase, as the keys of a parent do, and take the links of the answer. The field is emptied first, so
# that what is read belongs to this phrase.
ANSWERS = """async (dialog, phrases) => {
  const field = dialog.querySelector("[type=search]"), status = dialog.querySelector("[role=status]"), answers = []
  const type = text => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })) }
  for (const phrase of phrases) {
    type("")
    const said = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no answer to "${phrase}"`)), 5000)
      new MutationObserver(() => /found|Nothing/.test(status.textContent) && resolve()).observe(status, { childList: true })
    })
    type(phrase)
    await said
    answers.push([...dialog.querySelectorAll("li a")].map(link => link.href))
  }
  return answers
}"""


def answers_of(page, address: str, phrases: Iterable[str]) -> list[list[str]]:
    """
    Return the pages that search answers to each phrase, best first; search is open.
    """
    found = page.get_by_role("dialog", name="Search the guide").evaluate(ANSWERS, list(phrases))
    return [[link.removeprefix(address) for link in links] for links in found]


def test_search_finds_what_parents_type(page, address):
    """
    Of the phrases that parents type, slips and all, the right page comes first for four of five, and is among the
    first three for nineteen of twenty.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    missed = {}
    for (phrase, right), found in zip(PHRASES.items(), answers_of(page, address, PHRASES), strict=True):
        places = [found.index(name) for name in ([right] if isinstance(right, str) else right) if name in found]
        if min(places, default=99) > 0:
            missed[phrase] = (min(places, default=99), found[:3])
    late = {phrase: found for phrase, (place, found) in missed.items() if place > 2}

    assert 1 - len(missed) / len(PHRASES) >= FIRST, missed
    assert 1 - len(late) / len(PHRASES) >= AMONG_THREE, late


def test_each_subject_is_found_by_five_of_its_own_phrases(page, address, site):
    """
    The title of a subject's page, and the first four of its other words, each find it among the first three.
    """
    known = json.loads((site / "search/pages.js").read_text(encoding="utf-8").removeprefix("guide.pages = "))
    subjects = [one for one in known if re.match("topics/(?!index)", one["address"])]
    phrases = [(one["address"], phrase) for one in subjects for phrase in [one["title"], *one["also"][:4]]]
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    found = answers_of(page, address, [phrase for _, phrase in phrases])
    missed = {phrase: links[:3] for (path, phrase), links in zip(phrases, found, strict=True) if path not in links[:3]}

    assert len(phrases) == 5 * len(subjects) > 200
    assert {} == missed


def test_who_leaves_for_a_private_school_finds_the_page_first(page, address):
    """
    A claim can be lost in days, so none of these phrases may miss.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    phrases = ["private school tuition", "pay back private school", "reimbursement", "leaving public school"]

    assert ["situations/private-school.html"] * len(phrases) == [
        next(iter(found), "") for found in answers_of(page, address, phrases)
    ]


def test_phrases_name_pages_that_exist(site):
    """
    No phrase waits for a page that was moved.
    """
    wanted = {name for right in PHRASES.values() for name in ([right] if isinstance(right, str) else right)}

    assert [] == sorted(name for name in wanted if not (site / name).is_file())


def test_nonsense_finds_nothing_and_says_so(page, address):
    """
    Words of no page give a sentence, not a random page.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()

    assert [[]] == answers_of(page, address, ["zzxqw vvkjh"])
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("Nothing"))


def test_words_that_say_nothing_neither_count_nor_are_marked(page, address):
    """
    The little words around what is sought change no answer and are not marked, and alone they ask for more, as they do
    while one still types. Nor do accents or endings count.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search the guide")
    pairs = [
        ("iee", "how do I get an IEE for my son"),
        ("refused testing", "they've refused him the testing"),
        ("mediación", "mediacion"),
        ("refuse", "refuses"),
        ("expelled", "expel"),
    ]
    differ = [pair for pair in pairs if len({tuple(found) for found in answers_of(page, address, pair)}) > 1]
    page.get_by_role("searchbox").fill("Don't they follow the IEP?")
    expect(dialog.locator("mark").first).to_be_visible()
    marked = {word.lower() for word in dialog.locator("mark").all_inner_texts()}
    page.get_by_role("searchbox").fill("how do I")

    expect(dialog.get_by_role("status")).to_have_text("Keep typing. What is it about?")
    assert ([], set(), 0) == (differ, marked & {"don't", "don’t", "they", "the"}, dialog.locator("li").count())


def test_nothing_is_fetched_for_search_before_it_is_touched(page, address, asked):
    """
    A parent who only reads does not pay for the index.
    """
    page.goto(address + "index.html", wait_until="load")

    assert [] == [url for url in asked if "search/" in url or "minisearch" in url]


def test_search_closes_with_escape_and_gives_the_focus_back(page, address):
    """
    A keyboard opens, types, closes, and stands where it was.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    page.get_by_role("searchbox").fill("mediation")
    page.keyboard.press("Escape")

    assert page.get_by_role("button", name="Search").evaluate("button => button === document.activeElement")
