"""
The rules between data files: what one names exists in the other, nothing stands twice, and nothing lies there unused.
"""

import re
from collections.abc import Iterator

from guide.data import Data
from guide.grammar import blank_labels, fact_ids, parse_option
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.route_names import Use, route_uses, unclear_limits
from guide.rules.rule import Findings, rule


@rule
def data_names_what_exists(context: Guide) -> Findings:
    """
    What an entry names exists: a fact, an event, a field, a term, a letter, and each part of the decision helper.
    """
    data = context.data
    for use in [*data_uses(data), *route_uses(data)]:
        if use.is_missing:
            yield (
                use.place.path,
                use.place.line,
                f'"{use.at[0]}" names the {use.target.called} "{use.name}", which does not exist',
                did_you_mean(use.name, use.target),
            )
    if data.routes:
        for place, what, fix in unclear_limits(data.routes, data.facts):
            yield place.path, place.line, what, fix


@rule
def data_key_is_unique(context: Guide) -> Findings:
    """
    No two fields have one label: letters name a blank by it.
    """
    data = context.data
    for key, blank in data.fields.items():
        other = data.field_by_label[blank.label]
        if other != key:
            yield (
                *context.place("fields", key),
                f'the label of "{key}" is that of "{other}" too',
                "Give one of them another label: letters name a blank by it.",
            )


@rule
def data_is_used(context: Guide) -> Findings:
    """
    Something starts from each event, a letter has the blank of each field, a page has each letter, and speaks of each
    term. Books are offered as soon as they are there.
    """
    yield from unused_events(context)
    if context.pages:
        yield from unused_fields(context)
        yield from unused_letters(context)
        yield from unused_terms(context)


@rule
def fact_is_used(context: Guide) -> Findings:
    """
    A page, a letter or another data file cites each fact, or the fact says in `unused` why it is kept all the same:
    what nobody reads is checked in vain, or hides a page that forgot to cite it.
    """
    # A slip in the decision helper is reported already, and may be the reason.
    if not context.pages or not context.data.routes:
        return
    cited = cited_facts(context)
    for key, fact in context.data.facts.items():
        if key not in cited and not fact.unused:
            where = "on a page in docs/local/" if key in context.data.facts.own else "where it is needed"
            yield (
                *context.place("facts", key),
                f'nothing cites the fact "{key}"',
                f'Cite it {where}, say in "unused:" why it is kept, or delete it.',
            )
        if key in cited and fact.unused:
            yield *context.place("facts", key, "unused"), f'"{key}" is cited', 'Delete its "unused:".'


def cited_facts(context: Guide) -> set[str]:
    """
    Return the keys of the facts that a page, a letter or another data file cites.
    """
    data = context.data
    cited = {key for page in context.pages for _, line in page.numbered for key in fact_ids(line)}
    cited |= {
        key
        for part in (data.routes.parts if data.routes else ())
        for entry in part.values()
        for key in fact_ids(str(entry))
    }
    return cited | {use.name for use in [*data_uses(data), *route_uses(data)] if use.target is data.facts}


def data_uses(data: Data) -> Iterator[Use]:
    """
    Yield each name that an entry uses, without those of the decision helper.
    """
    facts, events, fields = data.facts, data.events, data.fields
    for key, fact in facts.items():
        yield from (Use(facts, (key,), events, name) for name in sorted(fact.events))
        yield from (Use(facts, (key,), facts, name) for name in fact.needs)
    for key, event in events.items():
        yield from (Use(events, (key,), facts, name) for name in event.facts)
        if event.office_hours:
            yield Use(events, (key, "office_hours"), facts, event.office_hours)
        yield from (Use(events, (key,), events, name) for name in event.see + event.also_start)
    for key, term in data.glossary.items():
        yield from (Use(data.glossary, (key,), facts, name) for name in term.facts)
        yield from (Use(data.glossary, (key,), data.glossary, name) for name in term.see)
    for key, letter in data.letters.items():
        yield from (Use(data.letters, (key,), facts, name) for name in letter.facts)
        for place, statement in enumerate(letter.statements):
            yield Use(data.letters, (key, "statements", place, "fact"), facts, statement.fact)
            yield Use(data.letters, (key, "statements", place, "field"), fields, statement.field)
        for place, section in enumerate(letter.required_sections):
            yield from (
                Use(data.letters, (key, "required_sections", place, "fields"), fields, name) for name in section.fields
            )


def unused_events(context: Guide) -> Findings:
    """
    Yield each event that nothing starts from: a parent who picked it would get no answer.
    """
    data = context.data
    # A slip in the facts is reported already, and may be the reason.
    if data.facts.has_slips:
        return
    used = set().union(*(fact.events for fact in data.facts.values()))
    for key in data.events.keys() - used:
        yield (
            *context.place("events", key),
            f'no limit starts from the event "{key}"',
            "Delete it, or name it as the event of a limit in the facts.",
        )


def unused_fields(context: Guide) -> Findings:
    """
    Yield each field whose blank stands on no page.
    """
    used = {label for page in context.pages for _, line in page.numbered for label in blank_labels(line)}
    for key, blank in context.data.fields.items():
        if blank.label not in used:
            yield (
                *context.place("fields", key),
                f'no page has the blank "[{blank.label}]"',
                "Delete this field, or write its blank in a letter.",
            )


def unused_letters(context: Guide) -> Findings:
    """
    Yield each letter that no page holds.
    """
    for key in context.data.letters:
        if key not in context.block_ids:
            yield (
                *context.place("letters", key),
                f'no page has the letter "{key}"',
                f'Write its page "{key}.md", or delete this file.',
            )


def unused_terms(context: Guide) -> Findings:
    """
    Yield each term that no page speaks of, by this or another name, unless families hear it elsewhere; and the reverse.
    """
    # The id of a letter or a list says no term.
    prose = [line for page in context.pages for _, line in page.numbered if not parse_option(line)]
    # What pages show of the facts, too.
    prose += [text for fact in context.data.facts.values() for text in (fact.statement, fact.citation)]
    words = only_words("\n".join(prose)) + " "
    for key, term in context.data.glossary.items():
        is_used = any(f"{only_words(name)}{end} " in words for name in term.names for end in ("", "s", "es"))
        if not is_used and not term.heard:
            yield (
                *context.place("glossary", key),
                f'no page speaks of "{term.term}"',
                'Delete it, use it where it helps, or write "heard: true" if families hear it elsewhere.',
            )
        if is_used and term.heard:
            yield *context.place("glossary", key), f'"{term.term}" is on a page', 'Delete "heard: true".'


def only_words(text: str) -> str:
    """
    Return the words of a text in small letters, each behind one space:
    to look for a term so is ten times as fast as by a pattern.
    """
    return " " + " ".join(re.findall(r"\w+", text.lower()))
