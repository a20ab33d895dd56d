"""
Rules on copies of the guide: a copy bears its own name and address, and what its host says of itself is no example.
"""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.project import Guide
from guide.rules.rule import Findings, rule
from guide.settings import HOST, ORGANIZATION

# The values of the lines that `organization.yml` offers as examples: its host deletes "# " before one, and fills it in.
EXAMPLES = {
    "phone": "314-555-0100",
    "email": "help@your-group.example",
    "address": "12 Main Street, Sampleton 65000",
    "url": "https://your-group.example",
}
READER = "Pat Sample"
# Where GitHub builds the guide: who owns the copy, and the address that its pages have there (publish.yml).
OWNER, PUBLISHED_AT = "GITHUB_REPOSITORY_OWNER", "PUBLISHED_AT"
OF_GITHUB = ".github.io"


@rule
def copy_bears_its_own_name(context: Guide) -> Findings:
    """
    A copy bears neither the name nor the address of the guide that all copies come from: printed codes would lead to
    another site, and families would take the host for someone else. A copy is what has a contact, or one of the two
    changed, or is built for another owner; the original has none of these, so nothing ever stops it.
    """
    host, original = context.data.organization, context.data.original
    settings = context.settings[HOST]
    address = str(settings.value.get("site_url", "")).strip()
    if not host or not original or not address:
        return
    has_contact = any(getattr(host, key) for key in ("phone", "email", "address", "url"))
    is_renamed, is_moved = host.name != original.name, plain(address) != plain(original.site_url)
    if (has_contact or is_moved) and not is_renamed:
        yield (
            ORGANIZATION,
            context.settings[ORGANIZATION].line("extra", "organization", "name"),
            f'the name is still "{host.name}", the one of the original guide',
            "Write your own.",
        )
    published = os.environ.get(PUBLISHED_AT, "")
    if (has_contact or is_renamed or is_of_another(original.site_url)) and not is_moved:
        yield (
            HOST,
            settings.line("site_url"),
            '"site_url" is still the address of the original guide',
            "Write the address of your own site: printed codes lead there.",
        )
    elif published and plain(published) != plain(address):
        yield (
            HOST,
            settings.line("site_url"),
            f'"site_url" is "{address}", but GitHub puts this site at "{published}"',
            f'Write "site_url: {published.rstrip("/")}/", or set your own domain in Settings → Pages.',
        )


def plain(address: str) -> str:
    """
    Return an address as two are compared: in whatever letter case, with or without the "/" at its end.
    """
    return address.partition("//")[2].rstrip("/").casefold()


def is_of_another(address: str) -> bool:
    """
    Return whether GitHub builds this for someone whose pages cannot stand at an address. Only one below "github.io"
    names its owner.
    """
    owner, host = os.environ.get(OWNER, ""), urlsplit(address).netloc.lower()
    return bool(owner) and host.endswith(OF_GITHUB) and host != f"{owner.lower()}{OF_GITHUB}"


@rule
def example_is_replaced(context: Guide) -> Findings:
    """
    No example of `organization.yml` stays where a host's own contact or reader belongs: families would call a number
    that nobody answers, and trust a reader who does not exist.
    """
    if context.data.organization:
        for way, value in examples_in(context):
            yield *context.host_place(*way), f'"{value}" is the example', "Write your own, or delete the line."


def examples_in(context: Guide) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """
    Yield the way to each example that stands for a value, and the example.
    """
    host = context.data.organization
    for key, example in EXAMPLES.items():
        if example in str(getattr(host, key)):
            yield (key,), example
    for number, reader in enumerate(host.read_by if host else []):
        if reader.name == READER:
            yield ("read_by", number), READER
