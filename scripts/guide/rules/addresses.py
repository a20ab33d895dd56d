"""
How an address is spelled: slips in the scheme, the host, a phone number or a mail address, and what the guide forbids.
"""

import re
import unicodedata
from functools import cache
from urllib.parse import unquote, urlsplit

from guide.grammar import PHONE_SLIP, dialed
from guide.problems import did_you_mean
from guide.rules.allowed import SCHEMES

# What is wrong, and how to fix it.
Slip = tuple[str, str]

SCHEME = re.compile(r"([A-Za-z][\w+.-]*):")
HOST = re.compile(r"(?!-)[\w-]+(?<!-)(?:\.(?!-)[\w-]+(?<!-))*\.?")
MAIL = re.compile(r"[^\s@,;:<>()\[\]\"'/]+@(?:(?!-)[\w-]+(?<!-)\.)+[A-Za-z]{2,}")
NUMBER = re.compile(r"\+?[\d().-]+(?:;ext=\d+)?")
# Ends of hosts that are seen as hosts without "https:" before them too.
ENDINGS = r"(?:gov|org|com|net|edu|us)"
BARE_HOST = re.compile(rf"(?:www\.[^/\s]+|[\w-]+(?:\.[\w-]+)*\.{ENDINGS})(?=[/?#:]|$)", re.IGNORECASE)
AS_WORDS = re.compile(rf"(?:https?://)?((?:[\w-]+\.)+{ENDINGS})(?:/\S*)?", re.IGNORECASE)
# Slips of the most common endings; none of these is an ending.
SLIPS_OF_ENDINGS = {
    **dict.fromkeys(("con", "cmo", "ocm", "comm", "vom"), "com"),
    **dict.fromkeys(("ogr", "rog", "orgg", "og"), "org"),
    **dict.fromkeys(("gvo", "ogv", "goc", "govv"), "gov"),
    **dict.fromkeys(("nte", "ent", "nett"), "net"),
    **dict.fromkeys(("eud", "deu", "eduu"), "edu"),
}
SLIP_OF_WWW = re.compile(r"(?:ww|w{4,}|www\.www)\.")
# Short numbers of the United States: 211, 911 and the like, and 988.
SHORT = re.compile(r"[2-9]11|988")
AMERICAN = re.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
# Names of hosts that only one network, or one computer, knows.
AT_HOME = ("localhost", "local", "internal", "lan", "home", "intranet")
FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f]")
HTTPS = 'Write it as the browser shows it: "https://", the host, then the page.'


@cache
def slip_of(address: str, words: str = "") -> Slip | None:
    """
    Return what is wrong with how an address is spelled, and how to fix it; None where nothing is. `words` are those of
    the link, "" where they are not known. An address within the guide is looked at elsewhere.
    """
    address = address.strip()
    match = SCHEME.match(address)
    if not match:
        return slip_without_scheme(address)
    scheme = match[1].lower()
    if scheme == "https":
        return slip_of_web(address) or slip_of_words(address, words)
    if scheme == "mailto":
        return slip_of_mail(address[7:], words)
    if scheme == "tel":
        return slip_of_phone(address[4:], words)
    # What runs is told by the rule that is about it.
    return None if scheme == "javascript" else slip_of_scheme(address, scheme)


def slip_without_scheme(address: str) -> Slip | None:
    """
    Return what is wrong where an address has no scheme but was meant to lead out of the guide.
    """
    if "\\" in address:
        return f'"{address}" has a backslash in it', 'Write "/" between a folder and a file.'
    if address.startswith("//"):
        return (
            f'"{address}" does not say "https:"',
            f'Write "https:{address}". From a folder it leads nowhere.',
        )
    if re.match(r"[a-z]{2,6}//", address, re.IGNORECASE):
        return f'"{address}" has no ":" before "//"', HTTPS
    if MAIL.fullmatch(address):
        return f'"{address}" is a mail address without "mailto:"', f'Write "mailto:{address}".'
    if re.fullmatch(r"\+?[\d() .-]{7,}", address):
        return f'"{address}" is a phone number without "tel:"', f'Write "tel:{address}".'
    if BARE_HOST.match(address):
        return f'"{address}" does not say "https://"', f'Write "https://{address}".'
    return None


def slip_of_scheme(address: str, scheme: str) -> Slip:
    if scheme == "http":
        return (
            f'"{address}" begins with "http:", which anyone on the way can read and change',
            'Write "https:", and open it once to see that it works.',
        )
    if scheme == "file" or len(scheme) == 1:
        return (
            f'"{address}" is a file of one computer',
            "Put the file into the repository and name it there.",
        )
    fix = did_you_mean(scheme, [*SCHEMES, "http"], "Use https:, mailto: or tel:, or a page of the guide.")
    return f'"{address}" begins with "{scheme}:", where no link of the guide may lead', fix


def slip_of_web(address: str) -> Slip | None:
    """
    Return what is wrong with an address that begins with "https:".
    """
    quoted = f'"{address}"'
    if not re.match(r"https://[^/?#]", address, re.IGNORECASE):
        return f"{quoted} has no host", HTTPS
    if re.match(r"https://(?:https?\b|www\.https?)[:/.]", address, re.IGNORECASE):
        return f'{quoted} says "https" twice', HTTPS
    if FORBIDDEN.search(address):
        return f"{quoted} has a sign in it that no address has", "Copy it once more from the browser."
    try:
        parts = urlsplit(address)
        host, port, user = parts.hostname or "", parts.port, parts.username
    except ValueError:
        return f"{quoted} has a host that no browser understands", HTTPS
    if user is not None:
        return f'{quoted} hides its host behind "@"', "Write the host alone."
    if slip := slip_of_host(host, quoted):
        return slip
    if port is not None and port != 443:
        return f"{quoted} names a port", "Write the address without it."
    if re.search(r"%(?![\da-fA-F]{2})", address):
        return (
            f'{quoted} has a "%" with no sign behind it',
            "Copy the address once more from the browser.",
        )
    if re.search(r"[.,;:!]$", address) or (address.endswith(")") and address.count("(") < address.count(")")):
        return f"{quoted} ends with a mark of its sentence", "Put that mark behind the link."
    return None


def slip_of_host(host: str, quoted: str) -> Slip | None:
    """
    Return what is wrong with the host of an address, which is shown as `quoted`.
    """
    if not HOST.fullmatch(host):
        return f'{quoted} has a host that cannot be one: "{host}"', HTTPS
    ending = host.rstrip(".").rpartition(".")[2]
    if ending in AT_HOME:
        return f"{quoted} leads into one computer or one office", "Write the address that everyone can open."
    if re.fullmatch(r"[\d.]+|0x[\da-f]+", host) or "." not in host.rstrip("."):
        return f'{quoted} has a host without a name and an ending like ".org": "{host}"', HTTPS
    if ending in SLIPS_OF_ENDINGS:
        return f'{quoted} has a host that ends with ".{ending}"', f'Did you mean ".{SLIPS_OF_ENDINGS[ending]}"?'
    if SLIP_OF_WWW.match(host):
        return f'{quoted} has a slip in "www."', HTTPS
    if any(is_mixed(label) for label in host.split(".")):
        return f"{quoted} has letters of two alphabets in its host, which look alike", "Type the host by hand."
    return None


def is_mixed(label: str) -> bool:
    """
    Whether Latin letters stand beside those of another alphabet, of which some look the same.
    """
    alphabets = {unicodedata.name(letter, "").partition(" ")[0] for letter in label if letter.isalpha()}
    return "LATIN" in alphabets and bool({"CYRILLIC", "GREEK"} & alphabets)


def slip_of_words(address: str, words: str) -> Slip | None:
    """
    Return what is wrong where the words of a link are an address themselves, and it leads to another host.
    """
    said = AS_WORDS.fullmatch(words)
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    if not said or said[1].lower().removeprefix("www.") == host:
        return None
    return f'the link says "{words}" and leads to "{host}"', "Write the same in both."


def slip_of_mail(mail: str, words: str) -> Slip | None:
    """
    Return what is wrong with an address behind "mailto:", or with its words.
    """
    to = unquote(mail.partition("?")[0])
    wrong = next((one for one in to.split(",") if not MAIL.fullmatch(one)), None)
    if wrong is not None:
        return f'"mailto:{mail}" has no mail address', 'Write it like "mailto:help@group.example".'
    if "?" in mail and not re.match(r"(?:subject|body|cc)=", mail.partition("?")[2], re.IGNORECASE):
        return (
            f'"mailto:{mail}" has "?" behind it, but no "subject=" or "body="',
            "Add that, or delete it.",
        )
    if MAIL.fullmatch(words) and words.lower() != to.lower():
        return f'the link says "{words}" and writes to "{to}"', "Write the same in both."
    return None


def slip_of_phone(number: str, words: str) -> Slip | None:
    """
    Return what is wrong with a number behind "tel:", or with its words.
    """
    number = unquote(number)
    count = len(re.sub(r"\D", "", number.partition(";")[0]))
    if not NUMBER.fullmatch(number):
        return f'"tel:{number}" cannot be dialed', 'Write digits and "-" only, like "tel:800-555-0100".'
    plain = re.sub(r"\D", "", number.partition(";")[0])
    if count != 3 and not 10 <= count <= 15:
        return f'"tel:{number}" has {count} digits', "Write all 10 digits, or the 3 of a short number."
    if not number.startswith("+") and not (SHORT.fullmatch(plain) or AMERICAN.fullmatch(plain)):
        return f'"tel:{number}" is no number of the United States', "Compare each digit with its source."
    said = PHONE_SLIP.search(words)
    if said and dialed(said[0]) != dialed(number.partition(";")[0]):
        return f'the link says "{said[0]}" and dials "{number}"', "Write the same in both."
    return None
