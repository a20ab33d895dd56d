"""
The reference of the data files, written from their models:
`.github/DATA.md`, and what an editor needs to check while one types.

    python -m guide.data.reference
"""

import inspect
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from guide.data.entry import Id
from guide.data.kinds import ENTRIES, ONE, THING, Kind, kinds_of
from guide.data.reading import read_data
from guide.data.sentences import models_in
from guide.grammar import ID

ROOT = Path(__file__).resolve().parents[3]
HEAD = """\
# The data files

Written by `make reference` from the models in `scripts/guide/data/`; change the description there.
How to write an entry stands in [CONTRIBUTING.md](CONTRIBUTING.md#data-files).
A key that is not named here is refused, and so is an entry that nothing uses.
"""
LONGEST_EXAMPLE = 400
# What a host may have of its own in `docs/local/_data`.
LOCAL = {"facts": ["facts.yml", "facts/*.yml"], "fields": ["fields.yml"], "letters": ["letters/*.yml"]}


def files_of_reference(root: Path) -> dict[str, str]:
    """
    Return what the reference consists of: the text of each file, by its path from the root.
    """
    kinds = kinds_of(read_data(root / "docs/_data"))
    files = {f".github/schema/{kind.name}.json": f"{json.dumps(schema(kind), indent=1)}\n" for kind in kinds}
    globs = {
        f".github/schema/{kind.name}.json": [f"docs/_data/{name}" for name in kind.files]
        + [f"docs/local/_data/{name}" for name in LOCAL.get(kind.name, [])]
        for kind in kinds
    }
    files[".vscode/settings.json"] = json.dumps({"yaml.schemas": globs}, indent=1) + "\n"
    files[".github/DATA.md"] = "\n".join([HEAD, *(line for kind in kinds for line in chapter(kind))])
    return files


def schema(kind: Kind) -> dict:
    """
    Return the JSON Schema of a kind's files.
    """
    if kind.layout == ENTRIES:
        # Written so, since a type in brackets must not be a variable.
        by_key: Any = GenericAlias(dict, (str, kind.model))
        return TypeAdapter(by_key).json_schema() | {"propertyNames": {"pattern": f"^{ID.pattern}$"}}
    inner = kind.model.model_json_schema()
    if kind.layout in (THING, ONE):
        return inner
    # Either file holds a part of the keys; and what the schema names itself is sought at its top.
    del inner["required"]
    definitions = inner.pop("$defs")
    extra = {"type": "object", "properties": {"organization": inner}}
    return {"$defs": definitions, "type": "object", "properties": {"extra": extra}}


def chapter(kind: Kind) -> Iterator[str]:
    """
    Yield the lines on one kind of file: what it is, and a table of keys for its model and for each model inside.
    """
    yield f"## {' and '.join(f'`{name}`' for name in kind.files)}"
    yield ""
    if not is_model(kind.model):
        yield f"{kind.layout} The value is what the link says, such as `{kind.entries[0]}`."
        yield ""
        return
    own = " and ".join(f"`docs/local/_data/{name}`" for name in LOCAL.get(kind.name, []))
    yield f"{sentences(kind.model)} {kind.layout}{f' A host may have its own in {own}.' if own else ''}"
    yield ""
    yield from table(kind.model, kind.entries)
    for model, entries in inner_models(kind.model, kind.entries):
        yield f"### {title(model)} in `{kind.name}`"
        yield ""
        yield sentences(model)
        yield ""
        yield from table(model, entries)


def table(model: type[BaseModel], entries: list[Any]) -> Iterator[str]:
    """
    Yield the lines of the table of a model's keys.
    """
    yield "| Key | What it holds | Kind | Example |"
    yield "| --- | --- | --- | --- |"
    for name, field in model.model_fields.items():
        optional = "" if field.is_required() else " May be left out."
        yield (
            f"| `{field.alias or name}` | {in_cell(field.description or '')}{optional} "
            f"| {in_cell(in_words(with_constraints(field)))} | {in_cell(example(name, field, entries))} |"
        )
    yield ""


def inner_models(model: type[BaseModel], entries: list[Any]) -> Iterator[tuple[type[BaseModel], list[Any]]]:
    """
    Yield each model inside another, once, with what there is of it in the entries.
    """
    done: set[type] = set()
    for name, field in model.model_fields.items():
        for inner in models_in(field.annotation):
            if inner in done:
                continue
            done.add(inner)
            found = [one for entry in entries for one in inside(getattr(entry, name))]
            yield inner, found
            yield from inner_models(inner, found)


def inside(value: Any) -> Iterator[Any]:
    """
    Yield what a value holds, however deep in lists and mappings.
    """
    if isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from inside(one)
    elif value is not None:
        yield value


def example(name: str, field: FieldInfo, entries: list[Any]) -> str:
    """
    Return the shortest value that the data has for a key, "" where a model of its own shows it, or where it is long.
    """
    if models_in(field.annotation):
        return ""
    values = [
        value
        for entry in entries
        if name in entry.model_fields_set and (value := getattr(entry, name)) not in (None, "", [], {})
    ]
    shortest = min(map(as_yaml, values), key=lambda text: (len(text), text), default="")
    return f"`{shortest}`" if 0 < len(shortest) < LONGEST_EXAMPLE else ""


def as_yaml(value: Any) -> str:
    """
    Return a value as it may stand in a data file, in one line.
    """
    dumped = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False)
    return " ".join(dumped.removesuffix("...\n").split())


def in_words(annotation: Any) -> str:
    """
    Return a type in plain words: `list[Section]` is "list of: section, below".
    """
    origin, inner = get_origin(annotation), get_args(annotation)
    simple = {bool: "`true` or `false`", int: "whole number", str: "text", date: "day"}
    if annotation == Id:
        return "key"
    if annotation in simple:
        return simple[annotation]
    if is_model(annotation):
        return f"{title(annotation).lower()}, see below"
    if origin is Annotated:
        return in_words(inner[0])
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin is list:
        return f"list of: {in_words(inner[0])}"
    if origin is dict:
        return f"by key: {in_words(inner[1])}"
    if origin in (Union, UnionType):
        return " or ".join(in_words(one) for one in inner if one is not NoneType)
    raise TypeError(annotation)


def with_constraints(field: FieldInfo) -> Any:
    """
    Return the annotation of a field as it was written: pydantic keeps what narrows it apart.
    """
    pattern = next((wanted for part in field.metadata if (wanted := getattr(part, "pattern", None))), None)
    return Id if pattern == f"^{ID.pattern}$" else field.annotation


def is_model(annotation: Any) -> bool:
    """
    Return whether an annotation is one of our models itself.
    """
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def title(model: type[BaseModel]) -> str:
    """
    Return a model's name in words: `RequiredSection` as "Required section".
    """
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in model.__name__).split()
    return " ".join([words[0], *(word.lower() for word in words[1:])])


def sentences(model: type[BaseModel]) -> str:
    """
    Return the docstring of a model as one paragraph.
    """
    return " ".join((inspect.getdoc(model) or "").split())


def in_cell(text: str) -> str:
    """
    Return a text that ends no cell of a table.
    """
    return text.replace("|", r"\|")


def main() -> None:
    """
    Write the files of the reference.
    """
    for name, text in files_of_reference(ROOT).items():
        file = ROOT / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
