"""
A host's brand as print needs it: the logo's file, and two colors of `brand.css` as they stand for a light page.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from guide.brand_sheet import SHEET, read_colors
from guide.data.organization import Organization

FOLDER = "overrides/brand"
# What each color is for in print, with the contrast on white paper that it needs: words, and lines that are drawn.
ACCENT, SECOND = "--guide-accent", "--guide-second"
CONTRASTS = {ACCENT: 4.5, SECOND: 3.0}
# A logo stands on each page of the site too, where a phone loads it.
LARGEST_BYTES, LARGEST_PIXELS, SMALLEST_PIXELS = 500_000, 4_000, 200
PNG_START = b"\x89PNG\r\n\x1a\n"
SVG = "http://www.w3.org/2000/svg"
DRAWN = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image")

# Line, what is wrong, how to fix it.
Slip = tuple[int, str, str]


@dataclass(frozen=True)
class Brand:
    """
    `logo` is the whole file, `logo_kind` "svg" or "png"; the colors are like "#0f5257".
    """

    logo: bytes
    logo_kind: str
    accent: str
    second: str


def read_brand(folder: Path, host: Organization) -> Brand:
    """
    Return the brand of a host, whose files stand in `folder`; `rules/brand.py` has found nothing wrong with them.
    """
    colors = read_colors((folder / SHEET).read_text(encoding="utf-8"))
    logo = folder / host.logo
    return Brand(logo.read_bytes(), logo.suffix.removeprefix("."), colors[ACCENT].value, colors[SECOND].value)


def slips_of_logo(content: bytes, kind: str) -> Iterator[Slip]:
    """
    Yield what is wrong with a logo's file, whose name ends in `kind`, "svg" or "png". That a picture only draws is the
    matter of `picture-only-draws`.
    """
    smaller = "Save it smaller: 1,000 pixels wide is enough for paper and screen."
    if len(content) > LARGEST_BYTES:
        yield (
            1,
            f"the logo has {len(content) // 1000:,} kB; at most {LARGEST_BYTES // 1000} are good for a phone",
            smaller,
        )
    elif kind == "svg":
        yield from _slips_of_svg(content)
    elif not content.startswith(PNG_START) or len(content) < 24:
        yield (
            1,
            "this file is not a PNG picture, though its name says so",
            "Open it in a picture program and export it as PNG.",
        )
    else:
        width, height = struct.unpack(">II", content[16:24])
        if max(width, height) > LARGEST_PIXELS:
            yield 1, f"the logo is {width:,} by {height:,} pixels; at most {LARGEST_PIXELS:,} fit", smaller
        elif max(width, height) < SMALLEST_PIXELS:
            fix = f"Save it with {SMALLEST_PIXELS} pixels or more, or as SVG."
            yield 1, f"the logo is {width} by {height} pixels, which is coarse on paper", fix
        elif not _can_be_set(content, kind):
            yield 1, "this PNG picture is broken", "Export it again."


def _slips_of_svg(content: bytes) -> Iterator[Slip]:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        # `picture-only-draws` tells of it.
        return
    # The first of each name. Without its namespace a browser draws nothing.
    elements = {etree.QName(element).localname: element for element in reversed(list(root.iter(f"{{{SVG}}}*")))}
    if "text" in elements:
        fix = "In the program that drew it, turn text into outlines (or paths), and save it again."
        yield elements["text"].sourceline or 1, "the logo has words in a font, which another device may lack", fix
    if b"var(" in content:
        fix = "Write the color itself in its place, like #0f5257."
        yield content[: content.index(b"var(")].count(b"\n") + 1, 'the logo has a color by "var()", black on paper', fix
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        yield (
            1,
            "the logo does not say how large it is",
            'Add viewBox="0 0 WIDTH HEIGHT" to its <svg>, or export it anew.',
        )
    elif not elements.keys() & set(DRAWN) or not _can_be_set(content, "svg"):
        yield 1, "the logo shows nothing on paper", 'Export it again, as "plain SVG" or as PNG.'


def _can_be_set(content: bytes, kind: str) -> bool:
    """
    Return whether the typesetter can read a picture.
    """
    # Imported here: only this needs it before a build.
    import typst

    numbers = ",".join(map(str, content))
    try:
        typst.compile(f'#image(bytes(({numbers},)), format: "{kind}")'.encode(), format="pdf", ignore_system_fonts=True)
    except (typst.TypstError, RuntimeError):
        return False
    return True
