"""
What the reader looks for in a draft agreement: weak words, sound ones, and what tells of a point or a clause.
How a pattern works is written in `overrides/assets/guide/reader/pattern.js`, which makes it into what finds it.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from guide.data.entry import Entry, Id, Text

# What a line of patterns may hold, besides small letters and digits.
KNOWN_SIGNS = re.compile(r"[a-z0-9'.$%?/_\-|()\[\]{}*…# &!@]+")
MARKS = {"@day", "@blank", "@dollars", "@weak", "@gives-up", "@gives-up-all", "@loses", "@withdraws", "@secret"}
MARKS |= {"@not-final", "@not-bound", "@uncountable", "@no-day", "@no-name"}
# Alone these words find every sentence.
COMMON = {
    "a",
    "all",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "if",
    "in",
    "is",
    "it",
    "its",
    "no",
    "not",
    "of",
    "on",
    "or",
    "our",
    "she",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "was",
    "we",
    "were",
    "will",
    "with",
    "you",
    "your",
}


def minimal(pattern: str) -> list[str]:
    """
    Return the words that a pattern cannot do without: the first of each choice, and nothing in round brackets.
    """
    needed = re.sub(r"\([^()]*\)", " ", pattern)
    needed = re.sub(r"\[([^\[\]|]*)[^\[\]]*\]", r"\1", needed)
    return [word for word in re.split(r"[^\w'{}#$%?/-]+", needed) if word]


def check_pattern(pattern: str, may_be_common: bool = False) -> None:
    """
    Refuse a pattern that cannot be read, or that finds nearly everything.

    Raises:
        ValueError: with what is wrong, and what to write.
    """
    known = KNOWN_SIGNS.match(pattern)
    if not known or known[0] != pattern:
        raise ValueError(
            f'the pattern "{pattern}" has a sign that no pattern has',
            "Write small letters; [one|of these], (perhaps this), … up to four words, * any ending, # a number.",
        )
    flat = re.sub(r"\[[^\[\]()]*\]|\([^()\[\]]*\)", "", pattern)
    if re.search(r"[\[\]()|]", flat):
        raise ValueError(
            f'the pattern "{pattern}" has a bracket in a bracket, or one that is not closed',
            "Write each choice in brackets of its own, or the pattern on two lines.",
        )
    words = minimal(pattern)
    if not may_be_common and len(words) < 3 and COMMON.issuperset(words):
        raise ValueError(
            f'the pattern "{pattern}" finds nearly every sentence',
            "Round brackets hold what may be missing. Write what must be there in [ ] or without brackets.",
        )


def lines_of(patterns: str) -> list[str]:
    """
    Return the patterns of a block, one a line.
    """
    return [line.strip() for line in patterns.splitlines() if line.strip()]


def _are_patterns(patterns: str) -> str:
    for line in lines_of(patterns):
        check_pattern(line)
    return patterns


def _are_rules(rules: str) -> str:
    for line in lines_of(rules):
        for part in line.split(" & "):
            word = part.strip().removeprefix("!")
            if word.startswith("@") and word not in MARKS:
                raise ValueError(f'no mark is called "{word}"', f"Write one of {', '.join(sorted(MARKS))}.")
            if not word.startswith("@"):
                check_pattern(word, may_be_common=part.strip().startswith("!") or " & " in line)
    return rules


Patterns = Annotated[Text, AfterValidator(_are_patterns)]
Rules = Annotated[Text, AfterValidator(_are_rules)]
Category = Literal["uncountable", "not-bound", "no-day", "no-name", "gives-up", "secret", "not-final"]


class WeakCategory(Entry):
    """
    A part of the circle of weak words: why one circles them.
    """

    reason: Text = Field(description="Why they are weak, in a few words.")
    point: Id = Field(description="The point of the checklist that has the question to ask, and the sources.")


class WeakFamily(Entry):
    """
    Weak words that mean the same.
    """

    id: Id = Field(description="Its name. The scripts know `may`, `should`, `passive` and `nameless` by theirs.")
    category: Category = Field(description="Why one circles them.")
    better: Text = Field(description="Words that would be better, as an example.")
    words: Patterns = Field(description="Their patterns, one a line.")


class PointRules(Entry):
    """
    Which sentences speak to a point of the checklist.
    """

    present: Rules | None = Field(None, description="They say it well. One rule a line; `&` joins, `!` is without.")
    unclear: Rules | None = Field(None, description="They speak to it in weak or harmful words.")


class DraftWords(Entry):
    """
    What the reader looks for in a draft agreement.
    """

    sets: dict[Id, Text] = Field(description="Words for {a set}, with `|` between them.")
    categories: dict[Category, WeakCategory] = Field(description="The kinds of weak words.")
    weak: list[WeakFamily] = Field(description="The weak words.")
    sound: Patterns = Field(description="What holds a weak word and is sound all the same.")
    points: dict[Id, PointRules] = Field(description="The points of the checklist.")
    clauses: dict[Id, Rules] = Field(description="The clauses that a lawyer should see.")

    @model_validator(mode="after")
    def sets_exist(self):
        blocks = [self.sound, *self.clauses.values(), *(family.words for family in self.weak)]
        blocks += [rules for point in self.points.values() for rules in (point.present, point.unclear) if rules]
        for name in re.findall(r"\{([^{}]*)\}", "\n".join(blocks)):
            if name not in self.sets:
                raise ValueError(f'no set is called "{name}"', "Write it below `sets`, or its words in [ ].")
        return self
