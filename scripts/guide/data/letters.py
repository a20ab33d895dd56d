"""
What a letter must hold, and the blanks that letters share.
"""

from typing import Annotated, Literal

from pydantic import Field

from guide.data.entry import Entry, Id, Text

# The groups in which a letter is asked for, one after the other.
Step = Literal["you", "child", "problem", "ask", "send"]


class Section(Entry):
    """
    A section that a letter must have, with the fields and phrases that must stand in it.
    """

    id: Id = Field(
        description="Its lasting name, by which pages, books and scripts know it, whatever its heading says."
    )
    heading: Text = Field(description="The words behind `## ` in the letter, exactly.")
    fields: list[Id] = Field(
        description="The blanks that must stand in it, by their keys in `fields.yml`; `[]` for none."
    )
    phrases: list[Text] = Field(
        description="Words that must stand in it, outside the blanks; capitals do not matter; `[]` for none. "
        "One to six words each, none inside another."
    )
    step: Step = Field(
        "problem",
        description="The group in which its blanks and choices are asked for: `you`, `child`, `problem`, `ask` or "
        "`send`. A blank about the parent or the child, or with a `step` of its own, is asked for in that.",
    )
    why: Text = Field(description="Why it must be there, and by which rule; whoever loses the section reads it.")


class Statement(Entry):
    """
    What a letter states of a day, and that a parent's own dates can make false: "I file within 180 days of that day".
    When the day contradicts it, the field says `otherwise`, and the sentence stays out of the letter.
    """

    field: Id = Field(description="The day, by its key in `fields.yml`; of the kind `date`.")
    fact: Id = Field(description="The fact whose limit counts from that day.")
    holds: Literal["within", "after"] = Field(
        description="`within`: true until the limit ends; `after`: true once it has ended."
    )
    choice: Id | None = Field(
        None, description="The id of the choice that states it; left out if each line with the field's blank does."
    )
    otherwise: Text = Field(
        description="What the field says then; "
        "`{limit}` is the limit's length, `{last}` its last day, so write no number."
    )


class WithoutDay(Entry):
    """
    What the letter says in place of some words where the parent leaves out a day that only they set.
    """

    words: Text = Field(description="The words that go, exactly as in the letter, with the blank in them.")
    write: Text = Field(description="What stands there then, so that the sentence still reads.")


class LetterRule(Entry):
    """
    What a letter must hold, so that no later change of style drops what it is for.
    A file a letter, in `letters/`; its name is the letter's id, the name of its page and of its downloads.
    """

    title: Text = Field(description="The letter's subject, and the title of its block.")
    kind: Literal["letter", "worksheet", "sheet"] = Field(
        "letter",
        description="A `worksheet` is filled in for a talk with a lawyer, a `sheet` for the parent's own use: "
        "neither is sent.",
    )
    to: Text = Field(description="Who gets it, and who gets a copy.")
    required_sections: Annotated[
        list[Section], Field(min_length=1, description="The sections it must have, in this order; it may have more.")
    ]
    about_you: list[Id] = Field(
        [], description="The choices that say who writes, by their ids: they are asked for with the parent's name."
    )
    statements: list[Statement] = Field([], description="What the letter states of a day.")
    without_day: list[WithoutDay] = Field(
        [], description="What changes in the letter where the parent leaves out a day that may be left out."
    )
    facts: list[Id] = Field(description="The facts that its page cites; an address in the letter is in one of them.")


class Offer(Entry):
    """
    An answer that a blank offers as a button.
    """

    label: Text = Field(description="The words on the button.")
    answer: Text = Field(description="What it writes into the letter.")
    note: Text = Field(description="One line that the button brings: how this way gives proof.")


class BlankField(Entry):
    """
    A blank that letters may hold. All letters share them: a parent types a name once.
    Its key stays for ever, since parents' devices remember it.
    """

    label: Text = Field(
        description="The words in the letter between the square brackets, and above the field on screen; "
        "change them in each letter, too."
    )
    hint: str = Field(description='A short help below the label, or `""`.')
    kind: Literal["text", "date", "phone", "email", "long", "list", "signature"] = Field(
        description="`long`: several lines, alone on its line; `list`: one line a thing, alone in an item of a list; "
        "`signature`: by hand, no field on screen."
    )
    group: Literal["you", "child", "dispute", "letter"] = Field(
        description="When it is asked for. `you`, `child`, `dispute`: typed once, kept for all letters; "
        "`letter`: belongs to the one letter."
    )
    example: Text = Field(description="A made-up answer, never a real child's; of a list, one line for each thing.")
    optional: bool = Field(
        description="`true`: the letter is whole without it, so it stands alone on its line; "
        "`false`: the letter needs it, or needs it when its choice is ticked."
    )
    number: Text | None = Field(
        None, description="The word that the letter writes before a number typed alone: `grade` makes 6 into grade 6."
    )
    autocomplete: Text | None = Field(
        None, description="What the browser may fill in by itself, such as `street-address`."
    )
    when: Literal["past"] | None = Field(
        None, description="`past` for a date that cannot lie ahead when the letter goes out."
    )
    step: Step | None = Field(
        None,
        description="The group in which it is asked for in every letter: `you`, `child`, `problem`, `ask` or `send`. "
        "Without it, its `group` decides for `you` and `child`, and else the section in which it stands.",
    )
    question: Text | None = Field(
        None,
        description="The question of the screen that it begins, where a group has too many blanks for one.",
    )
    preset: Literal["today"] | None = Field(None, description="`today`: the day on which the letter is written.")
    offers: list[Offer] = Field([], description="Answers to pick, as buttons above the blank.")
    offers_days: bool = Field(
        False, description="`true`: offers days on which offices are open, in 10 days and in two weeks."
    )
    leave_out: bool = Field(
        False,
        description="`true`: among the days offered is none at all; each letter with this blank says in `without_day` "
        "how it reads then. One blank of a letter at most.",
    )
    cites: bool = Field(
        False, description="`true`: facts, of several lines, for which a paper of the family's file can be named."
    )
