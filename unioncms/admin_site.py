"""The admin site of the newsroom."""

from django.conf import settings
from django.contrib import admin


class UnionCMSAdminSite(admin.AdminSite):
    """The stock admin under the paper's own name."""

    site_title = "编辑部"
    index_title = "工作台"
    enable_nav_sidebar = True

    @property
    def site_header(self) -> str:
        return f"{settings.SITE_NAME} · 编辑部"
