"""
What PDF and Word files name: the addresses and the places that a reader program would follow.
"""

import ctypes
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NO_PAGE = "leads to a page that the file does not have"
# What an action of a PDF does, where it is not a link.
# Before the name of an attribute of a Word file that names another part by its id.
PART = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Fields of a Word file that load something as it is opened.
LOADS = "loads something from elsewhere"
LOADING = {"INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT"}
ACTIONS = {pdfium.PDFACTION_REMOTEGOTO: "opens another file", pdfium.PDFACTION_LAUNCH: "starts a program"}


def links_of_pdf(file: Path) -> Iterator[tuple[int, str, str]]:
    """
    Yield of each link in a PDF file the page that it stands on, its address ("" within the file), and what is wrong
    with it ("" where nothing is seen).

    Raises:
        ValueError: it is no PDF file.
    """
    try:
        with pypdfium2.PdfDocument(file) as document:
            if pdfium.FPDFDoc_GetJavaScriptActionCount(document):
                yield 1, "", "runs a script"
            yield from lost_bookmarks(document)
            for number in range(len(document)):
                page = document[number]
                for link in links_of_page(page):
                    yield number + 1, *read_link(document, link)
                page.close()
    except pypdfium2.PdfiumError as error:
        raise ValueError from error


def lost_bookmarks(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str, str]]:
    """
    Yield each bookmark of a PDF file that leads nowhere, as `links_of_pdf` yields a link.
    """
    for bookmark in document.get_toc():
        place = bookmark.get_dest()
        page = place.get_index() if place else None
        if page is None or not 0 <= page < len(document):
            yield 1, "", f'in the bookmarks, "{bookmark.get_title()}", {NO_PAGE}'


def links_of_page(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """
    Yield the handle of each link on a page.
    """
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        yield link


def read_link(document: pypdfium2.PdfDocument, link: Any) -> tuple[str, str]:
    """
    Return the address of a link and what is wrong with it, as `links_of_pdf` yields them.
    """
    action = pdfium.FPDFLink_GetAction(link)
    kind = pdfium.FPDFAction_GetType(action) if action else None
    if kind == pdfium.PDFACTION_URI:
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
        return buffer.value.decode("utf-8", "replace"), ""
    if kind in ACTIONS:
        return "", ACTIONS[kind]
    place = pdfium.FPDFLink_GetDest(document, link)
    leads = bool(place) and 0 <= pdfium.FPDFDest_GetDestPageIndex(document, place) < len(document)
    return "", "" if leads else NO_PAGE


def links_of_word(file: Path) -> Iterator[tuple[str, str]]:
    """
    Yield of each link in a Word file its address ("" within the file), and what is wrong with it ("" where nothing is
    seen).

    Raises:
        ValueError: it is no Word file.
    """
    try:
        with zipfile.ZipFile(file) as word:
            files = set(word.namelist())
            trees = {
                name: etree.fromstring(word.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
                for name in word.namelist()
                if name.endswith((".rels", "word/document.xml"))
            }
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, RuntimeError, OSError, EOFError) as error:
        raise ValueError from error
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from links_of_relations(tree, posixpath.dirname(posixpath.dirname(name)), files)
        else:
            parts = trees.get("word/_rels/document.xml.rels", etree.Element("none"))
            yield from links_of_text(tree, {part.get("Id") for part in parts})


def links_of_relations(tree: etree._Element, folder: str, files: set[str]) -> Iterator[tuple[str, str]]:
    """
    Yield what a list of relations in a Word file names; its parts count from `folder`.
    """
    for relation in tree.iter(RELATIONS):
        target, kind = str(relation.get("Target")), str(relation.get("Type")).rpartition("/")[2]
        if relation.get("TargetMode") == "External":
            yield target, "" if kind == "hyperlink" else LOADS
        elif posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in files:
            yield "", f'needs "{target}", which the file does not have'


def links_of_text(tree: etree._Element, parts: set[str | None]) -> Iterator[tuple[str, str]]:
    """
    Yield what the text of a Word file names: fields, its own places, and `parts` by their ids.
    """
    marks = {mark.get(f"{WORD}name") for mark in tree.iter(f"{WORD}bookmarkStart")}
    for link in tree.iter(f"{WORD}hyperlink"):
        anchor = link.get(f"{WORD}anchor")
        if anchor and anchor not in marks:
            yield "", f'leads to "{anchor}", which the file does not have'
    for field in tree.iter(f"{WORD}instrText", f"{WORD}fldSimple"):
        does, _, address = (field.text or field.get(f"{WORD}instr") or "").strip().partition(" ")
        if does in LOADING:
            yield "", LOADS
        elif does == "HYPERLINK" and not address.lstrip().startswith("\\"):
            yield address.strip().strip('"').partition('"')[0], ""
    named = {value for element in tree.iter("*") for key, value in element.attrib.items() if str(key).startswith(PART)}
    for name in sorted(named - parts, key=str):
        yield "", f'names the part "{name}", which the file does not have'
