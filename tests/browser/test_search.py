"""
Search that answers in a parent's words.
"""

import pytest

# What a parent types, and the page that should be among the first three answers.
PHRASES = {
    "they sent a noa": "which-route.html",
    "can i bring a lawyer": "mediation/lawyers-and-helpers.html",
    "is mediation free": "mediation/what-it-is.html",
    "how do i request mediation": "letters/mediation-request.html",
    "district said no": "mediation/if-they-say-no.html",
    "phone numbers": "reference/who-to-call.html",
    "should i sign the agreement": "checklists/evaluate-the-agreement.html",
    "my child was suspended": "which-route.html",
    "printable iep checklist": "kit.html",
    "shared phone": "about/privacy.html",
    "what is stay put": "reference/words.html",
    "they broke the agreement": "mediation/after.html",
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_finds_its_page(phrase, page, address):
    """
    The right page is among the first three answers.
    """
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill(phrase)
    answers = page.get_by_role("dialog", name="Search the guide").get_by_role("listitem").get_by_role("link")
    answers.first.wait_for()
    found = []
    for address_of in answers.evaluate_all("links => links.map(link => link.href)"):
        name = address_of.removeprefix(address).split("?")[0].split("#")[0]
        if name not in found:
            found.append(name)

    assert PHRASES[phrase] in found[:3], found[:6]


def test_nothing_is_fetched_for_search_before_it_is_touched(page, address, asked):
    """
    A parent who only reads does not pay for the index.
    """
    page.goto(address + "index.html", wait_until="load")

    assert [] == [url for url in asked if "search_index" in url or "bundle" in url]


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
