"""
Nothing moves under a parent's eyes or finger as a page comes.
"""

import pytest

PAGES = (
    "index.html",
    "topics/missed-services.html",
    "letters/mediation-request.html",
    "which-route.html",
    "reference/time-limits.html",
    "checklists/evaluate-the-agreement.html",
    "track/agreement-tracker.html",
    "track/our-file.html",
    "track/saved-work.html",
    "plans/child-out-of-school.html",
)
# Above this many of its points a page "moves" for those who measure the web; we take half of it.
MOST = 0.05
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1366, "height": 768}}
WATCH = """
  window.moved = 0
  new PerformanceObserver(list => { for (const { value } of list.getEntries()) window.moved += value }).observe({ type: "layout-shift", buffered: true })
"""
PAINTED = """() => new Promise(resolve => new PerformanceObserver(list => {
  if (list.getEntriesByName("first-contentful-paint").length) resolve()
}).observe({ type: "paint", buffered: true }))"""
SETTLED = "() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))"


def moved_on(page, address) -> float:
    """
    Open a page whose scripts come only once a parent sees it; return how much of it moved.
    """
    held, painted = [], []
    page.route("**/*.js", lambda route: route.continue_() if painted else held.append(route))
    page.goto(address, wait_until="commit")
    page.evaluate(PAINTED)
    painted.append(True)
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    return round(page.evaluate("window.moved"), 3)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_as_a_tool_is_drawn(page, address, size):
    """
    On a slow line the page is read before its scripts are there: what they draw has its place already.
    """
    page.set_viewport_size(SIZES[size])
    page.add_init_script(WATCH)
    found = {path: moved_on(page, address + path) for path in PAGES}

    assert {} == {path: moved for path, moved in found.items() if moved >= MOST}
