"""
The whole way: check the pages, build them, write letters and books, check what was built, put it into `site/`.

    python scripts/build.py          everything
    python scripts/build.py check    only the checks before a build
    python scripts/build.py due      the facts that are due for another look, with what rests on them
"""

import os
import sys
from pathlib import Path

import python_version  # noqa: F401 - says what is needed where Python is too old for the lines below
from guide.problems import Problem, report
from guide.project import Guide, read_guide
from guide.rules import check_pages
from guide.rules.due import due
from guide.rules.pages import telegrams

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """
    Return the exit status: 0 when all went well, 1 when there are problems, 2 when it was called wrongly.
    """
    if arguments not in ([], ["check"], ["due"]):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2

    context, problems = read_guide(ROOT)
    if arguments == ["due"]:
        print(due(context))
        return 0
    problems += check_pages(context)
    if not problems and not arguments:
        problems = build(context)
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


def build(context: Guide) -> list[Problem]:
    """
    Build the site beside `site/` and swap it in; return the problems, with `site/` as it was if there are any.
    """
    # Imported here: the checks before a build need neither MkDocs nor the PDF writer.
    from guide.mkdocs_pages import build_pages, home_of
    from guide.printing.downloads import write_downloads
    from guide.rules.links import check_built
    from guide.site.finish import finish_site, swap_in
    from guide.site.reading import named_downloads, read_site, site_files

    site = context.root / ".build/site"
    config, problems = build_pages(context.root, site, context.data.newest_check)
    if not config or problems:
        return problems
    finish_site(site, {name for element in context.elements for name in element.later}, context.other_words)

    # A link that leads nowhere is reported before books are printed, which takes longest.
    # Until then each download that a page names counts as there.
    home, pages = home_of(config), read_site(site)
    problems = list(check_built(pages, site_files(site) | named_downloads(pages), context.pages, home))
    if problems:
        return problems
    problems = write_downloads(site, context.data, context.phrases, context.pages, context.root / ".build/kept")
    problems += check_built(read_site(site), site_files(site), context.pages, home)
    if not problems:
        swap_in(site, context.root / "site")
    return problems


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
