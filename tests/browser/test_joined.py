"""
The joined script of a page: its parts do not stop each other, and it finds what the single files found.
"""

import json

from playwright.sync_api import expect

CHECKLIST = "checklists/week-before.html"
ITEM = "Send the names of your helpers"


def test_work_kept_by_an_older_edition_is_there(page, address):
    """
    The key of the store is made of the site's path, wherever its scripts stand.
    """
    page.goto(address + CHECKLIST)
    item = page.get_by_role("checkbox", name=ITEM).get_attribute("data-item")
    checklist = page.locator("guide-checklist").get_attribute("id")
    kept = {
        "version": 2,
        "parts": {"ticks": {"kept": page.evaluate("guide.today()"), "work": {checklist: {item: "done"}}}},
    }
    page.evaluate("text => localStorage.setItem('guide:/guide/:work', text)", json.dumps(kept))
    page.reload()

    expect(page.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_a_part_that_fails_stops_no_other(page, address, complaints):
    """
    What it throws while it loads is told in the console, and the checklist works.
    """

    def break_menu(route):
        answer = route.fetch()
        text = answer.text()
        place = 'document.querySelector(".guide-menu")'
        assert place in text
        route.fulfill(response=answer, body=text.replace(place, "nothing.of.that.name"))

    page.route("**/assets/guide/checklist.js", break_menu)
    page.goto(address + CHECKLIST)
    page.get_by_role("checkbox", name=ITEM).check()

    expect(page.get_by_text("1 of ")).to_be_visible()
    assert [True] == ["nothing is not defined" in said for said in complaints]


def test_search_answers_where_no_page_is(page, address, complaints):
    """
    The page for a wrong address stands nowhere: it names its files from the site's root.
    """
    page.goto(address + "404.html")
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("stay put")
    page.get_by_role("link", name="Keep the placement the same").first.wait_for()

    assert [] == complaints
