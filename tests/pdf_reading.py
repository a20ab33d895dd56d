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
        for number, said in runs(page):
            if number is not None:
                words[page.objgen, number] = words.get((page.objgen, number), "") + said

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


def runs(page) -> list[tuple[int | None, str]]:
    """
    Return the pieces of text of a page in the order of painting, each with the number of the marked content it stands
    in, None for an artifact. Where the file says what letters stand for (ActualText), that is the text.
    """
    fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
    font, found = {}, []
    # What is open around: the number, and whether the words in it are said already.
    around = [(None, False)]
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            number, said = around[-1]
            about = operands[1] if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            number = int(about.get("/MCID")) if about.get("/MCID") is not None else number
            if about.get("/ActualText") is not None and not said:
                found.append((number, str(about.get("/ActualText"))))
                said = True
            around.append((number, said))
        elif str(operator) == "EMC":
            around.pop()
        elif str(operator) == "Tf":
            font = fonts[str(operands[0])]
        elif str(operator) in ("Tj", "TJ") and not around[-1][1]:
            codes = b"".join(
                bytes(part)
                for part in (operands[0] if str(operator) == "TJ" else operands)
                if isinstance(part, pikepdf.String)
            )
            found.append((around[-1][0], "".join(font.get(codes[n : n + 2], "?") for n in range(0, len(codes), 2))))
    return found


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
        return " ".join(said for _, said in runs(pdf.pages[number]))


def page_with(file: Path, heading: str) -> int:
    """
    Return the number of the page that a bookmark leads to, counted from 0.
    """
    with pikepdf.open(file) as pdf, pdf.open_outline() as bookmarks:
        pages = [page.objgen for page in pdf.pages]
        every = [each for item in bookmarks.root for each in (item, *item.children)]
        return next(pages.index(item.destination[0].objgen) for item in every if item.title == heading)
