"""
Rules on what a page says and how plainly.
"""

import re
from functools import lru_cache
from typing import Iterator

from guide.problems import Problem, did_you_mean
from guide.rules.claims import likely
from guide.rules.grade import grade_of
from guide.rules.whole import Whole
from guide.source import Page

FRONT_MATTER = ("description", "also", "template")
GRADE_LIMIT = 9.0
LINK = re.compile(r"\[[^\]]+\]\([^)]+\)")
BANNED = {
    r"\b84\s?(?:%|percent)": "no source was found for it",
    r"\$\s?16,?000|\b16,?000 dollars": "no source was found for it",
    r"usually the wrong move": "it depends on the family's case",
    r"\bweak case": "no page judges a parent's case",
    r"to parents['’] advantage": "the rule cuts both ways",
    r"\bguarantee": "the guide promises no result",
    r"you will win": "the guide promises no result",
}


def front_matter_is_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    The front matter describes the page for search engines, and has only keys that mean something here.
    """
    def problem(key, what, mend):
        return Problem(page.path, page.meta_line(key), what, mend, "front-matter-is-known")

    for key in map(str, page.meta):
        if key not in FRONT_MATTER:
            yield problem(key, f'the front matter has an unknown key "{key}"', did_you_mean(key, FRONT_MATTER))
    described = page.meta.get("description")
    if not (isinstance(described, str) and described.strip()):
        yield problem("description", 'the page has no "description:"',
                      'Add to its front matter "description: One plain sentence for search engines."')
    template = page.meta.get("template")
    if "template" in page.meta and not (isinstance(template, str) and (whole.root / "overrides" / template).is_file()):
        yield problem("template", f'there is no template "{template}"', "Take the line away; only the home page has one.")


def page_has_other_words(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A page lists in `also:` what a parent may type to find it.
    """
    also = page.meta.get("also")
    if "also" not in page.meta:
        yield Problem(page.path, 1, 'the page has no "also:"',
                      'Add to its front matter "also: [words a parent may type, other words]".', "page-has-other-words")
    elif not (isinstance(also, list) and also and all(isinstance(word, str) and word.strip() for word in also)):
        yield Problem(page.path, page.meta_line("also"), '"also:" is not a list of phrases',
                      'Write "also: [words a parent may type, other words]", and a number, "yes" or "no" in quotes.',
                      "page-has-other-words")


def page_has_one_title(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A page has one title: one heading with a single "#".
    """
    titles = [heading for heading in page.headings if heading.depth == 1]
    if not titles:
        yield Problem(page.path, page.body_line, "the page has no title", 'Begin its text with "# The title".',
                      "page-has-one-title")
    for title in titles[1:]:
        yield Problem(page.path, title.line, "the page has a second title", 'Begin this heading with "##".',
                      "page-has-one-title")


def page_has_next_step(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A page ends with one next step: one link in a `next` block. The home page, `about/` and `local/` have none.
    """
    steps = [block for block in page.blocks if block.name == "next"]
    if "template" in page.meta or page.path.startswith(("docs/about/", "docs/local/")):
        return
    if not steps:
        yield Problem(page.path, len(page.lines), "the page has no next step",
                      'End it with a block "/// next" that holds one link.', "page-has-next-step")
    for step in steps[1:]:
        yield Problem(page.path, step.line, "the page has a second next step", "Keep the better one.", "page-has-next-step")
    for step in steps:
        if len(LINK.findall(" ".join(line for _, line in page.inside(step)))) != 1:
            yield Problem(page.path, step.line, "this next step does not hold just one link",
                          "Write one link in it: [Title](page.md).", "page-has-next-step")


def page_reads_easily(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A page reads at grade 9 or below (Flesch-Kincaid), prose only; terms of the word list do not count.
    """
    grade = reading_grade(page, whole)
    if grade > GRADE_LIMIT:
        line, longest = max(page.plain_sentences, key=lambda pair: len(pair[1].split()))
        words = len(longest.split())
        start = " ".join(longest.split()[:6])
        yield Problem(page.path, line, f"the page reads at grade {grade:.1f}, above {GRADE_LIMIT:g}",
                      f'Shorten its sentences and words; the longest has {words} words: "{start} ...".', "page-reads-easily")


def reading_grade(page: Page, whole: Whole) -> float:
    """
    Return the Flesch-Kincaid grade of a page's running text, 0 where it has none.
    """
    prose = " ".join(words if words[-1] in ".?!" else f"{words}." for _, words in page.plain_sentences if words)
    terms = _terms(tuple(sorted(word.term for word in whole.data.words.values())))
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


def claim_is_not_banned(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No page repeats a claim that nobody could confirm, or promises a result.
    """
    if page.path.endswith("about/numbers-you-may-hear.md"):
        return
    for number, line, (claim, why) in likely(BANNED.items(), page.numbered):
        match = re.search(claim, line, re.IGNORECASE)
        if match:
            yield Problem(page.path, number, f'"{match[0]}" is a claim that no page makes', f"Take it away: {why}.",
                          "claim-is-not-banned")
