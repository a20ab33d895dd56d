"""
What a page says of the files it offers: their sizes, their pages, and pictures of those. Written into the built page.
"""

import hashlib
import re
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pypdfium2
from markupsafe import Markup
from PIL import Image

from guide.printing.cache import Cache
from guide.printing.pdf import templates

BLOCK = re.compile(r'<div class="guide-downloads">.*?</div>', re.DOTALL)
LINK = re.compile(r'<a href="(?P<address>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
KINDS = {".pdf": "PDF", ".zip": "zip file", ".docx": "Word file", ".txt": "text file"}
# Twice the width on the page, for sharp screens.
WIDTH = 306
SHOWN = 6


@dataclass(frozen=True)
class Picture:
    """
    A page of a file: its number, counted from 1, and the bookmark it stands under.
    """

    address: str
    number: int
    title: str
    width: int
    height: int


@dataclass(frozen=True)
class Download:
    """
    A link of a `/// downloads` block, with what it leads to; `about` is empty where there is no such file.
    """

    address: str
    words: Markup
    about: str = ""
    pictures: list[Picture] = field(default_factory=list)


def add_previews(site: Path, cache: Cache) -> None:
    """
    Put behind each link in a `/// downloads` block what the file is and how large it is; below the links, pictures of
    some pages of a PDF. What an earlier call wrote is written anew.
    """
    for page in sorted(site.rglob("*.html")):
        text = page.read_bytes().decode("utf-8")
        if BLOCK.search(text):
            page.write_bytes(BLOCK.sub(lambda block: draw_block(block[0], page, cache), text).encode("utf-8"))


def draw_block(block: str, page: Path, cache: Cache) -> str:
    files = [read_download(link["address"], Markup(link["words"]), page, cache) for link in LINK.finditer(block)]
    return templates().get_template("downloads.html").render(files=files)


def read_download(address: str, words: Markup, page: Path, cache: Cache) -> Download:
    """
    Return what a link leads to, and write the pictures of its pages beside it. That there is such a file is looked
    after by the check of the links.
    """
    target = page.parent / address
    if not target.is_file():
        return Download(address, words)
    about, pictures = [KINDS.get(target.suffix, "file")], []
    if target.suffix == ".pdf":
        pdf = pypdfium2.PdfDocument(target)
        about.append(f"{len(pdf)} pages" if len(pdf) > 1 else "1 page")
        pictures = write_pictures(pdf, target, address, cache)
        pdf.close()
    return Download(address, words, ", ".join([*about, size_in_words(target.stat().st_size)]), pictures)


def write_pictures(pdf: pypdfium2.PdfDocument, target: Path, address: str, cache: Cache) -> list[Picture]:
    """
    Write pictures of the first page and of others, spread evenly, beside the file, and return them.
    """
    numbers = sorted({round(step * (len(pdf) - 1) / SHOWN) for step in range(SHOWN)})
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    contents = cache.get_or_make(
        [(digest, str(number), str(WIDTH)) for number in numbers],
        "webp",
        lambda wanted: [draw_page(pdf, int(number)) for _, number, _ in wanted],
    )
    marks = [(mark.get_dest().get_index(), mark.get_title()) for mark in pdf.get_toc() if mark.get_dest()]
    pictures = []
    for number, content in zip(numbers, contents, strict=False):
        file = target.with_name(f"{target.stem}-{number + 1}.webp")
        file.write_bytes(content)
        title = next((title for index, title in reversed(marks) if index <= number), "Cover")
        width, height = Image.open(BytesIO(content)).size
        pictures.append(
            Picture(address.removesuffix(target.name) + file.name, number + 1, title, width // 2, height // 2)
        )
    return pictures


def draw_page(pdf: pypdfium2.PdfDocument, number: int) -> bytes:
    """
    Return the picture of a page, counted from 0, as WebP.
    """
    page = pdf[number]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    file = BytesIO()
    picture.save(file, "WEBP", quality=60)
    return file.getvalue()


def size_in_words(count: int) -> str:
    """
    Return a number of bytes as one says it: 480 kB, 1.2 MB.
    """
    return f"{max(1, round(count / 1000))} kB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"
