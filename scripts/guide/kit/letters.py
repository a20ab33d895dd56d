"""
The downloads of each letter of the built site: to print, to edit, to paste, and for the form beside the letter.
"""

import base64
import json
from pathlib import Path

from guide.data import Data
from guide.kit.kept import Kept
from guide.kit.pdf import letter_page, print_pages
from guide.kit.sheet import Letter, NotPrintable, read_letter, sheet_of
from guide.kit.text import letter_text
from guide.kit.word import letter_word
from guide.problems import Problem
from guide.pages import Page
from guide.site.reading import read_site


def write_letters(site: Path, data: Data, sources: list[Page], kept: Kept = Kept(None)) -> list[Problem]:
    """
    Write `downloads/<key>.pdf`, `.docx`, `.txt` and `.docx.js` into the built site for each letter; return a problem
    for each that holds what the downloads cannot. `sources` are the pages as written, to name the line.
    """
    places = {block.id: (page.path, block.line) for page in sources for block in page.blocks if block.name == "letter"}
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    organization = data.organization.name if data.organization else ""
    problems, letters, pages = [], [], []
    for page in read_site(site):
        if b"<guide-letter" not in page.file.read_bytes():
            continue
        for element in page.tree.iter("guide-letter"):
            path, line = places.get(element.get("id"), (page.source, 1))
            try:
                letter = read_letter(element)
            except NotPrintable as slip:
                problems.append(Problem(
                    path, line, f"the letter holds {slip}, which its downloads cannot hold",
                    "Write it in lines, sections and items of lists, without bold words, links and the like.",
                    "letter-can-be-printed"))
                continue
            letters.append(letter)
            pages.append(letter_page(letter.subject, sheet_of(element)))
    words = kept.take([(repr(letter), organization) for letter in letters], "docx",
                      lambda wanted: [letter_word(letter, organization) for letter in letters
                                      if (repr(letter), organization) in wanted])
    for letter, content, word in zip(letters, kept.take(pages, "pdf", print_pages), words):
        (folder / f"{letter.key}.pdf").write_bytes(content)
        write_words(folder, letter, word)
    return problems


def write_words(folder: Path, letter: Letter, word: bytes) -> None:
    """
    Write the files that are made from the units of a letter, `word` as they are.
    """
    (folder / f"{letter.key}.txt").write_text(letter_text(letter), encoding="utf-8", newline="\n")
    (folder / f"{letter.key}.docx").write_bytes(word)
    # A page opened from a folder cannot read a file, but it can run one.
    script = f"guide.wordFiles[{json.dumps(letter.key)}]={json.dumps(base64.b64encode(word).decode())}\n"
    (folder / f"{letter.key}.docx.js").write_text(script, encoding="utf-8", newline="\n")
