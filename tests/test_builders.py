"""
The pages do not depend on what builds them: without Material, and with ProperDocs, they are the same to the byte.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copies import change, copy_to
from guide.site.reading import read_site
from guide.site.search import write_search_pages
from guide.site.shrink import drop_theme_files

BUILDERS = [("mkdocs", "null"), ("properdocs", "material"), ("properdocs", "null")]


def build_pages(guide: Path, builder: str, theme: str) -> dict[str, bytes]:
    """
    Return the files that a builder makes of the copy `guide` with a theme, and the words for search, by their paths.
    """
    settings = guide / "scripts/mkdocs-base.yml"
    change(settings, "name: material", f"name: {theme}")
    site = guide / f"{builder}-{theme}"
    subprocess.run(
        [sys.executable, "-m", builder, "build", "-q", "-f", "mkdocs.yml", "-d", str(site)],
        cwd=guide,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1"},
    )
    change(settings, f"name: {theme}", "name: material")
    drop_theme_files(site)
    pages = read_site(site)
    write_search_pages(site, pages, {page.path: [] for page in pages})
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.exhaustive
def test_pages_and_search_are_the_same_whatever_builds_them(tmp_path):
    """
    Pages, assets, site map and words for search: no file is missing, none is more, and each is the same to the byte.
    """
    guide = copy_to(tmp_path / "guide")
    usual = build_pages(guide, "mkdocs", "material")

    assert "search/pages.js" in usual and "404.html" in usual
    for builder, theme in BUILDERS:
        other = build_pages(guide, builder, theme)
        assert (builder, theme, []) == (
            builder,
            theme,
            sorted(name for name in usual | other if usual.get(name) != other.get(name)),
        )
