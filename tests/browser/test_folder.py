"""
The site opened from its folder, as from a memory stick.
"""

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from filled import LETTERS, pdf_text, taken_along, word_text
from letter_form import choice, field, leave
from serving import serving


@pytest.fixture
def folder(site) -> str:
    return site.as_uri() + "/"


def test_a_parent_reads_on_from_page_to_page(page, folder, complaints):
    """
    Links between pages work without a server, and the policy stops nothing.
    """
    page.goto(folder + "index.html")
    page.get_by_role("link", name="What should I do now?").first.click()

    assert ("What should I do now?", []) == (page.get_by_role("heading", level=1).inner_text(), complaints)


def test_search_finds_without_a_server(page, folder, complaints):
    """
    The index is read as a script, and an answer appears.
    """
    page.goto(folder + "about/privacy.html")
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("stay put")
    page.get_by_role("link", name="Keep the placement the same").first.wait_for()

    assert [] == complaints


def test_ticks_are_remembered_without_a_server(page, folder):
    """
    What a parent keeps on the device is there when the page is opened again.
    """
    page.goto(folder + "checklists/week-before.html")
    page.get_by_role("checkbox", name="Send the names of your helpers").check()
    page.get_by_role("button", name="Keep on this device").click()
    page.reload()

    assert page.get_by_role("checkbox", name="Send the names of your helpers").is_checked()


def journey(page, home: str, tmp_path: Path):
    """
    Fill in two letters with shared names, take the second along, save the work, erase it, open it again.
    """
    page.goto(home + LETTERS["mediation-request"])
    field(page, "Child's name").fill("Sam Example")
    field(page, "Points you disagree about").fill("Speech therapy\nThe bus")
    leave(page)
    page.get_by_role("link", name="Invite the district to mediate").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Keep on this device")).click()
    page.wait_for_url("**/mediation-invite-district.html")
    field(page, "Person you're writing to").fill("Alex Sample")
    with page.expect_download() as word:
        page.get_by_role("button", name="Word file").click()
    word.value.save_as(tmp_path / "letter.docx")
    paper = " ".join(pdf_text(page.pdf(prefer_css_page_size=True)).split())
    page.goto(home + "track/saved-work.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my work to a file").click()
    saved.value.save_as(tmp_path / "work.json")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase it").click()
    page.get_by_label("Choose the file").set_input_files(tmp_path / "work.json")
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    page.goto(home + LETTERS["mediation-request"])
    expect(field(page, "Child's name")).to_have_value("Sam Example")
    for words in (" ".join(word_text(Document(tmp_path / "letter.docx")).split()), paper):
        assert "Dear Alex Sample," in words and "Sam Example is in" in words and "The bus" in words


def test_the_whole_way_of_a_letter_from_a_folder(page, folder, tmp_path, complaints):
    """
    Two letters, Word, paper, saved work: all of it without a server.
    """
    journey(page, folder, tmp_path)

    assert [] == complaints


def test_the_whole_way_of_a_letter_from_a_server(page, address, tmp_path, complaints):
    """
    The same from the site.
    """
    journey(page, address, tmp_path)

    assert [] == complaints


def test_a_letter_is_finished_after_the_server_stops(page, site, tmp_path):
    """
    Once a parent began to type, every way to take the letter along works with no server.
    """
    with serving(site) as home:
        page.goto(home + LETTERS["mediation-request"])
        # The first letter typed asks for the blank Word file, the last thing that the page loads.
        with page.expect_request_finished(lambda request: request.url.endswith(".docx.js")):
            field(page, "Child's name").fill("Sam Example")
    choice(page, "online or by phone").check()

    for words in taken_along(page, tmp_path):
        # On paper a line may end within a name.
        assert "Sam Example" in (told := " ".join(words.split())) and "online or by phone" in told
