"""
The scripts and styles of a page joined: one script and one style sheet for each kind of page, in `assets/guide/`.

`overrides/main.html` names every file by itself, as `mkdocs serve` needs it, and says with `data-element` which element
of the table (`guide/elements.py`) asked for it. The elements of a page are its kind, and give the joined file its name.
"""

from pathlib import Path

from lxml import etree, html

from guide.site.reading import elements_of

ASSETS = "assets/guide/"
# What every page has; their names are left out where there is another, and the first one's stands where there is none.
EVERYWHERE = ("page", "paper")
TAGS = etree.XPath("//*[@data-element]")
# What one part throws while it loads stops this part alone, and is reported like any error that nobody caught. Where a
# tool may need the part, no tool of the page begins (shared/start.js).
PART = "try {{\n{text}}} catch (error) {{ {note}setTimeout(() => {{ throw error }}) }}\n"
NOTE = "guide.isBroken = true; "


def join_assets(site: Path, later: set[str]) -> None:
    """
    Let each page of `site` load one script and one style sheet of ours in place of the many that it names, write
    those, and delete all single files but `later`, which are loaded when they are used.

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
        if file.is_file() and file.relative_to(folder).as_posix() not in later:
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
    Return the head of a page with one tag for its scripts and one for its styles; note in `joined` what is in each.
    """
    # As the parser counts lines; Python would end them at other signs too.
    lines = head.split("\n")
    tags = elements_of(html.document_fromstring(head), TAGS)
    if len({tag.sourceline for tag in tags}) < len(tags):
        raise ValueError(f"{page}: two tags with data-element stand in one line")
    for tag_name, attribute, ending in (("link", "href", ".css"), ("script", "src", ".js")):
        mine = [tag for tag in tags if tag.tag == tag_name]
        places = [tag.get(attribute).partition(ASSETS) for tag in mine]
        elements = dict.fromkeys(name for tag in mine if (name := tag.get("data-element")) not in EVERYWHERE)
        name = ("-".join(elements) or EVERYWHERE[0]) + ending
        names = [(tag.get("data-element", ""), place[2]) for tag, place in zip(mine, places, strict=True)]
        if joined.setdefault(name, names) != names:
            raise ValueError(f"{page}: {name} would hold other files than on the pages before")
        first = mine[0]
        line = lines[first.sourceline - 1]
        lines[first.sourceline - 1] = line.replace(first.get(attribute), places[0][0] + ASSETS + name).replace(
            f' data-element="{first.get("data-element")}"', ""
        )
        for tag in mine[1:]:
            lines[tag.sourceline - 1] = ""
    # Where tags went, and where the template looked for more of them, nothing stands.
    return "\n".join(line for line in lines if line.strip()) + "\n"
