"""
Barriers on an open page: what axe finds, and what is wider than its window.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from chromium import SIZES

# What axe found in order it need not describe, which takes it a third of its time.
FAULTS_ALONE = {"resultTypes": ["violations"]}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}, **FAULTS_ALONE}
OPTIONS = {"light": WCAG, "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}, **FAULTS_ALONE}}
# Only the faults leave the page: what axe found in order is longer than the page, and takes longer to send than to find.
RUN = """([within, options]) => axe.run(within || document, options)
  .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`))"""


# By the size of the window, the color schemes in which axe looks.
LOOKS = {size: tuple(OPTIONS) for size in SIZES}
# Where no color hangs on the size of the window, the night of a phone is the night of a desk.
ONE_NIGHT = {"phone": ("light", "dark"), "desk": ("light",)}
# What that leaves out, for each week.
NIGHT_AT_A_DESK = {"desk": ("dark",)}
EACH_WEEK_AT_A_DESK = [ONE_NIGHT, pytest.param(NIGHT_AT_A_DESK, marks=pytest.mark.exhaustive)]


def barriers(page, within: str = "", looks: dict[str, tuple[str, ...]] = LOOKS) -> list[str]:
    """
    Return the faults of the open page as it stands, at each size of `looks`: what axe finds against WCAG 2.2 AA in
    light, poor contrast in dark (no other rule of axe looks at colors), and sideways scrolling.

    `within` names the part of the page that axe looks at, by its selector; without it axe looks at all of it.

    Raises:
        playwright.sync_api.Error: there is nothing that `within` selects.
    """
    faults = []
    page.evaluate(AXE_SCRIPT)
    for size, schemes in looks.items():
        page.set_viewport_size(SIZES[size])
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = page.evaluate(RUN, [within, OPTIONS[scheme]])
            faults += [f"{size}, {scheme}: {fault}" for fault in found]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SIZES[size]["width"]:
            faults.append(f"{size}: {width} px wide")
    return faults
