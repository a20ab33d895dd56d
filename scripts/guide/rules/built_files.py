"""
Rules on the files beside the pages of the built site: what a style sheet, a drawing, a search engine, the guide's own
search and its tools, a PDF or a Word file names.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from guide.problems import did_you_mean
from guide.rules.addresses import slip_of
from guide.rules.built import BuiltSite, split, target_of
from guide.rules.built_markup import page_holds_what_is_allowed, page_is_whole, page_runs_own_scripts
from guide.rules.links import address_is_written_right, fault_of_anchor, link_leads_somewhere
from guide.rules.loads import page_loads_own_files
from guide.rules.rule import Findings, rule
from guide.site.files import addresses_of_sitemap, addresses_of_styles, data_pages, ids_missing_in, told_by

BUILD_AGAIN = "Build again; if it stays, this file is not made right."
IN_DATA = (
    page_is_whole,
    page_runs_own_scripts,
    page_holds_what_is_allowed,
    link_leads_somewhere,
    address_is_written_right,
    page_loads_own_files,
)


def files_with(site: BuiltSite, *endings: str) -> Iterator[str]:
    """
    Yield the files of the site with one of the endings. A download that is only named is not there yet.
    """
    for file in sorted(site.files if site.pages else ()):
        if file.endswith(endings) and (site.root / file).is_file():
            yield file


def place_of_file(file: str) -> str:
    """
    Return where an author finds a file of the site: a host's brand is copied as it is.
    """
    return f"overrides/{file}" if file.startswith("brand/") else f"site/{file}"


@rule
def style_names_what_exists(site: BuiltSite) -> Findings:
    """
    What a style sheet or a drawing names is a file of the guide, or a part of the drawing. Nothing shows that a font or
    a picture is missing but the page.
    """
    sheets = sorted(sheets_of(site))
    for file in sheets:
        for line, address in addresses_of_styles((site.root / file).read_text(encoding="utf-8", errors="replace")):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(split(address).path)))
            slip = slip_of_style(address, target, file, site)
            if slip:
                yield place_of_file(file), line, *slip
            elif target.endswith(".css") and target not in sheets:
                sheets.append(target)
    for file in files_with(site, ".svg"):
        for line, name in ids_missing_in((site.root / file).read_bytes()):
            yield place_of_file(file), line, f'the drawing names "#{name}", which is not in it', "Draw it once more."


def sheets_of(site: BuiltSite) -> set[str]:
    """
    Return the style sheets that a page loads; no browser reads another.
    """
    named = {
        target_of(page, unquote(split(link.address).path), site.home)
        for page in site.pages
        for link in page.links
        if link.tag == "link" and "stylesheet" in link.rel
    }
    return {file for file in named if file in site.files and (site.root / file).is_file()}


def slip_of_style(address: str, target: str, file: str, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong with an address in a style sheet, which leads to the file `target`, and how to fix it.
    """
    parts = split(address)
    if not address:
        return "no browser can read a style here", "Fix its brackets and quotes."
    if parts.scheme == "data" or address.startswith("#"):
        return None
    if parts.scheme or parts.netloc or address.startswith("/"):
        return f'the style sheet loads "{address}" from outside', "Put the file beside it and name it there."
    if target in site.files:
        return None
    near = {posixpath.relpath(one, posixpath.dirname(file) or ".") for one in site.files}
    return f'"{address}" leads to nothing', did_you_mean(address, near, "Fix the name of the file.")


@rule
def sitemap_lists_the_pages(site: BuiltSite) -> Findings:
    """
    The sitemap lists each page once, by the address that the page says: a search engine follows nothing else.
    """
    for file in files_with(site, "sitemap.xml"):
        path = f"site/{file}"
        try:
            listed = addresses_of_sitemap((site.root / file).read_bytes())
        except ValueError:
            yield path, 1, "no search engine can read it", BUILD_AGAIN
            continue
        known = {page.address or site.address + page.path for page in site.pages if page.path != "404.html"}
        for place, (line, address) in enumerate(listed):
            if address not in known:
                yield path, line, f'"{address}" is no page of this site', "It is made of the menu and `site_url`."
            elif address in {other for _, other in listed[:place]}:
                yield path, line, f'"{address}" is listed twice', BUILD_AGAIN
        for address in sorted(known - {address for _, address in listed}) if listed else ():
            yield path, 1, f'"{address}" is not listed', BUILD_AGAIN


@rule
def data_for_scripts_leads_somewhere(site: BuiltSite) -> Findings:
    """
    What search, the decision helper and a family's kit load is whole, and names pages that exist. It is held to the
    rules of pages, since scripts put it into one.
    """
    for file in files_with(site, "search/pages.js"):
        try:
            addresses = [str(entry["address"]) for entry in told_by((site.root / file).read_text(encoding="utf-8"))]
        except (ValueError, KeyError, TypeError):
            yield f"site/{file}", 1, "search cannot read it", BUILD_AGAIN
            continue
        for address in addresses:
            path, _, anchor = address.partition("#")
            if path not in site.by_path:
                yield f"site/{file}", 1, f'search leads to "{address}", which is no page', BUILD_AGAIN
            elif fault := fault_of_anchor(anchor, path, site):
                yield f"site/{file}", 1, *fault
        for address in sorted({one for one in addresses if addresses.count(one) > 1}):
            yield f"site/{file}", 1, f'search lists "{address}" twice', BUILD_AGAIN
    for page in data_pages(site.root, site.files, site.pages) if site.pages else ():
        try:
            _ = page.tree
        except ValueError:
            yield f"site/{page.path}", 1, "no script can read it", BUILD_AGAIN
            continue
        for find in IN_DATA:
            for problem in find(page, site):
                yield problem.path, problem.line, problem.what, problem.fix


@rule
def download_leads_somewhere(site: BuiltSite) -> Findings:
    """
    Each link in a PDF or Word file leads to a page of the guide that exists, or out of it by a whole address. Nobody
    can fix what is printed or sent.
    """
    for file in files_with(site, ".pdf", ".docx"):
        path, page = f"site/{file}", 1
        try:
            links = site.known_links.links_of(site.root / file)
        except ValueError:
            yield (
                path,
                1,
                "no program can open this file",
                BUILD_AGAIN,
            )
            continue
        for page, address, wrong in links:
            fault = (f"a link {wrong}", "Fix it on the page that this is made of.") if wrong else None
            if fault or (fault := fault_of_printed(address, site)):
                what, fix = fault
                yield path, page, f"on page {page} {what}" if file.endswith(".pdf") else what, fix
    site.known_links.keep()


def fault_of_printed(address: str, site: BuiltSite) -> tuple[str, str] | None:
    """
    Return what is wrong with an address in a file that is read far from the guide.
    """
    if not address:
        return None
    target = site.file_of(address)
    if target is None:
        parts = split(address)
        if not parts.scheme and not slip_of(address):
            return (
                f'"{address}" leads to nothing outside of the guide',
                "Give the site its address: `site_url` in mkdocs.yml.",
            )
        return slip_of(address)
    if target not in site.files:
        return f'"{address}" leads to nothing', "Fix the link on the page that this is made of."
    return fault_of_anchor(unquote(split(address).fragment), target, site)
