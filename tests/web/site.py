"""A small site around the parts, for tests only: the style page, its live area, and steps that answer as asked."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from xiangyin.shared.web.pieces import StepOffer
from xiangyin.shared.web.samples import frame, steps
from xiangyin.shared.web.style_page import style_page_context

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
FOLDER = Path(__file__).parent / "templates"
SETTINGS: dict[str, Any] = {
    "SECRET_KEY": "of the tests",
    "ALLOWED_HOSTS": ["*"],
    "USE_TZ": True,
    "TIME_ZONE": "Asia/Shanghai",
    "LANGUAGE_CODE": "zh-hans",
    "INSTALLED_APPS": ["django.contrib.staticfiles", "django.forms", "django_htmx", "xiangyin.shared.web"],
    "MIDDLEWARE": ["csp.middleware.CSPMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
    "CONTENT_SECURITY_POLICY": {"DIRECTIVES": {"default-src": ["'self'"]}},
    "FORM_RENDERER": "xiangyin.shared.web.renderer.Renderer",
    "ROOT_URLCONF": "tests.web.site",
    "STATIC_URL": "/static/",
    "STORAGES": {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    "TEMPLATES": [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "DIRS": [FOLDER]},
    ],
}

acknowledged: set[str] = set()
posted: list[str] = []
answer = {"live": 200, "step": 409}


def start_over() -> None:
    acknowledged.clear()
    posted.clear()
    answer.update(live=200, step=409)


def style(request: HttpRequest) -> HttpResponse:
    urls = {"notices_url": "/notices", "notices": _notices()}
    return render(request, "web/style_page.html", style_page_context(now=NOON) | urls)


def notices(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        acknowledged.add(request.GET["key"])
    if answer["live"] == 302:
        return HttpResponse("<h1>请登录</h1>")
    return render(request, "web/parts/notices.html", {"notices": _notices(), "now": NOON}, status=answer["live"])


def step_page(request: HttpRequest) -> HttpResponse:
    return _steps(request, "site/steps.html")


def step(request: HttpRequest) -> HttpResponse:
    posted.append(request.POST["reason"])
    alone = "HX-Request" in request.headers
    if answer["step"] == 200:
        return HttpResponse("<p id='done'>办好了</p>") if alone else redirect("/steps?done=1")
    if answer["step"] == 302:
        return render(request, "site/login.html", {"page_title": "登录", "place_name": "青禾坪镇"})
    return _steps(
        request, "web/parts/steps.html" if alone else "site/steps.html", refusal="该由另一人签发。", status=409
    )


def lines(request: HttpRequest) -> HttpResponse:
    return render(request, "site/lines.html", {"account": frame.account(), "page_title": "事实清单"})


def public(request: HttpRequest) -> HttpResponse:
    return render(
        request, "site/public.html", {"page_title": "情况通报", "place_name": "青禾坪镇", "feed_url": "/feed"}
    )


def _steps(request: HttpRequest, template: str, *, refusal: str = "", status: int = 200) -> HttpResponse:
    form = steps.ReasonForm(request.POST or None, auto_id="issue_%s")
    offer = StepOffer("issue", "签发预警", "/step", "c1", weight="primary", clause="3.3.2", form=form, refusal=refusal)
    context = {
        "steps": [offer],
        "steps_id": "steps",
        "steps_target": "#place" if "htmx" in request.GET or status == 409 else "",
        "now": NOON,
        "account": frame.account(),
        "place_name": "青禾坪镇",
        "page_title": "事件",
    }
    return render(request, template, context, status=status)


def _notices() -> list[Any]:
    return [
        replace(notice, acknowledge_url=f"/notices?key={notice.key}", acknowledged=notice.key in acknowledged)
        for notice in frame.notices(NOON)
    ]


urlpatterns = [
    path("", style),
    path("notices", notices),
    path("steps", step_page),
    path("step", step),
    path("lines", lines),
    path("public", public),
]
