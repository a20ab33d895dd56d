"""
How the files of a folder of data are read: entries by their keys, a file a thing, or one thing.
"""

from pathlib import Path
from typing import Any

from guide.data.entry import Entries, Place
from guide.data.sentences import validate
from guide.grammar import is_id
from guide.problems import Problem
from guide.yaml_lines import read_yaml


class Reader:
    """
    Reads the files of one folder of data (`docs/_data`, or a host's `docs/local/_data`), and collects in `problems`
    what is wrong with them.
    """

    def __init__(self, folder: Path, problems: list[Problem], is_own: bool = False):
        self.folder = folder
        self.problems = problems
        self.is_own = is_own

    def read_yaml(self, file: Path) -> tuple[str, dict | None, dict[tuple, Place]]:
        """
        Return a file's path from the repository root, its mapping or None, and the place of each key; `()` is the
        file itself.
        """
        path = self.path_of(file)
        value, lines = read_yaml(file, path, self.problems)
        return path, value, {(): Place(path, 1)} | {at: Place(path, line) for at, line in lines.items()}

    def path_of(self, file: Path) -> str:
        """
        Return the path of a file from the repository root.
        """
        root = self.folder.parents[2 if self.is_own else 1]
        return file.relative_to(root).as_posix()

    def read_file(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a file of entries, each by its key.
        """
        self.read_entries(entries, model, self.folder / name)

    def read_folder(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a folder whose files hold entries, each by its key; a key stands once in all of them.
        """
        for file in self._files(entries, name):
            self.read_entries(entries, model, file)

    def read_things(self, entries: Entries, model: Any, name: str) -> None:
        """
        Read a folder with a file a thing, whose key is the file's name.
        """
        for file in self._files(entries, name):
            self.read_thing(entries, model, file)

    def read_thing(self, entries: Entries, model: Any, file: Path) -> None:
        """
        Read a file that is one thing, whose key is the file's name.
        """
        path, value, places = self.read_yaml(file)
        key = file.stem
        if not is_id(key):
            self._tell(
                path,
                1,
                f'"{file.name}" is not named by a key',
                "Name it in small letters with hyphens, like-this.yml.",
            )
        elif key in entries:
            self._tell_twice(entries, key, Place(path, 1))
        elif value is None:
            entries.unusable.add(key)
        else:
            inside = {(key, *at): place for at, place in places.items()}
            self._add(entries, model, key, value, inside)
            entries.note_places(inside)

    def read_one(self, model: Any, name: str) -> Any:
        """
        Return the one thing that a file is, or None where it has a slip.
        """
        _, value, places = self.read_yaml(self.folder / name)
        return None if value is None else validate(model, value, (), places, self.problems)

    def _files(self, entries: Entries, name: str) -> list[Path]:
        files = sorted((self.folder / name).glob("*.yml"))
        if not files:
            entries.is_complete = False
            self._tell(
                self.path_of(self.folder / name),
                1,
                f"this folder has no file of {entries.called}s",
                "Restore them; the guide needs them.",
                "data-is-readable",
            )
        return files

    def read_entries(self, entries: Entries, model: Any, file: Path) -> None:
        """
        Read a file of entries, each by its key.
        """
        path, value, places = self.read_yaml(file)
        if value is None:
            entries.is_complete = False
            return
        for key, entry in ((str(key), entry) for key, entry in value.items()):
            place = places.get((key,), places[()])
            if key in entries:
                self._tell_twice(entries, key, place)
            elif not is_id(key):
                self._tell(
                    path, place.line, f'"{key}" is not a key', "Write it in small letters with hyphens, like-this."
                )
            else:
                self._add(entries, model, key, entry, places)
        entries.note_places(places)

    def _add(self, entries: Entries, model: Any, key: str, value: Any, places: dict[tuple, Place]) -> None:
        checked = validate(model, value, (key,), places, self.problems)
        if checked is None:
            entries.unusable.add(key)
        else:
            entries[key] = checked
            if self.is_own:
                entries.own.add(key)

    def _tell_twice(self, entries: Entries, key: str, place: Place) -> None:
        self._tell(
            place.path,
            place.line,
            f'"{key}" is in the data twice',
            f"It is also in {entries.place(key).path}. Delete one of them."
            if not self.is_own
            else f"It is also in {entries.place(key).path}. Give yours another key.",
            "data-key-is-unique",
        )

    def _tell(self, path: str, line: int, what: str, fix: str, rule: str = "data-is-valid") -> None:
        self.problems.append(Problem(path, line, what, fix, rule))
