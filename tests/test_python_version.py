"""
Who has a Python that is too old reads a sentence.
"""

import ast
import runpy
import sys
import tomllib

import pytest

from copies import ROOT

FIRST = ("scripts/build.py", "scripts/python_version.py")


@pytest.mark.parametrize("name", FIRST)
def test_an_old_python_can_read_the_first_files(name):
    """
    A file that an old Python cannot parse would end in a traceback before it says anything.
    """
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_version_is_looked_at_before_anything_of_ours():
    """
    All that stands above it in `build.py` comes with Python.
    """
    code = ast.parse((ROOT / FIRST[0]).read_text(encoding="utf-8"))
    names = [
        name
        for node in code.body
        for name in (
            [part.name for part in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]

    assert {"datetime", "os", "sys", "pathlib"} >= set(names[: names.index("python_version")])


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 13)])
def test_an_old_python_is_told_what_is_needed(monkeypatch, version):
    """
    The sentence says the version that `pyproject.toml` wants, and the one that is there.
    """
    monkeypatch.setattr(sys, "version_info", version)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = settings["project"]["requires-python"].removeprefix(">=")

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / FIRST[1]))

    assert (
        f"The guide needs Python {wanted} or newer, and this is Python 3.{version[1]}. Install a newer one from "
        "https://www.python.org/downloads/ and type the command again with it."
    ) == stopped.value.code


def test_this_python_is_new_enough():
    """
    Where the version fits, nothing is said.
    """
    assert runpy.run_path(str(ROOT / FIRST[1]))["NEEDED"] <= sys.version_info
