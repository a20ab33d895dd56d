"""
The blocks and marks an author may write, as one Markdown extension: `guide.blocks`.
"""

import os
from datetime import date
from pathlib import Path

from pymdownx.blocks import BlocksExtension

from guide.blocks.blank import Blank, SpokenBlanks
from guide.blocks.boxes import Answer, Doors, Downloads, Fold, NextStep, WarningBox
from guide.blocks.case import Case
from guide.blocks.checklist import Checklist, Plan, Review
from guide.blocks.deadlines import Deadlines
from guide.blocks.due import Due
from guide.blocks.facts import FactMark, Sources
from guide.blocks.kit import Kit
from guide.blocks.law import Law
from guide.blocks.letter import Letter
from guide.blocks.letter_page import AfterLetter
from guide.blocks.lines import DayMark, LinksFromRoot
from guide.blocks.listings import OrganizationCard, WordList
from guide.blocks.our_file import OurFile
from guide.blocks.reader import ReadPaper
from guide.blocks.route_helper import RouteHelper
from guide.blocks.routes import FamilyNotes, RouteComparison, RouteTable
from guide.blocks.saved import Saved
from guide.blocks.script import Reply, Script
from guide.blocks.search import Search
from guide.blocks.situation import SituationPage
from guide.blocks.tracker import Tracker
from guide.blocks.which_letter import WhichLetter
from guide.data import read_data
from guide.phrases import read_phrases

BLOCKS = (
    Answer,
    WarningBox,
    NextStep,
    Doors,
    Downloads,
    Fold,
    Checklist,
    Plan,
    Review,
    Letter,
    Script,
    Reply,
    RouteHelper,
    RouteTable,
    RouteComparison,
    SituationPage,
    FamilyNotes,
    Tracker,
    OurFile,
    ReadPaper,
    Case,
    Deadlines,
    Saved,
    Search,
    Kit,
    Law,
    Due,
    WhichLetter,
    WordList,
    OrganizationCard,
)
BY_NAME = {block.NAME: block for block in BLOCKS}


class GuideExtension(BlocksExtension):
    """
    Adds our blocks, the blanks `[Label]` and the marks of facts `[^fact-id]`.
    """

    def __init__(self, **settings):
        self.config = {
            "data": ["docs/_data", "The folder of the data files."],
            "day": ["", "The day on which facts are due; empty for today."],
        }
        super().__init__(**settings)

    def extendMarkdownBlocks(self, md, block_mgr):
        folder = Path(os.fspath(self.getConfig("data"))).resolve()
        data = read_data(folder)
        phrases = read_phrases(folder.parent.parent, [])
        day = date.fromisoformat(self.getConfig("day")) if self.getConfig("day") else None
        for block in BLOCKS:
            block_mgr.register(block, {"data": data, "phrases": phrases, "docs": folder.parent, "day": day})
        # Above "reference" (170), which would take a label for a link.
        md.inlinePatterns.register(FactMark(data, md), "guide-fact", 178)
        md.inlinePatterns.register(Blank(data, md), "guide-blank", 176)
        md.inlinePatterns.register(DayMark(data, md), "guide-day", 177)
        # After "inline" (20), when all links are there, and before links between pages are looked at (0).
        md.treeprocessors.register(LinksFromRoot(md), "guide-links-from-root", 16)
        md.treeprocessors.register(AfterLetter(phrases, md), "guide-after-letter", 16.5)
        # After "inline" (20), when all marks are there, and before "attr_list" (8).
        md.treeprocessors.register(Sources(data, phrases, md), "guide-sources", 15)
        md.treeprocessors.register(SpokenBlanks(phrases, md), "guide-spoken-blanks", 14)


def makeExtension(**settings):
    """
    Return the extension, as Python-Markdown asks for it by the module's name.
    """
    return GuideExtension(**settings)
