"""
What print says of the host: logo, colors, name, phone, who read it; and the credit to the guide that all copies come
from, as its license asks.
"""

from pathlib import Path
from typing import Any

from guide.brand import read_brand
from guide.data import Data
from guide.dates import format_month
from guide.phrases import Phrases
from guide.printing.links import shorten

# In the words of LICENSE.
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def host_data(site: Path, data: Data, home: str, phrases: Phrases) -> dict[str, Any]:
    """
    Return what `looks/host.typ` draws, by its names. `home` is the address of this copy, "" where it has none.

    Raises:
        ValueError: the settings of the host have a slip; no book is made then.
    """
    host, original = data.organization, data.original
    if not host or not original:
        raise ValueError("no host")
    brand = read_brand(site / "brand", host)
    return {
        "name": host.name,
        "phone": host.phone,
        "readers": [
            phrases("book.read_by", reader=reader.name, role=reader.role, month=format_month(reader.month, phrases))
            for reader in host.read_by
        ],
        "logo": {"kind": brand.logo_kind, "content": list(brand.logo)},
        "colors": {"accent": brand.accent, "second": brand.second},
        "original": {"name": original.name, "address": shorten(original.site_url)},
        "license": shorten(LICENSE),
        "is_copy": host.name != original.name or home.rstrip("/") != original.site_url.rstrip("/"),
    }
