"""System checks that stop the start when the editor's containment is undone.

CKEditor 4 is kept on terms (see `unioncms/richtext.py`); its own warning is silenced in the settings because
these errors stand in its place.
"""

from importlib.metadata import version

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import Error, Tags, register

EDITOR_VERSION = "6.7.4"
FORBIDDEN_PLUGINS = {
    "codesnippet", "devtools", "docprops", "embed", "exportpdf", "filebrowser", "flash", "forms",
    "iframe", "image", "mathjax", "newpage", "preview", "save", "scayt", "smiley", "sourcearea",
    "sourcedialog", "templates", "uploadimage", "wsc", "wysiwygarea",
}  # fmt: skip
NOT_SERVED = (
    "ckeditor/ckeditor/CHANGES.md",
    "ckeditor/ckeditor/plugins/preview/preview.html",
    "ckeditor/galleriffic/js/jquery-1.3.2.js",
)


@register(Tags.security)
def check_editor(app_configs=None, **kwargs) -> list[Error]:
    from unioncms import richtext

    problems = []
    if version("django-ckeditor") != EDITOR_VERSION:
        problems.append(
            Error(f"The editor was examined at django-ckeditor {EDITOR_VERSION} only.", id="unioncms.E001")
        )
    if apps.is_installed("ckeditor_uploader"):
        problems.append(
            Error("ckeditor_uploader takes files without a CSRF check: remove it.", id="unioncms.E002")
        )
    if "django.contrib.staticfiles.finders.AppDirectoriesFinder" in settings.STATICFILES_FINDERS or any(
        finders.find(path) for path in NOT_SERVED
    ):
        problems.append(
            Error("Files of the editor's package are served that it never loads.", id="unioncms.E003")
        )
    configuration = richtext.CONFIGURATION
    plugins = set(f"{configuration['plugins']},{configuration['extraPlugins']}".split(","))
    buttons = {button for group in configuration["toolbar"] for button in group}
    if (
        plugins & FORBIDDEN_PLUGINS
        or "Source" in buttons
        or "allowedContent" in configuration
        or "extraAllowedContent" in configuration
        or configuration.get("fullPage")
        or configuration["versionCheck"] is not False
        or configuration["customConfig"] != ""
        or "divarea" not in plugins
    ):
        problems.append(
            Error("The editor's configuration lets in more than its toolbar.", id="unioncms.E004")
        )
    if richtext.sanitise('<p onclick="x()">a<script>x()</script></p>') != "<p>a</p>":
        problems.append(Error("The sanitiser lets scripts through.", id="unioncms.E005"))
    policy = (settings.CONTENT_SECURITY_POLICY or {}).get("DIRECTIVES", {})
    scripts = " ".join(str(source) for source in policy.get("script-src", ["'unsafe-inline'"]))
    if "csp.middleware.CSPMiddleware" not in settings.MIDDLEWARE or "unsafe" in scripts:
        problems.append(
            Error(
                "The content policy must be on, and allow no inline script and no eval.", id="unioncms.E006"
            )
        )
    return problems
