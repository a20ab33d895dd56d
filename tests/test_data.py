"""
The data files: each case of `tests/data/` holds the files that differ from the good ones in `tests/pages/_data/`,
and in `expected.txt` the lines that must be printed.
"""

import shutil
from pathlib import Path

import pytest

from guide.data import Data, read_data
from guide.problems import report

TESTS = Path(__file__).resolve().parent
CASES = sorted(folder for folder in (TESTS / "data").iterdir() if folder.is_dir())


@pytest.fixture
def folder(tmp_path) -> Path:
    """
    A `docs/_data` without a slip.
    """
    return shutil.copytree(TESTS / "pages/_data", tmp_path / "docs/_data")


def test_good_data_has_no_problem(folder):
    """
    The data that all cases start from is in order.
    """
    assert [] == read_data(folder).problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_slip_is_told_by_file_and_line(folder, case):
    """
    A slip in a data file gives just the lines that the case expects, and no traceback.
    """
    shutil.copytree(case, folder, dirs_exist_ok=True)

    told = report(read_data(folder).problems)

    assert (case / "expected.txt").read_text(encoding="utf-8").strip() == told


@pytest.mark.parametrize("name", ["events.yml", "letters.yml", "fields.yml", "words.yml", "books.yml", "routes.yml", "organization.yml"])
def test_missing_file_is_told(folder, name):
    """
    A data file that is gone is named, and nothing that leans on it is blamed.
    """
    (folder / name).unlink()

    told = report(read_data(folder).problems)

    assert f"docs/_data/{name}:1: the file is missing. Bring it back; the guide needs it. [data-is-readable]" == told


def test_missing_facts_are_told_once(folder):
    """
    Without any file of facts that is the one problem, not each fact that someone names.
    """
    for file in (folder / "facts").iterdir():
        file.unlink()

    told = report(read_data(folder).problems)

    assert "docs/_data/facts:1: this folder has no file of facts. Bring them back; the guide needs them. [data-is-readable]" == told


@pytest.mark.parametrize("key, value", [
    ("phone", ""), ("phone", "(800) 555-0100"), ("phone", "+1 800.555.0100"), ("phone", "1-800-555-0100"), ("email", "a.b-c+d@x.y.example"),
    ("url", "https://group.example/a?b=c"), ("name", 'Peña & Sons "Ozark" Family Network')])
def test_contacts_and_names_may_be_written_in_their_ways(folder, key, value):
    """
    The usual ways to write a phone number, and names with quotes and accents, are in order.
    """
    file = folder / "organization.yml"
    lines = [f"    {key}: '{value}'" if line.strip().startswith(f"{key}:") else line for line in file.read_text(encoding="utf-8").splitlines()]
    file.write_text("\n".join(lines), encoding="utf-8")

    assert ([], value) == (read_data(folder).problems, getattr(read_data(folder).organization, key))


def test_windows_line_ends_are_no_slip(folder):
    """
    A file saved on Windows, with its line ends and its mark of UTF-8, says the same.
    """
    before = read_data(folder)
    for file in folder.rglob("*.yml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    after = read_data(folder)

    assert before == after


def test_changed_file_is_read_again(folder):
    """
    While previewing, a change is seen at once.
    """
    read_data(folder)
    (folder / "words.yml").write_text("", encoding="utf-8")

    assert 1 == len(read_data(folder).problems)


def test_newest_check_is_the_only_clock(folder):
    """
    The files of a build are dated by the newest check of a fact; without any there is no day.
    """
    days = (str(read_data(folder).newest_check), Data().newest_check)

    assert ("2026-11-23", None) == days
