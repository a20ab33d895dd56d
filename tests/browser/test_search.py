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


# Give the field each phrase, as the keys of a parent do, and take the links of the answer, the best answer first. The field
# is emptied first, so that what is read belongs to this phrase.
ANSWERS = """async (search, phrases) => {
  const field = search.querySelector("[type=search]"), status = search.querySelector("[role=status]"), answers = []
  const type = text => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })) }
  for (const phrase of phrases) {
    type("")
    const said = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no answer to "${phrase}"`)), 5000)
      new MutationObserver(() => /found|Nothing/.test(status.textContent) && resolve()).observe(status, { childList: true })
    })
    type(phrase)
    await said
    answers.push([...search.querySelectorAll(".guide-search__best p:last-child a, li a")].filter(link => !link.closest(".guide-search__start")).map(link => link.href))
  }
  return answers
}"""


def open_search(page, address: str):
    """
    Open the search; return its part of the page.
    """
    page.goto(address + "search.html")
    return page.locator("guide-search")


def answers_of(page, address: str, phrases: Iterable[str]) -> list[list[str]]:
    """
    Return the pages that search answers to each phrase, best first; search is open.
    """
    found = page.locator("guide-search").evaluate(ANSWERS, list(phrases))
    return [[link.removeprefix(address) for link in links] for links in found]


def test_search_finds_what_parents_type(page, address):
    """
    Of the phrases that parents type, slips and all, the right page comes first for four of five, and is among the
    first three for nineteen of twenty.
    """
    open_search(page, address)
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
    open_search(page, address)
    found = answers_of(page, address, [phrase for _, phrase in phrases])
    missed = {phrase: links[:3] for (path, phrase), links in zip(phrases, found, strict=True) if path not in links[:3]}

    assert len(phrases) == 5 * len(subjects) > 200
    assert {} == missed


def test_who_leaves_for_a_private_school_finds_the_page_first(page, address):
    """
    A claim can be lost in days, so none of these phrases may miss.
    """
    open_search(page, address)
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
    Words of no page give a sentence with these words, not a random page; a hint, a person to call, and pages to go on.
    """
    open_search(page, address)

    assert [[]] == answers_of(page, address, ["zzxqw vvkjh"])
    expect(page.get_by_text("Nothing here on “zzxqw vvkjh”")).to_be_visible()
    expect(page.get_by_role("heading", name="Parents often ask")).to_be_hidden()
    expect(page.get_by_text("Try one plain word")).to_be_visible()
    expect(page.get_by_role("link", name="Call MPACT 800-743-7634")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Deadlines")).to_be_visible()


def test_words_that_say_nothing_neither_count_nor_are_marked(page, address):
    """
    The little words around what is sought change no answer and are not marked, and alone they ask for more, as they do
    while one still types. Nor do accents or endings count.
    """
    search = open_search(page, address)
    pairs = [
        ("iee", "how do I get an IEE for my son"),
        ("refused testing", "they've refused him the testing"),
        ("mediación", "mediacion"),
        ("refuse", "refuses"),
        ("expelled", "expel"),
    ]
    differ = [pair for pair in pairs if len({tuple(found) for found in answers_of(page, address, pair)}) > 1]
    page.get_by_role("searchbox").fill("Don't they follow the IEP?")
    expect(search.locator("mark").first).to_be_visible()
    marked = {word.lower() for word in search.locator("mark").all_inner_texts()}
    page.get_by_role("searchbox").fill("how do I")

    expect(search.get_by_role("status")).to_have_text("Keep typing. What is it about?")
    assert ([], set(), 0) == (
        differ,
        marked & {"don't", "don’t", "they", "the"},
        search.locator(".guide-search__answers li").count(),
    )


def test_a_question_of_little_words_finds_its_page(page, address):
    """
    None of its words says anything alone; together they are what parents call the page.
    """
    open_search(page, address)

    assert [["mediation/lawyers-and-helpers.html"]] == answers_of(page, address, ["Who can go with me?"])
