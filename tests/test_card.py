"""
What is shown where the address of a page is shared: its title, what it is about, and the card with the host's brand.
"""

from io import BytesIO

from lxml import html
from PIL import Image

from copies import ROOT
from guide.data import read_data
from guide.phrases import read_phrases
from guide.printing.card import CARD, write_card


def said(tree: html.HtmlElement, name: str) -> list[str]:
    return tree.xpath(f"//meta[@property='og:{name}']/@content")


def test_each_page_says_what_is_shown_of_it(site):
    """
    Each page that has an address has a title, a sentence and the card, at an address that others can fetch.
    """
    missing = {}
    for file in sorted(site.rglob("*.html")):
        tree = html.parse(str(file), parser=html.HTMLParser(encoding="utf-8"))
        address = tree.xpath("//link[@rel='canonical']/@href")
        home = address[0].removesuffix(file.relative_to(site).as_posix()) if address else ""
        titles, texts, pictures = (said(tree, name) for name in ("title", "description", "image"))
        told = (len(titles), len(texts), pictures) if all(map(str.strip, titles + texts)) else ()
        if told != ((1, 1, [home + CARD]) if address else (0, 0, [])):
            missing[file.name] = told

    assert {} == missing


def test_the_card_has_the_brand_and_the_size_that_is_shown(site, tmp_path):
    """
    1200 by 630 pixels, with the two colors of the host; other colors and another name make another card, the same ones
    the same.
    """
    picture = Image.open(site / CARD).convert("RGB")
    assert (1200, 630) == picture.size
    assert [(15, 82, 87), (180, 120, 43)] == [picture.getpixel((x, 625)) for x in (10, 1190)]

    made = []
    for name, accent in (("Ozark", "#0f5257"), ("Ozark", "#702060"), ("Ozark", "#702060")):
        (tmp_path / "brand").mkdir(exist_ok=True)
        (tmp_path / "index.html").write_bytes((site / "index.html").read_bytes())
        (tmp_path / "brand/logo.svg").write_bytes((site / "brand/logo.svg").read_bytes())
        (tmp_path / "brand/brand.css").write_text(
            f":root {{ --guide-accent: {accent}; --guide-second: #2060a0 }}", encoding="utf-8"
        )
        assert [] == write_card(tmp_path, name, read_data(ROOT / "docs/_data"), read_phrases(ROOT, []))
        made.append((tmp_path / CARD).read_bytes())

    assert made[0] != made[1] == made[2]
    assert (112, 32, 96) == Image.open(BytesIO(made[1])).convert("RGB").getpixel((10, 625))


def test_a_card_whose_words_find_no_room_is_told(site, tmp_path):
    """
    By the home page that says them.
    """
    (tmp_path / "brand").mkdir()
    for name in ("brand/logo.svg", "brand/brand.css"):
        (tmp_path / name).write_bytes((site / name).read_bytes())
    home = (site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(
        home.replace("<h1", "<h1>" + "Long words " * 200 + "</h1><h1", 1), encoding="utf-8"
    )
    [problem] = write_card(tmp_path, "Guide", read_data(ROOT / "docs/_data"), read_phrases(ROOT, []))

    assert ("docs/index.md", "card for shared links" in problem.what) == (problem.path, True)
