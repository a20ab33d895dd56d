"""
The templates write out no value that is not escaped: what an author or a host wrote stays words.
"""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, nodes
from lxml import html

from guide.printing.templates import templates

ROOT = Path(__file__).resolve().parent.parent
OVERRIDES = ROOT / "overrides"
FILES = sorted(file.relative_to(OVERRIDES).as_posix() for file in OVERRIDES.rglob("*.html"))
# What may be written as it is: the page that Markdown made.
AS_IT_IS = {("main.html", "page.content"), ("home.html", "page.content")}
PHRASES = yaml.safe_load((ROOT / "docs/_data/phrases.yml").read_text(encoding="utf-8"))["extra"]["phrases"]
PAGES = yaml.safe_load((ROOT / "docs/_data/menu.yml").read_text(encoding="utf-8"))["extra"]["pages"]
ELEMENTS = yaml.safe_load((ROOT / "scripts/elements.yml").read_text(encoding="utf-8"))["extra"]["elements"]
HARD = 'A "Group" & <b>Sons</b>'


def unescaped(template: str) -> tuple[list[int], set[str]]:
    """
    Return the lines of a template (Jinja source) that write a value without autoescape, and what `| safe` takes as it is.
    """
    lines, safe = [], set()

    def look(node, escapes):
        if isinstance(node, nodes.ScopedEvalContextModifier):
            escapes = any(option.key == "autoescape" and option.value.value is True for option in node.options)
        if isinstance(node, nodes.Block):
            # Jinja compiles a block for itself: what stands around it does not count.
            escapes = False
        if isinstance(node, nodes.Output) and not escapes:
            lines.extend(part.lineno for part in node.nodes if not isinstance(part, nodes.TemplateData))
        if isinstance(node, nodes.Filter) and node.name == "safe":
            safe.add(name_of(node.node))
        for child in node.iter_child_nodes():
            look(child, escapes)

    look(Environment().parse(template), False)
    return lines, safe


def name_of(node: nodes.Node) -> str:
    """
    Return a name of Jinja as it is written: `page.content`.
    """
    return (
        f"{name_of(node.node)}.{node.attr}"
        if isinstance(node, nodes.Getattr)
        else getattr(node, "name", type(node).__name__)
    )


@pytest.mark.parametrize("name", FILES)
def test_a_template_escapes_every_value(name):
    """
    No `{{ value }}` stands outside of `{% autoescape true %}`, and `| safe` only where nobody else's words are.
    """
    lines, safe = unescaped((OVERRIDES / name).read_text(encoding="utf-8"))

    assert ([], set()) == (lines, {(name, taken) for taken in safe} - AS_IT_IS)


@pytest.mark.parametrize(
    "template, found",
    [
        ("<p>{{ a }}</p>", ([1], set())),
        ("{% autoescape true %}{{ a }}{% endautoescape %}\n{{ b }}", ([2], set())),
        ("{% autoescape true %}{% block x %}\n{{ a }}{% endblock %}{% endautoescape %}", ([2], set())),
        ("{% autoescape false %}{{ a }}{% endautoescape %}", ([1], set())),
        ("{% autoescape true %}{{ host.name | safe }}{% endautoescape %}", ([], {"host.name"})),
        ("{% autoescape true %}{% for a in b %}{{ a }}{% endfor %}{% endautoescape %}", ([], set())),
    ],
)
def test_a_value_that_is_not_escaped_is_found(template, found):
    """
    The look at the templates sees a value outside of the scope, one in a block, and `| safe`.
    """
    assert found == unescaped(template)


def test_the_templates_of_downloads_escape():
    """
    What a page says of its downloads is written out as words; no template beside the looks takes words as they are.
    """
    file = SimpleNamespace(address="a.pdf", words=HARD, about="", pictures=[])
    page = templates().get_template("downloads.html").render(files=[file])

    assert "A &#34;Group&#34; &amp; &lt;b&gt;Sons&lt;/b&gt;" in page
    assert [] == [
        name
        for name in templates().list_templates(["html"])
        if "| safe" in templates().loader.get_source(templates(), name)[0]
    ]


def main_page(name: str, phrases: dict, content: str) -> str:
    """
    Return a page of a host that is called `name`, with `phrases` for the words of the interface.
    """

    page = SimpleNamespace(
        title="You &amp; &lt;them&gt;",
        url="kit.html",
        canonical_url="https://group.example/kit.html",
        parent=None,
        is_homepage=False,
        meta={"description": '"><script>x</script>', "also": ["<i>"]},
        content=content,
    )
    environment = Environment(loader=FileSystemLoader(OVERRIDES))
    environment.filters["url"] = str
    config = {
        "site_name": name,
        "site_url": "https://group.example/",
        "theme": {"language": "en", "favicon": "a.svg"},
        "extra": {
            "phrases": phrases,
            "organization": {
                "name": name,
                "phone": '"><script>x</script>',
                "email": "",
                "links": [{"title": "<b>Ours</b>", "url": '"><script>x</script>'}],
            },
            "path": {"section": "S"},
            "pages": PAGES,
            "groups": [
                {
                    "title": HARD,
                    "url": "kit.html",
                    "place": {"title": HARD, "url": "a.html"},
                    "links": [{"title": HARD, "url": "a.html"}],
                }
            ],
            "footer": [],
            "small_print": [],
            "elements": [*ELEMENTS, {"name": '"><script>x</script>', "styles": ["<i>.css"], "scripts": ["a.js"]}],
        },
    }
    return environment.get_template("main.html").render(page=page, config=config, nav=[])


def test_names_and_titles_are_escaped_once():
    """
    A host's name with a quote and an ampersand, and a title that Markdown has escaped already, come out as they were meant.
    """
    page = main_page(HARD, PHRASES, "<p>Words.</p>")

    assert "<title>You &amp; &lt;them&gt; - A &#34;Group&#34; &amp; &lt;b&gt;Sons&lt;/b&gt;</title>" in page
    assert (
        'content="&#34;&gt;&lt;script&gt;' in page,
        page.count("&amp;amp;"),
        page.count("<script>"),
        "<p>Words.</p>" in page,
    ) == (True, 0, 0, True)
    assert '<meta property="og:title" content="You &amp; &lt;them&gt;">' in page


def test_a_phrase_stays_words():
    """
    A phrase with markup in it comes out as words, in the text, in an attribute and in the data for scripts; a link that
    stands in a phrase stays one.
    """
    hard = '</script><script>x</script> "&'
    phrases = {
        group: {key: hard + "{license}" if isinstance(said, str) else {"other": hard} for key, said in entries.items()}
        for group, entries in PHRASES.items()
    }
    content = "".join(
        f"<guide-{element}>"
        for element in (
            "checklist",
            "letter",
            "plan",
            "review",
            "route-helper",
            "deadlines",
            "saved",
            "search",
            "tracker",
        )
    )

    page = main_page(HARD, phrases, content)

    tree = html.document_fromstring(page)
    data = json.loads(tree.get_element_by_id("guide-phrases").text)
    assert ("<script>" in page, data["search"]["nothing"]) == (False, hard + "{license}")
    assert {
        "browser",
        "checklist",
        "dates",
        "keep",
        "letter",
        "route_helper",
        "search",
        "sources",
        "tracker",
    } <= data.keys()
    assert [hard + "{license}"] == tree.xpath("//nav[@class='guide-header__links']/@aria-label")
    assert 1 == len(tree.xpath("//p[@class='guide-footer__host']/a[contains(@href, 'creativecommons')]"))
