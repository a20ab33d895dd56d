"""
Rules on a page as a whole: its front matter, title and next step, and how easily it reads.
"""

import re
from functools import lru_cache

from guide.pages import Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.grade import grade_of
from guide.rules.rule import Findings, rule

FRONT_MATTER = ("description", "also", "template", "leave", "maintainers")
# Keys that are true or left out, with what each is for.
FLAGS = {
    "leave": "where a parent may have to leave the page fast",
    "maintainers": "on a page that no parent needs: search, menu and search engines leave it out",
}
GRADE_LIMIT = 9.0
# Nine pages in ten read at this grade or below. Below the other a text is bent to be short.
GRADE_OF_MOST = 7.0
MOST_IN_TEN = 9
GRADE_OF_TELEGRAM = 4.0
# With fewer words of running text a page has no grade worth a line.
FEWEST_WORDS = 50
LINK = re.compile(r"\[[^\]]+\]\([^)]+\)")


@rule
def front_matter_is_known(page: Page, context: Guide) -> Findings:
    """
    The front matter describes the page for search engines, and has only keys that mean something here.
    A slip in a key would be passed over without a word.
    """
    for key in map(str, page.meta):
        if key not in FRONT_MATTER:
            yield page.meta_line(key), f'the front matter has an unknown key "{key}"', did_you_mean(key, FRONT_MATTER)
    described = page.meta.get("description")
    if not (isinstance(described, str) and described.strip()):
        yield (
            page.meta_line("description"),
            'the page has no "description:"',
            'Add to its front matter "description: One plain sentence for search engines."',
        )
    for key, why in FLAGS.items():
        if page.meta.get(key, True) is not True:
            yield (
                page.meta_line(key),
                f'"{key}:" is {page.meta[key]!r}',
                f'Write "{key}: true" {why}, or delete the line.',
            )
    template = page.meta.get("template")
    if "template" in page.meta and not (
        isinstance(template, str) and (context.root / "overrides" / template).is_file()
    ):
        yield (
            page.meta_line("template"),
            f'there is no template "{template}"',
            "Delete the line; only the home page and the groups of the menu have one.",
        )


@rule
def page_has_other_words(page: Page, context: Guide) -> Findings:
    """
    A page lists in `also:` what a parent may type to find it: few know the terms of the law. One for maintainers has
    none: no parent is to find it.
    """
    also = page.meta.get("also")
    if page.meta.get("maintainers") and "also" not in page.meta:
        return
    if "also" not in page.meta:
        yield 1, 'the page has no "also:"', 'Add to its front matter "also: [words a parent may type, other words]".'
    elif not (isinstance(also, list) and also and all(isinstance(word, str) and word.strip() for word in also)):
        yield (
            page.meta_line("also"),
            '"also:" is not a list of phrases',
            'Write "also: [words a parent may type, other words]", and a number, "yes" or "no" in quotes.',
        )


@rule
def page_has_one_title(page: Page, context: Guide) -> Findings:
    """
    A page has one title: one heading with a single "#". Menu, search and screen readers name the page by it.
    """
    titles = [heading for heading in page.headings if heading.depth == 1]
    if not titles:
        yield page.body_line, "the page has no title", 'Begin its text with "# The title".'
    for title in titles[1:]:
        yield title.line, "the page has a second title", 'Begin this heading with "##".'


@rule
def page_has_next_step(page: Page, context: Guide) -> Findings:
    """
    A page ends with one next step: one link in a `next` block. So nobody is left at a loss.
    The home page, `about/` and `local/` have none, and a situation says itself what comes next.
    """
    steps = [block for block in page.blocks if block.name == "next"]
    is_situation = any(block.name == "situation" for block in page.blocks)
    if is_situation or "template" in page.meta or page.path.startswith(("docs/about/", "docs/local/")):
        return
    if not steps:
        yield len(page.lines), "the page has no next step", 'End it with a block "/// next" that holds one link.'
    for step in steps[1:]:
        yield step.line, "the page has a second next step", "Keep the better one."
    for step in steps:
        if len(LINK.findall(" ".join(line for _, line in page.inside(step)))) != 1:
            yield step.line, "this next step does not hold just one link", "Write one link in it: [Title](page.md)."


@rule
def page_reads_easily(page: Page, context: Guide) -> Findings:
    """
    A page reads at grade 9 or below (Flesch-Kincaid), prose only; terms of the word list do not count.
    It is read in distress.
    """
    grade = reading_grade(page, context)
    if grade > GRADE_LIMIT:
        line, longest = max(page.plain_sentences, key=lambda pair: len(pair[1].split()))
        words = len(longest.split())
        start = " ".join(longest.split()[:6])
        yield (
            line,
            f"the page reads at grade {grade:.1f}, above {GRADE_LIMIT:g}",
            f'Shorten its sentences and words; the longest has {words} words: "{start} ...".',
        )


@rule
def most_pages_read_at_grade_seven(context: Guide) -> Findings:
    """
    Nine pages in ten read at grade 7 or below (Flesch-Kincaid): what a few hard pages need must not become the habit.
    """
    grades = [(reading_grade(page, context), page) for page in context.pages]
    hard = [(grade, page) for grade, page in grades if grade > GRADE_OF_MOST]
    if 10 * len(hard) <= (10 - MOST_IN_TEN) * len(grades):
        return
    for grade, page in sorted(hard, key=lambda found: -found[0]):
        yield (
            page.path,
            page.body_line,
            f"the page reads at grade {grade:.1f}, and {len(hard)} of {len(grades)} pages read above {GRADE_OF_MOST:g}",
            f"Shorten its sentences and words, or those of another, until {MOST_IN_TEN} pages in 10 read at "
            f"{GRADE_OF_MOST:g} or below.",
        )


def telegrams(context: Guide) -> str:
    """
    Return a line on the pages that read below grade 4, "" without any. They stop nothing: some are meant to be short.
    """
    grades = sorted(
        (reading_grade(page, context), page.path)
        for page in context.pages
        if sum(len(words.split()) for _, words in page.plain_sentences) >= FEWEST_WORDS
    )
    short = [found for found in grades if found[0] < GRADE_OF_TELEGRAM]
    if not short:
        return ""
    pages = f"{len(short)} page{'s' if len(short) > 1 else ''}"
    grade, lowest = short[0]
    return f"Reads like a telegram (below grade {GRADE_OF_TELEGRAM:g}): {pages}, lowest {lowest} {grade:.1f}."


def reading_grade(page: Page, context: Guide) -> float:
    """
    Return the Flesch-Kincaid grade of a page's running text, 0 where it has none.
    """
    prose = " ".join(words if words[-1] in ".?!" else f"{words}." for _, words in page.plain_sentences if words)
    terms = _terms(tuple(sorted(word.term for word in context.data.glossary.values())))
    # A term of law cannot be made simpler; it counts as one short word.
    return grade_of(terms.sub("term", prose.lower()) if terms else prose)


@lru_cache
def _terms(terms: tuple[str, ...]) -> re.Pattern | None:
    """
    Return a pattern of the terms in small letters, or None without any. Their beginnings stand in front, so that most
    words of a page are passed after one letter.
    """
    longest_first = sorted((re.sub(r"\s*\(.*\)", "", term).lower() for term in terms), key=len, reverse=True)
    endings: dict[str, list[str]] = {}
    for term in longest_first:
        endings.setdefault(term[0], []).append(re.escape(term[1:]))
    begun = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items())
    return re.compile(rf"\b(?:{begun})s?\b") if terms else None
