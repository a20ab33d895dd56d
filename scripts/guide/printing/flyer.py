"""
The flyer: one page to hang up or hand out, with the square that opens the guide.
"""

from pathlib import Path

from guide.codes import code_path
from guide.data import Data
from guide.phrases import Phrases
from guide.printing.cache import Cache
from guide.printing.host import host_data
from guide.printing.links import shorten
from guide.printing.typeset import NotSet, page_data, set_pages
from guide.problems import Problem
from guide.site.reading import BuiltPage

FLYER = "downloads/flyer.pdf"
# The groups of phrases that it says.
SAID = ("book", "flyer", "footer")


def write_flyer(site: Path, data: Data, phrases: Phrases, cache: Cache) -> list[Problem]:
    """
    Write the flyer into the built site; return a problem if it cannot be made. It says what the guide is in the words
    of the home page: its title, and its description.
    """
    home = BuiltPage("index.html", site / "index.html")
    address = home.address.removesuffix(home.path)
    side, path = code_path(address)
    words = page_data(
        language=home.language,
        title=" ".join(home.tree.find(".//article//h1").text_content().split()),
        about=home.tree.find(".//meta[@name='description']").get("content"),
        host=host_data(site, data, address, phrases),
        address=shorten(address),
        code={"side": side, "path": path},
        phrases={group: phrases.by_group[group] for group in SAID},
    )
    file = site / FLYER
    file.parent.mkdir(exist_ok=True)
    try:
        [pdf] = cache.get_or_make([("flyer", words)], "pdf", set_pages)
    except NotSet as slip:
        fix = "Make the title of the home page, its description or your name shorter."
        return [Problem(home.source, 1, f"the flyer cannot be printed: {slip}", fix, "book-can-be-printed")]
    file.write_bytes(pdf)
    return []
