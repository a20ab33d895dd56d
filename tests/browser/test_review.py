"""
A draft agreement judged point by point, and the questions it gives.
"""

import re

import pytest
from playwright.sync_api import expect

REVIEW = "checklists/evaluate-the-agreement.html"


@pytest.fixture
def review(page, address):
    page.goto(address + REVIEW)
    return page


def point(page, number):
    """
    A point of the review by its place, from 0.
    """
    return page.get_by_role("listitem").filter(has=page.get_by_role("checkbox")).nth(number)


def answer(page, number, name):
    point(page, number).get_by_role("radio", name=name).check()


def asks(page, number):
    """
    The question that a point ends in.
    """
    line = point(page, number).get_by_role("listitem", include_hidden=True).filter(has_text=re.compile("^Ask:"))
    return re.sub(r"^Ask:\s*", "", line.text_content())


def questions(page):
    return page.get_by_role("region", name="Your questions for the session").get_by_role("listitem").all_inner_texts()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_each_point_has_its_words_and_its_question(review):
    """
    Weak words, better words and the question are folded below the point, which can be ticked.
    """
    expect(point(review, 0).get_by_text(re.compile("^Ask:"))).to_be_hidden()
    point(review, 0).get_by_text("Better words").click()
    expect(point(review, 0).get_by_text(re.compile("^Ask:"))).to_be_visible()
    assert review.get_by_text(re.compile("^Weak:")).count() > 3
    assert review.get_by_text(re.compile("^Better:")).count() > 3
    assert review.get_by_role("checkbox").count() == review.get_by_text(re.compile("^Ask:")).count()
    expect(review.get_by_role("radio")).to_have_count(0)


def test_on_paper_nothing_is_folded(review):
    """
    A printed point has its words and its question, opened or not, and nothing to open.
    """
    review.emulate_media(media="print")

    expect(point(review, 0).get_by_text(re.compile("^Ask:"))).to_be_visible()
    expect(review.get_by_text("Better words", exact=True).first).to_be_hidden()


def test_no_and_ask_become_questions_and_yes_does_not(review):
    """
    The list holds, in the order of the points, the question of each point that is no clear yes; one changed to yes goes.
    """
    answer(review, 2, "Ask about it")
    answer(review, 0, "No")
    answer(review, 1, "Yes, clear")
    assert [asks(review, 0), asks(review, 2)] == questions(review)
    answer(review, 0, "Yes, clear")

    assert [asks(review, 2)] == questions(review)


def test_before_any_answer_a_sentence_says_how(review):
    """
    No empty list and no button for nothing.
    """
    expect(review.get_by_text("Answer the points above.")).to_be_visible()
    expect(review.get_by_role("button", name="Print my questions")).to_be_hidden()


def test_an_answered_point_was_looked_at(review):
    """
    The count of points goes on with the first answer, and not again with the second.
    """
    answer(review, 0, "No")
    answer(review, 0, "Ask about it")

    expect(point(review, 0).get_by_role("checkbox")).to_be_checked()
    expect(review.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()


def test_each_group_of_answers_says_which_point_it_is_about(review):
    """
    Who hears the page knows the point when hearing the answers, and the arrows stay within it.
    """
    title = review.get_by_role("checkbox").nth(1).evaluate("box => box.labels[0].textContent")
    group = point(review, 1).get_by_role("group", name=f"What does the draft say? {title}")
    group.get_by_role("radio", name="Yes, clear").focus()
    review.keyboard.press("Space")
    review.keyboard.press("ArrowDown")

    expect(group.get_by_role("radio", name="No", exact=True)).to_be_checked()
    assert [asks(review, 1)] == questions(review)


def test_the_questions_are_printed_alone(review):
    """
    On paper: the questions, and nothing of the list; afterwards the page prints as before.
    """
    answer(review, 0, "No")
    review.evaluate("() => { window.print = () => { window.printed = document.documentElement.dataset.print } }")
    review.get_by_role("button", name="Print my questions").click()
    review.emulate_media(media="print")

    assert "questions" == review.evaluate("window.printed")
    expect(review.get_by_role("heading", name="Your questions for the session")).to_be_visible()
    expect(review.get_by_role("checkbox").first).to_be_hidden()
    expect(review.get_by_role("heading", name="Sources")).to_be_hidden()
    assert 0 == review.get_by_role("button").filter(visible=True).count()
    review.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(review.get_by_role("checkbox").first).to_be_visible()


def test_the_answers_are_kept_nowhere(review):
    """
    They are about the talks of the day: a reload forgets them, and the browser holds none.
    """
    answer(review, 0, "No")
    review.get_by_role("button", name=re.compile("^Keep on this device")).click()
    text = review.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    review.reload()

    assert "answer" not in text
    assert [] == questions(review)


def test_a_review_works_from_a_folder(site, page, complaints):
    """
    Without a server the questions are made, too.
    """
    page.goto(f"{site.as_uri()}/{REVIEW}")
    answer(page, 0, "No")

    assert ([asks(page, 0)], []) == (questions(page), complaints)
