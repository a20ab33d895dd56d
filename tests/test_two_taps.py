"""
The pages of the subjects, as they are reached: home, the list of subjects, the page.
"""

from pathlib import Path

from lxml import html

HOME, LIST = "index.html", "topics/index.html"


def links_of(site: Path, path: str) -> set[str]:
    """
    Return the pages that the text of a page links, menus apart, by their paths in the site.
    """
    main = html.parse(site / path).find(".//main")
    for menu in main.xpath(".//nav"):
        menu.drop_tree()
    here = (site / path).parent
    targets = {(here / link.partition("#")[0]).resolve() for link in main.xpath(".//a/@href") if ":" not in link}
    return {target.relative_to(site.resolve()).as_posix() for target in targets if target.suffix == ".html"}


def test_each_subject_is_two_taps_from_home(site):
    """
    The text of home links the list of subjects, and the list links each of them; no menu is needed.
    """
    pages = {f"topics/{file.name}" for file in (site / "topics").glob("*.html")} - {LIST}

    assert LIST in links_of(site, HOME)
    assert set() == pages - links_of(site, LIST)
    assert len(pages) > 40
