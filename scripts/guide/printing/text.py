"""
Text files: a blank letter that can be pasted anywhere.
"""

from guide.letter import Letter, Unit


def letter_text(letter: Letter) -> str:
    """
    Return the letter as plain text: one line for each unit, an empty line above each paragraph, list and heading,
    but none below a heading.
    """
    rows: list[str] = []
    number = 0
    after_heading = False
    for unit in letter.units:
        if unit.first and rows and not after_heading:
            rows.append("")
        number = 1 if unit.first else number + 1
        rows.append((mark(unit, number) + unit.text).rstrip())
        after_heading = unit.kind == "heading"
    return "\n".join(rows) + "\n"


def mark(unit: Unit, number: int) -> str:
    """
    Return what stands before the words of a unit; `number` is its place in its list.
    """
    box = "[x] " if unit.checked else "[ ] "
    if unit.kind == "choice":
        return f"- {box}" if unit.is_thing else box
    if unit.kind == "item":
        return f"{number}. " if unit.is_numbered else "- "
    return ""
