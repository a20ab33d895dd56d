"""
A parent's saved work: looked at, saved to a file, opened, erased.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from event_days import pick
from family import OUR_FILE, PAPERS, file_work, put
from filled import kept_in, page_key, parts_in
from kept_work import ITEM, LIST, REQUEST, SAVED, WAY, field, keep, write
from letter_form import begin as begin_letter
from tracker import PAGE as TRACKER
from tracker import add

FILES = Path(__file__).parent / "saved"


@pytest.fixture
def work(page, address):
    """
    The page of saved work, with answers and ticks kept on the device.
    """
    page.goto(address + REQUEST)
    write(page, "Child's name", "Sam Example")
    write(page, WAY, "fax")
    keep(page)
    page.goto(address + LIST)
    page.get_by_role("checkbox", name=ITEM).check()
    keep(page)
    page.goto(address + SAVED)
    return page


def press(page, name: str):
    page.get_by_role("button", name=re.compile(f"^{name}")).click()


def save(page, folder: Path) -> Path:
    with page.expect_download() as download:
        press(page, "Save my work to a file")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def choose(page, file: Path):
    page.get_by_label("Choose the file").set_input_files(file)


def test_the_page_shows_what_is_kept(work):
    """
    Names, letters and ticks, each with the day on which it ends.
    """
    expect(work.get_by_text("Sam Example")).to_be_visible()
    expect(work.get_by_text(re.compile(r"^Checks on 1 checklist, until \w+ \d+, \d{4}\.$"))).to_be_visible()
    expect(
        work.get_by_text(re.compile(r"^Answers for 1 letter, until .*: Request for state mediation\.$"))
    ).to_be_visible()


def test_the_page_shows_what_is_kept_of_the_file(page, address):
    """
    How many lines of the log and papers of the list, and until when; of work by others' hands it counts none.
    """
    page.goto(address + SAVED)
    put(page, file=file_work())
    said = "Our file, until November 20, 2027: {} in the log, {} on the list of papers."
    expect(page.get_by_text(said.format(5, 2))).to_be_visible()
    put(page, file=file_work(entries="many", papers=PAPERS[:1]))

    expect(page.get_by_text(said.format(0, 1))).to_be_visible()


def test_saved_erased_and_opened_it_is_as_before(work, tmp_path, address):
    """
    The file brings back every answer and tick, and its name says only the day.
    """
    before = kept_in(work)
    file = save(work, tmp_path)
    press(work, "Erase everything")
    press(work, "Yes, erase it")
    expect(work.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    assert [] == work.evaluate("Object.keys(localStorage)")
    choose(work, file)
    press(work, "Keep on this device")
    expect(work.get_by_text("The file is open.")).to_be_visible()

    assert before == kept_in(work) and re.fullmatch(r"saved-work-\d{4}-\d\d-\d\d\.json", file.name)
    work.goto(address + REQUEST)
    expect(field(work, WAY)).to_have_value("fax")
    work.goto(address + LIST)
    expect(work.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_a_file_opens_on_another_device_until_the_tab_closes(work, tmp_path, browser, address):
    """
    A library's computer takes the file, and another tab knows nothing of it.
    """
    file = save(work, tmp_path)
    library = browser.new_context()
    there = library.new_page()
    there.goto(address + SAVED)
    choose(there, file)
    press(there, "Only until this tab closes")
    there.goto(address + REQUEST)
    expect(field(there, "Child's name")).to_have_value("Sam Example")
    other = library.new_page()
    other.goto(address + REQUEST)

    expect(field(other, "Child's name")).to_have_value("")
    library.close()


def test_opening_can_be_left_alone(work, tmp_path):
    """
    "Don't open it" changes nothing.
    """
    before = kept_in(work)
    choose(work, FILES / "version-1.json")
    press(work, "Don't open it")

    expect(work.get_by_text("The file was not opened. Nothing was changed.")).to_be_visible()
    assert before == kept_in(work)


def test_a_file_of_the_first_edition_opens(work):
    """
    Its ticks take the place of the kept ones; answers, which it has none of, stay.
    """
    choose(work, FILES / "version-1.json")
    press(work, "Keep on this device")
    expect(work.get_by_text("The file is open.")).to_be_visible()
    parts = parts_in(work)

    assert {"week-before": {"send-helper-names": "done"}} == parts["ticks"]["work"]
    assert "Sam Example" == parts["answers"]["work"]["fields"]["child-name"]


def test_a_file_that_cannot_be_opened_is_told_and_changes_nothing(work, tmp_path):
    """
    Cut in half, foreign, empty, changed by hand, or newer: a sentence in view, and nothing is lost. Then a good file opens.
    """
    good = save(work, tmp_path).read_text()
    before = kept_in(work)
    file = tmp_path / "file.json"
    foreign = "This file isn't from the guide, or it's damaged"

    for contents, sentence in (
        (good[:200], foreign),
        ('{"name": "someone else\'s", "version": "1"}', foreign),
        ("[]", foreign),
        ("", foreign),
        (
            '{"version": 2, "parts": {"ticks": {"kept": "2026-11-24", "work": {"week-before": ["done"]}}}}',
            "isn't from the guide",
        ),
        ('{"version": 3, "files": {"f0000000a": {"parts": {}, "name": 7}}}', "isn't from the guide"),
        ('{"version": 4, "files": {}}', "comes from a newer edition"),
    ):
        file.write_text(contents)
        choose(work, file)
        expect(work.get_by_text(sentence)).to_be_in_viewport()
        expect(work.get_by_role("group", name="Where should it be kept?")).to_be_hidden()
        assert before == kept_in(work)
        file.write_text(good)
        choose(work, file)
        expect(work.get_by_role("group", name="Where should it be kept?")).to_be_visible()
        press(work, "Don't open it")
        expect(work.get_by_text(sentence)).to_have_count(0)


def test_opening_can_be_undone(work):
    """
    "Undo" brings back what the file replaced, to the letter.
    """
    before = kept_in(work)
    choose(work, FILES / "version-1.json")
    press(work, "Only until this tab closes")
    assert before != kept_in(work)
    press(work, "Undo")

    expect(work.get_by_text("Everything is back the way it was.")).to_be_visible()
    assert before == kept_in(work) and kept_in(work, "sessionStorage") is None


def test_erasing_asks_first(work):
    """
    The keyboard goes to the answer that loses nothing, and from there back to the button; only "Yes" erases.
    """
    before = kept_in(work)
    work.get_by_role("button", name="Erase everything").press("Enter")
    sure = work.get_by_role("group", name="Erase all of it?")
    expect(sure.get_by_role("button", name="No, keep it")).to_be_focused()
    assert before == kept_in(work)
    work.keyboard.press("Enter")
    expect(sure).to_be_hidden()
    expect(work.get_by_text("Nothing was erased.")).to_be_visible()
    expect(work.get_by_role("button", name="Erase everything")).to_be_focused()
    assert before == kept_in(work)
    work.keyboard.press("Enter")
    work.keyboard.press("Tab")
    expect(sure.get_by_role("button", name="Yes, erase it")).to_be_focused()
    work.keyboard.press("Enter")

    expect(work.get_by_text("Everything is erased.")).to_be_visible()
    expect(work.get_by_role("button", name="Erase everything")).to_be_focused()
    assert kept_in(work) is None


def be_advised(page):
    helper = page.locator("guide-route-helper")
    for name in ("I may be running out of time", "A child complaint"):
        helper.get_by_role("button", name=name).click()
    helper.get_by_label("The first time it happened").fill("2026-10-01")
    press(page, "Continue")


@pytest.mark.parametrize(
    ("tool", "path", "use"),
    [
        ("guide-letter", REQUEST, begin_letter),
        ("guide-tracker", TRACKER, lambda page: add(page, "First")),
        ("guide-our-file", OUR_FILE, None),
        ("guide-checklist", LIST, None),
        ("guide-plan", "plans/ten-days-after-a-notice.html", None),
        ("guide-review", "checklists/evaluate-the-agreement.html", None),
        ("guide-kit", "make-my-kit.html", lambda page: page.locator(".guide-kit__names summary").click()),
        ("guide-route-helper", "which-route.html", be_advised),
        ("guide-deadlines", "reference/time-limits.html", lambda page: pick(page, "I got a Notice of Action")),
    ],
)
def test_every_tool_leads_to_where_its_work_is_erased(tool, path, use, page, address):
    """
    Once it is begun, a link in the tool leads to the page of saved work, with the button that erases everything.
    """
    page.goto(address + path)
    page.on("dialog", lambda question: question.accept())
    if use:
        use(page)
    page.locator(tool).get_by_role("link", name=re.compile("erase", re.IGNORECASE)).first.click()
    page.wait_for_url(f"**/{SAVED}")

    expect(page.get_by_role("button", name="Erase everything")).to_be_visible()


@pytest.mark.parametrize("kept", [None, "{not JSON"])
def test_erasing_can_be_undone(kept, work):
    """
    "Undo" brings back all that was kept, even what this edition cannot read.
    """
    key = page_key(work)
    if kept:
        work.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
        work.reload()
    before = work.evaluate("key => localStorage.getItem(key)", key)
    press(work, "Erase everything")
    press(work, "Yes, erase it")
    press(work, "Undo")

    assert before == work.evaluate("key => localStorage.getItem(key)", key)


def test_erasing_takes_only_what_is_ours(work):
    """
    Another site under the same name keeps what is its own.
    """
    work.evaluate("localStorage.setItem('other', 'theirs'); localStorage.setItem('guide:/elsewhere/:work', '{}')")
    press(work, "Erase everything")
    press(work, "Yes, erase it")

    assert ["guide:/elsewhere/:work", "other"] == sorted(work.evaluate("Object.keys(localStorage)"))


def test_a_full_store_leaves_all_as_it_is(work, tmp_path):
    """
    A file that finds no room is refused whole; a sentence says so.
    """
    before = kept_in(work)
    file = tmp_path / "file.json"
    file.write_text(json.dumps(before))
    work.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    choose(work, file)
    press(work, "Only until this tab closes")

    expect(work.get_by_text("This browser won't let the guide keep anything. Nothing was changed.")).to_be_visible()
    assert before == kept_in(work)


def test_a_refused_file_is_told(work):
    """
    A browser that saves no files gets a sentence.
    """
    work.evaluate("() => { URL.createObjectURL = () => { throw new Error() } }")
    press(work, "Save my work to a file")

    expect(work.get_by_text("This browser won't let the guide save a file.")).to_be_in_viewport()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_page_says_that_nothing_is_kept(page, address):
    """
    No dead buttons: a sentence.
    """
    page.goto(address + SAVED)

    expect(page.get_by_text(re.compile("Without it, the guide doesn.t keep anything"))).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
