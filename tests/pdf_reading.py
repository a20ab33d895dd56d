"""
A printed file as it is read: by a screen reader, by its bookmarks, and by eye.
"""

import re
from pathlib import Path

import pikepdf


def hear(pdf) -> list[tuple[str, str]]:
    """
    Return what a screen reader hears, in its order: pairs of the tag and the words in it.
    """
    words = {}
    for page in pdf.pages:
        fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
        font, number = None, None
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                number = operands[1].get("/MCID")
            elif str(operator) == "EMC":
                number = None
            elif str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) in ("Tj", "TJ") and number is not None:
                codes = b"".join(
                    bytes(part)
                    for part in (operands[0] if str(operator) == "TJ" else operands)
                    if isinstance(part, pikepdf.String)
                )
                said = "".join(font.get(codes[n : n + 2], "?") for n in range(0, len(codes), 2))
                words[page.objgen, int(number)] = words.get((page.objgen, int(number)), "") + said

    def walk(element, tag):
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child, tag)
        elif isinstance(element, pikepdf.Dictionary):
            own = str(element.get("/S", ""))[1:]
            for child in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else []:
                if isinstance(child, int):
                    yield (*tag[1:], own), words.get((element.Pg.objgen, int(child)), "")
                else:
                    yield from walk(child, (*tag, own))

    heard = []
    for tags, said in walk(pdf.Root.StructTreeRoot.K, ()):
        block = next((tag for tag in reversed(tags) if re.fullmatch(r"H\d|P|Link|Lbl|LBody", tag)), "")
        heard.append((block, said))
    return heard


def letters_of(font) -> dict[bytes, str]:
    """
    Return the letter for each code of a font.
    """
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", table)
    return {bytes.fromhex(code): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}


def tags(element) -> list:
    """
    Return an element of the tree of tags with all those below it.
    """
    below = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(each for kid in below for each in tags(kid))]


def elements(pdf, kind: str) -> list:
    """
    Return the elements of one kind, as "/H1", in the order of the tree of tags.
    """
    return [element for element in tags(pdf.Root.StructTreeRoot.K[0]) if element.S == kind]


def outline(pdf) -> list[tuple[str, list[str]]]:
    """
    Return the bookmarks, each with those below it.
    """
    with pdf.open_outline() as bookmarks:
        return [(item.title, [child.title for child in item.children]) for item in bookmarks.root]


def words_of_page(file: Path, number: int) -> str:
    """
    Return all the words printed on a page, those that no screen reader hears too.
    """
    with pikepdf.open(file) as pdf:
        page = pdf.pages[number]
        fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
        font, said = {}, ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) == "TJ":
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                said += "".join(font.get(codes[n : n + 2], "?") for n in range(0, len(codes), 2)) + " "
        return said


def page_with(file: Path, heading: str) -> int:
    """
    Return the number of the page that a bookmark leads to, counted from 0.
    """
    with pikepdf.open(file) as pdf, pdf.open_outline() as bookmarks:
        pages = [page.objgen for page in pdf.pages]
        every = [each for item in bookmarks.root for each in (item, *item.children)]
        return next(pages.index(item.destination[0].objgen) for item in every if item.title == heading)
