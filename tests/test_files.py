"""
The files beside the pages: what may come out of `docs/` and `overrides/brand/`, what a picture may hold, a host's settings.
"""

from pathlib import Path

import pytest

from guide.project import Guide
from guide.rules.files import file_may_be_published, picture_only_draws
from guide.rules.settings import settings_are_valid
from guide.settings import read_settings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}\n</svg>'


def write(root: Path, name: str, content: str | bytes = "x") -> Path:
    """
    Return `root` with the file `name` in it.
    """
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


@pytest.mark.parametrize(
    "name, fix",
    [
        ("docs/about/x.markdown", 'Rename it so that it ends in ".md".'),
        ("docs/about/x.mkd", 'Rename it so that it ends in ".md".'),
        ("docs/about/x.MD", 'Rename it so that it ends in ".md".'),
        ("docs/local/photo.JPG", 'Rename it so that it ends in ".jpg".'),
        *(
            (f"docs/about/x{ending}", "Delete it. Files here end in .md, .jpeg, .jpg, .png, .svg, .webp.")
            for ending in (".html", ".htm", ".xhtml", ".js", ".xml", ".py", ".pdf", "")
        ),
        ("docs/_data/x.html", "Delete it. Files here end in .yml."),
        ("docs/local/_data/facts.yaml", "Delete it. Files here end in .yml."),
        ("docs/_data/x.markdown", "Delete it. Files here end in .yml."),
        *(
            (
                f"overrides/brand/{name}",
                "Delete it. Files here end in .css, .ico, .woff2, .jpeg, .jpg, .png, .svg, .webp.",
            )
            for name in ("x.js", "x.xml", ".x.html")
        ),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path, name, fix):
    """
    What is no page, no data and no picture is told by its name, with what to do.
    """
    problems = list(file_may_be_published(Guide(write(tmp_path, name))))

    assert [f"{name}:1: a file of this kind does not belong here. {fix} [file-may-be-published]"] == [
        str(problem) for problem in problems
    ]


@pytest.mark.parametrize("name", ["docs/local/photo.jpg", "overrides/brand/logo.png", "overrides/brand/ours.woff2"])
def test_a_heavy_file_is_told(tmp_path, name):
    """
    What is published is light enough for a phone, whether a page shows it or not.
    """
    problems = list(file_may_be_published(Guide(write(tmp_path, name, bytes(12_000_000)))))

    assert [
        f"{name}:1: the file has 12,000 kB; at most 500 are good for a phone. Save it smaller, or delete it if nothing shows it. "
        "[file-may-be-published]"
    ] == [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "name",
    [
        "docs/kit.md",
        "docs/local/a/photo.jpg",
        "docs/local/map.svg",
        "docs/_data/facts/a.yml",
        "docs/local/_data/facts.yml",
        "docs/.notes/x.html",
        "docs/.DS_Store",
        "overrides/brand/brand.css",
        "overrides/brand/logo.png",
        "overrides/brand/.DS_Store",
        "overrides/main.html",
        "overrides/assets/guide/a.js",
    ],
)
def test_pages_data_pictures_and_machinery_may_stand(tmp_path, name):
    """
    Pages, data and pictures are in order, and so is what MkDocs never publishes.
    """
    assert [] == list(file_may_be_published(Guide(write(tmp_path, name))))


@pytest.mark.parametrize("name", ["docs/about/x", "docs/about/x.md", "overrides/brand/x.svg"])
def test_a_link_to_another_place_is_told(tmp_path, name):
    """
    MkDocs would publish what a link of the file system leads to, and no rule would see it.
    """
    write(tmp_path, "tests/evil.html")
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).symlink_to(tmp_path / "tests")

    problems = list(file_may_be_published(Guide(tmp_path)))

    assert [
        f"{name}:1: this is a link to another file or folder. Put the file itself here. [file-may-be-published]"
    ] == [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "content, line, what",
    [
        (SVG.format("<g>\n<script>alert(1)</script></g>"), 3, "it has <script>"),
        (SVG.format('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'), 2, "it has <script>"),
        (SVG.format('<g xmlns:x="http://www.w3.org/1999/xhtml">\n<x:iframe src="#a"/></g>'), 3, "it has <iframe>"),
        (SVG.format("<foreignObject/>"), 2, "it has <foreignobject>"),
        ('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 1, 'it has "onload"'),
        (SVG.format('<set attributeName="onload" to="x()"/>'), 2, 'it has "attributename"'),
        (SVG.format('<a href="java\tscript:alert(1)"><path/></a>'), 2, '"href" leads to a script'),
        (
            SVG.format('<a xlink:href="#a"><animate attributeName="href" to="https://far.example"/></a>'),
            2,
            '"attributename" leads out of it',
        ),
        (SVG.format('<image xlink:href="https://far.example/a.png"/>'), 2, '"href" leads out of it'),
        (SVG.format('<image href="//far.example/a.png"/>'), 2, '"href" leads out of it'),
        (SVG.format('<use href="data:image/svg+xml,x#a"/>'), 2, '"href" leads out of it'),
        (SVG.format("<style>\n@import 'https://far.example/a.css';</style>"), 2, "its style loads something"),
        (SVG.format("<style>a { fill: url(https://far.example/a) }</style>"), 2, "its style loads something"),
        (SVG.format("<style>a { fill: u\\72l(https:far.example) }</style>"), 2, "its style loads something"),
        (SVG.format('<path fill="url(https://far.example/a#b)"/>'), 2, '"fill" loads something'),
        (SVG.format("<path style=\"background: image-set('a.png' 1x)\"/>"), 2, '"style" loads something'),
        (f'<?xml-stylesheet href="https://far.example/a.xsl" type="text/xsl"?>\n{SVG}', 1, "it names a style sheet"),
        ('\n<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>\n<svg/>', 2, "it has a DOCTYPE"),
        ('<!DOCTYPE svg [\n<!ENTITY a SYSTEM "file:///etc/hosts">]>\n<svg>&a;</svg>', 2, "it has an entity"),
        (SVG.format("<path>"), 3, "it is no SVG that a browser can read"),
        (b"\x89PNG\r\n", 1, "it is not in UTF-8"),
        ("<svg/>".encode("utf-16-le"), 1, "it is not in UTF-8"),
        ('<?xml version="1.0" encoding="ISO-2022-JP"?><svg/>', 1, "it is not in UTF-8"),
    ],
)
def test_a_picture_that_does_more_than_draw_is_told(tmp_path, content, line, what):
    """
    What runs or loads in an SVG is told at its line, whoever's folder it stands in; nothing is loaded to find it out.
    """
    for name in ("docs/about/a.svg", "overrides/brand/logo.svg", "overrides/partials/a.SVG"):
        problems = [
            str(problem)
            for problem in picture_only_draws(Guide(write(tmp_path / name.replace("/", "-"), name, content)))
        ]

        assert (
            f"{name}:{line}: this picture may only draw, but {what}. Delete that, or save the picture as .png. "
            "[picture-only-draws]"
        ) in problems


@pytest.mark.parametrize(
    "content",
    [
        SVG.format(
            '<defs><linearGradient id="a"><stop/></linearGradient></defs><path fill="url(#a)" style="stroke: #fff; fill: url(#a)"/>'
        ),
        SVG.format(
            '<use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/><text aria-label="Note: read on">Read on: http://a</text>'
        ),
        SVG.format("<style>.a { fill: red } /* Why. */</style><!-- Made by hand: https://far.example -->"),
        SVG.format(
            '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:type r:resource="http://purl.org/x"/></r:RDF></metadata>'
        ),
        '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?><svg/>',
    ],
)
def test_a_picture_that_draws_is_in_order(tmp_path, content):
    """
    Shapes, styles, gradients, notes of drawing programs and pictures held inside are fine.
    """
    assert [] == list(picture_only_draws(Guide(write(tmp_path, "docs/a.svg", content))))


@pytest.mark.parametrize("name, line", [("mkdocs.yml", 2), ("docs/_data/organization.yml", 1)])
def test_a_name_of_the_site_with_html_is_told(tmp_path, name, line):
    """
    The site's name stands on each page and each book as words.
    """
    address = "site_url: https://group.example/\n"
    write(tmp_path, "mkdocs.yml", f'INHERIT: x\nsite_name: Sons & "Daughters"\n{address}')
    write(tmp_path, "docs/_data/organization.yml", "extra: {}\n")
    write(tmp_path, name, "\n" * (line - 1) + f"site_name: <b>Sons</b>\n{address}")

    problems = list(settings_are_valid(Guide(tmp_path, read_settings(tmp_path))))

    assert [
        f'{name}:{line}: "site_name" has "<" or ">" in it. Write it in plain words; letters, numbers, & and quotes are fine. '
        "[settings-are-valid]"
    ] == [str(problem) for problem in problems]
