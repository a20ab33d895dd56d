"""
What a machine must have to publish the guide: Python and its packages, no library of the system, no tool of the tests.
"""

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from copies import ROOT

# What a person who reads the README types without; the same is done.
QUIET = {"--quiet", "--disable-pip-version-check"}


@pytest.fixture(scope="module")
def site_commands() -> list[str]:
    """
    Return what `make site` runs in a fresh clone, one command a line, each without what only makes it quiet.
    """
    make = ["make", "--dry-run", "--always-make", "--no-print-directory", "site"]
    printed = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [" ".join(word for word in shlex.split(line) if word not in QUIET) for line in printed.splitlines()]


def read_names(list_of_packages: str) -> set[str]:
    """
    Return the names in a list of exact versions.
    """
    text = (ROOT / list_of_packages).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def code_of_readme(language: str) -> list[str]:
    """
    Return the lines of the last piece of code in `language` in the README.
    """
    pieces = (ROOT / "README.md").read_text(encoding="utf-8").split(f"```{language}\n")[1:]
    return pieces[-1].split("```")[0].splitlines()


def test_publishing_needs_python_alone(site_commands):
    """
    No installer of a system and no tool of the tests runs, and nothing asks for an administrator.
    """
    mine = re.compile(r"python3 |\.venv/bin/(python|pip) |touch \.venv/")

    assert [] == [command for command in site_commands if not mine.match(command) or "requirements-test" in command]


def test_the_readme_tells_macos_what_make_does(site_commands):
    """
    Its two lines make the same place for packages, fetch the same list and start the same build.
    """
    lines = code_of_readme("sh")
    typed = [command for line in lines for command in line.split(" && ")]

    assert (2, []) == (len(lines), [command for command in typed if command not in site_commands])


def test_the_readme_tells_windows_the_same():
    """
    The lines for Windows are those for macOS with the names that programs have there.
    """
    names = {"python3 -m venv .venv &&": "py -m venv .venv;", ".venv/bin/": ".venv\\Scripts\\"}
    expected = code_of_readme("sh")
    for there, here in names.items():
        expected = [line.replace(there, here) for line in expected]

    assert expected == code_of_readme("powershell")


def test_publishing_imports_no_tool_of_the_tests():
    """
    All that the machinery imports comes with Python, is its own, or stands in `requirements.txt`.
    """
    owners, wanted = packages_distributions(), read_names("requirements.txt")
    ours = sys.stdlib_module_names | {path.stem for path in (ROOT / "scripts").iterdir()}
    faults = []
    for file in sorted((ROOT / "scripts").rglob("*.py")):
        named = {name: {owner.lower() for owner in owners.get(name, [])} for name in imported(file) - ours}
        faults += [f"{file.relative_to(ROOT)}: {name}" for name in sorted(named) if not named[name] & wanted]

    assert [] == faults


def imported(file: Path) -> set[str]:
    """
    Return the first names of the modules that `file` imports, wherever in it.
    """
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in found}


def test_the_readme_says_why_each_library_is_there():
    """
    Its table names what `pyproject.toml` wants and nothing else, and a version that it tells is the one that is used.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [*project["dependencies"], *(pin for extra in project["optional-dependencies"].values() for pin in extra)]
    wanted = dict(pin.split("==") for pin in pins)
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| Library |")[1].split("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines()[2:] if "(shipped" not in line]
    told = {words[0]: "".join(words[1:]) for row in rows for words in map(str.split, row.split(","))}

    assert set(wanted) == set(told)
    assert [] == [name for name, version in told.items() if not wanted[name].startswith(version)]
