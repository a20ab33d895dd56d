"""
The time limits that the guide offers a parent to count.
"""

from pathlib import Path

import pytest

from guide.blocks.deadlines import rows_by_event
from guide.data import read_data
from guide.data.facts import Limit

DATA = read_data(Path(__file__).resolve().parent.parent / "docs/_data")
ROWS = rows_by_event(DATA.facts)


def test_every_limit_of_the_facts_is_offered():
    """
    Each limit stands below an event that a parent can pick, once, with every fact that has it.
    """
    wanted = {(key, limit.model_dump_json()) for key, fact in DATA.facts.items() for limit in fact.all_limits}

    offered = [
        (key, row.rule.model_dump_json())
        for event in DATA.events
        for row in ROWS[event]
        if isinstance(row.rule, Limit)
        for key in row.facts
    ]

    assert sorted(wanted) == sorted(offered)


@pytest.mark.parametrize("fact", ["iee-district-choice", "pwn-when"])
def test_a_rule_without_a_number_is_offered_as_such(fact):
    """
    Where the law gives no number, its own words stand in its place.
    """
    rule = DATA.facts[fact].no_number

    assert any(row.rule == rule and '"' in rule.words for row in ROWS[rule.event])


def test_what_differs_stands_side_by_side():
    """
    Two sources for the time to test are two rows, and a limit in three facts is one row with the surest first.
    """
    testing = [row.facts for row in ROWS["consent-to-test-given"]]
    filing = [row.facts for row in ROWS["learned-of-action"]]

    assert ([["mo-evaluation-60-days"], ["evaluation-60-days"]], 1, "confirmed") == (
        testing,
        len(filing),
        DATA.facts[filing[0][0]].status,
    )
