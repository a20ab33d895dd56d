"""
What the elements of a built page name: addresses, ids, and other elements.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from lxml import html

# Where an address stands, by element and attribute. Search and the way to leave have theirs in their templates.
ADDRESSES = {
    *(("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")),
    *(("use", "href"), ("use", "xlink:href"), ("blockquote", "cite"), ("q", "cite"), ("ins", "cite"), ("del", "cite")),
    *(("template", "data-base"), ("template", "data-engine"), ("template", "data-index"), ("template", "data-to")),
}
# Several addresses in one attribute, each with a width or a density behind it.
SETS = {"srcset", "imagesrcset"}
ONE_OF_SET = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,\s]+)?\s*(?:,|$)")
# Attributes that name other elements of the page by their ids.
TIES = {
    *("for", "form", "list", "headers", "popovertarget", "commandfor", "aria-activedescendant", "aria-controls"),
    *("aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"),
}
# Those of a drawing name one as "url(#id)", or a part of another file.
DRAWN = {"fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"}
PART = re.compile(r"url\(\s*[\"']?#([^\s\"')]+)")
ELSEWHERE = re.compile(r"url\(\s*[\"']?([^#\s\"')][^\s\"')]*)")
# A page, as data for scripts name it.
PAGE = re.compile(r"\"([^\"\s<>:]+\.html(?:#[^\"\s<>]*)?)\"")
# Attributes whose values are looked at themselves.
VALUED = {
    ("link", "rel"),
    ("meta", "http-equiv"),
    ("meta", "name"),
    ("meta", "property"),
    ("script", "type"),
    ("a", "target"),
    ("input", "type"),
}


@dataclass(frozen=True)
class Link:
    """
    An address that a page names: `tag` is the element that holds it, `words` what stands there of a link that leaves
    the guide.
    """

    tag: str
    rel: str
    address: str
    attribute: str = "href"
    words: str = ""


@dataclass
class Named:
    """
    All that a page names. `shapes` are its elements, each once with the names of its attributes; `ties` the ids by
    which an attribute names other elements; `anchors` what a link may name behind "#" besides ids; `values` those of
    `VALUED`.
    """

    shapes: set[tuple[str, ...]] = field(default_factory=set)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)
    ties: set[tuple[str, str]] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    values: set[tuple[str, str, str]] = field(default_factory=set)


@cache
def looked_at(shape: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """
    Return the attributes of an element that name something, each with its kind: that of `kind_of`.
    """
    return tuple((name, kind) for name in shape[1:] if (kind := kind_of(shape[0], name)))


def kind_of(tag: str, name: str) -> str:
    """
    Return what an attribute of an element names: "id", "anchor", "address", "set", "ties", "part" or "value", or "".
    """
    kinds = {
        "id": name == "id",
        "anchor": (tag, name) == ("a", "name"),
        "address": (tag, name) in ADDRESSES,
        "set": name in SETS,
        "ties": name in TIES,
        "part": name in DRAWN,
        "value": (tag, name) in VALUED,
    }
    return next((kind for kind, is_so in kinds.items() if is_so), "")


def add_to(named: Named, element: html.HtmlElement, name: str, kind: str) -> None:
    """
    Add what an attribute of an element names to all that its page names; `kind` is that of `looked_at`.
    """
    value = element.get(name, "")
    match kind:
        case "id" if value:
            named.ids[value] += 1
        case "anchor":
            named.anchors.add(value)
        case "address":
            # A letter fills in this one.
            if value == "mailto:" and "data-do" in element.attrib:
                return
            words = " ".join("".join(element.itertext()).split()) if element.tag == "a" and ":" in value else ""
            named.links.append(Link(element.tag, element.get("rel", ""), value, name, words))
        case "set":
            named.links += [Link(element.tag, "", address, name) for address in ONE_OF_SET.findall(value)]
        case "ties":
            named.ties.update((name, one) for one in value.split())
        case "part":
            named.ties.update((name, one) for one in PART.findall(value))
            named.links += [Link(element.tag, "", address, name) for address in ELSEWHERE.findall(value)]
        case "value":
            named.values.add((element.tag, name, value))
            if (element.tag, value) == ("script", "application/json"):
                named.links += [Link("script", "", address, "") for address in PAGE.findall(element.text or "")]
