"""导入原文: files and pasted texts come in here, are shown as they would be imported, set right, and imported."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import urlencode

from articles import tasks
from articles.admin.intake_page import LABELS, PAGE_LENGTH, read_page
from articles.models import Intake
from unioncms.admin_site import RecordAdmin, admin_url, list_url, may

MOST_FILES = 50
STUCK_AFTER = 300  # seconds in the worker's hands after which an editor may ask again


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files if file] or super().clean(
            None, initial
        )


class IntakeForm(forms.Form):
    files = FilesField(
        label="上传文件",
        required=False,
        help_text="文本、Markdown、网页、Word(.docx)或有文字层的 PDF，可以一次选几个。",
    )
    text = forms.CharField(
        label="或粘贴文字",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField intake-text", "lang": "zh-Hans"}),
        help_text="把版面文字原样贴进来，断行、错位都不必先改。",
    )
    name = forms.CharField(
        label="名称",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "autocomplete": "off"}),
        help_text="粘贴的文字叫什么，如 2024-05-01 第2版。不填则用当前时间。",
    )

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("files") and not (cleaned.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError("请选择文件，或粘贴文字。")
        if len(cleaned.get("files") or ()) > MOST_FILES:
            raise forms.ValidationError(f"一次最多 {MOST_FILES} 个文件。")
        return cleaned

    def received(self) -> list[tuple[str, Callable[[], bytes]]]:
        """Name and bytes of each file, and of the text."""
        given = [(file.name, file.read) for file in self.cleaned_data["files"] or ()]
        text = self.cleaned_data["text"]
        if text.strip():
            name = self.cleaned_data["name"].strip() or f"粘贴 {timezone.localtime():%Y-%m-%d %H.%M.%S}"
            given.append((f"{name}.txt", text.replace("\r\n", "\n").encode))
        return given


@admin.register(Intake)
class IntakeAdmin(RecordAdmin):
    menu_order = 10
    queues = (("待核对的原文", {"state__exact": Intake.State.READY.value}),)
    list_display = ["name", "state", "failure", "created_by", "created_at"]
    list_filter = ["state", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["name", "sha256"]
    search_help_text = "按文件名或 SHA-256 查找。"

    def get_queryset(self, request):
        """Without bytes, text and layouts, which only the page of one needs."""
        return super().get_queryset(request).defer("content", "text", "outline", "steps", "found")

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = IntakeForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            taken = self._receive(request, form)
            if len(taken) == 1:
                return HttpResponseRedirect(admin_url(taken[0]))
            if taken:
                return HttpResponseRedirect(list_url(Intake))
        context = {
            **self.admin_site.each_context(request),
            "title": "导入原文",
            "opts": self.opts,
            "media": self.media,
            "form": form,
            "most_megabytes": settings.MAX_DOCUMENT_MB,
        }
        return TemplateResponse(request, "admin/articles/intake/add_form.html", context)

    def _receive(self, request, form: IntakeForm) -> list[Intake]:
        from articles.files import Refused
        from articles.intake import receive

        taken = []
        for name, read in form.received():
            try:
                taken.append(receive(name, read(), request.user))
            except Refused as refused:
                self.message_user(request, f"没有收下《{name}》：{refused}。", messages.WARNING)
        for intake in taken:
            self.log_addition(request, intake, "提交原文。")
            tasks.read.enqueue(intake.pk)
        if len(taken) > 1:
            self.message_user(request, f"收下 {len(taken)} 份原文，正在读取。", messages.SUCCESS)
        return taken

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """What is found in the text, and the tools to set its layout right."""
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        intake = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, intake):
            raise PermissionDenied
        if intake is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            if not self.has_change_permission(request, intake):
                raise PermissionDenied
            return HttpResponseRedirect(self._act(request, intake))
        page = read_page(intake, request.GET.get("p", "")) if intake.state == Intake.State.READY else None
        context = {
            **self.admin_site.each_context(request),
            "title": intake.name,
            "subtitle": None,
            "opts": self.opts,
            "original": intake,
            "media": self.media,
            "page": page,
            "is_stuck": intake.is_busy and (timezone.now() - intake.updated_at).total_seconds() > STUCK_AFTER,
            "may_change": self.has_change_permission(request, intake),
            "may_import": self._may_import(request, intake),
            "has_delete_permission": self.has_delete_permission(request, intake),
            "has_view_permission": True,
        }
        return TemplateResponse(request, "admin/articles/intake/change_form.html", context)

    def _may_import(self, request, intake: Intake) -> bool:
        from articles.models import Article

        return self.has_change_permission(request, intake) and may(request, Article, "add")

    def _act(self, request, intake: Intake) -> str:
        """Do what the pressed button says; where to go then."""
        from articles.intake import Outdated

        word, *numbers = request.POST.get("do", "").split(" ")
        action = getattr(self, f"_do_{word}", None)
        here = admin_url(intake)
        try:
            version = int(request.POST.get("version", ""))
            numbers = [int(number) for number in numbers]
            if action is None or max(map(abs, [version, *numbers])) > 2**31:
                raise ValueError
            article = action(request, intake, version, *numbers)
        except (ValueError, TypeError):
            self.message_user(request, "没有这样的操作。", messages.ERROR)
            return here
        except Outdated:
            self.message_user(
                request, "这份原文刚有别的改动，这一步没有做。请看清现在的版面再改。", messages.WARNING
            )
            return here
        if article is None:
            return here
        number = article // PAGE_LENGTH + 1
        query = f"?{urlencode({'p': number})}" if number > 1 else ""
        return f"{here}{query}#a{article + 1}"

    # What the buttons do; each returns the number of the article to go to.

    def _do_split(self, request, intake, version, number, start):
        return self._rearrange(intake, version, "split", number, start, goes_to=number + 1)

    def _do_join(self, request, intake, version, number):
        return self._rearrange(intake, version, "join", number, goes_to=max(number - 1, 0))

    def _do_move(self, request, intake, version, number, to):
        return self._rearrange(intake, version, "move", number, to, goes_to=max(to, 0))

    def _do_relabel(self, request, intake, version, number):
        """All labels of an article at once, as its form has them."""
        from articles.intake import rearrange
        from unioncms.parsing.segmenting.rearranging import relabel

        labels = self._labels(request.POST)

        def change(outline):
            if 0 <= number < len(outline.articles):
                for piece in outline.articles[number]:
                    if piece.start in labels and labels[piece.start] != piece.label:
                        outline = relabel(outline, piece.start, labels[piece.start], number)
            return outline

        rearrange(intake.pk, version, change)
        return number

    def _do_adopt(self, request, intake, version, start):
        """A discarded paragraph into the article, and as what, that stand beside it."""
        labels = self._labels(request.POST)
        number = int(request.POST.get(f"to-{start}", "")) - 1
        if start not in labels or number < 0:
            raise ValueError
        return self._rearrange(intake, version, "relabel", start, labels[start], number, goes_to=number)

    def _do_back(self, request, intake, version):
        from articles.intake import step_back

        step_back(intake.pk, version)

    def _do_reset(self, request, intake, version):
        from articles.intake import step_back

        step_back(intake.pk, version, to_the_first=True)

    def _do_import(self, request, intake, version):
        from articles.intake import claim_for_import

        if not self._may_import(request, intake):
            raise PermissionDenied
        given = request.POST.get("as", "")
        if intake.found.get("near") and given not in ("correction", "new"):
            self.message_user(request, "请先选定：这份原文是更正，还是另一份。", messages.ERROR)
            return
        claimed = claim_for_import(intake.pk, version, corrects=given == "correction")
        self.log_change(request, claimed, "确认导入，作为更正。" if claimed.corrects else "确认导入。")
        tasks.import_as_laid_out.enqueue(claimed.pk, request.user.pk, "no_new_records" not in request.POST)

    def _do_retry(self, request, intake, version):
        if intake.state == Intake.State.WAITING:
            tasks.read.enqueue(intake.pk)
        elif intake.state == Intake.State.IMPORTING and self._may_import(request, intake):
            tasks.import_as_laid_out.enqueue(intake.pk, request.user.pk, "no_new_records" not in request.POST)

    def _rearrange(self, intake, version, name, *arguments, goes_to):
        # The parser is heavy, and the lists of the admin do not need it.
        from articles.intake import rearrange
        from unioncms.parsing.segmenting import rearranging

        changed = rearrange(
            intake.pk, version, lambda outline: getattr(rearranging, name)(outline, *arguments)
        )
        count = len(changed.outline["articles"]) if changed.outline else 0
        return min(goes_to, max(count - 1, 0))

    def _labels(self, posted) -> dict[int, str]:
        """Of each paragraph in the form, by where it begins, the label chosen for it."""
        return {
            int(name.removeprefix("label-")): value
            for name, value in posted.items()
            if name.startswith("label-") and name[6:].isdecimal() and value in LABELS
        }

    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id, {"title": "放弃这份原文", **(extra_context or {})})
