"""
What entries of all kinds share: their base, the kinds of text in them, and the mapping that knows where each stands.
"""

from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from guide.grammar import ID

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[list[Text], Field(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=rf"^{ID.pattern}$")]
T = TypeVar("T")


def at_most(letters: int) -> AfterValidator:
    """
    Return what refuses a text of more letters: a cover, or the foot of a page, would not hold it.
    """

    def refuse_longer(value: str) -> str:
        if len(value) > letters:
            raise ValueError(f"it has {len(value)} letters, and print has room for {letters}", "Write it shorter.")
        return value

    return AfterValidator(refuse_longer)


class Entry(BaseModel):
    """
    One entry of a data file, or a part of one. A key that is not named here is a slip, not an extra.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Place:
    """
    Where something stands: `path` counts from the repository root, `line` from 1.
    """

    path: str
    line: int


class Entries(dict[str, T], Generic[T]):
    """
    The entries of one kind by their keys, in the order of their files; `called` is what one is called in a message.

    Entries with a slip are left out: their keys stand in `unusable`.
    `is_complete` is False where a whole file could not be read, so that no key can be said to be missing.
    """

    def __init__(self, called: str):
        super().__init__()
        self.called = called
        self.unusable: set[str] = set()
        self.is_complete = True
        # The keys of those that a host added.
        self.own: set[str] = set()
        self._places: dict[tuple, Place] = {}

    def note_places(self, places: dict[tuple, Place]) -> None:
        """
        Keep where entries stand, `(key,)`, and what is in them, `(key, "parts", 0)`.
        What stands twice keeps its first place.
        """
        self._places = places | self._places

    def place(self, *location: str | int) -> Place:
        """
        Return where `location` stands: an entry's key, and behind it the keys of what is in it.

        Where that has no line, what holds it tells its place.
        """
        while len(location) > 1 and location not in self._places:
            location = location[:-1]
        return self._places[location]

    @property
    def shared(self) -> dict[str, T]:
        """
        The entries of the guide itself, without those that a host added.
        """
        return {key: entry for key, entry in self.items() if key not in self.own}

    @property
    def has_slips(self) -> bool:
        """
        Whether an entry or a file is left out because of a slip, which is reported already.
        """
        return bool(self.unusable) or not self.is_complete

    def may_have(self, key: str) -> bool:
        """
        Return whether an entry is there, or may be there in what could not be read: its own slip is reported already.
        """
        return key in self or key in self.unusable or not self.is_complete
