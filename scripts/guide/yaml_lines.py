"""
YAML files with the line of each key, and what is wrong where one cannot be read.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.characters import control_character, too_much
from guide.problems import NOT_UTF8, Problem


class Unreadable(Exception):
    """
    A file that cannot be read: the line that is to blame, what is wrong, and how to fix it.
    """

    def __init__(self, line: int, what: str, fix: str):
        super().__init__(what)
        self.line, self.what, self.fix = line, what, fix


def read_yaml(file: Path, path: str, problems: list[Problem]) -> tuple[dict | None, dict[tuple, int]]:
    """
    Return the mapping in `file` and the line of each key in it, or None after adding what is wrong to `problems`.
    """
    lines: dict[tuple, int] = {}
    try:
        value, node = _load(_text_of(file))
        _note_lines(node, (), lines, path, problems)
    except Unreadable as slip:
        problems.append(Problem(path, slip.line, slip.what, slip.fix, "data-is-readable"))
        return None, {}
    return value, lines


def _text_of(file: Path) -> str:
    if file.is_dir():
        raise Unreadable(1, "this is a folder, and should be a file", "Restore the file; the guide needs it.")
    if not file.exists():
        raise Unreadable(1, "the file is missing", "Restore it; the guide needs it.")
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise Unreadable(line, *NOT_UTF8) from None


def _load(text: str) -> tuple[dict, yaml.Node]:
    """
    Return the mapping that the text of a file is, and the node that it was made of.
    """
    if slip := control_character(text) or too_much(text):
        raise Unreadable(*slip)
    value, node = load_yaml(text)
    if node is None or value is None:
        raise Unreadable(1, "the file is empty", "Restore what stood in it.")
    if not isinstance(value, dict):
        raise Unreadable(1, 'the file is not a list of "key: value"', "Begin each entry with its key and a colon.")
    _refuse_control_characters(node)
    return value, node


def load_yaml(text: str) -> tuple[Any, yaml.Node | None]:
    """
    Return what a YAML text says, and the node that it was made of; None for both where it is empty.

    Raises:
        Unreadable: it is no YAML, has a day that is none, like 2026-02-30, or a value that stands in for another (`*`):
        a few lines of those can make a text of gigabytes.
    """
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    if node is None:
        return None, None
    refuse_stand_ins(node)
    try:
        return loader.construct_document(node), node
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    except ValueError as error:
        raise Unreadable(
            _line_of_wrong_value(node), f"no such day or number: {error}", "Write one that exists."
        ) from None


def refuse_stand_ins(root: yaml.Node) -> None:
    """
    Raise `Unreadable` where a value stands in for one that stands elsewhere in the text.
    """
    seen, waiting = {id(root)}, deque([(root, 1)])
    while waiting:
        node, line = waiting.popleft()
        if isinstance(node, yaml.ScalarNode):
            continue
        for part in node.value:
            for child in part if isinstance(part, tuple) else (part,):
                if id(child) in seen:
                    raise Unreadable(line, 'a value here is written as "*"', 'Write it out, without "&" and "*".')
                seen.add(id(child))
                line = child.start_mark.line + 1
                waiting.append((child, line))


def _unreadable(error: yaml.YAMLError) -> Unreadable:
    mark = getattr(error, "problem_mark", None)
    return Unreadable(
        mark.line + 1 if mark else 1,
        f"the file cannot be read here: {getattr(error, 'problem', None) or 'it is not YAML'}",
        "Look in this line and the one above for a missing colon, quote or space. "
        'A value with ": " in it stands in quotes.',
    )


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


def _refuse_control_characters(node: yaml.Node) -> None:
    """
    Raise `Unreadable` where a value below `node` has a control character, written as one like "\\a" in its quotes.
    """
    for value in _scalars(node):
        if slip := control_character(value.value):
            raise Unreadable(value.start_mark.line + 1, *slip[1:])


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
                        f'"{key_node.value}" is there twice',
                        f"It is also in line {lines[place]}. Delete one of them.",
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
