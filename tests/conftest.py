"""
The built site, and that of a made-up edition, for all tests that look into them.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from editions import put_together

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id) -> Callable[[str, Callable[[Path], object]], Path]:
    """
    Make something in one run of the tests once, whichever worker asks first: `once(name, make)` calls `make` with the
    path of that name, and returns the path.
    """
    # All workers of one run share the folder above their own.
    run = tmp_path_factory.getbasetemp().parent if worker_id != "master" else tmp_path_factory.getbasetemp()

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        done = run / f"{name}-is-built"
        with FileLock(run / f"{name}.lock"):
            if not done.exists():
                make(run / name)
                done.touch()
        return run / name

    return make_once


def build(folder: Path) -> None:
    """
    Build the guide in `folder` by the command that publishes it.
    """
    built = subprocess.run([sys.executable, "scripts/build.py"], cwd=folder, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr


@pytest.fixture(scope="session")
def site(once) -> Path:
    """
    The site of the guide, built just now.
    """
    once("site", lambda _: build(ROOT))
    return ROOT / "site"


@pytest.fixture(scope="session")
def edition(once) -> Path:
    """
    The folder of the made-up edition, built just now; its site is in `site/`.
    """
    return once("edition", lambda folder: build(put_together(folder)))
