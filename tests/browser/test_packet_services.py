"""
What the packet tells a helper of the promises that are tracked: the same sums as the tracker, wherever it is read.
"""

from io import BytesIO

from docx import Document
from playwright.sync_api import expect

from family import OUR_FILE, answers, file_work, press, put
from tracker import LOGS, SPEECH, begin, kept, opens, saved_file, session, type_promise

NOON = "2027-01-04T12:00:00"
MISSED = [session("2026-12-01", 0), session("2026-12-08", 60)]
WINTER = {"id": "b1", "from": "2026-12-21", "until": "2027-01-01", "name": "Winter break"}
SUM = (
    "30 minutes missing in what was logged: 60 of 120 given. 30 minutes of make-up time. "
    "Not all of it is logged. School breaks are left out."
)


def test_services_are_counted_as_in_the_tracker(page, address):
    """
    With make-up time and breaks, on the page and in Word; a service of the IEP is called so, and nobody has to log anew.
    """
    speech = {**SPEECH, "source": "iep", "log": [*MISSED, {**session("2026-12-15", 30), "id": "m", "makeup": True}]}
    page.clock.set_fixed_time(NOON)
    page.goto(address + OUR_FILE)
    tracked = {"signed": "2026-11-20", "promises": [speech, LOGS], "breaks": [WINTER]}
    put(page, file=file_work(), answers=answers(), tracker=tracked)
    page.get_by_role("tab", name="Packet").click()
    press(page, "Read it here first")
    expect(
        page.get_by_role("heading", name="Signed agreement of Nov 20, 2026, and services in the IEP")
    ).to_be_visible()
    service = page.get_by_role("row").filter(has_text="In the IEP: " + SPEECH["words"])

    expect(service).to_contain_text(SUM)
    expect(page.get_by_role("row").filter(has_text=LOGS["words"])).to_contain_text("Late by 24 days")
    word, _ = saved_file(page, "Word")
    cells = [cell.text for table in Document(BytesIO(word)).tables for row in table.rows for cell in row.cells]
    assert SUM in cells


def test_a_service_with_something_wrong_says_what_was_logged(page, address):
    """
    What someone else wrote into the tracker stops no packet.
    """
    odd = {**SPEECH, "minutes": "<b>", "log": [*MISSED, "x", {"day": 5}]}
    page.clock.set_fixed_time(NOON)
    page.goto(address + OUR_FILE)
    put(page, file=file_work(), tracker={"promises": [odd, 7, {"words": 5}], "breaks": "none"})
    page.get_by_role("tab", name="Packet").click()
    press(page, "Read it here first")

    expect(page.get_by_role("row").filter(has_text=SPEECH["words"])).to_be_visible()


def test_from_signed_words_to_the_packet(page, address):
    """
    A promise is typed from the signed words, missed, put into the log, and the packet has it, in the table and among what happened.
    """
    at = opens(page, address)
    at("2027-01-04")
    begin(page)
    type_promise(page, "The district sends the logs home", **{"Day it is due": "2026-12-18"})
    press(page, "Add this promise")
    page.get_by_role("button", name="Keep it").first.click()
    page.get_by_role("button", name="Keep on this device").first.click()
    page.get_by_role("button", name="The words we signed").click()
    page.get_by_role("link", name="Put this in my log").click()
    press(page, "Save it")
    page.get_by_role("button", name="Keep on this device").first.click()
    page.get_by_role("tab", name="Packet").click()
    press(page, "Read it here first")
    rows = page.get_by_role("row").filter(has_text="The district sends the logs home")

    expect(rows.filter(has_text="Late by 17 days")).to_be_visible()
    expect(rows.filter(has_text="due December 18, 2026. It was not done.")).to_be_visible()
    assert 1 == len(kept(page, "file")["entries"])
