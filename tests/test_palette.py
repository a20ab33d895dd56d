"""
The colors that follow from five: whatever a host chooses, what is made of it can be read, and what a host wrote stays.
"""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from copies import ROOT
from guide.brand_sheet import PREFIX, page_colors, read_colors, whole_sheet
from guide.palette import FIVE, PAIRS, USUAL, contrast, dark_page, light_page, readable

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
FIVES = st.fixed_dictionaries(dict.fromkeys(FIVE, COLORS))
WHOLE = (ROOT / "overrides/brand/brand.css").read_text(encoding="utf-8")
OURS = ":root { --guide-accent: #702060; --guide-second: #2060a0; --guide-page: #fff; --guide-ink: #222; --guide-caution: #8a3a08 }\n"


def unreadable(colors: dict[str, str]) -> list[tuple[str, str]]:
    """
    Return the pairs of a page that cannot be read.
    """
    return [
        (name, ground)
        for name, (wanted, grounds) in PAIRS.items()
        for ground in grounds
        if contrast(colors[name], colors[ground]) < wanted
    ]


@given(FIVES)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_each_dark_page_can_be_read(five):
    """
    Whatever the five are: the dark page is made of them.
    """
    assert [] == unreadable(dark_page(five, {}))


@given(FIVES)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_each_light_page_can_be_read_whose_five_can(five):
    """
    Where a host's own colors can be read on its ground, nothing that is made of them is at fault.
    """
    grounds = [light_page(five)[name] for name in ("page", "sheet")]
    page = light_page(
        five | {name: readable(five[name], grounds, PAIRS[name][0]) for name in ("ink", "accent", "caution", "second")}
    )
    own = [(name, ground) for name in ("ink", "accent", "caution", "second") for ground in ("page", "sheet")]
    assume(not set(own) & set(unreadable(page)))

    assert [] == unreadable(page)


@pytest.mark.parametrize(
    "five",
    [
        USUAL,
        USUAL | {"accent": "#000000", "ink": "#000000", "page": "#ffffff"},
        USUAL | {"accent": "#767676", "caution": "#767676", "page": "#ffffff"},
        {"accent": "#ffd400", "second": "#00ff00", "page": "#101010", "ink": "#eeeeee", "caution": "#ff8800"},
    ],
)
def test_hard_colors_are_read_too(five):
    """
    The usual ones, black, gray that is just dark enough, and a light page that is dark.
    """
    assert ([], []) == (unreadable(light_page(five)), unreadable(dark_page(five, {})))


def test_five_colors_make_a_whole_sheet():
    """
    All colors of the guide are there, for both pages; the dark ones stand last, so that they win where it is dark.
    """
    sheet = whole_sheet(OURS)

    assert [set(read_colors(WHOLE))] * 2 == [set(read_colors(sheet)), set(read_colors(sheet, is_dark=True))]
    assert "color-scheme: light dark" in sheet and OURS in sheet
    assert sheet.index(OURS) < sheet.index("prefers-color-scheme: dark")


def test_a_sheet_that_says_all_stays_as_it_is():
    """
    The guide's own, and that of a host who wrote every color.
    """
    assert WHOLE == whole_sheet(WHOLE)


def test_what_a_host_wrote_stays():
    """
    A dark color of the host's is not made, and the others go by it.
    """
    css = OURS + "@media (prefers-color-scheme: dark) { :root { --guide-page: #102030; --guide-fill: #302010 } }\n"

    dark, made = page_colors(css, is_dark=True), whole_sheet(css).removeprefix(whole_sheet(css).partition(css)[0] + css)

    assert ("#102030", "#302010") == (dark["page"], dark["fill"])
    assert f"{PREFIX}page:" not in made and f"{PREFIX}fill:" not in made and f"{PREFIX}ink:" in made
    assert [] == unreadable(dark)
