"""
How the guide sounds: the phrases that no American parent would say, what to write instead, and the sentences that may
be repeated.
"""

import re
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.data.entry import Entry, Text

# What a pattern may hold: words, "*" for the rest of a word or for any one word, "|" between two words of which
# either will do, and the marks that a sentence has.
KNOWN_SIGNS = re.compile(r"[\w'’$%.,;:?!*|\- ]+")
WORD = re.compile(r"\w")


def _is_phrase(value: str) -> str:
    known = KNOWN_SIGNS.match(value)
    if not known or known[0] != value:
        sign = value[known.end() if known else 0]
        raise ValueError(
            f'a pattern has no sign "{sign}"',
            'Write words. "*" stands for the rest of a word or for any word, and "|" for "or" between two words.',
        )
    if any("" in word.split("|") for word in value.split()):
        raise ValueError('a word is missing beside "|"', 'Write "|" between two words, without spaces: it|this.')
    if not WORD.search(value):
        raise ValueError("it has no word", "Write at least one word of it.")
    return value


Phrase = Annotated[Text, AfterValidator(_is_phrase)]


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """
    Return what finds a phrase in a text in small letters; it may run on in the next line. Where it begins with a word,
    that may still be the end of a longer one: `starts_word` tells. To look back at each letter would take long.
    """
    words = r"(?:[ \t]+|[ \t]*\n[ \t]*)".join(_word_pattern(word) for word in phrase.lower().split())
    after = r"(?![\w-])" if WORD.match(phrase[-1]) or phrase[-1] == "*" else ""
    return re.compile(f"{words}{after}")


def starts_word(text: str, place: int) -> bool:
    """
    Whether no word goes on at a place in a text: one begins there, or a mark stands there.
    """
    return place == 0 or not (text[place - 1] == "-" or text[place - 1].isalnum()) or not text[place].isalnum()


def _word_pattern(word: str) -> str:
    ways = []
    for way in word.split("|"):
        letters = re.escape(way).replace("'", "['’]")
        ways.append(r"[\w'’-]+" if way == "*" else letters.replace(r"\*", r"[\w'’]*"))
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


class WrongPhrase(Entry):
    """
    A phrase that reads as if it were translated, or cut short.
    """

    pattern: Phrase = Field(
        description='Its words, in any letter case. `*` is the rest of a word or any one word, `|` is "or".'
    )
    why: Text = Field(description="What is wrong with it.")
    write: Text = Field(description="What to write instead.")
    exceptions: list[Phrase] = Field([], alias="except", description="Longer phrases in which it is right.")

    @model_validator(mode="after")
    def has_exceptions_of_its_own(self):
        for phrase in self.exceptions:
            # A sample of the phrase: of words between which one may choose the first, and "x" for any.
            sample = " ".join(word.split("|")[0].replace("*", "x") for word in phrase.split())
            if not self.finder.search(sample.lower()):
                raise ValueError(
                    f'the exception "{phrase}" does not hold the pattern', "Write it with the words of the pattern."
                )
        return self

    @cached_property
    def finder(self) -> re.Pattern[str]:
        """
        What finds it.
        """
        return phrase_pattern(self.pattern)

    @cached_property
    def start(self) -> str:
        """
        What a text in small letters holds wherever it has the phrase: its longest word that is always the same.
        """
        words = [part for word in self.pattern.split() if "|" not in word for part in re.split(r"[*'’]", word)]
        return max(words, key=len, default="").lower()

    @cached_property
    def exception_finders(self) -> list[re.Pattern[str]]:
        """
        What finds the phrases in which it is right.
        """
        return [phrase_pattern(phrase) for phrase in self.exceptions]


class RepeatedSentence(Entry):
    """
    A sentence that may be on any number of pages.
    """

    sentence: Text = Field(description="The sentence, as a parent reads it: without links and marks of facts.")
    why: Text = Field(description="Why each of these pages needs it.")


class Wording(Entry):
    """
    How the guide sounds. Pages, letters and data are held against it.
    """

    patterns: list[WrongPhrase] = Field(description="Phrases that are not written.")
    not_read: list[Text] = Field(description="Data files that are not held against them, since no parent reads them.")
    allowed_repeats: list[RepeatedSentence] = Field(description="Sentences that may be on more than two pages.")
