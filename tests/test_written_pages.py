"""
Pages as written: what is read, on which line, and what cannot be read.
"""

import pytest

from guide.page_files import UnreadablePage, page_files, read_page, read_pages


def page_of(tmp_path, text: str):
    """
    Return the page that holds `text`.
    """
    file = tmp_path / "page.md"
    file.write_bytes(text.encode("utf-8"))
    return read_page(file, tmp_path)


@pytest.mark.parametrize(
    "written, line, what",
    [
        (b"", 1, "the page is empty"),
        (b" \n\n", 1, "the page is empty"),
        (b"# One\n\ncaf\xe9\n", 3, "the file is not in UTF-8"),
        (b"\xff\xfe#\x00 \x00", 1, "the file is not in UTF-8"),
        (b"---\nalso: [one]\n# Title\n", 1, "the front matter has no end"),
        (
            b"---\nalso: [one\n---\n# Title\n",
            2,
            "in the front matter, the file cannot be read here: did not find expected ',' or ']'",
        ),
        (
            b"---\na: b\ndescription: One: two\n---\n# Title\n",
            3,
            "in the front matter, the file cannot be read here: mapping values are not allowed in this context",
        ),
        (
            b"---\na: b\ndescription: 2026-02-30\n---\n# Title\n",
            3,
            "in the front matter, no such day or number: day is out of range for month",
        ),
        (b"---\na: &b [c]\nd: *b\n---\n# Title\n", 3, 'in the front matter, a value here is written as "*"'),
        (b"# One\n\n" + b"[" * 20_000, 3, "the line has over 4,000 characters"),
        (b"# One\n\n" + b"[" * 41, 3, "brackets or quotes are nested too deeply here"),
        (b"# One\n\n" + b"> " * 41, 3, "brackets or quotes are nested too deeply here"),
        (b"# One\n\n" + b"words\n" * 40_000, 1, "the file has over 200,000 characters"),
    ],
    ids=[
        "empty",
        "blank",
        "latin",
        "utf-16",
        "no-end",
        "open-bracket",
        "colon",
        "no-day",
        "stand-in",
        "long-line",
        "brackets",
        "quotes",
        "long-file",
    ],
)
def test_page_that_cannot_be_read_is_told(tmp_path, written, line, what):
    """
    A page that is empty, in another encoding, or with front matter that is no YAML is told with its line.
    """
    (tmp_path / "page.md").write_bytes(written)

    _, problems = read_pages(tmp_path, tmp_path)

    assert [("page.md", line, what, "page-is-readable")] == [(p.path, p.line, p.what, p.rule) for p in problems]


def test_unreadable_page_does_not_hide_the_others(tmp_path):
    """
    The pages that can be read are checked all the same.
    """
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "good.md").write_bytes(b"# Good\n")

    pages, problems = read_pages(tmp_path, tmp_path)

    assert (["good.md"], ["empty.md"]) == ([page.path for page in pages], [problem.path for problem in problems])


def test_windows_line_ends_are_no_slip(tmp_path):
    """
    A page saved on Windows, with its mark of UTF-8, reads as any other.
    """
    text = "---\nalso: [one]\n---\n# Title\n\n/// answer\nYes.\n///\n"

    plain, windows = page_of(tmp_path, text), page_of(tmp_path, "\ufeff" + text.replace("\n", "\r\n"))

    assert (plain.lines, plain.meta, plain.blocks) == (windows.lines, windows.meta, windows.blocks)


def test_pasted_line_break_counts_no_line(tmp_path):
    """
    The breaks that word processors leave inside a line do not shift the lines that an editor shows.
    """
    page = page_of(tmp_path, "one\u2028two\x0bthree\n# Title\n")

    assert [2] == [heading.line for heading in page.headings]


def test_code_and_comments_are_no_words(tmp_path):
    """
    What stands in a code fence or a comment is not looked at.
    """
    page = page_of(tmp_path, "# One\n\n```text\n# Two\n```\n~~~\n/// answer\n```\n~~~\n<!-- A note. -->\nWords.\n")

    assert (["One"], [], [(11, "Words.")]) == ([h.text for h in page.headings], page.blocks, page.paragraphs)


def test_blocks_are_found_with_options_and_lines(tmp_path):
    """
    A block has its name, title, options and the lines it stands on; one inside another is a block of its own.
    """
    page = page_of(tmp_path, "//// checklist | The day\n    id: the-day\n\n/// answer\nYes.\n///\n////\n\n/// words\n")

    assert [
        ("checklist", "The day", "the-day", 1, 7, True),
        ("answer", "", "", 4, 6, True),
        ("words", "", "", 9, 9, False),
    ] == [(b.name, b.title, b.id, b.line, b.end, b.closed) for b in page.blocks]


def test_sentences_know_their_lines_and_marks(tmp_path):
    """
    Each sentence stands on the line where it begins and keeps the marks behind it.
    """
    page = page_of(
        tmp_path,
        "One is\nhere.[^a] Two is\nhere, e.g. now.[^b][^c] “Three?” 34 CFR 300.5 is four.\n\n- Item one.\n- Item two.\n",
    )

    assert [
        (1, "One is here.[^a]"),
        (2, "Two is here, e.g. now.[^b][^c]"),
        (3, "“Three?”"),
        (3, "34 CFR 300.5 is four."),
        (5, "Item one."),
        (6, "Item two."),
    ] == page.sentences


def test_letters_and_options_are_no_running_text(tmp_path):
    """
    Headings, blocks' own lines, letters and the rules of tables are not running text; cells are.
    """
    page = page_of(
        tmp_path, "# Title\n\n/// letter | Ask\n    id: ask\n\nDear all,\n///\n\n| A | B |\n| --- | --- |\n| c | d |\n"
    )

    assert [(9, "A"), (9, "B"), (11, "c"), (11, "d")] == page.paragraphs


def test_data_folder_holds_no_pages(tmp_path):
    """
    What stands in `_data` is no page.
    """
    (tmp_path / "_data").mkdir()
    for name in ("_data/notes.md", "b.md", "a.md"):
        (tmp_path / name).write_text("# Title\n", encoding="utf-8")

    assert ["a.md", "b.md"] == [file.name for file in page_files(tmp_path)]


def test_front_matter_without_keys_is_empty(tmp_path):
    """
    Front matter that is only a sentence has no keys, and the rules that ask for one will say so.
    """
    assert {} == page_of(tmp_path, "---\njust words\n---\n# Title\n").meta


def test_one_unreadable_page_carries_its_problem(tmp_path):
    """
    Whoever reads a single page gets the problem with the exception.
    """
    with pytest.raises(UnreadablePage, match="the page is empty"):
        page_of(tmp_path, "")
