"""The columns that an import looks for, and how exports usually call them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Field:
    """Something an item has. `names` are compared without case, blanks and punctuation, the likeliest first."""

    name: str
    label: str | Promise
    names: tuple[str, ...]
    help: str | Promise = ""


def _words(names: str) -> tuple[str, ...]:
    return tuple(names.split())


FIELDS = (
    Field("text", _("正文"), _words(
        """text 正文 内容 留言详情 留言内容 诉求内容 反映内容 工单内容 问题描述 事件描述 微博内容 微博正文 全文 正文内容 详情
        诉求描述 来电内容 摘要 content body message description details fulltext"""
    )),
    Field("title", _("标题"), _words("title 标题 主题 留言主题 诉求标题 工单标题 题目 文章标题 subject headline")),
    Field("time", _("时间"), _words(
        """publishedat 发布时间 时间 留言时间 诉求时间 来电时间 受理时间 登记时间 创建时间 发表时间 发文时间 发布日期 日期 采集时间
        time date datetime pubdate published publishtime createdat created timestamp"""
    )),
    Field("id", _("编号"), _words(
        "id 编号 留言编号 工单编号 工单号 诉求编号 受理编号 业务编号 微博id 文章id 流水号 mid guid messageid externalid ticketid"
    ), _("没有编号时，按内容判断是否已经收过。")),
    Field("channel", _("渠道"), _words(
        "channel 渠道 来源渠道 媒体类型 平台 信息类型 来源类型 诉求渠道 受理渠道 站点类型 载体 platform mediatype"
    )),
    Field("source", _("来源"), _words(
        "source 来源 来源网站 网站名称 站点 媒体名称 媒体 网站 发布来源 site sitename media publisher"
    )),
    Field("author", _("作者"), _words(
        """author 作者 留言用户 用户id 用户昵称 昵称 账号 发布者 博主 用户名 用户 网友 发布人 来电人 username user userid uid
        screenname nickname account"""
    ), _("只用来数一件事有多少不同的来源，不保存姓名和账号。")),
    Field("url", _("网址"), _words("url 网址 链接 原文链接 文章链接 原文地址 地址链接 原文 link permalink")),
    Field("reposts", _("转发数"), _words("engagementreposts 转发数 转发 转发量 分享数 reposts shares forwards retweets")),
    Field("comments", _("评论数"), _words("engagementcomments 评论数 评论 评论量 回复数 comments replies")),
    Field("likes", _("点赞数"), _words("engagementlikes 点赞数 点赞 赞 点赞量 赞同数 likes")),
    Field("views", _("阅读数"), _words("engagementviews 阅读数 阅读 阅读量 浏览量 播放量 点击量 views reads clicks")),
)  # fmt: skip
NAMES = tuple(field.name for field in FIELDS)
_DROPPED = re.compile(r"（[^）]*）|\([^)]*\)|[^\w]|_")


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Which column is what, each used once; fields that are not found are left out.

    >>> guess(["留言编号", "留言主题", "留言时间", "留言详情"])
    {'text': '留言详情', 'title': '留言主题', 'time': '留言时间', 'id': '留言编号'}
    """
    bare = {_bare(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for compare in (_same, _ends_with):
        for field in FIELDS:
            left = {key: column for key, column in bare.items() if column not in found.values()}
            if field.name not in found and (column := compare(field.names, left)):
                found[field.name] = column
    return {name: found[name] for name in NAMES if name in found}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row looks like names of columns: what is said, and when."""
    found = guess([cell for cell in cells if cell.strip()])
    return "time" in found and bool({"text", "title"} & set(found))


def _bare(column: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", column).lower())


def _same(names: tuple[str, ...], left: Mapping[str, str]) -> str:
    return next((left[name] for name in names if name in left), "")


def _ends_with(names: tuple[str, ...], left: Mapping[str, str]) -> str:
    """“群众留言内容”: the last word of a Chinese name says what it is."""
    chinese = [name for name in names if not name.isascii() and len(name) > 1]
    return next((column for name in chinese for key, column in left.items() if key.endswith(name)), "")
