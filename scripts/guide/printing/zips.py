"""
The zip files: a book with all letters of the guide as Word files, and the whole guide to be opened from a folder.
"""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from guide.data import Data
from guide.phrases import Phrases
from guide.printing.templates import templates
from guide.site.reading import BuiltPage

OFFLINE = "guide-offline.zip"
# The folder of the Word files in the zip file of a book.
LETTERS = "letters"
# The earliest day a zip file can name: the same files give the same bytes on any day.
DAY = (1980, 1, 1, 0, 0, 0)
PACKED = (".docx", ".png", ".webp", ".woff2", ".zip")


def write_kit_zips(site: Path, data: Data, phrases: Phrases, as_of: dict[str, str]) -> None:
    """
    Write `downloads/<key>.zip` for each book that asks for it: the book, all letters as Word files, a text to read
    first. `as_of` has what each book says of its age.
    """
    folder = site / "downloads"
    home = BuiltPage("index.html", site / "index.html").address.removesuffix("index.html")
    letters = [folder / f"{key}.docx" for key in sorted(data.letters.shared) if (folder / f"{key}.docx").exists()]
    for key, book in data.books.items():
        if not book.zip:
            continue
        file = folder / f"{key}.pdf"
        read_me = (
            templates()
            .get_template("read-me.txt")
            .render(
                phrases=phrases.by_group,
                title=book.title,
                file=file.name,
                folder=LETTERS,
                count=len(letters),
                first=book.parts[0].title,
                home=home,
                as_of=as_of[key],
            )
        )
        # A text file that the plainest editors of Windows show in lines.
        write_zip(
            folder / f"{key}.zip",
            [
                ("read-me.txt", read_me.replace("\n", "\r\n").encode("utf-8")),
                (file.name, file.read_bytes()),
                *((f"{LETTERS}/{letter.name}", letter.read_bytes()) for letter in letters),
            ],
        )


def write_offline_zip(site: Path, books: Iterable[str]) -> None:
    """
    Write `downloads/guide-offline.zip` with the whole site but itself and the printed books, which weigh more than all
    the rest: its pages link to those on the web. `books` are the keys of the books. A guide without an address has
    them in the file too.
    """
    folder = site / "downloads"
    apart = {f"downloads/{OFFLINE}"}
    if BuiltPage("index.html", site / "index.html").address:
        apart |= {
            f"downloads/{file.name}"
            for key in books
            for file in (folder / f"{key}.pdf", folder / f"{key}.zip", *folder.glob(f"{key}-large*.pdf"))
            if file.exists()
        }
    write_zip(folder / OFFLINE, offline_files(site, apart))


def offline_files(site: Path, apart: set[str]) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or name in apart:
            continue
        content = file.read_bytes()
        if file.suffix == ".html" and any(PurePosixPath(each).name.encode() in content for each in apart):
            content = link_to_web(BuiltPage(name, file), content, apart)
        yield f"guide/{name}", content


def link_to_web(page: BuiltPage, content: bytes, apart: set[str]) -> bytes:
    """
    Return a page whose links to the files `apart` lead to the web.

    The address in its quotes is replaced in the bytes, and all others stay: lxml would write the page otherwise. The
    addresses themselves are read from the page's elements.
    """
    if not page.address:
        return content
    home = page.address.removesuffix(page.path)
    for link in {link.address for link in page.links}:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link))
        if file in apart:
            content = content.replace(f'"{link}"'.encode(), f'"{home}{file}"'.encode())
    return content


def write_zip(file: Path, parts: Iterable[tuple[str, bytes]]) -> None:
    """
    Write a zip file; the same parts give the same bytes.
    """
    with ZipFile(file, "w") as archive:
        for name, content in parts:
            entry = ZipInfo(name, DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            # What is packed already does not get smaller, only slower.
            entry.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=6)
