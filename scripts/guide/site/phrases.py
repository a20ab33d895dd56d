"""
The phrases of a page that its scripts say, as data in the page.
"""

import json
import re
from pathlib import Path

DATA = '<script type="application/json" id="guide-phrases">'
CALL = re.compile(r'\bguide\.phrase\("(\w+)\.(\w+)"')


def trim_phrases(site: Path) -> None:
    """
    Leave in the data of each page only the phrases that some script says: its templates have written theirs already.
    """
    spoken = {
        call
        for file in (site / "assets/guide").rglob("*.js")
        for call in CALL.findall(file.read_text(encoding="utf-8"))
    }
    for file in sorted(site.rglob("*.html")):
        before, start, rest = file.read_text(encoding="utf-8").partition(DATA)
        if not start:
            continue
        # In the data "<" is written as an escape, so that the first one ends it.
        data, end, after = rest.partition("</script>")
        groups = {
            group: {key: phrase for key, phrase in entries.items() if (group, key) in spoken}
            for group, entries in json.loads(data).items()
        }
        text = json.dumps(groups, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        file.write_text(before + start + text + end + after, encoding="utf-8")
