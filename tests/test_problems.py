"""
How problems print.
"""

from guide.problems import Problem, did_you_mean, report

LATE = Problem("docs/b.md", 2, "no section", "Add it.", "letter-has-required-sections")
EARLY = Problem("docs/a.md", 10, "no title", "Write one.", "page-has-one-title")


def test_problems_print_in_the_order_of_their_files():
    """
    Each problem is one line, `path:line: what. How to fix it. [rule]`, and stands there once.
    """
    told = report([LATE, EARLY, LATE])

    assert (
        "docs/a.md:10: no title. Write one. [page-has-one-title]\n"
        "docs/b.md:2: no section. Add it. [letter-has-required-sections]"
    ) == told


def test_lines_are_counted_as_numbers():
    """
    Line 9 comes before line 10.
    """
    nine = Problem("docs/a.md", 9, "no link", "Write one.", "page-has-next-step")

    told = report([EARLY, nine])

    assert f"{nine}\n{EARLY}" == told


def test_github_shows_problems_on_their_lines():
    """
    For GitHub Actions each problem has a second line that its web pages show beside the file's line.
    """
    told = report([LATE], as_annotations=True).splitlines()

    assert [str(LATE), "::error file=docs/b.md,line=2::no section. Add it. [letter-has-required-sections]"] == told


def test_annotation_stays_one_line():
    """
    A percent sign or a line break in a message does not tear the annotation apart.
    """
    told = report([Problem("docs/a.md", 1, '"84 %" is\nbanned', "Fix it.", "claim-is-not-banned")], as_annotations=True)

    assert '::error file=docs/a.md,line=1::"84 %25" is%0Abanned. Fix it. [claim-is-not-banned]' == told.splitlines()[-1]


def test_near_word_is_offered():
    """
    A slip of the keyboard is answered with the word that was meant.
    """
    assert 'Did you mean "checklist"?' == did_you_mean("chekclist", ["checklist", "letter"])


def test_far_word_gets_the_list():
    """
    Where nothing comes near, all names are shown, as long as they are few.
    """
    told = [
        did_you_mean("zebra", ["one", "two"]),
        did_you_mean("zebra", [f"word{n}" for n in range(30)]),
        did_you_mean("zebra", []),
        did_you_mean("zebra", ["one"], "Leave it."),
    ]

    assert [
        "Use one of: one, two.",
        "Look it up, and write it exactly as it is there.",
        "Delete it.",
        "Leave it.",
    ] == told
