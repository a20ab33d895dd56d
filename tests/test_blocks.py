"""
What the blocks and marks make: each `tests/rendered/<case>.md` gives `<case>.html`, drawn with the site's own settings.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html

from guide.blocks import BLOCKS

TESTS = Path(__file__).resolve().parent
CASES = sorted((TESTS / "rendered").glob("*.md"))


class Settings(yaml.SafeLoader):
    """
    Reads the settings of MkDocs; its own kinds of values (`!relative`) are left empty.
    """


Settings.add_multi_constructor("!", lambda loader, kind, node: None)


@pytest.fixture(scope="module")
def render(tmp_path_factory) -> Callable[[str], str]:
    """
    Gives the HTML of a text, made with the extensions that the site names, the data of the tests and the guide's phrases.
    """
    settings = yaml.load((TESTS.parent / "scripts/mkdocs-base.yml").read_text(encoding="utf-8"), Settings)
    named = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in settings["markdown_extensions"]]
    data = tmp_path_factory.mktemp("guide") / "docs/_data"
    shutil.copytree(TESTS / "pages/_data", data)
    shutil.copy(TESTS.parent / "docs/_data/phrases.yml", data)
    return lambda text: markdown.markdown(
        text, extensions=named, extension_configs={"guide.blocks": {"data": str(data), "day": "2027-11-22"}}
    )


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_markdown_becomes_the_expected_html(file, render):
    """
    A block or mark gives just the HTML that stands beside it.
    """
    made = render(file.read_text(encoding="utf-8"))

    assert file.with_suffix(".html").read_text(encoding="utf-8").strip() == made


def test_every_block_has_a_case():
    """
    No block is left without a pair of files.
    """
    written = "\n".join(file.read_text(encoding="utf-8") for file in CASES)

    without = [block.NAME for block in BLOCKS if f"/// {block.NAME}" not in written]

    assert [] == without, "Write tests/rendered/….md and an empty ….html; the next test prints what the block draws."


@pytest.mark.parametrize(
    "facts, line",
    [
        ("[^help-line]", "Checked November 23, 2026. Look again after November 23, 2027."),
        (
            "[^help-line][^ten-day-wait]",
            "Checked November 20, 2026 to November 23, 2026. Look again after November 20, 2027.",
        ),
        (
            "[^help-line][^ten-day-wait][^state-pays]",
            "Checked November 20, 2026 to November 23, 2026. Look again after November 20, 2027.",
        ),
    ],
)
def test_a_page_goes_by_its_oldest_check(facts, line, render):
    """
    A newer check freshens no other fact of the page, and a fact that nobody compared yet counts for no check.
    """
    page = html.fragment_fromstring(render(f"So it is.{facts}"), create_parent="div")

    assert [line] == [said.text for said in page.find_class("guide-sources__current")]


def test_one_page_does_not_change_the_next(render):
    """
    The numbers of facts begin anew on each page.
    """
    text = (TESTS / "rendered/facts.md").read_text(encoding="utf-8")

    assert render(text) == render(text)
