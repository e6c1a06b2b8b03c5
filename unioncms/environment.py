"""What the settings need from the machine: an embedded site's key, and plain words for what is missing."""

import os
import secrets
from pathlib import Path

import environ

PRODUCTION_NEEDS = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "CACHE_URL", "SITE_URL")
POSTGRESQL_SCHEMES = ("postgres://", "postgresql://", "psql://", "pgsql://")
REDIS_SCHEMES = ("redis://", "rediss://", "rediscache://")


def require_production_variables(env: environ.Env) -> None:
    """End the process with one sentence that names what production needs and does not find."""
    missing = [name for name in PRODUCTION_NEEDS if not env.str(name, default="")]
    if missing:
        raise SystemExit(f"UNIONCMS_ENV=production needs these environment variables: {', '.join(missing)}.")
    if not env.str("DATABASE_URL").startswith(POSTGRESQL_SCHEMES):
        raise SystemExit("UNIONCMS_ENV=production needs PostgreSQL: DATABASE_URL begins with postgres://.")
    if not env.str("CACHE_URL").startswith(REDIS_SCHEMES):
        raise SystemExit("UNIONCMS_ENV=production needs Redis: CACHE_URL begins with redis://.")


def whole_number(env: environ.Env, name: str, default: int) -> int:
    """The variable as a number; ends the process with one sentence when it is none."""
    text = env.str(name, default="") or str(default)
    if not text.isascii() or not text.isdigit() or not int(text):
        raise SystemExit(f"{name} has to be a whole number above 0, not {text!r}.")
    return int(text)


def database(env: environ.Env, default: str) -> dict[str, object]:
    """The database that DATABASE_URL names; ends the process with one sentence when it names none."""
    found = env.db("DATABASE_URL", default=default)
    if found.get("ENGINE") not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
        raise SystemExit("DATABASE_URL begins with postgres:// or sqlite:///.")
    return found


def local_secret_key(path: Path) -> str:
    """The key kept in `path` (mode 600), made on first use.

    The file is made under another name and linked into place, so two processes that start together read
    the same whole key.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
