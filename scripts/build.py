"""
The whole way: check the pages, build them, write letters and books, check what was built, put it into `site/`.

    python scripts/build.py          everything
    python scripts/build.py check    only the checks before a build
"""

import os
import shutil
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

from guide.elements import read_elements
from guide.problems import Problem, report
from guide.project import Guide, read_guide
from guide.rules import check_pages

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """
    Return the exit status: 0 when all went well, 1 when there are problems, 2 when it was called wrongly.
    """
    if arguments not in ([], ["check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2

    context, problems = read_guide(ROOT)
    problems += check_pages(context)
    if not problems and not arguments:
        problems = build(context)
    if problems:
        print(report(problems, as_annotations=os.environ.get("GITHUB_ACTIONS") == "true"))
        count = len(set(problems))
        print(f"\n{count} problem{'s' if count > 1 else ''}. Fix them and run this again.", file=sys.stderr)
        return 1
    print("All words are in order." if arguments else "The guide is built in site/.")
    return 0


def build(context: Guide) -> list[Problem]:
    """
    Build the site beside `site/` and swap it in; return the problems, with `site/` as it was if there are any.
    """
    # Imported here: the checks before a build need neither MkDocs nor the PDF writer.
    from guide.mkdocs_pages import build_pages
    from guide.rules.links import check_built
    from guide.site.join import join_assets
    from guide.site.phrases import trim_phrases
    from guide.site.policy import write_policies
    from guide.site.reading import read_site, site_files
    from guide.site.search import write_search_pages
    from guide.site.shrink import drop_theme_files, shrink_scripts

    site, old = context.root / ".build/site", context.root / ".build/old"
    for rest in (site, old):
        shutil.rmtree(rest, ignore_errors=True)
    set_clock(context.data.newest_check)
    config, problems = build_pages(context.root, site)
    if problems:
        return problems
    drop_theme_files(site)
    elements, _ = read_elements(context.root)
    join_assets(site, {name for element in elements for name in element.later})
    shrink_scripts(site)
    trim_phrases(site)
    write_policies(site)
    write_search_pages(
        site,
        read_site(site),
        {page.path.removeprefix("docs/").removesuffix(".md") + ".html": page.meta["also"] for page in context.pages},
    )
    home = urlsplit(config.site_url or "/").path or "/"
    # A link that leads nowhere is reported before books are printed; until then each download that a page names counts
    # as there.
    pages = read_site(site)
    named = {urlsplit(link.address).path.rpartition("downloads/") for page in pages for link in page.links}
    downloads = {found + name for _, found, name in named if found}
    problems = list(check_built(pages, site_files(site) | downloads, context.pages, home))
    if problems:
        return problems
    problems = make_downloads(context, site)
    problems += check_built(read_site(site), site_files(site), context.pages, home)
    if not problems:
        swap_in(site, context.root / "site", old)
    return problems


def make_downloads(context: Guide, site: Path) -> list[Problem]:
    """
    Write the letters, books and zips that the built site offers into it; return the problems of those that cannot be
    made.
    """
    from guide.printing.book import write_books
    from guide.printing.cache import Cache
    from guide.printing.letter_files import write_letter_files
    from guide.printing.previews import add_previews
    from guide.printing.zips import write_kit_zips, write_offline_zip

    # Last time's files, for what did not change; the slowest part of the way is to print books.
    cache = Cache(context.root / ".build/kept")
    problems = write_letter_files(site, context.data, context.phrases, context.pages, cache)
    missing, as_of = write_books(site, context.data, context.phrases, cache)
    problems += missing
    if not problems:
        write_kit_zips(site, context.data, context.phrases, as_of)
        add_previews(site, context.phrases, cache)
        # The zip holds the page that says how large the zip is. Its own size cannot stand in it,
        # so that page is written once more, and the copy in the zip keeps what stood there before.
        write_offline_zip(site)
        add_previews(site, context.phrases, cache)
    cache.prune()
    return problems


def set_clock(newest: date | None) -> None:
    """
    Let all that is built be of the day of the newest check of a fact: the same words give the same bytes.
    """
    # A new guide may have no fact that was checked yet. MkDocs dates its files by this variable.
    day = datetime.combine(newest or date(2000, 1, 1), time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))


def swap_in(built: Path, final: Path, old: Path) -> None:
    """
    Put what was built into the place of the last good site.
    """
    if final.exists():
        final.rename(old)
    built.rename(final)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
