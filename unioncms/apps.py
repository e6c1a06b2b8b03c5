"""The configurations of the project package and of its admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class UnionCMSConfig(AppConfig):
    name = "unioncms"
    verbose_name = "工会报刊"

    def ready(self):
        import unioncms.checks  # noqa: F401


class UnionCMSAdminConfig(AdminConfig):
    default_site = "unioncms.admin_site.UnionCMSAdminSite"
