"""
The rules of the words, each on its own pages in `tests/pages/<rule>/`.

A page marks the lines on which its rule must speak: `<!-- expect+1: what -->` stands for the line below,
`expect-1` for the line above; in front matter it is a comment, `# expect-1: what`. A page `good*.md` marks none.
"""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from guide.data import read_data
from guide.rules import BY_NAME, check_words
from guide.rules.data import RULES as DATA_RULES
from guide.rules.whole import Whole
from guide.source import read_page, read_pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests/pages"
CASES = sorted(file for rule in BY_NAME for file in (PAGES / rule).rglob("*.md") if file.name.startswith(("good", "bad-")))
MARK = re.compile(r"^(?:<!-- |# )expect(?P<away>[+-]\d+): (?P<what>.*?)(?: -->)?$")


def expected(file: Path) -> list[tuple[int, str]]:
    """
    Return the line and the words of each problem that a page marks.
    """
    marks = [(number, MARK.match(line)) for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)]
    return sorted((number + int(mark["away"]), mark["what"]) for number, mark in marks if mark)


def rules_that_speak() -> set[str]:
    """
    Return the name of each rule that some code below `scripts/` puts into a problem.
    """
    calls = [node for file in (ROOT / "scripts").rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and getattr(node.func, "id", "").lower() == "problem" and node.args]
    last = [call.args[-1].value for call in calls if isinstance(call.args[-1], ast.Constant)]
    return {name for name in last if isinstance(name, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", name)}


@pytest.mark.parametrize("file", CASES, ids=lambda file: str(file.relative_to(PAGES).with_suffix("")))
def test_rule_reports_what_the_page_expects(file):
    """
    A rule reports each line that the page marks, in the words it marks, and no other.
    """
    name = file.relative_to(PAGES).parts[0]
    root = PAGES / name
    # What the guide itself must not say, and how it speaks of law.
    guide = read_data(ROOT / "docs/_data")
    data = replace(read_data(PAGES / "_data"), claims=guide.claims, law=guide.law)
    whole = Whole(root, data, [read_page(other, root) for other in sorted(root.rglob("*.md"))])

    problems = list(BY_NAME[name](read_page(file, root), whole))

    assert expected(file) == sorted((problem.line, problem.what) for problem in problems)


@pytest.mark.parametrize("name", BY_NAME)
def test_rule_has_a_good_page_and_a_bad_one(name):
    """
    Each rule is seen to speak and seen to keep silent.
    """
    marked = {bool(expected(file)): file for file in CASES if file.relative_to(PAGES).parts[0] == name}

    assert {True, False} == set(marked)


def test_pages_stand_in_folders_of_rules():
    """
    No case is left behind when a rule gets another name.
    """
    folders = {folder.name for folder in PAGES.iterdir()} - {"_data"}

    assert set(BY_NAME) == folders


def test_manual_explains_every_rule():
    """
    Each rule that can speak has its heading in the authors' manual, and the manual explains no other.
    """
    manual = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")

    explained = re.findall(r"^## ([a-z]+(?:-[a-z]+)+)$", manual, re.MULTILINE)

    assert sorted(set(BY_NAME) | rules_that_speak() | {rule.__name__.replace("_", "-") for rule in DATA_RULES}) == explained


def test_the_guide_keeps_its_own_rules():
    """
    No page and no data file of the guide has a problem.
    """
    data = read_data(ROOT / "docs/_data")
    pages, unreadable = read_pages(ROOT / "docs", ROOT)

    problems = unreadable + data.problems + check_words(Whole(ROOT, data, pages))

    assert [] == [str(problem) for problem in problems]


def machinery(*endings: str) -> dict[str, str]:
    """
    Return the text of each file of the machinery with one of these endings, by its path.
    """
    files = [file for folder in ("scripts", "overrides") for file in (ROOT / folder).rglob("*")
             if file.suffix in endings and "fonts" not in file.parts and not any(part.endswith(".egg-info") for part in file.parts)]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def without_docstrings(code: str) -> str:
    """
    Return Python code without its docstrings: the manual of a block gives real pages as examples.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and (text := ast.get_docstring(node, clean=False)):
            code = code.replace(text, "")
    return code


def test_machinery_names_no_place():
    """
    Neither the state nor its law or bodies are named in the machinery, in any letter case, so that another state can use it.
    """
    data = read_data(ROOT / "docs/_data")
    names = (data.edition.state, *data.edition.bodies, data.organization.name)
    files = machinery(".py", ".html", ".css", ".js", ".yml", ".sh", ".svg", ".txt", ".md")

    named = [(path, name) for path, text in files.items() for name in names
             if re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", text, re.IGNORECASE)]

    assert [] == named


def test_machinery_names_no_page():
    """
    No code or script names a page of this guide: which pages there are is the edition's own. Docstrings may.
    """
    pages = [page.path.removeprefix("docs/").removesuffix(".md") for page in read_pages(ROOT / "docs", ROOT)[0]]
    # Templates still link to a few pages of tools.
    files = machinery(".py", ".css", ".js", ".yml", ".sh")

    named = [(path, page) for path, text in files.items() for page in pages if "/" in page
             if re.search(rf"(?<![\w/-]){re.escape(page)}(?![\w-])", without_docstrings(text) if path.endswith(".py") else text)]

    assert [] == named
