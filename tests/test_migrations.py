"""Migrations: none missing, each with a name, each reversible, and standing on nothing of ours that moves."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent
OUR_APPS = [config.label for config in apps.get_app_configs() if Path(config.path).parent == ROOT]
FILES = sorted(path for app in OUR_APPS for path in (ROOT / app / "migrations").glob("[0-9]*.py"))
LASTING = {"unioncms.fields", "unioncms.richtext", "unioncms.states", "unioncms.collation"}


def test_our_apps_were_found():
    assert {"people", "events", "articles"} <= set(OUR_APPS)
    assert len(FILES) >= 3


@pytest.mark.django_db
def test_none_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_each_has_a_name(path):
    assert re.fullmatch(r"\d{4}_(?!auto_\d)[a-z0-9_]*[a-z][a-z0-9_]*", path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_each_imports_nothing_of_ours_that_moves(path):
    named = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named.add(node.module or ".")
    ours = {name for name in named if name.split(".")[0] in {*OUR_APPS, ""}}
    assert ours <= LASTING


def test_each_reverses():
    loader = MigrationLoader(None)
    stuck = [
        f"{app}.{name}"
        for (app, name), migration in loader.disk_migrations.items()
        if app in OUR_APPS and not all(operation.reversible for operation in migration.operations)
    ]
    assert stuck == []


@pytest.mark.django_db(transaction=True)
def test_all_reverse_to_nothing_and_come_back():
    forward = MigrationLoader(connection).graph.leaf_nodes()
    try:
        MigrationExecutor(connection).migrate([(app, None) for app in OUR_APPS if app != "unioncms"])
        left = [name for name in connection.introspection.table_names() if name.split("_")[0] in OUR_APPS]
        assert left == []
    finally:
        MigrationExecutor(connection).migrate(forward)
    call_command("migrate", check_unapplied=True, verbosity=0)
