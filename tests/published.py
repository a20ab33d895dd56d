"""
What a published site says: the words of each of its files, those in files to download too.
"""

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2

# What holds no words.
DRAWN = (".png", ".webp", ".woff2", ".ico")


def texts_of_site(site: Path) -> dict[str, str]:
    """
    Return the texts of a site by where they stand, as `texts_of` names them.
    """
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    return {
        place: text for file in files for place, text in texts_of(file.relative_to(site).as_posix(), file.read_bytes())
    }


def texts_of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """
    Yield the texts of a file, each with where it stands: the file, and behind "/" a file within it, or of a PDF what
    it says of itself ("about") and the addresses of its links ("links").
    """
    if name.endswith((".zip", ".docx")):
        with ZipFile(BytesIO(content)) as packed:
            for inner in packed.namelist():
                yield from texts_of(f"{name}/{inner}", packed.read(inner))
    elif name.endswith(".gz"):
        yield from texts_of(name.removesuffix(".gz"), gzip.decompress(content))
    elif name.endswith(".pdf"):
        with pypdfium2.PdfDocument(content) as pdf:
            # A name may be broken over two lines.
            yield name, " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
        with pikepdf.open(BytesIO(content)) as pdf:
            yield f"{name}/about", "\n".join([*map(str, pdf.docinfo.values()), xml_of(pdf)])
            yield f"{name}/links", "\n".join(links_of(pdf))
    elif not name.endswith(DRAWN):
        yield name, content.decode("utf-8")


def xml_of(pdf: pikepdf.Pdf) -> str:
    """
    Return what a PDF says of itself for programs, "" where it says nothing.
    """
    return pdf.Root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in pdf.Root else ""


def links_of(pdf: pikepdf.Pdf) -> Iterator[str]:
    """
    Yield the address of each link of a PDF that leads out of it.
    """
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if "/URI" in annotation.get("/A", {}):
                yield str(annotation.A.URI)
