"""
The rules of pages, each on its own pages in `tests/pages/<rule>/`.

A page marks the lines on which its rule must speak: `<!-- expect+1: what -->` stands for the line below,
`expect-1` for the line above; in front matter it is a comment, `# expect-1: what`. A page `good*.md` marks none.

A rule of the guide as a whole has cases in `tests/guides/<rule>/`: the files that differ from the small guide in
`tests/guides/_base` (with the data of `tests/pages/_data`), and in `expected.txt` the lines that must be printed.
"""

import ast
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from copies import small_guide
from guide.data import read_data
from guide.page_files import read_page, read_pages
from guide.pages import Page
from guide.problems import READER_RULES, report
from guide.project import Guide, read_guide
from guide.rules import check_pages
from guide.rules.rule import RULES, Findings, rule

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests/pages"
GUIDES = ROOT / "tests/guides"
PAGE_RULES = RULES[Page]
# Those of the data between files have their cases in `tests/data/`.
GUIDE_RULES = {
    name: find
    for name, find in RULES[Guide].items()
    if find.__module__ not in ("guide.rules.data", "guide.rules.graph")
}
NAMES = {name for rules in RULES.values() for name in rules} | set(READER_RULES)
CASES = sorted(
    file for name in PAGE_RULES for file in (PAGES / name).rglob("*.md") if file.name.startswith(("good", "bad-"))
)
GUIDE_CASES = sorted(file.parent for file in GUIDES.glob("*/*/expected.txt"))
MARK = re.compile(r"^(?:<!-- |# )expect(?P<away>[+-]\d+): (?P<what>.*?)(?: -->)?$")


def expected(file: Path) -> list[tuple[int, str]]:
    """
    Return the line and the words of each problem that a page marks.
    """
    marks = [(number, MARK.match(line)) for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)]
    return sorted((number + int(mark["away"]), mark["what"]) for number, mark in marks if mark)


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
    context = Guide(root, {}, data, [read_page(other, root) for other in sorted(root.rglob("*.md"))])

    problems = list(PAGE_RULES[name](read_page(file, root), context))

    assert expected(file) == sorted((problem.line, problem.what) for problem in problems)


@pytest.mark.parametrize("name", PAGE_RULES)
def test_rule_has_a_good_page_and_a_bad_one(name):
    """
    Each rule is seen to speak and seen to keep silent.
    """
    marked = {bool(expected(file)): file for file in CASES if file.relative_to(PAGES).parts[0] == name}

    assert {True, False} == set(marked), f"Write tests/pages/{name}/good.md and tests/pages/{name}/bad-….md."


@pytest.fixture
def small(tmp_path) -> Path:
    """
    The folder of a small guide in which nothing is wrong.
    """
    return small_guide(tmp_path / "guide")


@pytest.mark.parametrize("case", GUIDE_CASES, ids=lambda case: str(case.relative_to(GUIDES)))
def test_rule_of_the_guide_reports_what_the_case_expects(small, case):
    """
    With the files of a case laid over the small guide, its rule prints just the lines that the case expects.
    """
    shutil.copytree(case, small, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    context, _ = read_guide(small)

    problems = report(GUIDE_RULES[case.parent.name](context))

    assert (case / "expected.txt").read_text(encoding="utf-8").strip() == problems


@pytest.mark.parametrize("name", GUIDE_RULES)
def test_rule_of_the_guide_is_silent_where_nothing_is_wrong(small, name):
    """
    No rule speaks of the small guide as it is, which can be read; and each has a case in which it does.
    """
    context, unreadable = read_guide(small)

    assert ([], []) == (unreadable, list(GUIDE_RULES[name](context)))
    assert name in {case.parent.name for case in GUIDE_CASES}


def test_pages_stand_in_folders_of_rules():
    """
    No case is left behind when a rule gets another name. What stands in `_data` and in a host's `local` is data for them.
    """
    folders = [{folder.name for folder in place.iterdir()} for place in (PAGES, GUIDES)]

    assert [{*PAGE_RULES, "_data", "local"}, {*GUIDE_RULES, "_base"}] == folders


def test_manual_explains_every_rule():
    """
    Each rule, of a reader too, has its heading in the authors' manual, and the manual explains no other.
    """
    manual = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")

    explained = re.findall(r"^## ([a-z]+(?:-[a-z]+)+)$", manual, re.MULTILINE)

    assert set() == NAMES ^ set(explained), (
        'Each of these needs its heading "## …" in CONTRIBUTING.md, or has lost its rule.'
    )
    assert sorted(NAMES) == explained, "The headings of the rules stand in the order of the alphabet."


def test_no_problem_has_a_name_of_its_own():
    """
    Where a reader makes a problem itself, the name that it writes there is one of `READER_RULES`.
    """
    made = re.compile(r'\b[Pp]roblem\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*"([a-z]+(?:-[a-z]+)+)"\)')

    written = {
        name for file in (ROOT / "scripts").rglob("*.py") for name in made.findall(file.read_text(encoding="utf-8"))
    }

    assert {"page-is-readable"} <= written <= set(READER_RULES)


def test_every_rule_says_what_it_is():
    """
    A rule's docstring is the sentence that it enforces.
    """
    assert [] == [name for rules in RULES.values() for name, find in rules.items() if not (find.__doc__ or "").strip()]


def test_two_rules_never_share_a_name():
    """
    A second rule of the same name would take the place of the first without a word.
    """
    with pytest.raises(ValueError, match="two rules are called page-has-one-title"):

        @rule
        def page_has_one_title(page: Page, context: Guide) -> Findings:
            yield 1, "", ""


def test_the_guide_keeps_its_own_rules():
    """
    No page and no data file of the guide has a problem.
    """
    context, problems = read_guide(ROOT)

    problems += check_pages(context)

    assert [] == [str(problem) for problem in problems]


def machinery() -> dict[str, str]:
    """
    Return the text of each file of the machinery by its path. What stands in `overrides/brand/` is a host's own.
    """
    files = [
        file
        for folder in ("scripts", "overrides")
        for file in (ROOT / folder).rglob("*")
        if file.is_file()
        and not {"fonts", "brand", "__pycache__"} & set(file.parts)
        and not any(part.endswith(".egg-info") for part in file.parts)
    ]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def without_docstrings(code: str) -> str:
    """
    Return Python code without its docstrings: the manual of a block gives real pages as examples.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and (
            text := ast.get_docstring(node, clean=False)
        ):
            code = code.replace(text, "")
    return code


def places_named(text: str, names: Iterable[str]) -> set[str]:
    """
    Return where names of states, bodies and law stand in a text or in its identifiers, in any letter case.
    """
    # "sampleOffice" is two words.
    words = f"{text}\n{re.sub('(?<=[a-z0-9])(?=[A-Z])', ' ', text)}".lower()
    forms = "|".join(r"[\s_-]*".join(map(re.escape, name.lower().split())) for name in names)
    return set(re.findall(rf"(?<![a-z0-9])(?:{forms})(?![a-z0-9])", words))


def pages_named(text: str, pages: Iterable[str], letters: Iterable[str]) -> set[str]:
    """
    Return those pages and letters of a guide that a text names, in any letter case. A page at the top is known by its
    ending alone, since its name may be a word, and so may be a letter's name without a hyphen.
    """
    # Each edition has a home page.
    forms = [re.escape(page) + ("" if "/" in page else r"\.(?:md|html)") for page in pages if page != "index"]
    forms += [re.escape(letter) for letter in letters if "-" in letter]
    return set(re.findall(rf"(?<![\w/-])(?:{'|'.join(forms)})(?![\w-])", text.lower()))


@pytest.mark.parametrize(
    "text, named",
    [
        ("href=\"{{ 'Kit.html' | url }}\"", {"kit.html"}),
        ("See kit.md#how.", {"kit.md"}),
        ("the starter-kit.md, a kit, index.html", set()),
        ("letters/one-letter.html", {"letters/one-letter"}),
        ('data-letter="one-letter"', {"one-letter"}),
        ("more/letters/one-letter and one-letter-more", set()),
    ],
)
def test_a_page_is_known_by_its_name(text, named):
    """
    A page with or without its folder, and a letter, are seen; what is named like them is not.
    """
    assert named == pages_named(text, ["index", "kit", "letters/one-letter"], ["one-letter", "kit"])


@pytest.mark.parametrize(
    "text, named",
    [
        ("const SITE = 'SAMPLELAND'", {"sampleland"}),
        ("samplelandLaw", {"sampleland"}),
        ("the_ode, node", {"ode"}),
        ("ask-the-sample-office", {"the-sample-office"}),
        ("askTheSampleOffice", {"the sample office"}),
        ("node, model, office", set()),
    ],
)
def test_a_place_is_known_by_its_name(text, named):
    """
    In any letter case, and as a part of an identifier; not within a word.
    """
    assert named == places_named(text, ["Sampleland", "ODE", "The Sample Office"])


def test_machinery_names_no_place():
    """
    Neither the state nor its law or bodies are named in the machinery, in any letter case, so that another state can use it.
    """
    data = read_data(ROOT / "docs/_data")
    names = (data.edition.state, *data.edition.bodies, data.organization.name)

    named = {path: places_named(f"{path}\n{text}", names) for path, text in machinery().items()}

    assert {} == {path: found for path, found in named.items() if found}


def test_machinery_names_no_page():
    """
    No file of the machinery names a page or a letter of this guide, in any letter case: which there are is the edition's
    own, and where a tool leads to one, `menu.yml` says which. Docstrings may.
    """
    pages = [page.path.removeprefix("docs/").removesuffix(".md") for page in read_pages(ROOT / "docs", ROOT)[0]]
    letters = read_data(ROOT / "docs/_data").letters

    named = {
        path: pages_named(f"{path}\n{without_docstrings(text) if path.endswith('.py') else text}", pages, letters)
        for path, text in machinery().items()
    }

    assert {} == {path: found for path, found in named.items() if found}
