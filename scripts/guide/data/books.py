"""
What a printed book and a poster are, and a term of the glossary.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.data.entry import Entry, Id, Text, at_most


class Part(Entry):
    """
    A part of a printed book. With one page it takes that page's place in the list of contents;
    with sheets of letters it begins with a page that says what each is for.
    """

    id: Id | None = Field(None, description="The end of the name of its file in large print.")
    title: Text = Field(description="What stands above its pages.")
    pages: list[Text] = Field(
        [],
        description="Pages of `docs/` in the order of reading: `page.md` is the whole page; "
        "`page.md#section` goes from that heading to the next one of its depth, or is the block of that id.",
    )
    posters: list[Id] = Field([], description="Posters that follow its pages, by their keys in `posters.yml`.")

    @model_validator(mode="after")
    def prints_something(self) -> "Part":
        if not self.pages and not self.posters:
            raise ValueError("it has no pages", 'Name them: "pages: [page.md]", or leave the part out.')
        return self


class Book(Entry):
    """
    A printed book. Its key is the name of its file among the downloads.
    """

    title: Annotated[Text, at_most(60)] = Field(description="What the cover says.")
    subtitle: Annotated[Text, at_most(250)] = Field(description="What the cover says below that.")
    zip: bool = Field(False, description="`true`: also a zip file of the book and all letters as Word files.")
    large: bool = Field(False, description="`true`: also in large print, whole and by part; each part has an `id`.")
    parts: Annotated[list[Part], Field(min_length=1, description="Its parts, in the order of printing.")]

    @model_validator(mode="after")
    def parts_have_names(self):
        ids = [part.id for part in self.parts]
        if self.large and (None in ids or len(set(ids)) < len(ids)):
            raise ValueError("a part of a book in large print has no id of its own", 'Add "id:" to each part.')
        return self


class Poster(Entry):
    """
    A poster, or a sheet for the wall. Its key is the name of its file among the downloads. What a page says is taken
    from the page; only the words that stand on no page are written here.
    """

    kind: Literal["route-map", "ten-days", "limits", "phones", "month", "helper", "log"] = Field(
        description="How it is drawn, and so what it needs; what is missing is told by name."
    )
    title: Text = Field(description="Its title.")
    about: Text = Field(description="One sentence below the title.")
    pages: Annotated[
        list[Text],
        Field(
            min_length=1,
            description="Where its words come from, as a book names pages: its table, plan, list or sheet to fill in. "
            "Its square leads to the first.",
        ),
    ]
    columns: dict[str, Text] = Field(
        {}, description="By what the poster does with it: the head of a column of the table."
    )
    words: dict[str, Text] = Field({}, description="By where they stand on it: words that no page has.")
    framed: list[Text] = Field([], description="The bold words with which the paragraphs in its frame begin.")
    rows: list[Id] = Field([], description="The facts cited by the rows it has; without this, it has all rows.")
    last_days: list[int] = Field([], description="The days of the plan that may not pass; each has a filled diamond.")


class Term(Entry):
    """
    A term explained. Its key is its lasting address on the page of the glossary.
    """

    term: Text = Field(description="The term.")
    meaning: Text = Field(description="One to three very plain sentences.")
    also: list[Text] = Field(description='Other names for it, shown behind "Also called".')
    see: list[Id] = Field(description="Other terms of the glossary, by their keys.")
    facts: list[Id] = Field(description="The facts it cites; a meaning that states law names them.")
    heard: bool = Field(False, description="`true`: families hear it elsewhere, though no page of the guide uses it.")

    @property
    def names(self) -> list[str]:
        """
        What a page may call it: the term, its short form in brackets, and its other names.
        """
        term, bracket, short = self.term.removesuffix(")").partition("(")
        names = (term.rstrip(), short) if bracket and self.term.endswith(")") else (self.term,)
        return [name for name in (*names, *self.also) if name]
