"""
The school districts that a parent may choose from while typing. Another name is always fine.
"""

from typing import Annotated

from pydantic import Field, model_validator

from guide.data.entry import Entry, Text


class District(Entry):
    """
    A school district, a charter school or another public agency that serves children, as a parent may know it.
    """

    name: Text = Field(description="Its name, as it is written into a letter.")
    city: Text = Field(description="The city of its office.")
    county: str = Field(description="Its county, as one says it; empty where it serves the whole state.")
    serves_county: bool = Field(
        False, description="It serves children of all districts of its county beside them; a letter can name both."
    )


class Districts(Entry):
    """
    The districts of the state, in the order in which they are shown.
    """

    year: int = Field(description="The year of the list they were taken from; a parent is told.")
    districts: Annotated[list[District], Field(min_length=1, description="All of them.")]

    @model_validator(mode="after")
    def names_each_once(self):
        found = set()
        for one in self.districts:
            if (one.name, one.county) in found:
                raise ValueError(f'"{one.name}" stands twice in "{one.county}"', "Delete one of them.")
            found.add((one.name, one.county))
        return self
