"""
Files that were made before, by what they were made from: what did not change is not made again.
"""

import hashlib
import os
import platform
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
# What makes the files: this package, and beside it the one model of a letter, and the codes.
MACHINERY = (*sorted(HERE.rglob("*")), HERE.parent / "letter.py", HERE.parent / "codes.py")
Inputs = TypeVar("Inputs", bound=tuple[str, ...])
LIBRARIES = ("typst", "python-docx", "segno", "pypdfium2", "pillow")


class Cache:
    """
    The files kept in `folder`; without a folder each is made anew.

    The name of a file is the digest of all that it depends on: what it is made from, our own code, style sheets and
    fonts, and the libraries. So a file that is found is the one that would be made.
    """

    def __init__(self, folder: Path | None):
        self.folder = folder
        self.used: set[str] = set()
        self._machinery = _digest_of_machinery() if folder else b""

    def get_or_make(
        self, inputs: list[Inputs], ending: str, make: Callable[[list[Inputs]], Iterable[bytes]]
    ) -> list[bytes]:
        """
        Return one file for each of `inputs`; `make` is asked for those that are not in the cache yet.
        """
        if not self.folder:
            return list(make(inputs))
        self.folder.mkdir(parents=True, exist_ok=True)
        files = [self.folder / self._name(one, ending) for one in inputs]
        self.used |= {file.name for file in files}
        missing = [n for n, file in enumerate(files) if not file.exists()]
        for n, content in zip(missing, make([inputs[n] for n in missing]) if missing else (), strict=True):
            # Renamed when it is complete, so that a build that is broken off leaves no half of a file.
            half = files[n].with_suffix(".half")
            half.write_bytes(content)
            half.replace(files[n])
        return [file.read_bytes() for file in files]

    def prune(self) -> None:
        """
        Delete what was not used since this was made.
        """
        for file in self.folder.iterdir() if self.folder and self.folder.exists() else ():
            if file.name not in self.used:
                file.unlink()

    def _name(self, inputs: tuple[str, ...], ending: str) -> str:
        digest = hashlib.sha256(self._machinery + ending.encode())
        for part in inputs:
            digest.update(hashlib.sha256(part.encode()).digest())
        return f"{digest.hexdigest()}.{ending}"


def _digest_of_machinery() -> bytes:
    digest = hashlib.sha256()
    for file in MACHINERY:
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    libraries = [version(name) for name in LIBRARIES]
    machine = (platform.python_version(), platform.platform(), os.environ.get("SOURCE_DATE_EPOCH"))
    digest.update(repr((machine, libraries)).encode())
    return digest.digest()
