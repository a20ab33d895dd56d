"""
The made-up edition of `tests/edition/`, put together with the machinery of this repository.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What is the same in each edition. All else stands in `tests/edition/`, as another state would have it.
MACHINERY = ("scripts", "overrides", "docs/_data/phrases.yml")


def put_together(folder: Path) -> Path:
    """
    Put the made-up edition and the machinery into `folder`, which is new, and return it.
    """
    shutil.copytree(ROOT / "tests/edition", folder)
    for name in MACHINERY:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder
