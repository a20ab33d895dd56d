"""
The reference of the data files, and what editors check by: as the models say, whole, and of all files.
"""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from guide.data import read_data
from guide.data.kinds import kinds_of
from guide.data.reference import files_of_reference, inner_models, is_model

ROOT = Path(__file__).resolve().parent.parent
FILES = files_of_reference(ROOT)
KINDS = kinds_of(read_data(ROOT / "docs/_data"))


def without_examples(text: str) -> str:
    """
    Return the reference without the last column of its tables: what authors write changes no manual.
    """
    return re.sub(r"(?m)^(\| .* )\|(?:[^|\\]|\\.)*\|$", r"\1|", text)


@pytest.mark.parametrize("name", FILES)
def test_the_reference_is_what_the_models_say(name):
    """
    Whoever changes a model writes the reference anew.
    """
    written = (ROOT / name).read_text(encoding="utf-8") if (ROOT / name).exists() else ""

    assert without_examples(FILES[name]) == without_examples(written), "Run make reference."


def test_no_schema_is_left_over():
    """
    A kind that is gone leaves no schema behind.
    """
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / ".github/schema").iterdir()}

    assert there == {name for name in FILES if name.startswith(".github/schema/")}


def test_each_data_file_is_of_one_kind():
    """
    The reference speaks of each data file once; the menu and the phrases are settings of MkDocs.
    """
    files = [file.relative_to(ROOT / "docs/_data").as_posix() for file in (ROOT / "docs/_data").rglob("*.yml")]
    kinds = {
        file: [
            kind.name
            for kind in KINDS
            for name in kind.files
            if fnmatch(file, name) and file.count("/") == name.count("/")
        ]
        for file in files
    }

    assert {"menu.yml": [], "phrases.yml": []} == {file: names for file, names in kinds.items() if len(names) != 1}


def test_each_key_says_what_it_means():
    """
    No key of a data file is left without its sentence.
    """
    models = [
        model
        for kind in KINDS
        if is_model(kind.model)
        for model in (kind.model, *(inner for inner, _ in inner_models(kind.model, kind.entries)))
    ]

    assert [] == [
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if not field.description
    ]
