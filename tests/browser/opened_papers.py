"""
Files that a parent may pick, for tests: a Word file of given paragraphs, and files that can't be read.
"""

import io
import zipfile
from pathlib import Path

PAPERS = Path(__file__).resolve().parent.parent / "papers"
FILES = PAPERS / "papers/files"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, level: int | None = None) -> str:
    place = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{''.join(runs)}</w:p>"


def word_file(*blocks: str, head: str = "") -> bytes:
    """
    Return a Word file with these blocks.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{''.join(blocks)}</w:body></w:document>")
        file.writestr("word/numbering.xml", NUMBERING)
        if head:
            file.writestr("word/header1.xml", f"<w:hdr {NAMES}>{head}</w:hdr>")
    return buffer.getvalue()


def zip_bomb() -> bytes:
    """
    Return a Word file whose text unpacks to 60 MB.
    """
    return word_file(paragraph(run("a" * 60_000_000)))


def picked(name: str, content: bytes) -> dict:
    """
    Return a file as Playwright puts it into a field.
    """
    return {"name": name, "mimeType": "", "buffer": content}


# Of each: the file, and what is said of it.
UNREADABLE = {
    "a photo": (picked("IMG_0012.jpg", b"\xff\xd8\xff\xe0" + bytes(2000)), "It's a photo"),
    "an iPhone's photo": (picked("IMG_0013.HEIC", bytes(2000)), "It's a photo"),
    "a scan": (FILES / "notice-a06.pdf", "It looks like a scan"),
    "a locked PDF": (FILES / "notice-a03.pdf", "locked with a password"),
    "a locked Word file": (
        picked("iep.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        "locked with a password",
    ),
    "old Word": (picked("iep.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)), "an older kind of Word file"),
    "a program": (picked("notice.txt", bytes(5000)), "This kind of file"),
    "nothing": (picked("notice.txt", b" \r\n \f "), "There are no words"),
    "a broken PDF": (picked("notice.pdf", b"%PDF-1.7\n" + b"x" * 3000), "This file is damaged"),
    "a broken Word file": (picked("notice.docx", b"PK\x03\x04" + b"x" * 3000), "This file is damaged"),
    "a bomb": (picked("notice.docx", zip_bomb()), "too large to read here"),
}
