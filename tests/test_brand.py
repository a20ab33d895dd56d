"""
A host's brand: which colors of a style sheet print takes, and which files can be a logo.
"""

import struct
import zlib

import pytest

from copies import ROOT, small_guide
from guide.brand import ACCENT, SECOND, read_brand, slips_of_logo
from guide.brand_sheet import read_colors
from guide.data import read_data
from guide.project import read_guide
from guide.rules import check_pages

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'


def png(width: int, height: int, pixels: bytes | None = None) -> bytes:
    """
    Return a white PNG picture; `pixels` instead of its own, where they shall not fit.
    """

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    white = zlib.compress((b"\0" + b"\xff" * width) * height) if pixels is None else pixels
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", white) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "written, value",
    [
        ("#0f5257", "#0f5257"),
        ("#FFF", "#ffffff"),
        ("rgb(15 82 87)", "#0f5257"),
        ("rgb(15, 82, 87)", "#0f5257"),
        ("hsl(120 100% 25%)", "#008000"),
        ("rebeccapurple", "#663399"),
        ("var(--ours)", "#123456"),
        ("var(--guide-accent)", ""),
        ("var(--nobody)", ""),
        ("rgb(0 0 0 / .5)", ""),
        ("#0f525780", ""),
        ("rgb(none 82 300)", "#0052ff"),
        ("oklch(50% .1 30)", ""),
        ("currentcolor", ""),
        ("linear-gradient(red, blue)", ""),
        ("1px", ""),
        ("", ""),
    ],
)
def test_a_color_is_read_in_each_way_of_writing_it(written, value):
    """
    Whatever is a plain color is read; what is none, or lets light through, is not.
    """
    colors = read_colors(f":root {{ --ours: #123456; /* x */ --guide-accent: {written} }}")

    assert value == colors[ACCENT].value


def test_only_the_colors_of_a_light_page_are_printed():
    """
    What stands within `@media`, for the dark, or for a part of the page, is not taken; of two the later one holds.
    """
    css = """
    :root { --guide-second: red; --guide-second: #b4782b }
    @media (prefers-color-scheme: dark) { :root { --guide-second: white } }
    .card { --guide-second: black }
    """

    assert ("#b4782b", 2) == (read_colors(css)[SECOND].value, read_colors(css)[SECOND].line)


def test_the_brand_of_the_guide_is_read():
    """
    Print gets the guide's own logo and colors.
    """
    brand = read_brand(ROOT / "overrides/brand", read_data(ROOT / "docs/_data").organization)

    assert ("svg", "#0f5257", "#b4782b") == (brand.logo_kind, brand.accent, brand.second)
    assert b"<svg" in brand.logo


@pytest.mark.parametrize(
    "kind, content, told",
    [
        ("png", png(600, 200), None),
        ("svg", SVG.format('<path d="M0 0h9v9z"/>').encode(), None),
        (
            "svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>',
            None,
        ),
        ("png", png(9000, 20), "the logo is 9,000 by 20 pixels; at most 4,000 fit"),
        ("png", png(100, 100), "the logo is 100 by 100 pixels, which is coarse on paper"),
        ("png", png(600, 200) + bytes(600_000), "the logo has 600 kB; at most 500 are good for a phone"),
        ("png", png(600, 200, b"x"), "this PNG picture is broken"),
        ("png", png(600, 200)[:60], "this PNG picture is broken"),
        ("png", b"\xff\xd8\xff\xe0 a JPEG", "this file is not a PNG picture, though its name says so"),
        ("png", b"", "this file is not a PNG picture, though its name says so"),
        (
            "svg",
            SVG.format('<path d="M0 0h9v9z"/><text>Us</text>').encode(),
            "the logo has words in a font, which another device may lack",
        ),
        (
            "svg",
            SVG.format('<path d="M0 0h9v9z" style="fill: var(--ours)"/>').encode(),
            'the logo has a color by "var()", black on paper',
        ),
        ("svg", SVG.format("").encode(), "the logo shows nothing on paper"),
        (
            "svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
            "the logo does not say how large it is",
        ),
        ("svg", b'<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', "the logo shows nothing on paper"),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_told(kind, content, told):
    """
    A logo that is broken, coarse, heavy, huge or empty is told in a sentence, and a good one is not.
    """
    assert ([told] if told else []) == [what for _, what, _ in slips_of_logo(content, kind)]


@pytest.mark.parametrize(
    "name, told",
    [
        ("logo.svg", 'docs/_data/defaults.yml:11: the logo "logo.svg" is not in overrides/brand/'),
        ("favicon.svg", "overrides/brand/favicon.svg:1: the picture in a browser's tab is missing"),
        ("brand.css", "overrides/brand/brand.css:1: the file is missing"),
    ],
)
def test_a_missing_file_of_the_brand_is_one_problem(tmp_path, name, told):
    """
    Each stands on every page, but its lack is told once, before a page is built.
    """
    folder = small_guide(tmp_path / "guide")
    before = len(check_pages(read_guide(folder)[0]))
    (folder / "overrides/brand" / name).unlink()

    found = check_pages(read_guide(folder)[0])

    assert before + 1 == len(found)
    assert [told] == [f"{p.path}:{p.line}: {p.what}" for p in found if p.path == told.split(":")[0] and p.what in told]
