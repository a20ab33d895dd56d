"""
The rules between data files: what one names exists in the other, nothing stands twice, and nothing lies there unused.
"""

import re
from typing import Iterator

from guide.data import Data
from guide.grammar import blank_labels, fact_ids, parse_option
from guide.problems import Problem, did_you_mean
from guide.rules import graph
from guide.rules.graph import Use, route_uses, unclear_limits
from guide.rules.whole import Whole


def data_names_what_exists(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    What an entry names exists: a fact, an event, a field, a term, a letter, and each part of the decision helper.
    """
    data = guide.data
    for use in [*data_uses(data), *route_uses(data)]:
        if use.is_missing:
            yield (use.place.path, use.place.line, f'"{use.at[0]}" names the {use.target.called} "{use.name}", which does not exist',
                   did_you_mean(use.name, use.target))
    if data.routes:
        for place, what, fix in unclear_limits(data.routes, data.facts):
            yield place.path, place.line, what, fix


def data_key_is_unique(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    No two fields have one label: letters name a blank by it.
    """
    data = guide.data
    for key, blank in data.fields.items():
        other = data.field_by_label[blank.label]
        if other != key:
            place = data.fields.place(key)
            yield (place.path, place.line, f'the label of "{key}" is that of "{other}" too',
                   "Give one of them another label: letters name a blank by it.")


def data_is_used(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    Something starts from each event, a letter has the blank of each field, a page has each letter, speaks of each term, and cites
    each fact or shows its topic. Books are offered as soon as they are there.
    """
    yield from unused_events(guide.data)
    if guide.pages:
        yield from unused_fields(guide)
        yield from unused_letters(guide)
        yield from unused_terms(guide)
        yield from unused_facts(guide)


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
            yield from (Use(data.letters, (key, "required_sections", place, "fields"), fields, name) for name in section.fields)


def unused_events(data: Data) -> Iterator[tuple[str, int, str, str]]:
    """
    Yield each event that nothing starts from: a parent who picked it would get no answer.
    """
    # A slip in the facts is reported already, and may be the reason.
    if data.facts.unusable or not data.facts.is_complete:
        return
    used = set().union(*(fact.events for fact in data.facts.values()))
    for key in data.events.keys() - used:
        place = data.events.place(key)
        yield (place.path, place.line, f'no limit starts from the event "{key}"',
               "Delete it, or name it as the event of a limit in the facts.")


def unused_fields(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    Yield each field whose blank stands on no page.
    """
    used = {label for page in guide.pages for _, line in page.numbered for label in blank_labels(line)}
    for key, blank in guide.data.fields.items():
        if blank.label not in used:
            place = guide.data.fields.place(key)
            yield place.path, place.line, f'no page has the blank "[{blank.label}]"', "Delete this field, or write its blank in a letter."


def unused_letters(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    Yield each letter that no page holds.
    """
    for key in guide.data.letters:
        if key not in guide.block_ids:
            place = guide.data.letters.place(key)
            yield place.path, place.line, f'no page has the letter "{key}"', f'Write its page "{key}.md", or delete this file.'


def unused_terms(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    Yield each term that no page speaks of, by this or another name, unless families hear it elsewhere; and the reverse.
    """
    # The id of a letter or a list says no term.
    prose = [line for page in guide.pages for _, line in page.numbered if not parse_option(line)]
    # What pages show of the facts, too.
    prose += [text for fact in guide.data.facts.values() for text in (fact.statement, fact.citation)]
    words = only_words("\n".join(prose)) + " "
    for key, term in guide.data.glossary.items():
        place = guide.data.glossary.place(key)
        is_used = any(f"{only_words(name)}{end} " in words for name in term.names for end in ("", "s", "es"))
        if not is_used and not term.heard:
            yield (place.path, place.line, f'no page speaks of "{term.term}"',
                   'Delete it, use it where it helps, or write "heard: true" if families hear it elsewhere.')
        if is_used and term.heard:
            yield place.path, place.line, f'"{term.term}" stands on a page', 'Delete "heard: true".'


def only_words(text: str) -> str:
    """
    Return the words of a text in small letters, each behind one space: to look for a term so is ten times as fast as by a pattern.
    """
    return " " + " ".join(re.findall(r"\w+", text.lower()))


def unused_facts(guide: Whole) -> Iterator[tuple[str, int, str, str]]:
    """
    Yield each fact that nothing cites, and whose topic no page shows.
    """
    data = guide.data
    used = {key for page in guide.pages for _, line in page.numbered for key in fact_ids(line)}
    used |= {key for part in (data.routes.parts if data.routes else ()) for entry in part.values() for key in fact_ids(str(entry))}
    used |= {use.name for use in [*data_uses(data), *route_uses(data)] if use.target is data.facts}
    topics = {block.options["topic"][0] for page in guide.pages for block in page.blocks if block.name == "law" and "topic" in block.options}
    for key, fact in data.facts.items():
        if key not in used and fact.topic not in topics and data.routes:
            place = data.facts.place(key)
            yield (place.path, place.line, f'nothing cites the fact "{key}", and no page shows its topic "{fact.topic}"',
                   "Cite it, give it the topic of a page, or delete it.")


RULES = (data_names_what_exists, data_key_is_unique, data_is_used, graph.routes_lead_to_a_result, graph.routes_are_reached)


def check_data(guide: Whole) -> list[Problem]:
    """
    Return what does not fit together in the data of the guide.
    """
    return [Problem(*found, rule.__name__.replace("_", "-")) for rule in RULES for found in rule(guide)]
