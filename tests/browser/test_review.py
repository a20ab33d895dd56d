"""
A draft agreement read point by point: one card a screen, and the list and questions that the answers give.
"""

import re

import pytest
from playwright.sync_api import expect

REVIEW = "checklists/evaluate-the-agreement.html"
START = "Start, point by point"


@pytest.fixture
def review(page, address):
    page.goto(address + REVIEW)
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def heading(page):
    """
    What the card that is shown asks of the draft.
    """
    return page.locator("#review-point")


def answer(page, *names):
    """
    Answer a card after the other; each answer leads on.
    """
    for name in names:
        asked = heading(page).inner_text()
        press(page, name)
        expect(page.get_by_role("heading", name=asked, exact=True)).to_have_count(0)


def point(page, number):
    """
    A point of the list by its place, from 0.
    """
    return page.get_by_role("listitem", include_hidden=True).filter(has=page.locator("[type=checkbox]")).nth(number)


def asks(page, number):
    """
    The question that a point ends in.
    """
    line = point(page, number).get_by_role("listitem", include_hidden=True).filter(has_text=re.compile("^Ask:"))
    return re.sub(r"^Ask:\s*", "", line.text_content())


def title(page, number):
    return point(page, number).locator("strong").first.text_content()


def questions(page):
    return page.get_by_role("region", name="Your questions for the room").get_by_role("listitem").all_inner_texts()


def group(page, name):
    """
    The points of a group of the list, after opening it.
    """
    rows = page.get_by_role("group").filter(has_text=name)
    if rows.get_attribute("open") is None:
        rows.get_by_text(name).click()
    return rows.get_by_role("button").all_inner_texts()


def show_list(page):
    press(page, "Close")
    page.get_by_role("button", name=re.compile("^See all the points")).click()
    expect(page.get_by_role("heading", name="What your draft says")).to_be_focused()


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
    expect(review.get_by_role("button", name=START)).to_have_count(0)


def test_on_paper_nothing_is_folded(review):
    """
    A printed point has its words and its question, and nothing to open.
    """
    review.emulate_media(media="print")

    expect(point(review, 0).get_by_text(re.compile("^Ask:"))).to_be_visible()
    expect(review.get_by_text("Better words", exact=True).first).to_be_hidden()


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844})
def test_the_tool_begins_in_the_first_screen_and_each_card_fits_one(review):
    """
    The page is three screens long at most, its button is in the first; no card scrolls, and each has its answers in view.
    """
    screens = "document.documentElement.scrollHeight / innerHeight"
    expect(review.get_by_role("button", name=START)).to_be_in_viewport(ratio=1)
    assert review.evaluate(screens) <= 3
    count = review.locator("guide-checklist [type=checkbox]").count()
    press(review, START)
    tall = []
    for number in range(1, count + 1):
        expect(review.get_by_text(f"{number} of {count}", exact=True)).to_be_visible()
        expect(review.get_by_role("button", name="Not sure", exact=True)).to_be_in_viewport(ratio=1)
        if review.evaluate(screens) > 1:
            tall.append(number)
        press(review, "Says it")

    expect(review.get_by_text("A lawyer can read it before you sign.")).to_be_visible()
    assert [] == tall


def test_what_a_card_shows(review):
    """
    The point's question with the focus on it, one sentence why, the first weak and better words, and the question to ask;
    the page around it is away.
    """
    press(review, START)
    answer(review, "Says it", "Says it", "Says it")
    card = review.get_by_role("region", name=title(review, 3))

    expect(heading(card)).to_be_focused()
    expect(review.get_by_text("4 of ", exact=False).first).to_be_visible()
    expect(card.get_by_text("can mean zero.")).to_be_visible()
    expect(card.get_by_text("A strong agreement says how much.")).to_be_hidden()
    assert ["Weak", "Better"] == [line.split(":")[0] for line in card.get_by_role("listitem").all_inner_texts()]
    expect(card.get_by_text(asks(review, 3), exact=True)).to_be_visible()
    card.get_by_text("More on this").click()
    expect(card.get_by_text("A strong agreement says how much.")).to_be_visible()
    assert 6 == card.get_by_role("listitem").count()
    expect(review.get_by_role("heading", name="Sources")).to_be_hidden()
    expect(review.get_by_role("contentinfo")).to_be_hidden()


def test_the_list_has_what_is_given_up_and_missing_first(review):
    """
    Given up, not said, not sure; what the draft says and what does not fit are closed. The caution stands above, and no score.
    """
    titles = [title(review, number) for number in range(review.locator("guide-checklist [type=checkbox]").count())]
    gives_up = point(review, 0).page.locator("[data-gives]").first.locator("strong").first.text_content()
    press(review, START)
    answer(review, "Says it", "Doesn't", "Not sure", "This point doesn't fit us")
    while heading(review).inner_text() != gives_up:
        answer(review, "Says it")
    answer(review, "Doesn't")
    show_list(review)
    shown = review.get_by_role("region", name="What your draft says").get_by_role("button")

    assert [gives_up, titles[1], titles[2]] == shown.all_inner_texts()[1:]
    assert [titles[1]] == group(review, "Not said (1)")
    assert [titles[3]] == group(review, "Doesn't fit us (1)")
    assert titles[0] in group(review, "Says it")
    expect(review.get_by_text("That can't tell you if it's a good deal.")).to_be_visible()
    assert not re.search(r"\d+ ?%|out of", review.get_by_role("main").inner_text())


def test_what_is_open_becomes_questions(review):
    """
    They stand in the order of the list; a point that is changed from the list to "says it" leaves them.
    """
    press(review, START)
    answer(review, "Doesn't", "Says it", "Not sure")
    show_list(review)
    press(review, "My questions (2)")
    assert [asks(review, 0), asks(review, 2)] == questions(review)
    press(review, "Back")
    press(review, title(review, 0))
    expect(review.get_by_role("button", name="Doesn't", exact=True)).to_have_attribute("aria-pressed", "true")
    press(review, "Says it")
    press(review, "My question (1)")

    assert [asks(review, 2)] == questions(review)


def test_in_the_room_only_the_five_that_matter_are_asked(review):
    """
    They are named in the row, and after the last one comes the list.
    """
    names = [point.get_attribute("data-room") for point in review.locator("[data-room]").all()]
    row = review.get_by_role("button", name=re.compile("^In the room"))
    expect(row).to_contain_text(" · ".join(names))
    row.click()
    for number in range(1, 6):
        expect(review.get_by_text(f"{number} of 5", exact=True)).to_be_visible()
        press(review, "Not sure")

    assert 5 == len(names) == len(group(review, "Not sure (5)"))


def test_only_an_answer_ticks(review):
    """
    Looking at a point marks nothing; an answer does, once. What does not fit counts as looked at, too.
    """
    press(review, START)
    press(review, "Close")
    expect(review.get_by_role("button", name=START)).to_be_focused()
    press(review, START)
    answer(review, "Doesn't", "This point doesn't fit us")
    press(review, "Back")
    press(review, "Back")
    answer(review, "Not sure")
    press(review, "Close")

    expect(review.get_by_text(re.compile(r"^2 of \d+ done$")).filter(visible=True)).to_have_count(1)
    expect(review.get_by_role("button", name="Go on with point 3")).to_be_focused()
    assert ["done", "not-needed", None] == [point(review, n).get_attribute("data-state") or None for n in range(3)]


def test_the_browsers_back_leads_to_the_card_before(review):
    """
    Its answer is still there, and Back from the first card leads to the start; Forward leads on again.
    """
    press(review, START)
    answer(review, "Doesn't")
    review.go_back()
    expect(review.get_by_role("heading", name=title(review, 0))).to_be_focused()
    expect(review.get_by_role("button", name="Doesn't", exact=True)).to_have_attribute("aria-pressed", "true")
    press(review, "Next point")
    expect(review.get_by_role("heading", name=title(review, 1))).to_be_focused()
    review.go_back()
    review.go_back()
    expect(review.get_by_role("button", name="Go on with point 2")).to_be_visible()
    review.go_forward()

    expect(review.get_by_role("heading", name=title(review, 0))).to_be_visible()


def test_a_review_can_be_done_with_the_keyboard_alone(review):
    """
    Tab and Enter answer three points and come to the questions.
    """
    review.get_by_role("button", name=START).focus()
    review.keyboard.press("Enter")
    for number, tabs in enumerate((2, 3, 2)):
        expect(review.get_by_role("heading", name=title(review, number))).to_be_focused()
        # The mark of a source may come first.
        while review.evaluate("!document.activeElement.dataset.answer"):
            review.keyboard.press("Tab")
        for _ in range(tabs - 1):
            review.keyboard.press("Tab")
        review.keyboard.press("Enter")
    show_list(review)
    review.keyboard.press("Tab")
    review.keyboard.press("Enter")

    expect(review.get_by_role("heading", name="Your questions for the room")).to_be_focused()
    assert [asks(review, n) for n in (0, 2, 1)] == questions(review)


def test_the_questions_are_printed_alone_and_large(review):
    """
    On paper: the questions, and nothing of the list; afterwards the page prints as before.
    """
    press(review, START)
    answer(review, "Doesn't")
    show_list(review)
    press(review, "My question (1)")
    review.evaluate("() => { window.print = () => { window.printed = document.documentElement.dataset.print } }")
    press(review, "Print, large")
    review.emulate_media(media="print")

    assert "questions" == review.evaluate("window.printed")
    expect(review.get_by_role("heading", name="Your questions for the room")).to_be_visible()
    assert 19 < float(
        review.get_by_role("region", name="Your questions")
        .get_by_role("listitem")
        .evaluate("row => getComputedStyle(row).fontSize.slice(0, -2)")
    )
    expect(review.locator("guide-checklist")).to_be_hidden()
    expect(review.get_by_role("heading", name="Sources")).to_be_hidden()
    assert 0 == review.get_by_role("button").filter(visible=True).count()
    review.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(review.get_by_role("checkbox").first).to_be_visible()


def test_the_answers_are_kept_nowhere(review):
    """
    They are about the talks of the day: a reload forgets them, and the browser holds only that the point was looked at.
    """
    press(review, START)
    answer(review, "Doesn't")
    press(review, "Close")
    review.get_by_role("button", name=re.compile("^Keep on this device")).click()
    text = review.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    review.reload()
    press(review, "Go on with point 2")
    show_list(review)

    assert '"evaluate-the-agreement":{"take-time":"done"}' in text.replace("\\", "")
    assert "no" not in re.findall(r'"take-time\W+(\w+)', text)
    expect(review.get_by_text("Looked at before (1). Answers aren't kept")).to_be_visible()
    expect(review.get_by_role("button", name=re.compile("^My question"))).to_have_count(0)


def test_without_a_connection_the_points_show_as_a_list(review):
    """
    Where the cards cannot be loaded, a sentence says so, and each point can be read and ticked.
    """
    review.route("**/*.later.*", lambda route: route.abort())
    press(review, START)

    expect(review.get_by_role("status").filter(has_text="This part didn't load")).to_be_visible()
    expect(review.get_by_role("checkbox").first).to_be_visible()


def test_a_review_works_from_a_folder(site, page, complaints):
    """
    Without a server the questions are made, too.
    """
    page.goto(f"{site.as_uri()}/{REVIEW}")
    press(page, START)
    answer(page, "Doesn't")
    show_list(page)
    press(page, "My question (1)")

    assert ([asks(page, 0)], []) == (questions(page), complaints)
