"""
Whatever a store or a saved-work file holds, the tools that read it show no error and can be used.
"""

import json
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from family import CASE, OUR_FILE
from filled import LETTERS, file_of, page_key, parts_in
from letter_form import field
from tracker import promise, session

SAVED = "track/saved-work.html"
PAGES = {
    "guide-letter": LETTERS["mediation-request"],
    "guide-tracker": "track/agreement-tracker.html",
    "guide-checklist": "checklists/week-before.html",
    "guide-our-file": OUR_FILE,
    "guide-case": CASE,
    "guide-saved": SAVED,
}
# Names that every object of JavaScript has, and those of our own.
NAMES = [
    "__proto__",
    "constructor",
    "__defineGetter__",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "length",
    "ticks",
    "answers",
    "tracker",
    "fields",
    "letters",
    "choices",
    "promises",
    "unread",
    "log",
    "signed",
    "id",
    "number",
    "words",
    "kind",
    "day",
    "minutes",
    "file",
    "entries",
    "papers",
    "packet",
    "what",
    "kept",
    "work",
    "mediation-request",
    "child-name",
    "week-before",
]
# Draw the element of a page anew on each of these stores, use it, and return what went wrong, by the text of the store.
DRAW_AND_USE = """async ([tag, markup, key, texts]) => {
  const errors = []
  // What a tool needs for it loads at the first touch.
  const until = async isThere => { while (!isThere() && !errors.length) await new Promise(resolve => setTimeout(resolve)) }
  const used = {
    "guide-letter": async letter => {
      await letter.ready()
      const input = letter.querySelector("[name='child-name']")
      input.value = "Zebulon"
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }))
      return letter.querySelector(".guide-letter__sheet").textContent.includes("Zebulon")
    },
    "guide-tracker": async tracker => {
      tracker.querySelector("[data-do='add']").click()
      await until(() => tracker.querySelector("[data-do='start']"))
      tracker.querySelector("[data-do='start']").click()
      await until(() => tracker.querySelector("form"))
      return Boolean(tracker.querySelector("form textarea[name='words']"))
    },
    "guide-checklist": list => {
      const box = list.querySelector(".guide-checklist__box"), before = box.checked
      box.click()
      return box.checked !== before && /\\d/.test(list.querySelector(".guide-checklist__count").textContent)
    },
    "guide-our-file": async file => {
      file.querySelector("[data-add='said']").click()
      await until(() => file.querySelector("#log form"))
      return Boolean(file.querySelector("#log form [name='what']"))
    },
    "guide-case": async known => {
      await until(() => known.querySelector(".guide-case__tools"))
      const tools = known.querySelector(".guide-case__tools"), without = known.querySelector(".guide-case__without")
      const isSaid = !known.querySelector(".guide-case__nothing").hidden || known.querySelector(".guide-case__row a")
      return tools.hidden ? !without.hidden : without.hidden && isSaid
    },
    "guide-saved": saved => {
      const card = saved.querySelector(".guide-saved__card"), nothing = saved.querySelector(".guide-saved__nothing")
      return saved.querySelector("[data-do='erase']") && (!nothing.hidden || card.innerText.split("\\n").length > 1)
    },
  }
  const listen = event => errors.push(event.message || String(event.reason))
  addEventListener("error", listen)
  addEventListener("unhandledrejection", listen)
  const wrong = []
  for (const text of texts) {
    localStorage.setItem(key, text)
    const fresh = new DOMParser().parseFromString(markup, "text/html").querySelector(tag)
    document.querySelector(tag).replaceWith(document.importNode(fresh, true))
    try { if (!await used[tag](document.querySelector(tag))) errors.push("cannot be used") } catch (error) { errors.push(error.message) }
    await new Promise(resolve => setTimeout(resolve))
    if (errors.length) wrong.push([text, errors.splice(0)])
  }
  localStorage.clear()
  removeEventListener("error", listen)
  removeEventListener("unhandledrejection", listen)
  return wrong
}"""
# Choose a file of these bytes, and open it if that is offered; return what went wrong, and what is kept then.
OPEN = """async ([key, bytes]) => {
  localStorage.clear()
  const saved = document.querySelector("guide-saved"), errors = []
  const listen = event => errors.push(event.message)
  addEventListener("error", listen)
  try {
    await saved.opening.read(new File([new Uint8Array(bytes)], "work.json"))
    const isAsked = !saved.querySelector(".guide-saved__ask").hidden, said = saved.querySelector("[data-of='open']").textContent
    if (isAsked) saved.opening.open("device")
    else if (!said) errors.push("nothing is said")
  } catch (error) { errors.push(error.message) }
  removeEventListener("error", listen)
  return [errors, localStorage.getItem(key)]
}"""

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-11-24", *NAMES]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)
DAYS = st.sampled_from(["2026-11-24", "2026-02-31", "9999-12-31", "0000-01-01", "1999-01-01"]) | VALUES
NAMED = st.dictionaries(st.sampled_from(NAMES), st.text(max_size=8) | st.booleans() | VALUES, max_size=4)
PROMISES = st.lists(
    VALUES
    | NAMED.map(lambda more: promise(1, "Speech", kind="week", log=[session("2026-11-03"), more]) | more)
    | NAMED.map(lambda more: promise(2, "Logs") | more),
    max_size=4,
)
KINDS = st.sampled_from(["sent", "limit"]) | VALUES
ENTRIES = st.lists(
    VALUES | st.fixed_dictionaries({"id": st.just("e1"), "kind": KINDS, "day": DAYS, "back": DAYS, "what": VALUES}),
    max_size=3,
)
WORKS = (
    st.fixed_dictionaries(
        {"fields": NAMED, "letters": st.dictionaries(st.sampled_from(NAMES), NAMED | VALUES, max_size=2)}
    )
    | st.fixed_dictionaries({"signed": DAYS, "promises": PROMISES, "unread": VALUES})
    | st.fixed_dictionaries(
        {"entries": ENTRIES, "papers": st.lists(NAMED | VALUES, max_size=3), "packet": NAMED | VALUES}
    )
    | st.dictionaries(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(NAMES), st.text(max_size=8)), max_size=3)
    | VALUES
)
PARTS = st.dictionaries(
    st.sampled_from(NAMES), st.fixed_dictionaries({"kept": DAYS, "work": WORKS}) | VALUES, max_size=3
)
IDS = st.sampled_from(["f0000000a", "f00000001", "F0000000a", "f0000000aa"])
FILES = st.dictionaries(
    IDS | st.sampled_from(NAMES),
    st.fixed_dictionaries({"parts": PARTS}, optional={"name": st.text(max_size=8) | VALUES, "__proto__": VALUES})
    | VALUES,
    max_size=3,
)
# Most of them look like our own.
STORES = (
    st.fixed_dictionaries(
        {"version": st.sampled_from([1, 2, 3, 3, 4, -1, 1.5, "2"]) | VALUES, "parts": PARTS | VALUES},
        optional={"files": FILES | VALUES, "open": IDS | VALUES},
    )
    | st.fixed_dictionaries({"version": st.just(2), "parts": PARTS})
    | st.fixed_dictionaries({"version": st.just(3), "open": IDS | VALUES, "files": FILES})
    | VALUES
).map(json.dumps)
ONCE = settings(
    max_examples=10,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def poisoned(name: str, version: int = 3) -> str:
    """
    Return a store of that edition with a part, a field, a letter, a checklist and an item of that name.
    """
    marks = {name: "done", "send-helper-names": "done"}
    letter = {"fields": {name: "text"}, "choices": {name: True}}
    parts = {
        name: {"kept": "2026-11-24", "work": {}},
        "ticks": {"kept": "2026-11-24", "work": {name: marks, "week-before": marks}},
        "answers": {
            "kept": "2026-11-24",
            "work": {"fields": {name: "text", "child-name": "Sam"}, "letters": {name: letter}},
        },
        "file": {"kept": "2026-11-24", "work": {name: 1, "entries": [{name: name, "day": "2026-11-03", "what": name}]}},
        "tracker": {"kept": "2026-11-24", "work": {name: 1, "promises": [promise(1, "Speech") | {name: {name: 1}}]}},
    }
    return json.dumps(file_of(parts) if version == 3 else {"version": 2, "parts": parts})


@pytest.fixture
def tools(context, address):
    """
    The pages of the tools, each open in a tab: (tag, page, its markup as it was built).
    """
    tabs = []
    for tag, path in PAGES.items():
        page = context.new_page()
        page.goto(address + path)
        # As one in which something is typed: what the other tabs of the test do to the store changes nothing here.
        page.evaluate("addEventListener('guide-other-file', event => event.preventDefault())")
        tabs.append((tag, page, page.request.get(address + path).text()))
    return tabs


def wrongs(tools, texts: list[str]) -> list:
    """
    Return what went wrong with these stores: [tag, text, errors] each.
    """
    return [
        [tag, *wrong]
        for tag, page, markup in tools
        for wrong in page.evaluate(DRAW_AND_USE, [tag, markup, page_key(page), texts])
    ]


@pytest.mark.parametrize("name", ["__proto__", "constructor", "__defineGetter__", "toString"])
def test_a_poisoned_name_is_a_name_like_any_other(name, tools):
    """
    A part, field, letter, checklist or item of such a name stops no tool; the saved page says that there is something
    it doesn't know, and the rest shows.
    """
    assert [] == wrongs(tools, [poisoned(name), poisoned(name, 2)])
    _, page, _ = tools[-1]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [page_key(page), poisoned(name)])
    page.reload()

    expect(page.get_by_text("This page doesn't recognize some of what is kept here.")).to_be_visible()
    expect(page.get_by_text("Sam", exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile(f"^Answers for 1 letter, until .*: {name}\\.$"))).to_be_visible()


@pytest.mark.parametrize("name", ["__proto__", "constructor"])
def test_a_file_with_a_poisoned_part_opens(name, page, address):
    """
    What this edition doesn't know is carried along to the letter, and a change of what it knows leaves it there.
    """
    page.goto(address + SAVED)
    file = {"name": "work.json", "mimeType": "application/json", "buffer": poisoned(name).encode()}
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    expect(page.get_by_text("This page doesn't recognize some of what is kept here.")).to_be_visible()
    page.goto(address + PAGES["guide-letter"])
    expect(field(page, "Child's name")).to_have_value("Sam")
    field(page, "Child's name").fill("Zebulon")
    field(page, "Child's name").blur()
    parts = parts_in(page)

    assert {"kept": "2026-11-24", "work": {}} == parts[name]
    assert {name: "text", "child-name": "Zebulon"} == parts["answers"]["work"]["fields"]


@pytest.mark.parametrize("version", [-1, 0, 1.5, "2", None, True])
def test_a_version_that_is_none_is_refused(version, page, address):
    """
    A sentence says that the file isn't from the guide, and nothing is changed.
    """
    page.goto(address + SAVED)
    text = json.dumps({"version": version, "parts": {}})
    page.get_by_label("Choose the file").set_input_files(
        {"name": "work.json", "mimeType": "application/json", "buffer": text.encode()}
    )

    expect(page.get_by_text("This file isn't from the guide, or it's damaged.")).to_be_visible()


def test_work_in_thousands_of_lists_stops_nothing(tools):
    """
    Lists in each other, where a promise should be, are carried along or told, and stop no tool.
    """
    deep = '{"version": 2, "parts": {"tracker": {"kept": "2026-11-24", "work": {"promises": [%s%s]}}}}'

    assert [] == wrongs(tools, [deep % ("[" * depth, "]" * depth) for depth in (30, 3_000, 20_000)])


@ONCE
@given(texts=st.lists(STORES, min_size=20, max_size=20))
def test_any_store_leaves_the_tools_usable(texts, tools):
    """
    Letter, tracker, checklist, file, case and saved work on two hundred stores, half of them nearly ours.
    """
    assert [] == wrongs(tools, texts)


@ONCE
@given(files=st.lists(st.binary(max_size=40) | STORES.map(str.encode), min_size=20, max_size=20))
def test_any_file_is_opened_or_refused_in_words(files, tools):
    """
    Any bytes, chosen as a saved file: a sentence, or the question where to keep it; what is opened stops no tool.
    """
    _, page, _ = tools[-1]
    opened = [page.evaluate(OPEN, [page_key(page), list(file)]) for file in files]

    assert [] == [(file, errors) for file, (errors, _) in zip(files, opened, strict=True) if errors]
    assert [] == wrongs(tools, [text for _, text in opened if text])
