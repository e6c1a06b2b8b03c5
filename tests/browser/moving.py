"""From page to page: the one way in which a test here goes on to another page.

Playwright's `click` and `press` may return while the browser still shows the page that is being left, and `evaluate`,
`count`, `keyboard` and `url` ask whatever page is there. On a slow machine that is the old one, or half of the new one.
"""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page


def follow(link: Locator) -> str:
    """Click a link or button that leads to another page and wait until that has loaded; its path."""
    page = link.page
    with page.expect_navigation():
        link.click()
    return urlsplit(page.url).path


def press_and_wait(page: Page, key: str) -> None:
    """Press a key that leads to another page and wait until that has loaded, its deferred scripts included."""
    with page.expect_navigation():
        page.keyboard.press(key)
