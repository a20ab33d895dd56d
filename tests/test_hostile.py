"""
Whatever stands in a file of the guide, a check of it ends with problems, each at a file and a line, or with none:
never with a traceback, and never not at all.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copies import small_guide
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
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    which=st.integers(0, 10_000),
    start=st.integers(0, 10_000),
    gone=st.integers(0, 60),
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
