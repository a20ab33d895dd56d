"""
A tool is whole or not there: with any of its scripts missing, the page stays as it reads without scripts, and says so.
"""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from filled import LETTERS

# One page of each kind, by its tool.
PAGES = {
    "guide-letter": LETTERS["mediation-request"],
    "guide-tracker": "track/agreement-tracker.html",
    "guide-checklist": "checklists/week-before.html",
    "guide-plan": "plans/ten-days-after-a-notice.html",
    "guide-review": "checklists/evaluate-the-agreement.html",
    "guide-kit": "make-my-kit.html",
    "guide-route-helper": "which-route.html",
    "guide-deadlines": "reference/time-limits.html",
    "guide-saved": "track/saved-work.html",
}
SENTENCE = "Part of this page didn't load, so its buttons and fields aren't here."
# Where a part of a joined script ends (scripts/guide/site/join.py).
END = re.compile(
    r"(?<=\} catch \(error\) \{ )(?:guide\.isBroken = true; )?setTimeout\(\(\) => \{ throw error \}\) \}\n"
)
# What stands in the tool as it was built, and now; and whether the sentence is there.
LOOK = """async ([tag, markup]) => {
  const built = new DOMParser().parseFromString(markup, "text/html").querySelector(tag)
  return [document.querySelector(tag).innerHTML === built.innerHTML, Boolean(document.querySelector(".guide-unloaded"))]
}"""


def parts_of(script: str) -> list[str]:
    """
    Return the parts of a joined script, each whole.
    """
    ends = [0, *(match.end() for match in END.finditer(script))]
    assert ends[-1] == len(script)
    return [script[start:end] for start, end in pairwise(ends)]


def test_a_page_whose_script_does_not_load_says_so(context, address):
    """
    With no script at all each tool reads as it was built; the sentence shows once the script had its time, and not on paper.
    """
    context.route("**/assets/guide/*.js", lambda route: route.abort())
    pages = [(tag, context.new_page()) for tag in PAGES]
    for tag, page in pages:
        page.goto(address + PAGES[tag])
    for tag, page in pages:
        expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=8_000)
        assert [True, True] == page.evaluate(LOOK, [tag, page.request.get(page.url).text()])
    page.emulate_media(media="print")

    expect(page.get_by_text(SENTENCE)).to_be_hidden()


@pytest.mark.parametrize("tag", PAGES)
def test_a_tool_with_any_part_missing_is_not_there(tag, page, address):
    """
    Each part of the page's script withheld once: the page is plain and says so. Search alone is no part of a tool.
    """
    markup = page.request.get(address + PAGES[tag]).text()
    source = re.search(r'src="([^"]*assets/guide/[\w-]+\.js)"', markup)
    assert source
    name = source[1].rpartition("/")[2]
    parts = parts_of(page.request.get(f"{address}assets/guide/{name}").text())
    assert len(parts) > 5
    found = {}
    withheld: list[int] = []
    page.route(
        f"**/assets/guide/{name}",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body="".join(
                "try {\nthrow new Error('withheld')\n" + part[part.rindex("} catch (error)") :]
                if n in withheld
                else part
                for n, part in enumerate(parts)
            ),
        ),
    )
    for n in [None, *range(len(parts))]:
        withheld[:] = [] if n is None else [n]
        page.goto("about:blank")
        page.goto(address + PAGES[tag])
        found[n] = tuple(page.evaluate(LOOK, [tag, markup]))

    whole, plain = (False, False), (True, True)
    assert whole == found.pop(None)
    assert {n: whole if "guide-search" in part else plain for n, part in enumerate(parts)} == found


def test_a_word_file_that_cannot_load_is_told(page, address):
    """
    The reason is the connection, and with the connection back the same button makes the file.
    """
    is_offline = [True]
    page.route("**/*.docx.js", lambda route: route.abort() if is_offline[0] else route.continue_())
    page.goto(address + LETTERS["mediation-request"])
    page.get_by_label("Child's name").fill("Sam Example")
    page.get_by_role("button", name="Word file").click()
    expect(page.get_by_text("The Word file couldn't load. Check your connection")).to_be_visible()
    is_offline[0] = False
    with page.expect_download() as file:
        page.get_by_role("button", name="Word file").click()

    assert "mediation-request.docx" == file.value.suggested_filename
