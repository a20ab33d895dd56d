"""
What a host says of itself, and the guide that all copies come from.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from guide.data.entry import Entry, Text, at_most

# What a contact of the host looks like, and an example for the message.
CONTACTS = {
    "phone": (r"(?=(?:\D*\d){10,15}\D*$)[+(]?\d[\d ().-]*\d", "800-555-0100"),
    "email": (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "help@group.example"),
    "url": (r"https://[^\s<>\"'\\]+", "https://group.example"),
}
QUESTIONS = 10
PAGE = re.compile(r"\w[\w/-]*\.html")
LOGO = re.compile(r"\w[\w.-]*\.(?:svg|png)")
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def _in_plain_words(value: str) -> str:
    if re.search("[<>]", value):
        raise ValueError('it has "<" or ">" in it', "Write it in plain words; letters, numbers, & and quotes are fine.")
    return value


class HostLink(Entry):
    """
    A link of the host, at the foot of each page.
    """

    title: Text = Field(description="The words of the link.")
    url: Text = Field(
        description="A page of this site, as its address ends: `local/meetings.html`; or an address with `https://`."
    )

    _title = field_validator("title")(_in_plain_words)

    @field_validator("url")
    @classmethod
    def leads_somewhere(cls, value: str) -> str:
        if not PAGE.fullmatch(value) and not re.fullmatch(CONTACTS["url"][0], value):
            raise ValueError(
                f'"{value}" does not fit', "Write it like local/meetings.html, or like https://group.example."
            )
        return value

    @property
    def page(self) -> str:
        """
        The page of the guide that it leads to, as a path from `docs/`; "" where it leads elsewhere.
        """
        return self.url.removesuffix(".html") + ".md" if PAGE.fullmatch(self.url) else ""


class ReadBy(Entry):
    """
    Someone of the trade who read this copy for the host.
    """

    name: Text = Field(description="Their name.")
    role: Text = Field(description="What they are, such as `attorney`.")
    month: Text = Field(description="When they read it, such as `2026-10`.")

    _words = field_validator("name", "role")(_in_plain_words)

    @field_validator("month")
    @classmethod
    def is_a_month_that_has_come(cls, value: str) -> str:
        if not MONTH.fullmatch(value):
            raise ValueError(f'"{value}" is not a month', "Write it like 2026-10.")
        if value > date.today().isoformat()[:7]:
            raise ValueError(f'"{value}" is still to come', "Write the month in which they read it.")
        return value


class IntakeQuestion(Entry):
    """
    What the host asks each family before it can help.
    """

    question: Annotated[Text, at_most(160)] = Field(description="The question, as a family reads it.")
    known: Literal[
        "",
        "child",
        "born",
        "grade",
        "parent",
        "school",
        "district",
        "disability",
        "plan",
        "now",
        "language",
        "ask",
        "about",
        "want",
        "settled",
        "missing",
    ] = Field("", description="What of the packet answers it; without it, there are lines to write on.")

    _words = field_validator("question")(_in_plain_words)


class Organization(Entry):
    """
    Who hosts this copy. Empty values are left out of the pages; the others become words and links on each of them.
    What `organization.yml` leaves out stands in `defaults.yml`.
    """

    name: Annotated[Text, at_most(100)] = Field(description="Your name.")
    about: Text = Field(description="Who you are, in a sentence or two.")
    phone: str = Field(description='Your phone, or `""`.')
    hours: str = Field(description='When someone answers it, such as `Monday to Friday, 9 to 4`, or `""`.')
    email: str = Field(description='Your e-mail address, or `""`.')
    address: str = Field(description='Where mail reaches you, in one or several lines, or `""`.')
    url: str = Field(description='Your own site, or `""`.')
    links: list[HostLink] = Field(description="More links at the foot of each page.")
    logo: str = Field(description="Your logo: the name of an SVG or PNG file in `overrides/brand/`.")
    read_by: list[ReadBy] = Field(description="Who read this copy for you; it stands in the printed books.")

    intake: list[IntakeQuestion] = Field(
        description="What you ask each family; it is on the third sheet of a family's packet, at most ten questions."
    )

    _words = field_validator("name", "about", "address", "hours")(_in_plain_words)

    @field_validator("phone", "email", "url")
    @classmethod
    def leads_to_the_host(cls, value: str, info: ValidationInfo) -> str:
        pattern, example = CONTACTS[info.field_name or ""]
        if value and not re.fullmatch(pattern, value):
            raise ValueError(f'"{value}" does not fit', f'Write it like {example}, or "" if there is none.')
        return value

    @field_validator("intake")
    @classmethod
    def fits_on_a_sheet(cls, value: list[IntakeQuestion]) -> list[IntakeQuestion]:
        if len(value) > QUESTIONS:
            raise ValueError(
                f"it has {len(value)} questions", f"A sheet has room for {QUESTIONS}. Keep those that you need first."
            )
        return value

    @field_validator("logo")
    @classmethod
    def names_a_picture(cls, value: str) -> str:
        if not LOGO.fullmatch(value):
            raise ValueError(
                f'"{value}" does not fit', "Write the name of a file in overrides/brand/, like logo.svg or logo.png."
            )
        return value


class Original(Entry):
    """
    The guide that all copies come from.
    """

    name: Text = Field(description="Its name.")
    site_url: Text = Field(description="Its address.")


class HostSettings(Entry):
    """
    What `organization.yml` holds below `extra`: what differs from the defaults.
    """

    organization: dict[str, Any] = Field({}, description="Who hosts this copy.")


class DefaultSettings(Entry):
    """
    What `defaults.yml` holds below `extra`.
    """

    organization: dict[str, Any] = Field(description="Who hosts this copy.")
    original: Original = Field(description="The guide that all copies come from.")
