"""People in hardship and numbers that lead to somebody are weighed before they are printed."""

import re

import pytest
from django.urls import reverse

from articles.concerns import default_mask, find_concerns, refresh_concerns
from articles.masking import hide_again, mask_html, masked_content
from articles.models import Article, Concern, MaskLook
from articles.publishing import held_back, publish, snapshot
from events.models import EventParticipation
from people.models import Organisation, Person
from tests.factories import (
    make_article,
    make_contribution,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
    make_source,
    make_user,
)
from tests.opening import opened
from tests.reading import text_of

Kind = Concern.Kind


def found_in(text: str, *names: str) -> list[tuple[str, str]]:
    return [(kind, words) for kind, words, _ in find_concerns({"body": text}, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联系电话13812345678。", [(Kind.PHONE, "13812345678")]),
        ("电话:138 1234 5678", [(Kind.PHONE, "138 1234 5678")]),
        ("报名电话0734-8123456,请早报名", [(Kind.PHONE, "0734-8123456")]),
        ("投稿邮箱bianji@example.org.cn", [(Kind.EMAIL, "bianji@example.org.cn")]),
        ("身份证号11010519491231002X", [(Kind.IDENTITY, "11010519491231002X")]),
        ("捐款卡号6222 0212 3456 7890 128", [(Kind.BANK, "6222 0212 3456 7890 128")]),
        ("拨打12351职工维权热线", []),
        ("产量达到13812345678吨以上的说法", [(Kind.PHONE, "13812345678")]),
        ("身份证号110105194912310021", []),
        ("编号1234567890123456", []),
        ("0000 0000 0000 0000", []),
        ("2024年5月1日上午8:30", []),
    ],
)
def test_numbers_that_lead_to_somebody(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("林海生看望了困难党员何晓兰、周立平,送上慰问金。", ("林海生", "何晓兰", "周立平"), ["何晓兰", "周立平"]),
        ("走进困难职工何晓兰家中,林海生详细询问。", ("林海生", "何晓兰"), ["何晓兰"]),
        ("何晓兰身患重病,同事捐款。", ("何晓兰",), ["何晓兰"]),
        ("林海生说,困难职工要应帮尽帮。何晓兰表示赞同。", ("林海生", "何晓兰"), []),
        ("资助困难职工子女上大学,林海生出席。", ("林海生",), []),
        ("低保户、退休矿工何晓兰", ("何晓兰",), ["何晓兰"]),
        ("林海生走访。", ("林海生",), []),
    ],
)  # fmt: skip
def test_people_named_as_being_in_hardship(text, names, expected):
    assert found_in(text, *names) == [(Kind.HARDSHIP, name) for name in expected]


@pytest.mark.parametrize(
    ("kind", "words", "mask"),
    [
        (Kind.HARDSHIP, "何晓兰", "何某"),
        (Kind.HARDSHIP, "欧阳晓兰", "欧阳某"),
        (Kind.PHONE, "13812345678", "138****5678"),
        (Kind.PHONE, "0734-8123456", "0734-*******"),
        (Kind.EMAIL, "bianji@example.org", "b***@example.org"),
        (Kind.IDENTITY, "11010519491231002X", "110***************"),
        (Kind.BANK, "6222021234567890128", "************0128"),
    ],
)
def test_a_mask_tells_one_from_another_and_finds_nobody(kind, words, mask):
    assert default_mask(kind, words) == mask


@pytest.mark.parametrize(
    ("html", "masked"),
    [
        ("<p>何晓兰与何晓兰</p>", "<p>何某与何某</p>"),
        ("<p>何<strong>晓</strong>兰来了</p>", "<p>何某<strong></strong>来了</p>"),
        (
            '<p><a href="https://a.example/?何晓兰">看</a></p>',
            '<p><a href="https://a.example/?何晓兰">看</a></p>',
        ),
        ("<p>a &lt; b 何晓兰 &amp; c</p>", "<p>a &lt; b 何某 &amp; c</p>"),
        ("<p>无关</p>", "<p>无关</p>"),
    ],
)
def test_masks_change_words_and_no_markup(html, masked):
    assert mask_html(html, re.compile("何晓兰"), {"何晓兰": "何某"}) == masked


def test_a_mask_is_in_every_field_that_readers_see():
    content = dict.fromkeys(("headline", "kicker", "subheadline", "editors_note", "source_credit"), "何晓兰")
    content |= {
        "body": "<p>何晓兰</p>",
        "contributions": [{"printed_name": "何晓兰", "printed_post": "何晓兰", "role": "author"}],
        "figures": [{"caption": "何晓兰", "credit": "何晓兰"}],
        "masks": {"何晓兰": "何某"},
    }
    masked = masked_content(content)
    del masked["masks"]
    assert "何晓兰" not in str(masked)


# In the database


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def article(db):
    """An article that names somebody in hardship, twice, and the chair who visits her."""
    article = make_article(
        "送温暖", body="<p>林海生看望困难职工何晓兰,送上慰问金。</p><p>何晓兰表示感谢。</p>"
    )
    make_mention(article, make_person("林海生"))
    make_mention(article, make_person("何晓兰"))
    make_mention(article, make_organisation("云州市总工会"))
    return article


def decide(article: Article, decision: str) -> Concern:
    refresh_concerns([article])
    concern = article.concerns.get()
    concern.decision = decision
    concern.save()
    return concern


def test_an_editor_cannot_release_what_is_not_decided(article, editor):
    assert publish([article], editor, "终审") == []
    assert not article.is_published
    assert held_back([article]) == [article]
    assert article.concerns.get().context.startswith("林海生看望困难职工何晓兰")


def test_what_is_shown_is_released_as_printed(client, article, editor):
    decide(article, Concern.Decision.SHOWN)
    assert publish([article], editor, "终审") == [article]
    assert "困难职工何晓兰" in text_of(client.get(article.get_absolute_url()))


def test_what_is_masked_is_nowhere_on_the_site(client, article, editor):
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "何某" in page
    assert "何晓兰" not in page
    assert "林海生" in page
    masked = article.mentions.get(text="何晓兰").person
    assert client.get(masked.get_absolute_url()).status_code == 404, "nobody public names her"
    for address in ("/", "/articles/", "/people/"):
        assert "何晓兰" not in client.get(address).content.decode()


def test_an_event_called_after_a_masked_name_is_not_public(client, article, editor):
    event = make_event("看望困难职工何晓兰")
    make_mention(article, event)
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    assert client.get(event.get_absolute_url()).status_code == 404
    for address in (article.get_absolute_url(), "/", "/events/"):
        assert "何晓兰" not in client.get(address).content.decode()


def test_a_masked_name_is_hidden_within_a_longer_one_and_behind_another(client, article, editor):
    """Her studio bears her name; her nickname would lead to a page that gives it."""
    article.body += "<p>何晓兰工作室成立,小何主持。</p>"
    article.save()
    make_mention(article, make_organisation("何晓兰工作室"))
    make_mention(article, Person.objects.get(name="何晓兰"), text="小何")
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "小何主持" in page
    assert "何晓兰" not in page
    for record in (Person.objects.get(name="何晓兰"), Organisation.objects.get(name="何晓兰工作室")):
        assert client.get(record.get_absolute_url()).status_code == 404


def test_a_masked_byline_makes_nobody_known(client, article, editor):
    writer = Person.objects.get(name="何晓兰")
    make_contribution(article, "何晓兰", writer)
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    assert client.get(writer.get_absolute_url()).status_code == 404
    other = make_published_article("何晓兰荣获五一劳动奖章")
    make_mention(other, writer)
    page = client.get(writer.get_absolute_url()).content.decode()
    assert other.get_absolute_url() in page
    assert f'href="{article.get_absolute_url()}"' not in page


def test_a_name_masked_in_the_report_is_not_among_those_who_took_part(client, article, editor):
    event, named = make_event("送温暖活动"), Person.objects.get(name="何晓兰")
    make_mention(article, event)
    make_mention(make_published_article("何晓兰荣获五一劳动奖章"), named)
    for person in Person.objects.all():
        EventParticipation.objects.create(event=event, person=person, is_inferred=True)
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    page = client.get(event.get_absolute_url()).content.decode()
    assert "林海生" in page
    assert "何晓兰" not in page
    assert "送温暖活动" not in client.get(named.get_absolute_url()).content.decode()


def test_a_name_that_comes_after_the_release_is_hidden_too(client, article, editor):
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    late = make_mention(article, Person.objects.get(name="何晓兰"), occurrence=1)
    hide_again(article)
    late.refresh_from_db()
    assert late.is_hidden
    assert "何晓兰" not in client.get(article.get_absolute_url()).content.decode()


def test_a_name_that_no_release_has_printed_yet_waits_for_the_next(client, article, editor):
    decide(article, Concern.Decision.SHOWN)
    publish([article], editor, "终审")
    article.body += "<p>周立平到会。</p>"
    article.save()
    speaker, writer = make_person("周立平"), make_person("何敏")
    make_mention(article, speaker)
    make_contribution(article, "何敏", writer)
    hide_again(article)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "周立平" not in page
    assert "林海生</a>" in page
    for person in (speaker, writer):
        assert client.get(person.get_absolute_url()).status_code == 404
    publish([article], editor, "补发")
    for person in (speaker, writer):
        assert client.get(person.get_absolute_url()).status_code == 200


def test_an_event_whose_name_says_nothing_of_them_stays_public(client, article, editor):
    event = make_event("看望困难职工")
    make_mention(article, event, text="林海生看望困难职工何晓兰")
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    assert client.get(event.get_absolute_url()).status_code == 200


def test_the_article_the_source_and_the_revision_keep_what_was_printed(article, editor):
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    article.refresh_from_db()
    assert "何晓兰" in article.body
    revision = article.revisions.get()
    assert "何晓兰" in revision.content["body"]
    assert revision.content["masks"] == {"何晓兰": "何某"}
    assert "何晓兰" not in str(article.released) + article.released_body


def test_a_release_by_a_machine_gives_readers_the_mask_until_somebody_decides(client, article, editor):
    assert publish([article], editor, "导入", masks_undecided=True) == [article]
    assert "何晓兰" not in client.get(article.get_absolute_url()).content.decode()
    assert article.concerns.waiting().count() == 1
    decide(article, Concern.Decision.SHOWN)
    publish([article], editor, "可以照登")
    assert "何晓兰" in client.get(article.get_absolute_url()).content.decode()
    assert client.get(article.mentions.get(text="何晓兰").person.get_absolute_url()).status_code == 200


def test_a_decision_outlives_a_change_of_the_text_and_an_undecided_thing_goes_with_its_words(article):
    decide(article, Concern.Decision.MASKED)
    article.body = "<p>慰问困难职工何晓兰。电话13812345678</p>"
    article.save()
    refresh_concerns([article])
    assert set(article.concerns.values_list("text", "decision")) == {
        ("何晓兰", "masked"),
        ("13812345678", "waiting"),
    }
    article.body = "<p>慰问职工。</p>"
    article.save()
    refresh_concerns([article])
    assert set(article.concerns.values_list("text", flat=True)) == {"何晓兰"}


def test_an_article_without_masks_is_frozen_as_before(editor, db):
    article = make_article()
    publish([article], editor, "终审")
    assert article.revisions.get().content == snapshot(article)


def test_many_articles_are_weighed_by_few_queries(article, django_assert_max_num_queries):
    others = [make_article(f"稿件 {number}", body="<p>电话13812345678</p>") for number in range(30)]
    rows = list(Article.objects.prefetch_related("figures", "contributions"))
    with django_assert_max_num_queries(3):
        refresh_concerns(rows)
    assert Concern.objects.count() == len(others) + 1


# In the admin


def article_form(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def site(client, editor):
    client.force_login(editor)
    return client


def test_the_publish_page_names_what_has_to_be_decided_first(site, article):
    refresh_concerns([article])
    address = reverse("admin:articles_article_publish", args=[article.pk])
    assert "待斟酌的内容" in site.get(address).content.decode()
    answer = site.post(address, {"reason": "终审", "decide": "1"}, follow=True)
    assert "决定之前不能发布" in answer.content.decode()
    article.refresh_from_db()
    assert not article.is_published


def test_concerns_are_decided_in_their_list_and_signed(site, article, editor):
    refresh_concerns([article])
    concern = article.concerns.get()
    site.post(
        reverse("admin:articles_concern_changelist"),
        {"action": "mask_selected", "_selected_action": [concern.pk]},
    )
    concern.refresh_from_db()
    assert (concern.decision, concern.decided_by) == ("masked", editor)
    assert concern.decided_at
    assert publish([article], editor, "终审") == [article]


def test_a_mask_that_was_no_mask_is_one_when_the_list_masks(site, article):
    """A name that was shown might have anything beside it."""
    refresh_concerns([article])
    Concern.objects.update(decision=Concern.Decision.SHOWN, mask="何晓兰女士")
    site.post(
        reverse("admin:articles_concern_changelist"),
        {"action": "mask_selected", "_selected_action": [Concern.objects.get().pk]},
    )
    assert Concern.objects.get().mask == "何某"


def test_a_mask_that_still_shows_the_words_is_refused(site, article):
    refresh_concerns([article])
    concern = article.concerns.get()
    address = reverse("admin:articles_concern_change", args=[concern.pk])
    answer = site.post(address, opened(site, concern) | {"decision": "masked", "mask": "何晓兰女士"})
    assert "遮盖后的字样里还有原文" in answer.content.decode()


def test_a_decision_on_what_is_out_says_that_readers_wait_for_the_next_release(site, article, editor):
    publish([article], editor, "导入", masks_undecided=True)
    concern = article.concerns.get()
    address = reverse("admin:articles_concern_change", args=[concern.pk])
    posted = opened(site, concern) | {"decision": "shown", "mask": concern.mask}
    answer = site.post(address, posted, follow=True)
    assert "重新发布后" in answer.content.decode()


def test_every_look_behind_a_mask_is_written_down(site, article, editor):
    source = make_source()
    Article.objects.update(source=source)
    decide(article, Concern.Decision.MASKED)
    publish([article], editor, "终审")
    revision = article.revisions.get()
    for address in (
        article_form(article),
        reverse("admin:articles_article_revisions", args=[article.pk]),
        reverse("admin:articles_articlerevision_change", args=[revision.pk]),
        reverse("admin:articles_sourcedocument_change", args=[source.pk]),
        reverse("admin:articles_sourcedocument_download", args=[source.pk]),
    ):
        assert site.get(address).status_code == 200
    places = MaskLook.objects.order_by("pk").values_list("user__username", "place")
    assert list(places) == [
        ("editor", place) for place in ("稿件", "版本对照", "签发版本", "原文", "原始文件")
    ]


def test_a_look_at_an_article_without_masks_is_not(site, article):
    site.get(article_form(article))
    assert not MaskLook.objects.exists()


def test_who_may_not_see_an_article_leaves_no_look(client, article):
    decide(article, Concern.Decision.MASKED)
    client.force_login(make_user("guest", (), is_staff=True))
    assert client.get(article_form(article)).status_code == 403
    assert not MaskLook.objects.exists()
