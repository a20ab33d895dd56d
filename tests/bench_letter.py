"""
How fast a letter follows the keys, how fast its Word file is made, and what a letter page costs, from `site/`.

    python tests/bench_letter.py

"Slowed" is the processor made four times slower by the browser, as on an old phone. From a key to the letter is
the time from the key's own event until the browser has drawn the next picture. On a machine that is busy with other
things only the figures "at best" say something of the letter.
"""

import gzip
import statistics
from pathlib import Path

from lxml import html
from playwright.sync_api import Page, sync_playwright

from chromium import SIZES, launch_arguments
from frames import give_frames, press, watch
from letter_form import show
from serving import serving

SITE = Path(__file__).resolve().parent.parent / "site"
PLAIN = SITE / "mediation/is-it-right-for-us.html"
LETTERS = ("mediation-request", "child-complaint")
SLOWED = 4
FILL = """async () => {
  const letter = document.querySelector("guide-letter")
  await letter.ready()
  const { form } = letter.work
  for (const { input, asked } of form.fields.values()) input.value = asked.kind === "date" ? "2026-11-24" : asked.example
  for (const { input } of form.choices.values()) input.click()
  letter.work.show()
}"""
WORD = """async () => {
  const { work } = document.querySelector("guide-letter")
  await work.out.prepare()
  return Array.from({ length: 20 }, () => {
    const start = performance.now()
    guide.letter.wordFile(work.element.id, work.state.finished)
    return performance.now() - start
  })
}"""


def slow(page: Page, times: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def high(values: list[float]) -> float:
    """
    Return the 95th percentile.
    """
    return statistics.quantiles(values, n=20)[-1]


def keys(page: Page) -> dict[str, list[float]]:
    """
    Return the milliseconds from each key to the letter: in a name, in a list, and in a list of 12,000 letters.
    """
    times = {}
    watch(page, "input")
    listing = page.locator("guide-letter form textarea").first
    for name, field, text in (
        ("a name", page.locator("#field\\.child-name"), ""),
        ("a list", listing, "One point\nAnother"),
        ("12,000 letters", listing, "Nobody came on Monday. " * 520),
    ):
        show(page, field).fill(text)
        times[name] = press(page, "Sam Example, Samuel, and once more Sam E")
    return times


def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def loads(page: Path) -> set[Path]:
    """
    Return the scripts and styles that a page loads before anything is touched.
    """
    tree = html.fromstring(page.read_bytes())
    return {
        (page.parent / name).resolve()
        for name in tree.xpath(
            "//*[not(ancestor::template)]/link[@rel='stylesheet']/@href | //*[not(self::template)]/script[@src]/@src"
        )
    }


def loaded(page: Path, ending: str) -> int:
    """
    Return the bytes, gzip, of the scripts or styles that a page loads.
    """
    return sum(packed(file) for file in loads(page) if file.suffix == ending)


def weights(key: str) -> dict[str, int]:
    """
    Return the bytes, gzip, that a letter page costs beyond a plain page, by what they are for.
    """
    page = SITE / f"letters/{key}.html"
    tree = html.fromstring(page.read_bytes())
    parts = [
        html.tostring(part) for part in tree.xpath("//template[starts-with(@id, 'guide-letter') or @id='guide-keep']")
    ]
    data = "".join(tree.xpath("//script[contains(@class, 'guide-letter__data')]/text()")).encode()
    return {
        "scripts": loaded(page, ".js") - loaded(PLAIN, ".js"),
        "styles": loaded(page, ".css") - loaded(PLAIN, ".css"),
        "data": len(gzip.compress(data)),
        "templates": len(gzip.compress(b"".join(parts))),
    }


def main() -> None:
    with serving(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for key in LETTERS:
            for name, size in SIZES.items():
                page = browser.new_page(viewport=size)
                give_frames(page)
                page.goto(f"{address}letters/{key}.html")
                page.evaluate(FILL)
                slow(page, SLOWED)
                for place, times in keys(page).items():
                    print(
                        f"{key}, {name}: key to letter in {place:14} {high(times):6.1f} ms at the 95th percentile, slowed;"
                        f" {statistics.median(times):.1f} in the middle, {min(times):.1f} at best"
                    )
                word = page.evaluate(WORD)
                slow(page, 1)
                print(
                    f"{key}, {name}: Word file {statistics.median(page.evaluate(WORD)):26.1f} ms, {statistics.median(word):.1f} slowed"
                )
                page.close()
        browser.close()
    for key in LETTERS:
        cost = weights(key)
        print(
            f"{key}: {sum(cost.values()) / 1000:.1f} kB gzip beyond a plain page:",
            ", ".join(f"{name} {size / 1000:.1f}" for name, size in cost.items()),
        )
        print(
            f"{key}: {packed(SITE / f'downloads/{key}.docx.js') / 1000:.1f} kB gzip more once the form is touched, the blank Word file"
        )


if __name__ == "__main__":
    main()
