"""Pages that could not be shown, said plainly: what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

from xiangyin.shared.web.pieces import Link


def forbidden(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: another post's page."""
    del exception
    return _page(_("这一页不属于您的岗位"), _("需要看的，请联系安全管理员确认岗位。"), status=403)


def missing(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing there, or nothing for you."""
    del exception
    return _page(_("没有找到这一页"), _("地址可能有误，或者这件事不归您看。"), status=404)


def broken(_request: HttpRequest) -> HttpResponse:
    """500: our fault. Nothing half done was stored."""
    return _page(
        _("系统出了故障"), _("刚才的操作没有保存，请返回重试；仍然不行，请联系系统管理员查看日志。"), status=500
    )


def _page(title: str, text: str, *, status: int) -> HttpResponse:
    context = {
        "page_title": title,
        "problem_text": text,
        "problem_link": Link("/", _("回到首页")),
        "place_name": _("乡音"),
    }
    return HttpResponse(loader.render_to_string("web/problem.html", context), status=status)
