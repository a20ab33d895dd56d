"""
The reading grade: how many syllables a word has, and what the formula makes of a text.
"""

import pytest

from guide.rules.grade import grade_of, syllables_of


@pytest.mark.parametrize(
    "word, count",
    [
        ("the", 1),
        ("every", 3),
        ("agreement", 3),
        ("parent's", 2),
        ("don't", 1),
        # As groups of vowels, since the dictionary does not have them.
        ("musthave", 2),
        ("stayput", 2),
        ("2026", 1),
        ("zz", 1),
    ],
)
def test_syllables_of_a_word(word, count):
    """
    A word has the syllables it is spoken with; one that nobody noted has those it is written with, and one at least.
    """
    assert count == syllables_of(word)


@pytest.mark.parametrize(
    "text, words, sentences, syllables",
    [
        ("You can ask for it. They must give an answer.", 10, 2, 11),
        ("“You can ask,” she said. They don't know!", 8, 2, 8),
        # A sentence of two words does not count as one, but its words do.
        ("Ask now. You can ask for it.", 7, 1, 7),
    ],
)
def test_grade_is_that_of_flesch_and_kincaid(text, words, sentences, syllables):
    """
    The grade grows with the words of a sentence and the syllables of a word.
    """
    assert grade_of(text) == pytest.approx(0.39 * words / sentences + 11.8 * syllables / words - 15.59)


@pytest.mark.parametrize("text", ["", " ", "... ?!"])
def test_text_without_words_has_no_grade(text):
    """
    Where nothing is to be read nothing is too hard.
    """
    assert 0 == grade_of(text)
