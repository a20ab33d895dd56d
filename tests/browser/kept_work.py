"""
Work that a parent keeps, for tests: what they type, the question if to keep it, and the way on and back.
"""

import re

from playwright.sync_api import expect

from filled import LETTERS, kept_in

REQUEST = LETTERS["mediation-request"]
INVITE = LETTERS["mediation-invite-district"]
LIST = "checklists/week-before.html"
SAVED = "track/saved-work.html"
NAME, CHILD, STORY = "Pat Quixote", "Zebulon Quixote", "A long story of how you send it"
ITEM, OTHER = "Send the names of your helpers", "Confirm that you’ll have an interpreter"


def field(page, label: str):
    return page.get_by_label(label, exact=True)


def write(page, label: str, text: str):
    """
    Type into a field, and leave it.
    """
    field(page, label).fill(text)
    field(page, label).blur()


def press(page, name: str):
    page.get_by_role("button", name=re.compile(f"^{name}")).filter(visible=True).click()


def keep(page, answer: str = "Keep on this device"):
    """
    Answer the question what to keep, asked already or not.
    """
    if not page.get_by_role("group", name=re.compile("^Keep your")).is_visible():
        page.get_by_role("button", name=re.compile("^Keep my|^Kept until")).click()
    page.get_by_role("group", name=re.compile("^Keep your")).get_by_role(
        "button", name=re.compile(f"^{answer}")
    ).click()


def erase(page):
    """
    Erase everything on the page of saved work, and be sure.
    """
    press(page, "Erase everything")
    press(page, "Yes, erase it")


def go(page, path: str):
    """
    Go on to a page of the guide by a click on a link.
    """
    page.evaluate(
        """path => {
      const link = Object.assign(document.createElement("a"), { href: new URL(path, guide.site), textContent: "Go on" })
      document.querySelector("main").append(link)
    }""",
        path,
    )
    page.get_by_role("link", name="Go on", exact=True).click()
    page.wait_for_url(f"**/{path}")


def back(page, path: str, *, forward: bool = False):
    """
    Press Back, and be at a page that was brought back whole.
    """
    # Such a page does not load again.
    (page.go_forward if forward else page.go_back)(wait_until="commit")
    page.wait_for_url(f"**/{path}", wait_until="commit")
    assert page.evaluate("window.cameBackWhole")


def answers(page) -> dict:
    return kept_in(page)["parts"]["answers"]["work"]


def assert_empty(page):
    """
    No field of the letter's form and no word of its sheet holds what was typed.
    """
    expect(field(page, "Your name")).to_have_value("")
    expect(field(page, "Child's name")).to_have_value("")
    expect(page.get_by_role("region", name="Request for state mediation")).not_to_contain_text("Quixote")
