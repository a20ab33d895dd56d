"""
The page of deadlines, as a parent goes through it: an event found, its row opened, its day put in.
"""


def row_of(page, title: str):
    """
    Return the row of an event. Pages have the sign that people write for an apostrophe.
    """
    heading = page.get_by_role("heading", name=title.replace("'", "’"), exact=True)
    return page.locator("guide-deadlines details[data-event]").filter(has=heading)


def pick(page, title: str):
    """
    Find an event by its words, open its row and ask to put in a day; return the row.
    """
    page.get_by_label("Find an event").fill(title)
    row = row_of(page, title)
    if row.get_attribute("open") is None:
        row.locator("> summary").click()
    button = row.get_by_role("button", name="Put in my day")
    field = row.locator("input[type=date]")
    button.or_(field).wait_for()
    if button.is_visible():
        button.click()
        field.wait_for()
    return row


def count(page, title: str, day: str):
    """
    Put in the day of an event and ask for its dates; return the row.
    """
    row = pick(page, title)
    row.locator("input[type=date]").fill(day)
    row.get_by_role("button", name="Show my dates").click()
    return row


def rows_of(result):
    """
    Return the rows of the line on which the dates are drawn.
    """
    return result.locator("ol.guide-timeline > li")
