"""
Rules on what stands on the pages of the built site: only what is on the list of `allowed.py`, and no page runs what its
author wrote.
"""

import re
from functools import cache
from html import unescape

from lxml import etree

from guide.rules.allowed import ELEMENTS, EVERYWHERE, FAMILIES, KNOWN, VALUES
from guide.rules.built import BuiltSite
from guide.rules.rule import Findings, rule
from guide.site.reading import BuiltPage, elements_of

# What a browser leaves out of an address.
IGNORED = re.compile(r"[\x00-\x20]")
# Searched for in C, since a site has a hundred thousand elements.
SAID_IN_THE_BODY = etree.XPath("//body//meta[not(@http-equiv)]")


@rule
def page_is_whole(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page can be read to its end. What stands deeper than a reader goes, no rule sees.
    """
    if page.is_cut_off:
        yield (
            *site.place(page, bool),
            "the page goes 256 levels deep, and nobody can check what stands below",
            "Take quotes and lists out of each other.",
        )


@rule
def page_runs_own_scripts(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page runs the guide's own script files and nothing else; data for them is `application/json`.
    Parents type here what nobody else may read.
    """
    found: dict[str, str] = {}
    if any(shape[0] == "script" and not {"src", "type"} & set(shape) for shape in page.named.shapes):
        found["there is a script in the page"] = "<script"
    for tag, name, value in sorted(page.named.values):
        if (tag, name) == ("script", "type") and value not in VALUES[tag, name]:
            found["there is a script in the page"] = "<script"
        if (tag, name, value.strip().lower()) == ("meta", "http-equiv", "refresh"):
            found["the page sends its reader to another address"] = "<meta"
    for name in sorted({name for shape in page.named.shapes for name in shape[1:] if name.startswith("on")}):
        found[f'"{name}" runs a script'] = name
    for link in page.links:
        if ":" in link.address and IGNORED.sub("", link.address).lower().startswith("javascript:"):
            found[f'"{link.attribute}" leads to a script'] = "javascript:"
    for what, mark in found.items():
        yield (
            *site.place(page, lambda line, mark=mark: mark in IGNORED.sub("", unescape(line)).lower()),
            what,
            "Delete it: a page runs only the guide's own script files.",
        )


@rule
def page_holds_what_is_allowed(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page holds only elements, attributes and values of the list in `rules/allowed.py`: a browser knows hundreds, and
    some of them load, send or lead away.
    """
    found = {slip for shape in page.named.shapes for slip in slips_of_shape(shape)}
    found |= {
        (f'{name}="{value}" on <{tag}>', name, "")
        for tag, name, value in page.named.values
        if tag != "script" and not set(value.lower().split()) <= VALUES[tag, name]
    }
    if elements_of(page.tree, SAID_IN_THE_BODY):
        found.add(("<meta> in the words of the page", "<meta", ""))
    for what, mark, why in sorted(found):
        yield (
            *site.place(page, re.compile(rf"{re.escape(mark)}(?![\w-])", re.IGNORECASE).search),
            f"{what} {why or 'is not on the list of what a page may hold'}",
            "Delete it, or write it in Markdown. The list is scripts/guide/rules/allowed.py.",
        )


@cache
def slips_of_shape(shape: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """
    Return what may not stand there of an element and the names of its attributes: as it is shown, as it is written, and
    what it would do if that is known. What runs is told by `page_runs_own_scripts`.
    """
    tag, *names = shape
    if tag not in ELEMENTS:
        return ((f"<{tag}>", f"<{tag}", KNOWN.get(tag, "")),)
    known = {*ELEMENTS[tag], *EVERYWHERE}
    return tuple(
        (f'"{name}" on <{tag}>', name, KNOWN.get(name, ""))
        for name in names
        if name not in known and not name.startswith((*FAMILIES, "on"))
    )
