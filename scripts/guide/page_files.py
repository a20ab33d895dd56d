"""
The Markdown files of `docs/`, read as pages; what no rule could read is a problem.
"""

from collections.abc import Iterator
from pathlib import Path

from guide.characters import control_character, too_much
from guide.pages import Page
from guide.problems import NOT_UTF8, Problem
from guide.yaml_lines import Unreadable, load_yaml


def read_page(file: Path, root: Path) -> Page:
    """
    Return the page in `file`, its path counted from `root`. Windows line ends are taken as any other.

    Raises:
        UnreadablePage: the file is empty, is not UTF-8, or its front matter is no YAML.
    """
    path = file.relative_to(root).as_posix()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise UnreadablePage(path, line, *NOT_UTF8) from None
    if not text.strip():
        raise UnreadablePage(path, 1, "the page is empty", "Write it, or delete the file.")
    if slip := too_much(text):
        raise UnreadablePage(path, *slip)
    # Not splitlines(): it also counts the line breaks that word processors leave inside a line.
    lines = text.removesuffix("\n").split("\n")
    page = Page(path, lines)
    if lines[0].rstrip() == "---":
        page.meta, page.body_line = read_front_matter(path, lines)
    return page


def read_front_matter(path: str, lines: list[str]) -> tuple[dict, int]:
    """
    Return the front matter that the lines of a page begin with, and the line where the text starts. Raises
    `UnreadablePage` where it has no end, or is no YAML.
    """
    end = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "...")), None)
    if not end:
        raise UnreadablePage(path, 1, "the front matter has no end", 'Add a line "---" below it.')
    # Of the text below, a rule tells: there it hides no other slip.
    if slip := control_character("\n".join(lines[:end])):
        raise UnreadablePage(path, *slip)
    try:
        meta, _ = load_yaml("\n".join(lines[1 : end - 1]))
    except Unreadable as slip:
        what = f"in the front matter, {slip.what}"
        raise UnreadablePage(path, min(slip.line + 1, end - 1), what, slip.fix) from None
    return (meta if isinstance(meta, dict) else {}), end + 1


class UnreadablePage(Exception):
    """
    A page that no rule can read; carries the problem to show.
    """

    def __init__(self, path: str, line: int, what: str, fix: str):
        self.problem = Problem(path, line, what, fix, "page-is-readable")
        super().__init__(str(self.problem))


def page_files(docs: Path) -> Iterator[Path]:
    """
    Yield the Markdown files below `docs`, in a lasting order, without those of `_data`.
    """
    yield from (
        file for file in sorted(docs.rglob("*.md")) if file.is_file() and "_data" not in file.relative_to(docs).parts
    )


def read_pages(docs: Path, root: Path) -> tuple[list[Page], list[Problem]]:
    """
    Return all pages below `docs` that can be read, and a problem for each that cannot.
    """
    pages, problems = [], []
    for file in page_files(docs):
        try:
            pages.append(read_page(file, root))
        except UnreadablePage as unreadable:
            problems.append(unreadable.problem)
    return pages, problems
