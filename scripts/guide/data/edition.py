"""
What is this edition's own, so that the code names no state:
its name and bodies, how its law is cited, the claims that no page makes.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.data.entry import Entry, Text, Texts


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as wrong:
        raise ValueError(
            f"it is no regular expression: {wrong.msg}",
            "Fix it: each bracket is closed, and a mark that stands for itself has a backslash before it.",
        ) from None
    return value


Pattern = Annotated[Text, AfterValidator(_is_pattern)]
PART = re.compile(r"(?<!\?P)<([a-z-]+)>")


class Edition(Entry):
    """
    For whom this edition is, and whose names stand in its pages. The machinery names none of them: a test holds that.
    """

    state: Text = Field(description="The state whose families it is for.")
    bodies: Texts = Field(description="The offices and groups that its pages name, by the short and the long name.")


class Law(Entry):
    """
    How law is spoken of. A sentence that does so cites a fact.
    """

    citations: Annotated[
        list[Pattern],
        Field(min_length=1, description="What a citation looks like: regular expressions, in any letter case."),
    ]


class BannedClaim(Entry):
    """
    A claim that nobody could confirm, or a promise.
    """

    pattern: Pattern = Field(description="What it looks like: a regular expression, in any letter case.")
    why: Text = Field(description="Why no page makes it.")


class Claim(Entry):
    """
    What a sentence about the guide's subject must not say of it.
    """

    patterns: Annotated[
        list[Pattern],
        Field(
            min_length=1,
            description="What it looks like, in one way or another. `<stop>` stands for the part of that name.",
        ),
    ]
    what: Text = Field(description="What is true instead; the message says it.")
    fix: Text = Field(description="What to write.")


class Overstatement(Claim):
    """
    What promises too much of a protection, in any sentence, or only in those `about` something.
    """

    about: Pattern | None = Field(None, description="What the sentence must speak of; left out: anything.")
    unless: Pattern | None = Field(None, description="What makes such a sentence true.")


class Subject(Entry):
    """
    How a sentence is known to speak of the guide's subject, and what it must not say of it.
    """

    names: Pattern = Field(description="The subject, and the words that stand for it.")
    others: Pattern = Field(description="A step that can do these things; what stands nearer to the claim counts.")
    claims: Annotated[list[Claim], Field(min_length=1, description="What is said of it wrongly.")]


class Claims(Entry):
    """
    What no page says. To deny it is fine.
    """

    banned: list[BannedClaim] = Field(description="Claims without a source, and promises.")
    repeated_on: list[Text] = Field(description="The pages that name the banned claims in order to refute them.")
    parts: dict[str, Pattern] = Field(
        description="Parts that several patterns share, by the name that stands in them as `<name>`."
    )
    subject: Subject = Field(description="What mediation does not do.")
    overstated: list[Overstatement] = Field(description="How far a protection does not reach.")

    @model_validator(mode="after")
    def names_parts_that_exist(self):
        entries = [*self.subject.claims, *self.overstated]
        unknown = sorted(
            {
                name
                for entry in entries
                for pattern in entry.patterns
                for name in PART.findall(pattern)
                if name not in self.parts
            }
        )
        if unknown:
            raise ValueError(f'a pattern names the part "{unknown[0]}", which does not exist', 'Add it below "parts:".')
        return self

    def pattern_of(self, claim: Claim) -> str:
        """
        Return the patterns of a claim as one, with their parts put in.
        """
        return PART.sub(lambda part: f"(?:{self.parts[part[1]]})", "|".join(claim.patterns))
