"""Headless Chromium before a site that was built as `make run` builds it.

A page fails its test by an error on the console, by a script that throws, by asking another host for
anything, or by an answer of 500 or more.
"""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, Route, expect, sync_playwright

from tests.browser.moving import follow
from tests.running import Site

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 60_000  # milliseconds; a busy machine is no fault

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        reason = "Chromium is not installed"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(chromium, tmp_path_factory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site")).start()
    yield site
    site.stop()


@pytest.fixture
def open_page(chromium, site):
    """open_page(path, width=…, …) → a page of the site in a window of its own."""
    contexts = []
    faults = []
    absent = set()

    def keep_inside(route: Route) -> None:
        address = route.request.url
        if address.startswith((f"{site.url}/", "data:", "blob:")):
            route.continue_()
        else:
            faults.append(f"asked another host: {address}")
            route.abort()

    def note_message(message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and address not in absent:
            faults.append(f"console: {message.text} ({address})")

    def note_response(response: Response) -> None:
        if response.status >= 500:
            faults.append(f"{response.status} from {response.url}")

    def open_page(
        path: str = "/",
        *,
        width: int = 1440,
        scheme: str = "light",
        javascript: bool = True,
        status: int = 200,
    ) -> Page:
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale="zh-CN",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.route("**/*", keep_inside)
        page = context.new_page()
        page.on("console", note_message)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("response", note_response)
        if status == 404:
            absent.add(f"{site.url}{path}")  # Chromium writes its own line about it on the console
        answer = page.goto(path)
        assert answer.status == status
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def log_in(open_page, site):
    """log_in(…) → the admin's first page, as the editor whose account `make run` made."""

    def log_in(**window) -> Page:
        page = open_page("/admin/", **window)
        page.locator("#id_username").fill("editor")
        page.locator("#id_password").fill(site.password)
        assert follow(page.locator("[type=submit]")) == "/admin/"
        return page

    return log_in
