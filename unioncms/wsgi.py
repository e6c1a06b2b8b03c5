"""The WSGI application that granian serves."""

import os

from django.core.checks import Tags, run_checks
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unioncms.settings")

application = get_wsgi_application()

# A server runs no checks by itself, and those of unioncms/checks.py are terms on which the editor is kept.
if problems := [problem for problem in run_checks(tags=[Tags.security]) if problem.is_serious()]:
    raise SystemExit("\n".join(map(str, problems)))
