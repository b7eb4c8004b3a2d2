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


class TrainingKind(TextChoices):
    LECTURE = "lecture", _("讲座")
    SEMINAR = "seminar", _("研讨")
    CASE_STUDY = "case_study", _("案例分析")


class TrainingState(TextChoices):
    PLANNED = "planned", _("已安排")
    HELD = "held", _("已举办")
    RECORDED = "recorded", _("已登记到课")
    CANCELLED = "cancelled", _("已取消")


class ScenarioState(TextChoices):
    KEPT = "kept", _("可用")
    RETIRED = "retired", _("已停用")


class DrillState(TextChoices):
    """The life of a drill (process.md 6)."""

    PLANNED = "planned", _("待批准")
    APPROVED = "approved", _("待开始")
    RUNNING = "running", _("演练中")
    PAUSED = "paused", _("已暂停")
    ENDED = "ended", _("待评估")
    EVALUATED = "evaluated", _("待改进")
    IMPROVED = "improved", _("已改进")
    CANCELLED = "cancelled", _("已取消")
    ABORTED = "aborted", _("已中止，转入实战")


class Outcome(TextChoices):
    """How the process met one expectation; never how a person did."""

    MET = "met", _("达到")
    PARTLY = "partly", _("办了，但晚")
    MISSED = "missed", _("未达到")
    NOT_OBSERVED = "not_observed", _("没有观察到")


class FindingState(TextChoices):
    OPEN = "open", _("待落实")
    TASKED = "tasked", _("已交办任务")
    REVISING = "revising", _("已列入预案修订")
