"""The settings under test: the real ones, embedded, with their files in a folder of this run.

The environment is cleared of this project's variables first, so that no run depends on who starts it.
TEST_DATABASE_URL chooses another database than SQLite in memory (`python -m tests.postgres` sets it).
"""

import atexit
import os
import shutil
import tempfile

for _name in (
    "UNIONCMS_ENV", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "CACHE_URL", "SITE_URL", "SITE_NAME",
    "CSRF_TRUSTED_ORIGINS", "TRUSTED_PROXIES", "EMAIL_URL", "MEDIA_ROOT", "MAX_DOCUMENT_MB", "DEBUG", "PORT",
):  # fmt: skip
    os.environ.pop(_name, None)
os.environ["VAR_ROOT"] = tempfile.mkdtemp(prefix="unioncms-tests-")
_owner = os.getpid()


@atexit.register
def _remove_var_root() -> None:
    if os.getpid() == _owner:
        shutil.rmtree(os.environ["VAR_ROOT"], ignore_errors=True)


from unioncms.settings import *  # noqa: E402, F403
from unioncms.settings import STORAGES, env  # noqa: E402

if env.str("TEST_DATABASE_URL", default=""):
    DATABASES = {"default": env.db("TEST_DATABASE_URL")}

# Any address of a static file will do: collectstatic has not run, so there is no manifest to look in.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True  # or it warns of the folder that collectstatic would have made
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
