"""
Two children are two files, with the Back button, in a browser that brings pages back whole.
"""

import pytest
from playwright.sync_api import expect

from kept_work import (
    ANA,
    ITEM,
    LIST,
    REQUEST,
    SAM,
    SAVED,
    START,
    WAY,
    back,
    children,
    field,
    go,
    keep,
    open_file,
    press,
)


@pytest.fixture(scope="module")
def browser(whole_browser):
    """
    The whole browser, with its back-forward cache.
    """
    return whole_browser


def test_answers_of_the_helper_are_no_answers_of_another_child(sam):
    """
    They outlive a reload, but not a change of the child.
    """
    go(sam, "which-route.html")
    helper = sam.locator("guide-route-helper")
    helper.get_by_role("button", name="None of these").click()
    helper.get_by_role("button", name="A 504 plan").click()
    expect(helper.get_by_text("Your answers so far")).to_be_visible()
    go(sam, SAVED)
    assert 1 == len([key for key in sam.evaluate("Object.keys(sessionStorage)") if key.endswith(":helper")])
    press(sam, START)

    assert [] == [key for key in sam.evaluate("Object.keys(sessionStorage)") if key.endswith(":helper")]
    sam.go_back()
    expect(helper.get_by_text("Your answers so far")).to_have_count(0)


def test_a_page_that_comes_back_whole_shows_the_child_that_was_opened_since(two):
    """
    Ana's letter and tracker, Sam opened, Back: they are Sam's, and the list that was cleared can't be brought back into his.
    """
    go(two, LIST)
    two.get_by_role("checkbox", name=ITEM).check()
    keep(two)
    press(two, "Clear all checks")
    go(two, SAVED)
    open_file(two, SAM)
    two.go_back(wait_until="commit")
    expect(two.get_by_text("In Sam's file.")).to_be_visible()
    expect(two.get_by_role("button", name="Undo", exact=True)).to_have_count(0)
    two.go_back(wait_until="commit")

    expect(field(two, "Child's name")).to_have_value(SAM)
    expect(field(two, WAY)).to_have_value("by fax")


def test_words_not_kept_stay_with_their_child_after_back(two, context):
    """
    A phone asked nothing: words typed for Ana in a letter of hers that isn't kept are still there after Sam's file was opened,
    and go into hers.
    """
    context.add_init_script("addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)")
    go(two, SAVED)
    press(two, START)
    go(two, REQUEST)
    field(two, "Child's name").fill("Third")
    two.evaluate("path => { location.href = new URL('../' + path, location) }", SAVED)
    two.wait_for_url(f"**/{SAVED}")
    open_file(two, SAM)
    back(two, REQUEST)
    expect(field(two, "Child's name")).to_have_value("Third")
    expect(two.get_by_text("In Child 3's file.")).to_be_visible()
    keep(two)

    assert {SAM: {"delivery-way": "by fax"}, ANA: {}, "Third": {}} == children(two)
