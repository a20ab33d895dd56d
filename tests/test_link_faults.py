"""
Every kind of fault that a browser, a reader program or a search engine would run into, planted one at a time into a small
site in which nothing is wrong; and what looks like a fault and is none.
"""

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copies import ROOT
from guide.pages import Page
from guide.rules.allowed import VALUES
from guide.rules.links import check_built
from guide.site.named import ADDRESSES, VALUED
from guide.site.reading import read_site, site_files

HOME = "https://group.example/guide/"
HEAD = """<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><title>T</title>
<link rel="canonical" href="{address}"><link rel="stylesheet" href="{up}assets/page.css"><link rel="stylesheet" href="{up}brand/brand.css"><link rel="icon" href="{up}brand/logo.svg">
</head><body><p><a href="{up}index.html">Home</a> <a href="{up}kit.html">Kit</a> <a href="{up}letters/ask.html">Ask</a></p>
"""
BODIES = {
    "index.html": "<h1 id='top'>Home</h1>\n",
    "kit.html": "<h1 id='kit'>Kit</h1><h2 id='how-to'>How</h2><guide-kit></guide-kit><guide-route-helper></guide-route-helper>\n",
    "letters/ask.html": "<h1 id='ask'>Ask</h1><p id='dué'>x</p>\n",
}
STYLES = '@font-face { font-family: X; src: url("../brand/own.woff2") }\n.a { background: url(#a) }\n'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="a"/></defs>\n<use href="#a"/><path fill="url(#a)"/></svg>\n'


def pdf_of(**link: object) -> bytes:
    """
    Return a PDF file of one page, with a link: `uri`, or any other `action`, or a `page` of the file.
    """
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    if "uri" in link:
        annotation.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(str(link["uri"])))
    if "action" in link:
        annotation.A = pikepdf.Dictionary(S=pikepdf.Name(f"/{link['action']}"), F=pikepdf.String("a.exe"))
    if "page" in link:
        annotation.Dest = pikepdf.Array([link["page"], pikepdf.Name.Fit])
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(annotation)])
    if "bookmark" in link:
        to = pikepdf.Array([link["bookmark"], pikepdf.Name.Fit])
        item = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String("Part"), Dest=to))
        pdf.Root.Outlines = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines, First=item, Last=item))
    if "script" in link:
        run = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("a"), run]))
    pdf.save(out)
    return out.getvalue()


def word_of(address: str, kind: str = RELATIONSHIP_TYPE.HYPERLINK, anchor="", field="", part="") -> bytes:
    """
    Return a Word file that names an address outside of it, or a place in it, or has a field, or names a part by its id.
    """
    document, out = Document(), BytesIO()
    paragraph = document.add_paragraph("x")._p
    if address:
        document.part.relate_to(address, kind, is_external=True)
    for name, attribute, value in [
        ("w:hyperlink", "w:anchor", anchor),
        ("w:fldSimple", "w:instr", field),
        ("w:hyperlink", "r:id", part),
    ]:
        if value:
            link = OxmlElement(name)
            link.set(qn(attribute), value)
            paragraph.append(link)
    document.save(out)
    return out.getvalue()


def without_part(word: bytes, name: str) -> bytes:
    """
    Return a Word file without one of its parts.
    """
    out = BytesIO()
    with ZipFile(BytesIO(word)) as old, ZipFile(out, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    return out.getvalue()


def script_of(name: str, told: object) -> bytes:
    return f"guide.{name}={json.dumps(told)}\n".encode()


def sitemap_of(*paths: str) -> bytes:
    entries = "".join(f"<url><loc>{path}</loc></url>\n" for path in paths)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'.encode()


def write_site(site: Path) -> Path:
    """
    Return a site in which nothing is wrong, with a file of each kind.
    """
    files = {
        path: f"{HEAD.format(address=HOME + path, up='../' * path.count('/'))}{body}</body></html>\n".encode()
        for path, body in BODIES.items()
    } | {
        "404.html": b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body><a href="/guide/kit.html">x</a>\n</body></html>',
        "assets/page.css": STYLES.encode(),
        "brand/brand.css": b":root { --a: red }\n",
        "assets/page.js": b"\n",
        "brand/logo.svg": DRAWING.encode(),
        "brand/own.woff2": b"x",
        "sitemap.xml": sitemap_of(*(HOME + path for path in BODIES)),
        "search/pages.js": script_of("pages ", [{"address": path} for path in BODIES]),
        "assets/guide/routes/data.js": script_of("routeData", {"page": "kit.html#how-to", "say": '<a href="kit.html">x</a>'}),
        "kit/ask.js": script_of('kitPieces["ask"]', '<p><a href="tel:800-555-0100">x</a></p>'),
        "downloads/ask.pdf": pdf_of(uri=f"{HOME}kit.html#how-to"),
        "downloads/ask.docx": word_of(f"{HOME}kit.html"),
    }  # fmt: skip
    for path, content in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return site


def told(site: Path, line: str = "") -> list[str]:
    """
    Return the problems of a site as they print, where `line` is the third line of the home page as its author wrote it.
    """
    written = [Page(f"docs/{path.replace('.html', '.md')}", ["# T", ""]) for path in BODIES]
    written[0].lines.append(line)
    return [str(problem) for problem in check_built(read_site(site), site_files(site), written, "/guide/")]


def on_home(site: Path, planted: str) -> list[str]:
    """
    Return what is told with something planted into the body of the home page.
    """
    file = site / "index.html"
    file.write_bytes(file.read_bytes().replace(b"</body>", f"{planted}</body>".encode()))
    return told(site, planted.replace("\n", " "))


GOES = "[link-leads-somewhere]"
SPELLED = "[address-is-written-right]"
LOADED = "[page-loads-own-files]"
TIED = "[tie-finds-its-end]"
HELD = "[page-holds-what-is-allowed]"
RUNS = "[page-runs-own-scripts]"
# What is planted into a page, what must be told, and by which rule.
ON_A_PAGE = [
    # Pages and downloads.
    ('<a href="kti.html">x</a>', '"kti.md" leads to nothing', GOES),
    ('<a href="Kit.html">x</a>', '"Kit.md" leads to nothing', GOES),
    ('<a href="kit">x</a>', '"kit" leads to nothing', GOES),
    ('<a href="letters/">x</a>', '"letters" leads to nothing', GOES),
    ('<a href="../kit.html">x</a>', '"../kit.md" leads to nothing', GOES),
    ('<a href="letters\\ask.html">x</a>', '"letters\\ask.html" has a backslash in it', SPELLED),
    ('<a href="/kit.html">x</a>', '"/kit.html" begins at the root of the site', GOES),
    ('<a href="kit.html%20">x</a>', '"kit.md " leads to nothing', GOES),
    ('<a href="kit.html&amp;x=1">x</a>', '"kit.md&x=1" leads to nothing', GOES),
    ('<a href="downloads/akk.pdf">x</a>', '"downloads/akk.pdf" leads to nothing', GOES),
    ('<a href="downloads/Ask.docx" download>x</a>', '"downloads/Ask.docx" leads to nothing', GOES),
    ('<blockquote cite="gone.html">x</blockquote>', '"gone.md" leads to nothing', GOES),
    (f'<a href="{HOME}kit.html">x</a>', f'"{HOME}kit.html" leads to this site by its address on the web', GOES),
    (f'<a href="{HOME}gone.html#x">x</a>', f'"{HOME}gone.html#x" leads to this site by its address on the web', GOES),
    # Anchors.
    ('<a href="#tpo">x</a>', 'there is no "#tpo" on the page "index.md"', GOES),
    ('<a href="kit.html#howto">x</a>', 'there is no "#howto" on the page "kit.md"', GOES),
    ('<a href="kit.html#How-To">x</a>', 'there is no "#How-To" on the page "kit.md"', GOES),
    ('<a href="#made"></a><template><p id="made">x</p></template>', 'there is no "#made" on the page "index.md"', GOES),
    # Pictures in all their forms.
    ('<img src="brand/lgoo.svg" alt="">', '"brand/lgoo.svg" leads to nothing', GOES),
    ('<img src="" alt="">', '<img> cannot load ""', GOES),
    ('<img src="kit.html" alt="">', '<img> cannot load "kit.md"', GOES),
    ('<img src="assets/page.css" alt="">', '<img> cannot load "assets/page.css"', GOES),
    ('<img src="brand/logo.svg" srcset="kit.html 2x" alt="">', '<img> cannot load "kit.md"', GOES),
    ('<img alt="x">', "<img> names no file", GOES),
    ('<picture><source media="print"><img src="brand/logo.svg" alt=""></picture>', "<source> names no file", GOES),
    ("<svg><use/></svg>", "<use> names no file", GOES),
    ('<svg><use href="kit.html#kit"/></svg>', '<use> cannot load "kit.md#kit"', GOES),
    ('<svg><path fill="url(brand/gone.svg#a)" d="M0 0"/></svg>', '"brand/gone.svg" leads to nothing', GOES),
    ('<svg><g clip-path="url(https://far.example/a.svg#a)"></g></svg>', 'the page loads "https://far.example/a.svg#a"', LOADED),
    ('<p background="a.png">x</p>', '"background" on <p> is not on the list', HELD),
    ('<img src="brand/logo.svg" usemap="#m" alt="">', '"usemap" on <img> is not on the list', HELD),
    ('<img src="brand/logo.svg" longdesc="gone.html" alt="">', '"longdesc" on <img> is not on the list', HELD),
    ('<img src="brand/logo.svg" srcset="brand/logo.svg 1x, brand/big.svg 2x" alt="">', '"brand/big.svg" leads to nothing', GOES),
    ('<img src="brand/logo.svg" srcset="brand/logo.svg, brand/big.png 800w" alt="">', '"brand/big.png" leads to nothing', GOES),
    ('<picture><source srcset="brand/dark.svg" media="print"><img src="brand/logo.svg" alt=""></picture>', '"brand/dark.svg" leads to nothing', GOES),
    ('<svg><use href="brand/marks.svg#a"/></svg>', '"brand/marks.svg" leads to nothing', GOES),
    ('<svg><use xlink:href="#gone"/></svg>', 'there is no "#gone" on the page "index.md"', GOES),
    ('<svg><path fill="url(#gone)" d="M0 0"/></svg>', '"fill" names "#gone", which is not on the page', TIED),
    ('<svg><g mask="url(\'#veil\')"></g></svg>', '"mask" names "#veil", which is not on the page', TIED),
    ('<img src="https://far.example/a.png" alt="">', 'the page loads "https://far.example/a.png" from another site', LOADED),
    ('<img src="//far.example/a.png" alt="">', 'the page loads "//far.example/a.png" from another site', LOADED),
    ('<img src="brand/logo.svg" srcset="https://far.example/a.png 2x" alt="">', 'the page loads "https://far.example/a.png" from another site', LOADED),
    ('<img src="file:///C:/a.png" alt="">', 'the page loads "file:///C:/a.png" from another site', LOADED),
    ('<img src="data:text/html,x" alt="">', 'the page loads "data:text/html,x" from another site', LOADED),
    ('<svg><image href="a.png"/></svg>', "<image> is not on the list", HELD),
    # Styles, scripts, data.
    ('<link rel="stylesheet" href="assets/pgae.css">', '"assets/pgae.css" leads to nothing', GOES),
    ('<link rel="stylesheet" href="https://far.example/a.css">', 'the page loads "https://far.example/a.css" from another site', LOADED),
    ('<link rel="stylesheet" href="brand/logo.svg">', '<link> cannot load "brand/logo.svg"', GOES),
    ('<link rel="stylesheet" href="">', '<link> cannot load ""', GOES),
    ('<script src="kit.html" defer></script>', '<script> cannot load "kit.md"', GOES),
    ('<link rel="icon" href="kit.html">', '<link> cannot load "kit.md"', GOES),
    ('<link rel="manifest" href="kit.html">', 'rel="manifest" on <link> is not on the list', HELD),
    ('<link rel="apple-touch-icon" href="brand/logo.svg">', 'rel="apple-touch-icon" on <link> is not on the list', HELD),
    ('<link rel="icon" href="brand/icon.ico">', '"brand/icon.ico" leads to nothing', GOES),
    ('<script src="assets/pag.js" defer></script>', '"assets/pag.js" leads to nothing', GOES),
    ('<script src="https://far.example/a.js"></script>', 'the page loads "https://far.example/a.js" from another site', LOADED),
    ('<template data-index="search/page.js"></template>', '"search/page.js" leads to nothing', GOES),
    ('<template data-to="words.html"></template>', '"words.md" leads to nothing', GOES),
    ('<script type="application/json">{"page": "gone.html#x"}</script>', '"gone.md" leads to nothing', GOES),
    ('<script type="application/json">["kit.html#gone"]</script>', 'there is no "#gone" on the page "kit.md"', GOES),
    ('<link rel="alternate" href="kit.html">', 'rel="alternate" on <link> is not on the list', HELD),
    ('<link rel="preload" href="assets/page.js">', 'rel="preload" on <link> is not on the list', HELD),
    # Labels, descriptions and whatever else names an element.
    ('<label for="gone">x</label>', '"for" names "#gone", which is not on the page', TIED),
    ('<section aria-labelledby="ttop">x</section>', '"aria-labelledby" names "#ttop", which is not on the page', TIED),
    ('<p aria-describedby="top gone">x</p>', '"aria-describedby" names "#gone", which is not on the page', TIED),
    ('<button type="button" aria-controls="gone">x</button>', '"aria-controls" names "#gone", which is not on the page', TIED),
    ('<table><tr><td headers="gone">x</td></tr></table>', '"headers" names "#gone", which is not on the page', TIED),
    ('<input list="gone">', '"list" names "#gone", which is not on the page', TIED),
    ('<input form="gone">', '"form" names "#gone", which is not on the page', TIED),
    ('<p aria-owns="gone">x</p>', '"aria-owns" names "#gone", which is not on the page', TIED),
    ('<p aria-details="gone">x</p>', '"aria-details" names "#gone", which is not on the page', TIED),
    ('<p aria-flowto="gone">x</p>', '"aria-flowto" names "#gone", which is not on the page', TIED),
    ('<input aria-errormessage="gone">', '"aria-errormessage" names "#gone", which is not on the page', TIED),
    ('<p aria-activedescendant="gone">x</p>', '"aria-activedescendant" names "#gone", which is not on the page', TIED),
    ('<output for="gone">x</output>', '"for" names "#gone", which is not on the page', TIED),
    ('<p id="top">x</p>', 'the id "top" is on the page twice', "[id-stands-once]"),
    # Schemes.
    ('<a href="htp://group.example/">x</a>', '"htp://group.example/" begins with "htp:"', SPELLED),
    ('<a href="http//group.example/">x</a>', '"http//group.example/" has no ":" before "//"', SPELLED),
    ('<a href="https//group.example/">x</a>', '"https//group.example/" has no ":" before "//"', SPELLED),
    ('<a href="https:/dese.example/">x</a>', '"https:/dese.example/" has no host', SPELLED),
    ('<a href="https:dese.example/">x</a>', '"https:dese.example/" has no host', SPELLED),
    ('<a href="https://https://dese.example/">x</a>', '"https://https://dese.example/" says "https" twice', SPELLED),
    ('<a href="http://dese.example/">x</a>', '"http://dese.example/" begins with "http:"', SPELLED),
    ('<a href="ftp://dese.example/a">x</a>', '"ftp://dese.example/a" begins with "ftp:"', SPELLED),
    ('<a href="file:///C:/letter.docx">x</a>', '"file:///C:/letter.docx" is a file of one computer', SPELLED),
    ('<a href="C:\\letter.docx">x</a>', '"C:\\letter.docx" is a file of one computer', SPELLED),
    ('<a href="//dese.example/a">x</a>', '"//dese.example/a" does not say "https:"', SPELLED),
    ('<a href="www.dese.example/a">x</a>', '"www.dese.example/a" does not say "https://"', SPELLED),
    ('<a href="dese.mo.gov/a">x</a>', '"dese.mo.gov/a" does not say "https://"', SPELLED),
    ('<a href="data:text/html,x">x</a>', '"data:text/html,x" begins with "data:"', SPELLED),
    ('<a href="javascript:alert(1)">x</a>', '"href" leads to a script', RUNS),
    ('<a href="\x01java\tscript:alert(1)">x</a>', '"href" leads to a script', RUNS),
    # Hosts.
    ('<a href="https://">x</a>', '"https://" has no host', SPELLED),
    ('<a href="https:///a">x</a>', '"https:///a" has no host', SPELLED),
    ('<a href="https://localhost:8000/">x</a>', '"https://localhost:8000/" leads into one computer', SPELLED),
    ('<a href="https://files.office.local/a">x</a>', '"https://files.office.local/a" leads into one computer', SPELLED),
    ('<a href="https://127.0.0.1/a">x</a>', '"https://127.0.0.1/a" has a host without a name', SPELLED),
    ('<a href="https://dese/a">x</a>', '"https://dese/a" has a host without a name', SPELLED),
    ('<a href="https://dese mo.example/">x</a>', '"https://dese mo.example/" has a sign in it', SPELLED),
    ('<a href="https://dese,mo.example/">x</a>', '"https://dese,mo.example/" has a host that cannot be one', SPELLED),
    ('<a href="https://dese..example/">x</a>', '"https://dese..example/" has a host that cannot be one', SPELLED),
    ('<a href="https://-dese.example/">x</a>', '"https://-dese.example/" has a host that cannot be one', SPELLED),
    ('<a href="https://dese.example:80a/">x</a>', '"https://dese.example:80a/" has a host that no browser', SPELLED),
    ('<a href="https://dese.example:8080/">x</a>', '"https://dese.example:8080/" names a port', SPELLED),
    ('<a href="https://[dese.example/">x</a>', '"https://[dese.example/" has a host that no browser', SPELLED),
    ('<a href="https://dese.example@far.example/">x</a>', '"https://dese.example@far.example/" hides its host', SPELLED),
    ('<a href="https://www.dese.mo.gvo/">x</a>', '"https://www.dese.mo.gvo/" has a host that ends with ".gvo"', SPELLED),
    ('<a href="https://ww.dese.example/">x</a>', '"https://ww.dese.example/" has a slip in "www."', SPELLED),
    ('<a href="https://www.www.dese.example/">x</a>', '"https://www.www.dese.example/" has a slip in "www."', SPELLED),
    ('<a href="https://d\u0435se.example/">x</a>', '"https://d\u0435se.example/" has letters of two alphabets', SPELLED),
    ('<a href="sms:800-555-0100">x</a>', '"sms:800-555-0100" begins with "sms:"', SPELLED),
    ('<a href="https;//dese.example/">x</a>', '"https;/dese.example" leads to nothing', GOES),
    ('<a href="https://dese.example/50%zz">x</a>', '"https://dese.example/50%zz" has a "%"', SPELLED),
    ('<a href="https://dese.example/a.">x</a>', '"https://dese.example/a." ends with a mark', SPELLED),
    ('<a href="https://dese.example/a)">x</a>', '"https://dese.example/a)" ends with a mark', SPELLED),
    ('<a href="https://dese.example/{page}">x</a>', '"https://dese.example/{page}" has a sign in it', SPELLED),
    ('<a href="https://far.example/">www.dese.mo.gov</a>', 'the link says "www.dese.mo.gov" and leads to "far.example"', SPELLED),
    # Mail and phones.
    ('<a href="mailto:">x</a>', '"mailto:" has no mail address', SPELLED),
    ('<a href="mailto:help">x</a>', '"mailto:help" has no mail address', SPELLED),
    ('<a href="mailto:help@group">x</a>', '"mailto:help@group" has no mail address', SPELLED),
    ('<a href="mailto:help@@group.example">x</a>', '"mailto:help@@group.example" has no mail address', SPELLED),
    ('<a href="mailto:help group.example">x</a>', '"mailto:help group.example" has no mail address', SPELLED),
    ('<a href="mailto://help@group.example">x</a>', '"mailto://help@group.example" has no mail address', SPELLED),
    ('<a href="mailto:mailto:help@group.example">x</a>', '"mailto:mailto:help@group.example" has no mail address', SPELLED),
    ('<a href="mailto:help@group.example?Hello">x</a>', '"mailto:help@group.example?Hello" has "?" behind it', SPELLED),
    ('<a href="help@group.example">x</a>', '"help@group.example" is a mail address without "mailto:"', SPELLED),
    ('<a href="mailto:a@far.example">help@group.example</a>', 'the link says "help@group.example" and writes to', SPELLED),
    ('<a href="tel:">x</a>', '"tel:" cannot be dialed', SPELLED),
    ('<a href="tel:800-CALL-NOW">x</a>', '"tel:800-CALL-NOW" cannot be dialed', SPELLED),
    ('<a href="tel:800 555 0100">x</a>', '"tel:800 555 0100" cannot be dialed', SPELLED),
    ('<a href="tel://800-555-0100">x</a>', '"tel://800-555-0100" cannot be dialed', SPELLED),
    ('<a href="tel:800-555-010">x</a>', '"tel:800-555-010" has 9 digits', SPELLED),
    ('<a href="tel:800-555-01000">x</a>', '"tel:800-555-01000" is no number of the United States', SPELLED),
    ('<a href="tel:1-800-155-0100">x</a>', '"tel:1-800-155-0100" is no number of the United States', SPELLED),
    ('<a href="tel:912">x</a>', '"tel:912" is no number of the United States', SPELLED),
    ('<a href="800-555-0100">x</a>', '"800-555-0100" is a phone number without "tel:"', SPELLED),
    ('<a href="tel:800-555-0101">800-555-0100</a>', 'the link says "800-555-0100" and dials "800-555-0101"', SPELLED),
    # What runs, loads or leads away.
    ("<script\n>alert(1)</script>", "there is a script in the page", RUNS),
    ("<p\nonclick='x()'>x</p>", '"onclick" runs a script', RUNS),
    ("<svg\nonload='x()'></svg>", '"onload" runs a script', RUNS),
    ("<meta\nhttp-equiv=' refresh ' content='0;url=https://far.example/'>", "the page sends its reader to another address", RUNS),
    ("<meta http-equiv='set-cookie' content='x'>", 'http-equiv="set-cookie" on <meta> is not on the list', HELD),
    ("<meta name='referrer' content='unsafe-url'>", "<meta> in the words of the page is not on the list", HELD),
    ("<base\nhref='https://far.example/'>", "<base> sends every link of the page somewhere else", HELD),
    ("<iframe\nsrc='kit.html'></iframe>", "<iframe> shows another page inside of this one", HELD),
    ("<iframe srcdoc='<script>x</script>'></iframe>", "<iframe> shows another page inside of this one", HELD),
    ("<object data='a.pdf'></object>", "<object> runs or loads what is no part of the guide", HELD),
    ("<embed src='a.pdf'>", "<embed> runs or loads what is no part of the guide", HELD),
    ("<form\naction='https://far.example/'></form>", '"action" on <form> sends what is typed to an address', HELD),
    ("<button formaction='kit.html'>x</button>", '"formaction" on <button> sends what is typed to an address', HELD),
    ("<input type='image'>", 'type="image" on <input> is not on the list', HELD),
    ("<input type='password'>", 'type="password" on <input> is not on the list', HELD),
    ("<p\nstyle='color: red'>x</p>", '"style" on <p> changes how the page looks', HELD),
    ("<style>p { color: red }</style>", "<style> changes how the page looks", HELD),
    ("<a href='kit.html' ping='https://far.example/'>x</a>", '"ping" on <a> tells another site', HELD),
    ("<a href='kit.html' target='far'>x</a>", 'target="far" on <a> is not on the list', HELD),
    ("<video poster='a.png'></video>", "<video> plays what the browser may not load here", HELD),
    ("<audio src='a.mp3'></audio>", "<audio> plays what the browser may not load here", HELD),
    ("<map name='a'></map>", "<map> is not on the list", HELD),
    ("<svg><foreignobject></foreignobject></svg>", "<foreignobject> is not on the list", HELD),
    ("<svg><animate></animate></svg>", "<animate> is not on the list", HELD),
    ("<made-up></made-up>", "<made-up> is not on the list", HELD),
    ("<p contenteditable>x</p>", '"contenteditable" on <p> is not on the list', HELD),
    ("<p itemtype='https://far.example/'>x</p>", '"itemtype" on <p> is not on the list', HELD),
]  # fmt: skip


@pytest.mark.parametrize(
    "planted, what, rule", ON_A_PAGE, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_fault_on_a_page_is_told(tmp_path, planted, what, rule):
    """
    Each is told once, at the line of its author, by the rule that is about it.
    """
    problems = on_home(write_site(tmp_path), planted)

    assert [(True, True)] == [
        (problem.startswith(f"docs/index.md:3: {what}"), problem.endswith(rule)) for problem in problems
    ], problems


def test_what_stands_too_deep_to_be_read_is_told(tmp_path):
    """
    The parser stops at some depth; below it anything could stand.
    """
    [problem] = on_home(write_site(tmp_path), "<div>" * 300 + "<script>x</script>")

    assert problem.startswith("docs/index.md:1: the page goes 256 levels deep")


# The file, what it holds then, and what must be told.
IN_A_FILE = [
    ("assets/page.css", b".a {}\n.b { background: url(gone.png) }", 'site/assets/page.css:2: "gone.png" leads to nothing'),
    ("assets/page.css", b".a { background: url('https://far.example/a.png') }", 'site/assets/page.css:1: the style sheet loads "https://far.example/a.png" from outside'),
    ("assets/page.css", b".a { background: url(//far.example/a.png) }", 'site/assets/page.css:1: the style sheet loads "//far.example/a.png" from outside'),
    ("assets/page.css", b'@import "more.css";', 'site/assets/page.css:1: "more.css" leads to nothing'),
    ("assets/page.css", b"@import url(more.css) print;", 'site/assets/page.css:1: "more.css" leads to nothing'),
    ("assets/page.css", b"@media print { .a { background: url( 'gone.png' ) } }", 'site/assets/page.css:1: "gone.png" leads to nothing'),
    ("assets/page.css", b".a { background: image-set('gone.png' 1x) }", 'site/assets/page.css:1: "gone.png" leads to nothing'),
    ("assets/page.css", b".a { background: u\\72l(gone.png) }", 'site/assets/page.css:1: "gone.png" leads to nothing'),
    ("assets/page.css", b".a { --logo: url(gone.png) }", 'site/assets/page.css:1: "gone.png" leads to nothing'),
    ("assets/page.css", b".a { background: url(/a.png) }", 'site/assets/page.css:1: the style sheet loads "/a.png" from outside'),
    ("assets/page.css", b".a { background: url('a.png }\n", "site/assets/page.css:1: no browser can read a style here"),
    ("assets/page.css", b"a{url(a)" * 3000, "site/assets/page.css:1: no browser can read a style here"),
    ("assets/guide/routes/data.js", b"guide.routeData=" + b"[" * 20000, "site/assets/guide/routes/data.js:1: no script can read it"),
    ("brand/brand.css", b"\n@font-face { src: url(own.woff) }", 'overrides/brand/brand.css:2: "own.woff" leads to nothing. Did you mean "own.woff2"?'),
    ("brand/logo.svg", DRAWING.replace('id="a"', 'id="b"').encode(), 'overrides/brand/logo.svg:2: the drawing names "#a", which is not in it'),
    ("assets/marks.svg", DRAWING.replace("url(#a)", "url(#b)").encode(), 'site/assets/marks.svg:2: the drawing names "#b", which is not in it'),
    ("sitemap.xml", sitemap_of(*(HOME + path for path in BODIES), HOME + "gone.html"), f'site/sitemap.xml:5: "{HOME}gone.html" is no page of this site'),
    ("sitemap.xml", sitemap_of(*(HOME + path for path in [*BODIES, "kit.html"])), f'site/sitemap.xml:5: "{HOME}kit.html" is listed twice'),
    ("sitemap.xml", sitemap_of(*(HOME + path for path in list(BODIES)[:2])), f'site/sitemap.xml:1: "{HOME}letters/ask.html" is not listed'),
    ("sitemap.xml", b"<urlset><url>", "site/sitemap.xml:1: no search engine can read it"),
    ("search/pages.js", script_of("pages ", [{"address": "gone.html"}]), 'site/search/pages.js:1: search leads to "gone.html", which is no page'),
    ("search/pages.js", script_of("pages ", [{"address": "kit.html#gone"}]), 'site/search/pages.js:1: there is no "#gone" on the page "kit.md"'),
    ("search/pages.js", script_of("pages ", [{"address": "kit.html"}] * 2), 'site/search/pages.js:1: search lists "kit.html" twice'),
    ("search/pages.js", b"guide.pages = [", "site/search/pages.js:1: search cannot read it"),
    ("assets/guide/routes/data.js", script_of("routeData", {"a": [{"page": "gone.html"}]}), 'site/assets/guide/routes/data.js:1: "gone.md" leads to nothing'),
    ("assets/guide/routes/data.js", script_of("routeData", {"page": "kit.html#gone"}), 'site/assets/guide/routes/data.js:1: there is no "#gone" on the page "kit.md"'),
    ("assets/guide/routes/data.js", script_of("routeData", '<a href="gone.html">x</a>'), 'site/assets/guide/routes/data.js:1: "gone.md" leads to nothing'),
    ("assets/guide/routes/data.js", script_of("routeData", "<p onclick='x()'>x</p>"), 'site/assets/guide/routes/data.js:1: "onclick" runs a script'),
    ("assets/guide/routes/situations/a.js", script_of("routeData", "<iframe></iframe>"), "site/assets/guide/routes/situations/a.js:1: <iframe> shows another page"),
    ("assets/guide/routes/data.js", b"guide.routeData={", "site/assets/guide/routes/data.js:1: no script can read it"),
    ("kit/ask.js", script_of("kitPieces", '<img src="gone.png" alt="">'), 'site/kit/ask.js:1: "gone.png" leads to nothing'),
    ("kit/ask.js", script_of("kitPieces", '<a href="tel:12">x</a>'), 'site/kit/ask.js:1: "tel:12" has 2 digits'),
    ("404.html", b'<a href="/guide/gone.html">x</a>', 'site/404.html:1: "gone.md" leads to nothing'),
    ("404.html", b'<a href="/kit.html">x</a>', 'site/404.html:1: "/kit.html" begins at the root of the site'),
    ("index.html", HEAD.format(address=HOME + "kit.html", up="").encode(), f'site/index.html:1: the page says that its address is "{HOME}kit.html"'),
    ("index.html", HEAD.format(address="index.html", up="").encode(), 'site/index.html:1: the page says that its address is "index.html"'),
    ("index.html", HEAD.format(address="https://far.example/guide/index.html", up="").encode(), "site/index.html:1: the page says that its address is "),
    ("index.html", HEAD.format(address=HOME + "index.html", up="").replace("</head>", f'<link rel="canonical" href="{HOME}kit.html"></head>').encode(), "site/index.html:1: the page says that its address is "),
    ("404.html", b'<a href="kit.html">x</a>', 'site/404.html:1: "kit.md" counts from whatever address was not found'),
    ("index.html", HEAD.format(address=HOME + "index.html", up="").replace("<html", '<html data-address="group.example/guide/kit.html"').encode(), "site/index.html:1: the page says that its address is "),
    ("index.html", HEAD.format(address=HOME + "index.html", up="").replace("</head>", '<meta property="og:video" content="gone.mp4"></head>').encode(), 'docs/index.md:1: property="og:video" on <meta> is not on the list'),
    ("index.html", HEAD.format(address=HOME + "index.html", up="").replace("</head>", '<meta name="twitter:image" content="gone.png"></head>').encode(), 'docs/index.md:1: name="twitter:image" on <meta> is not on the list'),
    ("more.html", b"<p>x</p>", "docs/more.md:1: no page that a reader can come to links to this one"),
    ("more.html", b'<a href="more.html">x</a>', "docs/more.md:1: no page that a reader can come to links to this one"),
    ("downloads/ask.pdf", pdf_of(uri=f"{HOME}gone.html"), f'site/downloads/ask.pdf:1: on page 1 "{HOME}gone.html" leads to nothing'),
    ("downloads/ask.pdf", pdf_of(uri=f"{HOME}kit.html#gone"), 'site/downloads/ask.pdf:1: on page 1 there is no "#gone" on the page "kit.md"'),
    ("downloads/ask.pdf", pdf_of(uri="kit.html"), 'site/downloads/ask.pdf:1: on page 1 "kit.html" leads to nothing outside of the guide'),
    ("downloads/ask.pdf", pdf_of(uri="http://dese.example/"), 'site/downloads/ask.pdf:1: on page 1 "http://dese.example/" begins with "http:"'),
    ("downloads/ask.pdf", pdf_of(page=7), "site/downloads/ask.pdf:1: on page 1 a link leads to a page that the file does not have"),
    ("downloads/ask.pdf", pdf_of(page=0, bookmark=7), 'site/downloads/ask.pdf:1: on page 1 a link in the bookmarks, "Part", leads to a page that'),
    ("downloads/ask.pdf", pdf_of(action="Launch"), "site/downloads/ask.pdf:1: on page 1 a link starts a program"),
    ("downloads/ask.pdf", pdf_of(action="GoToR"), "site/downloads/ask.pdf:1: on page 1 a link opens another file"),
    ("downloads/ask.pdf", pdf_of(page=0, script=True), "site/downloads/ask.pdf:1: on page 1 a link runs a script"),
    ("downloads/ask.pdf", b"%PDF-1.7\n", "site/downloads/ask.pdf:1: no program can open this file"),
    ("downloads/ask.docx", word_of(f"{HOME}gone.html"), f'site/downloads/ask.docx:1: "{HOME}gone.html" leads to nothing'),
    ("downloads/ask.docx", word_of("letters/ask.html"), 'site/downloads/ask.docx:1: "letters/ask.html" leads to nothing outside of the guide'),
    ("downloads/ask.docx", word_of("file:///C:/a.docx"), 'site/downloads/ask.docx:1: "file:///C:/a.docx" is a file of one computer'),
    ("downloads/ask.docx", word_of("https://far.example/a.png", RELATIONSHIP_TYPE.IMAGE), "site/downloads/ask.docx:1: a link loads something from elsewhere"),
    ("downloads/ask.docx", word_of("", anchor="gone"), 'site/downloads/ask.docx:1: a link leads to "gone", which the file does not have'),
    ("downloads/ask.docx", word_of("", field=f'HYPERLINK "{HOME}gone.html"'), f'site/downloads/ask.docx:1: "{HOME}gone.html" leads to nothing'),
    ("downloads/ask.docx", word_of("", field='INCLUDEPICTURE "a.png"'), "site/downloads/ask.docx:1: a link loads something from elsewhere"),
    ("downloads/ask.docx", word_of("", part="rId99"), 'site/downloads/ask.docx:1: a link names the part "rId99", which the file does not have'),
    ("downloads/ask.docx", without_part(word_of(""), "word/styles.xml"), 'site/downloads/ask.docx:1: a link needs "styles.xml", which the file does not have'),
    ("downloads/ask.docx", b"PK\x03\x04", "site/downloads/ask.docx:1: no program can open this file"),
]  # fmt: skip


@pytest.mark.parametrize(
    "path, content, what", IN_A_FILE, ids=[f"{path}-{number}" for number, (path, *_) in enumerate(IN_A_FILE)]
)
def test_a_fault_in_a_file_is_told(tmp_path, path, content, what):
    """
    Each is told once, by its file.
    """
    site = write_site(tmp_path)
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(content)
    written = [Page(f"docs/{one}", ["# T"]) for one in ("index.md", "kit.md", "letters/ask.md", "more.md")]

    problems = {str(problem) for problem in check_built(read_site(site), site_files(site), written, "/guide/")}

    # A page in place of the home page leads nowhere else, and a page more is not in the sitemap.
    also = (
        "docs/kit.md:1: no page",
        "docs/letters/ask.md:1: no page",
        f'site/sitemap.xml:1: "{HOME}more.html" is not',
        f'site/sitemap.xml:2: "{HOME}index.html" is no',
        'site/sitemap.xml:1: "',
    )
    found = [problem for problem in problems if path.endswith("sitemap.xml") or not problem.startswith(also)]

    assert [True] == [problem.startswith(what) for problem in found], problems


def test_each_value_that_is_limited_is_looked_at():
    """
    The list of values and the reader of pages name the same attributes.
    """
    assert set(VALUES) == VALUED


def test_each_address_of_a_template_is_looked_at():
    """
    Whatever attribute a template fills in with an address, data for scripts too, is one that the reader of pages knows.
    """
    files = (ROOT / "overrides").rglob("*.html")
    filled = {name for file in files for name in re.findall(r'([\w-]+)="\{\{[^"]*\| url \}\}', file.read_text("utf-8"))}

    assert {"data-to", "href", "src"} <= filled
    assert set() == filled - {name for _, name in ADDRESSES}


def test_more_than_seventy_kinds_are_planted():
    """
    As many as this guide promises to find, counted by what is told of them and not by their spellings.
    """
    told_of = [what for _, what, _ in ON_A_PAGE] + [what.partition(": ")[2] for _, _, what in IN_A_FILE]

    assert len({re.sub(r'"[^"]*"|\d+', "…", what) for what in told_of}) > 70


@pytest.mark.parametrize(
    "planted",
    [
        '<a name="old"></a><a href="#old">x</a>',
        '<a href="#">x</a><a href="#top">x</a><a href="#TOP">x</a><a href="kit.html#top">x</a>',
        '<a href="">x</a><a href="index.html#top">x</a><a href="./kit.html">x</a><a href="letters/../kit.html">x</a>',
        '<p id="one">x</p><template><p id="one">x</p></template><template><p id="one">x</p></template>',
        '<template><label for="made">x</label><input id="made"></template>',
        '<a href="letters/ask.html#du%C3%A9">x</a><a href="letters/ask.html#dué">x</a><a href="%6Bit.html">x</a>',
        '<a href="kit.html?from=home#how-to">x</a><a href="kit.html#:~:text=How">x</a><a href=" kit.html#how-to ">x</a>',
        '<a href="https://dese.example">x</a><a href="HTTPS://DESE.EXAMPLE/a?b=c&amp;d=%20e#f">x</a><a href="https://dese.example:443/">x</a>',
        '<a href="https://www.law.example/a_(b)">x</a><a href="https://dese.example/a;b=1,2/(c)/">x</a><a href="https://bücher.example/ü">x</a>',
        '<a href="https://www.dese.mo.gov/x">dese.mo.gov</a><a href="https://dese.mo.gov/x">https://dese.mo.gov/x</a><a href="https://far.example/">34 CFR 300.506</a>',
        f'<a href="https://group.example/">x</a><a href="https://group.example/guide-of-others/">x</a><a href="https://x.example/?u={HOME}">x</a>',
        '<a href="mailto:help@group.example">help@group.example</a><a href="mailto:a.b+c@mail.group.example,d@e.example?subject=Hi%20you&amp;body=x">x</a>',
        '<a href="tel:911">911</a><a href="tel:988">x</a><a href="tel:800-555-0100">(800) 555-0100</a><a href="tel:+1-800-555-0100;ext=12">800-555-0100</a>',
        '<a href="mailto:" data-do="send-mail">x</a><a>x</a>',
        '<img src="brand/logo.svg" srcset="brand/logo.svg 1x, brand/logo.svg?a,b 2x" alt=""><img src="data:image/png;base64,AAAA" alt="">',
        '<picture><source srcset="brand/logo.svg" media="print"><img src="brand/logo.svg" alt=""></picture>',
        '<svg viewBox="0 0 9 9"><defs><symbol id="s"><path d="M0 0"/></symbol></defs><use href="#s"/><use xlink:href="brand/logo.svg#a"/></svg>',
        '<label for="f">x</label><input id="f" aria-describedby="top  f" list="l"><datalist id="l"><option value="a"></datalist>',
        '<table><tr><th id="h">x</th><td headers="h">x</td></tr></table><svg><path id="p" fill="none" stroke="url(#p)" d="M0 0"/></svg>',
        "<!-- <a href='gone.html'> <iframe> --><p>&lt;iframe src='gone.html'&gt; and javascript:x and onclick=x</p>",
        '<script type="application/json">{"a": "<a href=gone.html><iframe onload=x>"}</script>',
        '<p title="One: two" aria-label="https://a" data-action="x" data-style="x">x</p><P CLASS="a">x</P>',
        '<details open><summary>x</summary><form novalidate autocomplete="off"><input type="date" min="2026-01-01"></form></details>',
        '<a href="tel:211">x</a><a href="tel:1-800-555-0100">x</a><a href="tel:+49-30-123456">x</a><a href="https://w.example/">x</a>',
        '<a href="https://\u043f\u0440\u0438\u043c\u0435\u0440.example/">x</a><svg><path fill="url(brand/logo.svg#a)" d="M0 0"/></svg>',
        '<script type="application/json">{"page": "kit.html#how-to", "name": "letter.docx"}</script><template data-to="kit.html"></template>',
        '<ol start="3" type="a"><li value="4">x</li></ol><blockquote cite="https://law.example/a">x</blockquote><time datetime="2026-11-29">x</time>',
        '<a href="downloads/ask.pdf" download target="_blank">x</a><a href="downloads/ask.docx">x</a>',
    ],
)
def test_what_only_looks_like_a_fault_is_none(tmp_path, planted):
    """
    Whatever leads somewhere in a browser, and harms nobody, is in order.
    """
    assert [] == on_home(write_site(tmp_path), planted)


@pytest.mark.parametrize(
    "path, content",
    [
        ("assets/page.css", b".a { background: url(data:image/png;base64,AAAA) } .b { fill: url(#x); content: 'url(gone.png)' } .c { content: '\\201C' }"),
        ("assets/page.css", b"/* url(gone.png) */ .a::before { content: \"\\\"url(gone.png)\" } .b { background: url('../brand/logo.svg#a') }"),
        ("brand/logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><text>url(#gone) #gone</text><a href="#a"/><g id="a"/></svg>'),
        ("sitemap.xml", sitemap_of()),
        ("404.html", b'<a href="/guide/">x</a><a href="/guide/kit.html#how-to">x</a><a href="/guide/letters/ask.html">x</a>'),
        ("search/pages.js", script_of("pages ", [])),
        ("assets/guide/routes/data.js", script_of("routeData", {"say": "a.html? 1 < 2", "more": ["kit.html", None, 3]})),
        ("downloads/ask.pdf", pdf_of(page=0)),
        ("downloads/ask.pdf", pdf_of(page=0, bookmark=0)),
        ("downloads/ask.pdf", pdf_of(uri="mailto:help@group.example")),
        ("downloads/ask.pdf", pdf_of(uri=HOME)),
        ("downloads/ask.docx", word_of("https://law.example/a")),
    ],
)  # fmt: skip
def test_a_file_that_only_looks_faulty_is_none(tmp_path, path, content):
    """
    Words about addresses, data held in a file, and links that lead out of it by a whole address are in order.
    """
    site = write_site(tmp_path)
    (site / path).write_bytes(content)

    assert [] == told(site)


def test_a_site_without_an_address_has_no_fault(tmp_path):
    """
    A guide that is only copied has no address to say.
    """
    site = write_site(tmp_path)
    for path in BODIES:
        file = site / path
        file.write_bytes(b"\n".join(line for line in file.read_bytes().split(b"\n") if b"canonical" not in line))
    (site / "assets/page.css").write_bytes(b"")
    for name in ("sitemap.xml", "downloads/ask.pdf", "downloads/ask.docx"):
        (site / name).unlink()

    problems = [problem for problem in told(site) if "assets/page.css" not in problem and "logo.svg" not in problem]

    assert [] == problems


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory) -> Path:
    """
    A site in which nothing is wrong, to be spoiled and mended again.
    """
    return write_site(tmp_path_factory.mktemp("faults"))


# What breaks readers of HTML, addresses, styles and data.
ODD = [
    *(
        "<",
        ">",
        '"',
        "'",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "&#x0;",
        "&#xD800;",
        "<template>",
        "<svg>",
        "<script>",
    ),
    *(
        '<a href="',
        "https://[",
        "//[::1",
        "https://a:99999/",
        "%",
        "%zz",
        "#",
        "url(",
        "\\",
        "\0",
        "\ufeff",
        "\u2028",
        "\ud7ff",
    ),
    *(
        '<img srcset="',
        " id=",
        " for=",
        ",",
        "{",
        "}",
        "[",
        "]",
        "=",
        "@import ",
        "/*",
        "data:",
        "tel:",
        "mailto:",
        "a" * 3000,
    ),
]
BYTES = st.one_of(st.sampled_from([word.encode() for word in ODD]), st.binary(max_size=8))


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    which=st.integers(0, 1000),
    start=st.integers(0, 10_000),
    gone=st.integers(0, 60),
    put=st.lists(BYTES, max_size=5).map(b"".join),
    times=st.sampled_from([1, 1, 1, 2, 40, 1000]),
)
def test_any_bytes_give_problems_or_none(whole_site, which, start, gone, put, times):
    """
    Whatever stands in a file of the built site, its check ends with problems at a file and a line, or with none.
    """
    files = sorted(file for file in whole_site.rglob("*") if file.is_file())
    file = files[which % len(files)]
    before = file.read_bytes()
    at = start % (len(before) + 1)
    try:
        file.write_bytes(before[:at] + put * times + before[at + gone :])
        problems = list(check_built(read_site(whole_site), site_files(whole_site), [], "/guide/"))
    finally:
        file.write_bytes(before)

    assert all(problem.path.startswith(("site/", "overrides/")) and problem.line >= 1 for problem in problems)
