"""
The rules on claims that cost a family a right: what mediation does not do, and how far a protection reaches.
"""

import re
from typing import Iterator

from guide.data.edition import Subject
from guide.problems import Problem
from guide.rules.whole import Whole
from guide.source import Page, plain

NEGATION = re.compile(r"\b(?:not|no|nor|never|neither|none|nothing|without|cannot|\w+n['’]t|myth|wrong|untrue|false)\b", re.IGNORECASE)
# Behind one of these begins a new statement, which an earlier "not" does not reach.
TURN = re.compile(r"[,;:]\s|\b(?:and|but|yet|so|because)\b(?=\s+(?:it|that|this|you|the)\b|\s+\w+s\b)", re.IGNORECASE)

# What makes a claim true: the sentence says that it is a mistake.
MISTAKE = re.compile(r"\b(?:myth|mistake|wrong|untrue|false|not true|may not be|is not always|do not (?:believe|count on))\b", re.IGNORECASE)


def mediation_stops_nothing(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No page says that mediation freezes a placement, stops a clock, or gives a three-day way out of its agreement.

    Parents who believe it lose a placement or a right. To deny it is fine: "does not freeze".
    """
    claims = whole.data.claims
    # Without them their slip is reported already.
    patterns = [(claims.pattern_of(claim), claim) for claim in claims.subject.claims] if claims else []
    for line, words in statements(page):
        for pattern, claim in patterns:
            for said in re.finditer(pattern, words, re.IGNORECASE):
                if is_of_subject(words, said, claims.subject) and not is_denied(words, said):
                    yield Problem(page.path, line, f'"{said[0]}": {claim.what}', claim.fix, "mediation-stops-nothing")


def protection_is_not_overstated(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No page promises stay put in discipline, says that nothing changes without a signature, or ties stay put to a building.

    Parents who believe it wait while their child loses the placement. To call it a mistake is fine.
    """
    claims = whole.data.claims
    patterns = [(claims.pattern_of(claim), claim) for claim in claims.overstated] if claims else []
    for line, words in statements(page):
        for pattern, claim in patterns:
            said = re.search(pattern, words, re.IGNORECASE)
            if not said or not re.search(claim.about or "", words, re.IGNORECASE) or MISTAKE.search(words):
                continue
            differs = claim.unless and re.search(claim.unless, words, re.IGNORECASE)
            if not claim.about or not (differs or is_denied(words, said)):
                yield Problem(page.path, line, f'"{said[0]}": {claim.what}', claim.fix, "protection-is-not-overstated")


def statements(page: Page) -> Iterator[tuple[int, str]]:
    """
    Yield line and plain words of all that a page states: sentences, headings, titles of blocks, its description.
    """
    said_there = page.sentences + [(heading.line, heading.text) for heading in page.headings]
    said_there += [(block.line, block.title) for block in page.blocks]
    described = page.meta.get("description")
    if isinstance(described, str):
        said_there.append((page.meta_line("description"), described))
    for line, sentence in said_there:
        yield line, plain(sentence)


def is_of_subject(words: str, said: re.Match, subject: Subject) -> bool:
    """
    Whether the subject stands nearer to what is said than a step that can do it. What stands before it is nearer.
    """
    def away(of: str) -> int:
        return min((said.start() - near.end() if near.end() <= said.start() else near.start() - said.start() + 40
                    for near in re.finditer(of, words, re.IGNORECASE)), default=len(words) + 40)

    return away(subject.names) < away(subject.others)


def is_denied(words: str, said: re.Match) -> bool:
    """
    Whether a sentence says no to what is said: in the same statement, before it or within it.
    """
    turns = [turn.end() for turn in TURN.finditer(words) if turn.end() <= said.start()]
    return bool(NEGATION.search(words[turns[-1] if turns else 0:said.end()]))
