"""
Nothing moves under a parent's eyes or finger as a page comes.
"""

import re

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
SCRIPT = re.compile(r'<script src="([^"]+)" defer></script>')
# Add the scripts of a page in their order, and wait until the last is there.
BRING = """sources => new Promise((resolve, reject) => {
  for (const src of sources) {
    const script = Object.assign(document.createElement("script"), { src, async: false, onerror: reject })
    if (src === sources.at(-1)) script.onload = resolve
    document.head.append(script)
  }
})"""
SETTLED = "() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))"


def moved_on(context, size, address) -> float:
    """
    Open a page whose scripts come only once a parent sees it; return how much of it moved.
    """
    page = context.new_page()
    page.set_viewport_size(size)
    page.add_init_script(WATCH)
    markup = page.request.get(address).text()
    scripts = SCRIPT.findall(markup)
    assert scripts
    page.route(address, lambda route: route.fulfill(content_type="text/html", body=SCRIPT.sub("", markup)))
    page.goto(address)
    page.evaluate(PAINTED)
    page.evaluate(BRING, scripts)
    page.evaluate(SETTLED)
    moved = round(page.evaluate("window.moved"), 3)
    page.close()
    return moved


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_as_a_tool_is_drawn(context, address, size):
    """
    On a slow line the page is read before its scripts are there: what they draw has its place already.
    """
    found = {path: moved_on(context, SIZES[size], address + path) for path in PAGES}

    assert {} == {path: moved for path, moved in found.items() if moved >= MOST}
