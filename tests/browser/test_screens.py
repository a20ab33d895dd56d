"""
How many screens of a phone each page takes, as it opens: tests/browser/screens.yml has what its kind may take.
"""

from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

TABLE = yaml.safe_load(Path(__file__).with_name("screens.yml").read_text(encoding="utf-8"))
PHONE = {"width": 390, "height": 844}
SCREENS = f"document.documentElement.scrollHeight / {PHONE['height']}"


def kind_of(path: str) -> dict:
    """
    Return the first kind of the table that names a page.
    """
    return next(kind for kind in TABLE["kinds"] if any(fnmatch(path, pattern) for pattern in kind["pages"]))


@pytest.fixture(scope="module")
def screens(reader, site, address) -> dict[str, float]:
    """
    The height of each page.
    """
    reader.set_viewport_size(PHONE)
    reader.emulate_media(color_scheme="light")
    found = {}
    for path in sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html")):
        reader.goto(address + path)
        found[path] = reader.evaluate(SCREENS)
    return found


def test_no_page_is_longer_than_its_kind(screens):
    """
    What few need is closed, or on a page of its own.
    """
    limits = {path: kind.get("now", kind["screens"]) for path in screens if (kind := kind_of(path))} | TABLE["own"]

    assert {} == {
        path: f"{height:.2f} screens, {limits[path]} at most"
        for path, height in screens.items()
        if height > limits[path]
    }


def test_a_limit_of_its_own_is_still_needed(screens):
    """
    What has become as short as its kind should be is held to that.
    """
    longer = {path for path, height in screens.items() if height > kind_of(path)["screens"]}

    assert [] == [path for path in TABLE["own"] if path not in longer]
    assert [] == [
        kind for kind in TABLE["kinds"] if "now" in kind and not any(kind_of(path) is kind for path in longer)
    ]


def test_each_kind_has_a_page(screens):
    """
    No kind is left of pages that are gone.
    """
    patterns = [pattern for kind in TABLE["kinds"] for pattern in kind["pages"]]

    assert [] == [pattern for pattern in patterns if not any(fnmatch(path, pattern) for path in screens)]
