"""
The built site, for all tests that look into it.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """
    The guide, built just now by the command that publishes it: once, whichever worker asks first.
    """
    # All workers of one run share the folder above their own.
    run = tmp_path_factory.getbasetemp().parent if worker_id != "master" else tmp_path_factory.getbasetemp()
    done = run / "site-is-built"
    with FileLock(run / "site.lock"):
        if not done.exists():
            built = subprocess.run([sys.executable, "scripts/build.py"], cwd=ROOT, capture_output=True, text=True)
            assert built.returncode == 0, built.stdout + built.stderr
            done.touch()
    return ROOT / "site"
