"""
The typesetter: data in, a tagged PDF (PDF/UA-1) out. The looks are the templates in `looks/`; Typst draws them.

Typst, because it is one wheel without system libraries, writes PDF/UA, and takes words as data.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
LOOKS, FONTS = HERE / "looks", HERE / "fonts"
# A file tells no day on which it was made: the same words give the same bytes.
NO_DAY = 0
# Longer than any word that a table or a title must hold.
LONG_WORD = re.compile(r"[^\W_]{31,}")
# What is no words, by its name in the data: addresses, and drawings.
NO_WORDS = {"id", "letter_id", "to", "url", "code", "logo"}


class NotSet(Exception):
    """
    A page cannot be set; the words say why, as the typesetter does.
    """


@cache
def fonts() -> typst.Fonts:
    """
    Return the fonts of all looks, read once; those of the machine are not used.
    """
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in sorted(FONTS.iterdir())],
    )


@cache
def compiler(look: str) -> typst.Compiler:
    """
    Return what sets the pages of one look ("book").
    """
    return typst.Compiler(str(LOOKS / f"{look}.typ"), root=str(LOOKS), font_paths=fonts(), sys_inputs={"data": "{}"})


def set_pages(inputs: Iterable[tuple[str, str]]) -> list[bytes]:
    """
    Return a PDF for each pair of a look and its data, JSON, in their order. The same pair gives the same bytes.

    Raises:
        NotSet: the typesetter stops, or warns: a warning can mean lost words.
    """
    return [set_page(look, data) for look, data in inputs]


def set_page(look: str, data: str) -> bytes:
    return compiled(look, data, format="pdf", pdf_standards=["ua-1"], timestamp=NO_DAY)


def draw_page(look: str, data: str) -> bytes:
    """
    Return the one page of a look as a picture, PNG, a pixel for each point.

    Raises:
        NotSet: the typesetter stops, or warns.
    """
    return compiled(look, data, format="png", ppi=72)


def compiled(look: str, data: str, **form: Any) -> bytes:
    try:
        file, warnings = compiler(look).compile_with_warnings(sys_inputs={"data": data}, **form)
    except typst.TypstError as error:
        raise NotSet(plain(error.message)) from error
    if warnings:
        raise NotSet("; ".join(plain(warning.message) for warning in warnings))
    if not isinstance(file, bytes):
        raise NotSet("the typesetter wrote no file")
    return file


def plain(message: str) -> str:
    """
    Return what the typesetter says as one line.
    """
    return re.sub(r"\s+", " ", message).strip()


def page_data(**contents) -> str:
    """
    Return what a look draws as JSON, the same for the same contents.
    """
    return json.dumps(breakable(contents), ensure_ascii=False, separators=(",", ":"))


def breakable(value: Any) -> Any:
    """
    Return data in which a line may end anywhere within a word that is too long for one, which else would run over the
    edge of the paper. A rule of the looks could do that too, but makes a book a fifth slower to set.
    """
    if isinstance(value, str):
        return LONG_WORD.sub(lambda word: "\u200b".join(word[0]), value)
    if isinstance(value, dict):
        return {key: each if key in NO_WORDS else breakable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [breakable(each) for each in value]
    return value
