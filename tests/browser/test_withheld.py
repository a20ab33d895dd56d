"""
A tool is whole or not there: with any of its scripts missing, the page stays as it reads without scripts, and says so.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from family import CASE, OUR_FILE
from filled import LETTERS, ROOT
from guide.elements import read_elements
from letter_form import field, finish

# One page of each kind, by its tool.
PAGES = {
    "guide-letter": LETTERS["mediation-request"],
    "guide-tracker": "track/agreement-tracker.html",
    "guide-checklist": "checklists/week-before.html",
    "guide-plan": "plans/ten-days-after-a-notice.html",
    "guide-review": "checklists/evaluate-the-agreement.html",
    "guide-reader": "checklists/evaluate-the-agreement.html",
    "guide-paper": "track/read-a-paper.html",
    "guide-kit": "make-my-kit.html",
    "guide-route-helper": "which-route.html",
    "guide-deadlines": "reference/time-limits.html",
    "guide-saved": "track/saved-work.html",
    "guide-search": "search.html",
    "guide-our-file": OUR_FILE,
    "guide-which-letter": "letters/index.html",
    "guide-compared": "routes/compared.html",
    "guide-words": "reference/words.html",
}
# Pages without a tool, by the element whose script they load.
PLAIN = {
    "page": "reference/who-to-call.html",
    "spoken": "what-to-say/ask-a-lawyer.html",
    "districts": "what-to-say/call-mpact.html",
    "leave": "about/safety.html",
    # Who kept nothing sees its words alone.
    "case": CASE,
}
SENTENCE = "Part of this page didn't load, so its buttons and fields aren't here."
# Where a part of a joined script ends (scripts/guide/site/join.py).
END = re.compile(
    r"(?<=\} catch \(error\) \{ )(?:guide\.isBroken = true; )?setTimeout\(\(\) => \{ throw error \}\) \}\n"
)
# All words of the page, but those of the sentence, of the way to leave, and of the row that asks for names.
WORDS = """markup => {
  const page = markup ? new DOMParser().parseFromString(markup, "text/html") : document, main = page.querySelector("main").cloneNode(true)
  for (const other of main.querySelectorAll(".guide-unloaded, guide-leave, .guide-names")) other.remove()
  return main.textContent.replace(/\\s+/g, " ")
}"""
# What stands in the tool as it was built, and now; and whether the sentence is there. A mark that opens its source, which is
# no part of a tool, says whether it did.
LOOK = """async ([tag, markup]) => {
  const bare = page => {
    const tool = page.querySelector(tag).cloneNode(true)
    for (const mark of tool.querySelectorAll(".guide-fact a")) mark.removeAttribute("aria-expanded")
    return tool.innerHTML
  }
  return [bare(document) === bare(new DOMParser().parseFromString(markup, "text/html")), Boolean(document.querySelector(".guide-unloaded"))]
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


def test_every_element_is_withheld_here():
    """
    What loads scripts of its own has a page here, or stands on each of them.
    """
    elements = {element.name: element.find for element in read_elements(ROOT)[0] if element.scripts}
    tools = {name for name, find in elements.items() if find.removeprefix("<") in PAGES}

    # A host's card stands on copies alone, and in no tool.
    assert set(elements) - {"menu", "paper", "host"} == tools | set(PLAIN)
    assert len(PAGES) == len(tools)


class Withheld:
    """
    A page whose joined script comes without one of its parts, by their numbers; None withholds nothing.
    """

    def __init__(self, page, address: str, path: str):
        self.page, self.address = page, address + path
        self.markup = page.request.get(self.address).text()
        source = re.search(r'src="([^"]*assets/guide/[\w-]+\.js)"', self.markup)
        assert source
        name = source[1].rpartition("/")[2]
        self.parts = parts_of(page.request.get(f"{address}assets/guide/{name}").text())
        self.without: int | None = None
        page.route(f"**/assets/guide/{name}", self.answer)

    def answer(self, route) -> None:
        parts = [
            "try {\nthrow new Error('withheld')\n" + part[part.rindex("} catch (error)") :]
            if n == self.without
            else part
            for n, part in enumerate(self.parts)
        ]
        route.fulfill(content_type="text/javascript", body="".join(parts))

    def each(self) -> Iterator[int | None]:
        """
        Open the page whole, and then without each part; yield which.
        """
        for without in [None, *range(len(self.parts))]:
            self.without = without
            self.page.goto("about:blank")
            self.page.goto(self.address)
            yield without


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_without_tools_keeps_its_words(name, page, address):
    """
    Each part of the page's script withheld once: every word is there, and the whole page says nothing of it.
    """
    withheld = Withheld(page, address, PLAIN[name])
    built = page.evaluate(WORDS, withheld.markup)
    found = {n: page.evaluate(WORDS, None) == built for n in withheld.each()}

    assert dict.fromkeys([None, *range(len(withheld.parts))], True) == found


def test_the_way_to_leave_is_there_where_the_tool_is_not(page, address):
    """
    A letter whose own script fails can be left at once.
    """
    withheld = Withheld(page, address, PAGES["guide-letter"])
    withheld.without = next(n for n, part in enumerate(withheld.parts) if 'guide.define("guide-letter"' in part)
    page.goto(withheld.address)
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    page.get_by_role("main").get_by_role("button", name="Leave this page").click()

    expect(page).to_have_url(re.compile("/reference/words.html$"))


@pytest.mark.parametrize("tag", PAGES)
def test_a_tool_with_any_part_missing_is_not_there(tag, page, address):
    """
    Each part of the page's script withheld once: the page is plain and says so. The menu alone is no part of a tool.
    """
    withheld = Withheld(page, address, PAGES[tag])
    assert len(withheld.parts) > 5
    found = {n: tuple(page.evaluate(LOOK, [tag, withheld.markup])) for n in withheld.each()}

    whole, plain = (False, False), (True, True)
    assert whole == found.pop(None)
    assert {n: whole if "guide-menu" in part else plain for n, part in enumerate(withheld.parts)} == found


def test_a_word_file_that_cannot_load_is_told(page, address):
    """
    With its blank withheld once: the reason is the connection, and with the connection back the same button makes the file.
    """
    is_offline = [True]
    page.route("**/*.docx.js", lambda route: route.abort() if is_offline[0] else route.continue_())
    page.goto(address + LETTERS["mediation-request"])
    field(page, "Child's name").fill("Sam Example")
    finish(page)
    page.get_by_role("button", name="Word file").click()
    expect(page.get_by_text("The Word file couldn't load. Check your connection")).to_be_visible()
    is_offline[0] = False
    with page.expect_download() as file:
        page.get_by_role("button", name="Word file").click()

    assert "mediation-request.docx" == file.value.suggested_filename
