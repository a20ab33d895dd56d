"""
The downloads of each letter of the built site: to print, to edit, to paste, and for the form beside the letter.
"""

import base64
import json
from pathlib import Path

from guide.data import Data
from guide.letter import Letter, NotPrintable, read_letter
from guide.pages import Page
from guide.phrases import Phrases
from guide.printing.cache import Cache
from guide.printing.nodes import letter_node
from guide.printing.text import letter_text
from guide.printing.typeset import page_data, set_pages
from guide.printing.word import letter_word
from guide.problems import Problem
from guide.site.reading import read_site


def write_letter_files(site: Path, data: Data, phrases: Phrases, written: list[Page], cache: Cache) -> list[Problem]:
    """
    Write `downloads/<key>.pdf`, `.docx`, `.txt` and `.docx.js` into the built site for each letter; return a problem
    for each that holds what the downloads cannot. `written` are the pages as written, to name the line.
    """
    lines = {block.id: (page.path, block.line) for page in written for block in page.blocks if block.name == "letter"}
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    organization = data.organization.name if data.organization else ""
    problems, letters, pages = [], [], []
    words: list[tuple[str, ...]] = []
    tick = phrases("printed.tick")
    for page in read_site(site):
        if b"<guide-letter" not in page.file.read_bytes():
            continue
        for element in page.tree.iter("guide-letter"):
            try:
                letter = read_letter(element)
            except NotPrintable as slip:
                problems.append(not_printable(*lines.get(element.get("id"), (page.source, 1)), slip))
                continue
            letters.append(letter)
            pages.append(("sheet", sheet_data(letter, page.language, phrases)))
            words.append((repr(letter), organization, page.language, tick))
    docx = cache.get_or_make(
        words,
        "docx",
        lambda inputs: [
            letter_word(letter, *own[1:]) for letter, own in zip(letters, words, strict=True) if own in inputs
        ],
    )
    for letter, pdf, word in zip(letters, cache.get_or_make(pages, "pdf", set_pages), docx, strict=True):
        (folder / f"{letter.key}.pdf").write_bytes(pdf)
        write_word_and_text(folder, letter, word)
    return problems


def sheet_data(letter: Letter, language: str, phrases: Phrases) -> str:
    """
    Return what a blank letter prints, as `looks/sheet.typ` takes it.
    """
    said = {"printed": phrases.by_group["printed"]}
    return page_data(title=letter.subject, language=language, phrases=said, letter=letter_node(letter))


def not_printable(path: str, line: int, slip: NotPrintable) -> Problem:
    """
    Return what an author reads of a letter that paper or Word cannot hold.
    """
    return Problem(
        path,
        line,
        f"the letter holds {slip}, which its downloads cannot hold",
        "Write it in lines, sections and items of lists, without bold words, links and the like.",
        "letter-can-be-printed",
    )


def write_word_and_text(folder: Path, letter: Letter, docx: bytes) -> None:
    """
    Write the files that are made from the units of a letter, `docx` as it is.
    """
    (folder / f"{letter.key}.txt").write_text(letter_text(letter), encoding="utf-8", newline="\n")
    (folder / f"{letter.key}.docx").write_bytes(docx)
    # A page opened from a folder cannot read a file, but it can run one.
    script = f"guide.wordFiles[{json.dumps(letter.key)}]={json.dumps(base64.b64encode(docx).decode())}\n"
    (folder / f"{letter.key}.docx.js").write_text(script, encoding="utf-8", newline="\n")
