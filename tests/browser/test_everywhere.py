"""
What holds on every page: no barrier, nothing from elsewhere, whole without scripts.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from guide.source import page_files

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [file.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for file in page_files(ROOT / "docs")]
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_no_page_has_a_barrier(path, scheme, size, page, address):
    """
    axe finds nothing against WCAG 2.2 AA, in light and dark, on a phone and at a desk.
    """
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme=scheme)
    page.goto(address + path)

    found = Axe().run(page, options=WCAG)

    assert [] == [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found.response["violations"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_no_page_is_wider_than_its_window(path, size, page, address):
    """
    Nobody has to scroll sideways.
    """
    page.set_viewport_size(SIZES[size])
    page.goto(address + path)

    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_a_page_asks_only_its_own_site_and_breaks_no_rule_of_its_own(path, page, address, asked, complaints):
    """
    No request leaves the site's address, every file is there, and the policy stops nothing.
    """
    answers = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    page.goto(address + path, wait_until="load")

    assert ([], [], []) == ([url for url in asked if not url.startswith(address)],
                            [answer for answer in answers if answer[0] >= 400], complaints)


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_scripts(path, page, address):
    """
    Title and text are there, and no button that would do nothing.
    """
    page.goto(address + path)

    assert (1, 0) == (page.get_by_role("heading", level=1).count(),
                      page.get_by_role("button").filter(visible=True).count())
