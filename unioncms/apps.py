"""The configurations of the project package and of its admin."""

from django.apps import AppConfig, apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class UnionCMSConfig(AppConfig):
    name = "unioncms"
    verbose_name = "工会报刊"

    def ready(self):
        import unioncms.checks  # noqa: F401

        admin.site.unregister(apps.get_model("django_tasks_database", "DBTaskResult"))  # it has no Chinese


class UnionCMSAdminConfig(AdminConfig):
    default_site = "unioncms.admin_site.UnionCMSAdminSite"
