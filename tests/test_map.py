"""
The map for developers is true: the table of modules in `.github/DEVELOPING.md` is what the code imports.
"""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAP = (ROOT / ".github/DEVELOPING.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| [^|]+ \| ([^|]*)\|$", re.MULTILINE)


def imports_of(folder: Path) -> dict[str, set[str]]:
    """
    Return, for each module or package of `folder`, the others of it that its code imports.
    """
    found: dict[str, set[str]] = {}
    for file in sorted(folder.rglob("*.py")):
        part = file.relative_to(folder).parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [name.name for name in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            found.setdefault(part, set()).update(name.split(".")[1] for name in names if name.startswith("guide."))
    return {part: names - {part} for part, names in found.items()}


def test_modules_import_what_the_map_allows():
    """
    Each module has its row, and imports nothing of ours that the row does not name.
    """
    allowed = {name: set(re.findall(r"`(\w+)`", may)) for name, may in ROW.findall(MAP)}
    imported = imports_of(ROOT / "scripts/guide")

    assert sorted(allowed) == sorted(imported)
    assert {} == {name: names - allowed[name] for name, names in imported.items() if names - allowed[name]}


def test_the_map_allows_no_more_than_is_used():
    """
    A row names no module that its own does not import, so that the map stays a picture of the code.
    """
    imported = imports_of(ROOT / "scripts/guide")

    assert {} == {
        name: more for name, may in ROW.findall(MAP) if (more := set(re.findall(r"`(\w+)`", may)) - imported[name])
    }


def test_every_file_that_the_map_names_is_there():
    """
    A file that was renamed or moved is renamed on the map too.
    """
    named = set(re.findall(r"`([\w/.-]+\.(?:py|js|css|yml|html|md))`", MAP))
    places = ("", "scripts/", "scripts/guide/", "overrides/", "overrides/assets/guide/", "docs/_data/", ".github/")

    assert [] == sorted(name for name in named if not any((ROOT / place / name).exists() for place in places))
