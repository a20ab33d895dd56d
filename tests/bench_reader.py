"""
How fast papers are read, with the processor slowed four times, and how much is loaded for it. Prints; asserts nothing.

    python tests/bench_reader.py          after scripts/build.py; other work on the machine counts too
"""

import gzip
import io
import statistics
from pathlib import Path

import pikepdf

from paper_reader import AGREEMENTS, PAPERS, find_in, reading_page

ROOT = Path(__file__).resolve().parent.parent
DRAFTS = ROOT / "tests/papers/agreements"
FILES = ROOT / "tests/papers/papers/files"
WORDS_OF_20_PAGES = 20 * 420
SCRIPTS = {
    "reader": ("reader",),
    "for a draft": ("reader", "agreement-rules"),
    "for a school paper": ("reader", "paper-rules"),
    "for a PDF besides": ("reader-pdf",),
}
# A first reading makes the patterns ready. Another paper in between leaves nothing known of the words.
READ = """([text, form, times]) => Array.from({ length: times }, () => {
  guide.reader[form](guide.reader.read("Another paper."))
  const doc = guide.reader.read(text)
  const start = performance.now()
  guide.reader[form](doc)
  return performance.now() - start
})"""
TYPE = """([text, times]) => Array.from({ length: times }, (_, n) => {
  const place = text.indexOf(" ", text.length / 2)
  const typed = text.slice(0, place) + " as needed".slice(0, n % 10) + text.slice(place)
  const start = performance.now()
  guide.reader.agreement(guide.reader.read(typed))
  return performance.now() - start
})"""


def long_text(files: list[Path], words: int) -> str:
    """
    Return the texts of files one after the other, again and again, up to so many words.
    """
    texts = [file.read_text(encoding="utf-8") for file in files]
    text, round_ = "", 0
    while len(text.split()) < words:
        text += texts[round_ % len(texts)].replace("Sam", f"Child{round_}") + "\n\n"
        round_ += 1
    return text


def long_pdf(pages: int) -> bytes:
    """
    Return a PDF file of so many pages.
    """
    buffer = io.BytesIO()
    with pikepdf.open(FILES / "iep-a01.pdf") as three, pikepdf.new() as many:
        while len(many.pages) < pages:
            many.pages.extend(three.pages[: pages - len(many.pages)])
        many.save(buffer)
    return buffer.getvalue()


def weights() -> str:
    """
    Return what is loaded for each, in kB (gzip).
    """
    folder = ROOT / "site/assets/guide"

    def weight(names: tuple[str, ...]) -> float:
        return sum(len(gzip.compress((folder / f"{name}.later.js").read_bytes(), 9)) for name in names) / 1000

    return "; ".join(f"{what} {weight(names):.1f} kB" for what, names in SCRIPTS.items())


def main() -> None:
    draft = long_text(sorted(DRAFTS.glob("*.txt")), WORDS_OF_20_PAGES)
    iep = long_text(sorted(FILES.glob("iep-*.txt")), WORDS_OF_20_PAGES)
    with reading_page(ROOT / "site", AGREEMENTS) as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        took = page.evaluate(READ, [draft, "agreement", 6])
        typed = page.evaluate(TYPE, [draft, 30])
    print(
        f"a draft of 20 pages, slowed 4 times: {statistics.median(took[1:]):.0f} ms, the first time {took[0]:.0f}; "
        f"typing in it {statistics.median(typed[1:]):.0f} ms, {max(typed[1:]):.0f} at most"
    )
    with reading_page(ROOT / "site", PAPERS) as page:
        page.set_default_timeout(120_000)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        took = page.evaluate(READ, [iep, "paper", 6])
        file = ROOT / ".build/forty-pages.pdf"
        file.write_bytes(long_pdf(40))
        start = page.evaluate("performance.now()")
        find_in(page, file, PAPERS)
        pdf = page.evaluate("performance.now()") - start
    print(
        f"an IEP of 20 pages, slowed 4 times: {statistics.median(took[1:]):.0f} ms, the first time {took[0]:.0f}; "
        f"a PDF of 40 pages, with what opens it: {pdf / 1000:.1f} s"
    )
    print(weights())


if __name__ == "__main__":
    main()
