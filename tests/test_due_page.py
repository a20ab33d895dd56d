"""
The page for maintainers: what is due, on the site of each host.
"""

import posixpath
from pathlib import Path

import pytest
from lxml import html

from guide.due import due_facts
from guide.project import read_guide

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def page(site) -> html.HtmlElement:
    return html.document_fromstring((site / "about/what-is-due.html").read_bytes())


def test_the_page_lists_what_make_due_lists(page):
    """
    Each fact that is due stands there, with links to the pages that rest on it.
    """
    context, _ = read_guide(ROOT)
    expected = {due.key: due.pages for due in due_facts(context.data, context.pages, context.day)}
    shown = {
        row.get("data-key"): [
            f"docs/{posixpath.normpath(posixpath.join('about', link.get('href'))).removesuffix('.html')}.md"
            for link in row.iter("a")
        ]
        for row in page.find_class("guide-due__fact")
    }

    assert expected == shown


def test_no_parent_meets_the_page(site, page):
    """
    Search engines and the guide's own search leave it out; one quiet link leads there.
    """
    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")
    assert "what-is-due" not in (site / "search/pages.js").read_text(encoding="utf-8")
    assert ["about/how-we-check.html"] == [
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if 'what-is-due.html"' in file.read_text(encoding="utf-8") and file.name != "what-is-due.html"
    ]
