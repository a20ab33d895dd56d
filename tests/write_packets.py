"""
Write the packets of the made-up families into a folder, for readers who never saw the families.

    python tests/write_packets.py FOLDER

Of each family: its packet as text, as it is printed (PDF), and the twenty questions. The true answers stand in
`tests/packets/`. The site in `site/` makes the packets, opened from its folder.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch_arguments
from packet_families import QUESTIONS, families, open_packet

PAGE = Path(__file__).resolve().parent.parent / "site/track/our-file.html"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "questions.txt").write_text(
        "".join(f"{number}. {question}\n" for number, question in enumerate(QUESTIONS.values(), start=1)),
        encoding="utf-8",
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for number, family in enumerate(families().values(), start=1):
            page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="en-US")
            # The name of the file says what the family's case is.
            place = folder / f"packet-{number:02}"
            place.with_suffix(".txt").write_text(open_packet(page, PAGE.as_uri(), family), encoding="utf-8")
            page.evaluate("document.documentElement.dataset.prints = 'packet'")
            page.pdf(path=place.with_suffix(".pdf"), format="Letter", prefer_css_page_size=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
