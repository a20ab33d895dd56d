"""
The pages that show the facts leave none out.
"""

from pathlib import Path

from guide.data import read_data
from guide.grammar import fact_ids
from guide.pages import read_page, read_pages

ROOT = Path(__file__).resolve().parent.parent
# Topics that a page of their own tells in other words.
TOLD_ON = {"contact": "docs/reference/who-to-call.md", "numbers": "docs/about/numbers-you-may-hear.md"}


def test_every_topic_is_shown_as_law():
    """
    Each topic of the facts stands in one block `law`, or is one of `TOLD_ON`.
    """
    facts = read_data(ROOT / "docs/_data").facts
    pages, _ = read_pages(ROOT / "docs", ROOT)
    shown = [block.options["topic"][0] for page in pages for block in page.blocks if block.name == "law"]

    assert sorted({fact.topic for fact in facts.values()} - set(TOLD_ON)) == sorted(shown)


def test_every_contact_and_figure_is_on_its_page():
    """
    No phone, address or figure of the facts is left out of the page that lists them.
    """
    facts = read_data(ROOT / "docs/_data").facts
    cited = {topic: {mark for _, line in read_page(ROOT / path, ROOT).numbered for mark in fact_ids(line)}
             for topic, path in TOLD_ON.items()}

    assert [] == [key for key, fact in facts.items() if fact.topic in TOLD_ON and key not in cited[fact.topic]]
