"""
The rules on claims that cost a family a right: those without a source, what mediation does not do, and how far a
protection reaches.
"""

import re
from collections.abc import Iterable, Iterator

from guide.data.edition import Subject
from guide.pages import Page, plain
from guide.project import Guide
from guide.rules.rule import Findings, rule

NEGATION = re.compile(
    r"\b(?:not|no|nor|never|neither|none|nothing|without|cannot|\w+n['’]t|myth|wrong|untrue|false)\b", re.IGNORECASE
)
# Behind one of these begins a new statement, which an earlier "not" does not reach.
TURN = re.compile(r"[,;:]\s|\b(?:and|but|yet|so|because)\b(?=\s+(?:it|that|this|you|the)\b|\s+\w+s\b)", re.IGNORECASE)

# What makes a claim true: the sentence says that it is a mistake.
MISTAKE = re.compile(
    r"\b(?:myth|mistake|wrong|untrue|false|not true|may not be|is not always|do not (?:believe|count on))\b",
    re.IGNORECASE,
)


@rule
def claim_is_not_banned(page: Page, context: Guide) -> Findings:
    """
    No page repeats a claim that nobody could confirm, or promises a result: a family would plan on it.
    """
    claims = context.data.claims
    # Without them their slip is reported already.
    if not claims or page.path.removeprefix("docs/") in claims.repeated_on:
        return
    for number, line, (pattern, claim) in likely([(claim.pattern, claim) for claim in claims.banned], page.numbered):
        match = re.search(pattern, line, re.IGNORECASE)
        if match:
            yield number, f'"{match[0]}" is a claim that no page makes', f"Delete it: {claim.why}."


@rule
def mediation_stops_nothing(page: Page, context: Guide) -> Findings:
    """
    No page says that mediation freezes a placement, stops a clock, or gives a three-day way out of its agreement.

    Parents who believe it lose a placement or a right. To deny it is fine: "does not freeze".
    """
    claims = context.data.claims
    if not claims:
        return
    patterns = [(claims.pattern_of(claim), claim) for claim in claims.subject.claims]
    for line, sentence, (pattern, claim) in likely(patterns, statements(page)):
        for match in re.finditer(pattern, sentence, re.IGNORECASE):
            if is_of_subject(sentence, match, claims.subject) and not is_denied(sentence, match):
                yield line, f'"{match[0]}": {claim.what}', claim.fix


@rule
def protection_is_not_overstated(page: Page, context: Guide) -> Findings:
    """
    No page promises stay put in discipline, says that nothing changes without a signature,
    or ties stay put to a building.

    Parents who believe it wait while their child loses the placement. To call it a mistake is fine.
    """
    claims = context.data.claims
    if not claims:
        return
    patterns = [(claims.pattern_of(claim), claim) for claim in claims.overstated]
    for line, sentence, (pattern, claim) in likely(patterns, statements(page)):
        match = re.search(pattern, sentence, re.IGNORECASE)
        if not match or not re.search(claim.about or "", sentence, re.IGNORECASE) or MISTAKE.search(sentence):
            continue
        differs = claim.unless and re.search(claim.unless, sentence, re.IGNORECASE)
        if not claim.about or not (differs or is_denied(sentence, match)):
            yield line, f'"{match[0]}": {claim.what}', claim.fix


def statements(page: Page) -> list[tuple[int, str]]:
    """
    Return line and plain text of all that a page states: sentences, headings, titles of blocks, its description.
    """
    stated = [(heading.line, plain(heading.text)) for heading in page.headings]
    stated += [(block.line, plain(block.title)) for block in page.blocks]
    described = page.meta.get("description")
    if isinstance(described, str):
        stated.append((page.meta_line("description"), plain(described)))
    return page.plain_sentences + stated


def likely(claims: Iterable[tuple], stated: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, tuple]]:
    """
    Yield line and text of each statement that may hold one of the claims (its pattern first), and the claim.

    To look through all statements at once, in small letters, is many times as fast
    as each alone and in any letter case.
    """
    stated = list(stated)
    # The full stop keeps a claim within its statement.
    text = ".\n".join(statement.replace("\n", " ") for _, statement in stated).lower()
    for claim in claims:
        found = re.finditer(claim[0], text, 0 if claim[0].islower() else re.IGNORECASE)
        for number in sorted({text.count("\n", 0, match.start()) for match in found}):
            yield *stated[number], claim


def is_of_subject(sentence: str, claim: re.Match[str], subject: Subject) -> bool:
    """
    Whether the subject stands nearer to a claim than a step that can do it. What stands before the claim is nearer.
    """

    def distance(pattern: str) -> int:
        return min(
            (
                claim.start() - near.end() if near.end() <= claim.start() else near.start() - claim.start() + 40
                for near in re.finditer(pattern, sentence, re.IGNORECASE)
            ),
            default=len(sentence) + 40,
        )

    return distance(subject.names) < distance(subject.others)


def is_denied(sentence: str, claim: re.Match[str]) -> bool:
    """
    Whether a sentence says no to a claim: in the same statement, before the claim or within it.
    """
    turns = [turn.end() for turn in TURN.finditer(sentence) if turn.end() <= claim.start()]
    return bool(NEGATION.search(sentence[turns[-1] if turns else 0 : claim.end()]))
