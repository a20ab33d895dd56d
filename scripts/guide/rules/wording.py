"""
Rules on how the guide sounds: no phrase that nobody would say aloud, no sentence on page after page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from guide.data.facts import Fact
from guide.data.wording import WrongPhrase, starts_word
from guide.grammar import fact_ids
from guide.pages import SENTENCE, Page, plain
from guide.project import Guide
from guide.rules.rule import Findings, rule

# A sentence this short is a phrase that anyone would write.
SHORTEST_SENTENCE = 5
MOST_PAGES = 2
# The pages of this many are named; the rest are counted.
NAMED = 3
# A sentence that is one link is the title of a page.
TITLE = re.compile(r"\[[^\]]*\]\([^)]*\)[.:]?")
YAML_COMMENT = re.compile(r"^\s*#")


@rule
def wording_is_natural(context: Guide) -> Findings:
    """
    No page, letter or data file has a phrase of `wording.yml`: what nobody would say to a neighbor reads like a
    translation, and a tired parent stops trusting it.
    """
    wording = context.data.wording
    if not wording:
        return
    for path, lines in [*lines_of_pages(context), *lines_of_data(context)]:
        text = "\n".join(lines).lower()
        for entry in wording.patterns:
            for line, found in hits(text, entry) if entry.start in text else ():
                yield path, line, f'"{found}": {entry.why}', f"Write {entry.write}."


def hits(text: str, entry: WrongPhrase) -> Iterator[tuple[int, str]]:
    """
    Yield line and words of each place where a text in small letters has a phrase, but for those in its exceptions.
    """
    found = [match for match in entry.finder.finditer(text) if starts_word(text, match.start())]
    right = [match.span() for finder in entry.exception_finders for match in finder.finditer(text)] if found else []
    for match in found:
        if not any(start <= match.start() and match.end() <= end for start, end in right):
            yield text.count("\n", 0, match.start()) + 1, " ".join(match[0].split())


def lines_of_pages(context: Guide) -> Iterator[tuple[str, list[str]]]:
    """
    Yield each page's path and the lines that a parent reads, letters included, without links and marks of facts. The
    words by which search finds a page are the parent's own.
    """
    for page in context.pages:
        lines = [""] * len(page.lines)
        for number, line in page.numbered:
            lines[number - 1] = plain(line)
        described = page.meta_line("description")
        if "description" in page.meta and described < page.body_line:
            lines[described - 1] = page.lines[described - 1]
        yield page.path, lines


def lines_of_data(context: Guide) -> Iterator[tuple[str, list[str]]]:
    """
    Yield path and lines of each data file that has words for a parent, without comments and marks of facts.
    """
    not_read = context.data.wording.not_read if context.data.wording else []
    for folder in (context.root / "docs/_data", context.root / "docs/local/_data"):
        for file in filter(Path.is_file, sorted(folder.rglob("*.yml"))):
            if file.relative_to(folder).as_posix() not in not_read:
                yield file.relative_to(context.root).as_posix(), spoken_lines(file)


def spoken_lines(file: Path) -> list[str]:
    """
    Return the lines of a data file; a comment is empty, and so is all of a file that is no text, which is reported.
    """
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return ["" if YAML_COMMENT.match(line) else plain(line) for line in lines]


@rule
def sentence_is_not_repeated(context: Guide) -> Findings:
    """
    No sentence is on more than two pages word for word: said once, where it is needed, it is read. Warnings about
    safety and stay put are apart, by the list in `wording.yml`, and so are the words of a fact where it is cited.
    """
    wording = context.data.wording
    allowed = {normal(entry.sentence) for entry in wording.allowed_repeats} if wording else set()
    stated = {key: stated_sentences(fact) for key, fact in context.data.facts.items()}
    places: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for page in context.pages if wording else ():
        cited = {key for _, line in page.numbered for key in fact_ids(line)}
        of_facts = set().union(*(stated[key] for key in cited if key in stated))
        for line, sentence in prose_sentences(page):
            if normal(sentence) not in of_facts:
                places[normal(sentence)].setdefault(page.path, (line, sentence))
    for key, pages in places.items():
        if len(pages) <= MOST_PAGES or key in allowed:
            continue
        for path, (line, sentence) in pages.items():
            others = [f"{other}:{at}" for other, (at, _) in pages.items() if other != path]
            more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
            yield (
                path,
                line,
                f'"{sentence}" is on {len(pages)} pages',
                "Keep it where it is needed most, and delete or reword it elsewhere: "
                f"{', '.join(others[:NAMED])}{more}.",
            )


def prose_sentences(page: Page) -> Iterator[tuple[int, str]]:
    """
    Yield the sentences of a page that are neither short, nor the title of another page, nor its next step. What a
    parent is to say, as in a phone script, opens and ends alike in each.
    """
    steps = [(block.line, block.end) for block in page.blocks if block.name == "next"]
    for line, sentence in page.sentences:
        words = " ".join(plain(sentence).split())
        is_title = TITLE.fullmatch(sentence) or any(start <= line <= end for start, end in steps)
        is_spoken = page.lines[line - 1].lstrip().startswith(">")
        if len(words.split()) >= SHORTEST_SENTENCE and not is_title and not is_spoken:
            yield line, words


def stated_sentences(fact: Fact) -> set[str]:
    """
    Return the sentences of a fact's own words, as they are compared.
    """
    return {normal(match[0]) for match in SENTENCE.finditer(fact.statement)}


def normal(sentence: str) -> str:
    """
    Return a sentence as it is compared: in small letters, with straight quotes.
    """
    return " ".join(sentence.lower().replace("’", "'").replace("“", '"').replace("”", '"').split())
