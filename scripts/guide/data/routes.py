"""
What the decision helper asks and says: the files of `routes/`.
What must fit together in them stands in `rules/graph.py`.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.data.entry import Entries, Entry, Id, Text, Texts


class Answer(Entry):
    """
    An answer, and where it leads. With both `next` and `result` the result is shown at once, and the parent may go on.
    """

    say: Text = Field(description="The answer in the parent's words.")
    next: Id | None = Field(None, description="The question that follows.")
    result: Id | None = Field(None, description="The result it gives.")
    date: Id | None = Field(None, description="A day that the parent gives with this answer.")
    note: Id | None = Field(None, description="A note that is added to the result.")


class Question(Entry):
    """
    A question. A path begins with the first of `questions.yml` and follows the answers until one gives a result.
    Those of `details.yml` are asked by a result; their answers lead nowhere, they only add a day or a note.
    """

    ask: Text = Field(description="The question.")
    why: Text = Field(description="Why we ask it.")
    many: bool = Field(False, description="`true`: the parent may choose several answers; for details only.")
    answers: Annotated[dict[str, Answer], Field(min_length=1, description="Its answers, in order.")]


class AskedDate(Entry):
    """
    A day that a parent may give.
    """

    label: Text = Field(description="How the day is asked for.")
    hint: Text = Field(description="What counts as that day.")
    may_be: Literal["past", "any"] = Field(description="`past`: it must have happened; `any`: it may still come.")
    optional: bool = Field(False, description="`true`: the parent may leave it open.")
    say: Text | None = Field(None, description="What to do by that day, where it is itself a limit.")


class Note(Entry):
    """
    What is said besides the result, because of an answer.
    """

    title: Text = Field(description="What stands above it.")
    text: Text = Field(description="What it says.")
    letters: list[Id] = Field(description="The letters for it; `[]` for none.")


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


class NotNow(Entry):
    """
    How a route fits where a result does not name it, and why not now.
    """

    how: Literal["could", "later", "less"] = Field(description="As in a result.")
    why: Text = Field(description="Why not now.")


class ForMost(Entry):
    """
    A reason for a route that does not hold everywhere.
    """

    say: Text = Field(description="The reason.")
    not_in: Annotated[
        list[Id], Field(min_length=1, description="The results that leave it out, because it does not hold there.")
    ]


class Route(Entry):
    """
    A way to go on, with what speaks for and against it. Parents see the routes in the order of the file.
    """

    title: Text = Field(description="Its name.")
    page: Text = Field(description="The page that explains it, or a part of one.")
    special: bool = Field(False, description="`true`: shown only where a result names it.")
    what: Text = Field(description="What it is, in a sentence or two.")
    for_most: ForMost | None = Field(None, description="A reason for it that some results leave out.")
    reasons_for: Texts = Field(description="What speaks for it.")
    reasons_against: Texts = Field(description="What speaks against it.")
    does_not: Text = Field(description="What it does not do.")
    not_now: NotNow | None = Field(
        None, description="What is said where a result does not name it; a special route needs none."
    )

    @model_validator(mode="after")
    def says_why_not_now(self):
        if not self.special and not self.not_now:
            raise ValueError('a route that is not special needs "not_now"', 'Add "not_now:" with "how:" and "why:".')
        return self


class Result(Entry):
    """
    What the answers lead to: the first step, the right route or two, and why not each other one.
    """

    title: Text = Field(description="What to do, in a sentence.")
    when: Text = Field(description="When it applies.")
    act_today: bool = Field(False, description="`true` where nothing may wait.")
    first: Text = Field(description="The first step, today.")
    routes: Annotated[list[Id], Field(min_length=1, max_length=2, description="The right route, or two at once.")]
    together: Text | None = Field(None, description="How two go together.")
    why: Texts = Field(description="Why this is right.")
    could: dict[str, Text] = Field({}, description="By route: why it could also fit.")
    later: dict[str, Text] = Field({}, description="By route: why to keep it open.")
    less: dict[str, Text] = Field({}, description="By route: why it fits less well.")
    find_out: list[Text] = Field([], description="What it depends on.")
    letters: list[Id] = Field(description="The letters for it; `[]` for none.")
    checklist: Id | None = Field(None, description="The checklist for it.")
    plan: Id | None = Field(None, description="The plan for it.")
    limits: list[Id] = Field(description="The time limits that may run; `[]` for none.")
    help: Annotated[list[Id], Field(min_length=1, description="Facts that say who can help.")]
    asks: list[Id] = Field(description="The details it asks for; `[]` for none.")
    close: dict[str, Id] = Field(
        {}, description="By limit: the result that takes this one's place when the limit ends within 60 days."
    )
    past: dict[str, Id] = Field(
        {}, description="By limit: the result that takes this one's place when the limit has passed."
    )

    @model_validator(mode="after")
    def says_how_two_go_together(self):
        if len(self.routes) == 2 and not self.together:
            raise ValueError('two routes need "together"', "Add it: say how the two go together.")
        return self

    @property
    def fits(self) -> dict[str, dict[str, str]]:
        """
        How other routes fit, and why not now: by could, later, less.
        """
        return {"could": self.could, "later": self.later, "less": self.less}


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
    checklists: Entries[str] = field(default_factory=lambda: Entries("checklist"))
    plans: Entries[str] = field(default_factory=lambda: Entries("plan"))
    routes: Entries[Route] = field(default_factory=lambda: Entries("route"))
    results: Entries[Result] = field(default_factory=lambda: Entries("result"))

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
            self.checklists,
            self.plans,
            self.routes,
            self.results,
        ]

    def others(self, result: Result) -> list[tuple[str, str, str]]:
        """
        Return each route that a result does not name as right:
        its key, how it fits (could, later, less), and why not now.
        """
        fit = {key: (route.not_now.how, route.not_now.why) for key, route in self.routes.items() if route.not_now}
        fit |= {key: (how, why) for how, routes in result.fits.items() for key, why in routes.items()}
        order = {"could": 0, "later": 1, "less": 2}
        listed = [(key, *fit[key]) for key in self.routes if key in fit and key not in result.routes]
        return sorted(listed, key=lambda row: order[row[1]])
