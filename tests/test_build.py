"""
The whole way, on copies of this repository: what a broken copy says, and that the last good site stays.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from copies import PARTS, change, copy_to, run

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (
    "mkdocs.yml",
    "docs/_data/menu.yml",
    "docs/_data/organization.yml",
    "docs/_data/defaults.yml",
    "docs/_data/phrases.yml",
)


@pytest.fixture
def copy(tmp_path) -> Path:
    """
    A copy of the guide that was published before: `site/` holds a file of its own.
    """
    return copy_to(tmp_path / "guide")


@pytest.fixture
def built_copy(site, copy) -> Path:
    """
    Such a copy with the books and letters that the last build kept.
    """
    shutil.copytree(ROOT / ".build/kept", copy / ".build/kept")
    return copy


def outcome(folder: Path, ended: subprocess.CompletedProcess) -> tuple[int, list[str], list[str]]:
    """
    Return exit status, the lines printed, and what `site/` holds.
    """
    return ended.returncode, ended.stdout.splitlines(), [file.name for file in (folder / "site").iterdir()]


def test_all_slips_of_the_built_pages_are_told_at_once(copy):
    """
    A link that leads nowhere and a script whose tags go over two lines are told at their lines, before anything is
    printed, and the last good site stays. A script in a description is no slip: it comes out as words.
    """
    change(copy / "docs/about/changes.md", "description: ", "description: '\"><script>alert(1)</script>' # ")
    page = copy / "docs/about/changes.md"
    text = page.read_text(encoding="utf-8") + "\nSee [the letters](../letters/indxe.md).\n"
    page.write_text(text, encoding="utf-8")
    line = change(copy / "docs/about/privacy.md", "# ", "<script\n>alert(1)</script\n>\n\n# ")

    ended = outcome(copy, run(copy))

    assert (
        1,
        [
            f'docs/about/changes.md:{text.count(chr(10))}: "../letters/indxe.md" leads to nothing. '
            'Did you mean "../letters/index.md"? [link-leads-somewhere]',
            f"docs/about/privacy.md:{line}: there is a script in the page. Delete it: a page runs only the guide's own script files. "
            "[page-runs-own-scripts]",
        ],
        ["before.txt"],
    ) == ended
    assert not (copy / ".build/kept").exists()


def test_a_download_that_is_not_made_stops_the_build(built_copy):
    """
    Which downloads there are is known when they are made; a link to another is told then, and the last good site stays.
    """
    page = built_copy / "docs/about/changes.md"
    text = page.read_text(encoding="utf-8") + "\nSee [the kit](../downloads/starter-kti.pdf).\n"
    page.write_text(text, encoding="utf-8")

    ended = outcome(built_copy, run(built_copy))

    assert (
        1,
        [
            f'docs/about/changes.md:{text.count(chr(10))}: "../downloads/starter-kti.pdf" leads to nothing. '
            'Did you mean "../downloads/starter-kit.pdf"? [link-leads-somewhere]'
        ],
        ["before.txt"],
    ) == ended


def test_what_would_run_or_slip_by_is_told_before_the_build(copy):
    """
    A page that no rule would read, a picture with a script, and a site's name with HTML are told by the check of the words.
    """
    (copy / "docs/about/x.markdown").write_text("# X\n\n84 % (s)\n", encoding="utf-8")
    change(copy / "overrides/brand/logo.svg", "<path", "<script>alert(1)</script><path")
    line = change(copy / "mkdocs.yml", "site_name: ", "site_name: <b> ")

    ended = outcome(copy, run(copy, "check"))

    assert (
        1,
        [
            'docs/about/x.markdown:1: a file of this kind does not belong here. Rename it so that it ends in ".md". [file-may-be-published]',
            f'mkdocs.yml:{line}: "site_name" has "<" or ">" in it. Write it in plain words; letters, numbers, & and quotes are fine. '
            "[settings-are-valid]",
            "overrides/brand/logo.svg:1: this picture may only draw, but it has <script>. Delete that, or save the picture as .png. "
            "[picture-only-draws]",
        ],
        ["before.txt"],
    ) == ended


def test_all_slips_of_the_words_are_told_at_once(copy):
    """
    A page in another encoding, a slip in a data file and a page missing from the menu come in one run, on their lines.
    """
    (copy / "docs/reference/words.md").write_bytes(b"# W\xf6rter\n")
    fact = change(copy / "docs/_data/facts/mediation-federal.yml", "  status: confirmed", "  status: sure")
    menu = change(copy / "docs/_data/menu.yml", "kit.md", "kti.md")

    ended = outcome(copy, run(copy))

    assert (1, ["docs/_data/facts/mediation-federal.yml", f"{fact}"], ["before.txt"]) == (
        ended[0],
        ended[1][0].split(":")[:2],
        ended[2],
    )
    assert [
        f'docs/_data/menu.yml:{menu}: the menu names "kti.md", which does not exist. Did you mean "kit.md"? [menu-page-exists]',
        'docs/kit.md:1: the menu does not name this page. Add a line "- kit.md" to docs/_data/menu.yml. [menu-page-exists]',
        "docs/reference/words.md:1: the file is not in UTF-8. Save it again with the encoding UTF-8. [page-is-readable]",
    ] == ended[1][1:]


def test_wrong_settings_stop_the_build(copy):
    """
    A setting that MkDocs does not know, or whose value it cannot take, is told at its line, in each of the files.
    """
    site = change(copy / "mkdocs.yml", "site_url: ", "strict: sometimes\nsite_url: ")
    host = change(copy / "docs/_data/organization.yml", "extra:", "colour: red\nextra:")

    status, lines, left = outcome(copy, run(copy))

    assert (
        1,
        [
            f"docs/_data/organization.yml:{host}: MkDocs says: Config value 'colour'",
            f"mkdocs.yml:{site}: MkDocs says: Config value 'strict'",
        ],
        ["before.txt"],
    ) == (status, [":".join(line.split(":")[:4]) for line in lines], left)


@pytest.mark.parametrize("text, said", [(None, "the file is missing."), ("a: b: c\n", "the file cannot be read")])
def test_settings_that_cannot_be_read_are_told(copy, text, said):
    """
    A settings file that is gone or no YAML is a sentence, not a traceback; each is told, whatever the others are.
    """
    for name in SETTINGS:
        (copy / name).unlink()
        if text:
            (copy / name).write_text(text, encoding="utf-8")

    ended = run(copy, "check")

    told = [f"{name}:1: {said}" for name in SETTINGS]
    assert (1, told, False) == (
        ended.returncode,
        [one for one in told if f"\n{one}" in f"\n{ended.stdout}"],
        "Traceback" in ended.stderr,
    )


def test_settings_file_that_builds_on_no_other_is_told(copy):
    """
    Without its line INHERIT a settings file would lose all the others.
    """
    for name in SETTINGS:
        change(copy / name, "INHERIT:", "# INHERIT:")

    status, lines, _ = outcome(copy, run(copy, "check"))

    assert (1, {f'{name}:1: the line "INHERIT' for name in SETTINGS}) == (
        status,
        {":".join(line.split(":")[:3]) for line in lines},
    )


def test_github_gets_annotations(copy):
    """
    In GitHub Actions each problem is printed once more, as an annotation.
    """
    (copy / "docs/kit.md").write_bytes(b"")

    _, lines, _ = outcome(copy, run(copy, "check", GITHUB_ACTIONS="true"))

    assert (
        "::error file=docs/kit.md,line=1::the page is empty. Write it, or delete the file. [page-is-readable]" in lines
    )


def test_wrong_call_is_answered(copy):
    """
    An argument that is none is answered with the ways to call it.
    """
    ended = run(copy, "chekc")

    assert (2, True) == (ended.returncode, "python scripts/build.py check" in ended.stderr)


# Two whole builds, each anew, on a machine that may be busy.
@pytest.mark.timeout(1200)
@pytest.mark.exhaustive
def test_same_words_give_the_same_bytes(tmp_path):
    """
    Two builds, in two folders, give the same files, take the place of the last site and leave nothing behind but what the next build may take.
    """
    sites = []
    for name in ("one", "two"):
        folder = copy_to(tmp_path / name)
        ended = run(folder)
        assert (0, "The guide is built in site/.\n") == (ended.returncode, ended.stdout), ended.stdout + ended.stderr
        assert sorted((*PARTS, "site", ".build")) == sorted(file.name for file in folder.iterdir())
        assert ["kept", "links.json", "lock"] == sorted(file.name for file in (folder / ".build").iterdir())
        sites.append(published(folder / "site"))

    assert (True, []) == (
        len(sites[0]) > 50,
        [name for name in sites[0].keys() | sites[1].keys() if sites[0].get(name) != sites[1].get(name)],
    )


def test_a_changed_sentence_changes_its_page_and_its_books(site, built_copy):
    """
    Of all that is published, a new sentence changes its page, the books that hold it, what tells their sizes or packs
    them, and what lists all words of all pages: the search index. All else is the same bytes, though built in another
    folder; and the build takes the place of the last site and leaves nothing behind but what the next one may take.
    """
    before = published(site)
    change(
        built_copy / "docs/checklists/day-of.md",
        "Use this list the morning of mediation",
        "Use this on the morning of mediation",
    )

    ended = run(built_copy)

    after = published(built_copy / "site")
    assert (0, "The guide is built in site/.\n") == (ended.returncode, ended.stdout)
    assert (sorted((*PARTS, "site", ".build")), ["kept", "links.json", "lock"]) == (
        sorted(file.name for file in built_copy.iterdir()),
        sorted(file.name for file in (built_copy / ".build").iterdir()),
    )
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    # The pictures and files in large print are of pages of the book, the page of the kit may tell another size, and what is
    # due is told with the day: today's here, where there is no git.
    may_change = {name for name in changed if name.startswith("downloads/starter-kit-")}
    may_change |= {"kit.html", "about/what-is-due.html"}
    assert {
        "checklists/day-of.html",
        "search/pages.js",
        "downloads/starter-kit.pdf",
        "downloads/starter-kit.zip",
        "downloads/guide-offline.zip",
        "kit/day-of.js",
    } == changed - may_change
    assert {"downloads/starter-kit-large.pdf", "downloads/starter-kit-large-checklists.pdf"} <= may_change


def published(site: Path) -> dict[str, bytes]:
    """
    Return the bytes of each file of a built site, by its path there.
    """
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_site_that_was_set_aside_is_put_back(copy):
    """
    An earlier build that was killed while it swapped left the last good site aside: a build with a problem puts it back.
    """
    (copy / ".build").mkdir()
    (copy / "site").rename(copy / ".build/old")
    change(copy / "mkdocs.yml", "site_url: https://", "site_url: ")

    ended = run(copy)

    assert (1, ["before.txt"]) == (ended.returncode, [file.name for file in (copy / "site").iterdir()])


def test_two_builds_at_once_do_not_mix(copy):
    """
    While one build of a folder runs, another says so and changes nothing.
    """
    (copy / ".build").mkdir()
    with FileLock(copy / ".build/lock"):
        ended = run(copy)

    assert (1, "Another build of this folder is under way. Wait until it has ended, then run this again.", "") == (
        ended.returncode,
        ended.stderr.splitlines()[0],
        ended.stdout,
    )
    assert ["before.txt"] == [file.name for file in (copy / "site").iterdir()]


def test_a_failure_of_the_machine_is_a_sentence(copy):
    """
    Where nothing can be written, the build says what failed and where, without a traceback, and the last good site stays.
    """
    (copy / ".build").write_text("a file where the folder should be", encoding="utf-8")

    ended = run(copy)

    assert (1, f"{copy / '.build'}: File exists") == (
        ended.returncode,
        ended.stderr.split(".", 2)[0] + "." + ended.stderr.split(".", 2)[1],
    )
    assert ["before.txt"] == [file.name for file in (copy / "site").iterdir()]
