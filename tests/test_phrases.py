"""
The catalog of phrases: what a slip in it says, how a phrase is filled in, and that templates, scripts and modules take
their words from it.
"""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from guide.dates import format_date
from guide.phrases import Phrases, read_phrases
from guide.problems import report
from guide.project import Guide
from guide.rules.phrases import phrase_exists, phrase_is_used, template_has_no_words
from guide.site.phrases import CALL

ROOT = Path(__file__).resolve().parent.parent
CATALOG = """extra:
  phrases:
    list:
      print_button: Print it
      count: "{done} of {all}"
      skipped:
        one: "{count} does not apply"
        other: "{count} do not apply"
      title: The list
"""
ASSETS = ROOT / "overrides/assets/guide"
# Names of Word's styles and pieces of XML look like sentences there.
NO_SENTENCES = {"letter/word-file.js", "our-file/packet-word.js", "reader/word.js"}
# Patterns of the words of others, by which papers are read.
READ = re.compile(r"reader/(?:agreement|iep|paper)\b.*")
SCRIPTS = sorted(
    name
    for name in {file.relative_to(ASSETS).as_posix() for file in ASSETS.rglob("*.js")} - NO_SENTENCES
    if not READ.fullmatch(name)
)
NO_WORDS = re.compile(
    r"^\s*//.*$|/\*\*[\s\S]*?\*/|(?<=\s)// .*$|(?:querySelector|querySelectorAll|closest|matches)\(([\"'`]).*?\1\)",
    re.MULTILINE,
)
STYLES = sorted([*(ROOT / "overrides/assets/guide").rglob("*.css"), *(ROOT / "scripts/guide/printing").glob("*.css")])
WRITTEN = re.compile(r"(?:content|symbols):([^;}]*)")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
WORDS = re.compile(r"\b[A-Z][a-z]+|[a-z]+[,.;:]? [a-z]+")


@pytest.fixture
def root(tmp_path) -> Path:
    """
    A guide of one catalog, with a template, a script and a module that say all of it.
    """
    files = {
        "docs/_data/phrases.yml": CATALOG,
        "overrides/list.html": "<button>{{ phrases.list.print_button }}</button>\n",
        "overrides/list.js": 'show(guide.phrase("list.count", { done, all: items.length }))\n',
        "scripts/book.py": 'print(phrases("list.skipped", count=3))\n',
        "scripts/book.txt": "{{ phrases.list.title }}\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[tuple[str, int, str]]:
    """
    Return what the rules say of the guide at `root`, by file and line.
    """
    return sorted(
        (found.path, found.line, found.what)
        for rule in (phrase_exists, phrase_is_used, template_has_no_words)
        for found in rule(Guide(root))
    )


def test_a_phrase_is_filled_in(root):
    """
    Placeholders are filled by name, and the number chooses the form.
    """
    phrases = read_phrases(root, [])

    assert ("Print it", "3 of 11", "1 does not apply", "2 do not apply") == (
        phrases("list.print_button"),
        phrases("list.count", done=3, all=11),
        phrases("list.skipped", count=1),
        phrases("list.skipped", count=2),
    )


@pytest.mark.parametrize("name, values", [("list.no_such", {}), ("list.count", {"done": 3}), ("list.skipped", {})])
def test_a_phrase_that_cannot_be_said_raises(name, values, root):
    """
    Neither a name that is not there nor a placeholder without a value passes in silence.
    """
    with pytest.raises(KeyError):
        read_phrases(root, [])(name, **values)


def test_a_day_is_formed_by_the_catalog():
    """
    Files that are made before anybody opens them write a date as the catalog has it.
    """
    here = read_phrases(ROOT, [])
    there = Phrases({"printed.months": "enero, febrero", "printed.date": "{day} de {month} de {year}"})

    assert ("November 24, 2026", "3 de febrero de 2027") == (
        format_date(date(2026, 11, 24), here),
        format_date(date(2027, 2, 3), there),
    )


@pytest.mark.parametrize(
    "written, message",
    [
        ("copy: Copy", '"list.copy" has a key that cannot be used, "copy". '),
        ("printButton: Print", '"list.printButton" has a key that cannot be used, "printButton". '),
        ("kept: {one: A, none: B}", '"list.kept" has forms that no number takes. '),
        ("no_button: No", '"list.no_button" has no words. Write them; put "yes", "no" and numbers in quotes. '),
        ("kept: Kept until {date", '"list.kept" has a "{" or "}" too many. '),
        ("kept: {one: '{day}', other: '{count}'}", '"list.kept" has a placeholder that its form "other" has not. '),
        ("print_button: Print it", '"print_button" is there twice. '),
    ],
)
def test_a_slip_in_the_catalog_is_told(written, message, root):
    """
    Each slip is told with its line, and the phrase beside it is still there.
    """
    (root / "docs/_data/phrases.yml").write_text(f"{CATALOG}      {written}\n", encoding="utf-8")
    problems = []

    phrases = read_phrases(root, problems)

    assert (True, 1) == (
        report(problems).startswith(f"docs/_data/phrases.yml:{len(CATALOG.splitlines()) + 1}: {message}"),
        len(problems),
    )
    assert "Print it" == phrases("list.print_button")


@pytest.mark.parametrize(
    "text, message",
    [
        ("extra: {}\n", 'there is no "phrases" below "extra"'),
        ("extra:\n  phrases:\n    list: Print\n", 'the group "list" holds no phrases'),
    ],
)
def test_a_catalog_without_its_groups_is_told(text, message, root):
    """
    What took the place of the phrases is told.
    """
    (root / "docs/_data/phrases.yml").write_text(text, encoding="utf-8")
    problems = []
    read_phrases(root, problems)

    assert [message] == [problem.what for problem in problems]


def test_words_from_the_catalog_are_in_order(root):
    """
    What is said and what stands in the catalog are the same.
    """
    assert [] == told(root)


@pytest.mark.parametrize(
    "path, line, what",
    [
        ("overrides/list.html", "{{ phrases.list.print_buton }}", 'there is no phrase "list.print_buton"'),
        (
            "overrides/list.html",
            "{{ phrases.list.skipped }}",
            '"list.skipped" has forms for numbers, and a template cannot choose',
        ),
        (
            "overrides/list.html",
            '{{ phrases.list.count | replace("{done}", 3) }}',
            '"list.count" takes {all}, {done}, and here it gets {done}',
        ),
        ("overrides/list.js", 'guide.phrase("list.cuont")', 'there is no phrase "list.cuont"'),
        (
            "overrides/list.js",
            'guide.phrase("list.skipped", { number })',
            '"list.skipped" takes {count}, and here it gets {number}',
        ),
        (
            "overrides/list.js",
            'guide.phrase("list.print_button", { what: f({ a, b }), kind })',
            '"list.print_button" takes nothing, and here it gets {kind}, {what}',
        ),
        ("overrides/list.js", "guide.phrase(`list.${key}`)", "the name of a phrase is not whole here"),
        ("scripts/book.py", 'self.phrases("list.cuont")', 'there is no phrase "list.cuont"'),
        (
            "scripts/book.py",
            'phrases("list.count", done=3, al=4)',
            '"list.count" takes {all}, {done}, and here it gets {al}, {done}',
        ),
        ("scripts/book.py", "phrases(name)", "the name of a phrase is not whole here"),
        ("scripts/book.txt", "Print it.", '"Print it." stands in the template itself'),
        ("scripts/book.txt", "{{ phrases.list.tilte }}", 'there is no phrase "list.tilte"'),
        ("overrides/list.html", "<p>Print it</p>", '"Print it" stands in the template itself'),
        ("overrides/list.html", '<b aria-label="Print">{{ a }}</b>', '"Print" stands in the template itself'),
        (
            "overrides/list.html",
            '<b aria-label="{{ a }}, step by step">{{ a }}</b>',
            '", step by step" stands in the template itself',
        ),
        (
            "overrides/list.html",
            '<b data-paste="Paste it here." data-do="print">{{ a }}</b>',
            '"Paste it here." stands in the template itself',
        ),
        (
            "overrides/list.html",
            '{{ field("list-day", "First day", kind="date") }}',
            '"First day" stands in the template itself',
        ),
    ],
)
def test_what_does_not_come_from_the_catalog_is_told(path, line, what, root):
    """
    Each place is told by its file and line.
    """
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(line + "\n")

    assert [(path, 2, what)] == told(root)


def test_what_only_looks_like_words_is_in_order(root):
    """
    Classes, names of files, drawings, what Jinja reads and data for scripts are no words.
    """
    (root / "overrides/more.html").write_text(
        """{#- The words of a list. -#}
{% if 'class="guide-list' in content %}{% include "partials/list.html" %}{% endif %}
<p class="guide list" data-for="week total"{% if a %} hidden{% endif %}><svg viewBox="0 0 9 9"><path d="M5 11h14v10H5zM8"/></svg> &nbsp;1. {{ a }}</p>
<script type="application/json">{"a": "Print it"}</script>
""",
        encoding="utf-8",
    )

    assert [] == told(root)


@pytest.mark.parametrize("path", ["overrides/list.html", "overrides/list.js", "scripts/book.py", "scripts/book.txt"])
def test_a_phrase_that_nobody_says_is_told(path, root):
    """
    A phrase is told, by its line, when the last place that said it is gone.
    """
    (root / path).write_text("", encoding="utf-8")
    lines = {
        "overrides/list.html": (4, "print_button"),
        "overrides/list.js": (5, "count"),
        "scripts/book.py": (6, "skipped"),
        "scripts/book.txt": (9, "title"),
    }

    assert [("docs/_data/phrases.yml", lines[path][0], f'nothing says the phrase "list.{lines[path][1]}"')] == told(
        root
    )


def sentences(text: str) -> list[str]:
    """
    Return the strings of a script that read like words for a person, without its comments, selectors and names of keys.
    """
    strings = [one or other for one, other in STRING.findall(NO_WORDS.sub("", text))]
    # Keys have names, and calendar files have words of their own.
    return [
        string
        for string in strings
        if not re.match(r"(Escape|Shift|Tab|Enter|Arrow(Down|Up))$|[A-Z-]+[:;]", string)
        and WORDS.search(re.sub(r"\$\{[^}]*\}", "", string))
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_has_no_sentence_of_its_own(name):
    """
    What a script shows comes from the catalog, and no language stands in it.
    """
    script = ASSETS / name
    text = script.read_text(encoding="utf-8")

    assert ([], False) == (sentences(text), "en-US" in text)


@pytest.mark.parametrize(
    "line, found",
    [
        ('said.textContent = "Nothing is kept."', ["Nothing is kept."]),
        ("said.textContent = `${n} do not apply`", ["${n} do not apply"]),
        ('this.say("Undo")', ["Undo"]),
        ('this.querySelector(".guide-plan__start input") // "Nothing is kept."', []),
        ("// Nothing is `kept here`.", []),
        ('/**\n * "Nothing is kept." */', []),
    ],
)
def test_a_sentence_in_a_script_is_found(line, found):
    """
    The look at the scripts sees a sentence and a button, and no selector or comment.
    """
    assert found == sentences(line)


def words_written(style: str) -> list[str]:
    """
    Return the strings of a style sheet that it writes on a page, and that hold words. What Jinja reads is left out.
    """
    text = re.sub(r"/\*.*?\*/|\{\{.*?\}\}", "", style, flags=re.DOTALL)
    strings = [string for said in WRITTEN.findall(text) for string in re.findall(r'"([^"]*)"', said)]
    return [string for string in strings if re.search(r"[^\W\d_]", re.sub(r"\\[0-9a-f]+", "", string))]


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_sheet_writes_no_words(file):
    """
    What a style sheet writes on a page comes from an attribute, which has it from the catalog.
    """
    assert [] == words_written(file.read_text(encoding="utf-8"))


def test_words_in_a_style_sheet_are_found():
    """
    The look at the style sheets sees words, and neither signs nor the names of attributes and fonts.
    """
    style = """a::after { content: "Done \\25a1" attr(data-skip) "\\25cb"; font-family: "Guide Sans"; }
@counter-style one { symbols: "" "Page 1"; }"""

    assert ["Done \\25a1", "Page 1"] == words_written(style)


def keys_of(groups: dict[str, dict]) -> set[str]:
    """
    Return the phrases of a catalog, by their whole names.
    """
    return {f"{group}.{key}" for group, entries in groups.items() for key in entries}


def test_a_page_has_the_phrases_that_its_scripts_say(site):
    """
    The data of each page holds every phrase that a script of that page asks for, and none that no script of it says; a
    script that comes later brings what the page does not hold.
    """
    texts = {file.name: file.read_text(encoding="utf-8") for file in (site / "assets/guide").glob("*.js")}
    said = {name: {".".join(call) for call in CALL.findall(text)} for name, text in texts.items()}
    brought = {
        name: keys_of(json.loads(found[1])) if (found := re.match(r"guide\.addPhrases\((.*)\)\n", text)) else set()
        for name, text in texts.items()
    }
    missing, unsaid = set(), set()
    for file in sorted(site.rglob("*.html")):
        tree = html.parse(str(file), parser=html.HTMLParser(encoding="utf-8"))
        held = keys_of(json.loads(tree.find(".//script[@id='guide-phrases']").text))
        scripts = [Path(address).name for address in tree.xpath("//script/@src")]
        missing |= {(name, phrase) for name in scripts for phrase in said[name] - held - brought[name]}
        unsaid |= held - set().union(*(said[name] for name in scripts if not name.endswith(".later.js")))

    assert (set(), set()) == (missing, unsaid)
