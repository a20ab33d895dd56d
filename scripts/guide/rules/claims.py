"""
The rules on claims that cost a family a right: what mediation does not do, and how far a protection reaches.
"""

import re
from collections.abc import Iterable, Iterator

from guide.pages import Page, plain
from guide.project import Guide
from guide.rules.rule import Findings, rule

STOP = r"(?:stop(?:s|ped|ping)?|paus(?:es?|ed|ing)|toll(?:s|ed|ing)?|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|fr[eo]e?z\w+|extend(?:s|ed|ing)?)"
CLOCK = r"(?:clocks?|limits?|deadlines?)"
LEAVE = r"(?:cancel|undo|void|back out|change your mind|take it back|get out)"
THREE_DAYS = r"(?:three|3)[- ](?:business[- ])?days?"
# What a claim looks like, why it is wrong, and how to fix it.
CLAIMS = (
    (r"\b(?:fr[eo]e?z\w*|locks?|holds?|keeps?|protects?|saves?)\b[^.]{0,40}\bplacement|\bplacement\b[^.]{0,30}\bfrozen\b|\bchild(?:ren)? stays? put\b",
     "mediation freezes no placement", "Say that only a due process complaint starts stay put, or delete it."),
    (rf"\b{STOP}\b[^.]{{0,40}}\b{CLOCK}\b|\b{CLOCK} (?:stops?|pauses?|(?:is|are) (?:{STOP}|on hold))\b",
     "mediation stops no clock", "Say that the limits keep running, or delete it."),
    (rf"\b{THREE_DAYS}\b[^.]{{0,50}}\b{LEAVE}\b|\b{LEAVE}\b[^.]{{0,50}}\b{THREE_DAYS}",
     "a mediation agreement has no three-day way out", "Say that there is none, or delete it."),
)
# What a sentence says it of: mediation or a word that stands for it, or a step that can do these things.
MEDIATION = re.compile(r"\bmediat\w+|\bagreement\b|\btalks\b|^(?:and |but |so )?(?:it|this|that)\b", re.IGNORECASE)
OTHER_STEP = re.compile(r"\bdue process|\bresolution (?:meeting|agreement|deal)|\bhearing\b|\bin writing\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|no|nor|never|neither|none|nothing|without|cannot|\w+n['’]t|myth|wrong|untrue|false)\b", re.IGNORECASE)
# Behind one of these begins a new statement, which an earlier "not" does not reach.
TURN = re.compile(r"[,;:]\s|\b(?:and|but|yet|so|because)\b(?=\s+(?:it|that|this|you|the)\b|\s+\w+s\b)", re.IGNORECASE)

# What overstates a protection, what the sentence must be about, why it is wrong, and how to fix it.
DISCIPLINE = r"\b(?:disciplin\w*|suspen\w+|expel\w*|expulsion\w*|manifestation|fast hearing|because of behavior)\b"
STAYS = r"\bstays put\b|\bstay put (?:holds?|keeps?|starts?|applies|begins?)\b|\b(?:stays?|remains?|kept|keeps? (?:your|the|a) child) in (?:the|his|her|their|its) (?:same |old |current |present )?(?:placement|class\w*|program|school)\b|\bkeeps? (?:the|his|her|their|its) (?:same |old |current )?placement\b"
BUILDING = r"(?:school|building|campus)"
CHANGE = r"\b(?:change|changes|start|starts|happen|happens|begin|begins|take effect|takes effect)\b"
OVERSTATED = (
    (STAYS, DISCIPLINE,
     "stay put differs in discipline", "Say that the child stays in the interim setting, or that discipline differs."),
    (rf"\b(?:nothing|no change|it|change) (?:can |may |will |cannot |can['’]t |won['’]t )?(?:not )?{CHANGE}[^.]{{0,20}}\b(?:unless|until|without|before|as long as)\b[^.]{{0,25}}\bsign\w*|"
     rf"\b(?:without|unless|until)\b[^.]{{0,25}}\bsign\w*[^.]{{0,40}}\b(?:cannot|can['’]t|may not|must not|nothing)\b[^.]{{0,25}}{CHANGE}|"
     r"\bonly (?:your |a )?(?:signature|written yes)[^.]{0,20}\bcounts?\b|"
     r"\b(?:spoken|verbal|oral) (?:yes|agreement|consent)\b[^.]{0,20}\b(?:does(?: not|n['’]t) count|is not binding|isn['’]t binding|means nothing|changes nothing)", "",
     "a spoken yes can start a change", "Say that a parent should agree to nothing out loud either."),
    (rf"\b(?:another|different|new|other|same|current) {BUILDING}\b[^.]{{0,40}}\b(?:is|counts as|means|would be) (?:always )?a change (?:of|in) placement|"
     rf"\bstay put\b[^.]{{0,30}}\b(?:holds?|keeps?|protects?|means)\b[^.]{{0,30}}\b(?:same|old|current|this) {BUILDING}\b|"
     rf"\bstays? put in (?:the|his|her|their) (?:same |old |current )?{BUILDING}\b", "",
     "stay put is about the placement, not always the building", "Say that a move to another building alone may not be a change of placement."),
)
# What makes a sentence about one of these true: it says how discipline differs, or that the claim is a mistake.
DIFFERS = re.compile(r"\bdiffer\w*|\binterim setting\b|(?:\bnot|n['’]t) (?:about|because of|a matter of)\b|\bown rules?\b|\bexcept\w*|\bdo(?:es)? not apply\b|\bnot\b[^.]{0,30}\bput\b|\bnot in the same way\b", re.IGNORECASE)
MISTAKE = re.compile(r"\b(?:myth|mistake|wrong|untrue|false|not true|may not be|is not always|do not (?:believe|count on))\b", re.IGNORECASE)


@rule
def mediation_stops_nothing(page: Page, context: Guide) -> Findings:
    """
    No page says that mediation freezes a placement, stops a clock, or gives a three-day way out of its agreement.

    Parents who believe it lose a placement or a right. To deny it is fine: "does not freeze".
    """
    for line, words, (claim, what, fix) in likely(CLAIMS, statements(page)):
        for said in re.finditer(claim, words, re.IGNORECASE):
            if is_of_mediation(words, said) and not is_denied(words, said):
                yield line, f'"{said[0]}": {what}', fix


@rule
def protection_is_not_overstated(page: Page, context: Guide) -> Findings:
    """
    No page promises stay put in discipline, says that nothing changes without a signature, or ties stay put to a building.

    Parents who believe it wait while their child loses the placement. To call it a mistake is fine.
    """
    for line, words, (claim, about, what, fix) in likely(OVERSTATED, statements(page)):
        said = re.search(claim, words, re.IGNORECASE)
        if not said or not re.search(about, words, re.IGNORECASE) or MISTAKE.search(words):
            continue
        if not about or not (DIFFERS.search(words) or is_denied(words, said)):
            yield line, f'"{said[0]}": {what}', fix


def statements(page: Page) -> list[tuple[int, str]]:
    """
    Return line and plain words of all that a page states: sentences, headings, titles of blocks, its description.
    """
    stated = [(heading.line, plain(heading.text)) for heading in page.headings]
    stated += [(block.line, plain(block.title)) for block in page.blocks]
    described = page.meta.get("description")
    if isinstance(described, str):
        stated.append((page.meta_line("description"), plain(described)))
    return page.plain_sentences + stated


def likely(claims: Iterable[tuple], stated: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, tuple]]:
    """
    Yield line and words of each statement that may hold one of the claims (its pattern first), and the claim.

    To look through all statements at once, in small letters, is many times as fast as each alone and in any letter case.
    """
    stated = list(stated)
    # The full stop keeps a claim within its statement.
    text = ".\n".join(words.replace("\n", " ") for _, words in stated).lower()
    for claim in claims:
        found = re.finditer(claim[0], text, 0 if claim[0].islower() else re.IGNORECASE)
        for number in sorted({text.count("\n", 0, match.start()) for match in found}):
            yield *stated[number], claim


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
