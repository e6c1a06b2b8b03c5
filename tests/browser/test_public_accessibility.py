"""axe finds nothing on any kind of page that readers see, in light, dark, high contrast and large type."""

import pytest

from tests.browser.test_accessibility import faults_of
from tests.browser.test_public import KINDS, addresses

__all__ = ["addresses"]

OTHERS = [
    "/honours/",
    "/series/",
    "/notices/",
    "/topics/",
    "/people/1/?on=2024-05-01",
    "/organisations/1/?on=2024-05-01",
]
HIGH = '() => localStorage.setItem(\'reader\', \'{"contrast": "high", "size": "30"}\')'


@pytest.mark.parametrize(
    ("width", "scheme", "prefix"), [(360, "light", ""), (1440, "dark", ""), (768, "light", "/large")]
)
def test_pages_of_every_kind(open_page, addresses, width, scheme, prefix):
    page = open_page("/", width=width, scheme=scheme)
    faults = []
    for kind in KINDS:
        page.goto(f"{prefix}{addresses[kind]}")
        faults += faults_of(page)
    assert faults == []


def test_lists_that_may_be_empty_and_days_asked_for(open_page):
    page = open_page("/", width=360)
    faults = []
    for address in OTHERS:
        assert page.goto(address).status == 200
        faults += faults_of(page)
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_and_the_open_panel(open_page, addresses, scheme):
    page = open_page("/", width=360, scheme=scheme)
    page.evaluate(HIGH)
    faults = []
    for kind in ("home", "article", "person"):
        page.goto(addresses[kind])
        page.locator(".reader-panel summary").click()
        faults += faults_of(page)
    assert faults == []


def test_an_address_that_is_not_there(open_page):
    assert faults_of(open_page("/articles/999999/", status=404)) == []
