"""
Letters filled in by a script, many times in one call, and the words that come out of them.
"""

import base64
import json
import random
import re
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
from docx import Document
from docx.oxml.ns import qn

from guide.page_files import read_pages

ROOT = Path(__file__).resolve().parent.parent.parent
# Each letter by its key, with the page it stands on.
LETTERS = {
    block.id: page.path.removeprefix("docs/").removesuffix(".md") + ".html"
    for page in read_pages(ROOT / "docs", ROOT)[0]
    for block in page.blocks
    if block.name == "letter"
}
# The id of a child's file.
FILE = "f0000000a"
# Put each state into the form, and take the letter out in every way that was asked for.
FILL = """async ([states, ways]) => {
  const element = document.querySelector("guide-letter")
  await element.ready()
  const letter = element.work
  await letter.out.prepare()
  const coded = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""))
  const take = {
    sheet: () => letter.sheet.element.innerText,
    text: () => letter.out.text,
    html: () => guide.letter.html(letter.state.finished, letter.state.byHand),
    word: async () => coded(new Uint8Array(await guide.letter.wordFile(element.id, letter.state.byHand ? null : letter.state.finished).arrayBuffer())),
    work: () => letter.answers.work,
  }
  const results = []
  for (const { fields = {}, choices = {} } of states) {
    for (const [key, field] of letter.form.fields) {
      field.isLeftOut = fields[key] === "none"
      field.input.value = field.isLeftOut ? "" : fields[key] ?? ""
    }
    for (const [item, { input }] of letter.form.choices) input.checked = choices[item] ?? input.defaultChecked
    letter.show()
    const result = {}
    for (const way of ways) result[way] = await take[way]()
    results.push(result)
  }
  return results
}"""
# What a letter asks for: {"fields": {key: {kind, label, example}}, "choices": [[id, the alternatives it is one of, or null]], "headings": […]}.
ASKS = """async () => {
  const letter = document.querySelector("guide-letter")
  await letter.ready()
  const { form, sheet } = letter.work
  return {
    fields: Object.fromEntries([...form.fields].map(([field, { asked }]) => [field, { kind: asked.kind, label: asked.label, example: asked.example, leaveOut: asked.leave_out }])),
    choices: sheet.units.filter(unit => unit.box).map(({ box, block }) =>
      [box.dataset.item, box.dataset.oneOf ? `${sheet.units.findIndex(unit => unit.block === block)}.${box.dataset.oneOf}` : null]),
    headings: sheet.units.filter(unit => unit.kind === "heading").map(unit => unit.parts.join("")),
  }
}"""


def fill(page, states: list[dict], *ways: str) -> list[dict]:
    """
    Return, for each state ({"fields": {key: text}, "choices": {id: taken}}), the open page's letter in these ways:
    sheet, text, html, word (as a document of python-docx), work (what would be kept).
    """
    results = page.evaluate(FILL, [states, list(ways)])
    for result in results:
        if "word" in result:
            result["word"] = Document(BytesIO(base64.b64decode(result["word"])))
    return results


def answer(asked: dict) -> str:
    """
    Return a made-up answer to a field, as a parent would type it.
    """
    if asked["kind"] == "date":
        return "2026-11-24"
    return f"{asked['example']}\nOne more" if asked["kind"] == "list" else asked["example"]


def everything(asks: dict) -> dict:
    """
    Return the state with all entered, and of alternatives the last taken.
    """
    last = {group: item for item, group in asks["choices"] if group}
    return {
        "fields": {key: answer(asked) for key, asked in asks["fields"].items()},
        "choices": {item: not group or last[group] == item for item, group in asks["choices"]},
    }


def without_day(asks: dict, state: dict) -> dict:
    """
    Return the state with each day left out that may be.
    """
    left = {key: "none" for key, asked in asks["fields"].items() if asked.get("leaveOut")}
    return state | {"fields": state["fields"] | left}


def pairwise(asks: dict) -> list[dict]:
    """
    Return states in which every two things of a letter, choices and fields, stand in each way that they can: both,
    one without the other, none. The same letter gives the same states.
    """
    # A choice may have the name of a field.
    group: dict[tuple[str, str], str | None] = {("choice", item): of for item, of in asks["choices"]}
    things = [*group, *(("field", key) for key in asks["fields"])]
    random.seed(4)
    wanted = {
        ((one, a), (other, b))
        for one, other in combinations(things, 2)
        for a in (True, False)
        for b in (True, False)
        if not (a and b and group.get(one) and group.get(one) == group.get(other))
    }
    states = []
    while wanted:
        first = next(iter(sorted(wanted)))
        best = max(
            (settled(dict(first), things, group) for _ in range(20)),
            key=lambda state: sum(1 for (one, a), (other, b) in wanted if state[one] == a and state[other] == b),
        )
        wanted -= {pair for pair in wanted if all(best[thing] == value for thing, value in pair)}
        states.append(
            {
                "fields": {key: answer(asked) if best["field", key] else "" for key, asked in asks["fields"].items()},
                "choices": {item: best["choice", item] for _, item in group},
            }
        )
    return states


def settled(state: dict, things: list[tuple[str, str]], group: dict[tuple[str, str], str | None]) -> dict:
    """
    Return the state with a value for each thing by chance; of alternatives one at most is true.
    """
    for thing in random.sample(things, len(things)):
        taken = any(state.get(other) for other in group if group.get(thing) and group[other] == group[thing])
        state.setdefault(thing, random.random() < 0.5 and not taken)
    return state


def folded(words: str) -> str:
    """
    Return words without white space, boxes, bullets and brackets.
    """
    return "".join(re.sub(r"[\[\]☐☒•\ufeff]", "", words).split())


def unmarked(text: str) -> str:
    """
    Return a text file without what stands before the words of an item or a choice.
    """
    return re.sub(r"^(?:- |\d\. )?(?:\[[ x]\] )?", "", text, flags=re.MULTILINE)


def word_text(document) -> str:
    """
    Return the words of a Word file, one paragraph a line.
    """
    signs = {qn("w:t"): lambda node: node.text or "", qn("w:br"): lambda node: "\n", qn("w:tab"): lambda node: "\t"}
    return "\n".join(
        "".join(signs[node.tag](node) for node in paragraph._p.iter(*signs) if node.getparent().tag == qn("w:r"))
        for paragraph in document.paragraphs
    )


def pdf_text(pdf: bytes) -> str:
    """
    Return the words of a PDF, without the numbers before the items of a list.
    """
    with pypdfium2.PdfDocument(pdf) as file:
        # At the end of a line it gives a hyphen as a sign of its own, one of two.
        words = (
            "\n".join(page.get_textpage().get_text_bounded() for page in file)
            .replace("\ufffe", "-")
            .replace("\x02", "-")
        )
    return re.sub(r"^\d\. ", "", words, flags=re.MULTILINE)


def taken_along(page, folder: Path) -> tuple[str, str, str]:
    """
    Return the words of the open letter as a parent takes it along: the Word file, the text file, the paper.
    """
    files = {}
    for name in ("Word file", "Text file"):
        with page.expect_download() as file:
            page.get_by_role("button", name=name).click()
        files[name] = Path(file.value.path()).read_bytes()
    (folder / "letter.docx").write_bytes(files["Word file"])
    return word_text(Document(folder / "letter.docx")), files["Text file"].decode(), pdf_text(page.pdf())


def page_key(page) -> str:
    """
    Return where the open page's site keeps a parent's work.
    """
    return page.evaluate("`guide:${guide.site.pathname}:work`")


def kept_in(page, store: str = "localStorage"):
    """
    Return what the open page's site keeps in a store of the browser, or None.
    """
    text = page.evaluate(f"key => {store}.getItem(key)", page_key(page))
    return json.loads(text) if text else None


def file_of(parts: dict, **more) -> dict:
    """
    Return a store or saved file of this edition that holds the file of one child, with these parts.
    """
    return {"version": 3, "open": FILE, "files": {FILE: {"parts": parts, **more}}}


def parts_in(page, store: str = "localStorage") -> dict:
    """
    Return the parts of the file that was opened last, as the open page's site keeps them in a store of the browser.
    """
    kept = kept_in(page, store)
    return kept["files"][kept["open"]]["parts"]
