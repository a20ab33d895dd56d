"""
The site opened from its folder, as from a memory stick.
"""

import pytest


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
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("stay put")
    page.get_by_role("link", name="Words explained").first.wait_for()

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
