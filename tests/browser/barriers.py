"""
Barriers on an open page: what axe finds, and what is wider than its window.
"""

from axe_playwright_python.base import AXE_SCRIPT

from chromium import SIZES

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
WITHOUT_CONTRAST = {**WCAG, "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# Only the faults leave the page: what axe found in order is longer than the page, and takes longer to send than to find.
RUN = """([within, options]) => axe.run(within || document, options)
  .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`))"""


def barriers(
    page, within: str = "", sizes: tuple[str, ...] = tuple(SIZES), colors: tuple[str, ...] = tuple(SIZES)
) -> list[str]:
    """
    Return the faults of the open page as it stands, on a phone and at a desk: what axe finds against WCAG 2.2 AA in
    light, poor contrast in dark (no other rule of axe looks at colors), and sideways scrolling.

    `within` names the part of the page that axe looks at, by its selector; without it axe looks at all of it. `colors`
    are the sizes at which contrast is looked at, in light and dark: it takes longer than all other rules together.

    Raises:
        playwright.sync_api.Error: there is nothing that `within` selects.
    """
    faults = []
    page.evaluate(AXE_SCRIPT)
    for size in sizes:
        page.set_viewport_size(SIZES[size])
        looks = {"light": WCAG, "dark": CONTRAST} if size in colors else {"light": WITHOUT_CONTRAST}
        for scheme, options in looks.items():
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            faults += [f"{size}, {scheme}: {fault}" for fault in page.evaluate(RUN, [within, options])]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SIZES[size]["width"]:
            faults.append(f"{size}: {width} px wide")
    return faults
