"""
What is known of PDF and Word files from an earlier build gives the same answer as reading them anew.
"""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from guide.rules.links import check_built
from guide.site import known_links
from guide.site.reading import read_site, site_files

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body><a href="a.pdf">x</a></body></html>'


def write_pdf(file: Path, address: str) -> None:
    """
    Write a PDF file with a link.
    """
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    link.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
    pdf.save(out)
    file.write_bytes(out.getvalue())


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    write_pdf(folder / "a.pdf", "http://plain.example/")
    return folder


def told(site: Path, kept: Path | None) -> list[str]:
    """
    Return what is wrong with the files to download, with what is kept in a file.
    """
    problems = check_built(read_site(site), site_files(site), [], "/guide/", None, kept)
    return [str(problem) for problem in problems if problem.rule == "download-leads-somewhere"]


def test_a_second_build_says_what_the_first_said(site, tmp_path, monkeypatch):
    """
    The same problems from a fresh clone, with nothing known, and with all known; then no file is read again.
    """
    kept = tmp_path / "links.json"
    fresh, first = told(site, None), told(site, kept)

    monkeypatch.setattr(known_links, "links_of_pdf", lambda file: pytest.fail("it was read again"))

    assert len(fresh) == 1
    assert fresh == first == told(site, kept)


def test_a_file_that_changed_is_read_again(site, tmp_path):
    """
    What counts is what the file holds, not its name or time; what no file holds any more is forgotten.
    """
    kept = tmp_path / "links.json"
    told(site, kept)
    write_pdf(site / "a.pdf", "https://good.example/")

    assert [] == told(site, kept)
    assert len(json.loads(kept.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("slip", [b"", b"\xff", b"[]", b"{", b'{"a": 1}', b'{"a": [[1, 2]]}', b"7"])
def test_what_is_not_as_it_was_written_is_read_anew(site, tmp_path, slip):
    """
    A file of what is known that is broken costs time, and nothing else.
    """
    kept = tmp_path / "links.json"
    kept.write_bytes(slip)

    assert len(told(site, kept)) == 1
