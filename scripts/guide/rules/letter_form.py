"""
Rules on letters: how each is written. What it must hold stands in `letters.py`, its page in `letter_page.py`.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from guide.grammar import (
    BLANK,
    FACT_MARK_SLIP,
    FENCE,
    LIST_ITEM,
    LIST_MARK,
    SENTENCE_END,
    blank_labels,
    parse_written_item,
)
from guide.pages import Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.letter_sections import SECTION
from guide.rules.rule import Findings, rule

# A letter is lines, headings and lists: nothing else fits into its Word file.
NO_LINE = (
    (re.compile(r"[ \t]+\S"), "this line of the letter begins with spaces", "Begin it at the margin."),
    (re.compile(r".*\|"), "the letter has a table", 'Write a line for each row, without "|".'),
    (re.compile(r">"), "the letter has a quote", 'Begin the line with a word, without ">".'),
    (re.compile(r":\s"), "this line of the letter begins with a colon", "Begin it with a word."),
    (FENCE, "a block is inside the letter", "Put it above or below the letter."),
    (re.compile(r"(?:[-=*] ?){2,}$"), "the letter has a line across", "Delete it: an empty line is enough."),
)
NO_WORDS = (
    (re.compile(r"\S {2,}\S"), "Leave one space."),
    (re.compile(r"\w+\((?:s|es|ren)\)"), "Choose one form, or use a list."),
    (re.compile(r"\band/or\b", re.IGNORECASE), 'Choose "and" or "or".'),
    (
        re.compile(r"\b(?:s/he|s?he/s?he|(?:his|her|him)/(?:his|hers?|him))\b", re.IGNORECASE),
        'Write "the student", or the name.',
    ),
    (FACT_MARK_SLIP, "Cite the fact on the page around the letter."),
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "A letter is printed, so it has no link: write the words alone."),
    (re.compile(r"\\"), "Delete the backslash; a line of a letter ends by itself."),
    (re.compile(r"</?[a-z!][^>]*>", re.IGNORECASE), "Write it without HTML."),
    (re.compile(r"_{2,}"), "Write a blank like [Date]; it draws its line by itself."),
    (
        re.compile(r"\*+[^*]+\*+|\*\*|(?<!\w)_[^_]+_(?!\w)|`"),
        "A letter has no bold or other marks: write the words alone.",
    ),
    (re.compile(r"\{[^}]*\}?"), "Delete it. Only a choice ends with an id in such brackets."),
)
# Brackets that are reported as something else.
REPORTED = re.compile(rf"!?\[[^\]]*\]\([^)]*\)|{FACT_MARK_SLIP.pattern}")


def written_in_letters(page: Page) -> Iterator[tuple[int, str]]:
    """
    Yield each line of all letters of a page with its number.
    """
    for block in page.blocks:
        if block.name == "letter":
            yield from page.inside(block)


def code_in_letters(page: Page) -> Iterator[int]:
    """
    Yield each line of a letter that begins a code fence: what stands in one is no line of the page any more.
    """
    seen = {number for number, _ in page.numbered}
    for block in page.blocks:
        if block.name == "letter":
            yield from (
                number + 1 for number in range(block.line, block.end) if number in seen and number + 1 not in seen
            )


def lists_in_letters(page: Page) -> Iterator[list[tuple[int, str]]]:
    """
    Yield the items of each list in the letters of a page, with their lines. An empty line does not end a list.
    """
    for block in page.blocks:
        if block.name == "letter":
            written = [(number, line) for number, line in page.inside(block) if line.strip()]
            for is_list, items in groupby(written, lambda pair: bool(LIST_MARK.match(pair[1]))):
                if is_list:
                    yield list(items)


@rule
def letter_fields_are_known(page: Page, context: Guide) -> Findings:
    """
    Each blank of a letter is the label of a field in `fields.yml`: for another one the form would have no question.
    """
    known = context.data.field_by_label
    if context.data.fields.has_slips:
        # The label may be that of a field whose slip is reported already.
        return
    for number, line in written_in_letters(page):
        for label in blank_labels(line):
            if label not in known:
                yield number, f'no field has the label "{label}"', did_you_mean(label, known)


@rule
def letter_is_plain(page: Page, context: Guide) -> Findings:
    """
    A letter is lines, headings and lists in plain words: no "(s)", no "and/or", no bold, link, table or mark of a fact.
    It must read like a person's own, on paper and in Word too.
    """
    for number in code_in_letters(page):
        yield number, "the letter has a line of code", "Delete the marks and write its words as they are."
    for number, line in written_in_letters(page):
        choice = parse_written_item(line)
        words = choice.text if choice else LIST_MARK.sub("", line)
        other = [(number, what, fix) for form, what, fix in NO_LINE if form.match(line)]
        if other:
            yield other[0]
            continue
        for slip, fix in NO_WORDS:
            for match in slip.finditer(words):
                yield number, f'the letter has "{match[0]}"', fix
        left = re.search(r"[\[\]]", REPORTED.sub("", BLANK.sub("", words)))
        if left and not SECTION.match(line):
            yield (
                number,
                f'this "{left[0]}" is part of no blank',
                'A blank is "[Label]", on one line, with no colon or other bracket right behind it.',
            )


@rule
def letter_heading_is_plain(page: Page, context: Guide) -> Findings:
    """
    A section of a letter begins with "## " and plain words: no blank, no id, no mark.
    Its contract finds the section by them.
    """
    for number, line in written_in_letters(page):
        heading = SECTION.match(line)
        if heading and not re.match(r"##\s", line):
            yield (
                number,
                f'the heading "{heading[1]}" does not begin with "## "',
                f'Write "## {heading[1]}". If it is no heading, begin the line with a word.',
            )
        elif heading and re.search(r"[\[\]#]", heading[1]):
            yield (
                number,
                f'the heading "{heading[1]}" has more than plain words',
                "Leave only the words. A blank can be in the text below.",
            )


@rule
def letter_blank_stands_right(page: Page, context: Guide) -> Findings:
    """
    A list stands alone in an item; a long text and a signature alone on a line; an optional blank so, or in a choice.

    What is left empty then leaves no trace, and each thing of a list gets an item of its own.
    """
    for number, line in written_in_letters(page):
        is_choice, is_item, alone = parse_written_item(line), LIST_ITEM.match(line), LIST_MARK.sub("", line).strip()
        for label in blank_labels(line):
            entry = context.data.fields.get(context.data.field_by_label.get(label, ""))
            if not entry:
                continue
            on_line = alone == f"[{label}]" and not is_item
            if entry.kind == "list" and (alone != f"[{label}]" or is_choice or not is_item):
                what, fix = (
                    f'the list "[{label}]" is not alone in an item',
                    f'Write "- [{label}]" on a line of its own.',
                )
            elif entry.kind in ("long", "signature") and not on_line:
                what, fix = f'the blank "[{label}]" is not alone on its line', "Give it a line of its own."
            elif entry.kind != "list" and entry.optional and not (on_line or is_choice):
                what = f'the blank "[{label}]" may stay empty, and is not alone on its line'
                fix = "Give it a line of its own, or put the sentence into a choice."
            else:
                continue
            yield number, what, fix


@rule
def letter_choices_are_alike(page: Page, context: Guide) -> Findings:
    """
    A list holds choices only, or none. All are whole sentences, or all are things without a full stop, and of several
    side by side one at most is chosen beforehand.

    Chosen sentences run on as a paragraph; chosen things stay a list.
    """
    for items in lists_in_letters(page):
        written = [(number, line, parse_written_item(line)) for number, line in items]
        choices = [(number, choice, choice.text.endswith(SENTENCE_END)) for number, _, choice in written if choice]
        if not choices:
            continue
        for number, line, choice in written:
            if not choice:
                yield (
                    number,
                    "this item has no box, and others of its list have one",
                    'Begin it with "- [ ] " and end it with an id, or put a line of words between the two lists.',
                )
            elif not line.startswith("- "):
                yield number, "this choice has a number or another mark", 'Begin it with "- ".'
        first, kinds = choices[0][2], {True: "a sentence", False: "a thing without a full stop"}
        for number, _, is_sentence in choices:
            if is_sentence != first:
                yield (
                    number,
                    f"this choice is {kinds[is_sentence]}, the first of its list is {kinds[first]}",
                    "Write all choices of a list in one way, or put a line of words between two lists.",
                )
        for _, side_by_side in groupby(choices, lambda choice: choice[1].is_alternative):
            for number, _, _ in [choice for choice in side_by_side if choice[1].box == "(x)"][1:]:
                yield (
                    number,
                    "a second one of these is chosen beforehand",
                    'Begin it with "- ( ) ": one at most is true.',
                )
