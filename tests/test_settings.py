"""Production says what it lacks, embedded lacks nothing. Settings load once, so each case is a process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "UNIONCMS_ENV": "production",
    "SECRET_KEY": "a-key-for-this-test-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "news.example.org",
    "DATABASE_URL": "postgres://unioncms@localhost/unioncms",
    "CACHE_URL": "redis://localhost:6379/0",
    "SITE_URL": "https://news.example.org",
}


def manage(*arguments: str, var_root: Path, **variables: str) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ["PATH"], "VAR_ROOT": str(var_root), **variables}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_without_variables_stops_with_one_sentence(tmp_path):
    ended = manage("check", var_root=tmp_path, UNIONCMS_ENV="production")
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "UNIONCMS_ENV=production needs these environment variables: "
        "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, CACHE_URL, SITE_URL."
    ]


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "CACHE_URL", "SITE_URL"])
def test_production_names_the_one_variable_that_is_missing(tmp_path, name):
    ended = manage("check", var_root=tmp_path, **{**PRODUCTION, name: ""})
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        f"UNIONCMS_ENV=production needs these environment variables: {name}."
    ]


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {**PRODUCTION, "DATABASE_URL": "sqlite:///news.sqlite3"},
            "UNIONCMS_ENV=production needs PostgreSQL: DATABASE_URL begins with postgres://.",
        ),
        (
            {**PRODUCTION, "CACHE_URL": "locmemcache://"},
            "UNIONCMS_ENV=production needs Redis: CACHE_URL begins with redis://.",
        ),
        (
            {"UNIONCMS_ENV": "prod"},
            "UNIONCMS_ENV is either unset, for a site on this machine, or 'production'.",
        ),
        (
            {"MAX_DOCUMENT_MB": "large"},
            "MAX_DOCUMENT_MB has to be a whole number above 0, not 'large'.",
        ),
        ({"PORT": "0"}, "PORT has to be a whole number above 0, not '0'."),
        ({"DATABASE_URL": "nonsense://"}, "DATABASE_URL begins with postgres:// or sqlite:///."),
    ],
    ids=["another database", "another cache", "another word", "no number", "zero", "no database"],
)
def test_a_value_that_cannot_serve_stops_with_one_sentence(tmp_path, variables, sentence):
    ended = manage("check", var_root=tmp_path, **variables)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [sentence]


def test_the_deployment_check_finds_nothing_in_production(tmp_path):
    ended = manage("check", "--deploy", "--fail-level", "DEBUG", var_root=tmp_path, **PRODUCTION)
    assert ended.returncode == 0, ended.stderr
    assert "no issues" in ended.stdout
    assert not (tmp_path / "secret_key").exists()


def test_embedded_needs_no_variable(tmp_path):
    ended = manage("check", "--fail-level", "WARNING", var_root=tmp_path)
    assert ended.returncode == 0, ended.stderr
    shown = manage("diffsettings", "--all", var_root=tmp_path).stdout
    assert "DEBUG = False" in shown
    assert "SECURE_SSL_REDIRECT = False" in shown


def test_the_address_of_an_embedded_site_follows_its_port(tmp_path):
    shown = manage("diffsettings", var_root=tmp_path, PORT="8123").stdout
    assert "SITE_URL = 'http://127.0.0.1:8123'" in shown
