"""What is set in the admin and seen by readers: menu and foot, front page, notices, topics, fixed pages."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageOps

from articles.frame import read_frame
from articles.models import FixedPage, Notice, Site, SiteLink, Slot, Topic, TopicEntry
from tests.factories import make_article, make_column, make_editor, make_published_article, make_user
from tests.opening import opened
from tests.reading import count_queries, text_of
from unioncms.addresses import check_address
from unioncms.pictures import remake

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = timedelta(hours=1)


def make_picture(width: int = 2000, height: int = 1000, kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "#a4161a").save(out, kind)
    return out.getvalue()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make_picture_slot(**values) -> Slot:
    values.setdefault("description", "班组长在看图纸")
    slot = Slot(place=Slot.Place.PICTURE, **values)
    slot.picture.save("drawing.webp", ContentFile(remake(make_picture(600, 400))), save=False)
    slot.save()
    return slot


class TestFrame:
    def test_without_settings_has_the_usual_menu_and_no_empty_labels(self, client):
        html = client.get("/").content.decode()

        for name in ("articles:home", "articles:article_list", "people:person_list", "events:event_list"):
            assert f'<a href="{reverse(name)}"' in html
        for words in ("主办单位", "举报电话", "友情链接", "beian"):
            assert words not in html

    def test_shows_what_was_set_on_every_page(self, client):
        site = Site.objects.create(
            name="云州工运", organiser="云州市总工会", hotline="0000-12351", line="云州市总工会主办",
            icp_number="云ICP备00000001号", police_number="云公网安备 11000000000001号",
        )  # fmt: skip
        about = FixedPage.objects.create(
            title="关于我们", slug="about", body="<p>一张小报。</p>", is_public=True
        )
        hidden = FixedPage.objects.create(title="没写完", slug="later")
        add = site.links.create
        add(label="人物志", address="/people/", position=2)
        add(label="首页", address="/", position=1)
        add(place=SiteLink.Place.FOOT, page=about)
        add(place=SiteLink.Place.FOOT, page=hidden, position=1)
        add(place=SiteLink.Place.FRIENDS, label="兄弟单位", address="https://example.org/")
        for path in ("/", "/people/", about.get_absolute_url()):
            html = client.get(path).content.decode()
            menu = html[html.index("主导航") : html.index("<main")]
            assert menu.index(">首页<") < menu.index(">人物志<")
            assert "稿件" not in menu
            assert f'<a href="{about.get_absolute_url()}">关于我们</a>' in html
            assert "没写完" not in html
            assert '<a href="https://example.org/" rel="noopener">兄弟单位</a>' in html
            for words in (
                "云州工运",
                "主办单位：云州市总工会",
                "0000-12351",
                "云ICP备00000001号",
                "code=11000000000001",
            ):
                assert words in html
        assert client.get("/large/").content.decode().count('href="/large/people/"') >= 1
        assert client.get(hidden.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize(
        ("path", "marked"),
        [
            ("/people/", ("人物", "page")),
            ("/people/1/", ("人物", "true")),
            ("/", ("首页", "page")),
            ("/peoples/", None),
            ("/large/people/", None),
        ],
    )
    def test_marks_the_section_that_a_page_is_in(self, path, marked):
        menu = [(link.label, link.current) for link in read_frame(path).menu if link.current]
        assert menu == ([marked] if marked else [])

    def test_asks_the_database_once(self, client, django_assert_num_queries):
        page = FixedPage.objects.create(title="关于我们", slug="about", is_public=True)
        few = count_queries(client, page.get_absolute_url())
        site = Site.objects.create(name="云州工运")
        for number in range(8):
            site.links.create(label=f"去处{number}", address=f"/p{number}/")
        assert few == 2
        assert count_queries(client, page.get_absolute_url()) == few


class TestAddresses:
    @pytest.mark.parametrize(
        "address", ["/", "/people/", "/articles/?page=2", "https://example.org/a", "http://a.cn"]
    )
    def test_own_paths_and_whole_addresses_fit(self, address):
        check_address(address)
        Site.objects.create().links.create(label="去处", address=address)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)", "//evil.example", "/\\evil.example", "people/", "ftp://a.cn/", "https://",
            "data:text/html,x", "/a b", "/a\n", "https://u:p@a.cn/", "http://[", "\u00a0/x", "https:///a", "/a\"b",
        ],
    )  # fmt: skip
    def test_nothing_else_does(self, address):
        with pytest.raises(ValidationError):
            check_address(address)

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "people/", ""])
    def test_the_database_refuses_what_no_form_saw(self, address):
        site = Site.objects.create()
        with pytest.raises(IntegrityError), transaction.atomic():
            site.links.create(label="去处", address=address)


class TestSlots:
    def test_a_lead_stands_in_its_time_only_and_only_when_published(self, client):
        make_published_article("最新消息", published_on="2024-06-01")
        chosen = make_published_article("编辑选的头条", published_on="2020-01-01")
        draft = make_article("还没发布")
        slot = Slot.objects.create(article=chosen, starts_at=NOW - HOUR, ends_at=NOW + HOUR, position=1)
        Slot.objects.create(article=draft)
        assert client.get("/").context["lead"] == chosen
        for starts_at, ends_at in ((NOW + HOUR, None), (None, NOW - HOUR)):
            Slot.objects.filter(pk=slot.pk).update(starts_at=starts_at, ends_at=ends_at)
            assert client.get("/").context["lead"].headline == "最新消息"

    def test_pinned_articles_go_before_the_newest(self, client):
        for day in range(1, 9):
            make_published_article(f"消息{day}", published_on=f"2024-06-0{day}")
        old = make_published_article("置顶的旧闻", published_on="2019-01-01")
        Slot.objects.create(place=Slot.Place.PINNED, article=old)
        context = client.get("/").context
        assert context["pair"][0] == old
        assert context["lead"].headline == "消息8"

    def test_readers_get_the_words_released(self, client):
        article = make_published_article("发布时的标题")
        article.released = {
            **{name: getattr(article, name) for name in ("kicker", "subheadline", "editors_note", "genre")},
            "headline": "发布时的标题", "source_credit": "", "is_incomplete": False, "published_on": None,
            "part": None, "contributions": [], "figures": [],
        }  # fmt: skip
        article.headline = "没有发布的标题"
        article.save()
        Slot.objects.create(article=article)
        assert "没有发布的标题" not in client.get("/").content.decode()

    def test_pictures_lead_to_their_article_or_address(self, client):
        article = make_published_article("图里的班组")
        with_article = make_picture_slot(article=article, credit="何晓兰 摄")
        make_picture_slot(address="/people/", description="人物专页", position=1)
        make_picture_slot(article=make_article("没发布的图"), position=2, description="藏着")
        html = client.get("/").content.decode()
        assert f'<a href="{article.get_absolute_url()}"><img src="{with_article.picture.url}"' in html
        assert 'width="600" height="400"' in html
        assert '<a href="/people/"><img' in html
        assert "藏着" not in html
        picture = client.get(with_article.picture.url)
        assert picture.headers["Content-Type"] == "image/webp"
        assert "immutable" in picture.headers["Cache-Control"]
        picture.close()

    def test_more_slots_take_no_more_queries(self, client):
        Slot.objects.create(article=make_published_article("一"))
        make_picture_slot(article=make_published_article("二"))
        few = count_queries(client, "/")
        for number in range(6):
            Slot.objects.create(place=Slot.Place.PINNED, article=make_published_article(f"置顶{number}"))
            make_picture_slot(article=make_published_article(f"图{number}"), position=number)
        assert count_queries(client, "/") == few

    @pytest.mark.parametrize(
        "values",
        [
            {"place": "lead"},
            {"place": "pinned"},
            {"place": "picture"},
            {"place": "picture", "description": "图"},
        ],
    )
    def test_the_database_refuses_empty_places(self, values):
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.create(**values)

    def test_the_database_refuses_an_address_that_no_form_saw(self):
        slot = make_picture_slot()
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.filter(pk=slot.pk).update(address="javascript:alert(1)")

    def test_an_end_before_its_beginning_is_refused(self):
        article = make_published_article()
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.create(article=article, starts_at=NOW, ends_at=NOW - HOUR)


class TestPictures:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
    def test_are_made_anew_and_small(self, kind):
        with Image.open(BytesIO(remake(make_picture(kind=kind)))) as made:
            assert (made.format, made.size) == ("WEBP", (1280, 640))

    def test_lose_where_they_were_taken_and_stand_upright(self):
        out = BytesIO()
        exif = Image.Exif()
        exif[0x0112] = 6  # lies on its side
        exif.get_ifd(0x8825)[1] = "N"
        Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)
        with Image.open(BytesIO(remake(out.getvalue()))) as made:
            assert made.size == (20, 40)
            assert not made.getexif()

    @pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L"])
    @pytest.mark.parametrize(("orientation", "size"), [(1, (1280, 640)), (3, (1280, 640)), (6, (1280, 2560))])
    def test_are_as_wide_as_the_page_once_upright(self, mode, orientation, size):
        out, exif = BytesIO(), Image.Exif()
        exif[0x0112] = orientation
        Image.new(mode, (2600, 1300)).save(out, "PNG", exif=exif)
        with Image.open(BytesIO(remake(out.getvalue()))) as made:
            assert made.size == size
            assert made.mode == ("RGBA" if mode == "RGBA" else "RGB")

    def test_a_large_photograph_is_never_unpacked_whole(self, monkeypatch):
        """A telephone's picture lies on its side: turned before it is made small it takes 600 MB."""
        turned = []
        turn = ImageOps.exif_transpose
        monkeypatch.setattr(
            ImageOps, "exif_transpose", lambda picture: turned.append(picture.size) or turn(picture)
        )
        out, exif = BytesIO(), Image.Exif()
        exif[0x0112] = 6
        Image.new("RGB", (6000, 3000)).save(out, "JPEG", exif=exif)
        remake(out.getvalue())
        assert turned == [(2560, 1280)]

    @pytest.mark.parametrize(
        "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", make_picture()[:200]]
    )
    def test_what_is_no_picture_is_refused(self, data):
        with pytest.raises(ValidationError):
            remake(data)

    def test_a_picture_too_large_to_unpack_is_refused(self, monkeypatch):
        monkeypatch.setattr("unioncms.pictures.MAX_PIXELS", 100)
        with pytest.raises(ValidationError, match="像素"):
            remake(make_picture(20, 20))


class TestNotices:
    def test_are_listed_pinned_ones_first_until_they_end(self, client):
        make_published_article()
        make = Notice.objects.create
        make(title="旧通知", starts_at=NOW - 3 * HOUR, is_public=True, is_pinned=True)
        make(title="新通知", starts_at=NOW - HOUR, is_public=True)
        ended = make(title="过期通知", starts_at=NOW - 3 * HOUR, ends_at=NOW - HOUR, is_public=True)
        early = make(title="明天的通知", starts_at=NOW + HOUR, is_public=True)
        hidden = make(title="没公开的通知")
        front = text_of(client.get("/"))
        assert front.index("旧通知") < front.index("新通知")
        assert "过期通知" not in front
        listed = text_of(client.get(reverse("articles:notice_list")))
        for notice, seen in ((ended, True), (early, False), (hidden, False)):
            assert (notice.title in listed) is seen
            assert client.get(notice.get_absolute_url()).status_code == (200 if seen else 404)

    def test_stand_on_a_front_page_without_articles(self, client):
        Notice.objects.create(title="开张通知", starts_at=NOW - HOUR, is_public=True)
        assert "开张通知" in text_of(client.get("/"))

    def test_scripts_in_a_body_do_not_survive(self, client):
        notice = Notice.objects.create(
            title="通知", starts_at=NOW - HOUR, is_public=True, body="<p>见<script>alert(1)</script>下。</p>"
        )
        Notice.objects.filter(pk=notice.pk).update(body="<p onclick=x>见<script>alert(1)</script>下。</p>")
        html = client.get(notice.get_absolute_url()).content.decode()
        assert "alert" not in html
        assert "onclick" not in html


class TestTopics:
    def test_gather_published_articles_under_their_headings(self, client):
        topic = Topic.objects.create(
            title="劳模进校园", summary="一句话。", body="<p>导语。</p>", is_public=True
        )
        for position, (heading, headline) in enumerate((("现场", "甲"), ("评论", "丙"), ("现场", "乙"))):
            TopicEntry.objects.create(
                topic=topic,
                article=make_published_article(f"报道{headline}"),
                heading=heading,
                position=position,
            )
        TopicEntry.objects.create(topic=topic, article=make_article("未发布"), position=9)
        response = client.get(topic.get_absolute_url())
        text = text_of(response)
        assert text.index("现场") < text.index("报道甲") < text.index("报道乙") < text.index("评论")
        assert "未发布" not in text
        assert [heading for heading, _ in response.context["groups"]] == ["现场", "评论"]
        assert "劳模进校园" in text_of(client.get(reverse("articles:topic_list")))

    def test_are_hidden_until_public(self, client):
        topic = Topic.objects.create(title="草拟的专题")
        make_published_article()
        assert client.get(topic.get_absolute_url()).status_code == 404
        assert "草拟的专题" not in text_of(client.get("/"))

    def test_more_articles_take_no_more_queries(self, client):
        topic = Topic.objects.create(title="专题", is_public=True)
        TopicEntry.objects.create(topic=topic, article=make_published_article(column=make_column()))
        few = count_queries(client, topic.get_absolute_url())
        for number in range(9):
            TopicEntry.objects.create(topic=topic, article=make_published_article(f"稿件{number}"))
        assert count_queries(client, topic.get_absolute_url()) == few


class TestAdmin:
    KINDS = ("site", "slot", "notice", "topic", "fixedpage")

    @pytest.mark.parametrize("kind", KINDS)
    def test_who_may_publish_opens_list_and_form(self, client, kind):
        client.force_login(make_editor())
        assert client.get(reverse(f"admin:articles_{kind}_changelist"), follow=True).status_code == 200
        assert client.get(reverse(f"admin:articles_{kind}_add")).status_code == 200

    @pytest.mark.parametrize("kind", KINDS)
    def test_who_may_not_publish_looks_only(self, client, kind):
        actions = ("view", "add", "change", "delete")
        client.force_login(
            make_user(permissions=tuple(f"{action}_{kind}" for action in actions), is_staff=True)
        )
        if kind == "site":
            Site.objects.create()
        assert client.get(reverse(f"admin:articles_{kind}_changelist"), follow=True).status_code == 200
        assert client.get(reverse(f"admin:articles_{kind}_add")).status_code == 403

    def test_a_picture_is_taken_in_through_the_form(self, client):
        client.force_login(make_editor())
        upload = SimpleUploadedFile("名 字.png", make_picture(), "image/png")
        values = {"place": "picture", "position": 0, "description": "车间", "picture": upload}
        response = client.post(reverse("admin:articles_slot_add"), values)
        assert response.status_code == 302, response.content.decode()
        slot = Slot.objects.get()
        assert slot.picture.name.startswith("pictures/")
        assert slot.picture.name.endswith(".webp")
        assert (slot.picture_width, slot.picture_height) == (1280, 640)
        make_published_article()
        assert slot.picture.url in client.get("/").content.decode()

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"place": "lead"}, "头条和置顶须选一篇稿件。"),
            ({"place": "picture", "description": "图"}, "图片位置须有图片和图片说明。"),
            ({"place": "picture", "description": "图", "address": "//a"}, "请填写本站路径"),
        ],
    )
    def test_what_does_not_fit_gets_a_sentence(self, client, values, sentence):
        client.force_login(make_editor())
        response = client.post(reverse("admin:articles_slot_add"), {"position": 0, **values})
        assert response.status_code == 200
        assert sentence in response.content.decode()

    def test_the_settings_are_one_row_with_their_links(self, client):
        client.force_login(make_editor())
        links = {
            "links-TOTAL_FORMS": 1, "links-INITIAL_FORMS": 0, "links-MIN_NUM_FORMS": 0, "links-MAX_NUM_FORMS": 1000,
            "links-0-place": "menu", "links-0-position": 0, "links-0-label": "首页", "links-0-address": "/",
        }  # fmt: skip
        add = reverse("admin:articles_site_add")
        assert client.get(reverse("admin:articles_site_changelist")).headers["Location"] == add
        response = client.post(add, {"name": "云州工运", **links})
        assert response.status_code == 302, response.content.decode()
        assert client.get("/").context["frame"].menu[0].label == "首页"
        assert client.get(add).status_code == 403
        change = reverse("admin:articles_site_change", args=[Site.THE_ONE])
        assert client.get(reverse("admin:articles_site_changelist")).headers["Location"] == change
        both = {**links, "links-0-page": FixedPage.objects.create(title="关于", slug="about").pk}
        both |= opened(client, Site.objects.get())
        refused = client.post(change, {"name": "云州工运", **both, "links-0-position": 3})
        assert "二者取一" in refused.content.decode()
