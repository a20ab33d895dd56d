"""
Rules on the files beside the pages: what may come out of `docs/` and `overrides/brand/`, and what a picture may hold.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from guide.brand import FOLDER, LARGEST_BYTES
from guide.project import Guide
from guide.rules.rule import Findings, rule

PICTURES = (".jpeg", ".jpg", ".png", ".svg", ".webp")
ALLOWED = {
    "docs/_data": (".yml",),
    "docs/local/_data": (".yml",),
    "docs": (".md", *PICTURES),
    "overrides/brand": (".css", ".ico", ".woff2", *PICTURES),
}
# MkDocs makes pages of these too, which no rule of the words would read.
OTHER_MARKDOWN = (".markdown", ".mdown", ".mkd", ".mkdn")
XHTML = "{http://www.w3.org/1999/xhtml}"
RUNS = ("script", "foreignobject", "handler", "listener")
HELD = re.compile(r"data:image/|data:font/", re.IGNORECASE)
# An address in a style. A backslash could hide one.
LOADS = re.compile(r"@import|\\|image-set|//|url\(\s*[\"']?(?!#|data:image/|data:font/)", re.IGNORECASE)
BEFORE_THE_PICTURE = (
    ("<!DOCTYPE", "it has a DOCTYPE"),
    ("<!ENTITY", "it has an entity"),
    ("<?xml-stylesheet", "it names a style sheet"),
)


@rule
def file_may_be_published(context: Guide) -> Findings:
    """
    Beside pages (`.md`) and data (`.yml`) only pictures come out of `docs/`; a page in another form escapes every rule.
    What lies there is published, and is in the guide to take along: so none is heavy.
    """
    for file, path in files_of(context.root, "docs", "overrides"):
        if file.is_symlink():
            yield path, 1, "this is a link to another file or folder", "Put the file itself here."
            continue
        if file.is_dir() and file.suffix in (".md", ".yml"):
            yield path, 1, "this is a folder with the name of a file", "Give it a name without a dot."
            continue
        # MkDocs passes over what begins with a dot in docs/.
        folder = next((name for name in ALLOWED if path.startswith(f"{name}/")), "")
        if not folder or file.is_dir() or (folder != "overrides/brand" and "/." in path) or file.name == ".DS_Store":
            continue
        allowed = ALLOWED[folder]
        if file.suffix in allowed:
            if file.suffix in (*PICTURES, ".woff2") and not is_logo(path, context):
                yield from slips_of_size(file, path)
            continue
        near = ".md" if file.suffix.lower() in OTHER_MARKDOWN else file.suffix.lower()
        fix = (
            f'Rename it so that it ends in "{near}".'
            if near in allowed
            else f"Delete it. Files here end in {', '.join(allowed)}."
        )
        yield path, 1, "a file of this kind does not belong here", fix


@rule
def picture_only_draws(context: Guide) -> Findings:
    """
    An SVG picture holds no script and names nothing outside of itself: opened by its address it would run, unguarded.
    """
    for file, path in files_of(context.root, "docs", "overrides"):
        if file.suffix.lower() == ".svg" and file.is_file():
            for line, what in sorted(set(slips_of_picture(file.read_bytes()))):
                yield path, line, f"this picture may only draw, but {what}", "Delete that, or save the picture as .png."


def slips_of_size(file: Path, path: str) -> Iterator[tuple[str, int, str, str]]:
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        what = f"the file has {size // 1000:,} kB; at most {LARGEST_BYTES // 1000} are good for a phone"
        yield path, 1, what, "Save it smaller, or delete it if nothing shows it."


def is_logo(path: str, context: Guide) -> bool:
    """
    Return whether a file is the host's logo, of which `logo-can-be-drawn` tells.
    """
    host = context.data.organization
    return bool(host) and path == f"{FOLDER}/{host.logo}"


def files_of(root: Path, *folders: str) -> Iterator[tuple[Path, str]]:
    """
    Yield all that stands below the folders, with its path from the root, in a lasting order. A link is not followed.
    """
    for folder in folders:
        for file in sorted((root / folder).rglob("*")):
            yield file, file.relative_to(root).as_posix()


def slips_of_picture(content: bytes) -> Iterator[tuple[int, str]]:
    """
    Yield the line and the words of each thing in an SVG file that runs, or leads out of it.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    # Read in another encoding, it could hold other things than those we see.
    if "\0" in text or re.match(r"<\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-8[\"'])", text, re.IGNORECASE):
        yield 1, "it is not in UTF-8"
        return
    early = [(text[: text.index(mark)].count("\n") + 1, what) for mark, what in BEFORE_THE_PICTURE if mark in text]
    if early:
        yield from early
        return
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        yield error.lineno or 1, "it is no SVG that a browser can read"
        return
    for element in root.iter("*"):
        yield from ((element.sourceline, what) for what in slips_of_element(element))


def slips_of_element(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element).localname.lower()
    if name in RUNS or element.tag.startswith(XHTML):
        yield f"it has <{name}>"
    if name == "style" and LOADS.search("".join(map(str, element.itertext()))):
        yield "its style loads something"
    for qualified, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        key, flat = etree.QName(qualified).localname.lower(), re.sub(r"[\x00-\x20]", "", value).lower()
        draws = name in ("image", "feimage") and HELD.match(flat)
        if key.startswith("on") or (key == "attributename" and flat.startswith("on")):
            yield f'it has "{key}"'
        elif "javascript:" in flat:
            yield f'"{key}" leads to a script'
        elif (key in ("href", "src", "base") and not flat.startswith("#") and not draws) or (
            key == "attributename" and flat.endswith("href")
        ):
            yield f'"{key}" leads out of it'
        elif (key == "style" or "url(" in flat) and LOADS.search(value):
            yield f'"{key}" loads something'
