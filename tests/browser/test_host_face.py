"""
The people behind a copy: a line, a card, who read it, and a sheet for a caller. Where the host gave nothing, nothing.
"""

import re

import pypdfium2
from playwright.sync_api import expect

from barriers import barriers

PHONE = "555-555-0112"


def test_a_host_with_a_phone_is_on_every_page(page, edition_address):
    """
    Its name and phone below the head, at the end when it answers, and who of the trade read the pages.
    """
    page.goto(edition_address + "index.html")
    line = page.locator("header").get_by_text("with Ozawa Parents' Line")
    expect(line).to_be_visible()
    expect(page.locator("header").get_by_role("link", name=PHONE)).to_have_attribute("href", f"tel:{PHONE}")

    card = page.get_by_role("complementary")
    expect(card.get_by_role("heading", name="Want to talk it over?")).to_be_visible()
    expect(card.get_by_text("Ozawa Parents' Line, Tuesdays, 9 to noon")).to_be_visible()
    expect(card.get_by_text("Read by Alex Example, attorney, in October 2026.")).to_be_visible()
    assert [] == barriers(page)


def test_a_page_is_mailed_to_a_caller(page, edition_address):
    """
    One press prints the page with the host's phone and the day on top, without sources; the page is as before then.
    """
    page.clock.set_fixed_time("2026-11-25T10:00:00")
    page.goto(edition_address + "index.html")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Mail this to a caller").click()
    with pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True)) as file:
        text = file[0].get_textpage().get_text_bounded()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert f"Ozawa Parents' Line, {PHONE}. November 25, 2026" in text.replace("’", "'")
    assert "Want to talk it over?" not in text
    expect(page.get_by_text(re.compile("November 25, 2026"))).to_have_count(0)


def test_a_host_without_a_phone_has_no_face(page, address):
    """
    No line, no card, no gap, and nothing loaded for it.
    """
    page.goto(address + "mediation/is-it-right-for-us.html")

    expect(page.get_by_text("Want to talk it over?")).to_have_count(0)
    expect(page.get_by_role("complementary")).to_have_count(0)
    expect(page.locator(".guide-header__host")).to_have_count(0)
    assert "host" not in " ".join(
        page.locator("script[src], link[rel=stylesheet]").evaluate_all(
            "all => all.map(one => (one.src || one.href).split('/').pop())"
        )
    )
