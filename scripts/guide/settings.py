"""
The settings files, from a host's own to the menu, with the line of everything in them.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from guide.characters import control_character, too_much
from guide.problems import NOT_UTF8
from guide.yaml_lines import Unreadable, refuse_stand_ins

HOST, ORGANIZATION, DEFAULTS, MENU, PHRASES = (
    "mkdocs.yml",
    "docs/_data/organization.yml",
    "docs/_data/defaults.yml",
    "docs/_data/menu.yml",
    "docs/_data/phrases.yml",
)
# Each file with the one that it builds on, by the line "INHERIT".
BUILDS_ON = {
    HOST: ORGANIZATION,
    ORGANIZATION: "defaults.yml",
    DEFAULTS: "menu.yml",
    MENU: "phrases.yml",
    PHRASES: "../../scripts/mkdocs-base.yml",
}


@dataclass(frozen=True)
class SettingsFile:
    """
    One settings file. `value` holds mappings, lists and the text of each value; a tag such as `!ENV`, which only MkDocs
    understands, is left out. `lines` has the line of each key and item by the way to it. Of a file that cannot be read
    `value` is empty and `slip` says why: line, what, fix.
    """

    path: str
    value: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple, int] = field(default_factory=dict)
    slip: tuple[int, str, str] | None = None

    def line(self, *way: str | int) -> int:
        """
        Return the line of a key or an item, 1 where it is not there.
        """
        return self.lines.get(way, 1)


def read_settings(root: Path) -> dict[str, SettingsFile]:
    """
    Return the settings files of the repository at `root` by their paths.
    """
    return {path: read_file(root / path, path) for path in BUILDS_ON}


def read_file(file: Path, path: str) -> SettingsFile:
    try:
        text = file.read_text(encoding="utf-8")
        if slip := control_character(text) or too_much(text):
            return SettingsFile(path, slip=slip)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except OSError:
        # Gone, a folder, or a link to nothing.
        return SettingsFile(path, slip=(1, "the file is missing", "Restore it; the guide needs it."))
    except UnicodeDecodeError:
        return SettingsFile(path, slip=(1, *NOT_UTF8))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return SettingsFile(
            path,
            slip=(
                mark.line + 1 if mark else 1,
                "the file cannot be read here",
                "Look for a missing colon, quote or space in this line or the one above.",
            ),
        )
    if not isinstance(node, yaml.MappingNode):
        return SettingsFile(path, slip=(1, 'the file is not a list of "key: value"', "Restore what stood in it."))
    lines: dict[tuple, int] = {}
    try:
        refuse_stand_ins(node)
        return SettingsFile(path, plain_value(node, (), lines), lines)
    except Unreadable as error:
        return SettingsFile(path, slip=(error.line, error.what, error.fix))
    except SlipError as error:
        return SettingsFile(path, slip=error.slip)


class SlipError(Exception):
    """
    What cannot stay in a settings file: line, what is wrong, how to fix it.
    """

    def __init__(self, line: int, what: str, fix: str):
        self.slip = (line, what, fix)
        super().__init__(what)


def plain_value(node: yaml.Node, way: tuple, lines: dict[tuple, int]) -> Any:
    """
    Return what stands in a node, its values as their text, and note the line of each key and item in `lines`.

    Raises:
        SlipError: a key stands twice in one mapping, of which MkDocs would take the second without a word; or a value
        has a control character.
    """
    if isinstance(node, yaml.MappingNode):
        entries = [(str(key.value), key.start_mark.line + 1, value) for key, value in node.value]
        for place, (key, line, _) in enumerate(entries):
            if key in (before for before, _, _ in entries[:place]):
                raise SlipError(
                    line,
                    f'"{key}" is there twice',
                    "Put what is below both into one of them, and delete the other.",
                )
        lines |= {(*way, key): line for key, line, _ in entries}
        return {key: plain_value(value, (*way, key), lines) for key, _, value in entries}
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[*way, index] = item.start_mark.line + 1
        return [plain_value(item, (*way, index), lines) for index, item in enumerate(node.value)]
    if slip := control_character(node.value):
        raise SlipError(node.start_mark.line + 1, *slip[1:])
    return node.value
