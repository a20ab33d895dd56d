"""
One page of each kind, and the states into which a parent brings the tools of the guide: each is opened by a function.
"""

import json
import re
from pathlib import Path

from event_days import count
from family import CASE, OUR_FILE, answers, file_work, put
from helper_ways import WAYS
from letter_form import begin, check, choice, field, finish
from letter_form import open_letter as begin_letter
from tracker import PAGE as TRACKER
from tracker import begin as begin_promise
from tracker import keep as keep_promises
from tracker import promise

PAPERS = Path(__file__).resolve().parent.parent / "papers/papers/files"
LETTER = "letters/mediation-request.html"
# One page of each kind, for what only a browser can tell.
KINDS = [
    "index.html",
    "now.html",
    "search.html",
    "mediation/what-it-is.html",
    "letters/index.html",
    "letters/mediation-request.html",
    "checklists/week-before.html",
    "checklists/evaluate-the-agreement.html",
    "plans/first-48-hours.html",
    "what-to-say/call-mpact.html",
    "which-route.html",
    "situations/change-coming.html",
    "situations/index.html",
    "routes/compared.html",
    "routes/for-and-against.html",
    "reference/time-limits.html",
    "reference/words.html",
    "track/my-case.html",
    "track/our-file.html",
    "track/read-a-paper.html",
    "track/agreement-tracker.html",
    "track/saved-work.html",
    "kit.html",
    "make-my-kit.html",
]


def open_menu(page, address):
    page.goto(address + "index.html")
    page.get_by_text("Menu", exact=True).click()


def open_search(page, address):
    """
    The search with a best answer and others below it.
    """
    page.goto(address + "search.html")
    page.get_by_role("searchbox").fill("stay put")
    page.locator(".guide-search__answers li").first.wait_for()


def open_nothing(page, address):
    """
    The search where nothing is found: a hint, a person to call, other pages.
    """
    page.goto(address + "search.html")
    page.get_by_role("searchbox").fill("zxqw vvkjh")
    page.get_by_text("Nothing here on").wait_for()


def open_question(page, address):
    page.goto(address + "checklists/week-before.html")
    page.locator("guide-checklist summary").first.click()
    page.get_by_role("button", name="Does not apply").first.click()
    page.get_by_role("group", name="Keep your checkmarks?").wait_for()


def open_undo(page, address):
    page.goto(address + "checklists/week-before.html")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Clear all checks").click()


def open_letter(page, address):
    """
    A letter in work: words, choices with their fields, a year that cannot be, what is open, the question if to keep it.
    """
    begin_letter(page, address + LETTER)
    field(page, "Your name").fill("Pat Example")
    for words in ("adult student", "settle it through", "lawyer", "interpreter", "evaluation", "written notice is"):
        choice(page, words).check()
    field(page, "Points you disagree about").fill("Speech therapy\nThe bus")
    field(page, "Child's birth date").fill("2099-11-24")
    field(page, "Grade").focus()
    field(page, "School").focus()
    page.get_by_role("button", name="Keep my answers on this device").click()


def open_problem(page, address):
    """
    The group with the most choices, some of them made.
    """
    begin_letter(page, address + LETTER)
    for words in ("evaluation", "settle it through"):
        choice(page, words).check()


def open_sending(page, address):
    """
    The group with what is offered: ways to send it, and days to answer by.
    """
    open_letter(page, address)
    field(page, "Date").focus()
    page.get_by_role("form", name="Fill it in").get_by_role("button", name="By hand").click()
    page.get_by_role("button", name="Another day").click()


def open_citing(page, address):
    """
    A field for facts, with the family's papers that may be named there.
    """
    page.goto(f"{address}letters/child-complaint.html")
    put(page, file=file_work())
    facts = field(page, "What happened")
    facts.locator("..").get_by_role("button", name="Cite a paper").click()


def open_pulled(page, address):
    open_letter(page, address)
    page.evaluate("document.querySelector('guide-letter').work.peek.open()")


def open_last_look(page, address):
    open_letter(page, address)
    check(page)
    page.get_by_text("Not in your letter:").click()


def open_mail(page, address):
    """
    The end, with the warning before an e-mail.
    """
    open_letter(page, address)
    finish(page)
    page.get_by_role("button", name="E-mail").click()


def open_copy(page, address):
    """
    The end, where the browser lets nothing be copied.
    """
    begin_letter(page, address + LETTER)
    finish(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy text").click()
    page.get_by_label("The text of your letter").wait_for()


def open_leave(page, address):
    page.goto(address + LETTER)
    begin(page)
    page.get_by_label("Your name", exact=True).fill("Pat Example")
    page.go_back()
    page.get_by_role("link", name="Invite the district to mediate").click()


def open_saved(page, address):
    """
    The saved work with something kept, and a file waiting to be opened.
    """
    open_leave(page, address)
    page.get_by_role("dialog").get_by_role("button", name="Keep on this device").click()
    page.wait_for_url("**/mediation-invite-district.html")
    page.goto(address + "track/saved-work.html")
    page.get_by_label("Choose the file").set_input_files(Path(__file__).parent / "saved/version-1.json")
    page.get_by_role("group", name="Where should it be kept?").wait_for()


def open_children(page, address):
    """
    The saved work of two children, with a file of a third waiting to be opened, and the question if one may be erased.
    """
    open_saved(page, address)
    page.get_by_role("button", name="Don't open it").click()
    page.get_by_role("button", name="Start a file for another child").click()
    third = json.dumps({"version": 3, "files": {"f0000000a": {"name": "Max", "parts": {}}}}).encode()
    page.get_by_label("Choose the file").set_input_files(
        {"name": "work.json", "mimeType": "application/json", "buffer": third}
    )
    page.get_by_text("It adds a file for Max.").wait_for()
    page.get_by_role("button", name="Erase Child 2's file").click()


def open_sure(page, address):
    open_saved(page, address)
    page.get_by_role("button", name="Erase everything").click()


def open_erased(page, address):
    open_sure(page, address)
    page.get_by_role("button", name="Yes, erase it").click()


def open_first_promise(page, address):
    """
    The form of a promise, sent empty.
    """
    page.goto(address + TRACKER)
    begin_promise(page, "Minutes each week")
    page.get_by_role("button", name="Add this promise").click()


def open_promises(page, address):
    """
    Promises late and to come, and the letter about what was missed.
    """
    page.goto(address + TRACKER)
    keep_promises(
        page,
        promise(1, "Speech therapy, 30 minutes, twice a week", kind="week", minutes="30", times="2", who="therapist"),
        promise(2, "The district sends the communication logs home", until="2026-11-11", item="Item 4"),
    )
    page.get_by_role("button", name="Write about this").first.click()
    page.get_by_role("heading", name="Write about what's late").wait_for()


def open_card(page, address):
    """
    The second point of a draft, after one that was answered, with all that can be opened.
    """
    page.goto(address + "checklists/evaluate-the-agreement.html")
    page.get_by_role("button", name="Start, point by point").click()
    page.get_by_role("button", name="Not sure", exact=True).click()
    page.get_by_text("2 of ").first.wait_for()
    page.evaluate("for (const row of document.querySelectorAll('.guide-review__card details')) row.open = true")


def open_found(page, address):
    """
    The list that the answers make, with the question what to keep.
    """
    open_card(page, address)
    page.get_by_role("button", name="Doesn't", exact=True).click()
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name=re.compile("^See all the points")).click()
    page.get_by_role("heading", name="What your draft says").wait_for()


def open_panel(page, address):
    """
    The place to paste a paper, with one that can't be read.
    """
    page.goto(address + "track/read-a-paper.html")
    page.get_by_role("button", name="Paste or open the paper").click()
    page.get_by_role("button", name="Read it", exact=True).click()
    page.get_by_role("alert").wait_for()


def open_paper(page, address):
    """
    An IEP with its findings, one of them confirmed.
    """
    open_panel(page, address)
    page.get_by_label("Paste the words here").fill((PAPERS / "iep-a07-v1.txt").read_text(encoding="utf-8"))
    page.get_by_role("button", name="Read it", exact=True).click()
    page.get_by_role("button", name="Yes, that's right").first.click()
    page.get_by_text("Confirmed").first.wait_for()


def open_questions(page, address):
    open_found(page, address)
    page.get_by_role("button", name="My questions (2)").click()


def open_dates(page, address):
    page.goto(address + "reference/time-limits.html")
    count(page, "I got a Notice of Action", "2026-11-20")
    page.locator(".guide-timeline__row").first.wait_for()


def open_helper(page, address):
    """
    The second question of the helper.
    """
    page.goto(address + "which-route.html")
    helper = page.locator("guide-route-helper")
    helper.get_by_role("button", name=re.compile("^A change is planned")).click()
    helper.get_by_role("button", name="An IEP").wait_for()


def open_result(page, address):
    """
    A result of the helper, with all of its rows open.
    """
    open_helper(page, address)
    helper = page.locator("guide-route-helper")
    helper.get_by_role("button", name="An IEP").click()
    result = page.locator(".guide-route__foot")
    while not result.count():
        heading = helper.get_by_role("heading", level=2).inner_text()
        helper.locator(".guide-route__row").first.click()
        helper.get_by_role("heading", level=2, name=heading, exact=True).wait_for(state="detached")
    page.evaluate("for (const row of document.querySelectorAll('guide-route-helper details')) row.open = true")


def open_kit(page, address):
    """
    The family's own kit, with all of its groups open and some of it chosen.
    """
    page.goto(address + "make-my-kit.html")
    page.evaluate("for (const group of document.querySelectorAll('guide-kit details')) group.open = true")
    for number in (0, 7, 14):
        page.locator(".guide-kit__row input").nth(number).check()


def open_line(page, address):
    """
    A line being written into the log, below others.
    """
    page.goto(address + OUR_FILE)
    put(page, file=file_work())
    page.get_by_role("button", name="I called", exact=True).click()
    page.locator("[name=what]").fill("The log comes on Friday.")
    page.get_by_role("button", name="Pick").first.click()


def open_papers(page, address):
    """
    The list of papers, and one being added.
    """
    page.goto(address + OUR_FILE)
    put(page, file=file_work())
    page.get_by_role("tab", name="Papers").click()
    page.get_by_role("button", name="Add a paper", exact=True).click()
    page.get_by_label("What is it?").fill("Report card")
    # The button that leaves the page stays in sight, over what is scrolled below it.
    page.evaluate("scrollTo(0, 0)")


def open_packet(page, address):
    """
    What goes to a helper, as two pages.
    """
    page.goto(address + OUR_FILE)
    put(page, file=file_work())
    page.get_by_role("tab", name="Packet").click()
    page.get_by_role("button", name="Print 2 pages, or save as PDF").wait_for()


def open_case(page, address):
    """
    A family's case: a day that has passed, a promise, a letter, a list.
    """
    page.goto(address + CASE)
    late = promise(1, "Reading log sent home", until="2026-11-10")
    put(
        page,
        file=file_work(),
        answers=answers(**{"mediation-request": {"delivery-way": "by fax"}}),
        tracker={"promises": [late]},
        ticks={"week-before": {"one": "done"}},
    )
    page.locator(".guide-case__row").first.wait_for()


def open_home(page, address):
    """
    The home page of the same family.
    """
    open_case(page, address)
    page.goto(address + "index.html")
    page.locator(".guide-case__row").first.wait_for()


def open_line_of_days(page, address):
    """
    What happened in the family's file, on a line.
    """
    page.goto(address + OUR_FILE)
    put(page, file=file_work())
    page.get_by_role("tab", name="Timeline").click()
    page.locator(".guide-timeline__row").first.wait_for()


def open_room(page, address):
    """
    The five points for the room, the first one.
    """
    page.goto(address + "checklists/evaluate-the-agreement.html")
    page.get_by_role("button", name=re.compile("^In the room")).click()
    page.get_by_text("1 of 5").first.wait_for()


def open_day(page, address):
    """
    A question of the helper with a day that is still to come, and its choices for who doesn't know it.
    """
    page.goto(address + "which-route.html")
    helper = page.locator("guide-route-helper")
    for words in WAYS["refused"][:-1]:
        helper.get_by_role("button").filter(has_text=words).first.click()
        helper.get_by_role("button").filter(has_text=words).wait_for(state="detached")
    helper.locator("input[type=date]").fill("2099-11-24")
    helper.get_by_role("button", name="Continue").click()
    helper.get_by_text("come yet").first.wait_for()


def open_source(page, address):
    """
    A source, opened below the paragraph of its mark.
    """
    page.goto(address + "mediation/what-it-is.html")
    page.locator("main .guide-fact a").first.click()
    page.get_by_role("link", name="Open the source").wait_for()


def open_letters(page, address):
    """
    The letters, filtered by a parent's words.
    """
    page.goto(address + "letters/index.html")
    page.get_by_role("searchbox").fill("speech")
    page.get_by_role("button", name=re.compile("^Show all")).wait_for()


def open_word(page, address):
    """
    The words explained, filtered: the best match stands open.
    """
    page.goto(address + "reference/words.html")
    page.get_by_role("searchbox").fill("stay put")
    page.get_by_text("1 of ").first.wait_for()
