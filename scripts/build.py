"""
The whole way: check the words, build the pages, write letters and books, check what was built, put it into `site/`.

    python scripts/build.py          everything
    python scripts/build.py check    only the checks of the words
"""

import logging
import os
import re
import shutil
import sys
from contextlib import contextmanager
from datetime import date, datetime, time, timezone
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from guide.data import read_data
from guide.problems import Problem, report
from guide.rules import check_words
from guide.rules.whole import Whole
from guide.source import read_pages

ROOT = Path(__file__).resolve().parent.parent
# The settings files, from a host's own to the machinery's, each with the one it builds on.
SETTINGS = {
    "mkdocs.yml": "docs/_data/organization.yml",
    "docs/_data/organization.yml": "menu.yml",
    "docs/_data/menu.yml": "../../scripts/mkdocs-base.yml",
}


def main(arguments: list[str]) -> int:
    """
    Return the exit status: 0 when all went well, 1 when there are problems, 2 when it was called wrongly.
    """
    if arguments not in ([], ["check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2

    whole, problems = read_whole(ROOT)
    problems += check_words(whole)
    if not problems and arguments != ["check"]:
        problems = build(whole)
    if problems:
        print(report(problems, as_annotations=os.environ.get("GITHUB_ACTIONS") == "true"))
        count = len(set(problems))
        print(f"\n{count} problem{'s' if count > 1 else ''}. Mend them and run this again.", file=sys.stderr)
        return 1
    print("All words are in order." if arguments else "The guide is built in site/.")
    return 0


def read_whole(root: Path) -> tuple[Whole, list[Problem]]:
    """
    Return pages and data of the repository at `root`, and the problems of those that cannot be read.
    """
    data = read_data(root / "docs/_data")
    pages, problems = read_pages(root / "docs", root)
    # A slip in organization.yml is told with the data.
    names = [name for name in SETTINGS if data.organization or not name.endswith("organization.yml")]
    problems += data.problems + [problem for name in names for problem in settings_are_readable(root, name)]
    return Whole(root, data, pages), problems


def settings_are_readable(root: Path, name: str) -> list[Problem]:
    """
    Return a problem if the settings file `name` is no YAML, is not there, or has lost the file it builds on.
    """
    try:
        node = yaml.compose((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return [Problem(name, 1, "the file is missing", "Bring it back; the guide needs it.", "settings-are-readable")]
    except UnicodeDecodeError:
        return [Problem(name, 1, "the file is not in UTF-8", "Save it again with the encoding UTF-8.", "settings-are-readable")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return [Problem(name, mark.line + 1 if mark else 1, "the file cannot be read here",
                        "Look for a missing colon, quote or space in this line or the one above.", "settings-are-readable")]
    if not isinstance(node, yaml.MappingNode):
        return [Problem(name, 1, 'the file is not a list of "key: value"', "Bring back what stood in it.",
                        "settings-are-readable")]
    if SETTINGS[name] not in [value.value for key, value in node.value if key.value == "INHERIT"]:
        return [Problem(name, 1, f'the line "INHERIT: {SETTINGS[name]}" is missing', "Bring it back; the guide needs it.",
                        "settings-are-readable")]
    return []


def build(whole: Whole) -> list[Problem]:
    """
    Build the site beside `site/` and swap it in; return the problems, with `site/` as it was if there are any.
    """
    # Imported here: the checks of the words alone need neither MkDocs nor the PDF writer.
    from guide.built import drop_theme_files, read_site, shrink_scripts, site_files, write_policies, write_search_pages
    from guide.kit.book import write_books
    from guide.kit.downloads import write_downloads
    from guide.kit.kept import Kept
    from guide.kit.letters import write_letters
    from guide.kit.zips import write_kit_zips, write_offline_zip
    from guide.rules.links import check_built

    site = whole.root / ".build/site"
    for rest in (site, site.parent / "old"):
        shutil.rmtree(rest, ignore_errors=True)
    # A new guide may have no fact that was checked yet.
    newest = whole.data.newest_check or date(2000, 1, 1)
    # MkDocs dates its files by this; with the day of the newest fact the same words give the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(newest, time(), timezone.utc).timestamp()))

    config, problems = build_pages(whole.root, site)
    if problems:
        return problems
    drop_theme_files(site)
    shrink_scripts(site)
    write_policies(site)
    write_search_pages(site, {page.path.removeprefix("docs/").removesuffix(".md") + ".html": page.meta["also"]
                              for page in whole.pages})
    home = urlsplit(config.site_url or "/").path or "/"
    # A link that leads nowhere is told before books are printed; until then each download that a page names counts as there.
    pages = read_site(site)
    named = {urlsplit(link.address).path.rpartition("downloads/") for page in pages for link in page.links}
    downloads = {found + name for _, found, name in named if found}
    problems = list(check_built(pages, site_files(site) | downloads, whole.pages, home))
    if problems:
        return problems
    # Last time's files, for what did not change; the slowest part of the way is to print books.
    kept = Kept(whole.root / ".build/kept")
    problems = write_letters(site, whole.data, whole.pages, kept)
    missing, as_of = write_books(site, whole.data, kept)
    problems += missing
    if not problems:
        write_kit_zips(site, whole.data, as_of)
        write_downloads(site, kept)
        # Its own size cannot stand in it, so the page that tells it is written once more.
        write_offline_zip(site)
        write_downloads(site, kept)
    kept.sweep()
    problems += check_built(read_site(site), site_files(site), whole.pages, home)
    if not problems:
        final, old = whole.root / "site", whole.root / ".build/old"
        if final.exists():
            final.rename(old)
        site.rename(final)
        shutil.rmtree(old, ignore_errors=True)
    return problems


def build_pages(root: Path, site: Path):
    """
    Let MkDocs build the pages into `site`; return its settings, and a problem for each thing it warns of.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with warnings_of_mkdocs() as warnings:
        config = None
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
            mkdocs_build(config)
        except MkDocsException as error:
            # Without a warning before it this is all that MkDocs says.
            warnings += [] if warnings else [str(error)]
    return config, [setting_problem(root, said) for said in warnings]


def setting_problem(root: Path, said: str) -> Problem:
    """
    Return what MkDocs says as a problem, at the line that holds the setting it names.
    """
    places = [(name, line) for name in SETTINGS
              for line, text in enumerate((root / name).read_text(encoding="utf-8").splitlines(), 1)
              if re.match(r"[\w-]+:", text) and f"'{text.split(':')[0]}'" in said]
    path, line = places[0] if places else ("mkdocs.yml", 1)
    what = " ".join(said.split()).rstrip(".!")
    return Problem(path, line, f"MkDocs says: {what}", "Mend this setting, or what it names.", "settings-are-valid")


@contextmanager
def warnings_of_mkdocs():
    """
    Give a list that fills with what MkDocs and its plugins warn of; nothing else of theirs is shown.
    """
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record):
            said.append(record.getMessage())

    logger, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    logger.addHandler(listener)
    logger.propagate, before = False, logger.propagate
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = before


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
