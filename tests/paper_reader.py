"""
The reader of papers as it ships, in Chromium: opens files as a parent picks them, and returns what it finds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from chromium import launch_arguments
from serving import serving

# Two forms of folder: drafts with a truth beside each, and papers in files/ with theirs in truth/.
AGREEMENTS, PAPERS = "agreement", "paper"
PAGES = {AGREEMENTS: "checklists/evaluate-the-agreement.html", PAPERS: "track/read-a-paper.html"}
READ = ("*.txt", "*.docx", "*.pdf")
BEGIN = """async rules => {
  await guide.load("reader")
  await guide.load(rules)
  const file = document.createElement("input")
  Object.assign(file, { type: "file", id: "opened" })
  document.body.append(file)
  guide.opened = {}
}"""
OPEN = """async form => {
  const [file] = document.querySelector("#opened").files
  const found = await guide.reader.open(file)
  if (found.problem) return { unreadable: found.problem }
  const doc = guide.opened[file.name] = guide.reader.read(found.text)
  return { text: doc.text, ...guide.reader[form]?.(doc) }
}"""
COMPARE = "([before, after]) => guide.reader.compare?.(guide.opened[before], guide.opened[after]) ?? []"


@contextmanager
def reading_page(site: Path, form: str) -> Iterator[Page]:
    """
    Yield the page of the site that reads papers of a form, with the reader loaded; served, because a page from a folder
    opens no PDF.
    """
    with serving(site) as home, sync_playwright() as play:
        browser = play.chromium.launch(**launch_arguments())
        page = browser.new_page()
        begin_reading(page, home, form)
        yield page
        browser.close()


def begin_reading(page: Page, home: str, form: str) -> None:
    """
    Open the page of a site that reads papers of a form, and load the reader.
    """
    page.goto(home + PAGES[form])
    page.evaluate(BEGIN, f"{form}-rules")


def form_of(folder: Path) -> str:
    """
    Return which form a folder has, "" if neither.
    """
    if (folder / "files").is_dir() and (folder / "truth").is_dir():
        return PAPERS
    return AGREEMENTS if any(file.with_suffix(".txt").exists() for file in folder.glob("*.yml")) else ""


def folders_of(folder: Path) -> list[Path]:
    """
    Return the folders of either form: the folder itself, or those in it.
    """
    return [one for one in (folder, *sorted(path for path in folder.glob("*") if path.is_dir())) if form_of(one)]


def find_in(page: Page, file: Path, form: str) -> dict:
    """
    Return what the reader finds in a file, with its text; or {"unreadable": why}.
    """
    page.locator("#opened").set_input_files(file)
    found = page.evaluate(OPEN, form)
    # The scorer looks up what stands in a Word or PDF file by its words, and by those before it on its line.
    for mark in found.get("weak", []) if form == AGREEMENTS else ():
        mark["before"] = found["text"][max(0, mark["start"] - 40) : mark["start"]].rpartition("\n")[2]
    return found


def find_all(page: Page, folder: Path) -> dict[str, dict]:
    """
    Return what the reader finds in each file of a folder, by the file's name.
    """
    form = form_of(folder)
    place = folder / "files" if form == PAPERS else folder
    files = sorted(file for pattern in READ for file in place.glob(pattern))
    found = {file.name: find_in(page, file, form) for file in files}
    for truth in sorted((folder / "truth").glob("*.yml")) if form == PAPERS else ():
        told = yaml.safe_load(truth.read_text(encoding="utf-8"))
        if before := told.get("compare_with"):
            for name in (file["file"] for file in told["files"]):
                # Both as text, or the earlier one as it is there.
                other = next(
                    (one for one in (before + Path(name).suffix, before + ".txt") if "text" in found.get(one, {})), ""
                )
                if other and "text" in found[name]:
                    found[name]["changed"] = page.evaluate(COMPARE, [other, name])
    return found
