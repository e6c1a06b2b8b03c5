"""Which static files of the apps are served: all of them, but of the editor's package only those it loads.

The package ships 1,257 files: pages, sample plugins, clients of outside services, a jQuery of 2009 and the
change log that tells a scanner the version.
"""

import posixpath
import re
from fnmatch import translate

from django.contrib.staticfiles import finders

EDITOR = "ckeditor/"
EDITOR_FILES = (
    "ckeditor/ckeditor-init.js",
    "ckeditor/fixups.js",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/LICENSE.md",
    "ckeditor/ckeditor/lang/zh-cn.js",
    "ckeditor/ckeditor/plugins/icons.png",
    "ckeditor/ckeditor/plugins/icons_hidpi.png",
    "ckeditor/ckeditor/plugins/divarea/plugin.js",
    "ckeditor/ckeditor/plugins/clipboard/dialogs/paste.js",
    "ckeditor/ckeditor/plugins/dialog/styles/dialog.css",
    "ckeditor/ckeditor/plugins/link/dialogs/link.js",
    "ckeditor/ckeditor/plugins/link/dialogs/anchor.js",
    "ckeditor/ckeditor/plugins/link/images/anchor.png",
    "ckeditor/ckeditor/plugins/link/images/hidpi/anchor.png",
    "ckeditor/ckeditor/plugins/pastefromword/filter/default.js",
    "ckeditor/ckeditor/plugins/pastetools/filter/common.js",
    "ckeditor/ckeditor/plugins/table/dialogs/table.js",
    "ckeditor/ckeditor/plugins/tabletools/dialogs/tableCell.js",
    "ckeditor/ckeditor/skins/moono-lisa/dialog.css",
    "ckeditor/ckeditor/skins/moono-lisa/editor.css",
    "ckeditor/ckeditor/skins/moono-lisa/editor_gecko.css",
    "ckeditor/ckeditor/skins/moono-lisa/icons.png",
    "ckeditor/ckeditor/skins/moono-lisa/icons_hidpi.png",
    "ckeditor/ckeditor/skins/moono-lisa/images/*",
)
_ALLOWED = re.compile("|".join(translate(pattern) for pattern in EDITOR_FILES))


def is_served(path: str) -> bool:
    path = posixpath.normpath(path.replace("\\", "/")).lstrip("/")
    return not path.startswith(EDITOR) or _ALLOWED.fullmatch(path) is not None


class AppDirectoriesFinder(finders.AppDirectoriesFinder):
    def find_in_app(self, app, path):
        return super().find_in_app(app, path) if is_served(path) else None

    def list(self, ignore_patterns):
        return (found for found in super().list(ignore_patterns) if is_served(found[0]))
