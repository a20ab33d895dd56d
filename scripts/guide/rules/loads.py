"""
Rules on what the pages of the built site load by themselves: pictures, styles and scripts, and nothing from elsewhere.
"""

from guide.rules.built import BuiltSite, as_written, split
from guide.rules.rule import Findings, rule
from guide.site.named import Link
from guide.site.reading import BuiltPage

# Links in the head that are loaded: all but those that only say something.
SAYING = {"canonical", "alternate", "author", "help", "license", "next", "prev"}
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
# How the name of a file ends that a browser can show or run there, by the element and the last word of its "rel".
ENDINGS = {
    ("img", ""): PICTURES,
    ("source", ""): PICTURES,
    ("use", ""): (".svg",),
    ("link", "icon"): (*PICTURES, ".ico"),
    ("link", "stylesheet"): (".css",),
    ("script", ""): (".js",),
}
# The attributes without one of which each shows nothing.
NEEDED = {"img": {"src"}, "source": {"srcset"}, "use": {"href", "xlink:href"}}


def is_loaded(link: Link) -> bool:
    """
    Whether a browser loads what a link names by itself.
    """
    return link.tag != "a" and link.attribute != "cite" and not (SAYING & set(link.rel.lower().split()))


def fault_of_kind(link: Link, target: str) -> tuple[str, str] | None:
    """
    Return what is wrong where a link leads to a file that its element cannot show or run, and how to fix it. A part of
    the page itself is drawn, not loaded; what data of a script name is no file to load.
    """
    endings = ENDINGS.get((link.tag, link.rel.lower().rpartition(" ")[2] if link.tag == "link" else ""))
    if not endings or not link.attribute or link.address.startswith("#") or target.lower().endswith(endings):
        return None
    return (
        f'<{link.tag}> cannot load "{as_written(link.address)}"',
        f"Name a file that ends with {' or '.join(endings)}.",
    )


def nameless_pictures(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    Yield what is wrong with the pictures of a page that name no file.
    """
    for tag in sorted({tag for tag, *names in page.named.shapes if tag in NEEDED and not NEEDED[tag] & set(names)}):
        yield (
            *site.place(page, lambda line, tag=tag: f"<{tag}" in line),
            f"<{tag}> names no file",
            f'Name it in "{min(NEEDED[tag])}", or delete the picture.',
        )


@rule
def page_loads_own_files(page: BuiltPage, site: BuiltSite) -> Findings:
    """
    A page loads nothing from another site: no script, style, font, picture or frame.
    No one else learns who reads here, and the guide works offline.
    """
    for link in page.links:
        if not is_loaded(link):
            continue
        address = split(link.address.strip())
        held = address.scheme == "data" and address.path.lower().startswith("image/") and link.tag in ("img", "source")
        if not held and (address.netloc or address.scheme not in ("", "javascript")):
            yield (
                *site.place_of(page, link),
                f'the page loads "{link.address}" from another site',
                "Put the file into the repository and name it there.",
            )
