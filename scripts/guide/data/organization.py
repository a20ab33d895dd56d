"""
What a host says of itself.
"""

import re

from pydantic import Field, ValidationInfo, field_validator

from guide.data.entry import Entry, Text

# What a contact of the host looks like, and an example for the message.
CONTACTS = {
    "phone": (r"(?=(?:\D*\d){7,15}\D*$)[+(]?\d[\d ().-]*\d", "800-555-0100"),
    "email": (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "help@group.example"),
    "url": (r"https://[^\s<>\"'\\]+", "https://group.example"),
}


class Organization(Entry):
    """
    Who hosts this copy. Empty values are left out of the pages; the others become words and links on each of them.
    """

    name: Text = Field(description="Your name.")
    about: Text = Field(description="Who you are, in a sentence or two.")
    phone: str = Field(description='Your phone, or `""`.')
    email: str = Field(description='Your e-mail address, or `""`.')
    address: str = Field(description='Where mail reaches you, in one or several lines, or `""`.')
    url: str = Field(description='Your own site, or `""`.')

    @field_validator("name", "about", "address")
    @classmethod
    def is_words(cls, value: str) -> str:
        if re.search("[<>]", value):
            raise ValueError(
                'it has "<" or ">" in it', "Write it in plain words; letters, numbers, & and quotes are fine."
            )
        return value

    @field_validator("phone", "email", "url")
    @classmethod
    def leads_to_the_host(cls, value: str, info: ValidationInfo) -> str:
        pattern, example = CONTACTS[info.field_name]
        if value and not re.fullmatch(pattern, value):
            raise ValueError(f'"{value}" does not fit', f'Write it like {example}, or "" if there is none.')
        return value
