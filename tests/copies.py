"""
Copies of this repository, for what a test breaks or builds.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from markdown import markdown

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


def write_page(site: Path, path: str, text: str, data: Path, address: str) -> None:
    """
    Write the page `path` (`lists/first.md`) of a small made-up guide into its site, as MkDocs would: `text` is its
    Markdown, `data` its folder `_data`, `address` that of the guide, "" where it has none.
    """
    words = markdown(
        text,
        extensions=["guide.blocks", "attr_list", "tables", "toc"],
        extension_configs={"guide.blocks": {"data": str(data)}},
    )
    words = re.sub(r'href="([^":]*)\.md', r'href="\1.html', words)
    file = site / path.replace(".md", ".html")
    file.parent.mkdir(parents=True, exist_ok=True)
    link = f'<link rel="canonical" href="{address}{path.replace(".md", ".html")}">' if address else ""
    file.write_text(
        f'<!doctype html><html lang="en-US"><head><meta charset="utf-8">{link}</head>'
        f"<body><p>Menu</p><article>{words}</article></body></html>",
        encoding="utf-8",
    )


def small_guide(folder: Path) -> Path:
    """
    Return `folder` with a small guide in it, in which nothing is wrong.
    """
    shutil.copytree(ROOT / "tests/pages/_data", folder / "docs/_data")
    return shutil.copytree(ROOT / "tests/guides/_base", folder, dirs_exist_ok=True)
