"""Parsed documents become rows, once; what an editor has done stays."""

import os
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from articles import rerunning
from articles.building import Papers
from articles.importing import Importer, Outcome, import_account
from articles.models import (
    Article,
    ArticleRevision,
    Attestation,
    Contribution,
    ImportRun,
    Mention,
    SourceDocument,
    SourceSpan,
)
from events.models import Event, EventParticipation
from people.models import Appointment, Organisation, Person, Post
from tests.articles.documents import (
    FIRST,
    LINES,
    SECOND,
    UNION,
    bare,
    make_document,
    make_notice,
    make_prepared,
    passages,
    reworded,
    take,
)
from tests.factories import make_editor, make_person
from unioncms.parsing import Article as ParsedArticle
from unioncms.parsing import Block, Contributor, PostMention
from unioncms.states import MatchState, Status

pytestmark = pytest.mark.django_db


def dump() -> dict[str, list]:
    """Every row of every table."""
    rows = {}
    for model in apps.get_models(include_auto_created=True):
        name = model._meta.label
        rows[name] = [
            {key: bytes(value) if isinstance(value, memoryview) else value for key, value in row.items()}
            for row in model._base_manager.order_by("pk").values()
        ]
    return rows


# What comes in


def test_a_document_is_kept_byte_for_byte():
    take()
    source = SourceDocument.objects.get()
    assert bytes(source.content) == "\n".join(LINES).encode()
    assert source.sha256 == sha256(bytes(source.content)).hexdigest()
    assert (source.text, source.encoding, source.name) == ("\n".join(LINES), "utf-8", "page.txt")


def test_articles_come_in_as_drafts_with_their_fields():
    take()
    first, second = Article.objects.order_by("position")
    assert first.headline == LINES[1]
    assert (first.column.name, first.series.title, first.part) == ("五一特刊", "大赛纪事", 1)
    assert (first.publication.name, first.published_on.isoformat()) == ("汐湖工人报", "2024-05-01")
    assert first.body == f"<h2>开幕</h2><p>{FIRST}</p>"
    assert (first.status, second.status) == (Status.DRAFT, Status.DRAFT)
    assert [(each.caption, each.credit) for each in first.figures.all()] == [("图为比赛现场", "陈立")]
    byline = first.contributions.get()
    assert (byline.printed_name, byline.role, byline.printed_role) == ("何晓兰", "reporter", "本报记者")
    assert byline.person.name == "何晓兰"


def test_markup_in_a_document_is_text():
    take()
    article = Article.objects.get(position=1)
    assert article.headline == "车间里的<script>alert(1)</script>一课"
    assert article.body == "<p>林海生走进车间。他说:&lt;b&gt;安全&lt;/b&gt;第一。</p>"


def test_each_character_lies_in_one_span_and_each_span_with_its_articles():
    take()
    source = SourceDocument.objects.get()
    covered = Counter(at for span in source.spans.all() for at in range(span.start, span.end))
    for at, character in enumerate(source.text):
        assert character.isspace() or covered[at] == 1
    assert list(Article.objects.get(position=1).spans.values_list("label", flat=True)) == [
        "headline",
        "paragraph",
    ]
    assert SourceSpan.objects.filter(articles=None).count() == 2


def test_mentions_are_anchored_where_the_words_stand():
    take()
    mentions = Mention.objects.filter(article__position=0, text="市总工会").order_by("occurrence")
    assert [(each.occurrence, each.before, each.after) for each in mentions] == [
        (0, "开幕\n5月1日,", "举办第九届职工技能大赛,市总工会主席林海"),
        (1, "月1日,市总工会举办第九届职工技能大赛,", "主席林海生出席。市总工会将继续办赛。"),
        (2, "届职工技能大赛,市总工会主席林海生出席。", "将继续办赛。"),
    ]
    assert {each.name for each in mentions} == {UNION}


def test_a_body_named_without_a_place_in_the_text_is_mentioned_all_the_same():
    take()
    mention = Mention.objects.get(name="汐湖工人报")
    assert (mention.field, mention.text, mention.before, mention.after) == ("body", "汐湖工人报", "", "")
    assert mention.organisation.name == "汐湖工人报"


def test_posts_are_attested_with_their_sentence():
    take()
    attestation = Attestation.objects.get(name="林海生")
    assert attestation.passage == "5月1日,市总工会举办第九届职工技能大赛,市总工会主席林海生出席。"
    assert (attestation.organisation_name, attestation.title) == (UNION, "主席")
    assert (attestation.printed_post, attestation.state) == ("市总工会主席", MatchState.MATCHED)
    assert attestation.attested_on.isoformat() == "2024-05-01"
    assert attestation.post == Post.objects.get(organisation__name=UNION, title="主席")


def test_each_article_that_prints_a_post_attests_it():
    document = make_document()
    person = document.people[0]
    again = PostMention(1, "林海生主席", passages(SECOND, "林海生", 1)[0])
    post = replace(person.posts[0], mentions=(*person.posts[0].mentions, again))
    take(make_prepared(replace(document, people=(replace(person, posts=(post,)),))))
    found = Attestation.objects.filter(name="林海生").order_by("article__position")
    assert [(each.printed_post, each.passage) for each in found] == [
        ("市总工会主席", "5月1日,市总工会举办第九届职工技能大赛,市总工会主席林海生出席。"),
        ("林海生主席", "林海生走进车间。"),
    ]
    assert Appointment.objects.filter(person__name="林海生").count() == 1


def test_an_attestation_concludes_an_appointment_of_unknown_dates():
    take()
    appointment = Appointment.objects.get(person__name="林海生")
    assert appointment.is_inferred
    assert appointment.started_on is None
    assert appointment.ended_on is None


def test_a_confirmed_appointment_is_enough():
    take()
    Appointment.objects.filter(person__name="林海生").update(is_inferred=False, begun_by="当选")
    take(make_notice(1, "林海生", (UNION, "主席")))
    appointment = Appointment.objects.get(person__name="林海生")
    assert (appointment.is_inferred, appointment.begun_by) == (False, "当选")


def test_an_event_has_its_organisers_and_people():
    take()
    event = Event.objects.get(name="第九届职工技能大赛")
    assert (event.started_on.isoformat(), event.place, event.session) == ("2024-05-01", "汐湖市", 9)
    assert {(each.role, str(each.person or each.organisation)) for each in event.participations.all()} == {
        ("organiser", UNION),
        ("present", "林海生"),
    }
    assert event.mentions.get().article.position == 0


def test_what_the_register_lacks_is_made_provisionally():
    totals = take().totals
    assert totals.made == {"articles": 2, "people": 2, "posts": 2, "organisations": 2, "events": 2}
    assert set(Person.objects.values_list("name", "is_provisional")) == {("林海生", True), ("何晓兰", True)}
    union = Organisation.objects.get(name=UNION)
    assert (union.kind, union.level, union.is_provisional) == ("union", "city", True)


def test_a_known_person_is_found_again():
    person = make_person("林海生")
    take()
    assert set(Mention.objects.filter(kind="person", name="林海生").values_list("person", flat=True)) == {
        person.pk
    }


def test_too_long_a_line_is_cut_and_the_document_kept():
    document = reworded(
        make_document(), headline="长" * 500, contributors=(Contributor("名" * 90, "author"),)
    )
    take(make_prepared(document))
    article = Article.objects.get(position=0)
    assert article.headline == "长" * 199 + "…"
    assert article.contributions.get().printed_name == "名" * 59 + "…"


def test_a_date_that_is_none_is_left_out():
    take(make_prepared(replace(make_document(), published_on="2024-13-45")))
    assert Article.objects.filter(published_on_earliest=None).count() == 2


def test_the_import_account_cannot_log_in():
    user = import_account()
    assert (user.username, user.is_staff, user.has_usable_password()) == ("import", False, False)
    assert import_account() == user


def test_a_run_is_recorded_with_its_counts():
    take()
    run = ImportRun.objects.get()
    assert run.started_by.username == "import"
    assert run.counts["documents"] == {"new": 1}
    assert run.counts["characters_discarded"] == len("汐湖工人报2024年5月1日相关阅读:")
    assert SourceDocument.objects.get().run == run


# Matching in an import


def test_without_new_records_nobody_is_made():
    importer = take(make_records=False)
    for model in (Person, Organisation, Post, Event, EventParticipation, Appointment):
        assert not model.objects.exists()
    assert set(Mention.objects.values_list("state", flat=True)) == {MatchState.UNMATCHED}
    assert Attestation.objects.filter(state=MatchState.UNMATCHED).count() == 2
    assert importer.totals.waiting == Mention.objects.count() > 0
    assert Article.objects.count() == 2


def test_without_new_records_who_is_known_is_linked():
    person = make_person("林海生")
    take(make_records=False)
    assert Mention.objects.filter(person=person, state=MatchState.MATCHED).count() == 2


def test_two_of_one_name_leave_a_mention_ambiguous():
    make_person("林海生")
    make_person("林海生")
    importer = take()
    mentions = Mention.objects.filter(kind="person", name="林海生")
    assert {each.state for each in mentions} == {MatchState.AMBIGUOUS}
    assert importer.totals.waiting == 2
    assert Attestation.objects.get(name="林海生").state == MatchState.AMBIGUOUS
    assert Person.objects.count() == 3


NOTICES = {
    "a": lambda: make_notice(1, "陈立", ("云州市总工会", "主席")),
    "b": lambda: make_notice(2, "陈立", ("汐湖市总工会", "主席")),
    "bare": lambda: make_notice(3, "陈立"),
}


@pytest.mark.parametrize(
    "order", ["a b bare", "a bare b", "bare a b", "bare b a", "b a bare", "b bare a"], ids=str
)
def test_the_register_does_not_depend_on_the_order(order):
    """Two chairs of one name in two cities, and a page that says nothing of its 陈立."""
    for name in order.split():
        take(NOTICES[name]())
    people = Person.objects.filter(name="陈立")
    assert sorted([each.organisation_name for each in person.attestations.all()] for person in people) == [
        ["云州市总工会"],
        ["汐湖市总工会"],
    ]
    states = dict(Mention.objects.filter(kind="person").values_list("article__headline", "state"))
    assert states == {"通知1": "matched", "通知2": "matched", "通知3": "ambiguous"}


def test_what_an_editor_settled_is_not_released():
    take(NOTICES["bare"](), NOTICES["a"]())
    person = Person.objects.get()
    Mention.objects.filter(article__headline="通知3").update(is_settled=True)
    take(NOTICES["b"]())
    assert Mention.objects.get(article__headline="通知3").person == person


def test_a_body_that_signs_is_no_person():
    document = reworded(make_document(), contributors=(Contributor("汐湖工人报", "author"),))
    take(make_prepared(document))
    assert not Person.objects.filter(name="汐湖工人报").exists()
    assert Contribution.objects.get().state == MatchState.UNMATCHED


# Queries


def count_queries(prepared) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        take(prepared)
    return len(queries)


def test_queries_do_not_grow_with_the_mentions():
    few = count_queries(make_notice(1, "张三", organisations=tuple(f"甲{each}工会" for each in range(3))))
    many = count_queries(make_notice(2, "李四", organisations=tuple(f"乙{each}工会" for each in range(60))))
    assert many <= few + 1


# A second time


def test_a_second_run_changes_no_row():
    take(publishes=True)
    before = dump()
    importer = take(publishes=True)
    assert importer.totals.documents == {Outcome.UNCHANGED: 1}
    assert dump() == before


def test_a_renamed_file_is_the_same_document():
    take()
    before = dump()
    document = replace(make_document(), source="other/name.txt")
    assert take(make_prepared(document, "other/name.txt")).totals.documents == {Outcome.UNCHANGED: 1}
    assert dump() == before


def test_the_same_bytes_twice_in_a_run_are_one_document():
    importer = take(make_prepared(), make_prepared(name="copy.txt"))
    assert importer.totals.documents == {Outcome.NEW: 1, Outcome.UNCHANGED: 1}
    assert SourceDocument.objects.count() == 1


def test_a_changed_parse_updates_what_nobody_touched():
    take()
    article = Article.objects.get(position=0)
    document = reworded(make_document(), headline="第九届职工技能大赛今日开幕", column="要闻")
    importer = take(make_prepared(document))
    assert importer.totals.documents == {Outcome.CHANGED: 1}
    again = Article.objects.get(position=0)
    assert (again.pk, again.headline, again.column.name) == (article.pk, "第九届职工技能大赛今日开幕", "要闻")
    assert again.imported["headline"] == "第九届职工技能大赛今日开幕"
    assert Article.objects.count() == 2


def test_an_editors_headline_survives():
    take()
    Article.objects.filter(position=0).update(headline="技能大赛开幕了")
    before = dump()
    take()
    assert dump() == before
    take(make_prepared(reworded(make_document(), headline="今日开幕", kicker="五一")))
    article = Article.objects.get(position=0)
    assert (article.headline, article.kicker) == ("技能大赛开幕了", "五一")
    assert article.imported["headline"] == LINES[1]
    take(make_prepared(reworded(make_document(), headline="明日开幕", kicker="五一")))
    assert Article.objects.get(position=0).headline == "技能大赛开幕了"


def test_the_editors_widget_alone_touches_no_body():
    take()
    article = Article.objects.get(position=0)
    article.body = article.body.replace("</h2>", "</h2>\n\n") + "\n"
    article.save()
    block = Block("paragraph", FIRST + "完")
    take(make_prepared(reworded(make_document(), body=(block,))))
    assert Article.objects.get(position=0).body == f"<p>{FIRST}完</p>"


def test_a_published_article_is_left_alone():
    take(publishes=True)
    before = Article.objects.get(position=0)
    take(make_prepared(reworded(make_document(), headline="今日开幕", contributors=())), publishes=True)
    after = Article.objects.get(position=0)
    assert (after.headline, after.status) == (before.headline, Status.PUBLISHED)
    assert after.contributions.count() == 1
    assert after.imported == before.imported
    assert ArticleRevision.objects.count() == 2


def test_a_published_article_brings_no_new_names(monkeypatch):
    take(publishes=True)
    before = [model.objects.count() for model in (Person, Organisation, Event, Post, Mention)]
    document = make_document()
    other = replace(document.people[0], name="陈立")
    event = replace(document.events[0], name="第十届职工技能大赛")
    article = replace(document.articles[0], contributors=(Contributor("赵新", "author"),))
    changed = replace(document, articles=(article, document.articles[1]), people=(other,), events=(event,))
    assert take(make_prepared(changed)).totals.documents == {Outcome.CHANGED: 1}
    assert [model.objects.count() for model in (Person, Organisation, Event, Post, Mention)] == before


def only_the_first(document):
    """`document` without its visit, its reporter and its paper."""
    return replace(
        document,
        publication=None,
        articles=(replace(document.articles[0], contributors=()), document.articles[1]),
        people=document.people[:1],
        organisations=document.organisations[:1],
        events=document.events[:1],
    )


def test_what_only_the_machine_made_goes_when_nothing_names_it():
    take()
    take(make_prepared(only_the_first(make_document())))
    assert list(Person.objects.values_list("name", flat=True)) == ["林海生"]
    assert list(Organisation.objects.values_list("name", flat=True)) == [UNION]
    assert list(Event.objects.values_list("name", flat=True)) == ["第九届职工技能大赛"]
    assert EventParticipation.objects.count() == 2


def test_an_undated_event_stays_the_same_and_learns_its_date():
    document = make_document()
    talk = replace(document.events[1], name="座谈会")
    take(make_prepared(replace(document, events=(talk,))))
    event = Event.objects.get()
    dated = replace(talk, date="2024-04-30", place="一车间")
    take(make_prepared(replace(document, events=(dated,))))
    again = Event.objects.get()
    assert (again.pk, again.started_on.isoformat(), again.place) == (event.pk, "2024-04-30", "一车间")
    other = replace(talk, date="2024-04-29")
    take(make_prepared(replace(document, events=(other,))))
    assert Event.objects.get().started_on.isoformat() == "2024-04-29"
    assert Mention.objects.get(kind="event").event == Event.objects.get()


@pytest.mark.parametrize("touch", ["confirmed", "logged", "named elsewhere"])
def test_what_somebody_has_worked_on_stays(touch):
    take()
    person = Person.objects.get(name="何晓兰")
    if touch == "confirmed":
        Person.objects.filter(pk=person.pk).update(is_provisional=False)
    elif touch == "logged":
        LogEntry.objects.log_actions(make_editor().pk, [person], CHANGE, "改了简介")
    else:
        take(make_notice(1, "何晓兰"))
    take(make_prepared(only_the_first(make_document())))
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_deleted_inference_is_not_drawn_again():
    take()
    Appointment.objects.filter(person__name="林海生").delete()
    take(make_prepared(reworded(make_document(), headline="今日开幕")))
    assert not Appointment.objects.filter(person__name="林海生").exists()


def test_a_new_article_is_added_and_the_order_follows_the_parse():
    take()
    first, second = Article.objects.order_by("position")
    document = make_document()
    notice = ParsedArticle(headline="启事", body=(Block("paragraph", "明日放假一天,特此通知。"),))
    articles = (notice, document.articles[1], document.articles[0])
    take(
        make_prepared(replace(document, articles=articles, people=(), organisations=(), events=(), spans=()))
    )
    assert [each.headline for each in Article.objects.order_by("position")] == [
        "启事",
        second.headline,
        first.headline,
    ]
    assert set(Article.objects.values_list("pk", flat=True)) > {first.pk, second.pk}


@pytest.mark.parametrize("is_touched", [True, False])
def test_only_an_untouched_article_vanishes_with_its_parse(is_touched):
    take()
    if is_touched:
        Article.objects.filter(position=0).update(subheadline="编辑加的副题")
    document = make_document()
    take(make_prepared(bare(document, document.articles[1:])))
    headlines = [each.headline for each in Article.objects.order_by("position")]
    assert headlines == [LINES[5], LINES[1]] if is_touched else [LINES[5]]


def pieces(opening: str, count: int) -> list[Article]:
    """Unsaved articles, each of other words."""
    bodies = ["".join(chr(0x4E00 + 20 * number + at) for at in range(20)) for number in range(count)]
    return [
        Article(pk=number + 1, position=number, imported={"headline": opening, "body": f"<p>{body}</p>"})
        for number, body in enumerate(bodies)
    ]


@pytest.mark.parametrize(("opening", "at_most"), [("", 0), ("快讯", rerunning.MAX_COMPARISONS)])
def test_a_document_of_many_pieces_is_not_compared_piece_by_piece(opening, at_most, monkeypatch):
    compared = []
    likeness = rerunning.likeness
    monkeypatch.setattr(rerunning, "likeness", lambda *pair: compared.append(1) or likeness(*pair))
    old, new = pieces("", 500), pieces(opening, 500)[1:]
    pairs = rerunning.align(old, new)
    assert len(compared) <= at_most
    assert {number: row.pk for number, row in pairs.items()} == {
        number: number + 2 for number in range(len(new))
    }


def test_settled_mentions_stay_and_others_follow_the_parse():
    take()
    settled = Mention.objects.get(name="林海生", article__position=0)
    Mention.objects.filter(pk=settled.pk).update(is_settled=True, person=None, state=MatchState.REJECTED)
    document = make_document()
    bodies = (replace(document.organisations[0], passages=passages(FIRST, "市总工会", 0)[:1], articles=()),)
    take(make_prepared(replace(document, people=(), organisations=bodies, events=())))
    kept = Mention.objects.get(pk=settled.pk)
    assert (kept.state, kept.is_settled) == (MatchState.REJECTED, True)
    assert Mention.objects.exclude(pk=settled.pk).values_list("text", flat=True).get() == "市总工会"
    assert not Attestation.objects.exists()
    assert not Appointment.objects.filter(is_inferred=True).exists()


def test_an_edited_byline_survives_a_changed_parse():
    take()
    contribution = Contribution.objects.get()
    Contribution.objects.filter(pk=contribution.pk).update(printed_name="何小兰")
    take(make_prepared(reworded(make_document(), contributors=(Contributor("何晓岚", "reporter"),))))
    assert Contribution.objects.get().printed_name == "何小兰"


# Faults


def test_a_fault_of_one_document_leaves_the_others_in(monkeypatch):
    def fail(*args, **options):
        raise IntegrityError("UNIQUE constraint failed")

    with monkeypatch.context() as patch:
        patch.setattr("articles.storing.store_spans", fail)
        importer = Importer()
        assert importer.take(make_prepared()) == Outcome.FAILED
    assert not SourceDocument.objects.exists()
    assert importer.take(make_notice(1, "林海生")) == Outcome.NEW
    run = importer.finish()
    assert run.failures[0]["source"] == "page.txt"


def test_a_clash_with_an_editor_is_tried_once_more(monkeypatch):
    """Between the importer's look and its write an editor adds the same column."""
    ensure = Papers.ensure
    clashes = []

    def clash_once(document):
        if not clashes:
            clashes.append(document)
            raise IntegrityError("UNIQUE constraint failed: articles_column.name")
        return ensure(document)

    monkeypatch.setattr(Papers, "ensure", clash_once)
    assert take().totals.documents == {Outcome.NEW: 1}
    assert len(clashes) == 1


def test_publishing_is_part_of_the_document():
    importer = take(publishes=True)
    assert set(Article.objects.values_list("status", flat=True)) == {Status.PUBLISHED}
    revision = ArticleRevision.objects.first()
    assert (revision.created_by, revision.reason) == (importer.user, "导入后自动发布")


def test_what_an_editor_withdrew_is_not_published_again():
    take(publishes=True)
    Article.objects.update(status=Status.WITHDRAWN)
    take(make_prepared(reworded(make_document(), headline="今日开幕")), publishes=True)
    assert set(Article.objects.values_list("status", flat=True)) == {Status.WITHDRAWN}


# The reference documents


REFERENCE = os.environ.get("UNIONCMS_REFERENCE", "")
needs_reference = pytest.mark.skipif(
    not REFERENCE, reason="UNIONCMS_REFERENCE names no folder of real documents"
)


@needs_reference
def test_the_reference_documents_come_in_once():
    seeds = Path(REFERENCE) / "seeds"
    call_command("import_seeds", str(seeds), workers=1)
    assert Article.objects.count() == 26
    chair = Person.objects.get(name="谭敦龙")
    assert {str(each.post) for each in chair.attestations.all()} == {
        "衡阳市人大常委会副主任",
        "衡阳市总工会主席",
    }
    assert Article.objects.filter(mentions__person=chair).distinct().count() == 2
    eleven = Article.objects.filter(source__name__startswith="001")
    assert [each.contributions.filter(role="author").count() for each in eleven] == [1] * 11
    for source in SourceDocument.objects.all():
        covered = Counter(at for span in source.spans.all() for at in range(span.start, span.end))
        wrong = [at for at, each in enumerate(source.text) if not each.isspace() and covered[at] != 1]
        assert not wrong
    before = dump()
    call_command("import_seeds", str(seeds), workers=1)
    assert dump() == before
