"""
A line of a result, and when it holds: the smallest part of what the decision helper says.
"""

import re
from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator

from guide.data.entry import Entry, Id, Text

When = dict[str, Id | list[Id]]
# "{change-starts}", "{left:complaint-one-year}": a day or a number of the parent's own case.
PLACEHOLDER = re.compile(r"\{(?:([a-z]+):)?([a-z0-9-]+)\}")


class Short(Entry):
    """
    Something that may be written as a text alone, which is then its first key.
    """

    @model_validator(mode="before")
    @classmethod
    def may_be_a_text_alone(cls, value: Any) -> Any:
        return {next(iter(cls.model_fields)): value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(core_schema)]}


class Line(Short):
    """
    Something that a result says, and when it says so; what always holds may be the words alone. `say` may name a day or
    a number of this case in braces, such as `{change-starts}`; without that day the line is left out.
    """

    say: Text = Field(description="What it says.")
    when: When = Field(
        {},
        description="When it holds: answers by question, one or several. Also `past`, `close`, `runs` with time "
        "limits, `known`, `unknown` with days, `situation`. All of them must hold.",
    )
    claims: dict[Id, Id] = Field({}, description="What it says of the law, by the claims of `routes/claims.yml`.")
    sure: bool = Field(
        False,
        description="`true` in a warning: who answers that they are not sure loses nothing without it.",
    )

    @property
    def days(self) -> list[tuple[str, str]]:
        """
        What its words need of the case, each as (what is said of it, name): ("left", "complaint-one-year"). The first
        is "" where the day itself is said.
        """
        return PLACEHOLDER.findall(self.say)

    @property
    def always_holds(self) -> bool:
        """
        Whether it holds in every case.
        """
        return not self.when and not self.days


class Step(Line):
    """
    A line with one thing to do: a letter, a call, a page, or words to copy.
    """

    letter: Id | None = Field(None, description="The letter to write.")
    call: Id | None = Field(None, description="The fact with the phone number to call.")
    any_hour: bool = Field(
        False, description="`true`: that call is answered day and night, so it stays the first step."
    )
    page: Text | None = Field(None, description="The page to open, or a part of one; it needs `button`.")
    copy_words: Text | None = Field(None, alias="copy", description="Words to copy.")
    button: Text | None = Field(
        None, description="What stands on the button; a letter has its title, a call its number."
    )

    @model_validator(mode="after")
    def is_one_thing_to_do(self) -> "Step":
        if sum(map(bool, (self.letter, self.call, self.page, self.copy_words))) > 1:
            raise ValueError("it has two buttons", "Keep one of letter, call, page and copy; make the other a line.")
        if self.page and not self.button:
            raise ValueError("a page needs the words on its button", 'Add "button:".')
        return self

    @property
    def has_button(self) -> bool:
        """
        Whether a parent can do it by a press.
        """
        return self.writes or self.call is not None

    @property
    def writes(self) -> bool:
        """
        Whether there is something to write, or to read and copy.
        """
        return any((self.letter, self.page, self.copy_words))

    @property
    def works_at_night(self) -> bool:
        """
        Whether it can be done now, when no office answers.
        """
        return self.writes or self.any_hour


class OtherRoute(Line):
    """
    A route that is not the first one here, in a line.
    """

    how: Literal["too", "later", "not", "late"] = Field(
        description="`too`: do it too; `later`; `not`: not for this; `late`: too late for this."
    )


class Named(Short):
    """
    A letter, a route or a time limit that a result names, and when; what always holds may be its name alone.
    """

    name: Id = Field(description="Its key.")
    when: When = Field({}, description="When it holds, as in a line.")
    sure: bool = Field(
        False, description="`true` for a time limit: who answers that they are not sure loses nothing without it."
    )
