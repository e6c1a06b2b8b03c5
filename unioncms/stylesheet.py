"""The site's one style sheet, joined from the files of `unioncms/styles/`.

A reader's phone asks once instead of once a component (on a slow line each request costs a round trip, and small
files compress worse). The parts are plain CSS and are joined as they are: tokens, base and layout first, then the
components in the order of their names, the rules for paper last. Components do not depend on their order.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLES = Path(__file__).resolve().parent / "styles"
FIRST = ("tokens.css", "base.css", "layout.css")
NAME = "unioncms/site.css"

_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


def parts() -> list[Path]:
    components = sorted((STYLES / "components").glob("*.css"))
    return [*(STYLES / name for name in FIRST), *components, STYLES / "print.css"]


def join_parts() -> str:
    """All parts without their comments: those are for who works on it."""
    return "\n".join(_COMMENT.sub("", part.read_text(encoding="utf-8")).strip() for part in parts())


class StyleSheetFinder(BaseFinder):
    """Hands the joined sheet to collectstatic, and to a server that looks for files while it is being worked on."""

    @property
    def storage(self) -> FileSystemStorage:
        return FileSystemStorage(location=settings.VAR_ROOT / "styles")

    def write(self) -> Path:
        path = Path(self.storage.path(NAME))
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet = join_parts()
        if not path.exists() or path.read_text(encoding="utf-8") != sheet:
            path.write_text(sheet, encoding="utf-8")
        return path

    def check(self, **kwargs) -> list:
        return []

    def find(self, path, find_all=False, **kwargs):
        found = [str(self.write())] if path == NAME else []
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns):
        self.write()
        yield NAME, self.storage
