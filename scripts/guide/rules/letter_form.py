"""
Rules on letters: how each is written, and the parts of its page. What it must hold stands in `letters.py`.
"""

import re
from difflib import get_close_matches
from itertools import groupby
from typing import Iterator

from guide.grammar import BLANK, FACT_MARK_SLIP, FENCE, LIST_ITEM, LIST_MARK, blank_labels, parse_written_item
from guide.problems import Problem, did_you_mean
from guide.rules.letters import SECTION, letters_of
from guide.rules.whole import Whole
from guide.source import Block, Heading, Page

# What stands on a letter's page below what the letter says, in this order; the letter stands in the third. A sheet stands on any page.
PARTS = {
    "letter": ("When to use it, and when not", "Before you send", "The letter", "After you send it"),
    "worksheet": ("When to use it, and when not", "Before you fill it in", "The worksheet", "After you fill it in"),
}
# A letter is lines, headings and lists: nothing else fits into its Word file.
NO_LINE = (
    (re.compile(r"[ \t]+\S"), "this line of the letter begins with spaces", "Begin it at the margin."),
    (re.compile(r".*\|"), "the letter has a table", 'Write a line for each row, without "|".'),
    (re.compile(r">"), "the letter has a quote", 'Begin the line with a word, without ">".'),
    (re.compile(r":\s"), "this line of the letter begins with a colon", "Begin it with a word."),
    (FENCE, "a block stands inside the letter", "Put it above or below the letter."),
    (re.compile(r"(?:[-=*] ?){2,}$"), "the letter has a line across", "Take it away: an empty line is enough."),
)
NO_WORDS = (
    (re.compile(r"\S {2,}\S"), "Leave one space."),
    (re.compile(r"\w+\((?:s|es|ren)\)"), "Choose one form, or use a list."),
    (re.compile(r"\band/or\b", re.IGNORECASE), 'Choose "and" or "or".'),
    (re.compile(r"\b(?:s/he|s?he/s?he|(?:his|her|him)/(?:his|hers?|him))\b", re.IGNORECASE), 'Write "the student", or the name.'),
    (FACT_MARK_SLIP, "Cite the fact on the page around the letter."),
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "A letter is printed, so it has no link: write the words alone."),
    (re.compile(r"\\"), "Take the backslash away; a line of a letter ends by itself."),
    (re.compile(r"</?[a-z!][^>]*>", re.IGNORECASE), "Write it without HTML."),
    (re.compile(r"_{2,}"), "Write a blank like [Date]; it draws its line by itself."),
    (re.compile(r"\*+[^*]+\*+|\*\*|(?<!\w)_[^_]+_(?!\w)|`"), "A letter has no bold or other marks: write the words alone."),
    (re.compile(r"\{[^}]*\}?"), "Take it away. Only a choice ends with an id in such brackets."),
)
# Brackets that are told as something else.
TOLD = re.compile(rf"!?\[[^\]]*\]\([^)]*\)|{FACT_MARK_SLIP.pattern}")
SENTENCE_END = (".", "?", "!")


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
            yield from (number + 1 for number in range(block.line, block.end) if number in seen and number + 1 not in seen)


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


def parts_of(page: Page, letter: Block) -> list[Heading]:
    """
    Return the headings of a letter's page that begin a part, without those of the letter.
    """
    return [heading for heading in page.headings if heading.depth == 2 and not letter.line < heading.line < letter.end]


def letter_fields_are_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each blank of a letter is the label of a field in `fields.yml`.
    """
    known = whole.data.field_by_label
    if whole.data.fields.unusable or not whole.data.fields.is_complete:
        # The label may be that of a field whose slip is told already.
        return
    for number, line in written_in_letters(page):
        for label in blank_labels(line):
            if label not in known:
                yield Problem(page.path, number, f'no field has the label "{label}"',
                              did_you_mean(label, known), "letter-fields-are-known")


def letter_is_plain(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter is lines, headings and lists in plain words: no "(s)", no "and/or", no bold, link, table or mark of a fact.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-is-plain")

    for number in code_in_letters(page):
        yield problem(number, "the letter has a line of code", "Take the marks away and write its words as they are.")
    for number, line in written_in_letters(page):
        choice = parse_written_item(line)
        words = choice.text if choice else LIST_MARK.sub("", line)
        other = [problem(number, what, mend) for form, what, mend in NO_LINE if form.match(line)]
        if other:
            yield other[0]
            continue
        for slip, mend in NO_WORDS:
            for match in slip.finditer(words):
                yield problem(number, f'the letter has "{match[0]}"', mend)
        left = re.search(r"[\[\]]", TOLD.sub("", BLANK.sub("", words)))
        if left and not SECTION.match(line):
            yield problem(number, f'this "{left[0]}" is part of no blank',
                          'A blank is "[Label]", on one line, with no colon or other bracket right behind it.')


def letter_heading_is_plain(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A section of a letter begins with "## " and plain words: no blank, no id, no mark.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-heading-is-plain")

    for number, line in written_in_letters(page):
        heading = SECTION.match(line)
        if heading and not re.match(r"##\s", line):
            yield problem(number, f'the heading "{heading[1]}" does not begin with "## "',
                          f'Write "## {heading[1]}". If it is no heading, begin the line with a word.')
        elif heading and re.search(r"[\[\]#]", heading[1]):
            yield problem(number, f'the heading "{heading[1]}" has more than plain words',
                          "Leave only the words. A blank can stand in the text below.")


def letter_page_is_in_order(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter's page says first what the letter says, then when to use it, what to do before, the letter, and what
    comes after; a sheet stands on any page. A worksheet also warns, above it, to talk to a lawyer first.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-page-is-in-order")

    for block, rule, _ in letters_of(page, whole):
        if rule.kind not in PARTS:
            continue
        wanted, own = PARTS[rule.kind], parts_of(page, block)
        missing = [part for part in wanted if part not in [heading.text for heading in own]]
        for heading in own:
            if heading.text not in wanted:
                meant = get_close_matches(heading.text, missing, 1, 0.7)
                missing = [part for part in missing if part not in meant]
                yield problem(heading.line, f'the page of a {rule.kind} has no part "{heading.text}"',
                              f'Did you mean "{meant[0]}"?' if meant else f'Put its words into "{wanted[1]}" or "{wanted[3]}".')
        for part in missing:
            yield problem(block.line, f'the page has no part "{part}"', f'Add the line "## {part}" and what belongs there.')
        here = [heading for heading in own if heading.text in wanted]
        for before, after in zip(here, here[1:]):
            if before.text == after.text:
                yield problem(after.line, f'the part "{after.text}" stands twice', "Keep one of them.")
            elif wanted.index(before.text) > wanted.index(after.text):
                yield problem(after.line, f'the part "{after.text}" stands too late', f'Put it above "{before.text}".')
        title = next((heading.line for heading in page.headings if heading.depth == 1), page.body_line)
        if own and not any(title < line < own[0].line for line, _ in page.paragraphs):
            yield problem(own[0].line, f"the page does not begin with what the {rule.kind} says",
                          "Put one sentence or two above this heading.")
        warned = any(other.name == "warning" and "lawyer" in other.title.lower() and other.line < block.line for other in page.blocks)
        if rule.kind == "worksheet" and not warned:
            yield problem(block.line, "no warning to talk to a lawyer stands above this worksheet",
                          'Put "/// warning | Talk to a lawyer first" above it.')


def letter_stands_alone(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    The letter stands in its own part of the page and is alone there. On paper that part is a sheet with the letter only.
    """
    for block, rule, _ in letters_of(page, whole):
        if rule.kind not in PARTS:
            continue
        part, own = PARTS[rule.kind][2], parts_of(page, block)
        above = [heading for heading in own if heading.line < block.line]
        if above and above[-1].text != part and part in [heading.text for heading in own]:
            yield Problem(page.path, block.line, f'the {rule.kind} does not stand under "## {part}"', "Put it there.",
                          "letter-stands-alone")
        elif above:
            end = next((heading.line for heading in own if heading.line > block.line), block.end)
            in_blocks = {line for other in page.blocks for line in range(other.line, other.end)}
            for line, _ in page.paragraphs:
                if above[-1].line < line < end and line not in in_blocks:
                    yield Problem(page.path, line, f"these words stand beside the {rule.kind}",
                                  "Put them into the part above or below. This part is printed as a sheet of its own.",
                                  "letter-stands-alone")


def letter_blank_stands_right(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A list stands alone in an item; a long text and a signature alone on a line; an optional blank so, or in a choice.

    What is left empty then leaves no trace, and each thing of a list gets an item of its own.
    """
    for number, line in written_in_letters(page):
        is_choice, is_item, alone = parse_written_item(line), LIST_ITEM.match(line), LIST_MARK.sub("", line).strip()
        for label in blank_labels(line):
            entry = whole.data.fields.get(whole.data.field_by_label.get(label, ""))
            if not entry:
                continue
            on_line = alone == f"[{label}]" and not is_item
            if entry.kind == "list" and (alone != f"[{label}]" or is_choice or not is_item):
                what, mend = f'the list "[{label}]" does not stand alone in an item', f'Write "- [{label}]" on a line of its own.'
            elif entry.kind in ("long", "signature") and not on_line:
                what, mend = f'the blank "[{label}]" does not stand alone on its line', "Give it a line of its own."
            elif entry.kind != "list" and entry.optional and not (on_line or is_choice):
                what = f'the blank "[{label}]" may stay empty, and does not stand alone on its line'
                mend = "Give it a line of its own, or put the sentence into a choice."
            else:
                continue
            yield Problem(page.path, number, what, mend, "letter-blank-stands-right")


def letter_choices_are_alike(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A list holds choices only, or none. All are whole sentences, or all are things without a full stop, and of several
    side by side one at most is chosen beforehand.

    Chosen sentences run on as a paragraph; chosen things stay a list.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-choices-are-alike")

    for items in lists_in_letters(page):
        written = [(number, line, parse_written_item(line)) for number, line in items]
        choices = [(number, choice, choice.text.endswith(SENTENCE_END)) for number, _, choice in written if choice]
        if not choices:
            continue
        for number, line, choice in written:
            if not choice:
                yield problem(number, "this item has no box, and others of its list have one",
                              'Begin it with "- [ ] " and end it with an id, or put a line of words between the two lists.')
            elif not line.startswith("- "):
                yield problem(number, "this choice has a number or another mark", 'Begin it with "- ".')
        first, kinds = choices[0][2], {True: "a sentence", False: "a thing without a full stop"}
        for number, _, is_sentence in choices:
            if is_sentence != first:
                yield problem(number, f"this choice is {kinds[is_sentence]}, the first of its list is {kinds[first]}",
                              "Write all choices of a list in one way, or put a line of words between two lists.")
        for _, side_by_side in groupby(choices, lambda choice: choice[1].is_alternative):
            for number, _, _ in [choice for choice in side_by_side if choice[1].box == "(x)"][1:]:
                yield problem(number, "a second one of these is chosen beforehand", 'Begin it with "- ( ) ": one at most is true.')
