"""
A host's year, walked on a copy of this repository: a name, a page, a checklist, a fact, a letter and a link of its own, the
site that comes of it, and a new version of the guide.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from mkdocs.config import load_config

from copies import ROOT, change, copy_to, run
from guide.data import read_data
from guide.mkdocs_pages import build_pages
from guide.problems import report
from guide.project import Guide, read_guide
from guide.rules import check_pages
from guide.rules.rule import RULES
from guide.site.reading import BuiltPage, read_site
from published import texts_of_site

OF_SETTINGS = ("settings-are-readable", "settings-are-valid", "copy-bears-its-own-name")
# Of the original guide: its name must not stay where the host's belongs.
ORIGINAL = read_data(ROOT / "docs/_data").original
ORGANIZATION = """\
# YOURS.
INHERIT: defaults.yml
extra:
  organization:
    name: Peña & Sons "Ozark" Family Network
    phone: (417) 555-0142
    email: help@ozark.example
    links:
      - {title: Our meetings, url: local/meetings.html}
      - {title: Ozark Network, url: https://ozark.example/about}
"""
MEETINGS = """\
---
description: When the Ozark Family Network meets, and how to reach its helpers.
also: [ozark meetings, help in ozark county]
---
# Our meetings

We meet on Mondays. Call us at 417-555-0142 or write to help@ozark.example. The evening line is 417-555-0199.[^ozark-evening-line]

We have [a letter to ask for a ride](ozark-ride-request.md).

/// checklist | Before a meeting
    id: ozark-before-a-meeting

- [ ] **Bring the IEP.** We read it with you. {#ozark-bring-the-iep}
///
"""
# As new as can be and older than every check of the guide, and with a limit of its own: nothing of the guide may go by it.
FACTS = """\
ozark-evening-line:
  topic: contact
  statement: The evening line of the Ozark Family Network is 417-555-0199.
  citation: Ozark Family Network, contact
  url: https://ozark.example/contact
  jurisdiction: none
  status: confirmed
  basis: contact
  checks:
    - {day: TODAY, compared: a call to the line, compared_words: null}
  note: null
ozark-ride:
  topic: ozark
  statement: The network gives rides to a meeting that is within 30 days.
  citation: Ozark Family Network, rides
  url: https://ozark.example/rides
  jurisdiction: none
  status: confirmed
  basis: advice
  checks:
    - {day: 2020-01-01, compared: our own list, compared_words: null}
  note: null
""".replace("TODAY", date.today().isoformat())
FIELDS = """\
ozark-pick-up-place:
  label: Where to pick you up
  hint: ""
  kind: text
  group: letter
  example: 12 Sample Street
  optional: false
"""
LETTER_RULE = """\
title: Request for a ride
to: The Ozark Family Network
required_sections:
  - id: the-ride
    heading: The ride
    fields: [ozark-pick-up-place]
    phrases: [ride to the meeting]
    why: The driver must know where to come.
facts: [ozark-ride]
"""
LETTER = """\
---
description: A letter that asks the Ozark Family Network for a ride to a meeting.
also: [ride to the meeting, no car]
---
# Ask us for a ride

You ask us for a ride to a meeting at school.

## When to use it, and when not to

We give rides to a meeting that is within 30 days.[^ozark-ride]

## Before you send

Look up the day of the meeting.

## The letter

/// letter | Request for a ride
    id: ozark-ride-request

[Date]

Ozark Family Network
417-555-0142

## The ride

I ask for a ride to the meeting. Please pick me up here: [Where to pick you up].

Sincerely,

[Your signature]
[Your name]
///

## After you send it

We call you.
"""
FILES = {
    "docs/_data/organization.yml": ORGANIZATION,
    "docs/local/meetings.md": MEETINGS,
    "docs/local/ozark-ride-request.md": LETTER,
    "docs/local/_data/facts.yml": FACTS,
    "docs/local/_data/fields.yml": FIELDS,
    "docs/local/_data/letters/ozark-ride-request.yml": LETTER_RULE,
}


def host(folder: Path) -> Path:
    """
    Return the copy of the guide in `folder`, with all that is the host's.
    """
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    change(folder / "mkdocs.yml", ORIGINAL.site_url, "https://ozark.example/guide/")
    return folder


def told(folder: Path) -> list[str]:
    """
    Return what the checks say of the guide in `folder`.
    """
    context, problems = read_guide(folder)
    return report(problems + check_pages(context)).splitlines()


@pytest.fixture
def fork(tmp_path) -> Path:
    return host(copy_to(tmp_path / "guide"))


def git(folder: Path, *arguments: str) -> str:
    """
    Return what git says in `folder`.
    """
    who = ["-c", "user.name=Host", "-c", "user.email=host@ozark.example"]
    ended = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_a_host_s_own_files_are_in_order(fork):
    """
    The checks find nothing, and the guide's clock does not go by the host's facts.
    """
    data = read_data(fork / "docs/_data")

    assert [] == told(fork)
    assert read_data(ROOT / "docs/_data").newest_check == data.newest_check
    assert ('Peña & Sons "Ozark" Family Network', "") == (data.organization.name, data.organization.address)


# The file, what stands there, the slip, and what is told of it.
SLIPS = [
    (
        "docs/_data/organization.yml",
        "local/meetings",
        "local/meeting",
        'the link "Our meetings" leads to "local/meeting.html", which does not exist. Did you mean "local/meetings.html"? '
        "[menu-page-exists]",
    ),
    (
        "docs/local/_data/facts.yml",
        "jurisdiction: none\n  status: confirmed\n  basis: advice",
        "jurisdiction: nobody\n  status: confirmed\n  basis: advice",
        "\"jurisdiction\" of \"ozark-ride\" is \"nobody\". Use one of: 'federal', 'state', 'both' or 'none'. [data-is-valid]",
    ),
    (
        "docs/local/meetings.md",
        "417-555-0142",
        "417-555-0143",
        '"417-555-0143" stands in a sentence that cites no fact. Cite the fact that has this number behind the sentence, or say it '
        "without a number. [number-is-in-cited-fact]",
    ),
    (
        "docs/about/changes.md",
        "\n# ",
        "\nSee our line.[^ozark-evening-line]\n\n# ",
        '"ozark-evening-line" is a fact of docs/local/_data/facts.yml. Cite it on a page in docs/local/ only. [fact-exists]',
    ),
    (
        "docs/local/ozark-ride-request.md",
        "417-555-0142",
        "417-555-0143",
        '"417-555-0143" is in no fact of this letter. Its facts have help@ozark.example, (417) 555-0142. Fix it, or name the fact that '
        'has it in letters/ozark-ride-request.yml under "facts". [letter-address-is-in-facts]',
    ),
    (
        "mkdocs.yml",
        "site_url: https://ozark.example/guide/",
        f"site_url: {ORIGINAL.site_url}",
        '"site_url" is still the address of the original guide. Write the address of your own site: printed codes lead there. '
        "[copy-bears-its-own-name]",
    ),
]


def test_a_slip_of_a_host_is_told_in_its_file(fork):
    """
    What a host gets wrong is told by the file and the line that hold it, in the same words as the guide's own slips.
    """
    expected = []
    for name, old, new, said in SLIPS:
        line = change(fork / name, old, new) + (1 if old.startswith("\n") else 0)
        expected.append(f"{name}:{line}: {said}")

    assert sorted(expected) == sorted(told(fork))


def test_a_fact_of_a_host_that_nothing_cites_is_told(fork):
    """
    A fact of the host is cited on a page of the host; that a page shows its topic is not enough.
    """
    change(fork / "docs/local/meetings.md", "The evening line is 417-555-0199.[^ozark-evening-line]", "")

    found = [str(problem) for problem in RULES[Guide]["fact-is-used"](read_guide(fork)[0])]

    assert [
        'docs/local/_data/facts.yml:1: nothing cites the fact "ozark-evening-line". '
        'Cite it on a page in docs/local/, say in "unused:" why it is kept, or delete it. [fact-is-used]'
    ] == found


def test_what_a_host_leaves_out_comes_from_the_defaults(tmp_path):
    """
    Without a word of its own a copy has the defaults: MkDocs and the checks lay one file over the other alike. All that is told is
    that such a copy has the address of the original guide.
    """
    copy = copy_to(tmp_path / "guide")
    (copy / "docs/_data/organization.yml").write_text("INHERIT: defaults.yml\n", encoding="utf-8")

    context, problems = read_guide(copy)
    merged = load_config(str(copy / "mkdocs.yml"))
    found = [problem.path for name, find in RULES[Guide].items() if name in OF_SETTINGS for problem in find(context)]

    assert ([], ["mkdocs.yml"]) == (problems, found)
    assert merged["extra"]["organization"] == context.data.organization.model_dump()


def yours() -> list[str]:
    """
    Return the files and folders that the README's first table calls a host's own.
    """
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| Yours, ")[1].split("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def test_a_new_version_of_the_guide_conflicts_with_nothing(tmp_path):
    """
    A key of the defaults, a line of the menu with its page, a fact and a link that come from the original merge into a copy whose
    host changed every file that is a host's, and the checks have nothing to say.
    """
    original = copy_to(tmp_path / "original")
    shutil.rmtree(original / "site")
    git(original, "init", "-q", "-b", "main")
    git(original, "add", ".")
    git(original, "commit", "-q", "-m", "The guide")
    git(tmp_path, "clone", "-q", "original", "fork")
    fork = change_all(host(tmp_path / "fork"))
    git(fork, "add", ".")
    git(fork, "commit", "-q", "-m", "Ours")
    changed = git(fork, "diff", "--name-only", "HEAD^").splitlines()
    own = [name for place in yours() for name in git(original, "ls-files", place).splitlines()]
    assert own and [] == sorted(set(own) - set(changed)), "The host must have changed each of its files."
    new_version(original)
    git(original, "add", ".")
    git(original, "commit", "-q", "-m", "A new version")

    git(fork, "pull", "-q", "--no-rebase", "--no-edit")
    ended = run(fork, "check", PYTHONPATH=str(fork / "scripts"))

    assert (True, 0) == (ended.stdout.endswith("All words are in order.\n"), ended.returncode), ended.stdout
    assert "M\tdocs/_data/defaults.yml" in git(fork, "diff", "--name-status", "HEAD^1")


def change_all(fork: Path) -> Path:
    """
    Change what a host may change besides its words: names, colors, pictures, and its page "Near you".
    """
    brand = fork / "overrides/brand"
    (brand / "brand.css").write_text(":root { --guide-accent: #702060; --guide-second: #2060a0 }\n", encoding="utf-8")
    for name in ("logo.svg", "favicon.svg"):
        change(brand / name, "#b4782b", "#2060a0")
    change(fork / "mkdocs.yml", "# What is yours", "# Ours")
    change(fork / "mkdocs.yml", "site_name: ", "site_name: Ozark ")
    change(fork / "mkdocs.yml", "site_description: ", "site_description: By the Ozark network. ")
    near = fork / "docs/local/index.md"
    near.write_text(
        near.read_text(encoding="utf-8") + "\n## Our meetings\n\n[When we meet](meetings.md).\n", encoding="utf-8"
    )
    return fork


def new_version(original: Path) -> None:
    """
    Add to the guide what a later version may bring: a key, a page with its lines in the menu, a fact.
    """
    change(original / "docs/_data/defaults.yml", "    links: []", '    links: []\n    visits: ""')
    change(
        original / "scripts/guide/data/organization.py",
        "    links: list[HostLink]",
        '    visits: str = Field(description="When someone is there.")\n    links: list[HostLink]',
    )
    change(original / "docs/_data/menu.yml", "  - Home: index.md", "  - Home: index.md\n  - New: new.md")
    change(original / "docs/_data/menu.yml", "  footer:\n", "  footer:\n    - {title: New, url: new.html}\n")
    page = (ROOT / "docs/kit.md").read_text(encoding="utf-8")
    (original / "docs/new.md").write_text(f"{page.split('# ')[0]}# New\n\nNew.[^new]\n\n/// next\n[Kit](kit.md)\n///\n")
    facts = original / "docs/_data/facts/new.yml"
    facts.write_text(
        FACTS[: FACTS.index("ozark-ride:")].replace("ozark-evening-line:", "new:").replace("contact\n", "new\n", 1)
    )


def test_the_pages_hold_all_that_is_the_host_s(fork):
    """
    The page with the phone, its checklist and the links are there; no page of the guide has a fact of the host, and no data file
    is published. Of the first host there is the credit on two pages.
    """
    change_all(fork)

    _, problems = build_pages(fork, fork / "site", None, date(2026, 11, 29))

    built = fork / "site"
    meetings, kit = (BuiltPage(name, built / name) for name in ("local/meetings.html", "kit.html"))
    shown = {
        page.path
        for page in read_site(built)
        if any(element.get("data-fact", "").startswith("ozark-") for element in page.tree.iter())
    }
    assert ([], [], {"local/meetings.html", "local/ozark-ride-request.html"}) == (
        problems,
        [*built.rglob("*.yml")],
        shown,
    )
    assert ({"about/accessibility.html", "about/who-we-are.html"}, []) == traces_of(texts_of_site(built))
    assert "Call us at 417-555-0142" in meetings.tree.find(".//article").text_content()
    assert "ozark-before-a-meeting.ozark-bring-the-iep" in meetings.ids
    assert ["local/meetings.html", "https://ozark.example/about"] == [
        link.get("href")
        for link in kit.tree.iterfind(".//footer//nav//a")
        if link.text in ("Our meetings", "Ozark Network")
    ]


@pytest.mark.exhaustive
def test_a_host_s_whole_site_is_its_own(site, fork):
    """
    The host's letter has its downloads and stands in no kit, and the kit says the same of its age as that of the original. Of the
    first host there is the credit and nothing else, in any file.
    """
    change_all(fork)
    shutil.copytree(ROOT / ".build/kept", fork / ".build/kept")

    ended = run(fork)

    assert (0, "The guide is built in site/.\n") == (ended.returncode, ended.stdout), ended.stdout + ended.stderr
    kinds = {file.suffixes[-1] for file in (fork / "site/downloads").glob("ozark-ride-request.*")}
    kits = [read_kit(place) for place in (site, fork / "site")]
    assert ({".pdf", ".docx", ".txt", ".js"}, kits[0]) == (kinds, kits[1])
    texts = texts_of_site(fork / "site")
    credited, traces = traces_of(texts)
    assert [] == traces
    assert "https://ozark.example/guide/" in texts["downloads/starter-kit.pdf/links"]
    assert {
        "about/who-we-are.html",
        "downloads/starter-kit.pdf",
        "downloads/playbook.pdf",
        "downloads/flyer.pdf",
    } <= credited


def traces_of(texts: dict[str, str]) -> tuple[set[str], list[str]]:
    """
    Return which of the texts of a host's site credit the first host, and which name it, its address or a color of its
    elsewhere.
    """
    words = re.compile(rf"From the .{{0,8}}{ORIGINAL.name}.{{0,8}} by its contributors,.*?checked them", re.DOTALL)
    marks = (ORIGINAL.name, ORIGINAL.site_url.split("/")[2], "#0f5257", "#b4782b", "#86cfc7")
    credited, traces = set(), []
    for place, text in texts.items():
        rest = words.sub("", text)
        credited |= {place} if rest != text else set()
        traces += [f"{place}: {mark}" for mark in marks if mark.lower() in rest.lower()]
    return credited, traces


def read_kit(site: Path) -> tuple[list[str], list[str]]:
    """
    Return the names of what the kit holds, and what its read-me says of its age.
    """
    with ZipFile(site / "downloads/starter-kit.zip") as kit:
        read_me = kit.read("read-me.txt").decode("utf-8").splitlines()
        return sorted(kit.namelist()), [line for line in read_me if line.startswith("Current as of")]


@pytest.mark.exhaustive
def test_the_tests_of_content_hold_in_a_copy(fork):
    """
    A host who runs the tests of rules and words finds no failure for an own fact, letter or page.
    """
    shutil.copytree(ROOT / "tests", fork / "tests", ignore=shutil.ignore_patterns("__pycache__", "browser"))
    names = (
        "contradictions",
        "families_that_differ",
        "advice",
        "wait",
        "limits",
        "out_of_school",
        "routes",
        "mutations",
    )

    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/test_{name}.py" for name in names)],
        cwd=fork,
        env=os.environ | {"PYTHONPATH": str(fork / "scripts")},
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stdout
