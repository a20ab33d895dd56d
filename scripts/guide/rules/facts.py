"""
Rules on law and figures: each stands in a sentence that cites a fact, and agrees with it.
"""

import re

from guide.data.facts import Fact
from guide.grammar import PHONE_SLIP, dialed, fact_ids, written_fact_ids
from guide.pages import LOCAL, Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
SMALL_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBER_WORDS = {word: number for number, word in enumerate(SMALL_NUMBERS)} | TENS
NUMBER = re.compile(
    rf"(?<![\w$.-])(?P<number>\$?\d[\d,]*|(?:{'|'.join(NUMBER_WORDS)})(?:-(?:{'|'.join(SMALL_NUMBERS[1:10])}))?)[ -]?"
    r"(?:(?P<kind>school|business|calendar|work)[ -])?"
    r"(?P<unit>days?|hours?|minutes?|weeks?|months?|years?|people|persons?|percent|%|dollars?)?(?![\w-]*\d)",
    re.IGNORECASE,
)
# The beginnings of all units; most sentences have none, and then need no look at their numbers.
UNIT_STEMS = ("$", "day", "hour", "minute", "week", "month", "year", "people", "person", "percent", "%", "dollar")
UNITS = {"person": "people", "%": "percent", "dollar": "usd"}
FACT_UNITS = {"hour-a-year": "hour", "school-day-total": "school-day"}


@rule
def fact_exists(page: Page, context: Guide) -> Findings:
    """
    Each fact that a page cites exists, and so does a fact of each topic that it shows:
    a mark that names none would be printed as it is.
    A host's own fact stands on the host's own pages: no page of the guide changes its age by it.
    """
    for number, line in page.numbered:
        for key in written_fact_ids(line):
            if not context.data.facts.may_have(key):
                yield number, f'no fact is called "{key}"', did_you_mean(key, context.data.facts)
            elif key in context.data.facts.own and not page.is_local:
                place = context.data.facts.place(key)
                yield number, f'"{key}" is a fact of {place.path}', f"Cite it on a page in {LOCAL} only."
    topics = {fact.topic for fact in context.data.facts.values()}
    for block in page.blocks:
        topic, line = block.options.get("topic", ("", block.line))
        if block.name == "law" and topic not in topics:
            yield line, f'no fact has the topic "{topic}"', did_you_mean(topic, topics)


@rule
def fact_stands_with_its_exception(page: Page, context: Guide) -> Findings:
    """
    A page that cites a fact cites the facts it `needs` too.

    Without them it misleads: who reads of stay put alone counts on it in a discipline case.
    """
    cited = {key for _, line in page.numbered for key in fact_ids(line)}
    reported: set[str] = set()
    for number, line in page.numbered:
        for key in fact_ids(line):
            fact = context.data.facts.get(key)
            for needed in fact.needs if fact else []:
                if needed not in cited | reported:
                    reported.add(needed)
                    yield (
                        number,
                        f'the fact "{key}" misleads without "{needed}"',
                        f"Add a sentence that cites [^{needed}].",
                    )


@rule
def law_is_cited(page: Page, context: Guide) -> Findings:
    """
    "By law", or a section of law, stands in a sentence that cites a fact.
    A parent will quote it, so its source must be there.
    """
    # Its own slip is reported already.
    pattern = "|".join(context.data.law.citations) if context.data.law else "(?!)"
    for line, sentence in page.sentences:
        law = re.search(pattern, sentence, re.IGNORECASE)
        # A mark that is misspelled cites too: "fact-exists" reports it, and one slip is reported once.
        if law and not written_fact_ids(sentence):
            yield (
                line,
                f'"{law[0].strip()}" stands in a sentence that cites no fact',
                "Put the mark of a fact behind the sentence, like [^stay-put].",
            )


@rule
def number_is_in_cited_fact(page: Page, context: Guide) -> Findings:
    """
    A number with a unit, or a phone number, is one of a fact that its sentence cites:
    a wrong digit costs a family its limit.

    Words in quotes are examples and are not looked at. A host's own phone may stand on the host's own pages.
    """
    host = context.data.organization
    own_phone = dialed(host.phone) if host and page.is_local else ""
    for line, sentence in page.sentences:
        # The address of a link is no text.
        bare = QUOTED.sub("", re.sub(r"\]\([^)]*\)", "]", sentence))
        keys = written_fact_ids(sentence)
        if not context.data.facts.keys() >= set(keys):
            # Another rule tells of a fact that is not there.
            continue
        cited = [context.data.facts[key] for key in keys]
        wrong = [written for written, figure in figures(bare) if not any(figure in figures_of(fact) for fact in cited)]
        wrong += [
            phone
            for phone in (PHONE_SLIP.findall(bare) if "-" in bare else ())
            if dialed(phone) != own_phone and not any(phone in fact.statement for fact in cited)
        ]
        for written in wrong:
            if cited:
                fix = f"Compare it with {' and '.join(f'[^{key}]' for key in keys)}, or cite the fact that has it."
                what = f'"{written}" is in no fact that its sentence cites'
            else:
                fix = "Cite the fact that has this number behind the sentence, or say it without a number."
                what = f'"{written}" stands in a sentence that cites no fact'
            yield line, what, fix


def figures(text: str) -> list[tuple[str, tuple[int, str]]]:
    """
    Return each number with a unit in `text`: as it is written, and as (amount, unit).

    Calendar days and plain days are the same (34 CFR 300.11(a)); a school or business day is not.
    """
    lower = text.lower()
    if not any(stem in lower for stem in UNIT_STEMS):
        return []
    found = []
    for match in NUMBER.finditer(text):
        written, number, unit = match[0].strip(), match["number"].lower(), (match["unit"] or "").lower()
        if number.startswith("$"):
            unit = "dollar"
        if not unit:
            continue
        unit = unit if unit in ("people", "%") else unit.rstrip("s")
        unit = UNITS.get(unit, unit)
        kind = (match["kind"] or "").lower()
        if unit == "day" and kind in ("school", "business", "work"):
            unit = f"{'business' if kind == 'work' else kind}-day"
        if number.lstrip("$").replace(",", "").isdigit():
            amount = int(number.lstrip("$").replace(",", ""))
        else:
            amount = sum(NUMBER_WORDS[part] for part in number.split("-"))
        found.append((written, (amount, unit)))
    return found


def figures_of(fact: Fact) -> set[tuple[int | str, str]]:
    """
    Return the numbers with units that a fact vouches for: its limits, its numbers and those of its statement.
    """
    found: set[tuple[int | str, str]] = {(limit.amount, limit.unit) for limit in fact.all_limits}
    found |= {(number.amount, FACT_UNITS.get(number.unit, number.unit)) for number in fact.all_numbers}
    return found | {figure for _, figure in figures(fact.statement)}
