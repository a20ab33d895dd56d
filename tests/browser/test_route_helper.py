"""
The decision helper, as a parent uses it: one question at a time, and what the answers lead to.
"""

import datetime
import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import markdown
import pikepdf
import pytest
import yaml
from lxml import html
from playwright.sync_api import expect

from bare import load
from barriers import EACH_WEEK_AT_A_DESK, barriers

TESTS = Path(__file__).resolve().parent.parent
WRITTEN = yaml.safe_load((TESTS / "families.yml").read_text(encoding="utf-8"))
FAMILIES = WRITTEN["families"]
CLOCK = datetime.datetime.combine(WRITTEN["clock"], datetime.time(9, 30))
PAGE = "which-route.html"
# What the structure of the page says of all results, and the same choosing that the buttons use.
OUTCOMES = """families => {
  const helper = document.querySelector("guide-route-helper")
  return families.map(([name, answers, today]) => {
    const found = guide.routes.outcome(helper.routes, answers, today)
    const parts = [`[data-result="${found.result}"]`, ...found.notes.map(key => `[data-note="${key}"]`)].map(one => helper.all.querySelector(one))
    const links = [...parts.flatMap(part => [...part.querySelectorAll(".guide-route__letters a, .guide-route__papers a")])]
    return [name, { ...found, first: parts[0].querySelector(".guide-route__first").textContent, links: links.map(link => link.getAttribute("href")) }]
  })
}"""


@pytest.fixture
def helper(page, address):
    page.clock.set_fixed_time(CLOCK)
    page.goto(address + PAGE)
    return page


def answers_of(family: dict) -> dict:
    """
    Return a family's answers as the page holds them, each day with the answer that asks for it.
    """
    asked = {"now": "change-starts", "notice": "notice-came", "when": "it-happened", "testing": "consent-signed"}
    given = {}
    for question, choice in family["answers"].items():
        day = family["dates"].get(asked.get(question))
        given[question] = (
            {"choices": choice}
            if isinstance(choice, list)
            else {"choice": choice, **({"date": day.isoformat()} if day else {})}
        )
    return given


def on(page, name="Continue"):
    page.get_by_role("button", name=name, exact=True).click()


def choose(page, answer, day=None):
    """
    Choose an answer by its words, give its day, and go on.
    """
    page.get_by_role("radio", name=answer).check()
    if day:
        page.get_by_label(re.compile("^The day ")).and_(page.locator(":visible")).fill(day)
    on(page)


def heading(page):
    return page.locator("guide-route-helper").get_by_role("heading", level=3)


def first_step(page):
    return page.locator("guide-route-helper .guide-route__today:visible")


def to_mediation(page, day="2026-10-14"):
    choose(page, "None of these")
    choose(page, "An IEP")
    choose(page, "We differ on what is right")
    choose(page, "Yes, they want to settle it too")
    choose(page, "I know the day, or nearly", day)
    on(page, "Show my result")


def test_each_family_gets_its_route_its_days_and_its_papers(helper):
    """
    Forty families, a fixed clock: the right routes, the first step, the limits with their last days, letters and plan.
    """
    found = dict(
        helper.evaluate(
            OUTCOMES, [[name, answers_of(family), WRITTEN["clock"].isoformat()] for name, family in FAMILIES.items()]
        )
    )

    def seen(name):
        one, family = found[name], FAMILIES[name]
        links = " ".join(one["links"])
        return {
            "routes": one["routes"],
            "limits": {limit["key"]: limit["date"] or None for limit in one["limits"]},
            "first_step": family["first_step"].lower() in one["first"].lower(),
            "notes": sorted(set(one["notes"]) - {"no-notice"}),
            "letters missing": [letter for letter in family["letters"] if f"letters/{letter}.html" not in links],
            "checklist": re.findall(r"checklists/([a-z0-9-]+)\.html", links),
            "plan": re.findall(r"plans/([a-z0-9-]+)\.html", links),
        }

    assert {
        name: {
            "routes": family["routes"],
            "limits": {key: day and day.isoformat() for key, day in family["limits"].items()},
            "first_step": True,
            "notes": sorted(family.get("notes", [])),
            "letters missing": [],
            "checklist": [family["checklist"]] if family["checklist"] else [],
            "plan": [family["plan"]] if family["plan"] else [],
        }
        for name, family in FAMILIES.items()
    } == {name: seen(name) for name in FAMILIES}


@pytest.mark.parametrize("order", [("before", "after"), ("after", "before")], ids="-".join)
def test_the_order_of_a_facts_limits_changes_no_last_day(order, tmp_path, page):
    """
    A fact with a look back and a limit to file: the helper counts the one whose event its data name, wherever it stands.
    """
    limits = {
        "before": "{amount: 60, unit: day, counts: before, starts: the day it came, event: received, whose: yours, until: lie within, kind: reach}",
        "after": "{amount: 30, unit: day, counts: after, starts: the day it happened, event: notice, whose: yours, until: file the complaint}",
    }
    data = shutil.copytree(TESTS / "pages/_data", tmp_path / "docs/_data")
    shutil.copy(TESTS.parent / "docs/_data/phrases.yml", data)
    facts = data / "facts/limits.yml"
    written = "".join(f"\n    - {limits[name]}" for name in order)
    facts.write_text(re.sub("  limit: .*", f"  limits:{written}", facts.read_text(encoding="utf-8")), encoding="utf-8")
    drawn = markdown.markdown(
        "/// route-helper\n///", extensions=["guide.blocks"], extension_configs={"guide.blocks": {"data": str(data)}}
    )
    routes = html.fromstring(drawn).find_class("guide-route__data")[0].text

    load(page, "shared/dates.js", "shared/limits.js", "shared/sums.js", "routes/choose.js")
    answers = {
        "soon": {"choice": "none"},
        "kind": {"choice": "judgment"},
        "when": {"choice": "known", "date": "2026-11-02"},
    }
    found = page.evaluate(
        "([routes, answers]) => guide.routes.outcome(JSON.parse(routes), answers, '2026-11-24')", [routes, answers]
    )

    assert [("thirty-day-limit", "2026-12-02")] == [(limit["key"], limit["date"]) for limit in found["limits"]]


def test_a_change_in_eight_days_says_what_to_do_at_once(helper):
    """
    After the first answer the call, both routes and the day stand there; who must stop it is led to filing and mediating.
    """
    choose(helper, "A change has a start date", "2026-12-02")
    expect(heading(helper).first).to_have_text("A change is coming. Get help today.")
    expect(helper.get_by_text("Wednesday, December 2, 2026. In 8 days.")).to_be_visible()
    on(helper, "Go on: up to six more questions")
    choose(helper, "An IEP")
    choose(helper, "and it must not start")
    choose(helper, "No, for another reason")
    choose(helper, "Yes, they talk")
    choose(helper, "Yes, it came", "2026-11-20")
    on(helper, "Show my result")

    expect(heading(helper).first).to_have_text("To stop the change, file before it starts. Mediate too.")
    expect(helper.get_by_text("First of two that go together")).to_be_visible()
    expect(
        helper.get_by_text(
            "November 20, 2026 counts as day 1, so the last safe day is November 29, 2026, a Sunday. In 5 days. It is on a weekend, so be done on the work day before."
        )
    ).to_be_visible()


def test_a_change_that_is_wanted_leads_to_no_case(helper):
    """
    Who wants the change reads before signing; nothing above the result, and no card that fits, speaks of filing.
    """
    choose(helper, "A change has a start date", "2026-12-02")
    on(helper, "Go on: up to six more questions")
    choose(helper, "An IEP")
    choose(helper, "No, I want it")
    on(helper, "Show my result")
    widget = helper.locator("guide-route-helper")

    expect(heading(helper).first).to_have_text("You want the change. Read it, then say yes in writing.")
    expect(widget.get_by_role("note")).to_have_count(0)
    expect(widget.locator("[data-best]").get_by_role("heading")).to_have_text(["Put it in writing"])
    expect(widget.locator("[data-key=due-process]").get_by_text("Fits less well")).to_be_visible()


def test_a_discipline_result_does_not_promise_that_the_child_stays(helper):
    """
    The card of due process has its plus on staying where it holds, and leaves it out where the result denies it.
    """
    promise = helper.locator("guide-route-helper").get_by_text(
        "your child stays in the current placement from the day you file"
    )
    choose(helper, "A change has a start date")
    expect(promise).to_be_visible()
    on(helper, "Go on: up to six more questions")
    choose(helper, "An IEP")
    choose(helper, "I am not sure")
    choose(helper, "Yes, such as a suspension")
    choose(helper, "No, nothing in writing")
    on(helper, "Show my result")

    expect(
        helper.locator("guide-route-helper [data-key=due-process]").get_by_text(
            "When a hearing has been asked for in Missouri"
        )
    ).to_be_visible()
    expect(promise).to_have_count(0)


def test_a_long_suspension_is_appealed_today(helper):
    """
    The two sentences for the superintendent stand after the first answer, and again in the result, with both questions.
    """
    words = "confirm today in writing that our child may come to school meanwhile, and schedule the hearing."
    choose(helper, "My child is out of school")
    expect(first_step(helper)).to_contain_text(words)
    on(helper, "Go on: up to four more questions")
    choose(helper, "Suspended or expelled. My child has an IEP")
    choose(helper, "More than 10, or it will be")
    choose(helper, "I know the day, or nearly", "2026-11-23")
    on(helper, "Show my result")

    expect(heading(helper).first).to_have_text("Appeal a long suspension today.")
    expect(first_step(helper)).to_contain_text(words)
    expect(
        helper.get_by_text("if it was the direct result of the district not following the IEP").filter(visible=True)
    ).to_be_visible()


def test_who_has_lost_count_gets_the_safer_result(helper):
    """
    Not sure of the days: the appeal and the meeting about the behavior, not the result for a short suspension.
    """
    choose(helper, "My child is out of school")
    on(helper, "Go on: up to four more questions")
    choose(helper, "Suspended or expelled. My child has an IEP")
    choose(helper, "I am not sure")
    choose(helper, "I do not know the day")
    on(helper, "Show my result")

    expect(heading(helper).first).to_have_text("Appeal a long suspension today.")


def test_what_is_urgent_needs_no_day(helper):
    """
    Who does not know the day of the change sees at once what to do.
    """
    choose(helper, "A change has a start date")

    expect(heading(helper).first).to_have_text("A change is coming. Get help today.")


def test_a_child_who_is_not_safe_comes_first_and_stays_in_sight(helper):
    """
    The hotline stands after the first answer, and again above the result when a parent goes on.
    """
    choose(helper, "My child is not safe")
    expect(helper.locator("guide-route-helper").get_by_role("link", name="800-392-3738").first).to_be_visible()
    on(helper, "Go on: up to five more questions")
    choose(helper, "An IEP")
    choose(helper, "The meetings go badly")
    choose(helper, "I do not know the day")
    on(helper, "Show my result")

    expect(helper.locator("guide-route-helper").get_by_role("note")).to_contain_text("800-392-3738")
    expect(heading(helper).first).to_have_text("A facilitated IEP meeting may fit.")


def test_eleven_months_later_the_complaint_is_urgent(helper):
    """
    A broken rule of last December: file soon, with the last day and how many days are left.
    """
    choose(helper, "None of these")
    choose(helper, "An IEP")
    choose(helper, "A clear rule was broken")
    choose(helper, "I know the day, or nearly", "2025-12-22")
    on(helper, "Show my result")

    expect(heading(helper).first).to_have_text("File the child complaint soon. The year is nearly over.")
    expect(helper.get_by_text("December 22, 2025 + 1 year = December 22, 2026, a Tuesday. In 28 days.")).to_be_visible()


def test_a_result_speaks_for_and_against_each_route(helper):
    """
    The right route stands first; each other one has its reasons for and against, and why not now.
    """
    to_mediation(helper)
    cards = helper.locator("guide-route-helper .guide-route__card:visible")
    titles = cards.get_by_role("heading").all_inner_texts()

    assert ("Mediation", 6, 6, 6) == (
        titles[0],
        len(titles),
        cards.get_by_text("For", exact=True).count(),
        cards.get_by_text("Against", exact=True).count(),
    )


def test_an_answer_can_be_changed_and_the_rest_is_kept(helper):
    """
    Change one answer from the result: only what is new is asked, and the day stands as given.
    """
    to_mediation(helper)
    on(helper, "Change: Will the district talk?")
    expect(helper.get_by_role("radio", name="Yes, they want to settle it too")).to_be_checked()
    choose(helper, "No, they refuse to talk or to mediate")

    expect(heading(helper).first).to_have_text("It depends. Ask a lawyer about a hearing.")
    expect(helper.get_by_text("I know the day, or nearly: October 14, 2026.")).to_be_visible()


def test_an_answer_changed_at_the_start_keeps_what_still_fits(helper):
    """
    With another problem the day is asked no second time.
    """
    to_mediation(helper)
    on(helper, "Change: What is it about most of all?")
    choose(helper, "A clear rule was broken")

    expect(heading(helper).first).to_have_text("A child complaint may fit.")
    expect(helper.get_by_text("October 14, 2026 + 1 year = October 14, 2027, a Thursday.")).to_be_visible()


def test_back_goes_back_and_keeps_the_answer(helper):
    """
    The button and the browser's own both lead to the question before, its answer chosen; the address never changes.
    """
    before = helper.url
    choose(helper, "None of these")
    choose(helper, "An IEP")
    on(helper, "Back")
    expect(heading(helper).first).to_have_text("What does your child have now?")
    expect(helper.get_by_role("radio", name="An IEP")).to_be_checked()
    helper.go_back()

    expect(helper.get_by_role("radio", name="None of these")).to_be_checked()
    helper.go_forward()
    expect(heading(helper).first).to_have_text("What does your child have now?")
    assert before == helper.url


def test_a_look_at_a_source_loses_nothing(helper):
    """
    A mark leads to its source, and back again to the same question with its choice.
    """
    choose(helper, "None of these")
    helper.get_by_role("radio", name="Only a 504 plan").check()
    helper.locator(".guide-route__reason").get_by_role("link").click()
    helper.go_back()

    expect(helper.get_by_role("radio", name="Only a 504 plan")).to_be_checked()


def test_start_again_forgets_all(helper):
    """
    After "Start again" the first question stands alone, with nothing chosen.
    """
    to_mediation(helper)
    on(helper, "Start again")

    expect(heading(helper).first).to_have_text("Is one of these happening now?")
    expect(helper.get_by_role("radio", checked=True)).to_have_count(0)
    expect(helper.get_by_text("Your answers so far")).to_have_count(0)


@pytest.mark.parametrize(
    "day, sentence",
    [
        ("", "Give the day, or choose another answer."),
        ("1906-05-01", "The year 1906 cannot be right."),
        ("2026-11-25", "November 25, 2026 is still to come."),
    ],
)
def test_a_day_that_cannot_be_is_told_by_its_field(day, sentence, helper):
    """
    No day, 1906, tomorrow: a sentence by the field, the focus on it, and nothing guessed.
    """
    choose(helper, "None of these")
    choose(helper, "An IEP")
    choose(helper, "The meetings go badly")
    choose(helper, "I know the day, or nearly", day)

    field = helper.get_by_label("The day it happened")
    expect(helper.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    expect(field).to_be_focused()
    expect(heading(helper).first).to_have_text("When did it happen?")


@pytest.mark.parametrize("typed", ["04312026", "1"])
def test_a_day_that_is_none_is_told_by_its_field(typed, helper):
    """
    31 April, or half a day: the field cannot hold it, and a sentence says so.
    """
    choose(helper, "None of these")
    choose(helper, "An IEP")
    choose(helper, "The meetings go badly")
    helper.get_by_role("radio", name="I know the day, or nearly").check()
    helper.get_by_label("The day it happened").click()
    helper.keyboard.type(typed)
    on(helper)

    expect(helper.get_by_role("alert").filter(has_text="There is no such day.")).to_be_visible()
    expect(helper.get_by_label("The day it happened")).to_be_focused()


def test_no_answer_is_told(helper):
    """
    Continue without a choice: a sentence, the focus on the first answer, and the same question.
    """
    on(helper)

    expect(helper.get_by_role("alert").filter(has_text="Choose the answer that comes nearest.")).to_be_visible()
    expect(helper.get_by_role("radio").first).to_be_focused()


def test_a_keyboard_alone_gets_to_the_result(helper):
    """
    Arrow keys choose, Enter goes on, and the focus stands on each new heading.
    """
    keys = helper.keyboard
    helper.get_by_role("radio", name="My child is not safe").focus()
    keys.press("Space")
    for _ in range(3):
        keys.press("ArrowDown")
    keys.press("Enter")
    expect(heading(helper).first).to_be_focused()
    for downs in (0, 3, None):
        # Past the mark in the reason, to the answers.
        while not helper.evaluate("document.activeElement.matches('[name=route-choice]')"):
            keys.press("Tab")
        keys.press("Space")
        if downs is None:
            # The second answer of the last but one question needs no day.
            keys.press("ArrowDown")
        for _ in range(downs or 0):
            keys.press("ArrowDown")
        keys.press("Enter")
        expect(heading(helper).first).to_be_focused()
    while helper.evaluate("document.activeElement.textContent") != "Show my result":
        keys.press("Tab")
    keys.press("Enter")

    expect(heading(helper).first).to_have_text("A facilitated IEP meeting may fit.")
    expect(heading(helper).first).to_be_focused()


def test_nothing_leaves_the_page_or_stays_behind(helper, asked, complaints):
    """
    No request after the page is there, nothing in the stores, the address, the title or the history, and nothing after a reload.
    """
    loaded, title, address = list(asked), helper.title(), helper.url
    to_mediation(helper)
    left = helper.evaluate(
        "[localStorage.length, sessionStorage.length, document.cookie, JSON.stringify(history.state)]"
    )
    # The browser takes the site's icon when it likes.
    requests = [url for url in asked if url not in loaded and not url.endswith("/favicon.svg")]
    same = (title, address) == (helper.title(), helper.url)
    helper.reload()

    assert ([0, 0, "", '{"guideRoute":6}'], [], True, []) == (left, requests, same, complaints)
    expect(helper.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_last_days_go_into_a_calendar(helper):
    """
    The file has each last day with early reminders, and tells nothing of the child.
    """
    to_mediation(helper)
    with helper.expect_download() as waiting:
        on(helper, "Add to my calendar")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")

    assert ("time-limits.ics", ["20271014", "20281014"], 8) == (
        waiting.value.suggested_filename,
        re.findall(r"DTSTART;VALUE=DATE:(\d+)", text),
        text.count("BEGIN:VALARM"),
    )
    assert not re.search("mediation|judgment|IEP", text.replace("\r\n ", ""))


def test_it_works_from_a_folder(page, site, complaints):
    """
    Opened without a server, it asks, goes back and answers.
    """
    page.goto((site / PAGE).as_uri())
    choose(page, "None of these")
    page.go_back()
    choose(page, "None of these")
    choose(page, "My child is under three")

    expect(heading(page).first).to_have_text("Another office helps you. Ask First Steps.")
    assert [] == complaints


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_all_of_it_is_there(page, address):
    """
    Each question leads by links to the next or to a result, each result has its first step and the other routes, and no
    link leads to nothing.
    """
    page.goto(address + PAGE)
    helper = page.locator("guide-route-helper")
    links = helper.locator("a[href^='#']").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    ids = set(page.locator("[id]").evaluate_all("elements => elements.map(element => element.id)"))
    results = helper.locator("[data-result]")

    assert ([], results.count(), results.count()) == (
        [link for link in links if link[1:] not in ids],
        results.get_by_text("First step, today:").filter(visible=True).count(),
        results.get_by_text("What fits best:").filter(visible=True).count(),
    )
    expect(helper.get_by_role("button").filter(visible=True)).to_have_count(0)
    reached = {link for link in links if link.startswith("#result-")}
    assert results.count() == len(reached)


def show_question(page):
    pass


def show_sentence(page):
    on(page)


def show_day(page):
    page.get_by_role("radio", name="A change has a start date").check()


def show_several(page):
    choose(page, "None of these")
    choose(page, "No IEP yet")
    choose(page, "I have not asked for it in writing")


def show_at_once(page):
    choose(page, "A change has a start date", "2026-12-02")


def show_result(page):
    to_mediation(page)


def show_urgent_above(page):
    choose(page, "My child is not safe")
    on(page, "Go on: up to five more questions")
    choose(page, "My child is under three")


@pytest.mark.parametrize(
    "state", [show_question, show_sentence, show_day, show_several, show_at_once, show_result, show_urgent_above]
)
@pytest.mark.parametrize("looks", EACH_WEEK_AT_A_DESK, ids=["each-day", "each-week"])
def test_no_state_has_a_barrier(looks, state, helper):
    """
    axe finds nothing in any state, on a phone and at a desk, on a phone in dark too, and nobody scrolls sideways.
    """
    state(helper)

    assert [] == barriers(helper, ".guide-route__view", looks)


def test_each_result_prints_on_one_sheet(helper):
    """
    Also with two notes and all days given, a result takes one page of US Letter. All are measured as they would print;
    the longest three are printed.
    """
    routes = json.loads(helper.locator(".guide-route__data").text_content())
    shown = {}

    def walk(key, answers):
        for name, answer in routes["questions"][key]["answers"].items():
            given = {**answers, key: {"choice": name, **({"date": "2026-11-12"} if "date" in answer else {})}}
            if "result" in answer:
                shown.setdefault(answer["result"], (given, "next" in answer))
            if "next" in answer:
                walk(answer["next"], given)

    def show(result):
        answers, at_once = shown[result]
        for detail in [] if at_once else routes["results"][result]["asks"]:
            answers[detail] = (
                {"choices": ["language", "adult"]}
                if routes["details"][detail]["many"]
                else {"choice": next(iter(routes["details"][detail]["answers"])), "date": "2026-10-14"}
            )
        helper.evaluate(
            """([answers, atOnce]) => {
          const helper = document.querySelector("guide-route-helper")
          Object.assign(helper, { answers, views: [{ atOnce }], viewIndex: 0 })
          helper.show(false)
        }""",
            [answers, at_once],
        )
        # The lower half is drawn after the first frame.
        expect(
            helper.locator("guide-route-helper").get_by_role("heading", name="The other routes, and why not now")
        ).to_be_visible()

    walk("now", {})
    # As wide as what is printed on.
    helper.set_viewport_size({"width": 720, "height": 900})
    helper.emulate_media(media="print")
    ends = {}
    for result in shown:
        show(result)
        ends[result] = helper.locator("guide-route-helper").evaluate("helper => helper.getBoundingClientRect().bottom")
    pages = {}
    for result in sorted(ends, key=ends.get)[-3:]:
        show(result)
        pages[result] = len(pikepdf.open(BytesIO(helper.pdf(prefer_css_page_size=True))).pages)

    assert dict.fromkeys(pages, 1) == pages
    assert len(set(ends.values())) > len(ends) / 2, "what was measured is not the result"
