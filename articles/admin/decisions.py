"""Publishing and withdrawing in the admin: always by a form that asks for the reason, never by a link."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.models import Article, ArticleRevision

SHOWN = 100


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="理由",
        max_length=ArticleRevision._meta.get_field("reason").max_length,
        help_text="会记入签发记录，如 三审通过、更正第二段姓名。",
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "autocomplete": "off"}),
        error_messages={"required": "请写明理由。"},
    )


class Decision:
    """One change of state: its words, whom it concerns, and the function that does it."""

    do_not_call_in_templates = True

    def __init__(self, name: str, verb: str, warning: str, left: str):
        self.name = name
        self.verb = verb
        self.warning = warning
        self.left = left

    @property
    def nothing(self) -> str:
        return f"没有{self.verb}：{self.left}。"

    def held_back(self, articles) -> list[Article]:
        """Those that have to wait: before a release their concerns are decided."""
        if self.name != "publish":
            return []
        from articles.publishing import held_back

        return held_back(articles)

    def __call__(self, articles, user, reason):
        # publishing.py pulls in what freezes a revision; the admin of everything else starts without it.
        from articles import publishing

        return getattr(publishing, self.name)(articles, user, reason)


PUBLISH = Decision(
    "publish", "发布", "发布后读者立即可以看到，并留存一个不可更改的签发版本。", "已发布且没有改动"
)
WITHDRAW = Decision("withdraw", "撤回", "撤回后读者不再能看到；签发版本仍然保留。", "本来就没有发布")
DECISIONS = {decision.name: decision for decision in (PUBLISH, WITHDRAW)}


class DecisionViews:
    """For the admin of articles: two actions of the list, and the page behind two buttons of the form."""

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def get_urls(self):
        views = [
            path(
                f"<path:object_id>/{decision.name}/",
                self.admin_site.admin_view(self.decision_view),
                {"name": decision.name},
                name=f"articles_article_{decision.name}",
            )
            for decision in DECISIONS.values()
        ]
        return [*views, *super().get_urls()]

    def decision_view(self, request, object_id, name):
        if not (self.has_publish_permission(request) and self.has_view_permission(request)):
            raise PermissionDenied
        article = self.get_object(request, unquote(object_id))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        back = reverse("admin:articles_article_change", args=[article.pk])
        return self._decide(request, DECISIONS[name], [article], back)

    @admin.action(description="发布所选稿件", permissions=["publish"])
    def publish_selected(self, request, queryset):
        return self._decide_selected(request, PUBLISH, queryset)

    @admin.action(description="撤回所选稿件", permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        return self._decide_selected(request, WITHDRAW, queryset)

    def _decide_selected(self, request, decision, queryset):
        articles = list(self.model.objects.filter(pk__in=queryset.order_by().values("pk")).order_by("pk"))
        hidden = [("action", f"{decision.name}_selected")]
        hidden += [(ACTION_CHECKBOX_NAME, article.pk) for article in articles]
        return self._decide(request, decision, articles, request.get_full_path(), hidden)

    def _decide(self, request, decision, articles, back, hidden=()):
        """Ask for the reason; with a reason given, do it and go back.

        The list's own form posts here too, without a reason field: that shows the page.
        """
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        asked = request.method == "POST" and "decide" in request.POST
        form = ReasonForm(request.POST if asked else None)
        if asked and form.is_valid():
            done = decision(articles, request.user, form.cleaned_data["reason"])
            self._report(request, decision, articles, done, decision.held_back(articles))
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{decision.verb}稿件",
            "opts": self.opts,
            "media": self.media,
            "decision": decision,
            "form": form,
            "articles": articles[:SHOWN],
            "count": len(articles),
            "held": decision.held_back(articles)[:SHOWN],
            "hidden": hidden,
            "back": back,
            "action_url": back if hidden else request.path,
        }
        return TemplateResponse(request, "admin/articles/article/decide.html", context)

    def _report(self, request, decision, articles, done, held):
        if held:
            names = "".join(f"《{article.title}》" for article in held[:3]) + ("等" if len(held) > 3 else "")
            self.message_user(
                request, f"{names}有待斟酌的内容，决定之前不能{decision.verb}。", messages.WARNING
            )
        left = len(articles) - len(done) - len(held)
        if not done:
            if left:
                self.message_user(request, decision.nothing, messages.INFO)
            return
        what = f"《{done[0].title}》" if len(done) == 1 else f" {len(done)} 篇稿件"
        more = f"另有 {left} 篇{decision.left}。" if left else ""
        self.message_user(request, f"已{decision.verb}{what}。{more}", messages.SUCCESS)
