"""
The checks of the built site, and what is written into it after the build, on sites of a few lines.
"""

import json
from pathlib import Path

import pytest
from lxml import html

from guide.pages import Page
from guide.rules.links import check_built
from guide.site.phrases import trim_phrases
from guide.site.policy import write_policies
from guide.site.reading import read_site, site_files
from guide.site.search import write_search_pages
from guide.site.shrink import shrink_pages, shrink_scripts

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>'
ONLY_OWN = "Delete it: a page runs only the guide's own script files. [page-runs-own-scripts]"


def write_site(folder: Path, **bodies: str) -> Path:
    """
    Return a site of the pages index, kit and letters/ask, with the bodies given; index links to both.
    """
    bodies["index"] = f'<a href="kit.html">x</a><a href="letters/ask.html">x</a>{bodies.get("index", "")}'
    for name in ("index", "kit", "letters/ask"):
        file = folder / f"{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"{HEAD}{bodies.get(name.replace('/', '_'), '')}<h1 id='top'>T</h1></body></html>", encoding="utf-8"
        )
    (folder / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "page.js").write_text("", encoding="utf-8")
    return folder


def told(site: Path, sources: tuple[Page, ...] = (), home: str = "/guide/") -> list[str]:
    """
    Return the problems of a site as they print.
    """
    return [str(problem) for problem in check_built(read_site(site), site_files(site), list(sources), home)]


@pytest.mark.parametrize(
    "body, problem",
    [
        ('<a href="kti.md">x</a>', '"kti.md" leads to nothing. Did you mean "kit.md"? [link-leads-somewhere]'),
        ('<a href="kti.html">x</a>', '"kti.md" leads to nothing. Did you mean "kit.md"? [link-leads-somewhere]'),
        ('<a href="ask.md">x</a>', '"ask.md" leads to nothing. Fix the link, or delete it. [link-leads-somewhere]'),
        (
            '<a href="letters/aks.md">x</a>',
            '"letters/aks.md" leads to nothing. Did you mean "letters/ask.md"? [link-leads-somewhere]',
        ),
        (
            '<a href="Kit.md">x</a>',
            '"Kit.md" leads to nothing. Mind the letter case: it is called "kit.md". [link-leads-somewhere]',
        ),
        (
            '<a href="kit.html#tpo">x</a>',
            'there is no "#tpo" on the page "kit.md". '
            "Delete the # and what follows, or name a heading of that page. [link-leads-somewhere]",
        ),
        (
            '<a href="#topp">x</a>',
            'there is no "#topp" on the page "index.md". Did you mean "top"? [link-leads-somewhere]',
        ),
        (
            '<img src="logo.png" alt="">',
            '"logo.png" leads to nothing. Fix the link, or delete it. [link-leads-somewhere]',
        ),
        (
            '<img src="Logo.svg" alt="">',
            '"Logo.svg" leads to nothing. Mind the letter case: it is called "logo.svg". [link-leads-somewhere]',
        ),
        (
            '<a href="downloads/kit.pdf">x</a>',
            '"downloads/kit.pdf" leads to nothing. Fix the link, or delete it. [link-leads-somewhere]',
        ),
        ('<a href="../kit.html">x</a>', '"../kit.md" leads to nothing. Did you mean "kit.md"? [link-leads-somewhere]'),
        ('<a href="letters/">x</a>', '"letters" leads to nothing. Fix the link, or delete it. [link-leads-somewhere]'),
        (
            '<a href="/kit.html">x</a>',
            '"/kit.html" begins at the root of the site. '
            "Write it from this page on, so that it works under any address. [link-leads-somewhere]",
        ),
        (
            '<script src="https://cdn.example/a.js"></script>',
            'the page loads "https://cdn.example/a.js" from another site. '
            "Put the file into the repository and name it there. [page-loads-own-files]",
        ),
        (
            '<link rel="stylesheet" href="//cdn.example/a.css">',
            'the page loads "//cdn.example/a.css" from another site. '
            "Put the file into the repository and name it there. [page-loads-own-files]",
        ),
        (
            '<link rel="shortcut icon" href="https://cdn.example/a.ico">',
            'the page loads "https://cdn.example/a.ico" from another site. '
            "Put the file into the repository and name it there. [page-loads-own-files]",
        ),
        (
            '<img src="https://cdn.example/a.png" alt="">',
            'the page loads "https://cdn.example/a.png" from another site. '
            "Put the file into the repository and name it there. [page-loads-own-files]",
        ),
        (
            '<video src="https://cdn.example/a.mp4"></video>',
            "<video> plays what the browser may not load here. "
            "Delete it, or write it in Markdown. The list is scripts/guide/rules/allowed.py. [page-holds-what-is-allowed]",
        ),
        ("<script>alert(1)</script>", f"there is a script in the page. {ONLY_OWN}"),
        ('<script\ntype="module">alert(1)</script>', f"there is a script in the page. {ONLY_OWN}"),
        ('<p onclick="x()">x</p>', f'"onclick" runs a script. {ONLY_OWN}'),
        ('<P ONCLICK="x()">x</P>', f'"onclick" runs a script. {ONLY_OWN}'),
        ('<a href=" java&#10;script:x()">x</a>', f'"href" leads to a script. {ONLY_OWN}'),
        (
            '<meta\n http-equiv="Refresh" content="9;url=https://far.example">',
            f"the page sends its reader to another address. {ONLY_OWN}",
        ),
        (
            '<h2 id="top">x</h2>',
            'the id "top" is on the page twice. '
            "Give one of the two another id, or its heading another name. [id-stands-once]",
        ),
    ],
)
def test_slip_of_a_built_page_is_told(tmp_path, body, problem):
    """
    What leads nowhere, comes from elsewhere or stands twice is told once, in the names that authors write.
    """
    site = write_site(tmp_path, index=body)

    assert [f"site/index.html:1: {problem}"] == told(site)


@pytest.mark.parametrize(
    "body",
    [
        '<a href="kit.html#top">x</a><a href="letters/ask.html">x</a><a href="#top">x</a><img src="logo.svg" alt="">',
        '<a href="https://law.example/x#y">x</a><a href="mailto:a@b.example">x</a><a href="tel:800-555-0100">x</a>',
        '<link rel="canonical" href="https://guide.example/"><img src="data:image/svg+xml,x" alt="">',
        '<a href="kit%2Ehtml?x=1#top">x</a>',
        '<script src="page.js"></script><script type="application/json">{"a": "<p onclick=x>"}</script>',
    ],
)
def test_good_links_are_no_problem(tmp_path, body):
    """
    Links within the site, links that leave it, and pictures within the page are in order.
    """
    assert [] == told(write_site(tmp_path, index=body))


def test_link_is_read_from_its_page(tmp_path):
    """
    A link counts from the folder of its page.
    """
    site = write_site(tmp_path, letters_ask='<a href="../kit.html">x</a><a href="kit.html">x</a>')

    assert [
        'site/letters/ask.html:1: "kit.md" leads to nothing. Did you mean "../kit.md"? [link-leads-somewhere]'
    ] == told(site)


def test_slip_stands_at_the_line_of_its_author(tmp_path):
    """
    A problem names the Markdown file and the line with the link, not what was built from it.
    """
    site = write_site(tmp_path, letters_ask='<a href="../kti.md">x</a><a href="#tpo">x</a>')
    source = Page("docs/letters/ask.md", ["# T", "", "See [the kit](../kti.md).", "", "See [above](#tpo)."])

    assert ["docs/letters/ask.md:3", "docs/letters/ask.md:5"] == [
        ":".join(line.split(":")[:2]) for line in told(site, (source,))
    ]


def test_doubled_id_stands_at_the_line_of_its_author(tmp_path):
    """
    An id that stands twice is told where it is written.
    """
    site = write_site(tmp_path, kit='<p id="pack">x</p><p id="pack">x</p>')
    source = Page("docs/kit.md", ["# Pack", "", "Pack it.", "", "- [ ] **Pack.** {#pack}"])

    assert "docs/kit.md:5" == told(site, (source,))[0].rsplit(": the id")[0]


def test_a_script_stands_at_the_line_of_its_author(tmp_path):
    """
    What runs is told at the page that holds it: a tag in the words, an attribute, a value of the front matter; else at its first line.
    """
    site = write_site(tmp_path, kit='<script>x</script><p onload="x()">x</p>', index="<script>x</script>")
    sources = (
        Page("docs/kit.md", ["---", "description: '\"><script>x</script>'", "---", "# T", "", "A. {: onload=x() }"]),
        Page("docs/index.md", ["# T"]),
    )

    assert ["docs/index.md:1", "docs/kit.md:2", "docs/kit.md:6"] == [
        ":".join(line.split(":")[:2]) for line in told(site, sources)
    ]


@pytest.mark.parametrize(
    "address, count", [("/guide/kit.html", 0), ("/guide/", 0), ("/guide/none.html", 1), ("/kit.html", 1)]
)
def test_page_not_found_uses_the_address_of_the_site(tmp_path, address, count):
    """
    The page "not found" is shown at any depth, so its links begin at the root.
    """
    site = write_site(tmp_path)
    (site / "404.html").write_text(f'{HEAD}<a href="{address}">x</a></body></html>', encoding="utf-8")

    assert count == len(told(site))


def policy_of(file: Path) -> str:
    """
    Return the policy that a browser reads in a page.
    """
    return html.parse(file).xpath('string(//meta[@http-equiv="Content-Security-Policy"]/@content)')


def test_a_script_that_stands_in_a_page_gets_no_leave_to_run(tmp_path):
    """
    The policy is the same for all pages, whatever stands in them.
    """
    site = write_site(tmp_path, index='<script>alert(1)</script><script type="application/json">{"a": 1}</script>')

    write_policies(site)

    assert ["script-src 'self'"] * 2 == [policy_of(site / name).split("; ")[1] for name in ("index.html", "kit.html")]


def test_page_without_scripts_allows_only_files(tmp_path):
    """
    Without a script in the page none is allowed there, and nothing comes from another site.
    """
    site = write_site(tmp_path)

    write_policies(site)

    assert (True, False) == (
        "default-src 'none'; script-src 'self'; " in policy_of(site / "kit.html"),
        "http" in policy_of(site / "kit.html"),
    )


def test_a_page_connects_to_nothing(tmp_path):
    """
    No page sends or reads anything in the background, frames another, or has a worker: nothing typed here has a way out.
    """
    site = write_site(tmp_path)

    write_policies(site)

    assert {"connect-src", "frame-src", "worker-src", "manifest-src", "base-uri", "form-action", "default-src"} == {
        directive.split()[0] for directive in policy_of(site / "kit.html").split("; ") if directive.endswith(" 'none'")
    }


def test_only_a_page_that_reads_papers_may_have_a_worker_of_the_sites_own(tmp_path):
    """
    What opens a PDF runs beside the page that reads papers; all else in its policy is like on any other page.
    """
    site = write_site(tmp_path, kit='<guide-reader data-reads="paper"></guide-reader>')

    write_policies(site)

    other, reads = policy_of(site / "index.html"), policy_of(site / "kit.html")
    assert ("worker-src 'none'" in other, other.replace("worker-src 'none'", "worker-src 'self'")) == (True, reads)


def test_policy_stands_before_anything_is_loaded(tmp_path):
    """
    The policy comes right behind the character set, so that nothing escapes it.
    """
    site = write_site(tmp_path)

    write_policies(site)

    assert ["charset", "http-equiv"] == [
        element.keys()[0] for element in html.parse(site / "kit.html").getroot().head[:2]
    ]


def test_page_without_character_set_stops_the_build(tmp_path):
    """
    A page that the policy cannot be written into is never published.
    """
    (tmp_path / "odd.html").write_text("<p>x</p>", encoding="utf-8")

    with pytest.raises(ValueError, match="no <meta charset"):
        write_policies(tmp_path)


def pages_of_search(site: Path, also: dict[str, list[str]]) -> list[dict]:
    """
    Return what search loads of a site.
    """
    write_search_pages(site, read_site(site), also)
    return json.loads((site / "search/pages.js").read_text(encoding="utf-8").removeprefix("guide.pages = "))


def write_article(site: Path, name: str, article: str) -> None:
    (site / name).write_text(
        f"{HEAD}<nav>Menu</nav><article>{article}</article><p>Other words for this: x.</p></body></html>",
        encoding="utf-8",
    )


def test_words_of_pages_and_parents_reach_the_search(tmp_path):
    """
    The search gets each page once, with its title, its other words, its headings and its plain text; "not found" is no answer.
    """
    write_article(
        tmp_path, "kit.html", "<h1>The <em>kit</em></h1><p>Kit &amp; more.</p><h2>How &amp; why</h2><p>A.</p><h3>B</h3>"
    )
    write_article(tmp_path, "ask.html", "<h1>Ask</h1>")
    write_article(tmp_path, "404.html", "<h1>Not here</h1>")

    assert [
        {"address": "ask.html", "title": "Ask", "also": [], "headings": [], "text": "", "kind": "guide"},
        {
            "address": "kit.html",
            "title": "The kit",
            "also": ["they sent a <noa>", "ten days"],
            "headings": ["How & why", "B"],
            "text": "Kit & more. A.",
            "kind": "guide",
        },
    ] == pages_of_search(tmp_path, {"kit.html": ["they sent a <noa>", "ten days"], "ask.html": []})


@pytest.mark.parametrize(
    "held, kind",
    [
        ("<guide-letter></guide-letter>", {"kind": "letter"}),
        (
            '<guide-checklist><input data-item="a"><input data-item="b"></guide-checklist>',
            {"kind": "checklist", "count": 2},
        ),
        ('<guide-review><input data-item="a"></guide-review>', {"kind": "checklist", "count": 1}),
        ('<guide-plan><guide-checklist><input data-item="a"></guide-checklist></guide-plan>', {"kind": "plan"}),
        ('<section class="guide-script"></section>', {"kind": "call"}),
    ],
)
def test_search_knows_what_kind_of_page_an_answer_is(held, kind, tmp_path):
    """
    By what the page holds, not by where it stands.
    """
    write_article(tmp_path, "a.html", f"<h1>A</h1>{held}")
    [page] = pages_of_search(tmp_path, {"a.html": []})

    assert kind == {key: page[key] for key in kind}


def test_search_answers_with_the_first_sentences_and_their_sources(tmp_path):
    """
    As many whole sentences as one takes in at a look, without the marks, which are given by their numbers; the page of the
    search itself is no answer.
    """
    mark = '<sup class="guide-fact" data-fact="x" data-search-exclude><a href="#source-{0}">{0}</a></sup>'
    answer = f"<p class='guide-answer__label'>In short</p><p>It's <b>free</b>.{mark.format(2)}{mark.format(4)} Ask early. {'Then wait ' * 20}.{mark.format(5)}</p>"
    write_article(tmp_path, "a.html", f"<h1>A</h1><div class='guide-answer'>{answer}</div>")
    write_article(tmp_path, "search.html", "<h1>Search</h1><guide-search></guide-search>")
    [page] = pages_of_search(tmp_path, {"a.html": [], "search.html": []})

    assert {"text": "It's free. Ask early.", "sources": ["2", "4"]} == page["answer"]
    assert page["text"].startswith("It's free. Ask early.")


@pytest.mark.parametrize(
    "body, text",
    [
        ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
        ("<p>No<strong>body</strong>, <a>no</a>.</p>", "Nobody, no."),
        ("<p>One<br>two</p><table><tr><td>3</td><td>4</td></tr></table>", "One two 3 4"),
        (
            "<p>Mark.<sup data-search-exclude>1</sup></p><section data-search-exclude><h2>Sources</h2>Law</section>",
            "Mark.",
        ),
        (
            '<script type="application/json">{"a": 1}</script><template><p>T</p></template><button>Print</button><p>P</p>',
            "P",
        ),
        ("<!-- note --> after", "after"),
    ],
)
def test_search_reads_the_words_as_a_parent_sees_them(tmp_path, body, text):
    """
    Words that stand apart on the screen stay apart; marks of sources, data and tools are no words of a page.
    """
    write_article(tmp_path, "kit.html", f"<h1>Kit</h1>{body}")

    assert [("Kit", [], text)] == [
        (page["title"], page["headings"], page["text"]) for page in pages_of_search(tmp_path, {"kit.html": []})
    ]


@pytest.mark.parametrize("article", ["", "<h2>Kit</h2>", "<p>Kit</p>"])
def test_page_without_title_stops_the_build(tmp_path, article):
    """
    A page that search could not name is never published.
    """
    write_article(tmp_path, "kit.html", article)

    with pytest.raises(ValueError, match=r"kit\.html: no article that begins"):
        pages_of_search(tmp_path, {"kit.html": []})


def test_a_page_keeps_the_phrases_that_scripts_say(tmp_path):
    """
    What only templates say goes from the data; markup in a phrase ends it neither before nor after.
    """
    (tmp_path / "assets/guide").mkdir(parents=True)
    (tmp_path / "assets/guide/a.js").write_text('say(guide.phrase("list.hard", { count }))\n', encoding="utf-8")
    data = '{"list": {"hard": "\\u003c/script\\u003e é", "print_button": "Print"}, "other": {"hard": "x"}}'
    page = '<p>a</p><script src="assets/guide/a.js"></script><script type="application/json" id="guide-phrases">%s</script><p>b</p>'
    (tmp_path / "a.html").write_text(page % data, encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>none</p>", encoding="utf-8")

    trim_phrases(tmp_path)

    assert [page % '{"list":{"hard":"\\u003c/script> é"}}', "<p>none</p>"] == [
        (tmp_path / name).read_text(encoding="utf-8") for name in ("a.html", "b.html")
    ]


def test_scripts_and_styles_lose_their_comments_and_no_word(tmp_path):
    """
    Lines of comment and indents go, in a style sheet the spaces around its signs too; the rest stays letter for letter, and a library's file stays whole.
    """
    for folder in ("guide", "engine-1.0"):
        (tmp_path / "assets" / folder).mkdir(parents=True)
        (tmp_path / "assets" / folder / "a.js").write_text(
            "// Why.\n/** @returns `words` */\n/**\n * @param {string} day */\nconst say = day =>\n  `In ${day ? ` ${day}  days` : \"\"} // or not`\n\nsay('a  b')\n",
            encoding="utf-8",
        )
        (tmp_path / "assets" / folder / "a.css").write_text(
            "/* Why,\n   and how. */\na :is(b, c) > d {\n  content: 'b;  c';\n  --x: 1px, 2px;\n}\n", encoding="utf-8"
        )

    shrink_scripts(tmp_path)

    made, left = (tmp_path / "assets/guide", tmp_path / "assets/engine-1.0")
    assert "const say = day =>\n`In ${day ? ` ${day}  days` : \"\"} // or not`\nsay('a  b')\n" == (
        made / "a.js"
    ).read_text(encoding="utf-8")
    assert "a :is(b,c) > d{content:'b;  c';--x:1px,2px}\n" == (made / "a.css").read_text(encoding="utf-8")
    assert "// Why." in (left / "a.js").read_text(encoding="utf-8") and "/* Why" in (left / "a.css").read_text(
        encoding="utf-8"
    )


def test_a_page_loses_its_indents_but_where_it_shows_them(tmp_path):
    """
    Indents and empty lines go; what stands in a text as it is written, or in a field, stays.
    """
    page = tmp_path / "a.html"
    page.write_text("<p>\n\n  One\n   two</p>\n<pre>a\n\n  b</pre>\n  <textarea>c\n  d</textarea>\n  <p>e</p>\n")

    shrink_pages(tmp_path)

    assert "<p>\nOne\ntwo</p>\n<pre>a\n\n  b</pre>\n<textarea>c\n  d</textarea>\n<p>e</p>\n" == page.read_text()


@pytest.mark.parametrize(
    "script, message",
    [
        ("say(`one\n  two`)\n", r"a\.js:1: a template goes on"),
        ("/**\n * Why. */ say(1)\n", r"a\.js:2: code stands in the line of a comment"),
    ],
)
def test_what_cannot_be_told_apart_line_by_line_stops_the_build(script, message, tmp_path):
    """
    Indents of a template are words, and code behind a comment is code: neither goes in silence.
    """
    (tmp_path / "assets/guide").mkdir(parents=True)
    (tmp_path / "assets/guide/a.js").write_text(script, encoding="utf-8")

    with pytest.raises(ValueError, match=message):
        shrink_scripts(tmp_path)
