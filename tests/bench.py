"""
How fast the guide is built, as ratios of processor time, and how heavy a page is.

    python tests/bench.py          ratios at 300 pages, and growth to 3,000
    python tests/bench.py 60 600   with other numbers of pages

The runs of one round follow each other, so that a busy machine slows all of them alike; each
figure is the median of the rounds. "Stock" is Material for MkDocs as it comes, on the same pages.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from guide.rules.built import BuiltSite
from guide.rules.weight import first_view
from guide.site.reading import read_site, site_files

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
STOCK = "site_name: Stock\ndocs_dir: stock-docs\ntheme: {name: material}\nuse_directory_urls: false\nexclude_docs: /_data/\n"
# It prints what it took once all was imported, as it is in a build.
CHECK_BUILT = """
from pathlib import Path
from time import process_time
from guide.elements import read_elements
from guide.site.reading import read_site, site_files
from guide.rules.links import check_built
from guide.page_files import read_pages
pages, _ = read_pages(Path("docs").resolve(), Path.cwd())
elements, _ = read_elements(Path.cwd())
began = process_time()
list(check_built(read_site(Path("out")), site_files(Path("out")), pages, "/", elements))
print(process_time() - began)
"""

# The books and the blank letters, each made anew, without large print.
PRINT = """
from pathlib import Path
from guide.data import read_data
from guide.phrases import read_phrases
from guide.printing.book import write_books
from guide.printing.cache import Cache
from guide.printing.letter_files import write_letter_files
site, data, phrases = Path("site"), read_data(Path("docs/_data")), read_phrases(Path.cwd(), [])
data.books.update({key: book.model_copy(update={"large": False}) for key, book in data.books.items()})
write_letter_files(site, data, phrases, [], Cache(None))
write_books(site, data, phrases, Cache(None))
"""
# A page of the books, and the sentence in it that changes.
PAGE, SENTENCE = "docs/checklists/day-of.md", "Use this list the morning"


def copy_with_pages(folder: Path, count: int) -> Path:
    """
    Copy the guide into `folder` and add pages, made of its own, until it has `count`.
    """
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    models = sorted((folder / "docs/mediation").glob("*.md"))
    added = count - len(list((folder / "docs").rglob("*.md")))
    for number in range(added):
        model = models[number % len(models)]
        copy = folder / f"docs/mediation/copy-{number:04}.md"
        copy.write_text(model.read_text(encoding="utf-8").replace("# ", f"# {number} ", 1), encoding="utf-8")
    menu = folder / "docs/_data/menu.yml"
    # The added pages stand in the menu too, ten a section, as a grown guide would have them.
    entries = [
        f"  - Part {number // 10}:\n" * (number % 10 == 0) + f"      - mediation/copy-{number:04}.md\n"
        for number in range(added)
    ]
    menu.write_text(
        menu.read_text(encoding="utf-8").replace("\nnav:\n", "\nnav:\n" + "".join(entries)), encoding="utf-8"
    )
    shutil.copytree(folder / "docs", folder / "stock-docs")
    # Stock Material has no template of ours.
    home = folder / "stock-docs/index.md"
    home.write_text(home.read_text(encoding="utf-8").replace("template: home.html\n", ""), encoding="utf-8")
    (folder / "stock.yml").write_text(STOCK, encoding="utf-8")
    return folder


def seconds(folder: Path, *command: str) -> tuple[float, str]:
    """
    Return the processor seconds that a command takes in `folder`, and what it printed.

    Raises:
        subprocess.CalledProcessError: the command failed, so its time says nothing.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended.stdout


def main(small: int, large: int) -> None:
    build = ("-m", "mkdocs", "build", "-q", "-d", "out")
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as place:
        few = copy_with_pages(Path(place, "few"), small)
        for _ in range(ROUNDS):
            for name, command in {
                "stock": (*build[:-1], "stock-out", "-f", "stock.yml"),
                "our mkdocs build": build,
                "check of the words": ("scripts/build.py", "check"),
                "check of the built site": ("-c", CHECK_BUILT),
                "the whole build.py, anew": ("scripts/build.py",),
                "the whole build.py, again": ("scripts/build.py",),
                "build.py, one sentence": ("scripts/build.py",),
                "books and letters": ("-c", PRINT),
            }.items():
                if name.endswith("anew"):
                    shutil.rmtree(few / ".build", ignore_errors=True)
                if name.endswith("sentence"):
                    words = (few / PAGE).read_text(encoding="utf-8")
                    (few / PAGE).write_text(words.replace(SENTENCE, f"{SENTENCE} (today)"), encoding="utf-8")
                took, printed = seconds(few, *command)
                times.setdefault(name, []).append(took)
                if name == "check of the built site":
                    times.setdefault("of it, in a build", []).append(float(printed))
        median = {name: statistics.median(values) for name, values in times.items()}
        for name in ("anew", "again"):
            ratio = median[f"the whole build.py, {name}"] / median["our mkdocs build"]
            print(f"{f'build.py, {name}':25} {ratio:5.2f} of our mkdocs build")
        for name, value in median.items():
            print(f"{name:25} {value / median['stock']:5.2f} of stock ({small} pages)")

        many = copy_with_pages(Path(place, "many"), large)
        grown = seconds(many, *build)[0] / large / (median["our mkdocs build"] / small)
        print(f"{'time a page':25} {grown:5.2f} at {large} pages of that at {small}")
        built = BuiltSite(read_site(few / "site"), site_files(few / "site"), [], "/")
        size, files = first_view(built.by_path["mediation/is-it-right-for-us.html"], built)
        print(f"{'first view, gzip':25} {size / 1000:5.1f} kB in {files} files")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (300, 3000)))
