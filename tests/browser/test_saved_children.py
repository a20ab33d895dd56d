"""
Files of several children saved, opened, and read from older editions.
"""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from filled import file_of, kept_in, page_key, parts_in
from kept_work import (
    ANA,
    ITEM,
    LIST,
    OTHER,
    REQUEST,
    SAM,
    SAVED,
    WAY,
    begin,
    children,
    field,
    go,
    press,
    write,
)
from tracker import PAGE as TRACKER
from tracker import row

FILES = Path(__file__).parent / "saved"


def choose(page, work: dict | Path):
    """
    Choose a saved file.
    """
    text = work.read_text() if isinstance(work, Path) else json.dumps(work)
    page.get_by_label("Choose the file").set_input_files(
        {"name": "work.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def part(work: dict) -> dict:
    return {"kept": "2026-11-24", "work": work}


def letter_of(name: str, way: str = "") -> dict:
    """
    Return the parts of a file with that child's letter.
    """
    letter = {"fields": {"delivery-way": way}, "choices": {}}
    return {"answers": part({"fields": {"child-name": name}, "letters": {"mediation-request": letter}})}


def test_a_saved_file_holds_all_children(two, tmp_path, browser, address):
    """
    On another device both are there, with the one that was open.
    """
    go(two, SAVED)
    with two.expect_download() as download:
        press(two, "Save my work to a file")
    file = tmp_path / "work.json"
    download.value.save_as(file)
    other = browser.new_context()
    there = other.new_page()
    there.goto(address + SAVED)
    choose(there, file)
    press(there, "Keep on this device")
    expect(there.get_by_role("heading", name="What is kept in Ana's file")).to_be_visible()

    assert children(two) == children(there)
    other.close()


def test_a_file_of_another_child_is_added_and_a_known_one_replaced(sam):
    """
    The question says which child's work would be replaced and whose is added; "Undo" takes both back.
    """
    before = kept_in(sam)
    go(sam, SAVED)
    choose(sam, file_of(letter_of(ANA)))
    expect(sam.get_by_text("It adds a file for Ana. What is kept now stays.")).to_be_visible()
    press(sam, "Keep on this device")
    expect(sam.get_by_role("heading", name="What is kept in Ana's file")).to_be_visible()
    assert {SAM: {"delivery-way": "by fax"}, ANA: {"delivery-way": ""}} == children(sam)
    press(sam, "Undo")
    assert before == kept_in(sam)
    choose(sam, before | {"files": before["files"] | file_of(letter_of(ANA))["files"]})
    expect(sam.get_by_text("It replaces what is kept now for Sam. It adds a file for Ana.")).to_be_visible()
    press(sam, "Keep on this device")
    choose(sam, file_of(letter_of(ANA, "by hand")))
    expect(sam.get_by_text("It replaces what is kept now for Ana.")).to_be_visible()
    press(sam, "Keep on this device")

    assert {SAM: {"delivery-way": "by fax"}, ANA: {"delivery-way": "by hand"}} == children(sam)


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_file_of_the_last_edition_loses_nothing(kept, tab):
    """
    It has one child's work: that becomes the first file, or takes the place of the only one, or stands beside the two.
    """
    page = tab(SAVED)
    names = ["Zoe", "Max"][:kept]
    files = {f"f0000000{n}": {"parts": letter_of(name)} for n, name in enumerate(names)}
    if kept:
        store = {"version": 3, "open": "f00000000", "files": files}
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [page_key(page), json.dumps(store)])
        page.reload()
    choose(page, FILES / "version-2.json")
    press(page, "Keep on this device")
    expect(page.get_by_text("The file is open.")).to_be_visible()
    expect(page.get_by_text("Sam Example", exact=True).first).to_be_visible()
    before = json.loads((FILES / "version-2.json").read_text())["parts"]

    assert {"Sam Example", *(names if kept == 2 else [])} == set(children(page))
    assert {name: one["work"] for name, one in before.items()} == {
        name: one["work"] for name, one in parts_in(page).items()
    }


@pytest.mark.parametrize("version", [1, 2])
def test_a_store_of_an_older_edition_is_the_first_file(version, tab):
    """
    Its work is there in two tabs at once, which write into the same file; a second child's begins beside it.
    """
    page = tab(SAVED)
    text = (FILES / f"version-{version}.json").read_text()
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [page_key(page), text])
    a, b = tab(LIST), tab(LIST)
    for one in (a, b):
        expect(one.get_by_role("checkbox", name=ITEM)).to_be_checked()
    a.get_by_role("checkbox", name=OTHER).check()
    expect(b.get_by_role("checkbox", name=OTHER)).to_be_checked()
    b.get_by_role("checkbox").nth(3).check()
    assert 1 == len(kept_in(b)["files"])
    assert 3 == len(parts_in(b)["ticks"]["work"]["week-before"])
    if version == 2:
        go(a, REQUEST)
        expect(field(a, WAY)).to_have_value("by fax")
        go(a, TRACKER)
        expect(row(a, "Send the logs home")).to_be_visible()
    begin(b, ANA)

    assert 2 == len(kept_in(b)["files"])


@pytest.mark.parametrize("name", ["__proto__", "constructor", "Sam"])
def test_a_file_by_another_kind_of_name_is_left_alone(name, sam):
    """
    The guide makes its ids itself. What has another is told, carried along to the letter, and the rest works.
    """
    store = kept_in(sam)
    text = json.dumps(store)[:-2] + f', "{name}": {{"parts": 7}}}}}}'
    sam.evaluate("([key, text]) => localStorage.setItem(key, text)", [page_key(sam), text])
    sam.reload()
    write(sam, WAY, "by mail")
    go(sam, SAVED)

    expect(sam.get_by_text("This page doesn't recognize some of what is kept here.")).to_be_visible()
    expect(sam.get_by_role("list", name="One file for each child")).to_be_hidden()
    assert {"parts": 7} == kept_in(sam)["files"][name]
    assert "by mail" == parts_in(sam)["answers"]["work"]["letters"]["mediation-request"]["fields"]["delivery-way"]
