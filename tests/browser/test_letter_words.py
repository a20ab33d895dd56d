"""
One letter, one text: whatever is entered, screen, paper, Word and text file say the same, in good order.
"""

import re

import pypdfium2
import pytest
from lxml import html

from chromium import SIZES
from filled import ASKS, LETTERS, everything, fill, folded, pairwise, pdf_text, unmarked, without_day, word_text
from guide.letter import read_letter

# The units of every letter, as the browser reads them: kind, section, and words with the labels of the blanks.
UNITS = """async addresses => Promise.all(addresses.map(async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
  return guide.letter.read(page.querySelector("guide-letter section")).map(({ kind, section, things, ordered, parts }) =>
    [kind, section, things, ordered, parts.map(part => part.label ? `[${part.label}]` : part).join("").trim()])
}))"""
# What no letter may have, whatever was entered.
SLIPS = {
    "(s)": r"\w\(s\)",
    "and/or": r"\band/or\b",
    "two spaces": r"\S {2,}\S",
    "a space before a mark": r" [.,;:?!](?:\s|$)",
    "two marks": r"[.,;:]{2,}|[?!][.,;:]",
    "an empty bullet": r"^(?:-|\d+\.)\s*$",
    "a space at the end of a line": r"[ \t]$",
    "three line ends": r"\n{3,}",
    "an empty bracket": r"\[\]|\(\)",
}


@pytest.fixture(scope="module", params=LETTERS)
def letter(reader, address, request):
    """
    The page of a letter, opened once for both tests, which put in what they ask about.
    """
    reader.set_viewport_size(SIZES["desk"])
    reader.goto(address + LETTERS[request.param])
    return reader


def difference(one: str, other: str) -> tuple[str, str]:
    """
    Return two texts around the first place where they differ.
    """
    place = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[max(0, place - 30) : place + 40], other[max(0, place - 30) : place + 40]


# The pages themselves ask for nothing; here the test does.
@pytest.mark.browser_context_args(bypass_csp=True)
def test_browser_and_build_read_the_same_letter(page, address, site):
    """
    The browser finds in each page the units that the files are made from: one model of a letter.
    """
    page.goto(address + next(iter(LETTERS.values())))
    page.evaluate("guide.load('letter')")
    read = page.evaluate(UNITS, [address + path for path in LETTERS.values()])
    built = [
        read_letter(next(html.parse(site / path, html.HTMLParser(encoding="utf-8")).iter("guide-letter")))
        for path in LETTERS.values()
    ]

    assert read == [
        [[unit.kind, unit.section, unit.is_thing, unit.is_numbered, unit.text] for unit in letter.units]
        for letter in built
    ]


def test_screen_paper_word_and_text_say_the_same(letter):
    """
    With nothing, everything, all but a day to answer by, and some of it entered, the four have the same words in the
    same order.
    """
    asks = letter.evaluate(ASKS)
    whole = everything(asks)
    states = {"nothing": {}, "everything": whole, "no day": without_day(asks, whole), "something": pairwise(asks)[2]}
    differ = {}
    for name, state in states.items():
        # With nothing entered the letter is for the pen: the screen shows it without its choices, the paper with them.
        letter.emulate_media(media="print" if name == "nothing" else "screen")
        (found,) = fill(letter, [state], "sheet", "text", "word")
        letter.emulate_media(media="null")
        text = folded(unmarked(found["text"]))
        for way, words in {
            "screen": found["sheet"],
            "Word": word_text(found["word"]),
            "paper": pdf_text(letter.pdf(prefer_css_page_size=True)),
        }.items():
            if folded(words) != text:
                differ[name, way] = difference(text, folded(words))

    assert {} == differ


def test_the_end_says_how_many_pages_it_prints_on(letter):
    """
    Short, whole or with a long story: as many pages as the printer gives.
    """
    asks = letter.evaluate(ASKS)
    whole = everything(asks)
    # Half a page more each time, where a letter has room for a story.
    longer = [
        whole | {"fields": whole["fields"] | {key: "\n".join([asked["example"]] * lines)}}
        for key, asked in asks["fields"].items()
        if asked["kind"] in ("long", "list")
        for lines in (25, 50)
    ][:2]
    said, printed = [], []
    for state in [*pairwise(asks)[:2], whole, *longer]:
        fill(letter, [state])
        letter.evaluate("document.querySelector('guide-letter').work.task.begin('button')")
        letter.evaluate("document.querySelector('guide-letter').work.task.act('step.99')")
        said.append(re.sub(r"\D", "", letter.locator(".guide-letter__pages").inner_text()))
        printed.append(str(len(pypdfium2.PdfDocument(letter.pdf(prefer_css_page_size=True)))))

    assert printed == said


def test_a_letter_reads_well_whatever_is_entered(letter):
    """
    With any two choices and blanks in any of their ways, with a day to answer by and without: no slip of typing, no lead-in without its list, no heading
    without its text.
    """
    asks = letter.evaluate(ASKS)
    slips = {}
    states = pairwise(asks)
    states += [without_day(asks, state) for state in (everything(asks), *states[:2])]
    for state, found in zip(states, fill(letter, states, "text"), strict=False):
        text = found["text"].removesuffix("\n")
        if "none" in state["fields"].values() and "[Reply-by date]" in text:
            slips["a day that was left out"] = text
        for name, slip in SLIPS.items():
            if hit := re.search(slip, text, re.MULTILINE):
                slips[name] = text[max(0, hit.start() - 40) : hit.end() + 40]
        paragraphs = text.split("\n\n")
        for paragraph, after in zip(paragraphs, [*paragraphs[1:], ""], strict=False):
            # What it leads to is a list, or a text that stands alone.
            alone = [f"[{asked['label']}]" for asked in asks["fields"].values()] + list(state["fields"].values())
            if paragraph.endswith(":") and not re.match(r"- |1\. ", after) and after not in alone:
                slips["a lead-in without its list"] = paragraph
            if paragraph in asks["headings"]:
                slips["a heading without its text"] = paragraph

    assert {} == slips
