"""Of the editor's package only what it loads is served."""

import pytest
from django.contrib.staticfiles import finders

from unioncms.richtext_static import EDITOR, is_served


def served() -> list[str]:
    return [
        path for finder in finders.get_finders() for path, _ in finder.list([]) if path.startswith(EDITOR)
    ]


def test_the_editors_files_are_few_and_all_scripts_styles_or_pictures():
    paths = served()
    assert 20 < len(paths) < 60
    assert {path.rsplit(".", 1)[1] for path in paths} <= {"js", "css", "png", "gif", "md"}
    assert [path for path in paths if path.endswith(".md")] == ["ckeditor/ckeditor/LICENSE.md"]


@pytest.mark.parametrize(
    "path",
    [
        "ckeditor/ckeditor/CHANGES.md",
        "ckeditor/ckeditor/plugins/preview/preview.html",
        "ckeditor/ckeditor/plugins/exportpdf/plugin.js",
        "ckeditor/ckeditor/plugins/scayt/plugin.js",
        "ckeditor/ckeditor/config.js",
        "ckeditor/galleriffic/js/jquery-1.3.2.js",
        "unioncms/../ckeditor/ckeditor/CHANGES.md",
        "ckeditor/ckeditor/skins/moono-lisa/images/../../../CHANGES.md",
    ],
)
def test_nothing_else_of_the_package_is_found(path, client):
    assert not is_served(path)
    assert not finders.find(path)


@pytest.mark.parametrize(
    "path",
    [
        "ckeditor/ckeditor/ckeditor.js",
        "ckeditor/ckeditor/lang/zh-cn.js",
        "admin/css/base.css",
        "unioncms/editor.js",
    ],
)
def test_what_the_editor_and_the_admin_load_is_found(path):
    assert finders.find(path)
