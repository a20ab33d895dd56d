"""
Pages as their authors wrote them, with line numbers.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from guide.grammar import FACT_MARK_SLIP, LIST_MARK, item_words, parse_fence, parse_option

COMMENT = re.compile(r"^\s*<!--.*-->\s*$")
CODE_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
# Where a host's own pages stand.
LOCAL = "docs/local/"
TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
SENTENCE = re.compile(rf"\S.*?(?:(?<!\b[A-Za-z])[.!?][\"”’')*]*(?:{FACT_MARK_SLIP.pattern})*(?=\s|$)|$)")


@dataclass(frozen=True)
class Block:
    """
    A `/// name | title` of a page. Lines count from 1; `end` is that of its closing `///`,
    or of the page's last line where the author forgot it.
    """

    name: str
    title: str
    line: int
    end: int
    closed: bool
    options: dict[str, tuple[str, int]]

    @property
    def id(self) -> str:
        return self.options.get("id", ("", 0))[0]


@dataclass(frozen=True)
class Heading:
    """
    A heading of a page: its depth (1 to 6), its words and its line.
    """

    depth: int
    text: str
    line: int


@dataclass
class Page:
    """
    One Markdown file.

    `path` counts from the repository root and has forward slashes. `lines` are the whole file; `lines[0]` is line 1.
    `meta` is the front matter, `body_line` the line where the text starts.
    """

    path: str
    lines: list[str]
    meta: dict = field(default_factory=dict)
    body_line: int = 1

    @property
    def is_local(self) -> bool:
        """
        Whether it is a host's own page.
        """
        return self.path.startswith(LOCAL)

    def meta_line(self, key: str) -> int:
        """
        The line of a key of the front matter, 1 where it is not there.
        """
        return next((n for n, line in enumerate(self.lines[: self.body_line - 1], 1) if line.startswith(f"{key}:")), 1)

    @cached_property
    def numbered(self) -> list[tuple[int, str]]:
        """
        The lines of the text with their numbers, without what stands in code fences; a line that is a comment is empty.
        """
        kept, fence = [], ""
        for number, line in enumerate(self.lines[self.body_line - 1 :], self.body_line):
            mark = CODE_FENCE.match(line)
            if fence:
                fence = "" if mark and mark[1].startswith(fence) else fence
            elif mark:
                fence = mark[1]
            else:
                kept.append((number, "" if COMMENT.match(line) else line))
        return kept

    @cached_property
    def blocks(self) -> list[Block]:
        """
        All blocks in the order of their first lines.
        """
        found, open_blocks = [], []
        lines = self.numbered
        for index, (number, line) in enumerate(lines):
            if not (fence := parse_fence(line)):
                continue
            if fence.name:
                options = {}
                for option_number, option_line in lines[index + 1 :]:
                    if not (option := parse_option(option_line)):
                        break
                    options[option.key] = (option.value, option_number)
                open_blocks.append((fence, number, options))
            elif open_blocks and open_blocks[-1][0].marks == fence.marks:
                begin, start, options = open_blocks.pop()
                found.append(Block(begin.name, begin.title, start, number, True, options))
        last = len(self.lines)
        found += [Block(begin.name, begin.title, start, last, False, options) for begin, start, options in open_blocks]
        return sorted(found, key=lambda block: block.line)

    def inside(self, block: Block) -> list[tuple[int, str]]:
        """
        The lines between a block's options and its closing `///`.
        """
        last_option = max([line for _, line in block.options.values()], default=block.line)
        stop = block.end if block.closed else block.end + 1
        return [(n, line) for n, line in self.numbered if last_option < n < stop]

    @cached_property
    def headings(self) -> list[Heading]:
        return [Heading(len(match[1]), match[2], n) for n, line in self.numbered if (match := HEADING.match(line))]

    @cached_property
    def paragraphs(self) -> list[tuple[int, str]]:
        """
        What a parent reads as running text: paragraphs, list items and table cells, each with the line it starts on.
        Headings, fences, options and letters are left out.
        """
        skipped = set()
        for block in self.blocks:
            skipped |= {block.line, block.end} if block.closed else {block.line}
            skipped |= {line for _, line in block.options.values()}
            if block.name == "letter":
                skipped |= set(range(block.line, block.end + 1))

        found: list[tuple[int, str]] = []
        growing = False
        for number, line in self.numbered:
            if number in skipped or not line.strip() or HEADING.match(line) or line.startswith("<!--"):
                growing = False
            elif line.lstrip().startswith("|"):
                growing = False
                if not TABLE_RULE.match(line):
                    found += [(number, cell.strip()) for cell in line.strip().strip("|").split("|") if cell.strip()]
            elif growing and not LIST_MARK.match(line):
                found[-1] = (found[-1][0], f"{found[-1][1]}\n{line.strip()}")
            else:
                growing = True
                found.append((number, item_words(line)))
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, str]]:
        """
        The sentences of the running text, each with the line it starts on and with the marks of the facts it cites.
        """
        return [
            (line + text.count("\n", 0, match.start()), match[0].strip())
            for line, text in self.paragraphs
            for match in SENTENCE.finditer(text.replace("\n", " "))
        ]

    @cached_property
    def plain_sentences(self) -> list[tuple[int, str]]:
        """
        The words of the sentences, each with the line it starts on.
        """
        return [(line, plain(sentence)) for line, sentence in self.sentences]


def plain(text: str) -> str:
    """
    Return the words of a piece of Markdown without marks of facts, links and emphasis.
    """
    if "[" in text:
        text = FACT_MARK_SLIP.sub("", text)
        text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return text.replace("**", "").replace("*", "").replace("`", "").strip()
