"""Errors are said in Chinese, with a way on, even when nothing else works."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client, override_settings
from django.urls import include, path

from unioncms.views import bad_request, server_error


def _raise(error):
    def view(request: HttpRequest):
        raise error

    return view


urlpatterns = [
    path("bad/", _raise(BadRequest())),
    path("denied/", _raise(PermissionDenied())),
    path("broken/", _raise(RuntimeError())),
    path("busy/", _raise(OperationalError())),
    path("", include("unioncms.urls")),
]
handler400 = "unioncms.views.bad_request"
handler500 = "unioncms.views.server_error"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nothing/here/", 404, "没有这一页"),
        ("/denied/", 403, "不能查看这一页"),
        ("/bad/", 400, "请求有误"),
        ("/broken/", 500, "网站出了故障"),
        ("/busy/", 503, "网站暂时忙不过来"),
    ],
)
@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.django_db
def test_an_error_says_what_happened_and_leads_home(address, status, words):
    response = Client(raise_request_exception=False).get(address)
    html = response.content.decode()

    assert response.status_code == status
    assert words in html
    assert '<html lang="zh-Hans">' in html
    assert 'href="/"' in html
    assert 'name="robots" content="noindex"' in html
    assert not response.cookies


@pytest.mark.parametrize("view", [lambda request: bad_request(request, BadRequest()), server_error])
def test_the_bare_pages_need_no_context_processor_and_no_manifest(view, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    settings.TEMPLATES[0]["OPTIONS"]["context_processors"] = ["nowhere.to_be_found"]

    assert settings.SITE_NAME in view(HttpRequest()).content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_chinese():
    response = Client(enforce_csrf_checks=True).post("/admin/login/")

    assert response.status_code == 403
    assert "表单已失效" in response.content.decode()


def test_a_busy_site_says_when_to_come_again():
    with override_settings(ROOT_URLCONF=__name__):
        response = Client(raise_request_exception=False).get("/busy/")

    assert int(response.headers["Retry-After"]) > 0
