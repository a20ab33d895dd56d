"""
What the reader looks for in a school's paper: words that tell its kind, what a day means, what it says.
How a pattern works is written in `overrides/assets/guide/reader/pattern.js`, which makes it into what finds it.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from guide.data.draft_words import check_pattern
from guide.data.entry import Entry, Text


def _is_pattern(pattern: str) -> str:
    # A label is known by its place: it may be a word that stands in each sentence, such as "to".
    check_pattern(pattern, may_be_common=True)
    return pattern


Patterns = list[Annotated[Text, AfterValidator(_is_pattern)]]
Kind = Literal["notice", "iep", "suspension", "meeting-notice", "evaluation", "safeguards", "other"]
# "none" is a day that starts no clock.
Day = Literal[
    "none", "notice", "given", "meeting", "previous-meeting", "annual-review", "reevaluation", "evaluated", "consent",
    "request", "starts", "ends", "reply-by", "hearing", "suspended-from", "suspended-until", "returns", "incident",
]  # fmt: skip
Content = Literal["action", "why", "basis", "options", "factors", "safeguards", "help"]


class KindWords(Entry):
    """
    Words that tell of a kind of paper.
    """

    means: Kind = Field(description="The kind. Nothing is read from `safeguards` and `other`.")
    title: Patterns = Field([], description="What its headings say.")
    body: Patterns = Field([], description="What it says anywhere.")


class DayWords(Entry):
    """
    Words before a day that say what it is.
    """

    means: Day = Field(description="What the day is. `none` is left out: a birth date, the day of a form.")
    words: Patterns = Field([], description="Words near before it, in a label or a sentence.")
    labels: Patterns = Field([], description="Words that say it only as a label, right before it.")


class ContentWords(Entry):
    """
    Words that tell of one of the seven contents of a notice.
    """

    means: Content = Field(description="The content.")
    labels: Patterns = Field([], description="Labels that ask for it.")
    words: Patterns = Field([], description="Words that say it in a sentence, without a label.")
    hints: Patterns = Field([], description="Words that may say it: a parent is asked to look.")


class Words(Entry):
    """
    Words of one meaning, as labels or anywhere.
    """

    means: Text = Field(description="Their meaning, a name that the scripts know.")
    labels: Patterns = Field([], description="As a label.")
    words: Patterns = Field([], description="Anywhere.")


class PaperWords(Entry):
    """
    What the reader looks for in a school's paper.
    """

    papers: list[KindWords] = Field(description="Which kind of paper it is.")
    dates: list[DayWords] = Field(description="What a day in it means.")
    contents: list[ContentWords] = Field(description="The seven contents of a notice.")
    borders: list[Words] = Field(description="Labels of a notice that are none of the seven, and end a part.")
    verbs: list[Words] = Field(description="What the district does: `proposed` or `refused`.")
    actors: list[Words] = Field(description="Who acts in a letter without labels.")
    sections: list[Words] = Field(description="Headings of an IEP: `services` begins its list, `none` ends it.")
    services: list[Words] = Field(description="What a service may be called.")
    settings: list[Words] = Field(description="Where it is: `special`, `general`, `community`.")
    groups: list[Words] = Field(description="With whom: `individual` or `group`.")
    esy: list[Words] = Field(description="An extended school year.")
    categories: list[Words] = Field(description="The categories of eligibility, in the words of the law and of forms.")
