"""
A draft agreement, pasted or opened in its review: weak words marked in place, points beside it, questions, and its promises.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from barriers import barriers
from opened_papers import PAPERS

REVIEW = "checklists/evaluate-the-agreement.html"
DRAFTS = PAPERS / "agreements"
CANARY = "Zyxwvutsquatch"
DRAFT = """MEDIATION AGREEMENT (DRAFT)

1. Kim Sample, speech therapist, will give Sam speech therapy, 30 minutes, twice a week, from January 11, 2027, to May 21, 2027.

2. Sam will have an aide as needed.

3. The Parent releases the District from any and all claims, known and unknown.
"""
SOUND = "Kim Sample, speech therapist, will give Sam speech therapy, 30 minutes, twice a week, from January 11, 2027, to May 21, 2027.\n"


@pytest.fixture
def review(tab):
    return tab(REVIEW)


def paste(page, text: str):
    """
    Paste a draft and have it read.
    """
    page.get_by_role("button", name="Paste or open the draft").click()
    page.get_by_label("Paste the words here").fill(text)
    page.get_by_role("button", name="Read it", exact=True).click()
    expect(page.get_by_role("heading", name="Your draft, marked")).to_be_focused()


def mark(page, words: str):
    return page.locator(".guide-draft__mark").filter(has_text=words)


def test_a_draft_becomes_questions_and_once_signed_its_promises_are_tracked(review):
    """
    Marked words say why and what is better; what is given up leads to a lawyer; the questions print; a confirmed promise
    stands in the tracker with its fields.
    """
    paste(review, DRAFT)
    expect(review.get_by_text("We only look for words.").filter(visible=True)).to_have_count(1)
    mark(review, "as needed").click()
    note = review.locator(".guide-draft__card[data-open]")
    expect(note).to_contain_text("Nobody can count it.")
    note.get_by_role("button", name="Ask for this").click()

    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    given = review.get_by_role("group").filter(has_text="Look closely")
    expect(given).to_contain_text("Show this to a lawyer before you sign.")
    expect(given).to_contain_text("The Parent releases the District from any and all claims, known and unknown.")
    review.get_by_role("button", name="My question (1)").click()
    expect(review.get_by_role("heading", name="Your questions for the room")).to_be_focused()
    expect(review.get_by_role("listitem").filter(has_text="Can “as needed” say something like")).to_be_visible()

    review.go_back()
    review.get_by_role("button", name=re.compile("^Signed?")).click()
    speech = (
        review.get_by_role("listitem")
        .filter(has=review.get_by_role("checkbox"))
        .filter(has_text="30 minutes, twice a week")
    )
    speech.get_by_role("checkbox").check()
    review.get_by_role("button", name="Track 1 promise").click()
    review.get_by_role("link", name="See them in the tracker").click()

    expect(review.locator("guide-tracker")).to_contain_text("speech therapy")
    kept = json.loads(review.evaluate("() => JSON.stringify(guide.store.read('tracker').promises)"))
    assert [("week", "30", "2", "2027-01-11", "2027-05-21")] == [
        tuple(one[name] for name in ("kind", "minutes", "times", "from", "until")) for one in kept
    ]


def test_a_promise_without_a_name_or_a_first_day_is_off_until_that_is_added(review):
    """
    What the paper does not say stays empty until a parent adds it.
    """
    paste(review, DRAFT)
    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    review.get_by_role("button", name=re.compile("^Signed?")).click()
    aide = review.get_by_role("listitem").filter(has=review.get_by_role("checkbox")).filter(has_text="aide as needed")
    expect(aide).to_contain_text("Nobody is named.")
    expect(aide.get_by_role("checkbox")).to_be_disabled()

    aide.get_by_label("Who will do it?").fill("Lee Sample")
    for day in aide.locator("input[type=date]").filter(visible=True).all():
        day.fill("2027-01-11")

    expect(aide.get_by_role("checkbox")).to_be_enabled()
    expect(aide.get_by_role("checkbox")).not_to_be_checked()


def test_marks_follow_what_is_typed(review):
    """
    A word that is taken out of the text loses its mark; one that is added gets one.
    """
    paste(review, DRAFT)
    expect(mark(review, "as needed")).to_be_visible()
    review.get_by_text("Change the text").click()
    review.get_by_label("The marks follow as you type.").fill(
        DRAFT.replace("as needed", "for ten minutes each day") + "\n4. The District will consider a bus.\n"
    )

    expect(mark(review, "as needed")).to_have_count(0)
    expect(mark(review, "will consider")).to_be_visible()


def test_a_draft_without_weak_words_is_not_called_good(review):
    paste(review, SOUND)

    expect(review.get_by_text("No weak words from our list. That doesn't make it a good deal.")).to_be_visible()
    expect(review.locator(".guide-draft__mark")).to_have_count(0)


def test_points_that_are_not_found_become_questions_in_one_tap(review):
    """
    All points that the draft doesn't say are put into the questions, and marked as looked at.
    """
    paste(review, DRAFT)
    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    group = review.get_by_role("group").filter(has_text=re.compile("^Not found"))
    count = int(re.search(r"\((\d+)\)", group.locator("summary").inner_text())[1])
    group.get_by_role("button", name="Put all of these in my questions").click()

    expect(review.get_by_role("button", name=f"My questions ({count})").filter(visible=True)).to_be_visible()


def test_all_points_of_a_group_become_questions_without_a_mark_on_another(review):
    """
    The tap that puts a group into the questions answers no point that stood on a card before.
    """
    problems = []
    review.on("pageerror", lambda problem: problems.append(problem))
    paste(review, DRAFT)
    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    review.get_by_role("button", name="Put all of these in my questions").first.click()
    expect(review.get_by_role("button", name="They're in your questions").first).to_be_visible()

    expect(
        review.get_by_role("heading", name="What your draft says, and what it doesn't").filter(visible=True)
    ).to_have_count(1)
    assert [] == problems


def test_questions_are_read_aloud_and_copied(review):
    """
    The device's own voice says each question until it is stopped or left; copying says that it is done.
    """
    review.evaluate(
        """() => {
          window.said = []
          const voice = Object.getPrototypeOf(speechSynthesis)
          voice.speak = part => said.push(part.text)
          voice.cancel = () => said.push("stopped")
          navigator.clipboard.writeText = async text => { window.copied = text }
        }"""
    )
    paste(review, DRAFT)
    mark(review, "as needed").click()
    review.locator(".guide-draft__card[data-open]").get_by_role("button", name="Ask for this").click()
    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    review.get_by_role("button", name="My question (1)").filter(visible=True).click()
    question = review.get_by_role("region", name="Your questions for the room").get_by_role("listitem").inner_text()

    review.get_by_role("button", name="Read them to me").click()
    assert question == review.evaluate("() => said.at(-1)")
    review.get_by_role("button", name="Stop reading").click()
    expect(review.get_by_role("button", name="Read them to me")).to_be_visible()
    assert "stopped" == review.evaluate("() => said.at(-1)")
    review.get_by_role("button", name="Copy the questions").click()
    expect(review.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert f"1. {question}" == review.evaluate("() => copied")

    review.get_by_role("button", name="Read them to me").click()
    review.go_back()
    expect(review.get_by_role("button", name="My question (1)").filter(visible=True)).to_be_visible()
    assert "stopped" == review.evaluate("() => said.at(-1)")


def test_no_word_of_a_draft_leaves_the_page(review, asked):
    """
    A canary in each open draft: in no request, store, address, title or history, and gone once the page is left.
    """
    for file in sorted(DRAFTS.glob("*.txt")):
        if review.get_by_role("button", name="Close", exact=True).filter(visible=True).count():
            review.get_by_role("button", name="Close", exact=True).filter(visible=True).click()
            expect(
                review.get_by_role("button", name="Start, point by point").or_(
                    review.get_by_role("button", name="Read it")
                )
            ).not_to_have_count(0)
        text = file.read_text(encoding="utf-8")
        field = review.get_by_label("Paste the words here").filter(visible=True)
        if not field.count():
            review.get_by_role("button", name="Paste or open the draft").click()
        field.fill(f"{text[:200]}\n{CANARY}\n{text[200:]}")
        review.get_by_role("button", name="Read it", exact=True).click()
        expect(review.get_by_role("heading", name="Your draft, marked")).to_be_visible()
    held = review.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, document.title, history.state])"
    )

    assert (False, []) == (CANARY in held, [one for one in asked if CANARY in one])


def test_a_marked_draft_has_no_barriers(review):
    """
    The marked draft with a note open, the points, and the promises.
    """
    paste(review, DRAFT)
    mark(review, "as needed").click()
    found = barriers(review, "guide-review")
    review.get_by_role("button", name=re.compile("^Next: points not found")).click()
    found += barriers(review, "guide-review")
    review.get_by_role("button", name=re.compile("^Signed?")).click()

    assert [] == found + barriers(review, "guide-review")


def test_a_note_opens_from_the_keyboard(review):
    paste(review, DRAFT)
    mark(review, "as needed").focus()
    review.keyboard.press("Enter")

    expect(review.locator(".guide-draft__card[data-open]")).to_contain_text("as needed")
