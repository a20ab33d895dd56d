"""
How the Word files look: an empty document with the styles of a letter, and nothing else in it.
"""

from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from lxml import etree

# A font that every Word has, and that sets the figures of dates and laws on the line.
FONT = "Cambria"
SIZE = Pt(11)
TINT = "F2EFE6"
# Points above and below, then the indent and how much of it the first line hangs out.
PARAGRAPHS = {
    "LetterLine": (0, 0, 0, 0),
    "LetterFirst": (5, 0, 0, 0),
    "Subject": (16, 0, 0, 0),
    "Heading 2": (10, 0, 0, 0),
    # As wide as the box and the space behind it.
    "Choice": (3, 0, 13.5, 13.5),
    "List Bullet": (3, 0, 18, 18),
    "List Number": (3, 0, 18, 18),
}
# In the template of python-docx; letters need none of them.
PARTS_NOT_USED = ("thumbnail", "extended-properties", "customXml", "theme", "webSettings", "stylesWithEffects")
SETTINGS_USED = ("w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:decimalSymbol", "w:listSeparator")
# The lists of the styles "List Bullet" and "List Number" there.
LISTS = {"List Bullet": 1, "List Number": 5}


@cache
def plain_document() -> bytes:
    """
    Return the empty document, on US Letter.
    """
    document = Document()
    package: Any = document.part.package
    for relations in (package.rels, document.part.rels):
        for name in [name for name, one in relations.items() if one.reltype.rsplit("/")[-1] in PARTS_NOT_USED]:
            relations.pop(name)
    draw_styles(document.styles)
    keep_lists(document.part.numbering_part.element)
    trim_settings(document.settings.element)
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(1)
    root = document.element
    root.set("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "w14")
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "w14"])
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def draw_styles(styles) -> None:
    """
    Put the styles of a letter in place of those of the template.
    """
    for old in [*styles.element.style_lst, *styles.element.findall(qn("w:latentStyles"))]:
        styles.element.remove(old)
    for old in styles.element.find(qn("w:docDefaults")).iter(qn("w:spacing"), qn("w:rFonts")):
        old.attrib.clear()
        if old.tag == qn("w:rFonts"):
            old.attrib.update({qn(f"w:{name}"): FONT for name in ("ascii", "hAnsi", "eastAsia", "cs")})

    normal = styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    normal.element.set(qn("w:default"), "1")
    normal.font.size = SIZE
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    for name, (above, below, indent, hangs) in PARAGRAPHS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in LISTS or name == "Heading 2")
        style.base_style = normal
        style.quick_style = True
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(above), Pt(below)
        if indent:
            form.left_indent, form.first_line_indent = Pt(indent), -Pt(hangs)
        if name in LISTS:
            style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = LISTS[name]
    for depth, name in enumerate(("Subject", "Heading 2")):
        style = styles[name]
        style.font.bold = True
        style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = True
        # The subject leads the list of headings beside the text.
        style.element.pPr.append(OxmlElement("w:outlineLvl", {qn("w:val"): str(depth)}))
        style.next_paragraph_style = styles["LetterFirst"]
    styles["Subject"].font.size = Pt(12)

    blank = styles.add_style("Blank", WD_STYLE_TYPE.CHARACTER)
    blank.font.underline = WD_UNDERLINE.DOTTED
    tint = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): TINT}
    blank.element.get_or_add_rPr().append(OxmlElement("w:shd", tint))


def keep_lists(numbering) -> None:
    """
    Delete the lists that no style uses.
    """
    used = {str(number) for number in LISTS.values()}
    for number in numbering.findall(qn("w:num")):
        if number.get(qn("w:numId")) not in used:
            numbering.remove(number)
    kept = {number.find(qn("w:abstractNumId")).get(qn("w:val")) for number in numbering.findall(qn("w:num"))}
    for kind in numbering.findall(qn("w:abstractNum")):
        if kind.get(qn("w:abstractNumId")) not in kept:
            numbering.remove(kind)


def number_anew(document) -> int:
    """
    Return the number of a list that counts from 1 again.
    """
    numbering = document.part.numbering_part.element
    counted = numbering.num_having_numId(LISTS["List Number"])
    anew = numbering.add_num(counted.abstractNumId.val)
    anew.add_lvlOverride(ilvl=0).add_startOverride(1)
    return anew.numId


def trim_settings(settings) -> None:
    """
    Keep the settings that a letter needs, in the form that today's Word does not call an old one.
    """
    used = {qn(name) for name in SETTINGS_USED}
    for setting in list(settings):
        if setting.tag not in used:
            settings.remove(setting)
    compatible = settings.find(qn("w:compat"))
    for setting in list(compatible):
        if setting.tag != qn("w:compatSetting"):
            compatible.remove(setting)
        elif setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
