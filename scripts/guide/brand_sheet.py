"""
`brand.css`, a host's colors: reading them, what is wrong with the sheet, and what the site's own sheet adds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration
from tinycss2.color4 import parse_color

from guide.palette import FIVE, USUAL, WHITE, contrast, dark_page, light_page

FOLDER, SHEET = "brand", "brand.css"
ROOT = (":root", "html")
PREFIX = "--guide-"
# A comment, a string, an escape; and what opens or closes a block, or is left open to the end of the file.
TOKENS = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|\\.|[{}]|/\*|[\"']", re.DOTALL)
# What a sheet may take from: its own folder, or itself.
LOADS = re.compile(
    r"@import\b[^;\n]*|\burl\(\s*[\"']?\s*(?!data:image/|data:font/)(?:[\w+.-]+:|//)[^)\n]*\)?|image-set\(",
    re.IGNORECASE,
)

# Line, what is wrong, how to fix it.
Slip = tuple[int, str, str]


@dataclass(frozen=True)
class Color:
    """
    A color of `brand.css`: its line, as it is written, and like "#0f5257", "" where that cannot be said. `is_color` is
    false where no browser would take it for one.
    """

    line: int
    written: str
    value: str
    is_color: bool

    @property
    def contrast(self) -> float:
        """
        The contrast with white paper.
        """
        return contrast(self.value, WHITE)


def read_colors(css: str, is_dark: bool = False) -> dict[str, Color]:
    """
    Return the colors that a style sheet gives for a light page, or for a dark one, by their names: those below `:root`,
    alone or within `@media (prefers-color-scheme: dark)`. One may name another with `var()`.
    """
    tokens = dict(_declared(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), is_dark))
    # What a dark page does not say again holds from the light one.
    known = dict(_declared(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), False)) | tokens
    return {
        name: Color(
            part.source_line,
            tinycss2.serialize(part.value).strip(),
            _value_of(name, known, set()),
            _is_color(name, known, set()),
        )
        for name, part in tokens.items()
    }


def _declared(rules: list, is_dark: bool) -> Iterator[tuple[str, Declaration]]:
    for rule in rules:
        if is_dark and rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            if re.search(r"prefers-color-scheme\s*:\s*dark", tinycss2.serialize(rule.prelude)):
                within = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                yield from _declared(within, False)
        elif not is_dark and rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() in ROOT:
            for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if part.type == "declaration" and part.name.startswith("--"):
                    yield part.name, part


def _parts_of(name: str, tokens: dict) -> list:
    return [token for token in tokens[name].value if token.type not in ("whitespace", "comment")]


def _is_color(name: str, tokens: dict, above: set[str]) -> bool:
    """
    Return whether a value is a color, or names one.
    """
    value = _parts_of(name, tokens) if name in tokens and name not in above else []
    if len(value) == 1 and value[0].type == "function" and value[0].lower_name in ("var", "color-mix", "light-dark"):
        named = [token.value for token in value[0].arguments if token.type == "ident"]
        return value[0].lower_name != "var" or bool(named and _is_color(named[0], tokens, above | {name}))
    return len(value) == 1 and parse_color(value[0]) is not None


def _value_of(name: str, tokens: dict, above: set[str]) -> str:
    """
    Return a color like "#0f5257", "" where its words are no color, or one that lets light through.
    """
    value = _parts_of(name, tokens) if name in tokens and name not in above else []
    if len(value) != 1:
        return ""
    if value[0].type == "function" and value[0].lower_name == "var":
        named = [token.value for token in value[0].arguments if token.type == "ident"]
        return _value_of(named[0], tokens, above | {name}) if named else ""
    color = parse_color(value[0])
    if color is None or isinstance(color, str):
        return ""
    try:
        *parts, alpha = color.to("srgb")
    except NotImplementedError:
        # The reader knows lab() and oklch(), but not what paper would show of them.
        return ""
    return "#" + "".join(f"{round(min(max(part or 0, 0), 1) * 255):02x}" for part in parts) if alpha == 1 else ""


def page_colors(css: str, is_dark: bool = False) -> dict[str, str]:
    """
    Return all colors of a page by their names without "--guide-": the host's, and what follows from them. A color that
    cannot be said, like `oklch()`, is left as it is written, and nothing follows from it.
    """
    light = USUAL | _said(css, False)
    return dark_page({name: light[name] for name in FIVE}, _said(css, True)) if is_dark else light_page(light)


def _said(css: str, is_dark: bool) -> dict[str, str]:
    colors = read_colors(css, is_dark)
    return {name.removeprefix(PREFIX): color.value for name, color in colors.items() if color.value}


def complete_sheet(site: Path) -> None:
    """
    Add to the sheet in `site`, which is the host's as it stands, the colors that follow from it.
    """
    file = site / FOLDER / SHEET
    file.write_text(whole_sheet(file.read_text(encoding="utf-8")), encoding="utf-8")


def whole_sheet(css: str) -> str:
    """
    Return the sheet of the site: before the host's the light colors that it leaves out, behind it the dark ones.
    """
    light, dark = (_left_out(css, is_dark) for is_dark in (False, True))
    before = f":root {{\n  color-scheme: light dark;\n{light}}}\n" if light else ""
    return before + css + (f"@media (prefers-color-scheme: dark) {{ :root {{\n{dark}}} }}\n" if dark else "")


def _left_out(css: str, is_dark: bool) -> str:
    said, colors = read_colors(css, is_dark), page_colors(css, is_dark)
    return "".join(f"  {PREFIX}{name}: {value};\n" for name, value in colors.items() if PREFIX + name not in said)


def slips_of_sheet(css: str, files: set[str]) -> Iterator[Slip]:
    """
    Yield what is wrong with the form of a sheet beside which `files` stand: what is left open, and what it loads.
    """
    opened: list[int] = []
    for found in TOKENS.finditer(css):
        line = css.count("\n", 0, found.start()) + 1
        if found[0] == "{":
            opened.append(line)
        elif found[0] == "}" and not opened:
            yield line, 'a "}" closes nothing', "Delete it."
        elif found[0] == "}":
            opened.pop()
        elif found[0] in ("/*", '"', "'"):
            yield line, f"{found[0]} is never closed", "Close it: what stands behind it is lost."
    for line in opened[-1:]:
        yield line, 'the "{" is never closed', 'Write a "}" at the end of its part: what stands behind it is lost.'
    plain = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    for found in LOADS.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        yield line, f"{found[0].strip()} loads something from elsewhere", "Put the file beside it, or leave it out."
    for found in re.finditer(r"\burl\(\s*[\"']?(?!//)([\w./-]+)[\"']?\s*\)", plain):
        if found[1] not in files:
            yield (
                plain.count("\n", 0, found.start()) + 1,
                f'"{found[1]}" is not beside it',
                "Put the file there, or delete this.",
            )
