"""What every test stands on: which tests run on which database, and the settings of child processes."""

import os

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

# A command that a test starts as a child process finds the real settings and this run's VAR_ROOT.
os.environ["DJANGO_SETTINGS_MODULE"] = "unioncms.settings"

# The same examples in every run, and as much time for each as a busy machine needs.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("steady")

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests come last; on PostgreSQL only the tests that use the database run."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if connection.vendor == "postgresql":
        chosen = [item for item in items if _uses_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not _uses_database(item)])
        items[:] = chosen


def _uses_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))


def pytest_report_header() -> str:
    return f"database: {connection.vendor}"
