"""
Word files: a blank letter to edit, each blank a field to type into.

The form beside the letter fills this file in. It pairs the paragraphs with the units of the page by their place, and
knows blanks and choices by their tags; so the body holds one paragraph for each unit, and nothing else.
"""

import itertools
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from guide.letter import Blank, Letter, Unit
from guide.printing.word_styles import number_anew, plain_document

BODY = "word/document.xml"
EMPTY, TICKED = "\u2610", "\u2612"
# Word has no signs of boxes in its text fonts.
BOX_FONT = "MS Gothic"
ROOM_TO_SIGN = Pt(34)


def letter_word(letter: Letter, organization: str, language: str, tick: str) -> bytes:
    """
    Return the letter as a Word file; `tick` is the name of a choice's box. The same letter gives the same bytes.
    """
    document = Document(BytesIO(plain_document()))
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = letter.subject, organization, "", ""
    about.language = language
    about.created = about.modified = written_on()
    together = set(kept_together(letter.units))
    for place, unit in enumerate(letter.units):
        paragraph = document.add_paragraph()
        # By its id: python-docx would look up the name each time.
        paragraph._p.style = style_of(unit)
        if place in together:
            paragraph.paragraph_format.keep_with_next = True
        if any(blank.kind == "signature" for blank in unit.blanks):
            paragraph.paragraph_format.space_before = ROOM_TO_SIGN
        if unit.is_numbered and unit.first:
            number = number_anew(document)
        if unit.is_numbered:
            properties: Any = paragraph._p.get_or_add_pPr()
            properties.get_or_add_numPr().get_or_add_numId().val = number
        fill(paragraph, unit, tick)
    buffer = BytesIO()
    document.save(buffer)
    return pack(buffer)


def style_of(unit: Unit) -> str:
    """
    Return the id of the style in which a unit is set.
    """
    if unit.kind == "line":
        return "LetterFirst" if unit.first else "LetterLine"
    if unit.kind == "item":
        return "ListNumber" if unit.is_numbered else "ListBullet"
    return {"subject": "Subject", "heading": "Heading2", "choice": "Choice"}[unit.kind]


def kept_together(units: tuple[Unit, ...]) -> Iterator[int]:
    """
    Yield the places of the units that stay on one page with the next: words that lead to a list, and the closing
    words with the signature and the lines below it.
    """
    for place, (unit, after) in enumerate(itertools.pairwise(units)):
        if unit.kind == "line" and after.kind in ("item", "choice"):
            yield place
        if any(blank.kind == "signature" for blank in unit.blanks):
            if place and units[place - 1].kind == "line":
                yield place - 1
            if not after.first:
                yield place


def fill(paragraph: Paragraph, unit: Unit, tick: str) -> None:
    """
    Put the words, blanks and the box of a unit into its paragraph.
    """
    if unit.kind == "choice":
        paragraph._p.append(box(unit, tick))
        paragraph.add_run(" ")
    for part in unit.parts:
        if isinstance(part, Blank):
            paragraph._p.append(field(part))
        else:
            paragraph.add_run(part)


def field(blank: Blank):
    """
    Return a field to type into; its label stands in it until then.
    """
    properties = [OxmlElement("w:showingPlcHdr"), OxmlElement("w:text")]
    if blank.kind == "long":
        properties[1].set(qn("w:multiLine"), "1")
    style = OxmlElement("w:rStyle", {qn("w:val"): "Blank"})
    return control(blank.label, blank.key, properties, style, str(blank))


def box(unit: Unit, tick: str):
    """
    Return a box that is ticked by a click.
    """
    checkbox = OxmlElement("w14:checkbox")
    checkbox.append(OxmlElement("w14:checked", {qn("w14:val"): str(int(unit.checked))}))
    for name, sign in (("w14:checkedState", TICKED), ("w14:uncheckedState", EMPTY)):
        checkbox.append(OxmlElement(name, {qn("w14:val"): f"{ord(sign):04X}", qn("w14:font"): BOX_FONT}))
    font = OxmlElement(
        "w:rFonts", {qn(f"w:{name}"): BOX_FONT for name in ("ascii", "eastAsia", "hAnsi")} | {qn("w:hint"): "eastAsia"}
    )
    return control(tick, f"choice.{unit.id}", [checkbox], font, TICKED if unit.checked else EMPTY)


def control(name: str, tag: str, properties: list, look, words: str):
    """
    Return a content control with one run in it: `properties` say what it is, `look` is the run's own.
    """
    element, about, inside = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    about.extend([OxmlElement("w:alias", {qn("w:val"): name}), OxmlElement("w:tag", {qn("w:val"): tag}), *properties])
    run: Any = OxmlElement("w:r")
    run.get_or_add_rPr().append(look)
    run.text = words
    inside.append(run)
    element.extend([about, inside])
    return element


def written_on() -> datetime:
    """
    Return the day that the build gives to its files.
    """
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "946684800")), UTC)


def pack(file: BytesIO) -> bytes:
    """
    Return the Word file packed anew: dated by the build, and its body as it is, so that a browser can read and
    replace that without unpacking.
    """
    packed = BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, written_on().timetuple()[:6])
            entry.create_system = 0
            new.writestr(entry, old.read(name), ZIP_STORED if name == BODY else ZIP_DEFLATED, 9)
    return packed.getvalue()
