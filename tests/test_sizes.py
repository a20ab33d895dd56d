"""
A file can be read in one sitting, and a test module can be run and moved alone.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "overrides/assets/guide"
# How many lines a file may have, and a function in it.
MODULE, SCRIPT, STYLE_SHEET, FUNCTION = 250, 150, 250, 39


def too_long(folder: Path, pattern: str, most: int) -> set[str]:
    """
    Return the files below `folder` that have more lines than `most`, by their paths.
    """
    return {
        file.relative_to(ROOT).as_posix()
        for file in folder.rglob(pattern)
        if len(file.read_text(encoding="utf-8").splitlines()) > most
    }


def imported_modules(source: str) -> set[str]:
    """
    Return the first names of what a module imports, wherever in it.
    """
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
            names |= {alias.name for alias in node.names if node.level or node.module in ("tests", "tests.browser")}
    return names


def test_a_file_can_be_read_in_one_sitting():
    """
    No module, script or style sheet of the guide is longer than the house style allows.
    """
    long = too_long(ROOT / "scripts", "*.py", MODULE)
    long |= too_long(ASSETS, "*.js", SCRIPT) | too_long(ASSETS, "*.css", STYLE_SHEET)

    assert [] == sorted(long)


def test_a_function_fits_on_a_screen():
    """
    No function of the machinery has 40 lines or more.
    """
    long = {
        f"{file.relative_to(ROOT).as_posix()}: {node.name}"
        for file in (ROOT / "scripts").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION
    }

    assert [] == sorted(long)


def test_a_test_module_imports_from_no_other():
    """
    What tests share stands in modules of its own: a test module that another imports could not be split or renamed,
    and its fixtures and cases would be collected twice.
    """
    files = {file.stem: file for file in (ROOT / "tests").rglob("test_*.py")}

    assert {} == {
        name: shared
        for name, file in files.items()
        if (shared := imported_modules(file.read_text(encoding="utf-8")) & (files.keys() - {name}))
    }
