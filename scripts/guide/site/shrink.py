"""
What a phone need not load: comments and indents of our pages, scripts and styles, and files of the theme.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from guide.site.reading import as_published

COMMENT_OF_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
# What stands beside these signs in a style sheet says nothing; behind ":" neither, before it it is part of a selector.
AROUND = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
# Where a page shows indents.
SHOWN_AS_WRITTEN = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
INDENT = re.compile(r"\n\s+")


def shrink_scripts(site: Path) -> None:
    """
    Take the lines of comment, JSDoc among them, and the indents out of our own scripts and styles, a quarter of what a
    phone would load. Nothing within a line of a script changes: the minifiers for Python break a template in a
    template, or do not install everywhere.

    Raises:
        ValueError: a script has a template of several lines, whose indents are words of it, or code behind a comment.
    """
    for file in sorted(file for file in (site / "assets/guide").rglob("*") if file.is_file()):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".css":
            file.write_text(shrink_styles(text), encoding="utf-8")
            continue
        lines = [line.strip() for line in text.splitlines()]
        if file.suffix == ".js":
            lines = list(lines_of_code(lines, file.name))
        file.write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")


def shrink_styles(text: str) -> str:
    """
    Return a style sheet without comments and without the spaces that mean nothing; what is quoted stays as it is.
    """
    parts = QUOTED.split(COMMENT_OF_STYLES.sub("", text))
    parts[::2] = [AROUND.sub(lambda found: found[1] or "", part).replace(";}", "}") for part in parts[::2]]
    return "".join(parts).strip() + "\n"


def shrink_pages(site: Path) -> None:
    """
    Take the indents and the empty lines out of the pages, but where a page shows them.
    """
    for file in sorted(site.rglob("*.html")):
        parts = SHOWN_AS_WRITTEN.split(file.read_text(encoding="utf-8"))
        # Of each match the text comes, and then the name of its element.
        parts[::3] = [INDENT.sub("\n", part) for part in parts[::3]]
        del parts[2::3]
        file.write_text("".join(parts), encoding="utf-8", newline="\n")


def publish_pages(site: Path) -> None:
    """
    Take out of the pages what only the build reads, once all that is made of them is there.
    """
    for file in sorted(site.rglob("*.html")):
        file.write_bytes(as_published(file.read_bytes()))


def lines_of_code(lines: list[str], name: str) -> Iterator[str]:
    """
    Yield the lines of the script `name` that are no comment: neither `// …` nor within `/** … */`.

    Raises:
        ValueError: a line holds what cannot be told apart line by line.
    """
    in_comment = False
    for number, line in enumerate(lines, 1):
        in_comment = in_comment or line.startswith("/**")
        if in_comment:
            # One that stands before code in its line has to go there by itself: "/** … */ code" would be lost.
            if line.partition("*/")[2]:
                raise ValueError(f"{name}:{number}: code stands in the line of a comment")
            in_comment = "*/" not in line
        elif not line.startswith("//"):
            if line.count("`") % 2:
                raise ValueError(f"{name}:{number}: a template goes on in the next line")
            yield line


def drop_theme_files(site: Path) -> None:
    """
    Take out the theme's own scripts, styles and pictures, which no page of ours loads (2.5 MB).
    """
    for name in ("javascripts", "stylesheets", "images"):
        shutil.rmtree(site / "assets" / name, ignore_errors=True)
