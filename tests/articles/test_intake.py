"""导入原文: what an editor brings in is read, shown, set right and imported, by pages without a script."""

import re
from itertools import chain

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import tasks
from articles.files import Refused
from articles.intake import import_intake, read_waiting, rearrange, receive
from articles.models import Article, ImportRun, Intake, SourceDocument
from people.models import Person
from tests.factories import make_editor, make_user
from tests.running import ROOT
from unioncms.parsing.segmenting.rearranging import join

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/intake/add/"
PAGE = """# 南湖区总工会开展送清凉活动

本报讯（记者 周立平）7月3日，南湖区总工会到环卫站慰问一线职工，送去毛巾和绿豆汤。

区总工会主席何敏说，天热以后每周都会来一趟，直到处暑。

# 钢城工人读书会办了一百期

每个周五晚上，轧钢厂的读书会都在更衣室旁边的小屋里开讲，已经办了一百期。

版权所有侵权必究
"""
READING = ("view_intake", "add_intake", "change_intake", "delete_intake")


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def bring_in(client, text: str = PAGE, name: str = "第2版", suffix: str = ".md") -> Intake:
    file = SimpleUploadedFile(f"{name}{suffix}", text.encode())
    client.post(ADD, {"files": [file], "text": "", "name": ""})
    return Intake.objects.latest("pk")


def page_of(intake: Intake) -> str:
    return reverse("admin:articles_intake_change", args=[intake.pk])


def press(client, intake: Intake, do: str, **fields):
    intake.refresh_from_db()
    return client.post(page_of(intake), {"do": do, "version": intake.version, **fields}, follow=True)


def headlines(intake: Intake) -> list[str | None]:
    intake.refresh_from_db()
    return [article["headline"] for article in intake.found["articles"]]


def start_of(intake: Intake, words: str) -> int:
    intake.refresh_from_db()
    place = intake.text.index(words)
    pieces = [*chain(*intake.outline["articles"]), *intake.outline["discarded"]]
    return max(start for start, _, _ in pieces if start <= place)


def test_a_file_is_read_and_shown_before_anything_is_stored(client, editor):
    intake = bring_in(client)
    assert (intake.name, intake.state, intake.created_by) == ("第2版.md", Intake.State.READY, editor)
    html = client.get(page_of(intake)).content.decode()
    for words in (
        "南湖区总工会开展送清凉活动",
        "钢城工人读书会办了一百期",
        "周立平（记者）",
        "何敏",
        "版权所有侵权必究",
    ):
        assert words in html
    assert not Article.objects.exists()
    assert not Person.objects.exists()
    assert not SourceDocument.objects.exists()


def test_pasted_text_is_taken_as_it_is(client, editor):
    client.post(ADD, {"text": "南湖区总工会\r\n开展送清凉活动\r\n", "name": "粘来的版"})
    intake = Intake.objects.get()
    assert intake.name == "粘来的版.txt"
    assert bytes(intake.content).decode() == "南湖区总工会\n开展送清凉活动\n"


def test_several_files_come_in_at_once(client, editor):
    files = [SimpleUploadedFile(f"{number}.txt", f"{PAGE}{number}".encode()) for number in range(3)]
    client.post(ADD, {"files": files, "text": "", "name": ""})
    assert sorted(Intake.objects.values_list("name", flat=True)) == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b" \n ", "是空的"),
        ("picture.png", b"\x89PNG", "不是能读的格式"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(client, editor, name, content, reason):
    answer = client.post(ADD, {"files": [SimpleUploadedFile(name, content)], "text": "", "name": ""})
    assert reason in answer.content.decode()
    assert not Intake.objects.exists()


def test_too_large_a_file_is_refused(client, editor, settings):
    settings.MAX_DOCUMENT_MB = 1
    file = SimpleUploadedFile("big.txt", b"a" * (2**20 + 1))
    answer = client.post(ADD, {"files": [file], "text": "", "name": ""})
    assert "超过 1 MB" in answer.content.decode()


def test_nothing_given_is_said(client, editor):
    assert "请选择文件，或粘贴文字" in client.post(ADD, {"text": " ", "name": ""}).content.decode()


def test_a_name_that_would_rewrite_the_page_is_shown_as_text(client, editor):
    intake = bring_in(client, name="<img src=x onerror=alert(1)>\u202e")
    html = client.get(page_of(intake)).content.decode()
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror" in html
    assert "\u202e" not in intake.name


def test_bytes_that_are_no_text_are_told_to_the_editor(client, editor):
    client.post(ADD, {"files": [SimpleUploadedFile("a.pdf", b"%PDF-1.4 broken")], "text": "", "name": ""})
    intake = Intake.objects.get()
    assert intake.state == Intake.State.FAILED
    assert intake.failure
    assert intake.failure in client.get(page_of(intake)).content.decode()


def test_the_same_document_is_taken_once(client, editor):
    bring_in(client)
    answer = client.post(
        ADD, {"files": [SimpleUploadedFile("twin.md", PAGE.encode())], "text": "", "name": ""}
    )
    assert "已经提交过" in answer.content.decode()
    press(client, Intake.objects.get(), "import")
    answer = client.post(
        ADD, {"files": [SimpleUploadedFile("twin.md", PAGE.encode())], "text": "", "name": ""}
    )
    assert "与已导入的原文" in answer.content.decode()
    assert Intake.objects.count() == 1


def test_an_import_from_the_admin_is_the_import_of_the_command(client, editor):
    intake = bring_in(client)
    press(client, intake, "import")
    intake.refresh_from_db()
    assert intake.state == Intake.State.IMPORTED
    assert [each.headline for each in intake.source.articles.order_by("position")] == [
        "南湖区总工会开展送清凉活动",
        "钢城工人读书会办了一百期",
    ]
    assert intake.run == ImportRun.objects.get()
    assert intake.run.started_by == editor
    assert bytes(intake.source.content).decode() == PAGE
    assert (bytes(intake.content), intake.text, intake.outline) == (b"", "", None), "kept once, in the source"
    assert Person.objects.filter(name="何敏").exists()


def test_names_make_no_records_where_the_editor_says_so(client, editor):
    press(client, bring_in(client), "import", no_new_records="on")
    assert Article.objects.count() == 2
    assert not Person.objects.exists()


def test_an_article_is_split_joined_and_moved(client, editor):
    intake = bring_in(client)
    press(client, intake, f"split 0 {start_of(intake, '区总工会主席何敏')}")
    assert headlines(intake) == ["南湖区总工会开展送清凉活动", None, "钢城工人读书会办了一百期"]
    press(client, intake, "join 1")
    press(client, intake, "move 1 0")
    assert headlines(intake) == ["钢城工人读书会办了一百期", "南湖区总工会开展送清凉活动"]
    press(client, intake, "import")
    assert list(Article.objects.order_by("position").values_list("headline", flat=True)) == [
        "钢城工人读书会办了一百期",
        "南湖区总工会开展送清凉活动",
    ]


def test_labels_are_changed_and_a_discard_is_brought_back(client, editor):
    intake = bring_in(client)
    start = start_of(intake, "区总工会主席何敏")
    press(client, intake, "relabel 0", **{f"label-{start}": "subheadline"})
    intake.refresh_from_db()
    assert intake.found["articles"][0]["subheadline"].startswith("区总工会主席何敏")
    start = start_of(intake, "版权所有")
    press(client, intake, f"adopt {start}", **{f"label-{start}": "paragraph", f"to-{start}": "2"})
    intake.refresh_from_db()
    assert intake.found["articles"][1]["body"][-1]["text"] == "版权所有侵权必究"
    assert intake.outline["discarded"] == []


def test_each_step_can_be_taken_back_and_all_at_once(client, editor):
    intake = bring_in(client)
    first = intake.outline
    press(client, intake, "join 1")
    press(client, intake, f"split 0 {start_of(intake, '区总工会主席何敏')}")
    press(client, intake, "back")
    assert headlines(intake) == ["南湖区总工会开展送清凉活动"]
    press(client, intake, "reset")
    intake.refresh_from_db()
    assert intake.outline == first
    assert intake.steps == []


def test_a_step_on_a_layout_that_somebody_else_has_changed_is_not_done(client, editor):
    intake = bring_in(client)
    rearrange(intake.pk, intake.version, lambda outline: join(outline, 1))
    answer = client.post(page_of(intake), {"do": "move 1 0", "version": intake.version}, follow=True)
    assert "刚有别的改动" in answer.content.decode()
    assert headlines(intake) == ["南湖区总工会开展送清凉活动"]


@pytest.mark.parametrize(
    "do",
    ["", "explode", "split", "split 0", "split a b", "move 0 99", "join 7", "join -3", "adopt 5", "_receive",
     "split 99999999999999999999 0", "view", "relabel 99"],
)  # fmt: skip
def test_odd_buttons_change_nothing(client, editor, do):
    intake = bring_in(client)
    before = intake.outline
    assert press(client, intake, do).status_code == 200
    intake.refresh_from_db()
    assert (intake.outline, intake.state) == (before, Intake.State.READY)


def test_an_import_by_the_command_keeps_the_layout_an_editor_gave(client, editor, tmp_path):
    from django.core.management import call_command

    intake = bring_in(client)
    press(client, intake, "move 1 0")
    press(client, intake, "import")
    before = list(Article.objects.order_by("position").values_list("pk", "headline"))
    (tmp_path / "again.md").write_text(PAGE)
    call_command("import_seeds", str(tmp_path), verbosity=0)
    assert list(Article.objects.order_by("position").values_list("pk", "headline")) == before


def test_a_fault_while_reading_is_told_and_not_waited_for(client, editor, monkeypatch):
    monkeypatch.setattr("articles.intake.prepare_bytes", lambda *arguments: 1 / 0)
    intake = bring_in(client)
    assert intake.state == Intake.State.FAILED
    assert "内部错误" in intake.failure


def test_a_job_that_comes_twice_does_nothing_the_second_time(client, editor):
    intake = bring_in(client)
    press(client, intake, "import")
    tasks.read.call(intake.pk)
    tasks.import_as_laid_out.call(intake.pk, editor.pk, True)
    intake.refresh_from_db()
    assert intake.state == Intake.State.IMPORTED
    assert Article.objects.count() == 2


def test_thrown_away_it_is_gone(client, editor):
    intake = bring_in(client)
    client.post(reverse("admin:articles_intake_delete", args=[intake.pk]), {"post": "yes"})
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("permissions", "may_see", "may_add"),
    [((), False, False), (("view_intake",), True, False), (READING, True, True)],
)
def test_each_page_asks_for_its_permission(client, editor, permissions, may_see, may_add):
    intake = bring_in(client)
    client.force_login(make_user("guest", permissions, is_staff=True))
    assert client.get(page_of(intake)).status_code == (200 if may_see else 403)
    assert client.get(ADD).status_code == (200 if may_add else 403)
    before = intake.outline
    answer = client.post(page_of(intake), {"do": "join 1", "version": 0})
    assert answer.status_code == (302 if may_add else 403)
    intake.refresh_from_db()
    assert (intake.outline != before) == may_add


def test_who_may_not_add_articles_may_not_import(client, editor):
    intake = bring_in(client)
    client.force_login(make_user("reader", READING, is_staff=True))
    html = client.get(page_of(intake)).content.decode()
    assert 'value="import"' not in html
    assert client.post(page_of(intake), {"do": "import", "version": 0}).status_code == 403
    intake.refresh_from_db()
    assert intake.state == Intake.State.READY


def test_visitors_are_sent_to_log_in(client):
    assert client.get(ADD).status_code == 302


def test_a_page_of_many_articles_is_cut_into_pages(client, editor, django_assert_max_num_queries):
    text = "".join(
        f"# 第{number}车间夺得流动红旗\n\n第{number}车间本月夺得了流动红旗。\n\n" for number in range(40)
    )
    intake = bring_in(client, text)
    with django_assert_max_num_queries(14):
        html = client.get(page_of(intake)).content.decode()
    assert len(re.findall(r'class="intake-article"', html)) == 12
    assert "第 1 页，共 4 页" in html
    answer = press(client, intake, "join 30")
    assert answer.redirect_chain[-1][0].endswith("?p=3#a30")


def test_the_list_does_not_read_the_documents(client, editor, django_assert_max_num_queries):
    for number in range(5):
        bring_in(client, f"{PAGE}{number}", name=str(number))
    with django_assert_max_num_queries(9) as queries:
        assert client.get("/admin/articles/intake/").status_code == 200
    assert not any('"articles_intake"."content"' in query["sql"] for query in queries.captured_queries)


def test_every_specimen_can_be_brought_in(client, editor):
    for path in sorted((ROOT / "seeds").iterdir()):
        client.post(
            ADD, {"files": [SimpleUploadedFile(path.name, path.read_bytes())], "text": "", "name": ""}
        )
        intake = Intake.objects.latest("pk")
        assert client.get(page_of(intake)).status_code == 200
        press(client, intake, "import")
        intake.refresh_from_db()
        assert intake.state == Intake.State.IMPORTED


# Two at once


def test_what_is_thrown_away_while_it_is_read_does_not_come_back(client, editor):
    intake = receive("第2版.md", PAGE.encode(), editor)
    Intake.objects.all().delete()
    read_waiting(intake)
    assert not Intake.objects.exists()


def test_what_was_laid_out_while_a_second_worker_read_it_stands(client, editor):
    """The editor asked again, and two workers read it."""
    slow = receive("第2版.md", PAGE.encode(), editor)
    read_waiting(Intake.objects.get())
    rearrange(slow.pk, 0, lambda outline: join(outline, 1))
    read_waiting(slow)
    assert len(Intake.objects.get().outline["articles"]) == 1


@pytest.mark.parametrize("by_then", ["gone", "imported"])
def test_an_intake_is_imported_once_or_not_at_all(client, editor, by_then):
    intake = bring_in(client)
    Intake.objects.update(state=Intake.State.IMPORTING)
    intake = Intake.objects.get()
    if by_then == "gone":
        Intake.objects.all().delete()
    else:
        import_intake(Intake.objects.get(), editor)
    runs = ImportRun.objects.count()
    assert import_intake(intake, editor) is None
    assert ImportRun.objects.count() == runs
    assert Intake.objects.filter(run__isnull=False).count() == runs


def test_the_same_text_sent_twice_is_taken_once(editor):
    receive("第2版.md", PAGE.encode(), editor)
    with pytest.raises(Refused, match="已经提交过"):
        receive("另名.md", PAGE.encode(), editor)
