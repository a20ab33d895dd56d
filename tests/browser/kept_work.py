"""
Work that a parent keeps, for tests: what they type, the question if to keep it, and the way on and back.
"""

import re

from playwright.sync_api import expect

from filled import LETTERS, kept_in, page_key, parts_in
from letter_form import begin as begin_letter
from letter_form import field as letter_field
from letter_form import leave

REQUEST = LETTERS["mediation-request"]
INVITE = LETTERS["mediation-invite-district"]
LIST = "checklists/week-before.html"
SAVED = "track/saved-work.html"
NAME, CHILD, STORY = "Pat Quixote", "Zebulon Quixote", "A long story of how you send it"
SAM, ANA = "Sam", "Ana"
WAY = "How you're sending it"
START = "Start a file for another child"
ITEM, OTHER = "Send the names of your helpers", "Confirm that you’ll have an interpreter"


def field(page, label: str):
    return letter_field(page, label) if page.locator("guide-letter").count() else page.get_by_label(label, exact=True)


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
    Answer the question what to keep, asked already or not; a letter asks it in its form.
    """
    if page.locator("html:not([data-task]) guide-letter").count():
        begin_letter(page)
    # Where a first mark only loads what asks, the question opens by itself.
    page.evaluate("() => customElements.whenDefined('guide-keep').then(() => {})")
    if not page.get_by_role("group", name=re.compile("^Keep your")).is_visible():
        page.get_by_role("button", name=re.compile("^Keep my|^Keep it|^Kept until")).first.click()
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
    leave(page)
    page.evaluate(
        """path => {
      const link = Object.assign(document.createElement("a"), { href: new URL(path, guide.site), textContent: "Go on" })
      // In a task only its own element is seen.
      document.body.append(link)
    }""",
        path,
    )
    page.get_by_role("link", name="Go on", exact=True).click()
    page.wait_for_url(f"**/{path}")


def back(page, path: str, *, forward: bool = False):
    """
    Press Back, and be at a page that was brought back whole.
    """
    leave(page)
    # Such a page does not load again. Its address may name a part of it.
    (page.go_forward if forward else page.go_back)(wait_until="commit")
    page.wait_for_url(re.compile(f"/{re.escape(path)}(#|$)"), wait_until="commit")
    assert page.evaluate("window.cameBackWhole")


def answers(page) -> dict:
    return parts_in(page)["answers"]["work"]


def assert_empty(page):
    """
    No field of the letter's form and no word of its sheet holds what was typed.
    """
    page.evaluate("document.querySelector('guide-letter').ready()")
    for name in ("parent-name", "child-name"):
        expect(page.locator(f"[name={name}]")).to_have_value("")
    expect(page.get_by_role("region", name="Request for state mediation")).not_to_contain_text("Quixote")


def with_sam(page):
    """
    Keep the open letter on the device, as Sam's; return its tab.
    """
    write(page, "Child's name", SAM)
    keep(page)
    write(page, WAY, "by fax")
    return page


def begin(page, name: str):
    """
    Begin a file for another child, and keep the name in a letter.
    """
    go(page, SAVED)
    press(page, START)
    go(page, REQUEST)
    write(page, "Child's name", name)
    keep(page)


def open_file(page, name: str):
    """
    Open the file of that child on the page of saved work.
    """
    if SAVED not in page.url:
        go(page, SAVED)
    page.get_by_role("list", name="One file for each child").get_by_role("button", name=re.compile(f"^{name} ")).click()


def children(page) -> dict[str, dict]:
    """
    Return what is kept on the device, by the child's name: the fields that letters share, and those of the letter.
    """
    kept = kept_in(page) or {"files": {}}
    works = [file["parts"]["answers"]["work"] for file in kept["files"].values() if "answers" in file["parts"]]
    return {
        work["fields"].get("child-name", ""): work["letters"].get("mediation-request", {}).get("fields", {})
        for work in works
    }


def caught_up(page, text: str):
    """
    Wait until a tab's view of what is kept on the device is this text: another tab writes it.
    """
    page.evaluate(
        """([key, text]) => new Promise(resolve => {
      const look = () => localStorage.getItem(key) === text && resolve()
      addEventListener("storage", look)
      look()
    })""",
        [page_key(page), text],
    )
