"""
The table of elements: what each kind of element needs in the browser, and how it prints. It stands in
`scripts/elements.yml`, which the settings inherit, so that `overrides/main.html` reads it without a hook.

A page holds an element if the text `find` stands in its words as they were made; without `find` every page does.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from guide.problems import Problem
from guide.yaml_lines import read_yaml

TABLE = "scripts/elements.yml"
ASSETS = "overrides/assets/guide"
PARTIALS = "overrides/partials"


class Element(BaseModel):
    """
    One entry of the table. Files count from `overrides/assets/guide/`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    # What a page has in it that holds one: "<guide-letter". Without it: every page.
    find: str = ""
    # The block that draws it, as an author writes it.
    block: str = ""
    # The page's frame gets the class "guide-frame--…".
    frame: str = ""
    # It holds a family's words: the page has the button "Leave this page".
    leave: bool = False
    # The page is no part of the menu: the decision helper lists it, and its crumbs lead back there.
    listed_by_helper: bool = False
    # In a book: as the sheet of a letter, as a list to tick, or as words like all others.
    prints: Literal["sheet", "list", "words", ""] = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    # Scripts and styles that come once a parent uses the tool: `guide.load` of shared/load.js.
    later: tuple[str, ...] = ()
    # Templates of its tools.
    partials: tuple[str, ...] = ()
    # Groups of docs/_data/phrases.yml that its scripts say.
    phrases: tuple[str, ...] = ()
    # What a page that holds it may load before the first touch: kB (1,000 bytes) in gzip, and files. Of the elements of
    # a page the one with the most counts (rules/weight.py).
    first_view_kb: float = 0
    first_view_requests: int = 0
    # What a page that holds it may load beyond that: of what stands on every page of a copy whose host gave something.
    adds_kb: float = 0


def read_elements(root: Path) -> tuple[list[Element], list[Problem]]:
    """
    Return the table of the repository at `root`, and what is wrong with it:
    a key that is not known, a file that is named but is not there, and a file that nothing names.
    """
    problems: list[Problem] = []
    value, lines = read_yaml(root / TABLE, TABLE, problems)
    entries = ((value or {}).get("extra") or {}).get("elements") or []
    elements: list[Element] = []
    for index, entry in enumerate(entries):
        place = ("extra", "elements", index)
        try:
            elements.append(Element.model_validate(entry))
        except ValidationError as error:
            for slip in error.errors():
                key = ".".join(str(part) for part in slip["loc"])
                line = lines.get(place + slip["loc"], lines[place])
                problems.append(
                    Problem(TABLE, line, f'"{key}": {slip["msg"]}', "Look at the other entries.", "settings-are-valid")
                )
            continue
        problems += missing_files(root, elements[-1], place, lines)
    if not problems:
        problems += unnamed_files(root, elements)
    return elements, problems


def missing_files(root: Path, element: Element, place: tuple, lines: dict[tuple, int]) -> list[Problem]:
    """
    Return a problem for each file that the element names and that is not there.
    """
    named = [
        (key, n, f"{ASSETS}/{name}")
        for key in ("styles", "scripts", "later")
        for n, name in enumerate(getattr(element, key))
    ]
    named += [("partials", n, f"{PARTIALS}/{name}.html") for n, name in enumerate(element.partials)]
    return [
        Problem(
            TABLE,
            lines[(*place, key, n)],
            f'"{element.name}" names {path}, which is not there',
            "Fix the name, or add the file.",
            "settings-are-valid",
        )
        for key, n, path in named
        if not (root / path).is_file()
    ]


def unnamed_files(root: Path, elements: list[Element]) -> list[Problem]:
    """
    Return a problem for each script or style sheet that no element names: no page would load it.
    """
    named = {name for element in elements for name in (*element.styles, *element.scripts, *element.later)}
    folder = root / ASSETS
    found = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return [
        Problem(
            f"{ASSETS}/{name}",
            1,
            f"no element of {TABLE} names this file",
            "Name it there, or delete it.",
            "settings-are-valid",
        )
        for name in found
        if name not in named
    ]
