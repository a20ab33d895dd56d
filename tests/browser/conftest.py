"""
The built site in a real browser: served under a sub-path, and opened from its folder.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chromium import launch_arguments
from kept_work import ANA, REQUEST, begin, with_sam
from serving import serving
from tracker import opens


@contextmanager
def served(site: Path, place: Path) -> Iterator[str]:
    """
    Serve a site under a sub-path, as on GitHub Pages, from the new folder `place`; yield its address.
    """
    (place / "guide").symlink_to(site)
    with serving(place) as home:
        yield f"{home}guide/"


@pytest.fixture(scope="session")
def address(site, tmp_path_factory) -> Iterator[str]:
    """
    The address of the site.
    """
    with served(site, tmp_path_factory.mktemp("served")) as home:
        yield home


@pytest.fixture(scope="session")
def edition_address(edition, tmp_path_factory) -> Iterator[str]:
    """
    The address of the made-up edition.
    """
    with served(edition / "site", tmp_path_factory.mktemp("served")) as home:
        yield home


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """
    The system's own Chromium or Chrome.
    """
    return {**browser_type_launch_args, **launch_arguments()}


@pytest.fixture(scope="module")
def whole_browser(browser_type, browser_type_launch_args) -> Iterator:
    """
    The browser with its back-forward cache, for tests of what Back brings: a module that needs it names it `browser`.
    """
    browser = browser_type.launch(**{**browser_type_launch_args, **launch_arguments(whole=True)})
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def large(browser_type, browser_type_launch_args) -> Iterator:
    """
    A browser whose text is set to 200 %: its own setting, of which "1rem" and the sizes of windows in "em" are made.
    """
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def reader(browser) -> Iterator:
    """
    A tab that stays open for pages that are only read: to open the next one in it costs half of a new tab.
    """
    page = browser.new_page()
    page.set_default_timeout(5_000)
    yield page
    page.close()


@pytest.fixture
def asked(context) -> list[str]:
    """
    Every address that the browser asks for during the test.
    """
    addresses: list[str] = []
    context.on("request", lambda request: addresses.append(request.url))
    return addresses


@pytest.fixture
def complaints(context) -> list[str]:
    """
    What the browser complains of in its console: errors of scripts, and what the policy stopped.
    """
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: said.append(str(error.error)))
    return said


@pytest.fixture
def context(context):
    """
    What does not happen within five seconds does not happen. Each page knows if it was brought back whole.
    """
    context.set_default_timeout(5_000)
    context.add_init_script("addEventListener('pageshow', event => { window.cameBackWhole = event.persisted })")
    return context


@pytest.fixture
def tab(context, address):
    """
    Open a page of the guide in a new tab. The browser's own question on leaving is answered "leave".
    """

    def open_tab(path: str):
        page = context.new_page()
        page.on("dialog", lambda question: question.accept())
        page.goto(address + path)
        return page

    return open_tab


@pytest.fixture
def sam(tab):
    """
    A tab at a letter of Sam, which is kept on the device.
    """
    return with_sam(tab(REQUEST))


@pytest.fixture
def two(sam):
    """
    That tab with a second file for Ana, which is open; at a letter of hers.
    """
    begin(sam, ANA)
    return sam


@pytest.fixture
def at(page, address):
    """
    Open the tracker at noon of a day.
    """
    return opens(page, address)
