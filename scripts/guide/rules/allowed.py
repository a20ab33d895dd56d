"""
What may stand on a built page: elements with their attributes, values of attributes, and how an address may begin. What
is not listed here is a problem, so that nobody has to think of all that a browser could run, load or follow.

A new element or attribute of a template gets its line here, with the reason.
"""

# What each element may have: names and hints, all of which only say something.
EVERYWHERE = frozenset(
    {
        "class",  # how it looks
        "id",  # what a link, a label or a script finds it by
        "lang",  # how a screen reader says it
        "dir",  # which way it is read
        "hidden",  # what is not shown yet
        "role",  # what it is for a screen reader
        "tabindex",  # that the keyboard reaches it
        "title",  # what it is called
    }
)
# Names that begin so, on each element: what our scripts and print read; what a screen reader says.
FAMILIES = ("data-", "aria-")

_NONE: tuple[str, ...] = ()
_DRAWN = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform", "clip-path", "mask")
# Each element, with its own attributes.
ELEMENTS: dict[str, tuple[str, ...]] = {
    # The frame of a page.
    "html": ("lang",),  # the whole page
    "head": _NONE,  # what is said of it
    "body": _NONE,  # what is shown of it
    "title": _NONE,  # the name of its tab, and of a drawing
    "meta": ("charset", "name", "content", "http-equiv", "property"),  # what is said to browsers; see VALUES
    "link": ("rel", "href", "type", "sizes"),  # its address, style sheet and icon; see VALUES
    "script": ("src", "defer", "type"),  # the guide's own files, and data: `page-runs-own-scripts`
    "template": _NONE,  # what a script shows
    # The parts of a page.
    "header": _NONE,  # its head
    "footer": _NONE,  # its foot
    "main": _NONE,  # what the skip link leads to
    "nav": _NONE,  # its menus
    "article": _NONE,  # its words, which search reads
    "section": _NONE,  # a part with a name
    "aside": _NONE,  # what stands beside the words
    "div": _NONE,  # a part without a name
    # Words, as Markdown makes them.
    "h1": _NONE,  # the title
    "h2": _NONE,  # headings
    "h3": _NONE,  # below them
    "h4": _NONE,  # and so on
    "h5": _NONE,  # and so on
    "h6": _NONE,  # and so on
    "p": _NONE,  # a paragraph
    "span": _NONE,  # a part of a line
    "br": _NONE,  # the end of a line
    "hr": _NONE,  # a change of subject
    "a": ("href", "name", "target", "rel", "download"),  # a link; see SCHEMES
    "strong": _NONE,  # weight
    "em": _NONE,  # stress
    "b": _NONE,  # weight, in HTML that others wrote
    "i": _NONE,  # stress, in HTML that others wrote
    "u": _NONE,  # a line below
    "s": _NONE,  # what no longer holds
    "del": _NONE,  # what was taken out of a text
    "ins": _NONE,  # what was put into it
    "small": _NONE,  # small print
    "sub": _NONE,  # what stands lower
    "sup": _NONE,  # the mark of a fact
    "mark": _NONE,  # what was sought
    "abbr": _NONE,  # a word of the word list
    "cite": _NONE,  # the name of a work
    "q": ("cite",),  # what someone said
    "blockquote": ("cite",),  # words to say or copy
    "time": ("datetime",),  # a day
    "code": _NONE,  # what is typed as it stands
    "kbd": _NONE,  # a key
    "var": _NONE,  # what a tool fills in
    "pre": _NONE,  # lines as they stand
    "ul": _NONE,  # lists
    "ol": ("start", "type", "reversed"),  # in an order
    "li": ("value",),  # one of a list
    "dl": _NONE,  # words with what they mean
    "dt": _NONE,  # the word
    "dd": _NONE,  # what it means
    "table": _NONE,  # tables
    "caption": _NONE,  # the name of one
    "colgroup": ("span",),  # its columns
    "col": ("span",),  # one of them
    "thead": _NONE,  # its head
    "tbody": _NONE,  # its rows
    "tfoot": _NONE,  # its sums
    "tr": _NONE,  # a row
    "td": ("colspan", "rowspan", "headers"),  # a cell
    "th": ("colspan", "rowspan", "headers", "scope"),  # the name of a row or a column
    "figure": _NONE,  # a picture with words to it
    "figcaption": _NONE,  # those words
    # Pictures.
    # One file of the guide.
    "img": ("src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"),
    "picture": _NONE,  # one of several files, by the window
    # One of those files.
    "source": ("srcset", "sizes", "media", "type"),
    "svg": ("viewbox", "focusable", "width", "height", "xmlns", *_DRAWN),  # our own small drawings
    "g": _DRAWN,  # lines that belong together
    "path": ("d", *_DRAWN),  # a line of any form
    # Lines of a certain form.
    "circle": ("cx", "cy", "r", *_DRAWN),
    "rect": ("x", "y", "width", "height", "rx", "ry", *_DRAWN),
    "line": ("x1", "y1", "x2", "y2", *_DRAWN),
    "polyline": ("points", *_DRAWN),
    "polygon": ("points", *_DRAWN),
    "defs": _NONE,  # what `use` draws
    "symbol": ("viewbox",),  # one of these
    # Draws what has an id.
    "use": ("href", "xlink:href", "x", "y", "width", "height"),
    # What opens, and what is filled in. No form has an address: what is typed stays here.
    "details": ("open", "name"),  # a fold
    "summary": _NONE,  # what opens it
    "dialog": ("open",),  # search, and the question on leaving
    "form": ("novalidate", "autocomplete"),  # fields that belong together
    "fieldset": ("disabled", "form"),  # a question with several fields
    "legend": _NONE,  # that question
    "label": ("for",),  # the name of a field
    "button": ("type", "disabled", "form"),  # what a tool does
    # Fields; see VALUES.
    "input": (
        *("type", "name", "value", "checked", "disabled", "readonly", "required", "placeholder", "form", "list"),
        *("min", "max", "step", "minlength", "maxlength", "pattern", "size", "accept", "multiple"),
        *("autocomplete", "autocapitalize", "enterkeyhint", "inputmode", "spellcheck"),
    ),
    # Several lines.
    "textarea": (
        *("name", "rows", "cols", "readonly", "required", "disabled", "placeholder", "maxlength", "form"),
        *("autocomplete", "autocapitalize", "spellcheck"),
    ),
    # One of several answers.
    "select": ("name", "required", "disabled", "multiple", "size", "autocomplete", "form"),
    "optgroup": ("label", "disabled"),  # some of them
    "option": ("value", "selected", "disabled", "label"),  # one of them
    "datalist": _NONE,  # what a field offers
    "output": ("for", "form"),  # what a tool counted
    "progress": ("value", "max"),  # how much is ticked
    # Our own tools, each with its block: scripts/elements.yml says what each loads.
    "guide-checklist": _NONE,
    "guide-compared": _NONE,
    "guide-deadlines": _NONE,
    "guide-keep": ("what", "part", "brief"),  # the question whether to keep what was typed
    "guide-kit": _NONE,
    "guide-leave": _NONE,
    "guide-letter": _NONE,
    "guide-plan": _NONE,
    "guide-review": _NONE,
    "guide-route-helper": _NONE,
    "guide-saved": _NONE,
    "guide-search": _NONE,
    "guide-tracker": _NONE,
    "guide-reader": _NONE,  # where a paper is pasted or opened
    "guide-paper": _NONE,  # a school paper and what it says
    "guide-our-file": _NONE,
    "guide-case": _NONE,
    "guide-which-letter": _NONE,
    "guide-words": _NONE,
}

# Attributes of which only some values may stand there, by element and attribute.
VALUES: dict[tuple[str, str], frozenset[str]] = {
    # Its own address on the web, its looks, its sign in the tab. Others load, or lead a browser on.
    ("link", "rel"): frozenset({"canonical", "stylesheet", "icon", "shortcut"}),
    # The policy, which the build writes. "refresh" is told by `page-runs-own-scripts`.
    ("meta", "http-equiv"): frozenset({"content-security-policy", "refresh"}),
    # The size of the window, what the page is about, that no search engine lists it, that no site learns from where a
    # link was followed, and that only our own phone numbers are links.
    ("meta", "name"): frozenset({"viewport", "description", "referrer", "format-detection", "robots"}),
    # What is shown where its address is shared.
    ("meta", "property"): frozenset({"og:title", "og:description", "og:image"}),
    # Data. Any other script is told by `page-runs-own-scripts`.
    ("script", "type"): frozenset({"application/json"}),
    # A tab of its own, for the list of a plan beside the tool in use.
    ("a", "target"): frozenset({"_blank"}),
    # Not "password" or "image": nothing here asks for the one, and the other sends a form.
    ("input", "type"): frozenset(
        {"button", "checkbox", "date", "email", "file", "month", "number", "radio", "search", "tel", "text", "time"}
    ),
}

# How the address of a link may begin, where it leads out of the guide.
SCHEMES = {
    "https": "another site, which nobody on the way can read or change",
    "mailto": "the parent's own mail program",
    "tel": "the parent's own phone",
}

# What people try, in plain words. Whatever else is not listed above is told in general words.
KNOWN = {
    "iframe": "shows another page inside of this one",
    "frame": "shows another page inside of this one",
    "frameset": "shows other pages inside of this one",
    "portal": "shows another page inside of this one",
    "object": "runs or loads what is no part of the guide",
    "embed": "runs or loads what is no part of the guide",
    "applet": "runs or loads what is no part of the guide",
    "base": "sends every link of the page somewhere else",
    "style": "changes how the page looks, and can hide or load things",
    "action": "sends what is typed to an address",
    "formaction": "sends what is typed to an address",
    "ping": "tells another site who followed a link",
    "video": "plays what the browser may not load here",
    "audio": "plays what the browser may not load here",
}
