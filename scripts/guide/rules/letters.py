"""
Rules on letters: what each must hold, as `letters/` says. How it is written stands in `letter_form.py`.
"""

import re
from difflib import get_close_matches
from itertools import pairwise
from pathlib import PurePosixPath

from guide.grammar import PHONE_SLIP, blank_labels, dialed, fact_ids
from guide.pages import Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.letter_sections import WrittenSection, closing_line, letters_of, signatures
from guide.rules.rule import Findings, rule

# What is written where a letter goes: a box, a post code, a phone, an e-mail address.
ADDRESS = re.compile(
    rf"\bP\.? ?O\.? Box \d+|\b\d{{5}}(?:-\d{{4}})?\b|{PHONE_SLIP.pattern}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


@rule
def letter_is_known(page: Page, context: Guide) -> Findings:
    """
    A letter's id is a key of `letters/`, and its page is named for it:
    without its contract no rule would guard the letter.
    """
    folder = "docs/local/_data/letters" if page.is_local else "docs/_data/letters"
    for block in page.blocks:
        if block.name != "letter" or not block.id:
            continue
        if not context.data.letters.may_have(block.id):
            yield (
                block.line,
                f'"{folder}" has no letter "{block.id}"',
                did_you_mean(block.id, context.data.letters),
            )
        elif page.path.startswith("docs/") and PurePosixPath(page.path).stem != block.id:
            yield (
                block.line,
                f'the letter "{block.id}" is on a page with another name',
                f'Name the page "{block.id}.md": its downloads are named for it.',
            )


@rule
def letter_has_required_sections(page: Page, context: Guide) -> Findings:
    """
    A letter has each section that `letters/` asks for, once, and in that order. Some letters do not count without them.
    """
    for block, contract, sections in letters_of(page, context):
        wanted = [required.heading for required in contract.required_sections]
        present: list[WrittenSection] = []
        for required in contract.required_sections:
            where = [section for section in sections if section.heading == required.heading]
            if not where:
                others = {section.heading: section.line for section in sections if section.heading not in wanted}
                meant = get_close_matches(required.heading, others, 1, 0.7)
                line, fix = (
                    (others[meant[0]], f'Write the heading "{meant[0]}" as "## {required.heading}".')
                    if meant
                    else (block.line, f'Add the line "## {required.heading}" inside it.')
                )
                yield line, f'no section "{required.heading}"', f"{fix} Why: {required.why}"
            for again in where[1:]:
                yield again.line, f'the section "{required.heading}" is there twice', "Keep one of them."
            present += where[:1]
        for before, after in pairwise(present):
            if before.line > after.line:
                yield after.line, f'the section "{after.heading}" comes too early', f'Put it below "{before.heading}".'


@rule
def letter_section_is_not_empty(page: Page, context: Guide) -> Findings:
    """
    A section of a letter holds words of its own: a heading alone asks for nothing.
    """
    for _, contract, sections in letters_of(page, context):
        reasons = {required.heading: f"Write it. Why: {required.why}" for required in contract.required_sections}
        for section in sections:
            if section.is_empty:
                yield (
                    section.line,
                    f'the section "{section.heading}" is empty',
                    reasons.get(section.heading, "Write it, or delete its heading."),
                )


@rule
def letter_names_what_it_must(page: Page, context: Guide) -> Findings:
    """
    Each required section holds the blanks and the words that `letters/` asks for in it.
    No later change of style drops what the letter is for.

    A signature stands in the closing, below all sections, and has a rule of its own.
    """
    signed = signatures(context)
    for _, contract, sections in letters_of(page, context):
        written = {section.heading: section for section in sections}
        for required in contract.required_sections:
            section = written.get(required.heading)
            if not section or section.is_empty:
                continue
            for label in (context.data.fields[key].label for key in required.fields if key in context.data.fields):
                if label not in section.labels and label not in signed:
                    yield (
                        section.line,
                        f'the section "{required.heading}" has no blank "[{label}]"',
                        f"Add it. Why: {required.why}",
                    )
            for phrase in required.phrases:
                if not section.holds(phrase):
                    yield (
                        section.line,
                        f'the section "{required.heading}" does not say "{phrase}"',
                        f"Say it there in these words. Why: {required.why}",
                    )


@rule
def letter_is_signed(page: Page, context: Guide) -> Findings:
    """
    A letter has one place to sign, below a closing like "Sincerely,": some letters count only when they are signed.
    A worksheet or a sheet, which is never sent, has none.
    """
    labels = signatures(context)
    if not labels:
        # Nothing to sign with: the fields could not be read, which is reported already.
        return
    for block, contract, _ in letters_of(page, context):
        lines = page.inside(block)
        places = [number for number, line in lines for label in blank_labels(line) if label in labels]
        if contract.kind != "letter":
            for line in places:
                yield line, f"this {contract.kind} has a place to sign", f"Delete it. Nobody sends a {contract.kind}."
            continue
        if not places:
            yield (
                block.line,
                "the letter has no place to sign",
                f'End it with "Sincerely,", an empty line, and "[{labels[0]}]" with "[Your name]" below. '
                "Some letters count only when they are signed.",
            )
        elif not closing_line(lines, labels):
            yield (
                places[0],
                "there is no closing above this signature",
                'Write "Sincerely," above it, with an empty line before and after that.',
            )
        for line in places[1:]:
            yield line, "the letter has a second place to sign", "Keep one of them."


@rule
def letter_address_is_in_facts(page: Page, context: Guide) -> Findings:
    """
    An address or a phone number in a letter is that of a fact which `letters/` names for it.

    So nobody can change the contact in one place and leave the old one in a letter. On a host's own page it may be the
    host's.
    """
    host = context.data.organization if page.is_local else None
    own = [said for said in (*ADDRESS.findall(host.address), host.email, host.phone) if said] if host else []
    for block, contract, _ in letters_of(page, context):
        statements = [context.data.facts[key].statement for key in contract.facts if key in context.data.facts]
        known = [address for statement in statements for address in ADDRESS.findall(statement)] + own
        has = f"Its facts have {', '.join(known)}. " if known else ""
        for number, line in page.inside(block):
            for address in ADDRESS.findall(line):
                if address not in known and not (host and host.phone and dialed(address) == dialed(host.phone)):
                    yield (
                        number,
                        f'"{address}" is in no fact of this letter',
                        f'{has}Fix it, or name the fact that has it in letters/{block.id}.yml under "facts".',
                    )


@rule
def letter_page_cites_its_facts(page: Page, context: Guide) -> Findings:
    """
    A letter's page cites each fact that `letters/` names for it.
    What the law says about a letter is read where the letter is written.
    """
    for block, contract, _ in letters_of(page, context):
        around = " ".join(line for number, line in page.numbered if not block.line < number < block.end)
        cited = fact_ids(around)
        for key in contract.facts:
            if key in context.data.facts and key not in cited:
                yield (
                    block.line,
                    f'the page of this letter does not cite the fact "{key}"',
                    f"Say it above or below the letter, and put [^{key}] behind the sentence: "
                    f'"{context.data.facts[key].statement}"',
                )
