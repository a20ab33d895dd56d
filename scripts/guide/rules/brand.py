"""
Rules on a host's brand: its logo and its colors, on screen and on paper.
"""

from guide.brand import ACCENT, CONTRASTS, FOLDER, SHEET, read_colors, slips_of_logo
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

COLORS = f"{FOLDER}/{SHEET}"


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
