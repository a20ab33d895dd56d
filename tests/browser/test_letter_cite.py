"""
A letter names a paper of the family's own file, where the caret stands.
"""

import pytest
from playwright.sync_api import expect

from family import PAPERS, file_work, put
from filled import LETTERS
from letter_form import field

LETTER = LETTERS["child-complaint"]
FACTS = "What happened"


@pytest.fixture
def facts(page, address):
    """
    The field for what happened, in a letter of a family with two papers on its list.
    """
    page.goto(address + LETTER)
    put(page, file=file_work())
    return field(page, FACTS)


def press(facts, name: str):
    row(facts).get_by_role("button", name=name, exact=True).click()


def row(facts):
    """
    What stands with the field.
    """
    return facts.locator("..")


def cite(facts, paper: str, number: str = ""):
    press(facts, "Cite a paper")
    choice = row(facts).get_by_label("Which paper shows it?")
    expect(choice).to_be_focused()
    choice.select_option(paper)
    row(facts).get_by_label("Page, if you like").fill(number)
    press(facts, "Put it in")


def test_a_family_without_papers_is_asked_nothing(page, address):
    """
    The button is only there for a family with papers on its list, and only at fields for facts.
    """
    page.goto(address + LETTER)
    put(page, file=file_work(papers=[]))
    field(page, FACTS).focus()

    expect(page.get_by_role("button", name="Cite a paper")).to_have_count(0)
    put(page, file=file_work(papers=[*PAPERS, "no paper", {"number": "four"}]))
    field(page, FACTS).focus()
    button = row(field(page, FACTS)).get_by_role("button", name="Cite a paper")
    expect(button).to_have_accessible_description(FACTS)
    expect(row(field(page, "What would make it right")).get_by_role("button", name="Cite a paper")).to_have_count(0)


def test_a_paper_is_put_where_the_caret_stands(page, facts):
    """
    Before the full stop of the sentence, or between its words; the field has the focus again, and the letter the words.
    """
    facts.fill("No speech in October.")
    cite(facts, "2: Notice of Action", "3")
    expect(facts).to_have_value("No speech in October (paper 2, page 3).")
    expect(facts).to_be_focused()
    expect(page.locator("guide-letter").get_by_role("region")).to_contain_text("October (paper 2, page 3).")
    facts.evaluate("input => input.setSelectionRange(9, 9)")
    cite(facts, "1: IEP")

    expect(facts).to_have_value("No speech (paper 1) in October (paper 2, page 3).")
    expect(row(facts).get_by_label("Which paper shows it?")).to_be_hidden()


def test_what_is_typed_for_a_citation_stays_out_of_the_letter(page, facts):
    """
    A page typed and not put in is in nothing that is kept.
    """
    facts.fill("No speech.")
    press(facts, "Cite a paper")
    row(facts).get_by_label("Page, if you like").fill("77")
    press(facts, "Cite a paper")

    expect(row(facts).get_by_label("Which paper shows it?")).to_be_hidden()
    assert "77" not in page.evaluate("JSON.stringify(document.querySelector('guide-letter').work.answers.work)")
