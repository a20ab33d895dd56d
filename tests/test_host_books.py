"""
The books and the flyer of a host: its name, logo, colors, phone and readers on cover and feet, and of the guide that it was
copied from nothing but the credit.
"""

import shutil
import struct
import zlib
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from copies import ROOT, change, copy_to
from guide.data import read_data
from guide.mkdocs_pages import build_pages
from guide.phrases import read_phrases
from guide.printing.book import write_books
from guide.printing.cache import Cache
from guide.printing.flyer import FLYER, write_flyer
from guide.project import read_guide
from guide.rules import check_pages
from pdf_reading import elements

ORIGINAL = read_data(ROOT / "docs/_data").original
# Sixty letters, some of which would be marks in another language.
NAME = "Peña & Sons #1 “Ozark” *Family* Network for [Special] Needs $"
PHONE, READER = "417-555-0142", "Read by Kim Sample, attorney, October 2026"
ACCENT, SECOND = (122, 31, 61), (61, 111, 180)
LOGO_SIZE = (600, 150)
ORGANIZATION = f"""\
INHERIT: defaults.yml
extra:
  organization:
    name: '{NAME}'
    about: We help families.
    phone: {PHONE}
    logo: our-logo.png
    read_by:
      - {{name: Kim Sample, role: attorney, month: 2026-10}}
"""
ON_THE_FLYER = (
    NAME,
    PHONE,
    READER,
    "ozark.example/guide",
    "When you and the school disagree",
    "See what you can do now, and by when.",
    "Write your letter. What you type stays with you.",
    "Check an agreement before you sign it.",
)
BOOKS = """\
small-kit:
  title: Small kit
  subtitle: A list and a letter.
  parts:
    - {title: Lists, pages: [checklists/first-48-hours.md, plans/first-48-hours.md]}
    - {title: Letters, pages: ["letters/pwn-request.md#pwn-request", "letters/records-request.md#records-request"]}
"""


def png(color: tuple[int, int, int]) -> bytes:
    """
    Return a PNG picture of one color.
    """
    width, height = LOGO_SIZE

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head, pixels = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), (b"\0" + bytes(color) * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def downloads(tmp_path_factory) -> Path:
    """
    The folder with the book and the flyer of a host who changed nothing but what is a host's own, and the list of books.
    """
    fork = copy_to(tmp_path_factory.mktemp("host") / "guide")
    (fork / "docs/_data/organization.yml").write_text(ORGANIZATION, encoding="utf-8")
    (fork / "docs/_data/books.yml").write_text(BOOKS, encoding="utf-8")
    (fork / "overrides/brand/our-logo.png").write_bytes(png((10, 20, 30)))
    change(fork / "overrides/brand/brand.css", "--guide-accent: #0f5257", "--guide-accent: rgb(122 31 61)")
    change(fork / "overrides/brand/brand.css", "--guide-second: #b4782b", "--guide-second: #3d6fb4")
    change(fork / "mkdocs.yml", f"site_url: {ORIGINAL.site_url}", "site_url: https://ozark.example/guide/")
    context, problems = read_guide(fork)
    told = [str(problem) for problem in problems + check_pages(context)]
    assert [] == [
        problem for problem in told if "[book-holds-its-letters]" not in problem and "phrase-is" not in problem
    ]

    build_pages(fork, fork / "site", None, date(2026, 11, 29))
    phrases = read_phrases(fork, [])
    assert [] == write_books(fork / "site", context.data, phrases, Cache(None))[0]
    assert [] == write_flyer(fork / "site", context.data, phrases, Cache(None))
    return fork / "site/downloads"


def pages_of(file: Path) -> list[str]:
    """
    Return the words of each page, each line behind the other.
    """
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(file)]


def shows_logo(page: pikepdf.Page) -> bool:
    return LOGO_SIZE in [(image.Width, image.Height) for image in page.get_images().values()]


def colors_of(file: Path, number: int) -> set[tuple[int, int, int]]:
    """
    Return the colors of what is drawn on a page, without those of few points, which are edges.
    """
    picture = pypdfium2.PdfDocument(file)[number].render(scale=1).to_pil().convert("RGB")
    return {color for count, color in picture.getcolors(1 << 24) if count > 100}


def test_the_cover_is_the_host_s(downloads):
    """
    The cover has the name as it is written, the phone, who read it, the logo and both colors.
    """
    file = downloads / "small-kit.pdf"
    cover = pages_of(file)[0]

    assert [] == [said for said in (NAME, PHONE, READER) if said not in cover]
    assert {ACCENT, SECOND} <= colors_of(file, 0)
    with pikepdf.open(file) as pdf:
        assert shows_logo(pdf.pages[0]) and NAME in str(pdf.docinfo.Author)


def test_each_foot_is_the_host_s_but_that_of_a_letter(downloads):
    """
    Each page says whose it is, and shows the logo; on a letter that goes to the district stands nothing of the host.
    """
    file = downloads / "small-kit.pdf"
    pages = dict(enumerate(pages_of(file)))
    # The foot of a page also has the title of the book.
    own = {number for number, words in pages.items() if "Small kit" in words}
    letters = {number: pages[number] for number in pages.keys() - own}
    with pikepdf.open(file) as pdf:
        shown = {number for number, page in enumerate(pdf.pages) if shows_logo(page)}

    assert own == shown
    assert [] == [
        number for number in own - {0} if f"{NAME}, {PHONE}" not in pages[number] or READER not in pages[number]
    ]
    assert 2 == sum("Sincerely" in words for words in letters.values())
    assert [] == [number for number, words in letters.items() if NAME in words or PHONE in words]


@pytest.mark.parametrize("name", ["small-kit.pdf", Path(FLYER).name])
def test_of_the_first_host_there_is_the_credit_alone(downloads, name):
    """
    The credit has what the license asks for: the guide, its address, the license with its own, and who changed it. The
    first host's name, address and colors stand nowhere else.
    """
    file = downloads / name
    words = " ".join(pages_of(file))

    assert (
        f"From the “{ORIGINAL.name}” by its contributors, {ORIGINAL.site_url.removeprefix('https://').rstrip('/')}, under "
        f"CC BY 4.0 (creativecommons.org/licenses/by/4.0). {NAME} made this copy and any changes in it; the contributors have "
        "not checked them."
    ) in words
    assert (1, 1) == (words.count(ORIGINAL.name), words.count("missouri-iep-mediation.github.io"))
    drawn = set().union(*(colors_of(file, number) for number in range(len(pages_of(file)))))
    assert not drawn & {(15, 82, 87), (180, 120, 43)}


def test_the_flyer_is_one_page_that_opens_the_guide(downloads):
    """
    A family finds what the guide is, whose it is, whom to call, and a square that a phone can read from some steps away.
    """
    file = downloads.parent / FLYER
    words = pages_of(file)

    assert (1, []) == (len(words), [said for said in ON_THE_FLYER if said not in words[0]])
    with pikepdf.open(file) as pdf:
        code = next(figure for figure in elements(pdf, "/Figure") if "ozark.example/guide" in str(figure.Alt))
        left, bottom, right, top = (float(side) for side in attributes_of(code).BBox)
        assert right - left >= 120 and top - bottom >= 120 and shows_logo(pdf.pages[0])


def attributes_of(element) -> pikepdf.Dictionary:
    """
    Return what an element of the tree of tags says of its place.
    """
    found = element.A if isinstance(element.A, pikepdf.Array) else [element.A]
    return next(part for part in found if "/BBox" in part)


def test_a_flyer_that_does_not_fit_is_told(downloads, tmp_path):
    """
    Where the home page says too much for one page, the build says so, and the typesetter leaves no traceback.
    """
    site = shutil.copytree(downloads.parent, tmp_path / "site")
    change(site / "index.html", 'name="description" content="', f'name="description" content="{"More words. " * 200}')
    fork = downloads.parents[1]

    told = write_flyer(site, read_data(fork / "docs/_data"), read_phrases(fork, []), Cache(None))

    assert [
        "docs/index.md:1: the flyer cannot be printed: assertion failed: too long. Make the title of the "
        "home page, its description or your name shorter. [book-can-be-printed]"
    ] == [str(problem) for problem in told]
