"""
A made-up edition (`tests/edition/`): another state builds with the same machinery, its guards work, and nothing of this guide is in it.
"""

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from editions import put_together
from guide.data import read_data
from guide.page_files import read_pages
from guide.project import read_guide
from guide.rules import check_pages
from published import texts_of_site

ROOT = Path(__file__).resolve().parent.parent
# The home page, and what else to mind in any situation, have one name in each edition.
SHARED_PAGES = {"index", "situations/index"}


@pytest.fixture(scope="session")
def published(edition) -> dict[str, str]:
    """
    All texts of the built edition by their names.
    """
    return texts_of_site(edition / "site")


def places_of(names: set[str], published: dict[str, str]) -> list[tuple[str, str]]:
    """
    Return where one of `names` stands in what is published, in any letter case: the file and the name.
    """
    pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, sorted(names)))})(?![a-z0-9])", re.IGNORECASE)
    return [(name, found) for name, text in published.items() for found in sorted({*pattern.findall(text)})]


def names_of(root: Path) -> set[str]:
    """
    Return the names of an edition: its state, bodies and host, its site and the address of that.
    """
    data = read_data(root / "docs/_data")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    return {
        data.edition.state,
        *data.edition.bodies,
        data.organization.name,
        settings["site_name"],
        # A path may follow it.
        settings["site_url"].rstrip("/"),
    }


def pages_of(root: Path) -> set[str]:
    """
    Return the pages of an edition, without their endings.
    """
    return {page.path.removeprefix("docs/").removesuffix(".md") for page in read_pages(root / "docs", root)[0]}


def test_nothing_of_this_guide_is_in_another_edition(published):
    """
    No page and no download of the made-up edition names the state, the bodies, the host or a page of this guide.
    """
    pages = {f"{page}.html" for page in pages_of(ROOT) - SHARED_PAGES}

    assert [] == places_of(names_of(ROOT) | pages, published)
    assert [] == sorted(pages & published.keys())


def test_names_are_found_in_what_is_published(edition, published):
    """
    The look into what is published sees: the edition's own names stand in each kind of file that holds words of its pages.
    """
    kinds = {re.sub(r"[\w./-]*(?=\.\w+(?:/about)?$)", "", name) for name, _ in places_of(names_of(edition), published)}

    assert {".html", ".js", ".pdf", ".pdf/about", ".txt", ".xml"} <= kinds
    assert {"downloads/paper-book.zip/letters/talk-request.docx/word/document.xml"} <= {
        name for name, _ in places_of({"Ozawa City"}, published)
    }
    assert pages_of(edition) == {
        name.removesuffix(".html") for name in published if name.endswith(".html") and ".zip/" not in name
    } - {"404"}


def test_page_not_found_leads_on_to_pages_of_the_edition(edition):
    """
    The first step, the letters and the home page, as the menu of that edition names them.
    """
    page = html.parse(str(edition / "site/404.html"))

    assert [f"/guide/{name}.html" for name in ("first-step", "letters/talk-request", "index")] == page.xpath(
        "//main//a/@href"
    )


def test_each_page_that_a_template_leads_to_is_in_the_menu():
    """
    A page that no setting names would become a link to the home page, without a word.
    """
    menu = yaml.safe_load((ROOT / "docs/_data/menu.yml").read_text(encoding="utf-8"))

    led_to = {
        name
        for file in (ROOT / "overrides").rglob("*.html")
        for name in re.findall(r"(?<![\w/])pages\.(\w+)", file.read_text(encoding="utf-8"))
    }

    assert {"route", "letters"} <= led_to <= set(menu["extra"]["pages"])


@pytest.fixture
def written(tmp_path) -> Path:
    """
    The made-up edition as it is written, to be changed.
    """
    return put_together(tmp_path / "edition")


def problems_of(root: Path) -> list[str]:
    """
    Return the problems that a check of the guide at `root` tells.
    """
    context, problems = read_guide(root)
    return [str(problem) for problem in sorted(problems + check_pages(context))]


def test_another_edition_keeps_the_rules(written):
    """
    Nothing is told of the made-up edition as it is, though one of its pages names a banned claim in order to refute it.
    """
    assert [] == problems_of(written)


UNCITED = "Put the mark of a fact behind the sentence, like [^stay-put]. [law-is-cited]"


@pytest.mark.parametrize(
    "sentence, told",
    [
        ("Ozawa Code 12-99 says so.", f'"Ozawa Code 12-99" stands in a sentence that cites no fact. {UNCITED}'),
        ("See ozawa code § 12-99.", f'"ozawa code § 12-99" stands in a sentence that cites no fact. {UNCITED}'),
        ("34 CFR 300.510 says so.", f'"34 CFR 300.510" stands in a sentence that cites no fact. {UNCITED}'),
        ("By law, they come.", f'"By law" stands in a sentence that cites no fact. {UNCITED}'),
        (
            "ODE answers within 8 days.[^oz-answer-9-days]",
            '"8 days" is in no fact that its sentence cites. Compare it with [^oz-answer-9-days], or cite the fact that has it. '
            "[number-is-in-cited-fact]",
        ),
        (
            "Call 555-555-0113.[^oz-help-line]",
            '"555-555-0113" is in no fact that its sentence cites. Compare it with [^oz-help-line], or cite the fact that has it. '
            "[number-is-in-cited-fact]",
        ),
        (
            "ODE never says no.",
            '"ODE never says no" is a claim that no page makes. Delete it: nobody counted. [claim-is-not-banned]',
        ),
        (
            "Mediation stops the clock.",
            '"stops the clock": talks stop no clock. Say that the clock runs on. [mediation-stops-nothing]',
        ),
        ("ODE must pay.", '"ODE must pay": ODE may say no. Say that ODE may say no. [protection-is-not-overstated]'),
    ],
)
def test_guards_go_by_the_law_and_the_claims_of_the_edition(written, sentence, told):
    """
    A statute of that state or of the federal law without its fact, a figure that contradicts its fact, and a claim that
    the edition bans are told by file and line.
    """
    page = written / "docs/checklists/before-the-talks.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index("Three things to do before the day."), sentence)
    page.write_text("\n".join(lines), encoding="utf-8")

    assert [f"docs/checklists/before-the-talks.md:{lines.index(sentence) + 1}: {told}"] == problems_of(written)


def test_the_law_of_this_guides_state_is_none_there(written):
    """
    How a state cites its law stands in its edition alone.
    """
    page = written / "docs/checklists/before-the-talks.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Three things", "RSMo 162.961 says so. Three things"), encoding="utf-8")

    assert [] == problems_of(written)


@pytest.mark.parametrize(
    "path, old, new, told",
    [
        (
            "docs/_data/routes/situations/talk.yml",
            "Write the letter tonight.",
            "Ozawa Code 12-99 says how.",
            f'"Ozawa Code 12-99" stands in a sentence that cites no fact. {UNCITED}',
        ),
        (
            "docs/letters/talk-request.md",
            "Ozawa City 00012",
            "Ozawa City 00013",
            '"00013" is in no fact of this letter. Its facts have P.O. Box 12, 00012. Fix it, or name the fact that has it in '
            'letters/talk-request.yml under "facts". [letter-address-is-in-facts]',
        ),
    ],
)
def test_guards_look_into_the_helper_and_the_letter(written, path, old, new, told):
    """
    An uncited statute in a situation, and in the letter an address of no fact, are told by file and line.
    """
    text = (written / path).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    (written / path).write_text(text.replace(old, new), encoding="utf-8")

    assert [f"{path}:{line}: {told}"] == problems_of(written)
