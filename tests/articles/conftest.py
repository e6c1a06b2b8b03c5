"""An editor who may do everything, and the admin as that editor sees it."""

import pytest
from django.test import Client

from tests.factories import make_editor


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def site(client: Client, editor) -> Client:
    client.force_login(editor)
    return client
