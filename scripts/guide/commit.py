"""
The day of the commit that is checked, so that the same commit always gets the same answer.
"""

import subprocess
from datetime import date
from pathlib import Path

# What a check of a fact stands in. Where it differs from the commit, it is of today.
WORDS = ("docs", "mkdocs.yml")


def day_of_commit(root: Path) -> date:
    """
    Return the day of the newest commit of the repository at `root`; today where words are not committed yet, or there
    is no git.
    """
    if git(root, "status", "--porcelain", "--", *WORDS) != "":
        return date.today()
    # As the clock of whoever made the commit showed it.
    day = git(root, "log", "-1", "--format=%cs")
    return date.fromisoformat(day) if day else date.today()


def git(root: Path, *arguments: str) -> str | None:
    """
    Return what git says in the folder `root`, None where it says nothing good.
    """
    try:
        ended = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return ended.stdout.strip()
