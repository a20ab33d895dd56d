"""
A whole letter with keys alone: from its page through all of its screens to the file, and back.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from chromium import SIZES
from filled import LETTERS
from letter_keys import Keys


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_a_whole_letter_is_written_with_keys_alone(size, page, address):
    """
    Tab, Enter, Space and what is typed lead from the page to the Word file and back to the page; the focus is never lost,
    and never behind a bar.
    """
    page.set_viewport_size(SIZES[size])
    page.goto(address + LETTERS["mediation-request"])
    keys = Keys(page)
    keys.write_letter()
    keys.go_to("Word file")
    with page.expect_download() as file:
        page.keyboard.press("Enter")
    assert Path(file.value.path()).read_bytes().startswith(b"PK")
    expect(page.get_by_text("mediation-request.docx")).to_be_visible()
    keys.go_to("When it\u2019s on its way")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Keep a copy, and save the receipt or reply.")).to_be_visible()
    keys.go_to("Back")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 blank is still open")).to_be_focused()
    keys.go_to("Close")
    page.keyboard.press("Enter")
    keys.go_to("Only until this tab closes")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Go on with my letter")).to_be_focused()
    assert [] == keys.faults
