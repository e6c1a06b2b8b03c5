"""The newsroom's groups, and the first account in them."""

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import get_random_string

from people.models import User

EDITORS = "编辑"
CHIEF_EDITORS = "主编"
OUR_APPS = ("articles", "events", "people", "taggit")
# Easily confused characters are left out: the password is read off a screen once.
ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Command(BaseCommand):
    help = "建立“编辑”“主编”两个组，并在没有 editor 账号时建立它（密码只显示这一次）。"

    @transaction.atomic
    def handle(self, *args, **options):
        chiefs = ensure_groups()
        editor, is_new = User.objects.get_or_create(username="editor", defaults={"is_staff": True})
        if not is_new:
            return
        password = get_random_string(16, ALPHABET)
        editor.set_password(password)
        editor.save()
        editor.groups.add(chiefs)
        self.stdout.write("已建立编辑账号（密码只显示这一次，请记下，登录后可在右上角修改）：")
        self.stdout.write("  账号 editor")
        self.stdout.write(f"  密码 {password}")


def ensure_groups() -> Group:
    """编辑 may do all but publish and keep accounts, 主编 may publish.

    A group that is there keeps what the administrator made of it; records that a newer version brought, which no
    group may touch yet, are opened to both.
    """
    work = Permission.objects.filter(content_type__app_label__in=OUR_APPS).exclude(
        Q(content_type__app_label="people", content_type__model="user")
    )
    publish = Q(content_type__app_label="articles", codename="publish_article")
    known = set(Permission.objects.filter(group__isnull=False).values_list("content_type", flat=True))
    added = work.exclude(content_type__in=known)
    editors, is_new = Group.objects.get_or_create(name=EDITORS)
    editors.permissions.add(*(work if is_new else added).exclude(publish))
    chiefs, is_new = Group.objects.get_or_create(name=CHIEF_EDITORS)
    chiefs.permissions.add(*(work if is_new else added))
    return chiefs
