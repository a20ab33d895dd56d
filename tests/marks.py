"""
What a weak word would mark in the open drafts, before it is written into docs/_data/reader/agreement.yml:

    make marks WORD="as [time|staff] (so) allow*"
    python tests/marks.py PATTERN [CATEGORY]

The rules of the reader hold: what is quoted, past or sound is left out. Each place is told with its line, and whether
those who wrote the drafts call it weak.
"""

import sys
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from chromium import launch_arguments
from guide.data.draft_words import check_pattern

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "docs/_data/reader/agreement.yml"
DRAFTS = ROOT / "tests/papers/agreements"
SCRIPTS = ["doc", "pattern"] + [
    f"agreement{part}" for part in ("-units", "-days", "-facts", "-weak", "-promises", "-points", "")
]
MARK = """([agreement, texts]) => {
  guide.readerData = { agreement }
  return texts.map(text => guide.reader.agreement(guide.reader.read(text)).weak)
}"""


def marks_on(page: Page, pattern: str, category: str = "uncountable") -> dict[str, list[dict]]:
    """
    Return what the pattern alone would mark in each open draft, by the draft's name; `page` is an empty one.
    """
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    words["weak"] = [{"id": "tried", "category": category, "better": "", "words": pattern}]
    drafts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(DRAFTS.glob("*.txt"))}
    page.add_script_tag(content="globalThis.guide = {}")
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / f"overrides/assets/guide/reader/{name}.js")
    found = page.evaluate(MARK, [words, [*drafts.values()]])
    return {name: marks for name, marks in zip(drafts, found, strict=True) if marks}


def told(name: str, mark: dict) -> str:
    """
    Return a mark with the line it is on, and what the draft's writer says of it.
    """
    truth = yaml.safe_load((DRAFTS / f"{name}.yml").read_text(encoding="utf-8"))
    text = (DRAFTS / f"{name}.txt").read_text(encoding="utf-8")
    over = {
        kind: [one for one in truth[kind] if one["start"] < mark["end"] and mark["start"] < one["end"]]
        for kind in ("weak", "traps")
    }
    said = (
        "weak" if over["weak"] else "SOUND: " + over["traps"][0]["because"] if over["traps"] else "not said to be weak"
    )
    line = text[text.rfind("\n", 0, mark["start"]) + 1 : text.find("\n", mark["end"])].strip()
    return f"{name}: [{mark['quote']}] {said}\n    {' '.join(line.split())}"


def main(arguments: list[str]) -> int:
    if not arguments or not arguments[0].strip():
        print('Write the pattern: make marks WORD="as [time|staff] (so) allow*"', file=sys.stderr)
        return 2
    try:
        check_pattern(arguments[0])
    except ValueError as error:
        print(". ".join(map(str, error.args)), file=sys.stderr)
        return 2
    with sync_playwright() as play:
        browser = play.chromium.launch(**launch_arguments())
        found = marks_on(browser.new_page(), *arguments[:2])
        browser.close()
    for name, marks in found.items():
        for mark in marks:
            print(told(name, mark))
    print(f"{sum(map(len, found.values()))} places in {len(found)} of {len([*DRAFTS.glob('*.txt')])} drafts.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
