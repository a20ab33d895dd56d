"""
How heavy a page may be, by the elements that it holds.
"""

import gzip
import random
from pathlib import Path

import pytest

from guide.elements import Element
from guide.pages import Page
from guide.rules.links import check_built
from guide.site.reading import read_site, site_files
from guide.site.shrink import publish_pages

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>'
TABLE = [
    Element(name="page", first_view_kb=20, first_view_requests=3),
    Element(name="letter", find="<guide-letter", first_view_kb=40),
    Element(name="fold", find="<guide-kit"),
    Element(name="host", find="<guide-host", adds_kb=6),
]
# Nothing makes it smaller on its way.
HEAVY = random.Random(1).randbytes(25_000)


def told(site: Path, head: str, body: str, **files: bytes) -> list[str]:
    """
    Return the problems of a site with one page and these files; `__` in a name stands for a folder, `_` for the dot.
    """
    for name, content in files.items():
        file = site / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (site / "index.html").write_text(f"{HEAD}{head}</head><body>{body}</body></html>", encoding="utf-8")
    written = [Page("docs/index.md", ["# T"])]
    problems = check_built(read_site(site), site_files(site), written, "/guide/", TABLE)
    return [str(problem) for problem in problems if problem.rule == "page-weight"]


@pytest.mark.parametrize(
    "head, body, files",
    [
        ('<script src="a.js" defer></script>', "", {"a_js": HEAVY}),
        ('<link rel="stylesheet" href="a.css">', "", {"a_css": b"/*" + HEAVY.replace(b"*/", b"") + b"*/"}),
        ('<link rel="stylesheet" href="a.css">', "", {"a_css": b'a { background: url("b/c.png") }', "b__c_png": HEAVY}),
        ('<link rel="stylesheet" href="a.css">', "", {"a_css": b'@import "b.css";', "b_css": HEAVY}),
        ('<link rel="icon" href="a.png">', "", {"a_png": HEAVY}),
        ('<link rel="preload" href="a.woff2">', "", {"a_woff2": HEAVY}),
        ("", '<img src="a.png" alt="">', {"a_png": HEAVY}),
        ("", '<img src="b.png" srcset="b.png 1x, a.png 2x" alt="">', {"a_png": HEAVY, "b_png": b"x"}),
        (
            "",
            '<picture><source srcset="a.png"><img src="b.png" alt=""></picture>',
            {"a_png": HEAVY, "b_png": b"x"},
        ),
    ],
)
def test_a_page_over_the_weight_of_its_kind_is_told(tmp_path, head, body, files):
    """
    Whatever a browser loads by itself counts, and what a style sheet loads with it.
    """
    problems = told(tmp_path, head, body, **files)

    assert len(problems) == 1
    assert problems[0].startswith("docs/index.md:1: the page loads 25.")
    assert 'before the first touch, and 20 is the most for the element "page". Shorten it' in problems[0]


@pytest.mark.parametrize(
    "head, body, files",
    [
        ("", '<img src="a.png" loading="lazy" alt="">', {"a_png": HEAVY}),
        ("", '<template><img src="a.png" alt=""></template>', {"a_png": HEAVY}),
        ('<template data-later="letter"><script src="a.js"></script></template>', "", {"a_js": HEAVY}),
        ("", '<a href="a.pdf">x</a>', {"a_pdf": HEAVY}),
        ('<link rel="canonical" href="https://group.example/guide/a.png">', "", {"a_png": HEAVY}),
        ("", "<guide-letter>x</guide-letter>", {}),
        ('<script src="a.js" defer></script>', "<guide-host>x</guide-host>", {"a_js": HEAVY}),
        ('<script src="a.js" defer></script>', "<guide-letter>x</guide-letter>", {"a_js": HEAVY}),
        ("", '<img src="brand/logo.png" alt="">', {"brand__logo_png": HEAVY}),
        ("", '<img src="a.png" alt=""><img src="a.png" alt="">', {"a_png": HEAVY[:15_000]}),
    ],
)
def test_what_waits_or_fits_is_no_problem(tmp_path, head, body, files):
    """
    What is loaded later or once, what a host's brand weighs, and what the kind of page allows is told by nobody.
    """
    assert [] == told(tmp_path, head, body, **files)


def test_too_many_files_are_told(tmp_path):
    """
    Each file is a way to the server and back: the page itself and two more are three.
    """
    links = [f'<script src="{name}.js" defer></script>' for name in "abc"]
    files = {f"{name}_js": b"\n" for name in "abc"}

    assert [] == told(tmp_path, "".join(links[:2]), "", **files)
    assert [
        "docs/index.md:1: the page loads 4 files before the first touch, and 3 is the most. Take one out, or let its "
        "pictures wait with {: loading=lazy }. The limits stand in scripts/elements.yml. [page-weight]"
    ] == told(tmp_path, "".join(links), "", **files)


def test_a_page_that_is_too_long_is_told(tmp_path):
    """
    The words of the page itself count.
    """
    assert "loads 29." in told(tmp_path, "", f"<p>{HEAVY.hex()}</p>")[0]


def test_the_weight_is_that_of_the_files(tmp_path):
    """
    The figure is the sum of what travels, each file packed by itself.
    """
    script = HEAVY.hex().encode()
    packed = len(gzip.compress(script, 6))

    found = told(tmp_path, '<script src="a.js" defer></script>', "", a_js=script)

    page = len(gzip.compress((tmp_path / "index.html").read_bytes(), 6))
    assert f"loads {(packed + page) / 1000:.2f} kB" in found[0]


def test_a_page_is_published_without_what_only_the_build_reads(tmp_path):
    """
    The fact of a mark and what search leaves out are gone; what a browser reads, and the words, stay.
    """
    mark = '<sup class="guide-fact" data-fact="x" data-search-exclude="" data-status="known"><a href="#source-1">1</a></sup>'
    (tmp_path / "index.html").write_text(f"<p data-search-exclude>data-fact{mark}</p>", encoding="utf-8")
    publish_pages(tmp_path)

    left = '<sup class="guide-fact" data-status="known"><a href="#source-1">1</a></sup>'
    assert f"<p>data-fact{left}</p>" == (tmp_path / "index.html").read_text(encoding="utf-8")
