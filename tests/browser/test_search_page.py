"""
The search page: what stands there before, while and after one types.
"""

import re

import pytest
from playwright.sync_api import expect


def open_search(page, address: str):
    """
    Open the search; return its part of the page.
    """
    page.goto(address + "search.html")
    return page.locator("guide-search")


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
