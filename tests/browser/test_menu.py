"""
Finding one's way: the menu, the crumbs above a title, the bar at the foot of a phone.
"""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}
PLACES = ["Now", "Write", "Dates", "My case"]


def test_the_path_shows_where_one_is(page, address):
    """
    A mediation page says its step, and the path marks it.
    """
    page.goto(address + "mediation/is-it-right-for-us.html")

    expect(page.get_by_role("navigation", name="Where this page is")).to_contain_text("Step 2 of 8")
    expect(page.get_by_role("navigation", name="Mediation, step by step").locator("[aria-current=page]")).to_have_count(
        1
    )


@pytest.mark.parametrize(
    "path, crumbs",
    [
        ("letters/mediation-request.html", ["Write", "Letters"]),
        ("letters/index.html", ["Write"]),
        ("write.html", ["Home"]),
        ("mediation/prepare.html", ["Mediation"]),
        ("checklists/evaluate-the-agreement.html", ["Mediation", "Checklists"]),
        ("topics/the-bus.html", ["Now", "By subject"]),
        ("situations/change-coming.html", ["Now", "What should I do now?"]),
        ("reference/time-limits.html", ["Dates and rights"]),
        ("about/privacy.html", ["About us"]),
        ("search.html", ["Home"]),
    ],
)
def test_crumbs_lead_back_to_the_list_of_a_page(path, crumbs, page, address):
    """
    Above the title, from the group of the menu on; the last one leads to a page that links this one.
    """
    page.goto(address + path)
    links = page.get_by_role("navigation", name="Where this page is").get_by_role("link")
    assert crumbs == links.all_inner_texts()
    links.last.click()

    expect(page.locator(f'a[href$="{path.rpartition("/")[2]}"]').first).to_be_attached()


@pytest.mark.parametrize(
    "path, place",
    [
        ("topics/the-bus.html", "Now"),
        ("letters/mediation-request.html", "Write"),
        ("reference/words.html", "Dates"),
        ("track/our-file.html", "My case"),
        ("mediation/prepare.html", None),
        ("index.html", None),
        ("about/privacy.html", None),
        ("404.html", None),
    ],
)
def test_the_bar_of_a_phone_lights_the_place_of_the_page(path, place, page, address):
    """
    Four places at the foot of the window; of a page that belongs to none, none is lit.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + path)
    bar = page.get_by_role("navigation", name="Places")

    expect(bar).to_be_in_viewport(ratio=1)
    assert PLACES == bar.get_by_role("link").all_inner_texts()
    assert [place] * bool(place) == bar.locator("[aria-current]").all_inner_texts()


def test_what_has_the_focus_is_never_behind_the_bar(page, address):
    """
    With Tab through a whole page, forth and back, each link in the page stands clear of it.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + "mediation/what-it-is.html")
    hidden = """() => {
      const here = document.activeElement, bar = document.querySelector(".guide-bar")
      return !bar.contains(here) && here !== document.body && here.getClientRects()[0].bottom > bar.getBoundingClientRect().top + 1 ? here.outerHTML : ""
    }"""
    count = page.locator("a:visible, summary:visible").count()
    behind = set()
    for key in ["Tab"] * count + ["Shift+Tab"] * count:
        page.keyboard.press(key)
        behind.add(page.evaluate(hidden))

    assert {""} == behind


@pytest.mark.parametrize("size", [PHONE, {"width": 1366, "height": 768}])
def test_inside_a_task_nothing_leads_away(size, page, address):
    """
    A tool that takes the screen says so on the page: head, crumbs, bar and foot are gone, and come back with it.
    """
    page.set_viewport_size(size)
    page.goto(address + "checklists/week-before.html")
    around = page.locator(".guide-header, .guide-crumbs, .guide-bar, .guide-footer, .guide-frame__side").filter(
        visible=True
    )
    assert around.count() > 2
    page.evaluate("document.documentElement.dataset.task = 'letter'")

    expect(around).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("delete document.documentElement.dataset.task")
    expect(page.get_by_role("contentinfo")).to_be_visible()


def test_paper_has_nothing_to_press(page, address):
    """
    No head, crumbs, bar or foot, and no room for them.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + "checklists/week-before.html")
    page.emulate_media(media="print")

    expect(page.locator(".guide-header, .guide-crumbs, .guide-bar, .guide-footer").filter(visible=True)).to_have_count(
        0
    )
    assert "0px" == page.evaluate("getComputedStyle(document.body).paddingBottom")


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "which-route.html",
        "letters/index.html",
        "mediation/prepare.html",
        "about/privacy.html",
        "write.html",
        "search.html",
        "reference/words.html",
        "routes/compared.html",
        "track/agreement-tracker.html",
        "checklists/week-before.html",
    ],
)
def test_pages_begin_at_one_edge_at_a_desk(path, page, address):
    """
    The title stands below the name of the guide, whatever the kind of page; what leads on stands beside the text, not at
    its end.
    """
    for width in (1280, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        page.goto(address + path)
        left = [page.locator(part).bounding_box()["x"] for part in (".guide-header__home", "h1:visible")]
        assert left[0] == pytest.approx(left[1], abs=1), path
        for side in page.locator(".guide-frame__side").filter(visible=True).all():
            assert side.bounding_box()["y"] < 400, path


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_menu_opens_without_scripts(page, address):
    """
    On a phone "Menu" opens the list of pages, and is "Close" then.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + "about/privacy.html")
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_text("Close", exact=True)).to_be_visible()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Who to call").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Who to call")


def test_the_menu_is_one_screen_of_a_phone(page, address):
    """
    All groups with their pages, and the small links, clear of the bar; each as large as a finger needs.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "index.html")
    page.get_by_text("Menu", exact=True).click()
    links = page.get_by_role("navigation", name="Menu").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]

    assert len(boxes) > 20
    assert max(box["y"] + box["height"] for box in boxes) <= page.locator(".guide-bar").bounding_box()["y"]
    assert min(box["height"] for box in boxes) >= 44


def test_the_menu_closes_with_escape_and_behind_the_focus(page, address):
    """
    Escape gives the focus back to its button; who goes on with Tab comes to the page, not behind the menu.
    """
    page.set_viewport_size(PHONE)
    page.goto(address + "about/privacy.html")
    menu = page.get_by_role("navigation", name="Menu")
    button = page.locator(".guide-menu summary")
    button.press("Enter")
    menu.get_by_role("link").first.focus()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    menu.get_by_role("link").last.focus()
    page.keyboard.press("Tab")

    expect(menu).to_be_hidden()


def test_near_you_stands_in_no_menu_until_a_host_fills_it(page, address):
    """
    A link to an empty page would be one more dead end.
    """
    page.goto(address + "index.html")

    expect(page.get_by_role("link", name="Near you", include_hidden=True)).to_have_count(0)
