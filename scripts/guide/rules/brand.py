"""
Rules on a host's brand: its logo and its colors, on screen and on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guide.brand import ACCENT, CONTRASTS, FOLDER, slips_of_logo
from guide.brand_sheet import PREFIX, SHEET, Color, page_colors, read_colors, slips_of_sheet
from guide.palette import FIVE, PAIRS, USUAL, WORDS, contrast, light_page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

COLORS = f"{FOLDER}/{SHEET}"
FAVICON = f"{FOLDER}/favicon.svg"
NAMES = [PREFIX + name for name in light_page(USUAL)]
LIKE = "Write it like #0f5257."


@rule
def logo_can_be_drawn(context: Guide) -> Findings:
    """
    The logo is there, is a picture as its name says, and is neither too coarse for paper nor too heavy for a phone: a
    broken one would be a gap on each page, and stop the books.
    """
    host = context.data.organization
    if not host:
        # Its own slip is reported already.
        return
    file = context.root / FOLDER / host.logo
    if not file.is_file():
        pictures = [found.name for found in (context.root / FOLDER).glob("*") if found.suffix in (".svg", ".png")]
        yield (
            *context.host_place("logo"),
            f'the logo "{host.logo}" is not in {FOLDER}/',
            did_you_mean(host.logo, pictures, "Put it there, or delete the line: then it is the one of the guide."),
        )
        return
    for line, what, fix in slips_of_logo(file.read_bytes(), file.suffix.removeprefix(".")):
        yield f"{FOLDER}/{host.logo}", line, what, fix
    if not (context.root / FAVICON).is_file():
        yield FAVICON, 1, "the picture in a browser's tab is missing", "Restore it, or put yours there by this name."


@rule
def colors_can_be_printed(context: Guide) -> Findings:
    """
    The two colors of print are there, are plain colors, and are dark enough on white paper: the first for titles
    (contrast 4.5 to 1), the second for lines (3 to 1).
    """
    file = context.root / COLORS
    if not file.is_file():
        yield COLORS, 1, "the file is missing", "Restore it; the guide needs it."
        return
    colors = read_colors(file.read_text(encoding="utf-8", errors="replace"))
    for name, wanted in CONTRASTS.items():
        color = colors.get(name)
        use = "titles" if name == ACCENT else "lines"
        if not color:
            yield COLORS, 1, f'the color "{name}" is missing', f'Add it below ":root", like "{name}: #0f5257;".'
        elif not color.value:
            fix = "Write it like #0f5257; the books need a plain color."
            yield COLORS, color.line, f'"{name}" is "{color.written}", which is no plain color', fix
        elif color.contrast < wanted:
            yield (
                COLORS,
                color.line,
                f'"{name}" ({color.value}) is too pale on white paper: {color.contrast:.1f} to 1',
                f"Choose a darker one: {use} need {wanted:g} to 1.",
            )


@dataclass
class Scheme:
    """
    The colors of a light or a dark page: those that the host gives, and all of them.
    """

    css: str
    is_dark: bool
    given: dict[str, Color] = field(init=False)
    every: dict[str, str] = field(init=False)

    def __post_init__(self):
        self.given = read_colors(self.css, self.is_dark)
        self.every = page_colors(self.css, self.is_dark)

    @property
    def name(self) -> str:
        return "dark" if self.is_dark else "light"

    def is_told(self, name: str) -> bool:
        """
        Return whether `colors-can-be-printed` tells of a color.
        """
        color = self.given.get(name)
        return (
            not self.is_dark
            and name in CONTRASTS
            and bool(color)
            and not (color.value and color.contrast >= CONTRASTS[name])
        )


@rule
def colors_can_be_read(context: Guide) -> Findings:
    """
    Each color of a host is one, by a name that the guide knows, and what stands on each other can be read, on a light
    page and on a dark one: words at 4.5 to 1, marks and the edges of fields at 3 to 1.
    """
    file = context.root / COLORS
    if not file.is_file():
        return
    css = file.read_text(encoding="utf-8", errors="replace")
    for scheme in (Scheme(css, False), Scheme(css, True)):
        for finding in [*wrong_colors(scheme), *pale_pairs(scheme)]:
            yield COLORS, *finding


def wrong_colors(scheme: Scheme) -> Iterator[tuple[int, str, str]]:
    for name, color in scheme.given.items():
        if name.startswith(PREFIX) and name not in NAMES:
            yield color.line, f'no color of the guide is called "{name}"', did_you_mean(name, NAMES, "Delete it.")
        elif name not in NAMES or scheme.is_told(name):
            continue
        elif not color.is_color:
            yield color.line, f'"{name}" is "{color.written}", which is no color', LIKE
        elif not color.value and name.removeprefix(PREFIX) in FIVE:
            yield color.line, f'"{name}" is "{color.written}", from which no other color can follow', LIKE


def pale_pairs(scheme: Scheme) -> Iterator[tuple[int, str, str]]:
    """
    Yield the worst pair of each line: one color on many grounds is one slip.
    """
    worst: dict[int, tuple[float, str, str]] = {}
    for name, (wanted, grounds) in PAIRS.items():
        for ground in grounds:
            over, under = PREFIX + name, PREFIX + ground
            places = [scheme.given[key].line for key in (over, under) if key in scheme.given]
            values = [said_or_made(scheme, key) for key in (over, under)]
            if scheme.is_told(over) or not places or not all(values):
                continue
            ratio = contrast(*values)
            if ratio < wanted and ratio < worst.get(places[0], (wanted,))[0]:
                what = (
                    f'on a {scheme.name} page "{over}" ({values[0]}) on "{under}" ({values[1]}) has a contrast of only '
                    f"{ratio:.1f} to 1"
                )
                kind = "Words" if wanted == WORDS else "Marks and edges"
                worst[places[0]] = ratio, what, f"{kind} need {wanted:g} to 1: make one of the two darker or lighter."
    for line, (_, what, fix) in worst.items():
        yield line, what, fix


def said_or_made(scheme: Scheme, name: str) -> str:
    """
    Return a color of a page, "" where the host gives one that cannot be reckoned with.
    """
    given = scheme.given.get(name)
    return given.value if given else scheme.every[name.removeprefix(PREFIX)]


@rule
def brand_sheet_is_whole(context: Guide) -> Findings:
    """
    What a host's style sheet opens, it closes, and it loads nothing from elsewhere: behind a brace that stays open all
    colors are lost, and a font of another site would tell it who reads here.
    """
    file = context.root / COLORS
    if file.is_file():
        files = {f.relative_to(file.parent).as_posix() for f in file.parent.rglob("*")}
        for slip in slips_of_sheet(file.read_text(encoding="utf-8", errors="replace"), files):
            yield COLORS, *slip
