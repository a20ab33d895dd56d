"""
A host's five colors on the pages: what follows from them can be read by day and by night.
"""

import pytest

from barriers import barriers
from guide.brand_sheet import whole_sheet

# One of each kind that has colors of its own, and two hosts: purple on white, and an orange that is hardly dark enough.
PAGES = ("index.html", "letters/mediation-request.html", "track/agreement-tracker.html", "checklists/week-before.html")
HOSTS = {
    "purple": {"accent": "#702060", "second": "#2060a0", "page": "#ffffff", "ink": "#222222", "caution": "#8a3a08"},
    "orange": {"accent": "#a85400", "second": "#008a5c", "page": "#fffaf0", "ink": "#3a2a1a", "caution": "#b00020"},
}


@pytest.mark.parametrize("host", HOSTS)
def test_five_colors_can_be_read_on_each_kind_of_page(page, address, host):
    """
    No barrier on a phone and at a desk, in light and dark, and the page has the host's colors and no other's.
    """
    colors = "".join(f"--guide-{name}: {value};" for name, value in HOSTS[host].items())
    sheet = whole_sheet(f":root {{ {colors} }}\n")
    page.route("**/brand/brand.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))

    faults = []
    for path in PAGES:
        page.goto(address + path)
        faults += [f"{path}: {fault}" for fault in barriers(page)]

    page.emulate_media(color_scheme="light")
    link = page.locator("article a").first
    red, green, blue = (int(HOSTS[host]["accent"][at : at + 2], 16) for at in (1, 3, 5))
    assert [] == faults
    assert f"rgb({red}, {green}, {blue})" == link.evaluate("link => getComputedStyle(link).color")
