"""
What the decision helper asks and says: the files of `routes/`.
What must fit together in them stands in `rules/graph.py`.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from guide.data.entry import Entries, Entry, Id, Text
from guide.data.lines import Line, Named, OtherRoute, Step, When


class Answer(Entry):
    """
    An answer, and where it leads: to the next question or to a situation. Where a situation asks the question, its
    answers lead nowhere and only say more of the case.
    """

    say: Text = Field(description="The answer in the parent's words.")
    more: Text | None = Field(None, description="A few words below it, where the answer alone says too little.")
    given: Text | None = Field(
        None,
        description='The answer as the rest of a sentence that begins with "If": "it is discipline". Needed where a '
        "line names the answer under `when:`.",
    )
    next: Id | None = Field(None, description="The question that follows.")
    situation: Id | None = Field(None, description="The situation that it leads to.")
    dates: list[Id] = Field([], description="The days that a parent may give with this answer.")
    least: int | None = Field(None, description="Where the guide counts: from so many on it is this answer.")


class Question(Entry):
    """
    A question. A path begins with the first of `questions.yml` and follows the answers until one leads to a situation,
    which may ask more. An answer `unsure` holds as long as nobody answered.
    """

    ask: Text = Field(description="The question.")
    why: Text | None = Field(None, description="Why we ask it, where that is no matter of course.")
    many: bool = Field(False, description="`true`: the parent may choose several answers.")
    counter: Literal["removals", "minutes"] | None = Field(
        None,
        description="What the guide counts for the parent: `removals`, school days out of school; `minutes` of a "
        "service that were not given.",
    )
    answers: Annotated[dict[str, Answer], Field(min_length=1, description="Its answers, in order.")]


class AskedDate(Entry):
    """
    A day that a parent may give. It may always be left open: who must act today may not know the day.
    """

    label: Text = Field(description="How the day is asked for.")
    hint: Text = Field(description="What counts as that day.")
    may_be: Literal["past", "any"] = Field(description="`past`: it must have happened; `any`: it may still come.")
    say: Text | None = Field(None, description="What to do by that day, where it is itself a limit.")


class Note(Entry):
    """
    What is said in every situation to whom it concerns, such as a family that needs another language.
    """

    title: Text = Field(description="What stands above it.")
    text: Text = Field(description="What it says.")
    when: When = Field(description="When it holds, as in a line.")
    claims: dict[Id, Id] = Field({}, description="What it says of the law, as in a line.")
    letters: list[Id] = Field([], description="The letters for it.")
    limits: list[Id] = Field([], description="The time limits for it.")


class TimeLimit(Entry):
    """
    A time limit that may run; its key is that of its fact, which holds the number.
    """

    name: Text = Field(description="What it is called.")
    event: Id = Field(description="The event of the limit meant, for a fact may have several.")
    counted_from: list[Id] = Field(
        description="The days it may be counted from, the best first; `[]` where no day can be given."
    )
    say: Text = Field(description="What must be done by then.")


class Claim(Entry):
    """
    Something that lines say of the law, and what can be true of it.
    """

    about: Text = Field(description="What it is about, in a few words.")
    values: Annotated[
        dict[str, list[Id]], Field(min_length=2, description="What may be said of it, each with the facts that say so.")
    ]
    always: dict[Id, When] = Field({}, description="By value: where nothing else can be true.")


class Route(Entry):
    """
    A way to go on, with what speaks for and against it. Parents see the routes in the order of the file.
    """

    title: Text = Field(description="Its name.")
    page: Text = Field(description="The page that explains it, or a part of one.")
    special: bool = Field(False, description="`true`: shown only where a situation names it.")
    short: Text | None = Field(
        None, description="Its name in the comparison of routes; a route without it is not compared."
    )
    compared: dict[Id, Text] = Field(
        {}, description="By the rows of `routes/comparison.yml`: what holds for it, in six words at most."
    )
    what: Text = Field(description="What it is, in a sentence or two.")
    plus: Annotated[list[Line], Field(min_length=1, description="What speaks for it.")]
    minus: Annotated[list[Line], Field(min_length=1, description="What speaks against it.")]
    does_not: Annotated[list[Line], Field(min_length=1, description="What it does not do.")]
    otherwise: list[OtherRoute] = Field(
        [],
        description="What is said of it where a situation says nothing; the first line that holds. A special route "
        "needs none.",
    )


class Situation(Entry):
    """
    A way in that families come by, and what the guide answers. Of `headline`, `today`, `closed`, `this_week` and `by`
    the first line that holds is shown, of the other parts all that hold.
    """

    title: Text = Field(description="The situation in the parent's words, as the title of its page.")
    group: Id = Field(description="The group of the list that it stands in, of `routes/groups.yml`.")
    was: list[Id] = Field([], description="Anchors of the helper's page that led to it before: `result-rule-broken`.")
    first: list[Id] = Field([], description="The questions asked before its result is shown.")
    asks: list[Id] = Field([], description="The questions that refine the result, the one that changes most first.")
    headline: Annotated[list[Line], Field(min_length=1, description="What to do, with its day where one runs.")]
    because: Annotated[list[Line], Field(min_length=1, description="Why, in a sentence or two.")]
    today: Annotated[list[Step], Field(min_length=1, description="The first step.")]
    closed: Annotated[list[Step], Field(min_length=1, description="What to do if nobody answers.")]
    this_week: list[Step] = Field([], description="What comes next.")
    by: list[Step] = Field([], description="What must be done by a day.")
    warn: list[Line] = Field(
        [], description="What costs a right or a day where nobody says it; what mediation does not do."
    )
    routes: Annotated[
        list[Named], Field(min_length=1, description="The routes that fit best, in order; two at most are shown.")
    ]
    others: dict[Id, list[OtherRoute]] = Field(
        {}, description="By route: why it is not first here; the first line that holds."
    )
    limits: list[Named] = Field([], description="The time limits that may run.")
    letters: list[Named] = Field([], description="The letters, in the order in which they are needed.")
    find_out: list[Line] = Field([], description="What it depends on that only others can tell.")
    checklist: Id | None = Field(None, description="The checklist for it.")
    plan: Id | None = Field(None, description="The plan for it.")
    help: Annotated[list[Named], Field(min_length=1, description="Facts that say who can help.")]


@dataclass
class Routes:
    """
    The whole folder: what the helper asks, and what it says then.
    """

    questions: Entries[Question] = field(default_factory=lambda: Entries("question"))
    details: Entries[Question] = field(default_factory=lambda: Entries("detail"))
    dates: Entries[AskedDate] = field(default_factory=lambda: Entries("date"))
    notes: Entries[Note] = field(default_factory=lambda: Entries("note"))
    time_limits: Entries[TimeLimit] = field(default_factory=lambda: Entries("time limit"))
    claims: Entries[Claim] = field(default_factory=lambda: Entries("claim"))
    groups: Entries[str] = field(default_factory=lambda: Entries("group"))
    checklists: Entries[str] = field(default_factory=lambda: Entries("checklist"))
    plans: Entries[str] = field(default_factory=lambda: Entries("plan"))
    routes: Entries[Route] = field(default_factory=lambda: Entries("route"))
    compared: Entries[str] = field(default_factory=lambda: Entries("row of the comparison"))
    situations: Entries[Situation] = field(default_factory=lambda: Entries("situation"))

    @property
    def asked(self) -> Entries[Question]:
        """
        The questions of the tree and those that situations ask, together.
        """
        together: Entries[Question] = Entries("question")
        together |= self.questions | self.details
        return together

    @property
    def parts(self) -> list[Entries]:
        """
        All of them, in the order in which they build on each other.
        """
        return [
            self.questions,
            self.details,
            self.dates,
            self.notes,
            self.time_limits,
            self.claims,
            self.groups,
            self.checklists,
            self.plans,
            self.routes,
            self.situations,
        ]
