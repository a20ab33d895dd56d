"""
What a page says of the files it offers: their sizes, their pages, and pictures of those. Written into the built page.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pypdfium2
from markupsafe import Markup
from PIL import Image

from guide.phrases import Phrases
from guide.printing.cache import Cache
from guide.printing.offers import DownloadsReader
from guide.printing.templates import templates

KINDS: dict[str, Callable[[Phrases], str]] = {
    ".pdf": lambda phrases: phrases("downloads.pdf"),
    ".zip": lambda phrases: phrases("downloads.zip"),
    ".docx": lambda phrases: phrases("downloads.word"),
    ".txt": lambda phrases: phrases("downloads.text"),
}
# Twice the width on the page, for sharp screens.
WIDTH = 306
SHOWN = 6


@dataclass(frozen=True)
class Picture:
    """
    A page of a file; `words` are its number, counted from 1, and the bookmark it stands under.
    """

    address: str
    words: str
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


def add_previews(site: Path, phrases: Phrases, cache: Cache) -> None:
    """
    Put behind each link in a `/// downloads` block what the file is and how large it is; below the links, pictures of
    some pages of the first, and of each that has only one page. What an earlier call wrote is written anew.
    """
    for page in sorted(site.rglob("*.html")):
        content = page.read_bytes()
        if b"guide-downloads" not in content:
            continue
        text = content.decode("utf-8")
        for block in reversed(DownloadsReader(text).blocks):
            files = [
                read_download(address, Markup(words), page, phrases, cache, place == 0)
                for place, (address, words) in enumerate(block.links)
            ]
            drawn = templates().get_template("downloads.html").render(files=files)
            text = text[: block.start] + drawn + text[block.end :]
        page.write_bytes(text.encode("utf-8"))


def read_download(address: str, words: Markup, page: Path, phrases: Phrases, cache: Cache, first: bool) -> Download:
    """
    Return what a link leads to, and write the pictures of its pages beside it, if it is the `first` of its block or has
    one page alone. That there is such a file is looked after by the check of the links.
    """
    target = page.parent / address
    if not target.is_file():
        return Download(address, words)
    kind = KINDS[target.suffix](phrases) if target.suffix in KINDS else phrases("downloads.other")
    about, pictures = [kind], []
    if target.suffix == ".pdf":
        pdf = pypdfium2.PdfDocument(target)
        about.append(phrases("downloads.pages", count=len(pdf)))
        pictures = write_pictures(pdf, target, address, phrases, cache) if first or len(pdf) == 1 else []
        pdf.close()
    return Download(address, words, ", ".join([*about, size_in_words(target.stat().st_size, phrases)]), pictures)


def write_pictures(
    pdf: pypdfium2.PdfDocument, target: Path, address: str, phrases: Phrases, cache: Cache
) -> list[Picture]:
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
    places = [(mark.get_dest(), mark.get_title()) for mark in pdf.get_toc()]
    marks = [(place.get_index() or 0, title) for place, title in places if place]
    pictures = []
    for number, content in zip(numbers, contents, strict=True):
        file = target.with_name(f"{target.stem}-{number + 1}.webp")
        file.write_bytes(content)
        title = next((title for index, title in reversed(marks) if index <= number), phrases("downloads.cover"))
        width, height = Image.open(BytesIO(content)).size
        pictures.append(
            Picture(
                address.removesuffix(target.name) + file.name,
                phrases("downloads.picture", number=number + 1, title=title),
                width // 2,
                height // 2,
            )
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


def size_in_words(count: int, phrases: Phrases) -> str:
    """
    Return a number of bytes as one says it: 480 kB, 1.2 MB.
    """
    if count < 999_500:
        return phrases("downloads.kilobytes", number=max(1, round(count / 1000)))
    return phrases("downloads.megabytes", number=f"{count / 1_000_000:.1f}")
