"""
What becomes of the pages that MkDocs built: the site that parents get, put into the place of the last one.
"""

import shutil
from pathlib import Path

from guide.site.case import write_case_pages
from guide.site.deadline_data import write_deadline_data
from guide.site.districts import write_districts
from guide.site.join import join_assets
from guide.site.kit import write_kit_pieces
from guide.site.phrases import trim_phrases
from guide.site.policy import write_policies
from guide.site.reader_data import write_reader_data
from guide.site.reading import read_site
from guide.site.route_data import write_route_data
from guide.site.search import write_search_pages
from guide.site.shrink import drop_theme_files, shrink_pages, shrink_scripts


def finish_site(site: Path, other_words: dict[str, list[str]], districts: dict, patterns: dict) -> None:
    """
    Make the site that parents get of the pages in `site`.

    `other_words` is what a parent may also type to find a page, by the path of the built page; `districts` what they
    may choose from while typing; `patterns` that by which papers are read.
    """
    drop_theme_files(site)
    write_deadline_data(site)
    write_districts(site, districts)
    write_reader_data(site, patterns)
    join_assets(site)
    shrink_scripts(site)
    trim_phrases(site)
    write_policies(site)
    shrink_pages(site)
    pages = read_site(site)
    write_search_pages(site, pages, other_words)
    write_kit_pieces(site, pages)
    write_case_pages(site, pages)
    write_route_data(site, pages)


def put_back(built: Path, final: Path) -> None:
    """
    Put the last good site back where an earlier build was stopped while it put its own in that place.
    """
    old = built.with_name("old")
    if old.is_dir() and not final.exists():
        old.rename(final)


def swap_in(built: Path, final: Path) -> None:
    """
    Put what was built into the place of the last good site. Until it stands there, the last one is kept beside it.

    Raises:
        OSError: the place cannot be written; the last good site is there as it was.
    """
    old = built.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    try:
        built.rename(final)
    except OSError:
        put_back(built, final)
        raise
    shutil.rmtree(old, ignore_errors=True)
