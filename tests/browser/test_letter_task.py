"""
A letter as a conversation: it begins with one button, asks for one group at a time, and ends with the letter ready to go.
"""

import re

import pytest
from playwright.sync_api import expect

from chromium import SIZES
from filled import LETTERS
from letter_form import begin, check, field, finish, form, open_letter

REQUEST = LETTERS["mediation-request"]
# What stands on the screens of the request for mediation, one after the other.
QUESTIONS = [
    "Who are you?",
    "Who is your child?",
    "What is the problem?",
    "What do you ask for?",
    "Dates, people and access needs",
    "How will you send it?",
]
PHONE = pytest.mark.browser_context_args(viewport=SIZES["phone"])


@pytest.fixture
def letter(page, address):
    """
    The request for mediation, begun.
    """
    page.goto(address + REQUEST)
    begin(page)
    return page


def heading(page):
    return page.locator("guide-letter").get_by_role("heading", level=1)


def go_on(page, name="Continue"):
    form(page).get_by_role("button", name=name, exact=True).click()


@PHONE
def test_the_first_screen_has_the_button_and_the_paper(page, address):
    """
    On a phone the tool's own button is in the first screen, the two rows are closed, and the page is at most three long.
    """
    page.goto(address + REQUEST)

    expect(page.get_by_role("button", name="Start my letter")).to_be_in_viewport()
    expect(page.get_by_text("When to use it, and when not to")).to_be_visible()
    expect(page.get_by_text("Use it for any dispute under IDEA")).to_be_hidden()
    expect(page.locator("guide-letter").get_by_text("Request for state mediation")).to_be_visible()


@PHONE
def test_one_group_is_asked_for_at_a_time(letter):
    """
    Continue leads through the questions in their order, to what is open, and to the end; each has the focus when it comes,
    with the place in words, and has at most five fields or questions.
    """
    seen = []
    while True:
        expect(heading(letter)).to_be_focused()
        seen.append(heading(letter).inner_text())
        if heading(letter).inner_text() == "13 blanks are still open":
            break
        asked = form(letter).locator("section:not([hidden]) > :is(fieldset, div)")
        assert asked.count() <= 5, seen
        go_on(letter, "Continue" if seen[-1] != QUESTIONS[-1] else "Check my letter")
    go_on(letter, "My letter is done")
    expect(heading(letter)).to_be_focused()

    assert [*QUESTIONS, "13 blanks are still open"] == seen
    expect(heading(letter)).to_have_text("Your letter is ready")
    expect(letter.get_by_role("button", name="Print, or save as PDF")).to_be_in_viewport()


def test_the_place_is_said_with_the_question(letter):
    """
    Who hears the page hears "2 of 5" with the question, and once.
    """
    go_on(letter)

    expect(heading(letter)).to_have_accessible_description("2 of 5 · Your child")
    expect(letter.locator(".guide-letter__head [role=status]")).to_have_count(0)


def test_back_goes_one_screen_back_and_loses_nothing(letter):
    """
    The browser's Back and the button do the same; from the first screen Back leads to the page, which goes on where it was.
    """
    letter.get_by_label("Your name", exact=True).fill("Pat Example")
    go_on(letter)
    letter.get_by_label("Child's name").fill("Sam Example")
    go_on(letter)
    letter.go_back()
    expect(letter.get_by_label("Child's name")).to_have_value("Sam Example")
    letter.get_by_role("button", name="Back", exact=True).click()
    expect(letter.get_by_label("Your name", exact=True)).to_have_value("Pat Example")
    letter.go_back()

    expect(letter.get_by_role("button", name="Go on with my letter")).to_be_focused()
    expect(letter.get_by_text("3 of 14 filled in")).to_be_visible()
    expect(letter.get_by_role("heading", name="Ask the state for mediation")).to_be_visible()


def test_a_link_begins_at_once_and_back_returns_to_where_it_stood(page, address):
    """
    A letter opened with "#start" shows its first question; Back leads to the page of the link, Close to the letter's own.
    """
    page.goto(address + "letters/index.html")
    open_letter(page, address + REQUEST)
    expect(heading(page)).to_have_text("Who are you?")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("button", name="Start my letter")).to_be_focused()
    assert page.url.endswith(REQUEST)
    page.go_back()

    page.wait_for_url("**/letters/index.html")


def test_close_asks_if_it_may_be_kept(letter):
    """
    With something typed Close asks as leaving does; nothing is asked of who typed nothing, and staying stays.
    """
    letter.get_by_role("button", name="Close", exact=True).click()
    expect(letter.get_by_role("button", name="Start my letter")).to_be_focused()
    begin(letter)
    letter.get_by_label("Your name", exact=True).fill("Pat Example")
    letter.get_by_role("button", name="Close", exact=True).click()
    letter.get_by_role("dialog").get_by_role("button", name="Stay on this page").click()
    expect(heading(letter)).to_be_visible()
    letter.get_by_role("button", name="Close", exact=True).click()
    letter.get_by_role("dialog").get_by_role("button", name="Only until this tab closes").click()
    expect(letter.get_by_role("button", name="Go on with my letter")).to_be_focused()
    letter.reload()

    expect(letter.get_by_role("button", name="Go on with my letter")).to_be_visible()


def test_loaded_anew_it_is_where_it_was(letter):
    """
    A reload in the middle shows the same question again.
    """
    go_on(letter)
    letter.reload()

    expect(heading(letter)).to_have_text("Who is your child?")


@PHONE
def test_the_letter_at_the_foot_shows_the_words_being_typed(letter):
    """
    Two lines around the word; pulled up it is the whole letter, and "Keep filling it in" gives the focus back.
    """
    go_on(letter)
    letter.get_by_label("Grade", exact=True).fill("3")
    expect(letter.locator(".guide-letter__excerpt")).to_contain_text("is in grade 3 at")
    opener = letter.get_by_role("button", name=re.compile("^See my letter"))
    opener.click()
    pulled = letter.get_by_role("dialog", name=re.compile("^Your letter"))
    expect(pulled.get_by_role("region").get_by_text("grade 3", exact=True)).to_be_in_viewport()
    pulled.get_by_role("button", name="Keep filling it in").click()

    expect(opener).to_be_focused()


@PHONE
def test_a_blank_of_the_pulled_letter_leads_to_its_field(letter):
    """
    An open word in it is a link to its screen.
    """
    letter.get_by_role("button", name=re.compile("^See my letter")).click()
    letter.get_by_role("dialog").get_by_role("link", name="Grade").click()

    expect(letter.get_by_label("Grade", exact=True)).to_be_focused()
    expect(heading(letter)).to_have_text("Who is your child?")


def test_what_is_open_leads_back_to_its_screen(letter):
    """
    The last look lists each open blank with its group; a line that is not in the letter can be added from there.
    """
    check(letter)
    form(letter).get_by_role("link", name="Points you disagree about").click()
    expect(letter.get_by_label("Points you disagree about")).to_be_focused()
    letter.go_back()
    expect(heading(letter)).to_have_text("13 blanks are still open")
    form(letter).get_by_text(re.compile("^Not in your letter: ")).click()
    form(letter).get_by_role("link", name=re.compile("^I would like to meet online")).click()

    expect(form(letter).get_by_role("checkbox", name=re.compile("^I would like to meet online"))).to_be_focused()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_at_a_desk_what_one_does_with_it_is_always_in_view(size, letter):
    """
    Groups, fields and sheet stand side by side; blanks, Word file, copy, e-mail and print are in view on every screen.
    """
    letter.set_viewport_size({"width": size[0], "height": size[1]})
    groups = letter.get_by_role("navigation", name="Parts of the form").get_by_role("button")
    for n in range(groups.count()):
        groups.nth(n).click()
        for name in ("Word file", "Copy text", "E-mail", "Print, or save as PDF", re.compile("blanks? open$")):
            expect(letter.locator(".guide-letter__tools").get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    letter.get_by_role("button", name=re.compile("blanks open$")).click()

    expect(heading(letter)).to_have_text("13 blanks are still open")


def test_ways_to_send_it_are_offered_with_their_proof(letter):
    """
    A tap on a way writes it into the letter and says how it gives proof; another way can be typed.
    """
    groups = letter.get_by_role("navigation", name="Parts of the form")
    groups.get_by_role("button", name="Send it").click()
    sheet = letter.locator("guide-letter").get_by_role("region")
    form(letter).get_by_role("button", name="Mail", exact=True).click()
    expect(sheet).to_contain_text("Sent by certified mail", use_inner_text=True)
    expect(form(letter).get_by_text("Ask for a return receipt.")).to_be_visible()
    form(letter).get_by_role("button", name="Another way").click()
    expect(letter.get_by_role("textbox", name="How you're sending it")).to_be_focused()
    letter.keyboard.type("fax")

    expect(sheet).to_contain_text("Sent by fax", use_inner_text=True)


@pytest.mark.parametrize(
    "today, soon, later",
    [
        ("2027-01-11", "Thu, Jan 21", "Mon, Jan 25"),
        # The tenth day is a Saturday, and the Monday after it Martin Luther King Jr. Day.
        ("2027-01-06", "Tue, Jan 19", "Wed, Jan 20"),
        # The 14th day is New Year's Day, a Friday.
        ("2026-12-18", "Mon, Dec 28", "Mon, Jan 4"),
    ],
)
def test_days_to_answer_by_are_days_of_work(today, soon, later, page, address):
    """
    In 10 days and in two weeks, moved to the next day on which offices are open; the day stands in the letter.
    """
    page.clock.set_fixed_time(f"{today}T12:00:00")
    page.goto(address + REQUEST)
    begin(page)
    page.get_by_role("navigation", name="Parts of the form").get_by_role("button", name="Send it").click()
    form(page).get_by_role("button", name=f"In 10 days {soon}").click()

    expect(form(page).get_by_role("button", name=f"In 2 weeks {later}")).to_be_visible()
    day = page.evaluate("guide.formatDate(document.querySelector('[name=reply-by]').value)")
    expect(page.locator("guide-letter").get_by_role("region")).to_contain_text(day, use_inner_text=True)


def test_a_day_to_answer_by_can_be_left_out(letter):
    """
    Without it the letter's sentences are whole and no blank is open for it; that is kept, and a day brings the words back.
    """
    sheet = letter.locator("guide-letter").get_by_role("region")
    groups = letter.get_by_role("navigation", name="Parts of the form")
    groups.get_by_role("button", name="Send it").click()
    offer = form(letter).get_by_role("button", name="Leave it out")
    offer.click()
    expect(offer).to_have_attribute("aria-pressed", "true")
    expect(form(letter).get_by_text("asks for an answer without naming a day")).to_be_visible()
    words = "Please send me the current list of mediators, and tell me"
    expect(sheet).to_contain_text(words, use_inner_text=True)
    expect(sheet).to_contain_text("to tell us both if it agrees", use_inner_text=True)
    letter.get_by_role("button", name=re.compile("blanks open$")).click()
    expect(form(letter).get_by_role("link", name=re.compile("^Reply-by date"))).to_have_count(0)
    letter.get_by_role("button", name="Close", exact=True).click()
    letter.get_by_role("dialog").get_by_role("button", name="Only until this tab closes").click()
    # Closed once the page is back at its start.
    expect(letter.get_by_role("button", name="Go on with my letter")).to_be_visible()
    letter.reload()
    letter.get_by_role("button", name="Go on with my letter").click()
    expect(sheet).to_contain_text(words, use_inner_text=True)
    groups.get_by_role("button", name="Send it").click()
    expect(offer).to_have_attribute("aria-pressed", "true")
    form(letter).get_by_role("button", name="In 10 days").click()

    expect(offer).to_have_attribute("aria-pressed", "false")
    expect(sheet).to_contain_text("to tell us both by then if it agrees", use_inner_text=True)


def test_the_day_of_the_letter_is_today_until_it_is_changed(letter, address):
    """
    It stands in the letter by itself, is kept only when it was changed, and makes no letter begun.
    """
    today = letter.evaluate("guide.formatDate(guide.today())")
    field(letter, "Your name").fill("Pat Example")
    expect(letter.locator("guide-letter").get_by_role("region")).to_contain_text(today)
    field(letter, "Your name").fill("")
    letter.go_back()
    expect(letter.get_by_role("button", name="Start my letter")).to_be_visible()
    begin(letter)
    letter.evaluate("guide.store.keep('answers', 'tab', document.querySelector('guide-letter').work.answers.work)")

    assert "date" not in letter.evaluate("JSON.stringify(guide.store.read('answers'))")


def test_a_day_that_cannot_be_asks_and_lets_go_on(letter):
    """
    A birth date to come asks if the year is right; Continue goes on all the same.
    """
    birth = field(letter, "Child's birth date")
    birth.fill("2099-06-04")
    expect(birth).to_have_accessible_description(re.compile("Is the year right?"))
    go_on(letter)

    expect(heading(letter)).to_have_text("What is the problem?")


@PHONE
def test_the_end_names_what_is_blank_and_can_be_changed(letter):
    """
    It says how many blanks print as lines, has the four other ways, and "Change it" leads back to the first question.
    """
    finish(letter)
    expect(form(letter).get_by_text("13 blanks print as lines.")).to_be_visible()
    for name in ("Word file", "Copy text", "E-mail"):
        expect(letter.get_by_role("button", name=name)).to_be_in_viewport()
    letter.get_by_role("button", name="Change it").click()

    expect(heading(letter)).to_have_text("Who are you?")


def test_without_a_connection_the_start_says_so(page, address):
    """
    The form that can't be loaded is told at its button, and the next press tries again.
    """
    page.goto(address + REQUEST)
    page.route("**/*.later.js", lambda route: route.abort())
    page.get_by_role("button", name="Start my letter").click()
    expect(page.get_by_text("The form couldn't load.")).to_be_visible()
    page.unroute("**/*.later.js")
    begin(page)

    expect(heading(page)).to_have_text("Who are you?")


@pytest.mark.parametrize("key", ["opening-statement", "due-process-outline"])
def test_a_worksheet_is_called_what_it_is(key, page, address):
    """
    It begins, ends and is taken along under its own name, is not signed, and goes by no e-mail.
    """
    page.goto(address + LETTERS[key])
    kind = {"opening-statement": "sheet", "due-process-outline": "worksheet"}[key]
    page.get_by_role("button", name=f"Start my {kind}").click()
    expect(heading(page)).to_be_focused()
    finish(page)

    expect(heading(page)).to_have_text(f"Your {kind} is ready")
    expect(form(page).get_by_text("sign it by hand")).to_be_hidden()
    expect(page.get_by_role("button", name="E-mail")).to_be_hidden()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_rows_open_and_nothing_is_dead(page, address):
    """
    The two rows are there to open, no button does nothing, and the sheet is whole.
    """
    page.goto(address + REQUEST)
    page.get_by_text("Is this the right letter?").click()

    expect(page.get_by_text("Use it for any dispute under IDEA")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("guide-letter").get_by_text("Copy to: Director")).to_be_visible()
