"""
Copies made by a script, with hostile and half-filled settings: each slip gets a sentence, and nothing ends in a traceback.
What good settings make is in `test_host.py`, and what empty ones do.
"""

import re

import pytest

from copies import ROOT, copy_to, run
from guide.data import read_data

ORIGINAL = read_data(ROOT / "docs/_data").original
SENTENCE = re.compile(r"\S+:\d+: .+\. .+[.?\x22] \[[a-z-]+\]")
HEAD = "INHERIT: defaults.yml\nextra:\n  organization:\n"
# What stands in the host's files instead of what was there, by the file, and what must be told of each, by rule.
HOSTILE = {
    "mkdocs.yml": (
        "INHERIT: docs/_data/organization.yml\nsite_name: '<script>alert(1)</script>'\n"
        "site_url: javascript:alert(1)\nsite_description: '\"><img src=x onerror=alert(1)>'\n"
    ),
    "docs/_data/organization.yml": HEAD
    + "".join(
        f"    {key}: {value!r}\n"
        for key, value in {
            "name": "<b onmouseover=alert(1)>Us</b>",
            "about": "</title><script src=//evil.example></script>",
            "phone": '1"><script>',
            "email": "a@b.example?bcc=c@evil.example",
            "url": "javascript:alert(1)",
            "logo": "../../mkdocs.yml",
            "__proto__": "x",
        }.items()
    ),
    "overrides/brand/brand.css": (
        "@import '//evil.example/a.css';\n:root { --guide-accent: url(https://evil.example/a); --guide-second: #b4782b\n"
    ),
    "overrides/brand/favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "docs/local/index.md": "\x00\x1b[31m<script>alert(1)</script>",
    "docs/local/_data/facts.yml": "a: &a [*a, *a]\n",
}
HALF = {
    "mkdocs.yml": f"INHERIT: docs/_data/organization.yml\nsite_name: Us\nsite_url: {ORIGINAL.site_url}index.html\n",
    "docs/_data/organization.yml": HEAD
    + (
        "    name:\n    about: We help.\n    phone: call us\n    email: help at ozark\n    url: http://ozark.example\n    logo: our-logo.jpg\n"
    ),
    "overrides/brand/brand.css": ":root { --guide-accent: #9ad; --guide-second: ; }\n",
}
EMPTY = dict.fromkeys([*HALF, "docs/local/index.md", "overrides/brand/logo.svg"], "")
# For each copy, the files of which something must be told.
COPIES = {"hostile": HOSTILE, "half": HALF, "empty": EMPTY}


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_with_bad_settings_gets_its_sentences(tmp_path, kind):
    """
    Of each file something is told, each slip in a sentence with file and line; nothing is built, and the last site stays.
    """
    copy = copy_to(tmp_path / "guide")
    for name, text in COPIES[kind].items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")

    ended = run(copy)

    told = [line for line in ended.stdout.splitlines() if line]
    assert (1, []) == (ended.returncode, [line for line in told if not SENTENCE.fullmatch(line)])
    assert [] == [name for name in COPIES[kind] if not any(line.startswith(f"{name}:") for line in told)]
    assert "Traceback" not in ended.stderr and "the last good site" == (copy / "site/before.txt").read_text(
        encoding="utf-8"
    )
