"""
The addresses of other sites that the built pages name, and what these sites answer.
"""

import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from ssl import SSLError
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from guide.site.reading import BuiltPage

# Many sites turn away what does not say who it is.
ASKS_AS = {"User-Agent": "Mozilla/5.0 (compatible; a guide that checks its links once a week)", "Accept": "*/*"}
HOSTS_AT_ONCE = 8
# After so many silent addresses in a row the rest of a host is left: one that hangs would take an hour.
SILENT_ENOUGH = 3
# These say that a program may not ask, or not now; whether the page is there, a person sees.
REFUSED = (401, 403, 407, 408, 425, 429, 451, 503, 999)


@dataclass(frozen=True, order=True)
class Answer:
    """
    What asking for an address gave: `what` is "" where the page is there, and `is_dead` says whether it is surely not.
    `is_silent` says that nobody answered at all.
    """

    address: str
    what: str = ""
    is_dead: bool = False
    is_silent: bool = field(default=False, compare=False)


def outside_addresses(pages: Iterable[BuiltPage]) -> dict[str, str]:
    """
    Return the addresses of other sites that pages name, without what follows "#", each with the source of the first
    page that has it. What is below the site's own address is none.
    """
    pages = list(pages)
    home = next((page.address.removesuffix("index.html") for page in pages if page.path == "index.html"), "")
    found: dict[str, str] = {}
    for page in pages:
        for link in page.links:
            address = link.address.partition("#")[0]
            is_own = link.rel == "canonical" or (home and address.startswith(home))
            if re.match("https?:", address, re.IGNORECASE) and not is_own:
                found.setdefault(address, page.source)
    return found


def ask(addresses: Iterable[str], pause: float = 1, limit: float = 20) -> list[Answer]:
    """
    Ask for each address and return the answers in the order of the addresses. A host gets one question at a time, with
    a `pause` in seconds between two; `limit` is how long one may take.
    """
    hosts: dict[str, list[str]] = {}
    for address in sorted(set(addresses)):
        # What has no host cannot be asked for; `ask_once` says so.
        hosts.setdefault(address.partition("//")[2].partition("/")[0].lower(), []).append(address)

    def ask_host(of_host: list[str]) -> list[Answer]:
        return list(ask_in_turn(of_host, pause, limit))

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return sorted(answer for answers in pool.map(ask_host, hosts.values()) for answer in answers)


def ask_in_turn(addresses: list[str], pause: float, limit: float) -> Iterator[Answer]:
    silent = 0
    for number, address in enumerate(addresses):
        if silent == SILENT_ENOUGH:
            yield Answer(address, f"was not asked: its host was silent {SILENT_ENOUGH} times in a row")
            continue
        if number:
            time.sleep(pause)
        answer = ask_once(address, "HEAD", limit)
        if answer.what:
            # Some servers know only GET, and some stumble once.
            time.sleep(pause)
            answer = ask_once(address, "GET", limit)
        silent = silent + 1 if answer.is_silent else 0
        yield answer


def ask_once(address: str, method: str, limit: float) -> Answer:
    """
    Return what one question gave. Of a page that is there, nothing is read.
    """
    try:
        # Its signs stay; a space or a letter with an accent is written as a server takes it.
        request = Request(quote(address, safe="%/:=&?~+!$,;'@()*[]"), headers=ASKS_AS, method=method)
        with urlopen(request, timeout=limit):
            return Answer(address)
    except HTTPError as error:
        error.close()
        name = HTTPStatus(error.code).phrase if error.code in list(HTTPStatus) else "no known status"
        # One that leads in a circle wants what only a browser keeps.
        is_dead = error.code >= 400 and error.code not in REFUSED
        return Answer(address, f"answers {error.code} ({name})", is_dead)
    except TimeoutError:
        return Answer(address, f"has not answered within {limit:g} seconds", True, is_silent=True)
    except URLError as error:
        # A browser looks for a certificate that its server forgot; Python does not.
        is_dead = not isinstance(error.reason, SSLError)
        return Answer(address, f"cannot be reached ({error.reason})", is_dead, is_silent=True)
    except (OSError, HTTPException, ValueError) as error:
        return Answer(address, f"cannot be reached ({error})", True)
