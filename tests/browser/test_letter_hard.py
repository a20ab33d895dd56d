"""
Hard words in a letter: whatever a parent types or pastes, the letter holds it, and every file has it.
"""

import re
import unicodedata

import pytest
from docx.oxml.ns import nsmap
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from filled import ASKS, LETTERS, everything, fill, word_text
from letter_form import begin, check_all, field, fill_all

INVITE = LETTERS["mediation-invite-district"]
# What a person might type, or paste from elsewhere.
HARD = {
    "a long name": "Maximiliana-" * 16 + "Example",
    "a long name without a place to break": "x" * 200,
    "apostrophes": "Siobhán O'Brien-D’Angelo",
    "markup": "<script>window.alive = 1</script><img src=x onerror='window.alive = 1'>",
    "an entity": "R&amp;B & Sons &lt;b&gt;",
    "quotes": '"A" ‘b’ “c” «d»',
    "emoji": "👩🏽‍🦽 and 🏳️‍🌈 𝒮am",
    "ñ": "Peña, Zoë; ſ; \u0065\u0301",
    "Arabic": "محمد عبد الله (Sam) 123",
    "from Word": "One\u00a0two \u2003three\u200b\tfour \u2011 five\u00adsix",
    "a template": "{{ name }} ${name} %s [Your name] \\n $& $1",
    "control characters": "a\u0000b\u0001c\u0008d\u001be\u007ff\u009fg\ufffeh\uffffi",
    "lone surrogates": "a\ud800b\udc00c",
    "end of CDATA": "]]> <!-- --> <?xml?>",
}
LONG = "On Monday no one came. The log says so, and so does the teacher. " * 185
ANY = st.text(st.characters(), max_size=80)
ONCE = settings(
    max_examples=20,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# What the browser takes for space.
SPACE = " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
LINE_ENDS = "[\u2028\u2029\v\f\u0085]"


def kept(typed: str) -> str:
    """
    Return what a letter holds of what was typed into a field of one line: all but control characters; the browser
    takes out line ends, and what else ends a line becomes a space.
    """
    text = re.sub(LINE_ENDS, " ", re.sub("[\r\n]", "", typed))
    return "".join(c for c in text if c == "\t" or not (unicodedata.category(c) in ("Cc", "Cs") or c in "\ufffe\uffff"))


def held(words: str) -> str:
    """
    Return words as they compare: the space at their ends is nobody's.
    """
    return words.strip(SPACE)


@pytest.fixture
def letter(page, address):
    """
    The invitation to the district, open in the browser.
    """
    page.goto(address + INVITE)
    begin(page)
    return page


@pytest.mark.parametrize("name", HARD)
def test_every_way_holds_hard_words(name, letter):
    """
    Typed as a name and as two points of a list they stand on the sheet, in the text, in Word and in the copy, exactly;
    nothing of it comes alive.
    """
    typed = HARD[name]
    states = [{"fields": {"recipient-title": typed, "issue-list": f"{typed}\n{typed}"}}]
    (found,) = fill(letter, states, "text", "word", "html")
    expected = held(kept(typed))
    sheet = letter.get_by_role("region", name="Invitation to mediate")
    items = sheet.get_by_role("list").filter(has=letter.get_by_role("listitem")).first.get_by_role("listitem")
    lines = word_text(found["word"]).split("\n")

    assert [expected] * 2 == [
        held(text)
        for text in items.evaluate_all(
            "items => items.map(item => item.querySelector('.guide-blank__value')?.textContent ?? item.textContent)"
        )
    ]
    assert f"\n{expected}\n" in found["text"] and f"\n- {expected}\n- {expected}\n" in found["text"]
    assert 3 == lines.count(expected)
    assert 3 == letter.evaluate(
        "html => new DOMParser().parseFromString(html, 'text/html').body.textContent", found["html"]
    ).count(expected)
    assert None is letter.evaluate("window.alive ?? null")


@pytest.mark.parametrize("size", [{"width": 360, "height": 740}, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_nothing_is_cut_or_overlaps(size, letter):
    """
    Long and unbroken words in every field: no part of the form or of the letter is wider than its place.
    """
    letter.set_viewport_size(size)
    check_all(letter)
    fill_all(letter, HARD["a long name without a place to break"])
    wide = letter.evaluate("""() => {
      const letter = document.querySelector("guide-letter")
      return [...letter.querySelectorAll("form *, section *")].filter(element => {
        const frame = element.closest("form, section").getBoundingClientRect()
        const { left, right, width } = element.getBoundingClientRect()
        return width && (left < frame.left - 21 || right > frame.right + 21)
      }).map(element => element.outerHTML.slice(0, 80))
    }""")

    assert ([], True) == (wide, letter.evaluate("document.documentElement.scrollWidth") <= size["width"])


def test_twelve_thousand_characters_stand_in_every_file(page, address):
    """
    A long story is in the letter whole, on screen, on paper, in Word, and stays there when kept.
    """
    page.goto(address + LETTERS["child-complaint"])
    typed = f"{LONG[:5_999]}\n{LONG[:6_000]}"
    (found,) = fill(page, [{"fields": {"fact-list": typed}}], "text", "word", "sheet", "work")
    lines = [line.strip() for line in typed.split("\n")]

    assert 12_000 == len(typed)
    for words in (found["text"], word_text(found["word"]), found["sheet"]):
        assert [True, True] == [line in words for line in lines]
    assert typed == found["work"]["letters"]["child-complaint"]["fields"]["fact-list"]


def test_pasted_line_ends_are_one_kind(letter):
    """
    Line ends of Windows, of old Macs and of Word make points of a list alike.
    """
    field(letter, "Points you disagree about").evaluate("""input => {
      input.value = "one\\u2028two\\u000bthree\\u2029four\\r\\nfive\\u0085six"
      input.dispatchEvent(new Event("input", { bubbles: true }))
    }""")
    items = letter.get_by_role("region").get_by_role("list").first.get_by_role("listitem")

    expect(items).to_have_text(["one", "two", "three", "four", "five", "six"], use_inner_text=True)


@ONCE
@example(words=[*HARD.values()], name=HARD["from Word"])
@given(words=st.lists(ANY, min_size=60, max_size=100), name=ANY)
def test_any_text_goes_into_word_and_back(words, name, letter):
    """
    Of texts of any characters, a hundred in a list and one as a name, python-docx reads each back as it was typed.
    """
    typed = "\n".join(["First point", "Second point", *words])
    (found,) = fill(letter, [{"fields": {"recipient-title": f"To {name}", "issue-list": typed}}], "word", "text")
    points = [*filter(None, (held(kept(line)) for line in re.split(f"\r\n?|\n|{LINE_ENDS}", typed)))]
    paragraphs = word_text(found["word"]).split("\n")
    first = paragraphs.index("First point")

    assert [held(kept(f"To {name}")), *points] == [paragraphs[3], *paragraphs[first : first + len(points)]]
    assert points == [line[2:] for line in found["text"].split("\n") if line.startswith("- ")]


@settings(ONCE, max_examples=8)
@example(texts=[*HARD.values()])
@given(texts=st.lists(ANY, min_size=30, max_size=60))
def test_any_text_in_any_field_goes_into_word_and_back(texts, letter):
    """
    Each field that is no date with a text of any characters, all choices taken: python-docx opens the file and reads each
    text as it was typed, and nothing in the file is anything but Word's own.
    """
    asks = letter.evaluate(ASKS)
    keys = [key for key, asked in asks["fields"].items() if asked["kind"] != "date"]
    plain = {key: f"Field {n}." for n, key in enumerate(keys)}
    typed = {key: f"{n} {texts[n % len(texts)]}" for n, key in enumerate(keys)}
    choices = everything(asks)["choices"]
    states = [{"fields": fields, "choices": choices} for fields in (plain, typed)]
    before, after = [one["word"] for one in fill(letter, states, "word")]
    # Of alternatives one is taken: the fields of the others are in no letter.
    asked = [key for key in keys if plain[key] in word_text(before)]

    assert len(asked) > 5
    assert [] == [typed[key] for key in asked if not stands(typed[key], asks["fields"][key]["kind"], word_text(after))]
    assert {nsmap["w"]} == {node.tag[1:].partition("}")[0] for node in after.element.iter("*")}


def stands(typed: str, kind: str, words: str) -> bool:
    """
    Return whether each line of what was typed stands in these words.
    """
    lines = re.split(f"\r\n?|\n|{LINE_ENDS}", typed) if kind in ("list", "long") else [typed]
    # Before a mark of the letter's own sentence the typed one goes (letter/grammar.js).
    return all(held(kept(line)).rstrip(f"{SPACE}.,;:") in words for line in lines)
