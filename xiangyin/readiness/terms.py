"""The words of chapter 6."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class YearPlanState(TextChoices):
    OPEN = "open", _("待编制")
    ADOPTED = "adopted", _("执行中")
    CLOSED = "closed", _("已总结")


class Topic(TextChoices):
    """What clause 6.1 wants people trained in."""

    MONITORING = "monitoring", _("监测")
    WARNING = "warning", _("预警")
    RESPONSE = "response", _("处置")
    GUIDANCE = "guidance", _("引导")


class TrainingForm(TextChoices):
    LECTURE = "lecture", _("讲座")
    SEMINAR = "seminar", _("研讨")
    CASE_STUDY = "case_study", _("案例分析")


class TrainingState(TextChoices):
    PLANNED = "planned", _("已安排")
    HELD = "held", _("已举办")
    RECORDED = "recorded", _("已登记到课")
    CANCELLED = "cancelled", _("已取消")
