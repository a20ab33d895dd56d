"""
The routes compared: two that face each other on a phone, all of them at a desk, lists without scripts, one sheet of paper.
"""

import pypdfium2
import pytest
from playwright.sync_api import expect

PAGE = "routes/compared.html"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}
RESULT = "route => sessionStorage.setItem(`guide:${guide.site.pathname}:helper`, JSON.stringify({ route }))"


@pytest.fixture
def compared(page, address):
    page.goto(address + PAGE)
    return page


def routes(page):
    return page.locator("guide-compared tbody tr")


def shown(page) -> list[str]:
    """
    The names of the routes whose cells show.
    """
    return [
        row.locator("th a").text_content() for row in routes(page).all() if row.get_by_role("cell").first.is_visible()
    ]


@pytest.mark.browser_context_args(viewport=PHONE)
def test_on_a_phone_two_routes_face_each_other(compared):
    """
    Seven questions, each over both answers, in the first three screens; another pick takes the place of one, and a route
    never faces itself.
    """
    first, second = (compared.get_by_role("combobox").nth(n) for n in (0, 1))
    expect(first).to_be_in_viewport(ratio=1)
    assert compared.evaluate("document.documentElement.scrollHeight / innerHeight") <= 3
    assert ["Mediation", "Due process"] == shown(compared)
    assert 7 == len([head for head in compared.get_by_role("columnheader").all() if head.is_visible()])
    first.select_option(label="Child complaint")
    assert ["Child complaint", "Due process"] == shown(compared)
    second.select_option(label="Child complaint")

    assert ["Child complaint", "Due process"] == shown(compared)
    expect(first).to_have_value("due-process")
    left = [
        row.get_by_role("cell").first.bounding_box()["x"]
        for row in routes(compared).all()
        if row.get_by_role("cell").first.is_visible()
    ]
    assert left[1] < left[0]


@pytest.mark.browser_context_args(viewport=PHONE)
def test_all_can_be_seen_in_a_list(compared):
    """
    One below the other, each answer with its question; and back to two.
    """
    compared.get_by_role("button", name="See all of them in a list").click()
    assert 6 == len(shown(compared))
    expect(compared.get_by_role("combobox").filter(visible=True)).to_have_count(0)
    compared.get_by_role("button", name="Compare two").click()

    assert 2 == len(shown(compared))


@pytest.mark.browser_context_args(viewport=DESK)
def test_at_a_desk_all_routes_stand_beside_the_questions(compared):
    """
    Each route is a column, with its name above it and the questions left of all; the names stay in view.
    """
    names = [row.locator("th").bounding_box() for row in routes(compared).all()]
    questions = [head.bounding_box() for head in compared.get_by_role("columnheader").all()[1:]]
    cells = [cell.bounding_box() for cell in routes(compared).nth(2).get_by_role("cell").all()]

    assert sorted({box["x"] for box in names}) == [box["x"] for box in names]
    assert 1 == len({box["y"] for box in names})
    assert [box["y"] for box in questions] == [box["y"] for box in cells]
    assert all(box["x"] + box["width"] <= names[0]["x"] + 1 for box in questions)
    assert cells[-1]["y"] + cells[-1]["height"] < DESK["height"]
    compared.mouse.wheel(0, 400)
    expect(routes(compared).first.locator("th")).to_be_in_viewport()
    assert compared.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_route_of_the_parents_result_is_called_yours(compared):
    """
    It is one of the two that face each other. Without a result none is.
    """
    expect(compared.get_by_text("Yours").filter(visible=True)).to_have_count(0)
    compared.evaluate(RESULT, "child-complaint")
    compared.reload()

    assert "Child complaint" in shown(compared)
    expect(compared.get_by_text("Yours").filter(visible=True)).to_have_count(1)
    compared.evaluate(RESULT, "no-such-route")
    compared.reload()
    assert ["Mediation", "Due process"] == shown(compared)


@pytest.mark.browser_context_args(viewport=PHONE, java_script_enabled=False)
def test_without_scripts_each_route_is_a_list(compared):
    """
    All routes show, nothing has to be picked, and nothing scrolls sideways.
    """
    assert 6 == len(shown(compared))
    expect(compared.get_by_role("combobox")).to_have_count(0)
    assert all(row.bounding_box()["width"] <= PHONE["width"] for row in routes(compared).all())


@pytest.mark.browser_context_args(viewport=PHONE)
def test_all_routes_are_printed_on_one_sheet(compared):
    """
    Also from a phone where two face each other.
    """
    with pypdfium2.PdfDocument(compared.pdf(prefer_css_page_size=True)) as pdf:
        words = " ".join(pdf[0].get_textpage().get_text_bounded().split())

        assert 1 == len(pdf)
    assert all(name in words for name in ("Talk first", "Mediation", "Child complaint", "Due process", "OCR"))
    assert "Compare" not in words.replace("compared", "")
