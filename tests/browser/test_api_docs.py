"""The page that describes the API: it works under the site's own Content-Security-Policy."""

import pytest

pytestmark = pytest.mark.browser


def test_a_question_can_be_tried_and_nothing_comes_from_elsewhere(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/v1/docs/")
    page.locator("#operations-incidents-list_incidents").click()
    page.locator(".try-out__btn").first.click()
    page.locator("button.execute").first.click()
    assert page.locator(".live-responses-table .response-col_status").last.inner_text() == "200"
    here = page.evaluate("location.origin")
    assert [address for address in asked if not address.startswith((here, "data:"))] == []
