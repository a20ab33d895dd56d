"""
The rule on what mediation does not do.
"""

import re
from typing import Iterator

from guide.problems import Problem
from guide.rules.whole import Whole
from guide.source import Page, plain

STOP = r"(?:stop(?:s|ped|ping)?|paus(?:es?|ed|ing)|toll(?:s|ed|ing)?|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|fr[eo]e?z\w+|extend(?:s|ed|ing)?)"
CLOCK = r"(?:clocks?|limits?|deadlines?)"
LEAVE = r"(?:cancel|undo|void|back out|change your mind|take it back|get out)"
THREE_DAYS = r"(?:three|3)[- ](?:business[- ])?days?"
# What a claim looks like, why it is wrong, and how to mend it.
CLAIMS = (
    (rf"\b(?:fr[eo]e?z\w*|locks?|holds?|keeps?|protects?|saves?)\b[^.]{{0,40}}\bplacement|\bplacement\b[^.]{{0,30}}\bfrozen\b|\bchild(?:ren)? stays? put\b",
     "mediation freezes no placement", "Say that only a due process complaint starts stay put, or take it away."),
    (rf"\b{STOP}\b[^.]{{0,40}}\b{CLOCK}\b|\b{CLOCK} (?:stops?|pauses?|(?:is|are) (?:{STOP}|on hold))\b",
     "mediation stops no clock", "Say that the limits keep running, or take it away."),
    (rf"\b{THREE_DAYS}\b[^.]{{0,50}}\b{LEAVE}\b|\b{LEAVE}\b[^.]{{0,50}}\b{THREE_DAYS}",
     "a mediation agreement has no three-day way out", "Say that there is none, or take it away."),
)
# What a sentence says it of: mediation or a word that stands for it, or a step that can do these things.
MEDIATION = re.compile(r"\bmediat\w+|\bagreement\b|\btalks\b|^(?:and |but |so )?(?:it|this|that)\b", re.IGNORECASE)
OTHER_STEP = re.compile(r"\bdue process|\bresolution (?:meeting|agreement|deal)|\bhearing\b|\bin writing\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|no|nor|never|neither|none|nothing|without|cannot|\w+n['’]t|myth|wrong|untrue|false)\b", re.IGNORECASE)
# Behind one of these begins a new statement, which an earlier "not" does not reach.
TURN = re.compile(r"[,;:]\s|\b(?:and|but|yet|so|because)\b(?=\s+(?:it|that|this|you|the)\b|\s+\w+s\b)", re.IGNORECASE)


def mediation_stops_nothing(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No page says that mediation freezes a placement, stops a clock, or gives a three-day way out of its agreement.

    Parents who believe it lose a placement or a right. To deny it is fine: "does not freeze".
    """
    said_there = page.sentences + [(heading.line, heading.text) for heading in page.headings]
    said_there += [(block.line, block.title) for block in page.blocks]
    described = page.meta.get("description")
    if isinstance(described, str):
        said_there.append((page.meta_line("description"), described))
    for line, sentence in said_there:
        words = plain(sentence)
        for claim, what, mend in CLAIMS:
            for said in re.finditer(claim, words, re.IGNORECASE):
                if is_of_mediation(words, said) and not is_denied(words, said):
                    yield Problem(page.path, line, f'"{said[0]}": {what}', mend, "mediation-stops-nothing")


def is_of_mediation(words: str, said: re.Match) -> bool:
    """
    Whether mediation stands nearer to what is said than a step that can do it. What stands before it is nearer.
    """
    def away(of: re.Pattern) -> int:
        return min((said.start() - near.end() if near.end() <= said.start() else near.start() - said.start() + 40
                    for near in of.finditer(words)), default=len(words) + 40)

    return away(MEDIATION) < away(OTHER_STEP)


def is_denied(words: str, said: re.Match) -> bool:
    """
    Whether a sentence says no to what is said: in the same statement, before it or within it.
    """
    turns = [turn.end() for turn in TURN.finditer(words) if turn.end() <= said.start()]
    return bool(NEGATION.search(words[turns[-1] if turns else 0:said.end()]))
