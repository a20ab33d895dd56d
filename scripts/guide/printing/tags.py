"""
The tags of a PDF file: what a screen reader hears, and in which order.
"""

from typing import cast

import pydyf

# Cells keep their place in a table though nothing stands in them.
MAY_BE_EMPTY = ("/TD", "/TH")
PRINT = 4


def tidy_tags(document, pdf: pydyf.PDF) -> None:
    """
    Fix the tags that WeasyPrint wrote: page footers are no part of the text, an element without words is none,
    pictures say where they stand, and links are kept when printing.
    """

    def target(reference):
        return pdf.objects[int(reference.split()[0])]

    root = target(pdf.catalog["StructTreeRoot"])
    kept = set()
    for child in list(root["K"]):
        _keep(child, target, kept)
    for element in [pdf.objects[number] for number in sorted(kept)]:
        if element["S"] == "/LI":
            _give_body(element, target, pdf, kept)
    for element in (pdf.objects[number] for number in sorted(kept)):
        if element["S"] == "/Figure":
            _measure(element, document)

    pages = [target(reference) for reference in pdf.page_references]
    places = target(root["ParentTree"])["Nums"]
    for page, elements in zip(pages, places[1 : 2 * len(pages) : 2], strict=True):
        read_nowhere = {mcid for mcid, reference in enumerate(elements) if target(reference).number not in kept}
        _turn_to_artifacts(target(page["Contents"]), read_nowhere)
        for mcid in read_nowhere:
            elements[mcid] = "null"

    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Subtype") == "/Link":
            thing["F"] = PRINT


def _keep(reference, target, kept: set[int]) -> bool:
    """
    Return whether the element says anything; children that say nothing are taken out of it, the others noted in `kept`.
    """
    element = target(reference)
    if element.get("Type") != "/StructElem":
        return True
    element["K"][:] = [kid for kid in element["K"] if isinstance(kid, int) or _keep(kid, target, kept)]
    if not element["K"] and "Alt" not in element and element["S"] not in MAY_BE_EMPTY:
        return False
    kept.add(element.number)
    return True


def _give_body(item: pydyf.Dictionary, target, pdf: pydyf.PDF, kept: set[int]) -> None:
    """
    Put what stands in a list's item beside its number or bullet into the item's body.
    """
    kinds = {kid: target(kid)["S"] for kid in item["K"]}
    body = next((target(kid) for kid, kind in kinds.items() if kind == "/LBody"), None)
    if body is None:
        body = pydyf.Dictionary(
            {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"], "P": item.reference}
        )
        pdf.add_object(body)
        kept.add(cast("int", body.number))
    inside = [kid for kid, kind in kinds.items() if kind != "/Lbl" and target(kid) is not body]
    for kid in inside:
        target(kid)["P"] = body.reference
        if kinds[kid] == "/LBody":
            target(kid)["S"] = "/Div"
    body["K"].extend(inside)
    item["K"][:] = [kid for kid, kind in kinds.items() if kind == "/Lbl"] + [body.reference]


def _measure(figure: pydyf.Dictionary, document) -> None:
    """
    Give the place of a picture in points from the page's lower left corner; WeasyPrint has CSS pixels from the upper
    left.
    """
    x1, y1, x2, y2 = figure["A"]["BBox"]
    height = document.pages[0].height
    figure["A"]["BBox"] = pydyf.Array(round(0.75 * side, 2) for side in (x1, height - y2, x2, height - y1))


def _turn_to_artifacts(stream: pydyf.Stream, mcids: set[int]) -> None:
    for place, token in enumerate(stream.stream):
        if isinstance(token, pydyf.Dictionary) and token.get("MCID") in mcids:
            stream.stream[place - 1] = "/Artifact"
            stream.stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
