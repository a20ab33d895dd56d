"""
Two tabs on several children, by chance: whatever is opened, typed, kept, erased and loaded again, no word gets into another
child's file, and none that was kept is lost.
"""

from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from filled import kept_in, page_key
from kept_work import REQUEST, SAVED, START, WAY, caught_up, field, keep, open_file, press, write
from letter_form import unshown

BY_CHANCE = settings(
    max_examples=5,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
DEEDS = ["open", "begin", "type", "type", "half", "keep", "erase", "reload"]
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1), st.integers(0, 3)), min_size=8, max_size=8)


class Family:
    """
    What should be kept, and which child each tab is on; each deed is done in the browser and here.
    """

    def __init__(self, tabs, address):
        self.tabs, self.address = tabs, address
        self.numbers = count(1)
        # What was kept last of each child, in the order in which the files were begun.
        self.ways: dict[str, str] = {}
        self.on: list[str | None] = [None, None]
        self.opened = ""
        self.half: list[str | None] = [None, None]

    def word(self, child: str | None) -> str:
        return f"{child} {next(self.numbers)}"

    def visit(self, tab: int, path: str):
        """
        Half a word is kept on leaving, if its file is still there.
        """
        if self.half[tab] and self.on[tab] in self.ways:
            self.ways[self.on[tab]] = self.half[tab]
        self.half[tab] = None
        self.tabs[tab].goto(self.address + path)
        if self.on[tab] not in self.ways:
            self.on[tab] = self.opened or None

    def begin(self, tab: int, _):
        """
        A file for another child, with the name and a first word.
        """
        child = f"Child-{next(self.numbers)}"
        page = self.tabs[tab]
        self.visit(tab, SAVED)
        if self.ways:
            press(page, START)
        page.goto(self.address + REQUEST)
        write(page, "Child's name", child)
        keep(page)
        self.ways[child] = self.word(child)
        write(page, WAY, self.ways[child])
        self.on[tab] = self.opened = child

    def open(self, tab: int, number: int):
        if len(self.ways) > 1:
            child = list(self.ways)[number % len(self.ways)]
            self.visit(tab, SAVED)
            open_file(self.tabs[tab], child)
            self.on[tab] = self.opened = child
            self.visit(tab, REQUEST)

    def type(self, tab: int, _):
        word = self.word(self.on[tab])
        write(self.tabs[tab], WAY, word)
        self.half[tab] = None
        if self.on[tab] in self.ways:
            self.ways[self.on[tab]] = word

    def half_type(self, tab: int, _):
        self.half[tab] = self.word(self.on[tab])
        field(self.tabs[tab], WAY).fill(self.half[tab])

    def keep(self, tab: int, _):
        if self.on[tab] in self.ways:
            keep(self.tabs[tab])
            self.ways[self.on[tab]] = self.half[tab] or self.ways[self.on[tab]]
            self.half[tab] = None

    def erase(self, tab: int, _):
        if len(self.ways) > 1:
            self.visit(tab, SAVED)
            gone = self.on[tab]
            press(self.tabs[tab], f"Erase {gone}'s file")
            press(self.tabs[tab], "Yes, erase it")
            del self.ways[gone]
            first = next(iter(self.ways))
            self.on[tab] = first
            self.opened = first if self.opened == gone else self.opened
            other = 1 - tab
            # With half a word typed, a page stays with what is no more.
            if self.on[other] == gone and not self.half[other]:
                self.on[other] = self.opened
            self.visit(tab, REQUEST)

    def reload(self, tab: int, _):
        self.visit(tab, REQUEST)

    def check(self, tab: int):
        """
        Each child's file has its words, as the tab of the last deed kept them, and each tab shows those of its child.
        """
        caught_up(
            self.tabs[1 - tab], self.tabs[tab].evaluate("key => localStorage.getItem(key)", page_key(self.tabs[tab]))
        )
        files = kept_in(self.tabs[tab])["files"].values()
        works = [file["parts"]["answers"]["work"] for file in files]
        kept = {
            work["fields"]["child-name"]: work["letters"]["mediation-request"]["fields"]["delivery-way"]
            for work in works
        }
        assert (self.ways, len(self.ways)) == (kept, len(works))
        for page, child, half in zip(self.tabs, self.on, self.half, strict=True):
            if child in self.ways:
                expect(unshown(page, "Child's name")).to_have_value(child)
                expect(unshown(page, WAY)).to_have_value(half or self.ways[child])
            elif half:
                expect(unshown(page, "Child's name")).to_have_value("")
                expect(unshown(page, WAY)).to_have_value(half)


@BY_CHANCE
@given(steps=STEPS)
def test_two_tabs_never_mix_two_children(steps, context, address):
    """
    Eight deeds in two tabs, five times: each child's file has what was kept of that child last, and nothing else.
    """
    tabs = [context.new_page(), context.new_page()]
    for page in tabs:
        page.on("dialog", lambda question: question.accept())
        page.goto(address + REQUEST)
    family = Family(tabs, address)
    family.begin(0, 0)
    family.visit(1, REQUEST)
    family.check(0)
    for deed, tab, number in steps:
        getattr(family, {"half": "half_type"}.get(deed, deed))(tab, number)
        family.check(tab)
    tabs[0].evaluate("localStorage.clear()")
    for page in tabs:
        page.close()
