"""
The links of PDF and Word files that an earlier build read, by what the files hold: to read them takes longest.
"""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from guide.site import documents
from guide.site.documents import links_of_pdf, links_of_word

# Of a link: the page that it stands on, its address, and what is wrong with it, as `links_of_pdf` yields them.
PrintedLink = tuple[int, str, str]


class KnownLinks:
    """
    What is known of the files whose links were read, kept in `file`; without it each is read anew. The key of a file is
    the digest of its bytes and of what reads them, so that what is found is what would be read.
    """

    def __init__(self, file: Path | None):
        self.file = file
        self.known = read_known(file) if file else {}
        self.used: dict[str, list[PrintedLink]] = {}
        reader = (Path(documents.__file__).read_bytes(), version("pypdfium2").encode(), version("lxml").encode())
        self._reader = b"".join(hashlib.sha256(part).digest() for part in reader)

    def links_of(self, document: Path) -> list[PrintedLink]:
        """
        Return the links of a PDF or Word file.

        Raises:
            ValueError: no program can open it.
        """
        key = hashlib.sha256(self._reader + document.suffix.encode() + document.read_bytes()).hexdigest()
        if key not in self.known:
            is_pdf = document.suffix == ".pdf"
            self.known[key] = (
                list(links_of_pdf(document)) if is_pdf else [(1, *link) for link in links_of_word(document)]
            )
        self.used[key] = self.known[key]
        return self.used[key]

    def keep(self) -> None:
        """
        Keep what was used, and nothing else.
        """
        if self.file and self.used:
            # Renamed when it is complete, so that a build that is broken off leaves no half of it.
            half = self.file.with_suffix(".half")
            half.write_text(json.dumps(self.used), encoding="utf-8")
            half.replace(self.file)


def read_known(file: Path) -> dict[str, list[PrintedLink]]:
    """
    Return what was kept; nothing where it is not as it was written.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {str(key): [(int(page), str(to), str(wrong)) for page, to, wrong in kept[key]] for key in kept}
    except (OSError, ValueError, TypeError):
        return {}
