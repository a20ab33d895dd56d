"""
The colors that follow from five: how two are mixed, what contrast they have, and the whole of a light and a dark page.

A color is like "#0f5257"; the names are those of `brand.css` without "--guide-".
"""

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

WHITE, BLACK = "#ffffff", "#000000"
# What a host gives, for a light page: links and buttons, lines that are drawn, the ground, words, warnings.
FIVE = ("accent", "second", "page", "ink", "caution")
# Those of a host who leaves one out.
USUAL: dict[str, str] = dict(zip(FIVE, ("#0f5257", "#b4782b", "#f7f5f0", "#1b252e", "#8a4b08"), strict=True))
# What stands on what. Words need 4.5 to 1 (WCAG 2, 1.4.3), marks and the edges of fields 3 to 1 (1.4.11).
WORDS, MARKS = 4.5, 3.0
PAIRS = {
    "ink": (WORDS, ("page", "sheet", "accent-tint", "caution-tint", "blank-tint")),
    "ink-soft": (WORDS, ("page", "sheet", "accent-tint", "caution-tint")),
    "accent": (WORDS, ("page", "sheet", "accent-tint", "caution-tint")),
    "on-accent": (WORDS, ("accent",)),
    "on-fill": (WORDS, ("fill",)),
    "on-fill-soft": (WORDS, ("fill",)),
    "caution": (WORDS, ("page", "sheet", "caution-tint")),
    "good": (WORDS, ("page", "sheet")),
    "missed": (WORDS, ("page", "sheet")),
    "second": (MARKS, ("page", "sheet")),
    "line-strong": (MARKS, ("page", "sheet")),
}
# The states of a promise, whoever hosts the guide: kept and missed.
GOOD, MISSED = ("#245e3b", "#9ad2a9"), ("#9b2c1f", "#f3a597")
STEPS = 50


def channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)


def contrast(one: str, other: str) -> float:
    """
    Return the contrast of two colors, from 1 to 21, as WCAG 2 counts it.
    """
    lights = sorted((brightness(one), brightness(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@lru_cache(maxsize=4096)
def brightness(color: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: str, other: str, share: float) -> str:
    """
    Return a color with a `share` of another in it, from 0 to 1.
    """
    pairs = zip(channels(one), channels(other), strict=True)
    return written(a + (b - a) * share for a, b in pairs)


def shade(color: str, light: float, vivid: float) -> str:
    """
    Return a color of the same hue: `light` from 0 (black) to 1 (white), as much of its saturation as `vivid` says.
    """
    hue, _, saturation = rgb_to_hls(*channels(color))
    return written(hls_to_rgb(hue, light, min(saturation * vivid, 1)))


def readable(color: str, grounds: Iterable[str], wanted: float) -> str:
    """
    Return a color, or the nearest to it towards white or black that has a contrast on all grounds; the end of that way
    where none has.
    """
    grounds = list(grounds)
    end = max((WHITE, BLACK), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(STEPS + 1):
        found = mix(color, end, step / STEPS)
        if min(contrast(found, ground) for ground in grounds) >= wanted:
            return found
    return end


def tinted(ground: str, tint: str, words: Iterable[str]) -> str:
    """
    Return as much of a tint on a ground as leaves all words readable there that are readable on the ground.
    """
    least = {word: min(WORDS, contrast(word, ground)) for word in words}
    for step in range(STEPS + 1):
        found = mix(tint, ground, step / STEPS)
        if all(contrast(word, found) >= wanted for word, wanted in least.items()):
            return found
    return ground


def light_page(given: dict[str, str]) -> dict[str, str]:
    """
    Return all colors of a light page; `given` has the five, and whatever else is the host's own.
    """
    page, ink, accent, caution = (given[name] for name in ("page", "ink", "accent", "caution"))
    is_light = contrast(page, BLACK) > contrast(page, WHITE)
    sheet = given.get("sheet", WHITE if is_light else mix(page, WHITE, 0.08))
    words = (ink, accent, caution)
    warm = tinted(sheet, shade(caution, 0.925, 0.85), words)
    cool = tinted(sheet, shade(accent, 0.915, 0.33), words)
    fill = given.get("fill", accent)
    on_fill = readable(WHITE, [fill], WORDS)
    rest = {
        "sheet": sheet,
        "ink-soft": readable(mix(ink, page, 0.22), [page, sheet, warm, cool], WORDS),
        "on-accent": readable(WHITE, [accent], WORDS),
        "accent-tint": cool,
        "fill": fill,
        "fill-edge": fill,
        "on-fill": on_fill,
        "on-fill-soft": readable(mix(on_fill, fill, 0.16), [fill], WORDS),
        "caution-tint": warm,
        "blank-tint": warm,
        "good": readable(GOOD[0], [page, sheet], WORDS),
        "missed": readable(MISSED[0], [page, sheet], WORDS),
        "line": mix(page, ink, 0.13),
        "line-strong": readable(mix(page, ink, 0.55), [page, sheet], MARKS),
        "shadow": see_through(ink, 7),
        "veil": see_through(ink, 55),
    }
    return rest | given


def dark_page(five: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    """
    Return all colors of a dark page, from the five of the light one; `given` is what the host says of the dark.
    """
    page = given.get("page") or night(five["ink"])
    sheet = given.get("sheet") or mix(page, WHITE, 0.05)
    grounds = [page, sheet]
    ink = given.get("ink") or readable(mix(five["page"], page, 0.05), grounds, 10)
    bright = {
        name: given.get(name) or readable(shade(five[name], 0.55, 0.7), grounds, wanted)
        for name, wanted in (("accent", 7.5), ("caution", 8), ("second", 6))
    }
    words = (ink, bright["accent"], bright["caution"])
    warm, cool = (tinted(sheet, mix(sheet, shade(bright[name], 0.14, 1), 0.8), words) for name in ("caution", "accent"))
    fill = given.get("fill") or readable(five["accent"], [WHITE], 7)
    rest = bright | {
        "page": page,
        "sheet": sheet,
        "ink": ink,
        "ink-soft": readable(mix(ink, page, 0.22), [page, sheet, warm, cool], WORDS),
        "on-accent": readable(page, [bright["accent"]], WORDS),
        "accent-tint": cool,
        "fill": fill,
        "fill-edge": readable(mix(fill, bright["accent"], 0.45), grounds, MARKS),
        "on-fill": readable(WHITE, [fill], WORDS),
        "on-fill-soft": readable(mix(WHITE, fill, 0.18), [fill], WORDS),
        "caution-tint": warm,
        "blank-tint": warm,
        "good": readable(GOOD[1], grounds, WORDS),
        "missed": readable(MISSED[1], grounds, WORDS),
        "line": mix(sheet, WHITE, 0.12),
        "line-strong": readable(mix(page, ink, 0.6), grounds, MARKS),
        "shadow": see_through(BLACK, 30),
        "veil": see_through(BLACK, 65),
    }
    return rest | given


def night(ink: str) -> str:
    """
    Return the ground of a dark page: the color of the words, as dark as it is restful.
    """
    return readable(shade(ink, 0.13, 0.9), [WHITE], 17)


def see_through(color: str, percent: int) -> str:
    red, green, blue = (round(part * 255) for part in channels(color))
    return f"rgb({red} {green} {blue} / {percent}%)"
