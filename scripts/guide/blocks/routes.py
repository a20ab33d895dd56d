"""
The block that draws the routes of `routes/` with their reasons, and what it shares with the decision helper.
"""

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block

from guide.data.routes import Routes
from guide.phrases import Phrases


def add(parent: etree.Element, tag: str, text: str = "", purpose: str = "", **attributes: str) -> etree.Element:
    """
    Return a new element below `parent`; `purpose` ends its class, `data_x` names the attribute `data-x`.
    """
    element = etree.SubElement(parent, tag, {name.replace("_", "-"): value for name, value in attributes.items()})
    if purpose:
        element.set("class", f"guide-route__{purpose}")
    element.text = text or None
    return element


def add_list(parent: etree.Element, texts: list[str], purpose: str, title: str = "") -> None:
    """
    Write a list below its title, if there is anything to list.
    """
    if texts and title:
        add(parent, "p", f"**{title}**", "list-title")
    if texts:
        listing = add(parent, "ul", purpose=purpose)
        for text in texts:
            add(listing, "li", text)


class RouteTable(Block):
    """
    The routes of `routes/`, each with what speaks for and against it and what it does not do.

        /// routes
        ///
    """

    NAME = "routes"
    ARGUMENT = False

    def on_create(self, parent):
        root = etree.SubElement(parent, "div", {"class": "guide-routes"})
        routes: Routes | None = self.config["data"].routes
        phrases: Phrases = self.config["phrases"]
        for key, route in routes.routes.items() if routes else ():
            card = add(root, "section", purpose="card", id=f"route-{key}", data_route=key)
            add(card, "h3", route.title, "title")
            add(card, "p", route.what, "what")
            both = add(card, "div", purpose="reasons")
            for title, reasons, purpose in (
                (phrases("route_helper.for_title"), route.reasons_for, "for"),
                (phrases("route_helper.against_title"), route.reasons_against, "against"),
            ):
                side = add(both, "div")
                add(side, "h4", title)
                add_list(side, reasons, purpose)
            if route.for_most:
                first = etree.Element("li", {"data-not-in": " ".join(route.for_most.not_in)})
                first.text = route.for_most.say
                both[0][1].insert(0, first)
            add(card, "p", f"**{phrases('route_helper.does_not_label')}:** {route.does_not}", "does-not")
            add(card, "p", f"[{phrases('route_helper.page_link', route=route.title)}]({route.page})", "more")
        return root
