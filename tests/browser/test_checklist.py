"""
A checklist, as a parent uses it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

SAVED = Path(__file__).parent / "saved"

LIST = "checklists/week-before.html"
ITEM = "Send the names of your helpers"
OTHER = "Confirm that you’ll have an interpreter"
WORK = "Object.entries(localStorage).concat(Object.entries(sessionStorage)).filter(([key]) => key.startsWith('guide:'))"


@pytest.fixture
def checklist(page, address):
    page.goto(address + LIST)
    return page


def skip(page, item):
    """
    Open the row of an item, and press "Does not apply".
    """
    page.get_by_role("listitem").filter(has_text=item).locator("summary").click()
    page.get_by_role("button", name=f"Does not apply: {item}").click()


def count_of(page):
    return page.get_by_text(re.compile(r"^\d+ of \d+ done$"))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_it_can_be_ticked_without_scripts(checklist):
    """
    The list is whole: each item has a box that a finger can tick, by its words too.
    """
    checklist.get_by_text(ITEM).click()

    assert checklist.get_by_role("checkbox", name=ITEM).is_checked()


def test_a_tick_counts(checklist):
    """
    The progress says how many items were looked at.
    """
    total = checklist.get_by_role("checkbox").count()
    checklist.get_by_role("checkbox", name=ITEM).check()

    expect(count_of(checklist)).to_have_text(f"1 of {total} done")


def test_a_keyboard_ticks(checklist):
    """
    Space ticks the box that has the focus, and Tab goes on to the next thing.
    """
    box = checklist.get_by_role("checkbox", name=ITEM)
    box.focus()
    checklist.keyboard.press("Space")

    assert box.is_checked()


@pytest.mark.browser_context_args(has_touch=True, viewport={"width": 360, "height": 740})
def test_a_finger_ticks_by_touching_the_row(checklist):
    """
    The whole row is the target, not just the box.
    """
    row = checklist.get_by_role("listitem").filter(has_text=ITEM)
    row.tap(position={"x": 200, "y": 30})

    assert checklist.get_by_role("checkbox", name=ITEM).is_checked()


def test_an_item_that_does_not_apply_counts_and_comes_back(checklist):
    """
    "Does not apply" counts as looked at, is said in words, and can be undone.
    """
    skip(checklist, OTHER)
    expect(checklist.get_by_text("1 does not apply", exact=True)).to_be_visible()
    checklist.get_by_role("button", name=f"Undo: {OTHER}").click()

    expect(count_of(checklist)).to_have_text(re.compile("^0 of"))


def test_nothing_is_kept_before_the_parent_says_so(checklist):
    """
    A tick alone leaves nothing behind.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()

    assert [] == checklist.evaluate(WORK)


def test_what_is_kept_on_the_device_is_there_tomorrow(checklist, context, address):
    """
    Tick, keep, close the page, come back: the tick stands, and the page says until when.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()
    checklist.get_by_role("button", name=re.compile("^Keep on this device")).click()
    checklist.close()
    again = context.new_page()
    again.goto(address + LIST)

    expect(again.get_by_role("checkbox", name=ITEM)).to_be_checked()
    expect(again.get_by_role("button", name=re.compile("^Kept until"))).to_be_visible()


def test_saying_no_keeps_nothing_and_is_not_asked_again(checklist):
    """
    After "Don't keep" the question stays closed.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()
    checklist.get_by_role("button", name="Don't keep").click()
    checklist.get_by_role("checkbox", name=OTHER).check()

    expect(checklist.get_by_role("group", name="Keep your checkmarks?")).to_be_hidden()
    assert [] == checklist.evaluate(WORK)


def test_changing_the_mind_takes_kept_ticks_away(checklist):
    """
    Keep, then "Don't keep": nothing of it is left in the browser.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()
    checklist.get_by_role("button", name=re.compile("^Keep on this device")).click()
    checklist.get_by_role("button", name=re.compile("^Kept until")).click()
    checklist.get_by_role("button", name="Don't keep").click()

    assert [] == checklist.evaluate(WORK)


def test_clearing_can_be_undone(checklist):
    """
    "Clear all checks" clears, and "Undo" gives every mark back.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()
    skip(checklist, OTHER)
    checklist.get_by_role("button", name="Clear all checks").click()
    expect(count_of(checklist)).to_have_text(re.compile("^0 of"))
    checklist.get_by_role("button", name="Undo", exact=True).click()

    expect(count_of(checklist)).to_have_text(re.compile("^2 of"))
    expect(checklist.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_the_print_button_prints(checklist):
    """
    One press opens the browser's own print window.
    """
    checklist.evaluate("() => { window.print = () => { window.printed = true } }")
    checklist.get_by_role("button", name="Print this checklist").click()

    assert checklist.evaluate("window.printed")


@pytest.mark.parametrize(
    "kept, sentence",
    [
        ("{not JSON", "be read"),
        ('{"version":2,"parts":{"ticks":{"kept":"2026-11-24","work":{"week-before":"all"}}}}', "be read"),
        ('{"version":99,"parts":{}}', "newer edition"),
    ],
)
def test_kept_work_that_cannot_be_read_is_told_and_left(kept, sentence, checklist):
    """
    A sentence says it, ticking goes on, and what was kept is not lost.
    """
    key = checklist.evaluate("'guide:' + new URL('../', location).pathname + ':work'")
    checklist.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    checklist.reload()
    checklist.get_by_role("checkbox", name=ITEM).check()
    said = checklist.evaluate("key => localStorage.getItem(key)", key)

    assert (kept, True) == (said, checklist.get_by_role("checkbox", name=ITEM).is_checked())
    checklist.reload()
    expect(checklist.get_by_text(re.compile(sentence))).to_be_visible()


def test_ticks_kept_by_the_first_edition_are_still_there(checklist):
    """
    An older edition kept ticks alone, in a form of its own: they stand, and the next tick joins them.
    """
    key = checklist.evaluate("'guide:' + new URL('../', location).pathname + ':work'")
    checklist.evaluate(
        "([key, kept]) => localStorage.setItem(key, kept)", [key, (SAVED / "version-1.json").read_text()]
    )
    checklist.clock.set_fixed_time("2026-11-25T09:00:00")
    checklist.reload()
    expect(checklist.get_by_role("checkbox", name=ITEM)).to_be_checked()
    checklist.get_by_role("checkbox", name=OTHER).check()
    checklist.reload()

    expect(count_of(checklist)).to_have_text(re.compile("^2 of"))


def test_a_browser_that_refuses_to_keep_is_told(checklist):
    """
    With the store full or blocked a sentence says so, and the tick stays on the page.
    """
    checklist.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    checklist.get_by_role("checkbox", name=ITEM).check()
    checklist.get_by_role("button", name=re.compile("^Keep on this device")).click()

    expect(checklist.get_by_text(re.compile("let the guide keep"))).to_be_visible()
    expect(checklist.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_after_a_year_the_parent_is_asked(checklist):
    """
    A year later the ticks are there, and the question if to keep them is open.
    """
    checklist.get_by_role("checkbox", name=ITEM).check()
    checklist.get_by_role("button", name=re.compile("^Keep on this device")).click()
    checklist.evaluate("""() => {
      const key = Object.keys(localStorage).find(key => key.startsWith("guide:"))
      const work = JSON.parse(localStorage.getItem(key))
      work.files[work.open].parts.ticks.kept = "2020-02-29"
      localStorage.setItem(key, JSON.stringify(work))
    }""")
    checklist.reload()

    expect(checklist.get_by_role("checkbox", name=ITEM)).to_be_checked()
    expect(checklist.get_by_text("Your checkmarks are kept until March 1, 2021, but this device says")).to_be_visible()
    checklist.get_by_role("button", name="Don't keep").click()
    assert [] == checklist.evaluate(WORK)
