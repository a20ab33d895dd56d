"""
Copies of this repository, for what a test breaks or builds.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "overrides", "scripts", "mkdocs.yml")


def copy_to(folder: Path) -> Path:
    """
    Return `folder` with a copy of the guide in it.
    """
    folder.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, folder / name)
    (folder / "site").mkdir()
    (folder / "site/before.txt").write_text("the last good site", encoding="utf-8")
    return folder


def change(file: Path, old: str, new: str) -> int:
    """
    Replace `old`, which stands in `file`, once, and return its line.
    """
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """
    Return how the build of the copy in `folder` ended.
    """
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return subprocess.run(
        [sys.executable, "scripts/build.py", *arguments],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
