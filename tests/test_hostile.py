"""
Whatever stands in a file of the guide, a check of it ends with problems, each at a file and a line, or with none:
never with a traceback, and never not at all.
"""

import copy
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copies import ROOT, small_guide
from guide.brand import PNG_START, slips_of_logo
from guide.problems import report
from guide.project import read_guide
from guide.rules import check_pages

LINE = re.compile(r"\S.*?:\d+: .+ \[[a-z0-9-]+\]", re.DOTALL)
# What breaks readers: marks of Markdown, of blocks and of YAML, days that are none, odd characters, half a character.
ODD = [
    *("[", "]", "{", "}", "[^", "](", "///", "/// fold", "```", "---", "- ", "> ", "|", "<!--", "<script", "&amp;"),
    *(": ", "&a", "*a", "!x", "2026-02-30", "null", "~", "0x", "'", '"', "\\", "%", "@", "<<: *a", "? ", "\t", "- - "),
    *("\x00", "\u2028", "\u202e", "\ufeff", "é", "🙂", "\r\n", "\n\n", " " * 300, "a" * 300, "__proto__", "{#a}", "$&"),
]
BYTES = st.one_of(st.sampled_from([word.encode() for word in ODD]), st.binary(max_size=8))

# Values of any kind, where data want one of a certain kind.
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.integers(), inner, max_size=3),
    max_leaves=5,
)
HOW = ["other", "other", "gone", "more"]
# Lines that mean something on a page, good ones and bad ones, in the order of their pages.
LINES = [
    line
    for folder in ("pages/*", "rendered")
    for file in sorted(ROOT.glob(f"tests/{folder}/*.md"))
    for line in file.read_text(encoding="utf-8").split("\n")
]


class Plain(yaml.CSafeLoader):
    """
    Reads YAML as plain values; what a file marks with "!" is left empty.
    """


Plain.add_multi_constructor("!", lambda loader, kind, node: None)


def problems_of(root: Path) -> str:
    """
    Return what the checks print of the guide in a folder.
    """
    context, problems = read_guide(root)
    return report(problems + check_pages(context))


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """
    The folder of a small guide in which nothing is wrong.
    """
    return small_guide(tmp_path_factory.mktemp("hostile") / "guide")


@pytest.fixture(scope="module")
def files(small) -> list[Path]:
    """
    Its files that people write.
    """
    return sorted(file for file in small.rglob("*") if file.suffix in (".md", ".yml", ".css", ".svg"))


# Which file, where in it, how much of it goes, what comes there, and how many times.
@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    which=st.integers(0, 10_000),
    start=st.integers(0, 10_000),
    gone=st.integers(0, 60) | st.just(1_000_000),
    put=st.lists(BYTES, max_size=4).map(b"".join),
    times=st.sampled_from([1, 1, 1, 2, 50, 3000]),
)
def test_any_slip_is_told_or_taken(small, files, which, start, gone, put, times):
    """
    Bytes put into a file, or taken out of it, give problems that name a file of the guide and one of its lines.
    """
    file = files[which % len(files)]
    before = file.read_bytes()
    at = start % (len(before) + 1)
    try:
        file.write_bytes(before[:at] + put * times + before[at + gone :])
        told = problems_of(small)
    finally:
        file.write_bytes(before)

    assert not told or LINE.match(told)


def places_in(data: object, place: tuple = ()) -> Iterator[tuple]:
    """
    Yield the place of each value in data, as the keys that lead there.
    """
    yield place
    if isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places_in(value, (*place, key))


def changed(data, place: tuple, how: str, value: object):
    """
    Return data in which the value at a place is another one, is gone, or has one more beside it.
    """
    if not place:
        return value
    data = copy.deepcopy(data)
    holder = data
    for key in place[:-1]:
        holder = holder[key]
    if how == "gone":
        del holder[place[-1]]
    elif how == "more" and isinstance(holder, list):
        holder.append(value)
    else:
        holder[place[-1] if how == "other" else str(value)] = value
    return data


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(which=st.integers(0, 10_000), where=st.integers(0, 10_000), how=st.sampled_from(HOW), value=VALUES)
def test_any_value_in_data_is_told_or_taken(small, files, which, where, how, value):
    """
    Data that can be read, with a value of another kind, a key too many or too few, give problems or none.
    """
    data_files = [file for file in files if file.suffix == ".yml"]
    file = data_files[which % len(data_files)]
    before = file.read_bytes()
    data = yaml.load(before, Plain)
    places = list(places_in(data))
    try:
        new = changed(data, places[where % len(places)], how, value)
        file.write_text(yaml.safe_dump(new, allow_unicode=True, sort_keys=False), encoding="utf-8")
        told = problems_of(small)
    finally:
        file.write_bytes(before)

    assert not told or LINE.match(told)


@pytest.fixture(scope="module")
def draw(tmp_path_factory) -> Callable[[str], str]:
    """
    Gives the HTML of a text, drawn as in the preview, which shows a page that has slips.
    """
    settings_of_site = yaml.load((ROOT / "scripts/mkdocs-base.yml").read_text(encoding="utf-8"), Plain)
    names = [next(iter(name)) if isinstance(name, dict) else name for name in settings_of_site["markdown_extensions"]]
    guide = small_guide(tmp_path_factory.mktemp("drawn") / "guide")
    shutil.copy(ROOT / "docs/_data/phrases.yml", guide / "docs/_data")
    config = {"guide.blocks": {"data": str(guide / "docs/_data"), "day": "2027-11-22"}}
    return lambda text: markdown.markdown(text, extensions=names, extension_configs=config)


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    start=st.integers(0, 10_000),
    count=st.integers(0, 30),
    slips=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(LINES) | st.sampled_from(ODD)), max_size=12),
)
def test_any_lines_make_a_page(small, draw, start, count, slips):
    """
    Lines of blocks, lists, letters and marks in any order are told or taken, and drawn.
    """
    lines = LINES[start % len(LINES) :][:count]
    for place, line in slips:
        lines.insert(place, line)
    text = "\n".join(lines)
    page = small / "docs/any.md"
    try:
        page.write_text(text, encoding="utf-8")
        told = problems_of(small)
    finally:
        page.unlink()

    assert isinstance(draw(text), str)
    assert not told or LINE.match(told)


def png_of(side: int) -> bytes:
    """
    Return a square picture in one color.
    """
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0),
        b"IDAT": zlib.compress((b"\0" + b"\x0f\x52\x57" * side) * side),
        b"IEND": b"",
    }
    packed = (
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
        for name, held in parts.items()
    )
    return PNG_START + b"".join(packed)


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(start=st.integers(0, 10_000), gone=st.integers(0, 60) | st.just(1_000_000), put=st.lists(BYTES).map(b"".join))
def test_any_bytes_of_a_logo_are_told_or_taken(start, gone, put):
    """
    A picture with bytes put in or taken out is told in a sentence or can be set: the typesetter stops at none.
    """
    before = png_of(300)
    at = start % (len(before) + 1)

    slips = list(slips_of_logo(before[:at] + put + before[at + gone :], "png"))

    assert len(slips) <= 1 and all(line == 1 and what and fix for line, what, fix in slips)


@pytest.mark.parametrize("kind", ["folder", "link to nothing", "link to itself", "link to a folder"])
@pytest.mark.parametrize("name", ["docs/x.md", "docs/_data/facts/x.yml", "docs/_data/organization.yml"])
def test_what_is_no_file_is_told(tmp_path, name, kind):
    """
    A folder or a link where a file belongs is told by its path.
    """
    root = small_guide(tmp_path / "guide")
    place = root / name
    place.unlink(missing_ok=True)
    match kind:
        case "folder":
            place.mkdir()
        case "link to nothing":
            place.symlink_to("nothing")
        case "link to itself":
            place.symlink_to(place)
        case "link to a folder":
            place.symlink_to(root)

    told = problems_of(root)

    assert f"\n{name}:1: " in f"\n{told}"


def test_a_few_lines_that_stand_for_gigabytes_are_refused(small, files):
    """
    A value that stands for ten others, each of which stands for ten more, is told at once.
    """
    file = next(file for file in files if file.parent.name == "facts")
    before = file.read_bytes()
    names = "abcdefghijkl"
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise(names))
    try:
        file.write_text(bomb, encoding="utf-8")
        told = problems_of(small)
    finally:
        file.write_bytes(before)

    assert f'{file.relative_to(small).as_posix()}:2: a value here is written as "*".' in told
