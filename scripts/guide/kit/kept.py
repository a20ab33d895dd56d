"""
Files that were made before, by what they were made from: what did not change is not made again.
"""

import hashlib
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Callable, Iterable

HERE = Path(__file__).resolve().parent
LIBRARIES = ("weasyprint", "pydyf", "fonttools", "python-docx", "segno", "pypdfium2", "pillow")


class Kept:
    """
    The files kept in `folder`; without a folder each is made anew.

    The name of a file is the hash of all that it depends on: what it is made from, our own code, style sheets and
    fonts, and the libraries. So a file that is found is the one that would be made.
    """

    def __init__(self, folder: Path | None):
        self.folder = folder
        self.used: set[str] = set()
        self._machinery = _hash_machinery() if folder else b""

    def take(self, sources: list[tuple[str, ...]], ending: str, make: Callable[[list[tuple[str, ...]]], Iterable[bytes]]) -> list[bytes]:
        """
        Return one file for each of `sources`; `make` is asked for those that are not kept yet.
        """
        if not self.folder:
            return list(make(sources))
        self.folder.mkdir(parents=True, exist_ok=True)
        files = [self.folder / self._name(source, ending) for source in sources]
        self.used |= {file.name for file in files}
        missing = [n for n, file in enumerate(files) if not file.exists()]
        for n, content in zip(missing, make([sources[n] for n in missing]) if missing else ()):
            # Renamed when it is whole, so that a build that is broken off leaves no half of a file.
            half = files[n].with_suffix(".half")
            half.write_bytes(content)
            half.replace(files[n])
        return [file.read_bytes() for file in files]

    def sweep(self) -> None:
        """
        Delete what was not used since this was made.
        """
        for file in self.folder.iterdir() if self.folder and self.folder.exists() else ():
            if file.name not in self.used:
                file.unlink()

    def _name(self, source: tuple[str, ...], ending: str) -> str:
        whole = hashlib.sha256(self._machinery + ending.encode())
        for part in source:
            whole.update(hashlib.sha256(part.encode()).digest())
        return f"{whole.hexdigest()}.{ending}"


def _hash_machinery() -> bytes:
    from weasyprint.text.ffi import pango

    whole = hashlib.sha256()
    for file in sorted(HERE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    said = (platform.python_version(), platform.platform(), pango.pango_version(), os.environ.get("SOURCE_DATE_EPOCH"),
            [version(name) for name in LIBRARIES])
    whole.update(repr(said).encode())
    return whole.digest()
