"""
The data of the decision helper as scripts: what is written of the pages, what is left in them, and how large it is.
"""

import gzip
import json
from pathlib import Path

import pytest

from guide.blocks.conditions import case_of, holds_in, lead_words
from guide.codes import code_text
from guide.data import read_data
from guide.phrases import Phrases, read_phrases
from guide.printing.chapters import read_chapter
from guide.printing.citations import Citations
from guide.printing.pieces import print_chapters
from guide.site.reading import read_site
from guide.site.route_data import FOLDER, write_route_data

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
# Compressed: what a parent loads to see one result.
MOST_BYTES = 30_000
MARK = '<sup class="guide-fact" data-fact="{fact}" data-status="{status}"><a href="#source-{n}" id="fact-{n}">{n}</a></sup>'
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><p>é &amp; &rsquo;</p>{}</body></html>\n'
)


def write_pages(site: Path, told: dict, lines: str) -> None:
    """
    Write a site of the helper's page, which holds `told`, and of a situation's page with `lines`.
    """
    (site / "situations").mkdir(parents=True)
    data = json.dumps(told).replace("<", "\\u003c")
    hidden = f'<guide-for-scripts hidden=""><script type="application/json" class="guide-route__data">{data}</script>'
    (site / "which.html").write_text(PAGE.format(f"<b>List</b>{hidden}</guide-for-scripts><i>on</i>"), encoding="utf-8")
    (site / "situations/asked.html").write_text(PAGE.format(lines), encoding="utf-8")


def read_script(file: Path, name: str) -> dict:
    """
    Return the data that a script puts where `name` says.
    """
    text = file.read_text(encoding="utf-8")
    assert text.startswith(f"{name}="), text[:60]
    return json.loads(text.removeprefix(f"{name}="))


def test_lines_come_with_their_links_and_sources(tmp_path):
    """
    A line has its links from the helper's page on, the numbers of its sources, and its days by name. What only scripts
    need is gone from the pages, and nothing else of them has changed.
    """
    confirmed, doubtful = MARK.format(fact="a", status="confirmed", n=1), MARK.format(fact="b", status="known", n=2)
    shown = (
        f'<p><span data-line="asked/today/0">Write “now” & <a href="../letters/note.html#x">so</a>.{confirmed}{doubtful}</span></p>'
        f'<p><span data-line="asked/help.line">Call <a href="tel:1">1</a>, or <a href="#top">see</a>.{doubtful}</span></p>'
    )
    days = '<guide-for-scripts hidden=""><p><span data-line="asked/by/0">By <var>left:x</var> &lt;b&gt;.</span></p></guide-for-scripts>'
    told = {
        "help": {"line": {"$words": "asked/help.line"}},
        "pages": {"notes": {"$page": "asked/today/0"}},
        "situations": {
            "asked": {
                "first": ["plan"],
                "today": [{"say": {"$line": "asked/today/0"}, "when": {"plan": "iep"}}],
                "by": [{"$line": "asked/by/0"}],
                "help": [["line", {"$mark": "asked/help.line"}]],
            }
        },
    }
    write_pages(tmp_path, told, shown + days)
    write_route_data(tmp_path, read_site(tmp_path))

    core = read_script(tmp_path / FOLDER / "data.js", "guide.routeData")
    asked = read_script(tmp_path / FOLDER / "situations/asked.js", 'guide.routeData.situations["asked"]')
    assert {
        "help": {
            "line": 'Call <a href="tel:1">1</a>, or <a href="situations/asked.html#top">see</a>.',
        },
        "pages": {"notes": "situations/asked.html"},
        "first": {"asked": ["plan"]},
        "situations": {},
    } == core
    today = 'Write “now” &amp; <a href="letters/note.html#x">so</a>.<sup>1</sup><sup data-status="known">2</sup>'
    assert {
        "first": ["plan"],
        "today": [{"say": today, "when": {"plan": "iep"}}],
        "by": ["By <var>left:x</var> &lt;b&gt;."],
        "help": [["line", 2]],
    } == asked
    assert PAGE.format("<b>List</b><i>on</i>") == (tmp_path / "which.html").read_text(encoding="utf-8")
    assert PAGE.format(shown) == (tmp_path / "situations/asked.html").read_text(encoding="utf-8")


def test_a_situation_has_the_code_of_its_page(tmp_path):
    """
    It leads to the address that the page says, and holds nothing else.
    """
    address = "example.org/guide/situations/asked.html"
    write_pages(tmp_path, {"situations": {"asked": {}, "other": {}}}, "")
    page = tmp_path / "situations/asked.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<html ", f'<html data-address="{address}" '), "utf-8")
    write_route_data(tmp_path, read_site(tmp_path))
    situations = {
        key: read_script(tmp_path / FOLDER / f"situations/{key}.js", f'guide.routeData.situations["{key}"]')
        for key in ("asked", "other")
    }

    assert {"asked": {"code": code_text(f"https://{address}")}, "other": {}} == situations


def test_a_line_that_no_page_has_is_told(tmp_path):
    """
    Data that name a line which stands nowhere are no data.
    """
    write_pages(tmp_path, {"situations": {"asked": {"by": [{"$line": "asked/by/1"}]}}}, "")

    with pytest.raises(KeyError, match="asked/by/1"):
        write_route_data(tmp_path, read_site(tmp_path))


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return read_phrases(ROOT, [])


@pytest.mark.parametrize(
    "when, words",
    [
        ({}, ""),
        ({"plan": "there"}, "If there is a plan"),
        ({"plan": ["there", "none"]}, "If there is a plan, or there is no plan"),
        ({"plan": "none", "past": "thirty-day-limit"}, "If there is no plan, and the deadline “Talks” has passed"),
        ({"plan": ["none", "unsure"]}, "Unless there is a plan"),
        (
            {"plan": ["none", "unsure"], "known": "change-starts"},
            "If you know the day it starts, unless there is a plan",
        ),
        ({"plan": ["there", "none", "unsure"]}, ""),
        ({"unknown": "it-happened"}, "If you don't know the day it happened"),
        ({"soon": "change"}, 'If you answer "Yes, soon" to "Is a change about to start?"'),
        ({"situation": "act"}, 'If this is your case, "A change is about to start"'),
    ],
)
def test_when_a_line_holds_is_said_in_words(when, words, phrases):
    """
    Who reads a page without scripts, or on paper, finds what holds for them. What holds for who is not sure is told by
    what it does not hold for.
    """
    routes = read_data(TESTS / "pages/_data").routes
    assert routes

    assert words.replace("“", '"').replace("”", '"') == lead_words(case_of(when, routes, phrases), phrases)


@pytest.mark.parametrize(
    "when, left", [({"situation": ["act", "talk"], "plan": "there"}, {"plan": "there"}), ({"situation": "talk"}, None)]
)
def test_a_line_of_another_situation_is_left_out(when, left):
    """
    On the page of a situation nothing is said of itself, and what is for another one is not there.
    """
    assert left == holds_in(when, "act")


def test_the_data_load_fast(site):
    """
    What a parent loads for one result, the shared data and those of the situation, is small; the whole is on a stick.
    """
    core = len(gzip.compress((site / FOLDER / "data.js").read_bytes(), 9))
    too_large = {
        file.stem: core + size
        for file in sorted((site / FOLDER / "situations").glob("*.js"))
        if core + (size := len(gzip.compress(file.read_bytes(), 9))) > MOST_BYTES
    }

    assert {} == too_large


def words_in(node: object) -> str:
    """
    Return the words of a node of print and of all below it, but for the marks of sources.
    """
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(map(words_in, node))
    return "" if not isinstance(node, dict) or node["t"] == "mark" else words_in(node.get("c", ""))


def test_a_situation_prints_whole(site, phrases):
    """
    In a book, and so in large print, each line of a situation stands, whatever case it is for.
    """
    key = next(iter(read_data(ROOT / "docs/_data").routes.situations))
    chapter = read_chapter(site, f"situations/{key}.md")
    # On the published page a source's mark has no name of its fact, by which a book knows it.
    for mark in list(chapter.page.tree.iter("sup")):
        mark.drop_tree()
    print_chapters([chapter], Citations(), phrases)
    printed = "".join(words_in(piece.words) for piece in chapter.pieces)

    lines = chapter.page.tree.xpath("//*[@data-line]")
    texts = [line.text_content() for line in lines]
    assert len(texts) > 10
    assert [] == [text for text in texts if text not in printed]


def test_no_page_keeps_what_is_for_scripts(site):
    """
    A parent without scripts loads nothing that only scripts read.
    """
    assert [] == [page.path for page in read_site(site) if "guide-for-scripts" in page.file.read_text(encoding="utf-8")]
