"""
The Content-Security-Policy of each page.
"""

from html import escape
from pathlib import Path

CHARSET = '<meta charset="utf-8">'
# What a page may load: only the site's own files. Styles set by a script are no style attributes. No page reads another
# file, frames one, has a worker or a manifest; a worker could be any script of the site if nothing were said of it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'none'; worker-src 'none'; frame-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'"
)


# Where papers are read, pdf.js opens a PDF beside the page, in a worker of the site's own (overrides/assets/pdfjs-…).
READS = "<guide-reader"
WORKER = ("worker-src 'none'", "worker-src 'self'")


def write_policies(site: Path) -> None:
    """
    Write the policy into each page: the same for all but those that read papers. A script that stands in a page does
    not run.

    Raises:
        ValueError: a page does not declare its character set the way `main.html` does.
    """
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if CHARSET not in text:
            raise ValueError(f"{file}: no {CHARSET}")
        policy = POLICY.replace(*WORKER) if READS in text else POLICY
        tag = f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        file.write_text(text.replace(CHARSET, tag, 1), encoding="utf-8")
