"""The words of chapter 4: plans and responses."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanState(TextChoices):
    DRAFTING = "drafting", _("起草中")
    REVIEWED = "reviewed", _("已审核")
    APPROVED = "approved", _("已批准")
    PUBLISHED = "published", _("已发布")
    SUPERSEDED = "superseded", _("已被新版替代")


class ResponseState(TextChoices):
    ACTIVE = "active", _("响应中")
    ENDED = "ended", _("已终止")


class EndCriterion(TextChoices):
    """The stated criteria of clause 4.3."""

    SAFE = "safe", _("人员已得到救治或安置，没有新的伤害")
    CONTROLLED = "controlled", _("现场或事态已受控，没有扩大的迹象")
    ANSWERED = "answered", _("主要诉求和疑问已作出答复或明确答复时间")
    CALM = "calm", _("传播已回落，没有未核实的新情况")


class PostState(TextChoices):
    """An on-site command post."""

    OPEN = "open", _("运行中")
    CLOSED = "closed", _("已撤收")
