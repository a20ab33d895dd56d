"""
Single characters: those that no file may hold, those that the fonts of print have, and what each is called.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "printing/fonts"
# Also the line breaks that word processors leave inside a line, which are none in a browser.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
BRACKETS = re.compile(r"[\[\]{}]")
# A mark of order at the start of a file. Anywhere else no tagged PDF may have it, though fonts do.
NOT_IN_PDF = {0xFEFF}
# Those that are pasted by accident; Unicode gives no name to any below 32.
CONTROL_NAMES = {
    "\0": "NULL",
    "\a": "BELL",
    "\b": "BACKSPACE",
    "\v": "VERTICAL TAB",
    "\f": "FORM FEED",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


def name_of(character: str) -> str:
    """
    Return what a character is called, with its number: `BELL (U+0007)`.
    """
    name = CONTROL_NAMES.get(character) or unicodedata.name(character, "")
    number = f"U+{ord(character):04X}"
    return f"{name} ({number})" if name else number


def control_character(text: str) -> tuple[int, str, str] | None:
    """
    Return the line of the first control character in `text`, what is wrong, and how to fix it; None where it has none.
    """
    found = CONTROL.search(text)
    if not found:
        return None
    before = text[: found.start()].rpartition("\n")[2][-20:].strip()
    return (
        text.count("\n", 0, found.start()) + 1,
        f"a control character stands here: {name_of(found[0])}",
        f'Delete it behind "{before}"; no screen shows it.' if before else "Delete it; no screen shows it.",
    )


# What nobody writes by hand, and what takes a reader of Markdown or YAML minutes.
MOST_CHARACTERS = 200_000
LONGEST_LINE = 4_000
DEEPEST = 40


def too_much(text: str) -> tuple[int, str, str] | None:
    """
    Return the line where `text` is too large for one file, too long, or nested too deeply, what is wrong, and how to
    fix it; None where it is not.
    """
    if len(text) > MOST_CHARACTERS:
        return 1, f"the file has over {MOST_CHARACTERS:,} characters", "Split it into several."
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            return number, f"the line has over {LONGEST_LINE:,} characters", "Split it into several lines."
        # A bracket that is left open ends with its paragraph.
        deepest, depth = nested(line, depth) if line.strip() else (0, 0)
        if max(deepest, line[: len(line) - len(line.lstrip("> \t"))].count(">")) > DEEPEST:
            return number, "brackets or quotes are nested too deeply here", "Close them, or delete some."
    return None


def nested(line: str, depth: int) -> tuple[int, int]:
    """
    Return how deeply brackets are nested in a line that begins at a depth, at most and at its end.
    """
    deepest = depth
    for bracket in BRACKETS.findall(line):
        depth = max(0, depth + (1 if bracket in "[{" else -1))
        deepest = max(deepest, depth)
    return deepest, depth


@lru_cache(maxsize=1)
def printable() -> frozenset[int]:
    """
    Return the numbers of the characters that the fonts of print have. What one of them lacks is set in another.
    """
    # Imported here: a build without a word in another script asks once; the preview never does.
    from fontTools.ttLib import TTFont

    files = sorted(FONTS.rglob("*.ttf"))
    return frozenset(number for file in files for number in TTFont(file, lazy=True).getBestCmap() or ()) - NOT_IN_PDF


def not_printable(text: str) -> list[str]:
    """
    Return the characters of `text` that no font of print has, each once, in their order.
    """
    # ASCII is in each font: most lines end here.
    if text.isascii():
        return []
    return [
        character for character in dict.fromkeys(text) if ord(character) > 127 and ord(character) not in printable()
    ]
