"""
YAML files with the line of each key, and what is wrong where one cannot be read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.problems import Problem


def read_yaml(file: Path, path: str, problems: list[Problem]) -> tuple[dict | None, dict]:
    """
    Return the mapping in `file` and the line of each key in it, or None after telling what is wrong.
    """

    def problem(line, what, fix):
        problems.append(Problem(path, line, what, fix, "data-is-readable"))
        return None, {}

    if not file.exists():
        return problem(1, "the file is missing", "Restore it; the guide needs it.")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        return problem(line, "the file is not in UTF-8", "Save it again with the encoding UTF-8.")
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or "it is not YAML"
        return problem(
            mark.line + 1 if mark else 1,
            f"the file cannot be read here: {found}",
            "Look in this line and the one above for a missing colon, quote or space. "
            'A value with ": " in it stands in quotes.',
        )
    except ValueError as error:
        return problem(_line_of_wrong_value(node), f"no such day or number: {error}", "Fix it.")
    if value is None:
        return problem(1, "the file is empty", "Restore what stood in it.")
    if not isinstance(value, dict):
        return problem(1, 'the file is not a list of "key: value"', "Begin each entry with its key and a colon.")
    lines: dict[tuple, int] = {}
    try:
        _note_lines(node, (), lines, path, problems)
    except RecursionError:
        return problem(1, "an entry of this file holds itself", 'Delete "&" and "*".')
    return value, lines


def _line_of_wrong_value(node: yaml.Node) -> int:
    """
    Return the line of the first value below `node` that is no day or number, like 2026-13-01.
    """
    for value in _scalars(node):
        try:
            yaml.SafeLoader("").construct_object(value)
        except ValueError:
            return value.start_mark.line + 1
    return 1


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for part in node.value:
            for child in part if isinstance(part, tuple) else (part,):
                yield from _scalars(child)


def _note_lines(node: Any, where: tuple, lines: dict, path: str, problems: list[Problem]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            place = (*where, key_node.value)
            line = key_node.start_mark.line + 1
            if place in lines:
                problems.append(
                    Problem(
                        path,
                        line,
                        f'"{key_node.value}" stands twice',
                        f"It stands also in line {lines[place]}. Delete one of them.",
                        "data-key-is-unique",
                    )
                )
                continue
            lines[place] = line
            _note_lines(value_node, place, lines, path, problems)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*where, index)] = item.start_mark.line + 1
            _note_lines(item, (*where, index), lines, path, problems)
