"""
The whole way: check the pages, build them, write letters and books, check what was built, put it into `site/`.

    python scripts/build.py          everything
    python scripts/build.py check    only the checks before a build
    python scripts/build.py due      the facts that are due for another look, with what rests on them
"""

import os
import sys
from datetime import date
from pathlib import Path

import python_version  # noqa: F401 - says what is needed where Python is too old for the lines below
from guide.due import due_list
from guide.problems import Problem, report
from guide.project import Guide, read_guide
from guide.rules import check_pages
from guide.rules.pages import telegrams

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """
    Return the exit status: 0 when all went well, 1 when there are problems, 2 when it was called wrongly.
    """
    if arguments not in ([], ["check"], ["due"]):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2

    if arguments == ["due"]:
        context, _ = read_guide(ROOT)
        print(due_list(context.data, context.pages, date.today()))
        return 0
    try:
        problems, context = run(is_check=bool(arguments))
    except OSError as error:
        # A disk that is full, a folder that cannot be written: nothing that stands in the guide.
        print(f"{sentence_of(error)}\nThe last good site is as it was.", file=sys.stderr)
        return 1
    if problems:
        print(report(problems, as_annotations=os.environ.get("GITHUB_ACTIONS") == "true"))
        count = len(set(problems))
        print(f"\n{count} problem{'s' if count > 1 else ''}. Fix them and run this again.", file=sys.stderr)
        return 1
    if arguments:
        print(*filter(None, [telegrams(context), "All words are in order."]), sep="\n")
    else:
        print("The guide is built in site/.")
    return 0


def run(is_check: bool) -> tuple[list[Problem], Guide]:
    """
    Check the guide, and build it where it is in order and `is_check` is false; return the problems and the guide.

    Raises:
        OSError: a file cannot be read or written, or another build of this folder is under way.
    """
    if is_check:
        return check()
    # Imported here: the checks alone need neither a lock nor a site.
    from filelock import FileLock, Timeout

    from guide.site.finish import put_back

    (ROOT / ".build").mkdir(exist_ok=True)
    try:
        with FileLock(ROOT / ".build/lock", blocking=False):
            put_back(ROOT / ".build/site", ROOT / "site")
            problems, context = check()
            return problems or build(context), context
    except Timeout:
        message = "Another build of this folder is under way. Wait until it has ended, then run this again."
        raise OSError(message) from None


def check() -> tuple[list[Problem], Guide]:
    """
    Return the problems that stand before a build, and the guide.
    """
    context, problems = read_guide(ROOT)
    return problems + check_pages(context), context


def sentence_of(error: OSError) -> str:
    """
    Return what a failure of the machine says, and what to do.
    """
    if not error.errno:
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror}. Make room or give leave to write there, then run this again."


def build(context: Guide) -> list[Problem]:
    """
    Build the site beside `site/` and swap it in; return the problems, with `site/` as it was if there are any.
    """
    # Imported here: the checks before a build need neither MkDocs nor the PDF writer.
    from guide.brand_sheet import complete_sheet
    from guide.mkdocs_pages import build_pages, home_of
    from guide.printing.card import write_card
    from guide.printing.downloads import write_downloads
    from guide.rules.links import check_built
    from guide.site.finish import finish_site, swap_in
    from guide.site.reader_data import read_patterns
    from guide.site.reading import named_downloads, read_again, read_site, site_files

    site = context.root / ".build/site"
    config, problems = build_pages(context.root, site, context.data.newest_check, context.day)
    if not config or problems:
        return problems
    assert context.data.districts
    patterns = read_patterns(context.root / "docs/_data/reader")
    finish_site(site, context.other_words, context.data.districts.model_dump(exclude_defaults=True), patterns)
    complete_sheet(site)
    problems = write_card(site, config.site_name, context.data, context.phrases)

    # A link that leads nowhere is reported before books are printed, which takes longest.
    # Until then each download that a page names counts as there.
    home, pages = home_of(config), read_site(site)
    files = site_files(site) | named_downloads(pages)
    problems += check_built(pages, files, context.pages, home, context.elements)
    if problems:
        return problems
    problems = write_downloads(site, context.data, context.phrases, context.pages, context.root / ".build/kept")
    known = context.root / ".build/links.json"
    problems += check_built(read_again(pages), site_files(site), context.pages, home, context.elements, known)
    if not problems:
        swap_in(site, context.root / "site")
    return problems


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
