"""
Links to other sites: which the pages have, how they are asked for, and how a dead one is told. Only this machine is asked.
"""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLCertVerificationError
from urllib.error import URLError

import pytest

from guide import dead_links
from guide.site import outside
from guide.site.outside import Answer, ask, outside_addresses
from guide.site.reading import read_site

# What the other site answers, by the path: to HEAD, and to GET.
ANSWERS = {
    "/there": (200, 200),
    "/moved": (302, 302),
    "/only-get": (405, 200),
    "/stumbles": (500, 200),
    "/gone": (404, 404),
    "/broken": (500, 500),
    "/no-programs": (403, 403),
    "/in-a-circle": (303, 303),
    "/a page": (404, 404),
}
PAGE = '<!doctype html><html lang="en-US"><head><meta charset="utf-8">{head}</head><body><article>{body}</article></body></html>'


class OtherSite(BaseHTTPRequestHandler):
    """
    Answers as the table says, and notes what it was asked, and whether two asked at once.
    """

    asked: list[str]
    busy: threading.Lock
    at_once: list[str]

    def answer(self, status: int) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if not self.busy.acquire(blocking=False):
            self.at_once.append(self.path)
            return
        self.send_response(status)
        if status in (302, 303):
            self.send_header("Location", "/there" if status == 302 else self.path)
        self.send_header("Content-Length", "0")
        # Before the answer is sent: who asks may ask again at once.
        self.busy.release()
        self.end_headers()

    def do_HEAD(self) -> None:
        self.answer(ANSWERS[self.path.replace("%20", " ")][0])

    def do_GET(self) -> None:
        self.answer(ANSWERS[self.path.replace("%20", " ")][1])

    def log_message(self, format, *args) -> None:
        pass


@pytest.fixture
def other(monkeypatch):
    """
    The address of another site, on this machine, and what it noted.
    """
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    noted = {"asked": [], "at_once": [], "busy": threading.Lock()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Noting", (OtherSite,), noted))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", noted
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def closed() -> str:
    """
    An address at which nobody answers.
    """
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/page"


def guide(folder: Path, *addresses: str) -> Path:
    """
    Return `folder` with a built page that links to addresses, one of them twice, and the page and facts that hold them.
    """
    anchors = "".join(f'<a href="{address}#part">one</a>' for address in [*addresses, addresses[0]])
    home = '<link rel="canonical" href="https://group.example/guide/index.html">'
    own = '<a href="https://group.example/guide/kit.html">own</a><a href="kit.html">own</a><a href="mailto:a@b.example">mail</a>'
    (folder / "site").mkdir(parents=True)
    (folder / "site/index.html").write_text(PAGE.format(head=home, body=anchors + own), encoding="utf-8")
    (folder / "docs/_data/facts").mkdir(parents=True)
    lines = [f"  url: {address}/more\n  url: {address}#part\n" for address in addresses[:-1]]
    (folder / "docs/_data/facts/a.yml").write_text("a:\n" + "".join(lines), encoding="utf-8")
    (folder / "docs/index.md").write_text(f"# Home\n\nSee [one]({addresses[-1]}).\n", encoding="utf-8")
    return folder


def test_only_addresses_of_other_sites_are_asked(tmp_path):
    """
    Each once, without what follows "#"; none of the site's own, and no mail or phone.
    """
    addresses = ["https://a.example/x", "http://b.example", "HTTPS://[::1"]

    found = outside_addresses(read_site(guide(tmp_path, *addresses) / "site"))

    assert dict.fromkeys(addresses, "docs/index.md") == found


def test_each_answer_is_understood(other, closed):
    """
    A page that moved, or whose server knows only GET or stumbles once, is there; one that is gone or broken is dead; of one that
    lets no program in, or sends it in a circle, nobody can say.
    """
    home, noted = other

    answers = ask([*(home + path for path in ANSWERS), closed], pause=0)

    found = {answer.address.removeprefix(home): (answer.what, answer.is_dead) for answer in answers}
    what, is_dead = found.pop(closed)
    assert is_dead and what.startswith("cannot be reached (")
    assert {
        "/there": ("", False),
        "/moved": ("", False),
        "/only-get": ("", False),
        "/stumbles": ("", False),
        "/gone": ("answers 404 (Not Found)", True),
        "/a page": ("answers 404 (Not Found)", True),
        "/broken": ("answers 500 (Internal Server Error)", True),
        "/no-programs": ("answers 403 (Forbidden)", False),
        "/in-a-circle": ("answers 303 (See Other)", False),
    } == found
    assert [] == noted["at_once"]


def test_a_site_that_hangs_is_left(monkeypatch):
    """
    A server that takes the question and never answers is told as that.
    """
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"

        told = ask([address], pause=0, limit=0.1)

    assert [Answer(address, "has not answered within 0.1 seconds", True)] == told


def test_a_host_that_stays_silent_is_left(closed, monkeypatch):
    """
    After three addresses at which nobody answers the rest of that host is listed for a person, and other hosts are asked.
    """
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    host = closed.removesuffix("/page")
    other = host.replace("127.0.0.1", "localhost")

    answers = ask([*(f"{host}/{page}" for page in "abcde"), f"{other}/a"], pause=0)

    left = "was not asked: its host was silent 3 times in a row"
    assert [("a", True), ("b", True), ("c", True), ("d", False), ("e", False), ("a", True)] == [
        (answer.address[-1], answer.is_dead) for answer in answers
    ]
    assert [left, left] == [answer.what for answer in answers if not answer.is_dead]


def test_what_a_certificate_lacks_is_for_a_person(monkeypatch):
    """
    A browser may know how to complete a certificate that Python refuses.
    """

    def refuse(*asked, **how):
        raise URLError(SSLCertVerificationError("unable to get local issuer certificate"))

    monkeypatch.setattr(outside, "urlopen", refuse)

    assert [False] == [answer.is_dead for answer in ask(["https://a.example/"], pause=0)]


@pytest.mark.parametrize("address", ["https://[::1", "http://exa mple", "https://ünknown..example/", "http://a:port/"])
def test_an_address_that_is_none_is_told(address):
    """
    What no program could ask for is dead, and ends nothing.
    """
    assert [True] == [answer.is_dead for answer in ask([address], pause=0, limit=0.1)]


def test_a_dead_link_is_told_where_it_is_written(tmp_path, capsys):
    """
    By the line of the fact or the page, once; what a person must open is listed below, and both are counted.
    """
    folder = guide(tmp_path, "https://a.example/x", "https://c.example", "http://b.example")
    told = [
        Answer("http://b.example", "answers 404 (Not Found)", True),
        Answer("https://c.example", "answers 403 (Forbidden)"),
    ]

    status = dead_links.main(
        folder, lambda addresses: [*told, Answer("https://a.example/x", "answers 410 (Gone)", True)]
    )

    assert 1 == status
    assert (
        'docs/_data/facts/a.yml:3: "https://a.example/x" answers 410 (Gone). Look for the page that took its place, or delete the '
        "link. [outside-link-is-alive]\n"
        'docs/index.md:3: "http://b.example" answers 404 (Not Found). Look for the page that took its place, or delete the link. '
        "[outside-link-is-alive]\n\n"
        "A program cannot tell whether these are there. Open each once in a browser:\nhttps://c.example answers 403 (Forbidden)\n\n"
        "3 addresses of other sites, 2 dead, 1 not sure.\n"
    ) == capsys.readouterr().out


def test_where_all_are_alive_nothing_is_wrong(tmp_path, capsys):
    """
    Then the status says so; and without a site it says what to do.
    """
    folder = guide(tmp_path / "guide", "https://a.example/x")

    good = dead_links.main(folder, lambda addresses: [Answer(address) for address in addresses])

    assert (0, 2) == (good, dead_links.main(tmp_path))
    said = capsys.readouterr()
    assert ("\n1 addresses of other sites, 0 dead, 0 not sure.\n", True) == (said.out, "make site" in said.err)
