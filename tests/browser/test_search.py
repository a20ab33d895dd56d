"""
Search that answers in a parent's words.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
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


def test_the_best_answer_is_a_sentence_with_its_source(page, address):
    """
    The sentence stands on the page that it leads to, and its mark leads to the source there.
    """
    search = open_search(page, address)
    page.get_by_role("searchbox").fill("what is mediation")
    best = search.locator(".guide-search__best")
    expect(best.get_by_role("heading")).to_have_text("Best answer")
    sentence = best.locator("p").first.inner_text().split(".")[0]
    best.get_by_role("link", name="Source 1").click()

    expect(page).to_have_url(address + "mediation/what-it-is.html#source-1")
    expect(page.get_by_role("article")).to_contain_text(sentence)


def test_an_answer_says_what_kind_of_page_it_is(page, address):
    """
    Above its title: a letter, a list with its steps, a plan, words for a call, or a page of the guide.
    """
    search = open_search(page, address)
    kinds = {
        "ask for the school records letter": "Letter",
        "the week before checklist": "Checklist, ",
        "can they change the placement": "Plan",
        "what to say to MPACT": "Words for a call",
        "school records": "Guide",
    }
    for phrase, kind in kinds.items():
        page.get_by_role("searchbox").fill(phrase)
        expect(search.locator(".guide-search__kind").filter(has_text=re.compile(f"^{kind}")).first).to_be_attached()


def test_five_answers_show_and_then_more(page, address):
    """
    The rest comes at a press, and the focus goes to the first of it.
    """
    search = open_search(page, address)
    page.get_by_role("searchbox").fill("iep")
    rows = search.locator(".guide-search__answers").get_by_role("listitem")
    expect(rows).to_have_count(5)
    search.get_by_role("button", name=re.compile(r"^\d more$")).click()

    assert rows.count() > 5
    expect(rows.nth(5).get_by_role("link")).to_be_focused()
    expect(search.get_by_role("button")).to_be_hidden()


def test_search_begins_with_what_parents_ask(page, address):
    """
    Six questions and three lists, each to a page, and the field is ready for words.
    """
    search = open_search(page, address)

    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(search.get_by_role("listitem").get_by_role("link")).to_have_count(6)
    for name in ("Letters", "Deadlines", "Words explained"):
        expect(page.get_by_role("main").get_by_role("link", name=name, exact=True)).to_be_visible()


def test_back_from_an_answer_leads_to_the_answers(page, address):
    """
    What was typed is still there, and nothing of it is in an address or kept on the device.
    """
    search = open_search(page, address)
    page.get_by_role("searchbox").fill("stay put")
    search.get_by_role("listitem").get_by_role("link").first.click()
    page.wait_for_url(re.compile("letters|situations|routes"))
    page.go_back()

    expect(page.get_by_role("searchbox")).to_have_value("stay put")
    expect(search.locator(".guide-search__answers").get_by_role("link").first).to_be_visible()
    assert (address + "search.html", 0) == (page.url, page.evaluate("localStorage.length + sessionStorage.length"))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_search_without_scripts_is_a_page_to_go_on(page, address):
    """
    Questions, lists and a person to call; no field that would do nothing.
    """
    page.goto(address + "index.html")
    page.get_by_role("link", name="Search").click()

    expect(page.get_by_role("link", name="How long do I have?")).to_be_visible()
    expect(page.get_by_role("link", name="Call MPACT 800-743-7634")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)


def test_a_connection_that_is_gone_is_told(page, address):
    """
    And once it is back, the next key finds.
    """
    is_offline = [True]
    page.route("**/search/pages.js", lambda route: route.abort() if is_offline[0] else route.continue_())
    search = open_search(page, address)
    page.get_by_role("searchbox").fill("stay put")
    expect(search.get_by_role("status")).to_have_text(re.compile("can't load right now"))
    is_offline[0] = False
    page.get_by_role("searchbox").press_sequentially("s")

    expect(search.locator(".guide-search__answers").get_by_role("link").first).to_be_visible()


def test_nothing_is_fetched_for_search_before_it_is_touched(page, address, asked):
    """
    A parent who only reads does not pay for the index.
    """
    page.goto(address + "index.html", wait_until="load")

    assert [] == [url for url in asked if "search" in url]
