"""
The pieces of a family's own kit, as scripts of the built site.
"""

import json
from pathlib import Path

from lxml import html

from guide.site.kit import write_kit_pieces
from guide.site.reading import read_site

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>
<div class="guide-frame guide-frame--checklist"><main><article class="guide-text">{words}</article></main></div></body></html>"""
LIST = """<h1 id="title">The list</h1><!-- left --><p>First <a href="other.html#b">words</a>, <a href="#title">up</a>,
<a href="tel:573-555-0100">a phone</a>.<sup class="guide-fact" data-fact="one"><a href="#source-1" id="fact-1">1</a></sup></p>
<guide-checklist id="week-before"><ul><li><input id="week-before.a" data-item="a"><label for="week-before.a">A</label></li></ul></guide-checklist>
<section class="guide-script" id="call"><h2>Call</h2><sup class="guide-fact" data-fact="two"><a href="#source-2">2</a></sup></section>
<div class="guide-next"><a href="other.html">Next</a></div>
<section class="guide-sources"><h2>Sources</h2><ol><li class="guide-source" id="source-1"><a href="https://law.example.org/1">One</a></li><li class="guide-source" id="source-2">Two</li></ol></section>"""
KIT = """<guide-kit><ul><li><a href="lists/list.html#week-before">The list</a></li><li><a href="lists/list.html#call">Call</a></li>
<li><a href="lists/list.html#title">No piece</a></li></ul></guide-kit>"""


def pieces_of(folder: Path) -> dict[str, html.HtmlElement]:
    """
    Return the pieces that are written for a site of a kit and one page, by their names.
    """
    for name, words in {"kit.html": KIT, "lists/list.html": LIST}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PAGE.format(words=words), encoding="utf-8")
    write_kit_pieces(folder, read_site(folder))
    pieces = {}
    for file in sorted((folder / "kit").iterdir()):
        key, _, text = file.read_text(encoding="utf-8").removeprefix("guide.kitPieces[").partition("]=")
        assert json.loads(key) == file.stem
        pieces[file.stem] = html.fromstring(json.loads(text))
    return pieces


def test_a_list_brings_the_words_around_it_and_a_script_stands_alone(tmp_path):
    """
    In the frame of their page, without what is for a screen, each with the sources that it cites. What is no block is no
    piece.
    """
    pieces = pieces_of(tmp_path)

    assert {
        "call": ("guide-frame guide-frame--checklist", ["Call", "2", "Two"]),
        "week-before": (
            "guide-frame guide-frame--checklist",
            ["The list", "First", "words", ",", "up", ",", "a phone", ".", "1", "A", "Call", "2", "One", "Two"],
        ),
    } == {
        name: (piece.get("class"), [text.strip() for text in piece.itertext() if text.strip()])
        for name, piece in pieces.items()
    }


def test_a_piece_has_no_id(tmp_path):
    """
    Two pieces in one kit could have the same, and what the tool looks for stands in other attributes.
    """
    assert [] == [name for name, piece in pieces_of(tmp_path).items() if piece.xpath("//@id | //@for")]


def test_a_link_leads_out_of_the_guide_or_nowhere(tmp_path):
    """
    Printed from a folder, a PDF would otherwise name it, with the name of its user.
    """
    assert ["tel:573-555-0100", "https://law.example.org/1"] == pieces_of(tmp_path)["week-before"].xpath("//a/@href")
