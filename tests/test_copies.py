"""
How a copy of the guide is told from the original: on GitHub too, where the owner and the address of the site are known.
"""

import re

import pytest

from copies import ROOT, change, small_guide
from guide.project import read_guide
from guide.rules.copies import EXAMPLES, OWNER, PUBLISHED_AT, READER, copy_bears_its_own_name

ORIGINAL = "https://first.github.io/guide/"
STILL = '"site_url" is still the address of the original guide'


@pytest.fixture
def original(tmp_path):
    """
    The folder of a small guide that is the original: it has that name and address, and no contact.
    """
    folder = small_guide(tmp_path / "guide")
    change(folder / "docs/_data/defaults.yml", "https://original.example/guide/", ORIGINAL)
    change(folder / "mkdocs.yml", "https://group.example/guide/", ORIGINAL)
    name = "INHERIT: defaults.yml\nextra:\n  organization: {name: Sample Guide}\n"
    (folder / "docs/_data/organization.yml").write_text(name, encoding="utf-8")
    return folder


def told(folder) -> list[str]:
    return [
        f"{problem.path}:{problem.line}: {problem.what}" for problem in copy_bears_its_own_name(read_guide(folder)[0])
    ]


@pytest.mark.parametrize(
    "owner, published, expected",
    [
        ("", "", []),
        ("First", "", []),
        ("first", "https://first.github.io/guide", []),
        ("first", "http://First.github.io/guide/", []),
        ("ozark", "", [STILL]),
        ("ozark", "https://ozark.github.io/guide", [STILL]),
        (
            "first",
            "https://first.github.io/trial",
            [f'"site_url" is "{ORIGINAL}", but GitHub puts this site at "https://first.github.io/trial"'],
        ),
    ],
)
def test_github_tells_a_copy_from_the_original(original, monkeypatch, owner, published, expected):
    """
    A copy in which nothing was changed is told where another owner publishes it; the original is not, there or at home.
    """
    monkeypatch.setenv(OWNER, owner)
    monkeypatch.setenv(PUBLISHED_AT, published)

    assert [f"mkdocs.yml:4: {what}" for what in expected] == told(original)


def test_an_original_with_a_domain_of_its_own_is_never_stopped(original, monkeypatch):
    """
    Its address does not say who owns it, so no owner is compared.
    """
    for file in ("mkdocs.yml", "docs/_data/defaults.yml"):
        change(original / file, ORIGINAL, "https://guide.example/")
    monkeypatch.setenv(OWNER, "first")
    monkeypatch.setenv(PUBLISHED_AT, "https://guide.example")

    assert [] == told(original)


def test_the_examples_are_those_that_a_host_sees():
    """
    What the rule knows as an example is what the lines of `organization.yml` offer.
    """
    text = (ROOT / "docs/_data/organization.yml").read_text(encoding="utf-8")

    offered = dict(re.findall(r"^    # (phone|email|address|url): (.+)$", text, re.MULTILINE))

    assert EXAMPLES == offered
    assert f"name: {READER}," in text
