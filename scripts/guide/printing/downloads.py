"""
All that the site offers to download, in the order in which one is made of the other: letters, books, zips, previews.
"""

from pathlib import Path

from guide.data import Data
from guide.pages import Page
from guide.phrases import Phrases
from guide.printing.book import write_books
from guide.printing.cache import Cache
from guide.printing.flyer import write_flyer
from guide.printing.letter_files import write_letter_files
from guide.printing.posters import write_posters
from guide.printing.previews import add_previews
from guide.printing.zips import write_kit_zips, write_offline_zip
from guide.problems import Problem
from guide.site.shrink import publish_pages


def write_downloads(site: Path, data: Data, phrases: Phrases, pages: list[Page], kept: Path) -> list[Problem]:
    """
    Write the downloads into the built site; return the problems of those that cannot be made.

    `kept` is the folder with the files of the last build, for what did not change: the slowest part is to print books.
    """
    cache = Cache(kept)
    problems = write_letter_files(site, data, phrases, pages, cache)
    missing, as_of = write_books(site, data, phrases, cache)
    problems += missing
    problems += write_posters(site, data, phrases, cache)
    problems += write_flyer(site, data, phrases, cache)
    publish_pages(site)
    if not problems:
        write_kit_zips(site, data, phrases, as_of)
        add_previews(site, phrases, cache)
        # The zip holds the page that says how large the zip is. Its own size cannot stand in it,
        # so that page is written once more, and the copy in the zip keeps what stood there before.
        write_offline_zip(site, data.books)
        add_previews(site, phrases, cache)
    cache.prune()
    return problems
