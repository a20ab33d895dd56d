"""
The data files: each case of `tests/data/` holds the files that differ from the good ones in `tests/pages/_data/`,
and in `expected.txt` the lines that must be printed. A folder `local` in it is a host's own `docs/local/_data`.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from guide.data import Data, read_data
from guide.due import due_list
from guide.page_files import read_pages
from guide.problems import Problem, report
from guide.project import Guide
from guide.rules.rule import RULES

TESTS = Path(__file__).resolve().parent
# The rules that hold data files together; their cases stand here, those of other rules in `tests/guides/`.
BETWEEN_FILES = (
    "data-names-what-exists",
    "data-key-is-unique",
    "data-is-used",
    "fact-is-used",
    "routes-lead-to-a-result",
    "routes-are-reached",
    "answer-can-be-named",
)
CASES = sorted(folder for folder in (TESTS / "data").iterdir() if folder.is_dir())


@pytest.fixture
def folder(tmp_path) -> Path:
    """
    A `docs/_data` without a slip.
    """
    return shutil.copytree(TESTS / "pages/_data", tmp_path / "docs/_data")


def problems_of(folder: Path) -> list[Problem]:
    """
    Return what is wrong in the data files and between them, without the pages.
    """
    data = read_data(folder)
    return data.problems + between_files(Guide(folder.parent.parent, {}, data, []))


def between_files(context: Guide) -> list[Problem]:
    return [problem for name in BETWEEN_FILES for problem in RULES[Guide][name](context)]


def lay_over(case: Path, folder: Path) -> None:
    """
    Put the files of a case over the good ones in `folder`, and those of a host beside it.
    """
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("local"))
    if (case / "local").exists():
        shutil.copytree(case / "local", folder.parent / "local/_data")


def test_good_data_has_no_problem(folder):
    """
    The data that all cases start from is in order.
    """
    assert [] == problems_of(folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_slip_is_told_by_file_and_line(folder, case):
    """
    A slip in a data file gives just the lines that the case expects, and no traceback.
    """
    lay_over(case, folder)

    told = report(problems_of(folder))

    assert (case / "expected.txt").read_text(encoding="utf-8").strip() == told


@pytest.mark.parametrize(
    "name",
    [
        "events.yml",
        "fields.yml",
        "glossary.yml",
        "books.yml",
        "posters.yml",
        "edition.yml",
        "law.yml",
        "claims.yml",
        "wording.yml",
        "reader/agreement.yml",
        "reader/papers.yml",
        "districts.yml",
        "organization.yml",
        "defaults.yml",
        "routes/notes.yml",
    ],
)
def test_missing_file_is_told(folder, name):
    """
    A data file that is gone is named, and nothing that leans on it is blamed.
    """
    (folder / name).unlink()

    told = report(problems_of(folder))

    assert f"docs/_data/{name}:1: the file is missing. Restore it; the guide needs it. [data-is-readable]" == told


@pytest.mark.parametrize("name, called", [("facts", "fact"), ("letters", "letter"), ("routes/situations", "situation")])
def test_an_empty_folder_is_told_once(folder, name, called):
    """
    Without any file in a folder that is the one problem, not each fact, letter or situation that someone names.
    """
    for file in (folder / name).iterdir():
        file.unlink()

    told = report(problems_of(folder))

    assert (
        f"docs/_data/{name}:1: this folder has no file of {called}s. Restore them; the guide needs them. [data-is-readable]"
        == told
    )


@pytest.mark.parametrize(
    "key, value",
    [
        ("phone", ""),
        ("phone", "(800) 555-0100"),
        ("phone", "+1 800.555.0100"),
        ("phone", "1-800-555-0100"),
        ("email", "a.b-c+d@x.y.example"),
        ("url", "https://group.example/a?b=c"),
        ("name", 'Peña & Sons "Ozark" Family Network'),
    ],
)
def test_contacts_and_names_may_be_written_in_their_ways(folder, key, value):
    """
    The usual ways to write a phone number, and names with quotes and accents, are in order.
    """
    file = folder / "organization.yml"
    lines = [
        f"    {key}: '{value}'" if line.strip().startswith(f"{key}:") else line
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
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
    (folder / "glossary.yml").write_text("", encoding="utf-8")

    assert 1 == len(read_data(folder).problems)


def test_newest_check_is_the_only_clock(folder):
    """
    The files of a build are dated by the newest check of a fact; without any there is no day.
    """
    days = (str(read_data(folder).newest_check), Data().newest_check)

    assert ("2026-11-23", None) == days


USED = """\
# All of it

Mediation, prior written notice; [Child's name], [School district], [Points you disagree about], [Date], [Their address],
[What happened], [Your signature].

So it is.[^help-line][^stays-put]
"""


@pytest.fixture
def guide(folder) -> Guide:
    """
    A guide whose one page has all that its data holds, and whose others have the letters.
    """
    (folder.parent / "all.md").write_text(USED, encoding="utf-8")
    for letter in (folder / "letters").iterdir():
        text = f"# A letter\n\n/// letter | A letter\n    id: {letter.stem}\n\nDear all,\n///\n"
        (folder.parent / f"{letter.stem}.md").write_text(text, encoding="utf-8")
    return guide_of(folder)


def guide_of(folder: Path) -> Guide:
    root = folder.parent.parent
    return Guide(root, {}, read_data(folder), read_pages(folder.parent, root)[0])


def test_what_is_used_is_no_problem(guide):
    """
    Nothing is told of data that pages use.
    """
    assert [] == between_files(guide)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "[What happened], ",
            "",
            'docs/_data/fields.yml:43: no page has the blank "[What happened]". '
            "Delete this field, or write its blank in a letter. [data-is-used]",
        ),
        (
            "Mediation, prior written notice",
            "This",
            'docs/_data/glossary.yml:8: no page speaks of "Prior written notice (PWN)". Delete it, use it where it helps, '
            'or write "heard: true" if families hear it elsewhere. [data-is-used]',
        ),
        (
            "[^help-line]",
            "\n\n/// law\n    topic: test\n///\n",
            'docs/_data/facts/talks.yml:41: nothing cites the fact "help-line". '
            'Cite it where it is needed, say in "unused:" why it is kept, or delete it. [fact-is-used]',
        ),
    ],
)
def test_what_no_page_uses_is_told(guide, old, new, expected):
    """
    A field without its blank, a term that no page speaks of, and a fact that nothing cites are told at their lines.
    """
    page = guide.root / "docs/all.md"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    problems = between_files(guide_of(guide.root / "docs/_data"))

    assert expected in [str(problem) for problem in problems]


def test_letter_without_a_page_is_told(guide):
    """
    A letter that no page holds is told at its file.
    """
    (guide.root / "docs/opening.md").unlink()

    problems = between_files(guide_of(guide.root / "docs/_data"))

    assert [
        'docs/_data/letters/opening.yml:1: no page has the letter "opening". '
        'Write its page "opening.md", or delete this file. [data-is-used]'
    ] == [str(problem) for problem in problems]


def say_why_unused(folder: Path) -> None:
    """
    Say of the fact "help-line" why it is kept although nothing cites it.
    """
    file = folder / "facts/talks.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("help-line:\n", "help-line:\n  unused: It may come back.\n"), encoding="utf-8")


def test_a_fact_that_says_why_it_is_kept_needs_no_page(guide):
    """
    With a reason in `unused` a fact may stand in the data alone.
    """
    page = guide.root / "docs/all.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[^help-line]", ""), encoding="utf-8")
    say_why_unused(guide.root / "docs/_data")

    assert [] == between_files(guide_of(guide.root / "docs/_data"))


def test_a_reason_for_a_fact_that_is_cited_is_told(guide):
    """
    A fact that a page cites has no reason to say why nothing does.
    """
    say_why_unused(guide.root / "docs/_data")

    problems = between_files(guide_of(guide.root / "docs/_data"))

    assert ['docs/_data/facts/talks.yml:42: "help-line" is cited. Delete its "unused:". [fact-is-used]'] == [
        str(problem) for problem in problems
    ]


def test_facts_that_are_due_are_listed_with_what_rests_on_them(guide):
    """
    A fact is due without a check, without its day or words, or after a year; each names its pages, letters and books.
    """
    in_book = guide.root / "docs/letters/mediation-request.md"
    in_book.parent.mkdir()
    in_book.write_text("# In the book\n\n/// law\n    topic: test\n///\n", encoding="utf-8")
    facts = guide.root / "docs/_data/facts/talks.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("checks: []", "checks: [{day: null, compared: A, compared_words: b}]", 1), "utf-8")
    context = guide_of(guide.root / "docs/_data")

    lines = [
        line
        for line in due_list(context.data, context.pages, date(2027, 11, 22)).splitlines()
        if "talks.yml" in line or " are due: " in line
    ]

    both, law = "Pages: docs/all.md, docs/letters/mediation-request.md.", "Pages: docs/letters/mediation-request.md."
    assert [
        f'talks.yml:3: "ten-day-wait" was last checked over a year ago. {law} Letters: mediation-request. Books: kit.',
        f'talks.yml:18: "three-people" was checked, but nobody wrote down when. {law} Books: kit.',
        f'talks.yml:29: "state-pays" has no check. {law} Letters: undated-complaint. Books: kit.',
        f'talks.yml:41: "help-line" has no words of the text it was compared with. {both} Books: kit.',
        'talks.yml:55: "stays-put" has no words of the text it was compared with and was last checked over a year ago. '
        f"{both} Books: kit.",
        "8 of 8 facts are due: 1 without a check, 1 without a day, 5 without compared words, 3 older than a year.",
    ] == [line.removeprefix("docs/_data/facts/") for line in lines]


def test_exception_that_is_none_is_told(guide):
    """
    A term that is said to be heard elsewhere only, and stands on a page, is told.
    """
    file = guide.root / "docs/_data/glossary.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "  facts: [state-pays]\n", "  facts: [state-pays]\n  heard: true\n", 1
        ),
        encoding="utf-8",
    )

    problems = between_files(guide_of(guide.root / "docs/_data"))

    assert ['docs/_data/glossary.yml:1: "Mediation" is on a page. Delete "heard: true". [data-is-used]'] == [
        str(problem) for problem in problems
    ]
