"""
The packet as a data file, read again: on another device, and into the family's own file.
"""

import base64
import json
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from barriers import barriers
from family import ASKED, ENTRIES, FIELDS, OUR_FILE, PAPERS, answers, file_work, press, put
from filled import kept_in, parts_in
from packet import download, packet, squeezed, tab, words_of
from tracker import promise, session

NOW = "2026-11-25T10:00:00-06:00"
OPEN = "Open a packet that was saved as data"
DATA = "Save as data, for a helper's program"
AGREEMENT = {
    "signed": "2026-11-02",
    "unread": [],
    "promises": [
        promise(1, "Speech, twice a week", kind="week", minutes="30", times="2", log=[session("2026-11-09", 0, False)]),
        promise(2, "The district sends the logs home", until="2026-11-20"),
    ],
}
# A packet of a work, taken out and read in each way.
OUT = """async ({ work, fields, tracker, questions }) => {
  await guide.load("our-file")
  const { read, packet, fileOf, packetData, readPacket, joined, packetPages, packetWord } = guide.ourFile
  const kept = read(work), parts = { names: true, dates: true, log: true, papers: true, live: true }
  const made = packet({ work: kept, fields, ...tracker, today: "2026-11-25", parts, host: "Sample Center", questions })
  const data = packetData({ ...made, file: fileOf(kept, parts) })
  const again = readPacket(data)
  const page = document.createElement("div")
  page.append(...packetPages(made))
  const word = new Uint8Array(await packetWord(made).arrayBuffer())
  const file = again.packet && joined(read({}), again.packet.file)
  return {
    trouble: again.trouble || "", data: JSON.parse(data),
    isSame: Boolean(again.packet) && packetData(again.packet) === data,
    kept: { entries: kept.entries, papers: kept.papers, packet: kept.packet }, file,
    twice: file && joined({ ...read({}), ...file }, again.packet.file),
    page: page.textContent, word: btoa(Array.from(word, byte => String.fromCharCode(byte)).join("")),
  }
}"""

# What XML holds too; the page and the data hold any text.
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n"), max_size=60)
DAYS = st.dates().map(str) | st.sampled_from(["", "fall 2026", "2026-02-31"])
IDS = st.integers(0, 30).map(lambda n: f"e{n}")
ENTRY = st.fixed_dictionaries(
    {
        "id": IDS,
        "kind": st.sampled_from(["sent", "called", "said", "gave", "met", "other", "limit"]),
        "day": DAYS,
        "who": WORDS,
        "what": WORDS,
    },
    optional={"proof": WORDS, "paper": IDS, "back": DAYS, "done": st.booleans(), "of a newer edition": WORDS},
)
PAPER = st.fixed_dictionaries({"id": IDS, "number": st.integers(-1, 20), "name": WORDS, "day": DAYS, "pages": WORDS})
FAMILIES = st.fixed_dictionaries(
    {
        "work": st.fixed_dictionaries(
            {
                "entries": st.lists(ENTRY, max_size=25),
                "papers": st.lists(PAPER, max_size=8),
                "packet": st.dictionaries(st.sampled_from([*ASKED, "live", "now", "settled", "missing"]), WORDS),
            }
        ),
        "fields": st.dictionaries(st.sampled_from(list(FIELDS)), WORDS),
        "tracker": st.sampled_from([{"promises": [], "signed": ""}, AGREEMENT]),
        "questions": st.lists(st.fixed_dictionaries({"question": WORDS, "known": st.sampled_from(["", "child"])})),
    }
)


@pytest.fixture
def page(page, address):
    """
    The page of the file, on a day that stays.
    """
    page.clock.set_fixed_time(NOW)
    page.goto(address + OUR_FILE)
    return page


def choose(page, text: str, name="packet.json"):
    tab(page, "Packet")
    # Its field shows once what reads a packet is loaded.
    expect(page.get_by_label(OPEN)).to_be_visible()
    page.get_by_label(OPEN).set_input_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def in_order(words: list[str], text: str) -> list[str]:
    """
    Return the words that do not stand in the text behind the ones before them.
    """
    at, lost = 0, []
    for word in map(squeezed, words):
        found = text.find(word, at)
        if found < 0:
            lost.append(word)
        else:
            at = found + len(word)
    return lost


def word_text(file: bytes) -> str:
    parts = Document(BytesIO(file)).iter_inner_content()
    return "\n".join(
        part.text if hasattr(part, "text") else "\n".join(cell.text for row in part.rows for cell in row.cells)
        for part in parts
    )


def all_words(data: dict) -> list[str]:
    return [data["title"], *(word for blocks in data["pages"] for block in blocks for word in words_of(block))]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(family=FAMILIES)
def test_what_is_taken_out_can_be_opened_again(page, family):
    """
    Of any family: the data file gives the same packet and the same file back, once and twice, and page, Word file and
    data have the same words in the same order.
    """
    out = page.evaluate(OUT, family)

    assert "" == out["trouble"] and out["isSame"]
    assert out["kept"] == out["file"] == out["twice"]
    words = all_words(out["data"])
    assert [] == in_order(words, squeezed(out["page"]))
    assert [] == in_order(words, squeezed(word_text(base64.b64decode(out["word"]))))


@pytest.mark.parametrize("many", [1, 4])
def test_paper_has_the_words_of_the_data_in_their_order(page, many):
    """
    Of a small and of a larger family, on the printed pages too.
    """
    entries = [{**entry, "id": f"{entry['id']}{n}"} for n in range(many) for entry in ENTRIES]
    put(page, file=file_work(entries=entries), answers=answers(), tracker=AGREEMENT)
    _, data, pages = packet(page)

    assert 2 == len(pages)
    for blocks, sheet in zip(data["pages"], pages, strict=True):
        # In two columns a PDF has its words by the column.
        proof = [word for block in blocks for word in words_of(block)] if blocks is data["pages"][1] else []
        assert [] == in_order(proof, squeezed(sheet))
        assert [] == [word for block in blocks for word in words_of(block) if squeezed(word) not in squeezed(sheet)]


def test_a_helper_reads_a_packet_and_nothing_of_it_is_kept(page, context, address):
    """
    On a device where nothing is kept: the packet stands there to be read, printed and handed on as it came.
    """
    put(page, file=file_work(), answers=answers(), tracker=AGREEMENT)
    tab(page, "Packet")
    sent = download(page, DATA).decode()
    page.evaluate("localStorage.clear()")
    page.reload()
    choose(page, sent)

    expect(page.get_by_role("heading", name="Sam Example")).to_be_focused()
    expect(page.get_by_text("Nothing of it is kept.")).to_be_visible()
    expect(page.get_by_text("Late by 5 days")).to_be_visible()
    expect(page.get_by_label("What do you want from them?")).to_be_hidden()
    assert sent == download(page, DATA).decode()
    assert kept_in(page) is None
    assert [] == barriers(page, "guide-our-file")
    press(page, "Close this packet")
    expect(page.get_by_role("heading", name="Sam Example")).to_have_count(0)
    expect(page.get_by_label(OPEN)).to_be_focused()


def test_a_packet_goes_into_the_file_and_comes_out_again(page):
    """
    What stood there stays as it is, what the packet has more of is added, and Undo takes it out.
    """
    put(page, file=file_work(), answers=answers())
    tab(page, "Packet")
    sent = download(page, DATA).decode()
    own = {**ENTRIES[0], "what": "Changed since."}
    put(page, file={"entries": [own], "papers": [{**PAPERS[0], "id": "mine"}], "packet": {"ask": "My own question"}})
    choose(page, sent)
    press(page, "Put its log and papers into our file")
    expect(page.get_by_text("The packet's log and papers are in your file. Kept only on this device.")).to_be_visible()
    work = parts_in(page)["file"]["work"]

    assert ["Changed since.", *(entry["what"] for entry in ENTRIES[1:])] == [entry["what"] for entry in work["entries"]]
    # No number stands twice.
    assert [1, 2, 3] == sorted(paper["number"] for paper in work["papers"])
    assert {**ASKED, "ask": "My own question"} == work["packet"]
    press(page, "Undo")
    expect(page.get_by_text("It's back.")).to_be_visible()
    assert ["Changed since."] == [entry["what"] for entry in parts_in(page)["file"]["work"]["entries"]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no data",
        "[]",
        '{"version": 1}',
        '{"version": 3, "files": {}}',
        '{"schema": "packet.schema.json", "version": 1, "title": 1, "lead": "", "made": "2026-11-25", "pages": [[], []]}',
        '{"schema": "packet.schema.json", "version": 1, "title": "", "lead": "", "made": "soon", "pages": [[], []]}',
        '{"schema": "packet.schema.json", "version": 1, "title": "", "lead": "", "made": "2026-11-25", "pages": [[{"kind": "__proto__"}], []]}',
        '{"schema": "packet.schema.json", "version": 1, "title": "", "lead": "", "made": "2026-11-25", "pages": [[{"kind": "table", "head": [], "rows": [[{}]]}], []]}',
        '{"schema": "packet.schema.json", "version": 1, "title": "", "lead": "", "made": "2026-11-25", "pages": [[], []], "file": {"entries": [1], "papers": [], "packet": {}}}',
    ],
)
def test_another_kind_of_file_is_told_in_a_sentence(page, text):
    """
    And the family's own packet is still there.
    """
    put(page, file=file_work(), answers=answers())
    choose(page, text)
    expect(page.get_by_text("This file isn't a packet from this guide, or it's damaged.")).to_be_visible()
    press(page, "Read it here first")

    expect(page.get_by_role("heading", name="Sam Example")).to_be_visible()


def test_a_packet_of_a_newer_edition_is_told(page):
    choose(page, '{"schema": "https://a.example/packet.schema.json", "version": 2}')

    expect(page.get_by_text("This packet was made by a newer edition of the guide.")).to_be_visible()


def test_markup_in_a_packet_stays_text(page):
    """
    Whoever made the file: what it says is words.
    """
    line = {"kind": "line", "text": "<img src=x onerror='document.title = 1'>"}
    made = {"schema": "packet.schema.json", "version": 1, "title": "<b>", "lead": "", "made": "2026-11-25"}
    choose(page, json.dumps({**made, "pages": [[line], [line]]}))

    expect(page.get_by_text(line["text"]).first).to_be_visible()
    assert 0 == page.locator(".guide-packet img").count()


def test_what_the_parent_left_out_is_not_in_the_data(page):
    """
    Neither what they could live with, unless it goes in, nor a log and a list that do not.
    """
    put(page, file=file_work(packet={**ASKED, "live": "One session"}), answers=answers())
    tab(page, "Packet")
    assert "One session" not in download(page, DATA).decode()
    page.get_by_role("checkbox", name="The log").uncheck()
    page.get_by_role("checkbox", name="The list of papers").uncheck()
    file = json.loads(download(page, DATA))["file"]

    assert [[], []] == [file["entries"], file["papers"]]


def test_the_questions_of_the_host_stand_on_a_third_sheet(page):
    """
    What is known is filled in; where nothing is, there are lines to write on: on page, paper, in Word and as data.
    """
    put(page, file=file_work(), answers=answers())
    page.evaluate("""() => {
      const asked = document.getElementById("guide-our-file-intake")
      asked.dataset.host = "Sample Center"
      for (const [question, known] of [["Who may we call?", "parent"], ["When?", ""], ["Settled?", "settled"]]) {
        const line = Object.assign(document.createElement("p"), { textContent: question })
        line.dataset.known = known
        asked.content.append(line)
      }
    }""")
    shown, data, pages = packet(page)
    sheet = data["pages"][2]

    assert ["line", "text", "lines", "lines"] == [block["kind"] for block in sheet]
    assert "Pat Example, 573-555-0100" == sheet[1]["text"]
    assert 3 == len(pages) and "Who may we call?" in pages[2] and "For a helper, page 3 of 3" in pages[2]
    word = word_text(download(page, "Word file"))
    assert [] == [words for words in ("Sample Center asks", "Who may we call?", "When?") if words not in word]
    assert "Settled?" in shown


def test_the_data_are_as_their_schema_says(page):
    """
    So that a helper's program can rely on it.
    """

    put(page, file=file_work(), answers=answers(), tracker=AGREEMENT)
    tab(page, "Packet")
    data = json.loads(download(page, DATA))
    schema = json.loads(Path(__file__).parents[2].joinpath("overrides/packet.schema.json").read_text(encoding="utf-8"))

    jsonschema.validate(data, schema)
