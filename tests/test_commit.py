"""
By which day the checks of facts are judged: that of the commit.
"""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from copies import small_guide
from guide.commit import day_of_commit
from guide.project import read_guide
from guide.rules.checks import check_days_are_in_order

FACTS = "docs/_data/facts/talks.yml"


def git(folder: Path, *arguments: str, day: str = "2026-11-25") -> None:
    """
    Let git do something in `folder`, late in the evening of a day in Missouri.
    """
    when = f"{day}T22:30:00 -0600"
    own = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    named = ("-c", "user.name=A", "-c", "user.email=a@host.example")
    subprocess.run(["git", *named, *arguments], cwd=folder, env=os.environ | own, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Path:
    """
    A small guide, committed on November 25, 2026.
    """
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    folder = small_guide(tmp_path / "guide")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "First")
    return folder


def add_check(folder: Path, day: str) -> None:
    """
    Let a fact be checked on a day.
    """
    file = folder / FACTS
    check = f"checks: [{{day: {day}, compared: A, compared_words: b}}]"
    file.write_text(file.read_text(encoding="utf-8").replace("checks: []", check, 1), encoding="utf-8")


def told(folder: Path) -> list[str]:
    """
    Return what is wrong with the days of checks.
    """
    return [problem.what for problem in check_days_are_in_order(read_guide(folder)[0])]


def test_a_commit_is_judged_by_its_own_day(repository):
    """
    The day of the commit is the last that a check may have, whenever it is built.
    """
    add_check(repository, "2026-11-25")
    git(repository, "commit", "--quiet", "-a", "-m", "In time")

    assert date(2026, 11, 25) == day_of_commit(repository)
    assert [] == told(repository)


def test_a_check_that_is_later_than_its_commit_is_told(repository):
    """
    A day after the commit was not there yet, and is told in a year as well.
    """
    add_check(repository, "2026-11-26")
    git(repository, "commit", "--quiet", "-a", "-m", "Too early")

    assert ['the check of "three-people" on 2026-11-26 is later than this version of the guide'] == told(repository)


def test_the_last_commit_alone_is_enough(repository, tmp_path):
    """
    GitHub's runners clone one commit without what came before, and no branch.
    """
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "Later", day="2026-11-27")
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    git(tmp_path / "shallow", "checkout", "--quiet", "--detach")

    assert date(2026, 11, 27) == day_of_commit(tmp_path / "shallow")


@pytest.mark.parametrize("new", [False, True], ids=["a changed file", "a new file"])
def test_what_is_not_committed_yet_is_of_today(repository, new):
    """
    Who writes down a check today is not told that the last commit is older.
    """
    if new:
        (repository / "docs/local").mkdir(exist_ok=True)
        (repository / "docs/local/mine.md").write_text("# Mine\n", encoding="utf-8")
    else:
        add_check(repository, date.today().isoformat())

    assert date.today() == day_of_commit(repository)
    assert [] == told(repository)


def test_without_git_it_is_today(repository, tmp_path, monkeypatch):
    """
    A copy that was downloaded has no commit, and a computer may have no git.
    """
    downloaded = small_guide(tmp_path / "downloaded")
    assert date.today() == day_of_commit(downloaded)

    monkeypatch.setenv("PATH", str(tmp_path))
    assert date.today() == day_of_commit(repository)
