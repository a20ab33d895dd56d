"""
What the reader of drafts must hold for any paper, not only for the open ones: a finding's words stand where it says,
typing changes nothing but what was typed, and a paper that is no agreement promises nothing.
"""

import random

import pytest

from marks import marks_on
from opened_papers import PAPERS as OPEN
from paper_reader import AGREEMENTS, begin_reading

READ = "text => { const doc = guide.reader.read(text); return { text: doc.text, ...guide.reader.agreement(doc) } }"
TWICE = """([before, after]) => {
  const { read, agreement } = guide.reader
  agreement(read(before))
  const typed = JSON.stringify(agreement(read(after)))
  agreement(read("another paper"))
  return [typed, JSON.stringify(agreement(read(after)))]
}"""
MENU = "Lunch this week\n\nMonday: chicken nuggets or salad, milk\nTuesday: pizza, up to 2 slices\nFree lunch for all students!"
STRANGE = {
    "a lunch menu": MENU,
    "Arabic": "يوافق الطرفان على ما يلي: جلسات علاج النطق مرتين في الأسبوع. " * 40,
    "markup": "<script>alert(1)</script><b onclick='x'>{{ 7*7 }}</b> \\u0000 %s ]]>",
    "one word without end": "a" * 50_000,
    "brackets without end": "([{" * 20_000,
    "nothing": " \n\f\n ",
}


@pytest.fixture
def reading(tab, address):
    """
    Return a page with the rules for drafts.
    """
    page = tab("index.html")
    page.set_default_timeout(60_000)
    begin_reading(page, address, AGREEMENTS)
    return page


def mangled(seed: int) -> str:
    """
    Return a draft of pieces of the open ones, as a scanner, a mail and a copied page may leave it.
    """
    chance = random.Random(seed)
    drafts = [file.read_text(encoding="utf-8") for file in sorted((OPEN / "agreements").glob("*.txt"))]
    pieces = [piece for draft in drafts for piece in draft.split("\n\n")]
    text = chance.choice(["\n\n", "\n", "\n\n\f"]).join(chance.sample(pieces, 25))
    for old, new in {"'": "’", "fi": "ﬁ", " the ": " the\u00a0", "tion": "t-\nion", "ll ": "11 "}.items():
        if chance.random() < 0.6:
            text = text.replace(old, new)
    return text.upper() if chance.random() < 0.1 else text


@pytest.mark.parametrize("seed", range(6))
def test_findings_stand_where_they_say(reading, seed):
    """
    However a draft was broken on its way, each finding shows the very words of the paper.
    """
    found = reading.evaluate(READ, mangled(seed))

    said = [*found["weak"], *found["promises"]]
    said += [quote for point in found["points"].values() for quote in point["quotes"]]
    said += [quote for clause in found["clauses"].values() for quote in clause]
    assert said
    assert [] == [
        one for one in said if found["text"][one["start"] : one["end"]] != one["quote"] or not one["quote"].strip()
    ]


def test_typing_marks_as_if_read_anew(reading):
    """
    What is kept of the paragraphs that stayed makes no difference to what is found.
    """
    draft = (OPEN / "agreements/o13-lawyerly-onesided.txt").read_text(encoding="utf-8")
    half = len(draft) // 2

    typed, anew = reading.evaluate(TWICE, [draft, f"{draft[:half]} as needed {draft[half:]}"])

    assert typed == anew


@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_agreement_promises_nothing(reading, kind):
    """
    A lunch menu, another script, markup: no promise and no clause is invented, and the page answers.
    """
    found = reading.evaluate(READ, STRANGE[kind])

    assert [] == found["promises"]
    assert [] == [name for name, quotes in found["clauses"].items() if quotes]
    assert {"absent"} == {point["status"] for point in found["points"].values()}


def test_a_volunteer_sees_what_a_word_would_mark(page):
    """
    `make marks`: the places in the open drafts, without those in a doctor's words.
    """
    found = marks_on(page, "as needed")

    assert "as needed" in [mark["quote"] for mark in found["o01-numbered-speech"]]
    assert "o14-lawyerly-mixed" not in found
