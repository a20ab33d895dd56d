"""
A family's file: what happened, which papers there are, and what comes out of it.
"""

import csv
import io
import json
import re

import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import expect

from event_days import count
from family import ASKED, ENTRIES, OUR_FILE, PAPERS, answers, file_work, note, press, put
from filled import LETTERS, kept_in, parts_in
from kept_work import SAVED, erase
from letter_form import field, finish, open_letter
from packet import download, packet, squeezed, tab, words_of

# Wednesday.
NOW = "2026-11-25T10:00:00-06:00"
HOSTILE = '<img src=x onerror="document.title = 1">'


@pytest.fixture
def page(page, address):
    """
    The page of the file, on a day that stays.
    """
    page.clock.set_fixed_time(NOW)
    page.goto(address + OUR_FILE)
    return page


def keep(page):
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()


def lines(page) -> list[str]:
    return [" ".join(row.split()) for row in page.locator(".guide-our-file__entry").all_inner_texts()]


def test_a_line_is_written_in_a_few_taps_and_kept(page):
    """
    What happened today: a kind, who, what. It is asked once where to keep it, and it is there on the next day.
    """
    note(page, "I called", "Kim Sample", "The log comes on Friday.")
    expect(page.get_by_text("Added. Not kept yet.")).to_be_visible()
    expect(page.get_by_role("button", name="I called")).to_be_focused()
    keep(page)
    page.reload()

    assert ["Wed, Nov 25 · I called Kim Sample The log comes on Friday. Put it in writing Change"] == lines(page)
    assert ["called", "2026-11-25"] == [parts_in(page)["file"]["work"]["entries"][0][key] for key in ("kind", "day")]


def test_the_newest_is_on_top_and_what_has_no_day_is_last(page):
    """
    Of any order of writing: by months, from the newest on; a line without a day says so.
    """
    put(page, file=file_work())

    assert ["November 2026", "October 2026", "January 2025", "No day yet"] == page.locator(
        ".guide-our-file__months h3"
    ).all_inner_texts()
    assert ["Kim Sample", "Sampleton R-II Notice of Action", "No speech for two weeks"] == [
        next(
            words
            for words in ("Kim Sample", "Sampleton R-II Notice of Action", "No speech for two weeks")
            if words in line
        )
        for line in (lines(page)[0], lines(page)[1], lines(page)[-1])
    ]
    expect(page.get_by_text("Proof: Paper 2")).to_be_visible()


def test_a_day_to_check_back_is_offered_and_told_once_it_has_passed(page):
    """
    A week later, on a work day. Once it is past, the line asks, and a press ends that.
    """
    press(page, "I sent")
    page.locator("[name=what]").fill("Letter by certified mail")
    press(page, "Wed, Dec 2")
    press(page, "Save it")
    expect(page.get_by_text("Check back Wed, Dec 2")).to_be_visible()
    keep(page)
    page.clock.set_fixed_time("2026-12-03T10:00:00-06:00")
    page.reload()
    expect(page.get_by_text("You were going to check back Wed, Dec 2.")).to_be_visible()
    press(page, "I checked")

    expect(page.get_by_text("You were going to check back")).to_have_count(0)


def test_a_date_that_is_none_is_told_and_nothing_is_lost(page):
    """
    The sentence stands at the field, which has the keyboard; what was typed is still there.
    """
    press(page, "We met")
    page.locator("[name=what]").fill("They said no to more speech.")
    page.get_by_role("button", name="Pick").first.click()
    page.locator("[name=day]").fill("0206-11-24")
    press(page, "Save it")

    expect(page.get_by_text("The year 0206 cannot be right.")).to_be_visible()
    expect(page.locator("[name=day]")).to_be_focused()
    expect(page.locator("[name=what]")).to_have_value("They said no to more speech.")
    expect(page.get_by_text("If it was a mediation, leave out what was said.")).to_be_visible()


def test_an_empty_line_is_not_taken(page):
    press(page, "Other")
    press(page, "Save it")

    expect(page.get_by_text("Write who it was, or what happened.")).to_be_visible()
    expect(page.locator("[name=what]")).to_be_focused()


def test_a_line_is_changed_and_deleted_and_that_is_undone(page):
    """
    What another press brings back is the line as it was.
    """
    put(page, file=file_work())
    page.get_by_role("button", name="Change: Kim Sample: The log comes on Friday.").click()
    page.locator("[name=what]").fill("The log comes on Monday.")
    press(page, "Save it")
    expect(page.get_by_text("Changed. Kept only on this device.")).to_be_visible()
    page.get_by_role("button", name="Change: Kim Sample: The log comes on Monday.").click()
    press(page, "Delete")
    expect(page.get_by_text("The log comes on Monday.")).to_have_count(0)
    press(page, "Undo")

    expect(page.get_by_text("The log comes on Monday.")).to_be_visible()


def test_papers_have_numbers_that_stay(page):
    """
    A new paper gets the next number; a paper that goes takes its number out of the log and leaves the others theirs.
    """
    put(page, file=file_work())
    tab(page, "Papers")
    press(page, "Add a paper")
    page.get_by_label("What is it?").fill("Report card")
    press(page, "Save it")
    page.get_by_role("button", name="Change: Notice of Action").click()
    press(page, "Delete")

    assert ["1", "3"] == page.locator(".guide-our-file__number").all_inner_texts()
    tab(page, "Log")
    expect(page.get_by_text("Proof: Paper 2")).to_have_count(0)


def test_names_of_files_are_taken_and_their_words_are_not(page):
    """
    The date and the name of a file are a guess to be checked; what is in it is not read.
    """
    tab(page, "Papers")
    page.get_by_label("Or pick files on this device").set_input_files(
        [
            {"name": "2026-10-14_Notice-of-Action.pdf", "mimeType": "application/pdf", "buffer": b"secret words"},
            {"name": "scan.jpg", "mimeType": "image/jpeg", "buffer": b"secret words"},
        ]
    )
    expect(page.get_by_text("2 names were added. Check each name and date.")).to_be_visible()
    keep(page)

    assert [("Notice of Action", "2026-10-14"), ("scan", "")] == [
        (paper["name"], paper["day"]) for paper in parts_in(page)["file"]["work"]["papers"]
    ]
    assert "secret" not in json.dumps(kept_in(page))


def test_tabs_go_by_keyboard_and_by_address(page, address):
    """
    Arrows turn them; the address leads back to the one that was open.
    """
    page.get_by_role("tab", name="Log").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Papers")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Papers")).to_be_visible()
    page.reload()

    expect(page.get_by_role("tabpanel", name="Papers")).to_be_visible()
    expect(page.get_by_role("tabpanel", name="Log")).to_be_hidden()


def test_the_timeline_goes_from_the_first_day_to_what_is_to_come(page):
    """
    All that has a day, today, and the days to check back.
    """
    work = file_work(entries=[*ENTRIES, {"id": "l", "kind": "limit", "day": "2027-01-27", "what": "Last day to file"}])
    work["entries"][2] = {**work["entries"][2], "back": "2026-12-01"}
    put(page, file=work)
    tab(page, "Timeline")
    expect(page.locator(".guide-timeline__row")).to_have_count(7)

    days = page.locator(".guide-our-file__line .guide-timeline__screen, .guide-our-file__line .dated").all_inner_texts()
    rows = page.locator(".guide-our-file__line .guide-timeline__row").all_inner_texts()
    assert len(days) <= 7
    assert ["IEP team", "records", "Notice", "Kim", "Today", "Check back", "Last day to file"] == [
        next(
            word
            for word in ("Check back", "IEP team", "records", "Notice", "Kim", "Today", "Last day to file")
            if word in row
        )
        for row in rows
    ]


def test_the_packet_says_the_same_on_page_paper_and_as_data(page):
    """
    Two pages, and every word of the data stands on the page in that order, and on paper.
    """
    put(page, file=file_work(), answers=answers())
    shown, data, pages = packet(page)
    assert 2 == len(pages)
    at = 0
    for block in [block for blocks in data["pages"] for block in blocks]:
        for word in words_of(block):
            found = shown.find(word, at)
            assert found >= 0, word
            at = found + len(word) if block["kind"] != "dates" else at
    paper = squeezed("".join(pages))

    assert [] == [
        word for blocks in data["pages"] for block in blocks for word in words_of(block) if squeezed(word) not in paper
    ]
    assert ["Sam Example", "Should we file now?"] == [data["title"], data["pages"][0][0]["text"]]


def test_the_word_file_has_the_words_of_the_packet_in_their_order(page):
    """
    Word opens it; what stands in the data stands in it too, and text stays text.
    """
    entry = {**ENTRIES[3], "what": f"{HOSTILE}\x01 & <w:p>"}
    put(page, file=file_work(entries=[*ENTRIES[:3], entry]), answers=answers())
    tab(page, "Packet")
    data = json.loads(download(page, "Save as data, for a helper's program"))
    document = Document(io.BytesIO(download(page, "Word file")))
    words = [
        text
        for part in document.iter_inner_content()
        for text in ([part.text] if hasattr(part, "text") else [cell.text for row in part.rows for cell in row.cells])
    ]

    assert data["title"] == words[0]
    whole, at = "\n".join(words), 0
    for block in [block for blocks in data["pages"] for block in blocks if block["kind"] not in ("dates", "list")]:
        for word in words_of(block):
            found = whole.find(word.replace("\x01", ""), at)
            assert found >= 0, word
            at = found + len(word) - 1


def test_a_long_log_still_makes_two_pages_and_says_what_is_left_out(page):
    """
    Of 300 lines those go in that tell of requests, refusals and notices; how many do not is said.
    """
    calls = [
        {
            "id": f"c{n}",
            "kind": "called",
            "day": f"2026-0{n % 9 + 1}-{n % 27 + 1:02}",
            "who": "Office",
            "what": "Nobody knew anything about the therapist, again.",
        }
        for n in range(300)
    ]
    papers = [
        {"id": f"q{n}", "number": n, "name": f"Report {n}", "day": "", "pages": "", "place": ""} for n in range(1, 41)
    ]
    put(page, file=file_work(entries=[*calls, *ENTRIES], papers=papers), answers=answers())
    shown, _, pages = packet(page)

    assert 2 == len(pages)
    assert all(
        words in shown for words in ("Notice of Action", "Letter asking for the school records", "Speech goes down")
    )
    assert re.search(r"2\d\d more lines are in the family's log\.", shown)
    assert re.search(r"\d+ more papers are on the family's list\.", shown)


def test_names_can_be_left_out_of_the_packet(page):
    """
    Without them neither the child, nor the parent, the phone or the school stands in it; what we could live with is out
    unless asked for.
    """
    put(page, file=file_work(packet={"live": "One session a week"}), answers=answers())
    tab(page, "Packet")
    page.get_by_label("Names of our family").uncheck()
    shown, _, _ = packet(page)
    assert [] == [
        word
        for word in ("Sam Example", "Pat Example", "573-555-0100", "Sample Elementary", "One session")
        if word in shown
    ]
    page.get_by_role("checkbox", name="What we could live with").check()

    assert "One session a week" in packet(page)[0]


def test_text_stays_text_in_every_file(page):
    """
    A formula, markup and line ends: in the table, the calendar and on the page they are words.
    """
    entry = {
        "id": "h",
        "kind": "sent",
        "day": "2026-11-20",
        "who": "=1+1",
        "what": f"{HOSTILE}\n;BEGIN:VEVENT",
        "back": "2026-12-01",
    }
    put(page, file=file_work(entries=[entry]))
    rows = list(csv.reader(io.StringIO(download(page, "Save as a table").decode("utf-8-sig"))))
    calendar = download(page, "Save the days for my calendar").decode()

    assert "'=1+1" == rows[1][2]
    assert f"{HOSTILE}\n;BEGIN:VEVENT" == rows[1][3]
    assert 1 == calendar.count("BEGIN:VEVENT")
    assert "Example" not in calendar and "img" not in calendar
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    assert 0 == page.locator("guide-our-file img").count()


def test_three_thousand_lines_can_be_read(page):
    """
    The newest are shown, and older ones at a press.
    """
    many = [{"id": f"m{n}", "kind": "other", "day": "2026-01-02", "who": "", "what": f"Line {n}"} for n in range(3000)]
    put(page, file=file_work(entries=many))
    expect(page.locator(".guide-our-file__entry")).to_have_count(40)
    press(page, "Show 2,960 older lines")

    expect(page.locator(".guide-our-file__entry")).to_have_count(240)


@pytest.mark.parametrize(
    "work",
    [
        {"entries": "none", "papers": 7},
        {
            "entries": [None, 3, {"kind": "__proto__", "day": 5, "id": "x y"}, {"id": "a"}, {"id": "a"}],
            "papers": [[], {"number": "1"}],
        },
        {"entries": [{"day": "2026-02-31", "what": "x"}], "packet": []},
    ],
)
def test_what_is_kept_by_others_is_shown_or_carried_along(page, work):
    """
    Nothing stops the page; what can't be read is counted, and still there after a change.
    """
    put(page, file=work)
    note(page, "I called", "Kim Sample", "The log comes on Friday.")
    kept = parts_in(page)["file"]["work"]

    assert any(entry["who"] == "Kim Sample" for entry in kept["entries"])
    again = page.evaluate("work => JSON.stringify(guide.ourFile.read(guide.ourFile.read(work)))", kept)
    assert again == page.evaluate("work => JSON.stringify(guide.ourFile.read(work))", kept)
    if work["entries"] == "none":
        assert ["none", 7] == kept["unread"]


def test_it_prints_as_tables(page):
    """
    The log from the first day on, and the papers, above the empty rows.
    """
    put(page, file=file_work())
    with pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True)) as file:
        text = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in file)

    assert text.index("Speech goes down") < text.index("Letter asking") < text.index("The log comes on Friday")
    assert "blue folder" in text and "Example:" not in text


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_sheets_are_there(page):
    """
    Both tables, with an example each.
    """
    expect(page.get_by_text("The case manager. She will send the reading log on Friday.")).to_be_visible()
    expect(page.get_by_text("blue folder")).to_be_visible()
    expect(page.get_by_role("button", name="I called")).to_have_count(0)


def test_what_another_tab_writes_is_taken_over(page, context, address):
    """
    Two tabs: a line of each is in both.
    """
    put(page, file=file_work(entries=[], papers=PAPERS))
    other = context.new_page()
    other.goto(address + OUR_FILE)
    note(other, "I called", "Kim Sample", "From the other tab")
    note(page, "They said", "The bus office", "From this tab")

    expect(page.get_by_text("From the other tab")).to_be_visible()
    expect(other.get_by_text("From this tab")).to_be_visible()


def test_what_was_drawn_goes_with_what_is_erased(page, context, address):
    """
    On the line, in the packet, in the printed tables, in an open form: erased in another tab, no word of it stays on the page.
    """
    put(page, file=file_work(), answers=answers())
    tab(page, "Timeline")
    expect(page.locator(".guide-our-file__line")).to_contain_text("Kim Sample")
    packet(page)
    tab(page, "Log")
    page.get_by_role("button", name="Change: Kim Sample: The log comes on Friday.").click()
    other = context.new_page()
    other.goto(address + SAVED)
    erase(other)
    expect(page.locator("form").filter(has_text="Change this line")).to_have_count(0)
    held = page.evaluate(
        """() => document.body.textContent + [...document.querySelectorAll("input, textarea")].map(one => one.value)"""
    )

    assert [] == [word for word in ("Kim Sample", "Sam Example", "Sampleton", ASKED["ask"]) if word in held]


def test_a_question_that_opened_while_typing_is_not_folded_away_by_a_press(page):
    """
    With the first letter for a helper it is asked where to keep it; what is typed is kept with the answer.
    """
    tab(page, "Packet")
    page.get_by_role("textbox", name="What do you want from them?").press_sequentially("Sp")
    keep(page)

    assert "Sp" == parts_in(page)["file"]["work"]["packet"]["ask"]


def test_without_a_connection_the_form_says_so(page):
    """
    What comes later can't load: a sentence, and the next press tries again.
    """
    is_offline = [True]
    page.route("**/our-file.later.js", lambda route: route.abort() if is_offline[0] else route.continue_())
    page.reload()
    press(page, "I called")
    expect(page.get_by_text("This part couldn't load. Check your connection, and press again.")).to_be_visible()
    is_offline[0] = False
    press(page, "I called")

    expect(page.get_by_label("Who did you call?")).to_be_visible()


def test_a_letter_that_was_sent_goes_into_the_log_with_one_more_tap(page, address):
    """
    "I sent it" at its end leads to the log's form, which knows what, to whom and how; nothing is written before it is saved.
    """
    open_letter(page, address + LETTERS["records-request"])
    field(page, "Person you're writing to").fill("Alex Sample")
    field(page, "How you're sending it").fill("certified mail")
    finish(page)
    page.get_by_role("link", name=re.compile(r"I sent it ?\. Put that in my log")).click()
    page.get_by_role("button", name="Only until this tab closes").click()
    form = page.locator("form").filter(has=page.get_by_role("heading", name="Add to the log"))
    expect(form.locator("[name=who]")).to_have_value("Alex Sample")
    expect(form.locator("[name=what]")).to_have_value("Ask for the school records")
    expect(form.locator("[name=proof]")).to_have_value("certified mail")
    assert [] == lines(page)
    press(page, "Save it")

    assert "Wed, Nov 25 · I sent" in lines(page)[0]
    assert "Alex" not in page.url


def test_a_call_is_noted_from_its_page(page, address):
    """
    The link on the page of a call opens the form for a call; loaded anew, the page asks no second time.
    """
    page.goto(address + "what-to-say/call-mpact.html")
    page.get_by_role("link", name="Write this call in my log").click()
    expect(page.get_by_label("Who did you call?")).to_be_visible()
    page.reload()

    expect(page.get_by_label("Who did you call?")).to_be_hidden()


def test_a_counted_deadline_goes_into_the_file(page, address):
    """
    Its last day with what ends that day and how it was counted.
    """
    page.goto(address + "reference/time-limits.html")
    row = count(page, "The district broke a rule", "2026-11-20")
    link = row.get_by_role("link", name="Put this day in my file").first
    link.wait_for()
    link.click()
    form = page.locator("form").filter(has=page.get_by_role("heading", name="Add to the log"))
    expect(form.locator("[name=what]")).not_to_have_value("")
    day = form.locator("[name=day]").input_value()
    press(page, "Save it")

    assert day > "2026-11-20" and "Deadline" in lines(page)[0]
