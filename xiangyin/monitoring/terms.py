"""The words of clause 3.1: channels, states of events and demands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """Where an item came from; the values are those of the engine's contract."""

    NEWS = "news", _("新闻")
    WEIBO = "weibo", _("微博")
    WECHAT = "wechat", _("微信公众号")
    VIDEO = "video", _("短视频")
    FORUM = "forum", _("论坛")
    HOTLINE = "hotline", _("热线")
    VISIT = "visit", _("来访")
    PHONE = "phone", _("电话")
    RADIO = "radio", _("广播电视")
    PRINT = "print", _("报刊")
    SUPERIOR = "superior", _("上级转来")
    OTHER = "other", _("其他")


class EventState(TextChoices):
    """The states that monitoring owns; what follows a warning belongs to later chapters."""

    LOGGED = "logged", _("已登记")
    VERIFYING = "verifying", _("核实处置中")
    DISMISSED = "dismissed", _("已排除")
    MERGED = "merged", _("已并入")
    CANCELLED = "cancelled", _("已撤销")
    CLOSED = "closed", _("已办结")


class DismissedAs(TextChoices):
    FALSE_ALARM = "false_alarm", _("不属实")
    OUT_OF_SCOPE = "out_of_scope", _("不在本辖区")
    ORDINARY = "ordinary", _("普通诉求，按诉求或任务办理")


class DemandKind(TextChoices):
    """The legal kinds; the kind decides the clock (law.md 2.3, 2.4)."""

    CONSULTATION = "consultation", _("咨询")
    HELP = "help", _("求助")
    COMPLAINT = "complaint", _("投诉")
    REPORT = "report", _("举报")
    SUGGESTION = "suggestion", _("建议")
    PETITION = "petition", _("信访")
    INFORMATION = "information", _("政府信息公开申请")
    EMERGENCY = "emergency", _("紧急求助")


class DemandState(TextChoices):
    REGISTERED = "registered", _("已登记")
    DISPATCHED = "dispatched", _("已派单")
    DISPUTED = "disputed", _("派单有异议")
    DOING = "doing", _("办理中")
    ANSWERED = "answered", _("已答复")
    CONFIRMED = "confirmed", _("诉求人已确认")
    REOPENED = "reopened", _("重新办理")
    JOINED = "joined", _("并单办理")
    TRANSFERRED = "transferred", _("已转出")
