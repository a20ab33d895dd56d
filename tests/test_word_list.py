"""
The words explained in a book: those that it uses.
"""

from pathlib import Path

from guide.printing.chapters import Chapter, read_chapter
from guide.printing.word_list import keep_used_words

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>
<article class="guide-text"><h1 id="title">{title}</h1>{words}</article></body></html>"""
ENTRY = """<div class="guide-words__entry"><dt id="{id}">{term}</dt><dd>{meaning}<sup data-fact="f"><a href="#source-1">1</a></sup></dd>
<dd class="guide-words__also">Also called: {id}.</dd><dd class="guide-words__see">See also: others.</dd></div>"""
TERMS = {
    "stay-put": ("Stay put", "Your child stays."),
    "iee": ("Independent testing (IEE)", "Testing from outside."),
    "waive": ("Waive", "To give up."),
    "party": ("Party", "A side."),
    "goal": ("Goal", "An aim."),
}
SAID = """<p>Ask for two IEEs. Do not <a href="words.html#waive">give it up</a>. A third-party may.</p>
<section class="guide-sources"><p>A goal.</p></section>"""


def chapters_of(folder: Path) -> list[Chapter]:
    """
    Return two pages and the list of words, as a book has them.
    """
    entries = "".join(ENTRY.format(id=key, term=term, meaning=words) for key, (term, words) in TERMS.items())
    pages = {
        "page": ("A page", SAID),
        "other": ("Another", "<p>An IEE may help. So may a goal.</p>"),
        "words": ("Words", f'<p>Here they are.</p><dl class="guide-words">{entries}</dl>'),
    }
    for name, (title, words) in pages.items():
        (folder / f"{name}.html").write_text(PAGE.format(title=title, words=words), encoding="utf-8")
    chapters = [read_chapter(folder, f"{name}.md") for name in pages]
    keep_used_words(chapters)
    return chapters


def test_a_book_explains_the_words_that_it_links_to_or_names_often(tmp_path):
    """
    A short form counts, also for more than one; a piece of a longer word, the sources and a name on one page do not. What stands around the list stays.
    """
    words = chapters_of(tmp_path)[-1]

    *around, listing = words.elements
    assert ["iee", "waive"] == [line.get("id") for line in listing]
    assert ["Words", "Here they are."] == [top.text_content() for top in around]


def test_a_word_is_one_paragraph_without_the_words_to_see_too(tmp_path):
    """
    It keeps the mark of its source.
    """
    words = chapters_of(tmp_path)[-1]

    line = words.elements[-1][1]
    assert "Waive. To give up.1 Also called: waive." == " ".join(line.text_content().split())
    assert ["f"] == line.xpath(".//@data-fact")


def test_a_book_without_the_list_stays_as_it_is(tmp_path):
    """
    Nothing is taken out of other pages.
    """
    page = chapters_of(tmp_path)[0]
    before = [top.text_content() for top in page.elements]

    keep_used_words([page])

    assert before == [top.text_content() for top in page.elements]
