"""
The rule on how heavy a page is: what a phone loads before a parent can read.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import html

from guide.rules.built import BuiltSite, split, target_of
from guide.rules.rule import Findings, rule
from guide.site.files import addresses_of_styles
from guide.site.named import ONE_OF_SET
from guide.site.reading import BuiltPage, gzip_size

# Links of the head that a browser follows by itself.
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
HOLDERS = ("link", "script", "img", "use")
# A host's logo, icon or font has limits of its own; on each page it would be told again.
MOST_OF_BRAND = 1_000
HOW = "or let its pictures wait with {: loading=lazy }. The limits stand in scripts/elements.yml."


@rule
def page_weight(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    What a page loads before the first touch is no heavier, and in no more files, than `scripts/elements.yml` gives its
    kind. On a slow line a parent waits for all of it.
    """
    held = [one for one in site.elements if one.first_view_kb and one.find.encode() in page.content]
    if not held:
        return
    kind = max(held, key=lambda element: element.first_view_kb)
    requests = max(element.first_view_requests for element in held)
    size, files = first_view(page, site)
    most = kind.first_view_kb + sum(one.adds_kb for one in site.elements if one.find.encode() in page.content)
    if size > most * 1000:
        what = f"the page loads {size / 1000:.2f} kB (gzip) before the first touch, and {most:g} is the most"
        yield *site.place(page, bool), f'{what} for the element "{kind.name}"', f"Shorten it, {HOW}"
    if files > requests:
        what = f"the page loads {files} files before the first touch, and {requests} is the most"
        yield *site.place(page, bool), what, f"Take one out, {HOW}"


def first_view(page: BuiltPage, site: BuiltSite) -> tuple[int, int]:
    """
    Return what a page loads before it is touched: the bytes, gzip, and the number of files, itself among them. Of the
    forms of one picture a browser loads one: the heaviest counts.
    """
    loaded: set[str] = set()
    for element in page.tree.iter(*HOLDERS):
        targets = (file_named(address, page, site) for address in addresses_of(element))
        if files := [file for file in targets if file in site.files]:
            loaded.add(max(files, key=lambda file: weight_of_file(file, site)))
    loaded |= {file for sheet in loaded if sheet.endswith(".css") for file in loaded_by_sheet(sheet, site)}
    return page.gzip_size + sum(weight_of_file(file, site) for file in loaded), 1 + len(loaded)


def addresses_of(element: html.HtmlElement) -> Iterator[str]:
    """
    Yield the addresses of an element, of which a browser loads one. A picture that waits ("lazy") is loaded later, what
    stands in a template perhaps never.
    """
    if element.tag == "link" and not LOADED & set(element.get("rel", "").lower().split()):
        return
    if element.get("loading") == "lazy" or next(element.iterancestors("template"), None) is not None:
        return
    yield from filter(None, (element.get("href"), element.get("src")))
    # The parser does not know that a source has no content, so what follows it stands in it.
    picture = next(element.iterancestors("picture"), element)
    for form in picture.iter("source", "img"):
        yield from ONE_OF_SET.findall(form.get("srcset", ""))


def file_named(address: str, page: BuiltPage, site: BuiltSite) -> str | None:
    """
    Return the file of the site that a page loads by an address; None where it is none, or a part of the page itself.
    """
    # The page "not found" has addresses of its own.
    key = page.folder if page.path != "404.html" else page.path, address
    if key not in site.loads:
        parts = split(address.strip())
        is_file = parts.path and not parts.scheme
        site.loads[key] = target_of(page, unquote(parts.path), site.home) if is_file else None
    return site.loads[key]


def loaded_by_sheet(sheet: str, site: BuiltSite) -> set[str]:
    """
    Return the files that a style sheet loads: fonts, pictures, other sheets and what those load.
    """
    if sheet not in site.loaded_by:
        site.loaded_by[sheet] = set()
        text = (site.root / sheet).read_text(encoding="utf-8", errors="replace")
        folder = posixpath.dirname(sheet)
        named = {
            posixpath.normpath(posixpath.join(folder, unquote(split(one).path))) for _, one in addresses_of_styles(text)
        }
        found = named & site.files
        site.loaded_by[sheet] = found.union(*(loaded_by_sheet(one, site) for one in found if one.endswith(".css")))
    return site.loaded_by[sheet]


def weight_of_file(file: str, site: BuiltSite) -> int:
    """
    Return the bytes, gzip, that a file of the site counts for.
    """
    if file not in site.weights:
        size = gzip_size((site.root / file).read_bytes())
        is_own = file.startswith("brand/") and not file.endswith(".css")
        site.weights[file] = min(size, MOST_OF_BRAND) if is_own else size
    return site.weights[file]
