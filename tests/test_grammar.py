"""
The author's marks, each in its right forms and in near misses; and the blocks draw just what the rules take for right.
"""

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

from guide import grammar
from guide.blocks.ticks import draw_ticks
from guide.data import read_data
from guide.grammar import Fence, Item, Option, WrittenItem
from guide.page_files import read_pages
from guide.phrases import Phrases

ROOT = Path(__file__).resolve().parent.parent
PAGES = read_pages(ROOT / "docs", ROOT)[0]


@pytest.mark.parametrize(
    "line, fence",
    [
        ("/// letter | Ask for help", Fence("///", "letter", "Ask for help")),
        ("///letter|Ask for help  ", Fence("///", "letter", "Ask for help")),
        ("   //// answer", Fence("////", "answer")),
        ("/// route-helper |", Fence("///", "route-helper")),
        ("///", Fence("///")),
        (" /// ", Fence("///")),
        ("/// | Ask for help", None),
        ("/// check list | Ask for help", None),
        ("// answer", None),
        ("    /// answer", None),
        ("Words /// answer", None),
    ],
)
def test_fence(line, fence):
    """
    Three slashes, a name in one word, then "|" and the title; without a name nothing stands behind the slashes.
    """
    assert fence == grammar.parse_fence(line)


@pytest.mark.parametrize(
    "line, option",
    [
        ("    id: the-day", Option("id", "the-day")),
        ("      start: 'Day the notice came' ", Option("start", "Day the notice came")),
        ("    id:", Option("id", "")),
        ("    id: ", Option("id", "")),
        ("    id:the-day", None),
        ("   id: the-day", None),
        ("id: the-day", None),
        ("    the id: the-day", None),
    ],
)
def test_option(line, option):
    """
    Four spaces, a key in one word, a colon, a space, the value.
    """
    assert option == grammar.parse_option(line)


@pytest.mark.parametrize(
    "text, right",
    [
        ("week-before", True),
        ("day3", True),
        ("3", True),
        ("", False),
        ("-a-", False),
        ("a--b", False),
        ("A", False),
        ("a_b", False),
        ("a b", False),
        ("a\n", False),
    ],
)
def test_id(text, right):
    """
    Small letters and digits with single hyphens between them.
    """
    assert right == grammar.is_id(text)


@pytest.mark.parametrize(
    "line, item",
    [
        ("- [ ] **Go.** It helps. {#go}", Item("[ ]", "**Go.** It helps.", "go", {})),
        (
            '12. [ ] **Eat.** {#eat day=-3 when="By noon" who=you}',
            Item("[ ]", "**Eat.**", "eat", {"day": "-3", "when": "By noon", "who": "you"}),
        ),
        ("    * (x) I am here.{#here} ", Item("(x)", "I am here.", "here", {})),
        ("- [x] [Date] {#a} {#b-2}", Item("[x]", "[Date] {#a}", "b-2", {})),
        ("- [X] Go. {#go}", None),
        ("- [] Go. {#go}", None),
        ("- [ ]Go. {#go}", None),
        ("- [ ] Go.", None),
        ("- [ ] Go. {#go} now", None),
        ("- [ ] Go. {#-go-}", None),
        ("- [ ] Go. {#go_on}", None),
        ("- [ ] Go. {#go,day=3}", None),
        ("- [ ] Go. { #go}", None),
        ("-[ ] Go. {#go}", None),
        ("[ ] Go. {#go}", None),
        ("- Go. {#go}", None),
    ],
)
def test_item(line, item):
    """
    The mark of a list, a box, the text, and an id with what may stand behind it.
    """
    assert item == grammar.parse_item(line)


@pytest.mark.parametrize(
    "text, order, reason",
    [
        ("**Go.** It helps.", "Go.", "It helps."),
        ("**Go.**", "Go.", ""),
        ("Go. **It** helps.", "", "Go. **It** helps."),
        ("**Go. It helps.", "", "**Go. It helps."),
        ("****", "", "****"),
    ],
)
def test_order_of_an_item(text, order, reason):
    """
    The order is what stands in bold at the start; bold without an end is none.
    """
    item = Item("[ ]", text, "go", {})

    assert (order, reason) == (item.order, item.reason)


@pytest.mark.parametrize(
    "line, item",
    [
        ("- [ ] **Go.** {#go day=3}", WrittenItem("[ ]", True, "**Go.**", "go", {"day": "3"})),
        ("- [X] Go. {#go}", WrittenItem("[X]", True, "Go.", "go", {})),
        ("- []Go. { #Go_on day=3 }", WrittenItem("[]", False, "Go.", "Go_on", {"day": "3"})),
        ("  3. () Go.", WrittenItem("()", True, "Go.", "", {})),
        ("- Go. {#go}", None),
        ("- [Go](go.md)", None),
        ("[ ] Go. {#go}", None),
    ],
)
def test_item_as_it_is_written(line, item):
    """
    What was meant for an item is found with its slips, so that a rule can tell of them.
    """
    assert item == grammar.parse_written_item(line)


@pytest.mark.parametrize(
    "line, words",
    [
        ("- [ ] **Go.** It helps. {#go day=3}", "**Go.** It helps."),
        ("1. Go.", "Go."),
        ("Go. {#Go On}", "Go."),
        ("- [X]Go.", "Go."),
        ("-Go.", "-Go."),
        ("Go {now}", "Go {now}"),
    ],
)
def test_words_of_an_item(line, words):
    """
    Neither list mark, box nor id is a word.
    """
    assert words == grammar.item_words(line)


@pytest.mark.parametrize(
    "line, labels",
    [
        ("I am [Your name], of [Address].", ["Your name", "Address"]),
        ("- [x] I am [Your name]. {#me}", ["Your name"]),
        ("- [X] I am [Your name].", ["Your name"]),
        ("[[Date]]", ["Date"]),
        ("[Date][Your name]", ["Your name"]),
        ("[Date](date.md), [Date]: now", []),
        ("So it is.[^fact]", []),
        ("[ ]", [" "]),
        ("[]", []),
    ],
)
def test_blanks(line, labels):
    """
    A label in brackets, unless what follows makes a link of them; a box is none.
    """
    assert labels == grammar.blank_labels(line)


@pytest.mark.parametrize(
    "text, ids, written",
    [
        ("So it is.[^stay-put][^day-10]", ["stay-put", "day-10"], ["stay-put", "day-10"]),
        ("So it is.[^stay put]", [], ["stay put"]),
        ("So it is.[^Stay-put][^-a-][^]", [], ["Stay-put", "-a-", ""]),
        ("So it is.[stay-put]", [], []),
    ],
)
def test_marks_of_facts(text, ids, written):
    """
    A mark holds the id of a fact; one that does not is found as written.
    """
    assert (ids, written) == (grammar.fact_ids(text), grammar.written_fact_ids(text))


@pytest.mark.parametrize(
    "paragraphs, place",
    [
        (["Please answer.", "Sincerely,", "[Signature]\n[Your name]"], 1),
        (["Sincerely,  ", "[Signature]"], 0),
        (["Please answer.", "[Signature]"], None),
        (["Please answer.\nSincerely,", "[Signature]"], None),
        (["- Sincerely,", "[Signature]"], None),
        (["# Sincerely,", "[Signature]"], None),
        (["Sincerely,", "## My name", "[Signature]"], None),
        (["Sincerely,", "[Your name]"], None),
        (["Sincerely,\n[Signature]"], None),
        (["Hello", "[Signature]", "Sincerely,", "[Signature]"], None),
        ([], None),
    ],
)
def test_closing(paragraphs, place):
    """
    A line of its own with a comma at its end, right above the first place to sign.
    """
    assert place == grammar.find_closing(paragraphs, ["Signature"])


@pytest.mark.parametrize(
    "text, dialed, written",
    [
        ("Call 573-555-0100.", ["573-555-0100"], ["573-555-0100"]),
        ("Call 1-800-555-0100.", [], ["1-800-555-0100"]),
        ("Call (573) 555-0100.", [], ["(573) 555-0100"]),
        ("Call 573 555-0100.", [], ["573 555-0100"]),
        ("See 1573-555-01001.", [], []),
        ("See 573-5550100.", [], []),
    ],
)
def test_phone_numbers(text, dialed, written):
    """
    A number is dialed where it stands as the facts write it; a check sees other spellings too.
    """
    assert (dialed, written) == (grammar.PHONE.findall(text), grammar.PHONE_SLIP.findall(text))


def test_no_fact_has_a_phone_number_that_cannot_be_dialed():
    """
    The wider look is needed for slips only.
    """
    facts = read_data(ROOT / "docs/_data").facts

    assert [] == [
        key
        for key, fact in facts.items()
        if len(grammar.PHONE.findall(fact.statement)) != len(grammar.PHONE_SLIP.findall(fact.statement))
    ]


def test_on_our_pages_the_wider_look_finds_nothing_more():
    """
    What a page is checked for is what is drawn: no item, fact or fence differs between the two.
    """
    lines = [(page.path, number, line) for page in PAGES for number, line in page.numbered]

    assert len(lines) > 1000
    assert [] == [
        place
        for *place, line in lines
        if bool(grammar.parse_item(line)) != bool(grammar.parse_written_item(line))
        or grammar.fact_ids(line) != grammar.written_fact_ids(line)
        or bool(grammar.parse_fence(line)) != bool(grammar.FENCE_SLIP.match(line))
    ]


@pytest.mark.parametrize(
    "text, drawn",
    [
        ("[ ] **Go.** It helps. {#go}", ["day.go"]),
        ("[ ] Go. {#-go-}", []),
        ("[X] Go. {#go}", []),
        ("[ ] Go.\nNow. {#go}", ["day.go"]),
    ],
)
def test_an_item_is_drawn_where_it_is_one(text, drawn):
    """
    The blocks go by the same pattern.
    """
    root = etree.fromstring("<div><ul><li/></ul></div>")
    root[0][0].text = text

    draw_ticks(root, "day", "checklist", Phrases())

    assert drawn == [box.get("id") for box in root.iter("input")]
