"""
The names of letters and lists for a family's case: what is kept names them by their ids.
"""

import json
from pathlib import Path

from lxml import etree

from guide.site.reading import BuiltPage, elements_of

HELD = etree.XPath("//guide-letter[@id] | //guide-checklist[@id] | //guide-plan[@id] | //guide-review[@id]")
TITLE = etree.XPath("//h1")


def write_case_pages(site: Path, pages: list[BuiltPage]) -> None:
    """
    Write `case/pages.js`: by the id of each letter and list the title and the path of its page, as a script that loads
    from a folder too.
    """
    found = {}
    for page in pages:
        for element in elements_of(page.tree, HELD):
            title = " ".join("".join(elements_of(page.tree, TITLE)[0].itertext()).split())
            # A plan holds its list, which has the id that is kept.
            found[element.get("id")] = {"title": title, "url": f"{page.path}#{element.get('id')}"}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    file = site / "case/pages.js"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"guide.casePages = {text}\n", encoding="utf-8")
