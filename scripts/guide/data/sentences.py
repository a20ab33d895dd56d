"""
What the validator finds, in the words of someone who edits the file.
"""

from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from guide.data.entry import Place
from guide.problems import Problem, did_you_mean

# How to fix a value, by what the names of the validator's findings begin with.
FIXES = {
    "string_pattern": 'Write an address with "https://" and no spaces, '
    "or a name in small letters with hyphens, like-this.",
    "string": 'Put it in quotes: "like this".',
    "int": "Write a whole number in digits.",
    "greater": "Write a number above 0.",
    "date": "Write the day like 2026-11-23.",
    "bool": 'Write "true" or "false".',
    "list": "Write a list like [one, two], or [] for none.",
    "model": 'Write its keys below it, each on a line "key: value" that begins with more spaces.',
    "dict": 'Write its keys below it, each on a line "key: value" that begins with more spaces.',
}


def validate(model: Any, value: Any, location: tuple, places: dict[tuple, Place], problems: list[Problem]) -> Any:
    """
    Return what `value` holds as `model`, or None after adding what does not fit to `problems`.

    `location` is where the value stands, and `places` has the place of each key, that of the value at least.
    """
    try:
        return TypeAdapter(model).validate_python(value)
    except ValidationError as invalid:
        for error in invalid.errors():
            # Where a value may be a number or words, both are tried: one message will do.
            if error["loc"][-1:] != ("int",):
                inside = tuple(part for part in error["loc"] if part != "constrained-str")
                place = _nearest(location + inside, places)
                problems.append(
                    Problem(place.path, place.line, *_message(error, model, location, inside), "data-is-valid")
                )
        return None


def _nearest(location: tuple, places: dict[tuple, Place]) -> Place:
    while location not in places:
        location = location[:-1]
    return places[location]


def _message(error: Any, model: Any, location: tuple, inside: tuple) -> tuple[str, str]:
    """
    Return what is wrong, and how to fix it.
    """
    kind, value, here = error["type"], error["input"], location + inside
    owner = _name(here[:-1]) or "the file"
    if kind == "missing":
        return f'"{here[-1]}" is missing in {owner}', f'Add "{here[-1]}:" with its value.'
    if kind == "extra_forbidden":
        return f'{owner} has no key "{here[-1]}"', did_you_mean(
            str(here[-1]), model_at(model, inside[:-1]).model_fields
        )
    if kind == "literal_error":
        return f'{_name(here)} is "{value}"', f"Use one of: {error['ctx']['expected']}."
    if kind == "value_error":
        what, fix = error["ctx"]["error"].args
        return f"{_name(here) or 'the file'}: {what}", fix
    if kind in ("string_too_short", "too_short"):
        return f"{_name(here)} is empty", "Write its value."
    if value is None:
        fix = FIXES["dict"] if kind.startswith(("dict", "model")) else 'Write its value, or "" if there is none.'
        return f"{_name(here)} is empty", fix
    return f"{_name(here)} does not fit", next(
        (fix for start, fix in FIXES.items() if kind.startswith(start)), f"{error['msg']}."
    )


def _name(location: tuple) -> str:
    """
    Return the place of a value in words: `"unit" of "limit" of "stay-put"`.
    """
    names = [f"entry {part + 1}" if isinstance(part, int) else f'"{part}"' for part in location]
    return " of ".join(reversed(names[-3:]))


def model_at(model: Any, location: tuple) -> type[BaseModel]:
    """
    Return the model of what stands at `location` within an entry of `model`:
    keys of fields, places in lists, keys of mappings.
    """
    for part in location:
        if part in getattr(model, "model_fields", {}):
            model = models_in(model.model_fields[part].annotation)[0]
    return model


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """
    Return the models of ours that an annotation names: `list[Section]` and `Limit | None` name one.
    """
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models_in(inner)]
