"""
Rules on the words of the interface: templates, scripts and modules take all they say from the catalog.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from guide.phrases import PATH, read_phrases
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

# What Jinja reads in a template. Ours hold no such mark inside of a constant.
TAG = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
CONSTANT = re.compile(r"\"([^\"]*)\"|'([^']*)'")
IN_LOOK = re.compile(r"\"([^\"]*)\"|\[([^\[\]#]*)\]")
NAME_IN_TEMPLATE = re.compile(r"\bphrases\.(\w+)\.(\w+)")
VALUE_IN_TEMPLATE = re.compile(r"\|\s*replace\(\s*[\"']\{(\w+)\}[\"']")
CALL_IN_SCRIPT = re.compile(r"\bguide\.phrase\(\s*(?:\"(?P<name>[\w.]+)\")?")
CALL_IN_LOOK = re.compile(r"\bsay\(\"(?P<name>[\w.]+)\"")
CALL_IN_MODULE = re.compile(r"\bphrases\(")
# Attributes that a reader sees or hears; of our own data only what begins like a sentence.
SPOKEN = re.compile(r"aria-label|aria-description|title|alt|placeholder|label|what")
SENTENCE = re.compile(r"\b[A-Z][a-z]+|[a-z]+ [a-z]+ [a-z]+")
# The name of a font is none.
SENTENCE_IN_LOOK = re.compile(r"^[A-Z][a-z]+\W*$|[A-Z][a-z]+ [a-z]|[a-z]+ [a-z]+ [a-z]+")
LETTER = re.compile(r"[^\W\d_]")


@dataclass
class Use:
    """
    A place that says a phrase. `name` is "" where it does not stand there whole.
    """

    path: str
    line: int
    name: str
    values: set[str]


@rule
def phrase_exists(context: Guide) -> Findings:
    """
    A phrase that a template, script or module says stands in the catalog, and gets the values that it takes.
    """
    phrases = read_phrases(context.root, [])
    for use in uses(context.root) if phrases.entries else ():
        if not use.name:
            yield (
                use.path,
                use.line,
                "the name of a phrase is not whole here",
                'Write it out, like "checklist.count", so that a search finds it.',
            )
        elif use.name not in phrases.entries:
            yield (
                use.path,
                use.line,
                f'there is no phrase "{use.name}"',
                f"{did_you_mean(use.name, phrases.entries, ' ')} Add it to {PATH}, or fix its name.".strip(),
            )
        elif use.path.endswith((".html", ".txt", ".typ")) and isinstance(phrases.entries[use.name], dict):
            yield (
                use.path,
                use.line,
                f'"{use.name}" has forms for numbers, and a template cannot choose',
                "Let a script say it, or write it without a number.",
            )
        elif use.values != phrases.placeholders(use.name):
            yield (
                use.path,
                use.line,
                f'"{use.name}" takes {_listed(phrases.placeholders(use.name))}, and here it gets {_listed(use.values)}',
                f"Use the same names here and in {PATH}.",
            )


@rule
def phrase_is_used(context: Guide) -> Findings:
    """
    Each phrase of the catalog is said somewhere.
    """
    phrases = read_phrases(context.root, [])
    used = {use.name for use in uses(context.root)} if phrases.entries else set()
    for name in phrases.entries.keys() - used:
        yield (
            PATH,
            phrases.lines[name],
            f'nothing says the phrase "{name}"',
            "Delete it, or say it in a template, a script or a module.",
        )


@rule
def template_has_no_words(context: Guide) -> Findings:
    """
    A template has no words of its own: they stand in the catalog.
    """
    for file in _files(context.root / "overrides", ".html") + _files(context.root / "scripts", ".html", ".txt", ".typ"):
        reader = WordsOfTemplate()
        read = reader.read_look if file.suffix == ".typ" else reader.read
        read(file.read_text(encoding="utf-8"))
        said = 'say("its_group.its_key")' if file.suffix == ".typ" else "{{ phrases.its_group.its_key }}"
        for line, words in reader.found:
            yield (
                file.relative_to(context.root).as_posix(),
                line,
                f'"{_cut(words)}" stands in the template itself',
                f"Move it to {PATH}, and write {said} here.",
            )


def uses(root: Path) -> Iterator[Use]:
    """
    Yield each place in the templates, scripts and modules of the guide at `root` that says a phrase.
    """
    for file in _files(root / "overrides", ".html", ".js") + _files(root / "scripts", ".py", ".html", ".txt", ".typ"):
        path = file.relative_to(root).as_posix()
        yield from (Use(path, *use) for use in _uses_in_file(file, file.stat().st_mtime_ns))


@lru_cache(maxsize=1024)
def _uses_in_file(file: Path, stamp: int) -> list[tuple[int, str, set[str]]]:
    find = {".js": _uses_in_script, ".py": _uses_in_module, ".typ": _uses_in_look}.get(file.suffix, _uses_in_template)
    return list(find(file.read_text(encoding="utf-8")))


def _uses_in_template(text: str) -> Iterator[tuple[int, str, set[str]]]:
    for tag in TAG.finditer(text):
        names = list(NAME_IN_TEMPLATE.finditer(tag[0])) if not tag[0].startswith("{#") else []
        for name, end in zip(names, [*(after.start() for after in names[1:]), len(tag[0])], strict=False):
            line = text.count("\n", 0, tag.start() + name.start()) + 1
            yield line, f"{name[1]}.{name[2]}", set(VALUE_IN_TEMPLATE.findall(tag[0], name.end(), end))


def _uses_in_look(text: str) -> Iterator[tuple[int, str, set[str]]]:
    for call in CALL_IN_LOOK.finditer(text):
        values = text[call.end() + 1 :] if text[call.end()] == "," else ")"
        yield text.count("\n", 0, call.start()) + 1, call["name"], set(_keys(", {" + values))


def _uses_in_script(text: str) -> Iterator[tuple[int, str, set[str]]]:
    for call in CALL_IN_SCRIPT.finditer(text):
        yield (
            text.count("\n", 0, call.start()) + 1,
            call["name"] or "",
            set(_keys(text[call.end() :])) if call["name"] else set(),
        )


def _keys(text: str) -> Iterator[str]:
    """
    Yield the keys of the object that a call is given next: `, { count: 3, all }` has "count" and "all".
    """
    start = re.match(r"\s*,\s*\{", text)
    depth, piece = (1, "") if start else (0, "")
    for sign in text[start.end() :] if start else "":
        depth += (sign in "{([") - (sign in "})]")
        if depth == 0 or (depth == 1 and sign == ","):
            if piece.strip():
                yield piece.split(":")[0].strip()
            piece = ""
        else:
            piece += sign
        if depth == 0:
            return


def _uses_in_module(text: str) -> Iterator[tuple[int, str, set[str]]]:
    # To parse a module takes long.
    for node in ast.walk(ast.parse(text)) if CALL_IN_MODULE.search(text) else ():
        if isinstance(node, ast.Call) and "phrases" in (getattr(node.func, "id", ""), getattr(node.func, "attr", "")):
            first = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            name = first if isinstance(first, str) else ""
            yield node.lineno, name, {keyword.arg or "" for keyword in node.keywords}


class WordsOfTemplate(HTMLParser):
    """
    The words that stand in a template itself, with their lines, in `found`: text, spoken attributes, and sentences
    among the constants of Jinja.
    """

    def __init__(self):
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.silent = ""

    def read(self, text: str) -> None:
        for tag in TAG.finditer(text):
            for constant in CONSTANT.finditer(tag[0]) if not tag[0].startswith("{#") else ():
                if SENTENCE.search(constant[1] or constant[2] or ""):
                    self.found.append(
                        (text.count("\n", 0, tag.start() + constant.start()) + 1, constant[1] or constant[2])
                    )
        # The lines stay where they are.
        self.feed(TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text))
        self.close()

    def read_look(self, text: str) -> None:
        """
        Read a look of the typesetter: its constants, and what stands in brackets. What a line says behind "//" or in a
        message is for maintainers.
        """
        for number, line in enumerate(text.splitlines(), 1):
            for words in IN_LOOK.finditer(line.partition("//")[0].partition("message:")[0]):
                if SENTENCE_IN_LOOK.search(words[1] or words[2] or ""):
                    self.found.append((number, words[1] or words[2]))

    def handle_starttag(self, tag, attrs):
        self.silent = tag if tag in ("script", "style") else ""
        for name, value in attrs:
            if (SPOKEN.fullmatch(name) and LETTER.search(value or "")) or (
                name.startswith("data-") and re.match(r"[A-Z]", value or "")
            ):
                self.found.append((self.getpos()[0], value or ""))

    def handle_endtag(self, tag):
        self.silent = ""

    def handle_data(self, data):
        letter = LETTER.search(data)
        if letter and not self.silent:
            self.found.append((self.getpos()[0] + data.count("\n", 0, letter.start()), data))


def _files(folder: Path, *kinds: str) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix in kinds and not any(part.endswith(".egg-info") for part in file.parts)
    )


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:40]} …"
