"""
The table of elements, and what a page loads of it.
"""

import gzip
import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from guide.blocks import BY_NAME
from guide.elements import read_elements
from guide.printing.lists import LISTS
from guide.site.join import join_assets
from guide.site.route_data import FOLDER

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "scripts/elements.yml"
ASSETS = ROOT / "overrides/assets/guide"
# Bytes, gzip, of the scripts and styles of a first view: what asks about a wrong date, warns, keeps two children apart, and says when it did not load, and large text on a phone.
MOST = {"letters/mediation-request.html": 26_900, "checklists/week-before.html": 16_200}


@pytest.fixture
def copy(tmp_path) -> Path:
    """
    A repository with nothing but the table and the files that it names.
    """
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    (tmp_path / "scripts").mkdir()
    shutil.copy(TABLE, tmp_path / "scripts")
    return tmp_path


def loads(page: Path) -> tuple[list[str], list[str]]:
    """
    Return the style sheets and the scripts that a built page loads.
    """
    tree = html.document_fromstring(page.read_bytes())
    return tree.xpath("//link[@rel='stylesheet'][not(ancestor::template)]/@href"), tree.xpath(
        "//script[@src][not(ancestor::template)]/@src"
    )


def loads_later(page: Path) -> list[str]:
    """
    Return the files that a built page names for later.
    """
    tree = html.document_fromstring(page.read_bytes())
    return [link.get("href") or link.get("src") for link in tree.xpath("//template[@data-later]/*")]


def test_the_table_is_in_order():
    """
    Every file that it names is there, and it names every file.
    """
    assert [] == read_elements(ROOT)[1]


@pytest.mark.parametrize(
    "old, new, told",
    [
        (
            "letter/letter.js",
            "letter/leter.js",
            '"letter" names overrides/assets/guide/letter/leter.js, which is not there. Fix the name, or add the file.',
        ),
        (
            "[keep, letter-fields, letter]",
            "[keep, letter-fields, leter]",
            '"letter" names overrides/partials/leter.html, which is not there. Fix the name, or add the file.',
        ),
        (
            "      frame: letter",
            "      frme: letter",
            '"frme": Extra inputs are not permitted. Look at the other entries.',
        ),
        (
            "prints: sheet",
            "prints: shet",
            """"prints": Input should be 'sheet', 'list', 'words' or ''. Look at the other entries.""",
        ),
    ],
)
def test_a_slip_in_the_table_is_told_by_its_line(copy, old, new, told):
    """
    A name of a file that is not there, or a key that is none, is told where it stands.
    """
    table = copy / "scripts/elements.yml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1

    assert [f"scripts/elements.yml:{line}: {told} [settings-are-valid]"] == [
        str(problem) for problem in read_elements(copy)[1]
    ]


def test_a_file_that_no_element_names_is_told(copy):
    """
    What no page would load is no part of the guide.
    """
    (copy / "overrides/assets/guide/letter/old.js").write_text("", encoding="utf-8")

    assert [
        "overrides/assets/guide/letter/old.js:1: no element of scripts/elements.yml names this file. Name it there, or delete it. "
        "[settings-are-valid]"
    ] == [str(problem) for problem in read_elements(copy)[1]]


def test_the_table_fits_blocks_and_books():
    """
    Each block that it names is one; what it prints as a list is what books take for lists.
    """
    elements, _ = read_elements(ROOT)

    assert [] == [element.block for element in elements if element.block and element.block not in BY_NAME]
    assert set(LISTS) == {element.find[1:] for element in elements if element.prints == "list"}
    assert [] == [element.name for element in elements if element.find and not element.prints]


def test_each_script_is_one_scope():
    """
    Joined in one file, no script sees a name of another; and one that an old browser cannot read would stop them all.
    """
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(ASSETS.rglob("*.js"))}

    assert [] == [
        name
        for name, text in texts.items()
        if not re.match(r"(?://.*\n)+\(\(\) => \{\n", text)
        or not text.endswith("\n})()\n")
        or text.count("\n})()\n") > 1
    ]
    # Safari before 16.4 takes a look behind for a slip in the whole file.
    assert [] == [name for name, text in texts.items() if re.search(r"\(\?<[=!]", text)]


def test_buttons_name_no_methods():
    """
    What a button asks for goes through a list in the script: markup calls nothing else.
    """
    assert [] == [
        file.name
        for file in sorted(ASSETS.rglob("*.js"))
        if re.search(r"\[\w+(\?)?\.dataset\.\w+\]\(", file.read_text(encoding="utf-8"))
    ]


def test_style_sheets_can_be_read_in_one_sitting():
    """
    None is longer than 250 lines.
    """
    assert [] == [
        file.name for file in sorted(ASSETS.rglob("*.css")) if file.read_text(encoding="utf-8").count("\n") > 250
    ]


def test_a_page_loads_one_script_and_two_styles(site):
    """
    The host's style sheet, and one script and one style sheet joined for the elements of the page. Each is there, and none is more.
    """
    loaded = {page: loads(page) for page in sorted(site.rglob("*.html"))}
    named = {
        name.rpartition("assets/guide/")[2]
        for styles, scripts in loaded.values()
        for name in styles + scripts
        if "assets/guide/" in name
    }
    later = {name.rpartition("assets/guide/")[2] for page in loaded for name in loads_later(page)}

    assert {} == {page.name: found for page, found in loaded.items() if (len(found[0]), len(found[1])) != (2, 1)}
    assert named | later == {
        file.relative_to(site / "assets/guide").as_posix()
        for file in (site / "assets/guide").rglob("*")
        # The helper loads its data after the first tap.
        if file.is_file() and site / FOLDER not in file.parents
    }
    assert [] == [page.name for page in loaded if "data-element" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", MOST)
def test_a_first_view_is_no_heavier_than_it_was(site, name):
    """
    The scripts and styles that a phone loads first.
    """
    page = site / name
    styles, scripts = loads(page)

    assert MOST[name] >= sum(len(gzip.compress((page.parent / file).read_bytes())) for file in styles + scripts)


PAGE = """<!doctype html>
<html><head>
{}
</head><body data-element="no">
  <p>Words.</p>
</body></html>
"""


def made_site(folder: Path, head: str) -> Path:
    """
    Return a site of one page in a folder, with three scripts and a style sheet.
    """
    (folder / "a").mkdir()
    (folder / "a/page.html").write_text(PAGE.format(head), encoding="utf-8")
    (folder / "assets/guide/one").mkdir(parents=True)
    for name in ("one/first.js", "one/second.js", "one/later.js", "one/one.css"):
        (folder / "assets/guide" / name).write_text(f"{name}\n", encoding="utf-8")
    return folder


def test_files_are_joined_by_element(tmp_path):
    """
    The page names the joined files, what comes later by the element that loads it, and the rest of it stays as it was.
    """
    site = made_site(
        tmp_path,
        """<link rel="stylesheet" href="../assets/guide/one/one.css" data-element="page">
<script src="../assets/guide/one/first.js" defer data-element="page"></script>

<script src="../assets/guide/one/second.js" defer data-element="tool"></script>
<template data-later="tool">

<script src="../assets/guide/one/later.js" data-element="tool"></script>
</template>""",
    )

    join_assets(site)

    assert PAGE.format("""<link rel="stylesheet" href="../assets/guide/page.css">
<script src="../assets/guide/tool.js" defer></script>
<template data-later="tool">
<script src="../assets/guide/tool.later.js"></script>
</template>""") == (site / "a/page.html").read_text(encoding="utf-8")
    assert ["page.css", "tool.js", "tool.later.js"] == sorted(
        file.relative_to(site / "assets/guide").as_posix()
        for file in (site / "assets/guide").rglob("*")
        if file.is_file()
    )
    assert ["one/first.js", "one/second.js"] == [
        line
        for line in (site / "assets/guide/tool.js").read_text(encoding="utf-8").splitlines()
        if line.startswith("one/")
    ]


@pytest.mark.parametrize(
    "head, told",
    [
        # A tag is replaced by its line, so a line has one.
        (
            '<script src="a.js" data-element="a"></script><script src="b.js" data-element="a"></script>',
            "two tags with data-element stand in one line",
        ),
        # It would run twice.
        (
            """<script src="../assets/guide/a.js" data-element="a"></script>
<template data-later="a">
<script src="../assets/guide/a.js" data-element="a"></script>
</template>""",
            "a.js would be loaded twice",
        ),
    ],
)
def test_a_head_that_cannot_be_joined_stops_the_build(tmp_path, head, told):
    """
    Nothing is joined by half.
    """
    with pytest.raises(ValueError, match=rf"page\.html: .*{told}"):
        join_assets(made_site(tmp_path, head))
