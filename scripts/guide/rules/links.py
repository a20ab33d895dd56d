"""
Rules on what the pages of the built site name: every link leads somewhere and is spelled right, and a page
is found.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from guide.elements import Element
from guide.pages import Page
from guide.problems import Problem, did_you_mean
from guide.rules.addresses import slip_of
from guide.rules.built import BuiltSite, as_written, from_page, nearest, split, target_of
from guide.rules.loads import fault_of_kind, is_loaded, nameless_pictures
from guide.rules.rule import RULES, Findings, rule
from guide.site.known_links import KnownLinks
from guide.site.named import Link
from guide.site.reading import BuiltPage

# A browser leads there on any page.
TOP = {"", "top"}


def check_built(
    built: list[BuiltPage],
    files: set[str],
    written: list[Page],
    home: str,
    elements: list[Element] | None = None,
    known_links: Path | None = None,
) -> Iterator[Problem]:
    """
    Yield the problems of a built site; the arguments are those of `BuiltSite`; `known_links` is the file of what is
    known of documents, where one is kept.
    """
    site = BuiltSite(built, files, written, home, elements or [], KnownLinks(known_links))
    for page in built:
        for find in RULES[BuiltPage].values():
            yield from find(page, site)
    for find in RULES[BuiltSite].values():
        yield from find(site)


@rule
def link_leads_somewhere(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A link, a picture or a download leads to a file of the site, letter case included, and its anchor is there.
    Nobody in a hurry looks for a page that was moved.
    """
    # What begins with "#" differs by page, and the page "not found" has links of its own.
    shared = page.folder if page.path != "404.html" else page.path
    for link in page.links:
        key = (page.path if link.address.startswith("#") else shared), link
        if key not in site.faults:
            site.faults[key] = None if is_misspelled(link) else fault_of(link, page, site)
        fault = site.faults[key]
        if fault:
            yield *site.place_of(page, link), *fault
    yield from nameless_pictures(page, site)


def fault_of(link: Link, page: BuiltPage, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong with a link of a page, and how to fix it; None where it leads somewhere.
    """
    address = split(link.address.strip())
    if link.rel == "canonical":
        return None
    if address.scheme or address.netloc:
        return fault_of_outside(link, page, site)
    if page.path == "404.html" and address.path and not address.path.startswith("/"):
        return (
            f'"{as_written(link.address)}" counts from whatever address was not found',
            f'Begin it with "{site.home}".',
        )
    target = target_of(page, unquote(address.path), site.home)
    if target is None:
        return (
            f'"{link.address}" begins at the root of the site',
            "Write it from this page on, so that it works under any address.",
        )
    if target not in site.files:
        shown = from_page(page, target)
        return f'"{shown}" leads to nothing', nearest(shown, site.shown_from(page))
    return fault_of_kind(link, target) or fault_of_anchor(unquote(address.fragment), target, site)


def fault_of_outside(link: Link, page: BuiltPage, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong where a link leads to the site itself by its address on the web.
    """
    target = site.file_of(link.address)
    if target is None or link.tag != "a":
        return None
    fix = (
        f'Write it from this page on, like "{from_page(page, target)}", so that it works offline and under any address.'
    )
    return f'"{link.address}" leads to this site by its address on the web', fix


def fault_of_anchor(anchor: str, target: str, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong where a link names a part of a page that is not there. What follows ":~:" only marks words.
    """
    anchor = anchor.partition(":~:")[0]
    page = site.by_path.get(target)
    if not page or anchor.lower() in TOP or anchor in page.named.anchors:
        return None
    ids = set(page.ids)
    if anchor in ids and (not page.ids_in_templates[anchor] or page.ids_in_templates[anchor] < page.ids[anchor]):
        return None
    return (
        f'there is no "#{anchor}" on the page "{as_written(target)}"',
        did_you_mean(anchor, ids, "Delete the # and what follows, or name a heading of that page."),
    )


def is_misspelled(link: Link) -> bool:
    """
    Whether another rule tells of a link by its spelling alone.
    """
    return not is_loaded(link) and bool(slip_of(link.address, link.words))


@rule
def address_is_written_right(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    An address that leads out of the guide is whole: `https:` with a host, `mailto:` or `tel:`, and what its words say.
    With a slip in it a family calls nobody, or lands where somebody else wants them.
    """
    for link in page.links:
        slip = None if link.tag != "a" and is_loaded(link) else slip_of(link.address, link.words)
        if slip:
            yield *site.place_of(page, link), *slip


@rule
def tie_finds_its_end(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    What names another element of its page by an id, such as a label its field, finds it. A screen reader would say
    nothing there.
    """
    for name, wanted in sorted(page.named.ties):
        if wanted not in page.ids:
            yield (
                *site.place(page, lambda line, wanted=wanted: wanted in line),
                f'"{name}" names "#{wanted}", which is not on the page',
                did_you_mean(wanted, set(page.ids), "Fix the id, or delete the attribute."),
            )


@rule
def page_says_its_own_address(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    The address that a page says is its own: a search engine shows only the page at that address.
    """
    said = [link.address for link in page.links if "canonical" in link.rel.lower().split()]
    own = {site.address + page.path, site.address + page.path.removesuffix("index.html")}
    # As print shows it.
    if shown := page.tree.get("data-address"):
        said += [f"https://{shown}"] if f"https://{shown}" not in said else []
    if said and (len(said) > 1 or said[0] not in own or not site.address.startswith("https://")):
        shown = " and ".join(f'"{one}"' for one in said)
        yield (
            f"site/{page.path}",
            1,
            f"the page says that its address is {shown}",
            f'Let it say its own alone, "{page.path}" behind the `site_url` of mkdocs.yml.',
        )


@rule
def page_is_linked(site: BuiltSite) -> Findings:
    """
    Every page that a parent needs can be reached by links from the home page. Nobody guesses an address.
    """
    if "index.html" not in site.by_path:
        return
    reached, waiting = {"index.html", "404.html"}, ["index.html"]
    followed: set[tuple[str, str]] = set()
    while waiting:
        page = site.by_path[waiting.pop()]
        # Most links stand on each page of their folder.
        named = {(page.folder, link.address) for link in page.links if link.tag == "a"} - followed
        followed |= named
        for _, name in named:
            address = split(name.strip())
            target = None if address.scheme else target_of(page, unquote(address.path), site.home)
            if target in site.by_path and target not in reached:
                reached.add(target)
                waiting.append(target)
    for page in site.pages:
        written = site.sources.get(page.source)
        if page.path not in reached and written and not written.meta.get("maintainers"):
            yield (
                *site.place(page, bool),
                "no page that a reader can come to links to this one",
                "Link it where a parent would look for it, or delete it.",
            )


@rule
def id_stands_once(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    No id stands twice on a page: a link, a label and what a device remembers find only the first. What stands in a
    template is not there yet.
    """
    for name in sorted(name for name, times in page.ids.items() if times > 1):
        if page.ids[name] - page.ids_in_templates[name] > 1:
            yield (
                *site.place(
                    page,
                    lambda line, name=name: re.search(rf"(?:#|\bid: *|\bid=[\"']?){re.escape(name)}(?![\w-])", line),
                ),
                f'the id "{name}" is on the page twice',
                "Give one of the two another id, or its heading another name.",
            )
