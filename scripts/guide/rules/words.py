"""
Rules on what a page says and how plainly.
"""

import re
from functools import lru_cache
from typing import Iterator

from guide.problems import Problem, did_you_mean
from guide.rules.whole import Whole
from guide.source import Page, plain

FRONT_MATTER = ("description", "also", "template")
GRADE_LIMIT = 9.0
LINK = re.compile(r"\[[^\]]+\]\([^)]+\)")


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
        line, longest = max(page.sentences, key=lambda pair: len(plain(pair[1]).split()))
        words = len(plain(longest).split())
        start = " ".join(plain(longest).split()[:6])
        yield Problem(page.path, line, f"the page reads at grade {grade:.1f}, above {GRADE_LIMIT:g}",
                      f'Shorten its sentences and words; the longest has {words} words: "{start} ...".', "page-reads-easily")


def reading_grade(page: Page, whole: Whole) -> float:
    """
    Return the Flesch-Kincaid grade of a page's running text, 0 where it has none.
    """
    # Imported here: it loads a dictionary, which a preview of one page need not wait for.
    import textstat

    terms = _terms(tuple(sorted(word.term for word in whole.data.glossary.values())))
    prose = []
    for _, sentence in page.sentences:
        words = plain(sentence)
        if words:
            prose.append(words if words[-1] in ".?!" else f"{words}.")
    text = " ".join(prose)
    if terms:
        # A term of law cannot be made simpler; it counts as one short word.
        text = terms.sub("term", text)
    return textstat.flesch_kincaid_grade(text) if text else 0.0


@lru_cache
def _terms(terms: tuple[str, ...]) -> re.Pattern | None:
    if not terms:
        return None
    longest_first = sorted((re.sub(r"\s*\(.*\)", "", term) for term in terms), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?\b", re.IGNORECASE)


def claim_is_not_banned(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No page repeats a claim that nobody could confirm, or promises a result.
    """
    claims = whole.data.claims
    if not claims or page.path.removeprefix("docs/") in claims.repeated_on:
        return
    for number, line in page.numbered:
        for claim in claims.banned:
            match = re.search(claim.pattern, line, re.IGNORECASE)
            if match:
                yield Problem(page.path, number, f'"{match[0]}" is a claim that no page makes', f"Take it away: {claim.why}.",
                              "claim-is-not-banned")
