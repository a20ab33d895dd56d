"""
What differs between two built sites, kind by kind: the proof that a change of the machinery changed nothing else.

    python tests/compare_sites.py BEFORE AFTER     two folders, each a `site/`

Words, attributes, addresses, search words, and the text of letters and books are compared apart, so that a list of a few
kinds says what hundreds of changed files have in common.
"""

import difflib
import json
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import docx
import pypdfium2
from lxml import html

Kinds = dict[str, list[str]]
# What a page loads or carries besides its words.
LOADED = {"script": "src", "link": "href"}


def main(arguments: list[str]) -> int:
    """
    Return the exit status: 0, or 2 when it was called wrongly.
    """
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    for kind, seen in sorted(differences(*map(Path, arguments)).items()):
        print(f"{kind}: {len(seen)}")
        for place, times in Counter(seen).most_common(5):
            print(f"    {place}" + (f"  ({times} times)" if times > 1 else ""))
    return 0


def differences(before: Path, after: Path) -> Kinds:
    """
    Return the kinds of differences of two sites, each with the places where it was seen.
    """
    kinds: Kinds = defaultdict(list)
    names = [
        {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        for folder in (before, after)
    ]
    kinds["file gone"] += sorted(names[0] - names[1])
    kinds["file new"] += sorted(names[1] - names[0])
    for name in sorted(names[0] & names[1]):
        old, new = before / name, after / name
        if old.read_bytes() != new.read_bytes():
            compare = READERS.get(old.suffix, compare_bytes)
            compare(name, old, new, kinds)
    return {kind: seen for kind, seen in kinds.items() if seen}


def compare_pages(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare words, loaded files, attributes and elements of a page.
    """
    before = sum(map(len, kinds.values()))
    pages = [html.fromstring(file.read_bytes()) for file in (old, new)]
    report_text("page words", name, *map(words, pages), kinds)
    report_counts("loaded file", *map(loaded, pages), kinds)
    report_counts("attribute", *map(attributes, pages), kinds)
    report_counts("element", *map(elements, pages), kinds)
    if sum(map(len, kinds.values())) == before:
        kinds["page bytes only"].append(name)


def words(page) -> list[str]:
    """
    Return the words of a page as a reader sees them, templates of the tools included, a piece of text each.
    """
    return [
        " ".join(text.split())
        for text in page.xpath("//text()[not(ancestor::script) and not(ancestor::style)]")
        if text.strip()
    ]


def loaded(page) -> Counter:
    """
    Return the addresses of scripts and styles.
    """
    return Counter(node.get(LOADED[node.tag]) for node in page.iter(*LOADED) if node.get(LOADED[node.tag]))


def attributes(page) -> Counter:
    """
    Return each `tag[name="value"]` of a page, scripts and styles apart; a value over 60 letters is left out.
    """
    return Counter(
        f'{node.tag}[{key}="{value if len(value) < 60 else "…"}"]'
        for node in page.iter("*")
        if node.tag not in LOADED
        for key, value in node.attrib.items()
    )


def elements(page) -> Counter:
    """
    Return how many there are of each element.
    """
    return Counter(str(node.tag) for node in page.iter("*"))


def compare_search(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare what the search knows of each page; other scripts are compared as bytes.
    """
    if name != "search/pages.js":
        compare_bytes(name, old, new, kinds)
        return
    known = [
        {page["address"]: page for page in json.loads(file.read_text(encoding="utf-8").split("=", 1)[1])}
        for file in (old, new)
    ]
    for address in sorted(known[0].keys() | known[1].keys()):
        was, now = (pages.get(address, {}) for pages in known)
        for key in sorted(was.keys() | now.keys()):
            if was.get(key) != now.get(key):
                pieces = [str(entry.get(key, "")).split() for entry in (was, now)]
                report_text(f"search {key}", address, *pieces, kinds)


def compare_word(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare the paragraphs of two Word files.
    """
    report_text(
        "Word text",
        name,
        *([part.text for part in docx.Document(file).element.body.iter() if part.text] for file in (old, new)),
        kinds,
    )


def compare_pdf(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare the text of two PDF files, a page each.
    """
    pages = []
    for file in (old, new):
        document = pypdfium2.PdfDocument(file)
        pages.append([page.get_textpage().get_text_bounded() for page in document])
    report_text("PDF text", name, *(" ".join(texts).split() for texts in pages), kinds)
    if len(pages[0]) != len(pages[1]):
        kinds["PDF length"].append(f"{name}: {len(pages[0])} pages, then {len(pages[1])}")


def compare_zip(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare the names of the files in two zips; what they hold stands in the site too.
    """
    report_counts(
        "zip entry",
        *(Counter(f"{name}: {entry}" for entry in zipfile.ZipFile(file).namelist()) for file in (old, new)),
        kinds,
    )


def compare_text(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Compare two text files, line by line.
    """
    report_text("text file", name, *(file.read_text(encoding="utf-8").splitlines() for file in (old, new)), kinds)


def compare_bytes(name: str, old: Path, new: Path, kinds: Kinds) -> None:
    """
    Say that two files differ, where nothing better can be said.
    """
    kinds[f"bytes of {old.suffix or 'a file'}"].append(name)


def report_counts(kind: str, old: Counter, new: Counter, kinds: Kinds) -> None:
    """
    Add what only one of two sites holds, as gone and as new.
    """
    kinds[f"{kind} gone"] += sorted((old - new).elements())
    kinds[f"{kind} new"] += sorted((new - old).elements())


def report_text(kind: str, name: str, old: list[str], new: list[str], kinds: Kinds) -> None:
    """
    Add the pieces of text that differ, each as `- old + new`.
    """
    for change, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change != "equal":
            kinds[kind].append(f"{name}: - {' '.join(old[i:j])[:80]} + {' '.join(new[k:m])[:80]}")


READERS = {
    ".html": compare_pages,
    ".js": compare_search,
    ".docx": compare_word,
    ".pdf": compare_pdf,
    ".zip": compare_zip,
    ".txt": compare_text,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
