"""axe finds nothing on any list or form of the admin."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # or it tries style sheets of its own, which the content policy refuses
}


def faults_of(page: Page) -> list[str]:
    """Each thing that axe complains of: rule, element."""
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} ({page.url})"
        for violation in violations
        for node in violation["nodes"]
    ]


def addresses_in(page: Page, selector: str) -> list[str]:
    links = page.locator(selector)
    return list(dict.fromkeys(links.evaluate_all("links => links.map(link => link.getAttribute('href'))")))


@pytest.fixture
def admin(log_in):
    """admin(scheme) → the admin's first page and the addresses of its lists."""

    def admin(scheme: str) -> tuple[Page, list[str]]:
        page = log_in(scheme=scheme)
        lists = addresses_in(page, "#content-main .module th[scope=row] a")
        assert len(lists) > 20
        return page, lists

    return admin


def form_on(page: Page) -> str | None:
    """A record of the list that `page` shows, or the form for a first one."""
    rows = addresses_in(page, "#result_list tbody tr:first-child :is(th, td) a[href*='/change/']")
    return next(iter(rows + addresses_in(page, "#content-main a.addlink")), None)


def test_lists_of_the_admin(admin):
    page, lists = admin("light")
    faults = faults_of(page)
    for address in lists:
        page.goto(address)
        faults += faults_of(page)
    assert faults == []


def test_forms_of_the_admin(admin):
    page, lists = admin("light")
    faults = []
    for address in lists:
        page.goto(address)
        form = form_on(page)
        if form:
            page.goto(form)
            faults += faults_of(page)
    assert faults == []


def test_admin_in_dark(admin):
    page, _ = admin("dark")
    faults = faults_of(page)
    for address in ("/admin/articles/article/", "/admin/people/person/", "/admin/queues/"):
        page.goto(address)
        faults += faults_of(page)
        form = form_on(page)
        if form:
            page.goto(form)
            faults += faults_of(page)
    assert faults == []
