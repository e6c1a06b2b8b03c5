"""What the chief editor sets for the whole site: its name, menu, foot, and pages that stay."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from unioncms.addresses import ADDRESS_PATTERN, AddressField
from unioncms.richtext import RichTextField


class Site(models.Model):
    """The one row of settings that readers see."""

    THE_ONE = 1

    name = models.CharField(
        "网站名称", max_length=30, blank=True, default="", help_text="留空则用启动时设定的名称。"
    )
    line = models.CharField(
        "报头小字", max_length=60, blank=True, default="", help_text="印在首页名称下面的一行。"
    )
    organiser = models.CharField("主办单位", max_length=80, blank=True, default="")
    hotline = models.CharField("举报电话", max_length=40, blank=True, default="")
    icp_number = models.CharField(
        "ICP备案号",
        max_length=40,
        blank=True,
        default="",
        validators=[RegexValidator("ICP备", "请照备案凭证填写，如 京ICP备00000000号。")],
    )
    police_number = models.CharField(
        "公安备案号",
        max_length=40,
        blank=True,
        default="",
        validators=[
            RegexValidator(r"公网安备\s*\d{10,16}", "请照备案凭证填写，如 京公网安备 11010000000000号。")
        ],
    )
    rights = models.CharField(
        "版权说明", max_length=200, blank=True, default="", help_text="留空则用通行的一句。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "网站设置"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="site_is_the_one")]

    def __str__(self) -> str:
        return self.name or "网站设置"

    def save(self, **kwargs):
        self.pk = self.THE_ONE
        super().save(**kwargs)


class FixedPageQuerySet(models.QuerySet):
    def public(self):
        return self.filter(is_public=True)


class FixedPage(models.Model):
    """A page that stays: 关于我们, 联系我们, 投稿须知."""

    title = models.CharField("标题", max_length=60)
    slug = models.SlugField(
        "网址用名", max_length=40, unique=True, help_text="小写拉丁字母，如 about；发布后不宜再改。"
    )
    body = RichTextField("正文", blank=True, default="")
    is_public = models.BooleanField("公开", default=False)
    updated_at = models.DateTimeField("修改时间", auto_now=True)

    objects = FixedPageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "固定页面"
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:fixed_page", args=[self.slug])


class SiteLink(models.Model):
    """An entry of the menu or of the foot: to a fixed page, or to an address."""

    class Place(models.TextChoices):
        MENU = "menu", "导航"
        FOOT = "foot", "页脚"
        FRIENDS = "friends", "友情链接"

    site = models.ForeignKey(Site, models.CASCADE, related_name="links", verbose_name="网站")
    place = models.CharField("位置", max_length=10, choices=Place, default=Place.MENU)
    position = models.PositiveSmallIntegerField("顺序", default=0)
    label = models.CharField(
        "文字", max_length=30, blank=True, default="", help_text="固定页面可留空，用其标题。"
    )
    page = models.ForeignKey(
        FixedPage, models.CASCADE, null=True, blank=True, related_name="links", verbose_name="固定页面"
    )
    address = AddressField("网址", help_text="本站路径（如 /people/）或 http(s) 网址。")

    class Meta:
        verbose_name = verbose_name_plural = "导航与链接"
        ordering = ["place", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, address="")
                | Q(page__isnull=True, address__regex=ADDRESS_PATTERN),
                name="site_link_leads_to_one",
                violation_error_message="请选一个固定页面，或填一个网址，二者取一。",
            ),
            models.CheckConstraint(
                condition=Q(page__isnull=False) | ~Q(label=""),
                name="site_link_has_words",
                violation_error_message="请填写链接的文字。",
            ),
            models.UniqueConstraint(
                "site", "place", "address", name="site_link_once", condition=~Q(address="")
            ),
            models.UniqueConstraint(
                "site", "place", "page", name="site_link_page_once", condition=Q(page__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.page or self.address)
