"""
The scripts and styles of a page joined: one script and one style sheet for each kind of page, in `assets/guide/`, and
one of each for what an element of it loads later.

`overrides/main.html` names every file by itself, as `mkdocs serve` needs it, and says with `data-element` which element
of the table (`guide/elements.py`) asked for it. The elements of a page are its kind, and give the joined file its name.
"""

from collections import Counter
from pathlib import Path

from lxml import etree, html

from guide.site.reading import elements_of

ASSETS = "assets/guide/"
# What every page has; their names are left out where there is another, and the first one's stands where there is none.
EVERYWHERE = ("page", "menu", "paper")
# What no tool needs.
APART = "menu"
TAGS = etree.XPath("//*[@data-element][not(ancestor::template)]")
# What shared/load.js adds once a parent uses an element.
LATER = etree.XPath("//template[@data-later]")
# What one part throws while it loads stops this part alone, and is reported like any error that nobody caught. Where a
# tool may need the part, no tool of the page begins (shared/start.js).
PART = "try {{\n{text}}} catch (error) {{ {note}setTimeout(() => {{ throw error }}) }}\n"
NOTE = "guide.isBroken = true; "


def join_assets(site: Path) -> None:
    """
    Let each page of `site` load one script and one style sheet of ours in place of the many that it names, write
    those, and delete all single files.

    Raises:
        ValueError: two kinds of page would share a name, or a page names two files in one line.
    """
    joined: dict[str, list[tuple[str, str]]] = {}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        head, end, body = text.partition("</head>")
        if end and "data-element" in head:
            page.write_text(join_head(head, page.name, joined) + end + body, encoding="utf-8")
    folder = site / ASSETS
    parts = {
        name: [(element, (folder / part).read_text(encoding="utf-8")) for element, part in names]
        for name, names in joined.items()
    }
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            file.unlink()
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir() and not any(file.iterdir()):
            file.rmdir()
    for name, texts in parts.items():
        text = joined_scripts(texts) if name.endswith(".js") else "\n".join(text for _, text in texts)
        (folder / name).write_text(text, encoding="utf-8")


def joined_scripts(parts: list[tuple[str, str]]) -> str:
    """
    Return one script of these parts: (the element that asked for it, its text).
    """
    return "".join(PART.format(text=text, note="" if name == APART else NOTE) for name, text in parts)


def join_head(head: str, page: str, joined: dict[str, list[tuple[str, str]]]) -> str:
    """
    Return the head of a page with one tag for its scripts and one for its styles, and one of each for what an element
    of it loads later; note in `joined` what is in each.

    Raises:
        ValueError: two kinds of page would share a name, the page names two files in one line, or loads one twice.
    """
    # As the parser counts lines; Python would end them at other signs too.
    lines = head.split("\n")
    tree = html.document_fromstring(head)
    tags = elements_of(tree, TAGS)
    later = {f"{template.get('data-later')}.later": list(template) for template in elements_of(tree, LATER)}
    named = [tag for group in (tags, *later.values()) for tag in group]
    if len({tag.sourceline for tag in named}) < len(named):
        raise ValueError(f"{page}: two tags with data-element stand in one line")
    if twice := [address for address, times in Counter(map(address_of, named)).items() if times > 1]:
        raise ValueError(f"{page}: {twice[0]} would be loaded twice")
    join_group("", tags, page, lines, joined)
    for name, group in later.items():
        join_group(name, group, page, lines, joined)
    # Where tags went, and where the template looked for more of them, nothing stands.
    return "\n".join(line for line in lines if line.strip()) + "\n"


def address_of(tag: html.HtmlElement) -> str:
    """
    Return the address of a file that the page loads.
    """
    return tag.get("src") or tag.get("href")


def join_group(
    name: str, group: list[html.HtmlElement], page: str, lines: list[str], joined: dict[str, list[tuple[str, str]]]
) -> None:
    """
    Put one tag for the scripts and one for the styles of `group` into the lines of a page's head; without `name` the
    elements that asked for them give it.
    """
    for tag_name, ending in (("link", ".css"), ("script", ".js")):
        mine = [tag for tag in group if tag.tag == tag_name]
        if not mine:
            continue
        places = [address_of(tag).partition(ASSETS) for tag in mine]
        names = [(tag.get("data-element", ""), place[2]) for tag, place in zip(mine, places, strict=True)]
        elements = dict.fromkeys(element for element, _ in names if element not in EVERYWHERE)
        joined_name = (name or "-".join(elements) or EVERYWHERE[0]) + ending
        if joined.setdefault(joined_name, names) != names:
            raise ValueError(f"{page}: {joined_name} would hold other files than on the pages before")
        first = mine[0]
        line = lines[first.sourceline - 1]
        lines[first.sourceline - 1] = line.replace(address_of(first), places[0][0] + ASSETS + joined_name).replace(
            f' data-element="{first.get("data-element")}"', ""
        )
        for tag in mine[1:]:
            lines[tag.sourceline - 1] = ""
