"""
The card: the picture that a phone shows where a page of the guide is shared (`overrides/main.html` names it).
"""

from pathlib import Path

from guide.data import Data
from guide.phrases import Phrases
from guide.printing.host import host_data
from guide.printing.typeset import NotSet, draw_page, page_data
from guide.problems import Problem
from guide.site.reading import BuiltPage

CARD = "brand/card.png"
# The groups of phrases that its look may say.
SAID = ("book", "footer")


def write_card(site: Path, name: str, data: Data, phrases: Phrases) -> list[Problem]:
    """
    Write the card into the built site, whose name is `name`; return a problem if it cannot be drawn. It says what the
    guide is in the words of the home page: its title, and its description.
    """
    home = BuiltPage("index.html", site / "index.html")
    words = page_data(
        language=home.language,
        site=name,
        title=" ".join(home.tree.find(".//article//h1").text_content().split()),
        about=home.tree.find(".//meta[@name='description']").get("content"),
        host=host_data(site, data, home.address.removesuffix(home.path), phrases),
        phrases={group: phrases.by_group[group] for group in SAID},
    )
    try:
        picture = draw_page("card", words)
    except NotSet as slip:
        fix = "Make the title of the home page, its description or the name of the site shorter."
        return [
            Problem(home.source, 1, f"the card for shared links cannot be drawn: {slip}", fix, "book-can-be-printed")
        ]
    (site / CARD).write_bytes(picture)
    return []
