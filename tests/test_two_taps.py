"""
How far each page is from home: two taps at most, on a phone and at a desk.
"""

from pathlib import Path

import pytest
from lxml import html

from guide.page_files import page_files

ROOT = Path(__file__).resolve().parent.parent
HOME, LIST = "index.html", "topics/index.html"
# What does not show: at a desk the menu and the bar of a phone, on a phone the links of the head and what stands beside a page.
HIDDEN = {
    "phone": "//*[@class='guide-header__links' or contains(@class, 'guide-frame__side')]",
    "desk": "//details[@class='guide-menu'] | //nav[@class='guide-bar']",
}


def links_of(site: Path, path: str, hidden: str) -> set[str]:
    """
    Return the pages that a page links, but for what is `hidden`, by their paths in the site.
    """
    tree = html.parse(site / path)
    for part in tree.xpath(f"{hidden} | //template"):
        part.drop_tree()
    here = (site / path).parent
    targets = {(here / link.partition("#")[0]).resolve() for link in tree.xpath("//a/@href") if ":" not in link}
    return {target.relative_to(site.resolve()).as_posix() for target in targets if target.suffix == ".html"}


@pytest.mark.parametrize("size", HIDDEN)
def test_each_page_is_two_taps_from_home(size, site):
    """
    A tap opens a page of the menu or of home, and the second one each other page. What opens in place is no tap more.
    """
    near = links_of(site, HOME, HIDDEN[size])
    reached = near.union(*(links_of(site, path, HIDDEN[size]) for path in near))
    pages = {
        file.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        for file in page_files(ROOT / "docs")
        if "\nmaintainers: true\n" not in file.read_text(encoding="utf-8")
    }

    assert set() == pages - reached
    assert len(pages) > 200


def test_each_subject_is_two_taps_from_home_without_a_menu(site):
    """
    The text of home links the list of subjects, and the list links each of them.
    """
    text = "//nav | //header | //footer"
    pages = {f"topics/{file.name}" for file in (site / "topics").glob("*.html")} - {LIST}

    assert LIST in links_of(site, HOME, text)
    assert set() == pages - links_of(site, LIST, text)
    assert len(pages) > 40
