"""What the tests of public pages ask of a page."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def text_of(response) -> str:
    """The words of a page's main part, without markup and blanks."""
    html = response.content.decode().partition("<main")[2].partition("</main>")[0]
    html = html.partition(">")[2]
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
