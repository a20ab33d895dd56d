"""
The packet of a family's file for tests: as its page has it, as data, and as it is printed.
"""

import json
import re
from pathlib import Path

import pypdfium2
from playwright.sync_api import expect

from family import press


def download(page, name: str) -> bytes:
    with page.expect_download() as file:
        press(page, name)
    return Path(file.value.path()).read_bytes()


def tab(page, name: str):
    page.get_by_role("tab", name=name).click()


def packet(page) -> tuple[str, dict, list[str]]:
    """
    Return the packet as its page has it, as data, and the words of each printed page.
    """
    tab(page, "Packet")
    page.evaluate("window.print = () => document.documentElement.setAttribute('data-printing', '')")
    press(page, "Print 2 pages, or save as PDF")
    expect(page.locator("html[data-printing]")).to_be_attached()
    with pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True)) as file:
        pages = [sheet.get_textpage().get_text_bounded() for sheet in file]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    data = json.loads(download(page, "Save as data, for a helper's program"))
    return page.locator(".guide-packet").text_content(), data, pages


def words_of(block: dict) -> list[str]:
    """
    Return the words of a block of the packet, in the order in which they are read.
    """
    cells = [cell for row in [block.get("head", []), *block.get("rows", [])] for cell in row]
    dates = [str(row["what"]) for row in block.get("dates", [])]
    return [*filter(None, [block.get("title"), block.get("text"), *block.get("items", []), *cells, *dates])]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe\x02-]+", "", text)
