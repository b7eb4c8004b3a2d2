"""The words of chapter 2: posts, kinds of units, states of officers, tasks and shifts."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Post(TextChoices):
    """The posts of the regulation (process.md, roles)."""

    MONITOR = "monitor", _("监测员")
    DUTY_OFFICER = "duty_officer", _("值班员")
    SHIFT_LEAD = "shift_lead", _("带班领导")
    VERIFIER = "verifier", _("核实人")
    OFFICE_DIRECTOR = "office_director", _("办公室主任")
    DEPUTY_HEAD = "deputy_head", _("副组长")
    HEAD = "head", _("组长")
    UNIT_LEAD = "unit_lead", _("单位负责人")
    LIAISON = "liaison", _("联络员")
    PUBLICITY = "publicity", _("宣传审核人")
    SPOKESPERSON = "spokesperson", _("新闻发言人")
    INVESTIGATOR = "investigator", _("调查组长")
    SITE_COMMANDER = "site_commander", _("现场指挥")
    SUPERVISOR = "supervisor", _("督查")
    AUDITOR = "auditor", _("档案审计")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")


ADMINISTRATORS = frozenset({Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDIT_ADMIN})
WITHOUT_BUSINESS = ADMINISTRATORS | {Post.AUDITOR}
UNIT_POSTS = frozenset({Post.UNIT_LEAD, Post.LIAISON})

# Without these nobody can play the chain of chapters 3 to 5 to its end.
NEEDED_POSTS = (
    Post.DUTY_OFFICER, Post.VERIFIER, Post.OFFICE_DIRECTOR, Post.DEPUTY_HEAD, Post.HEAD,
    Post.PUBLICITY, Post.SPOKESPERSON, Post.SUPERVISOR,
)  # fmt: skip


class Colour(IntegerChoices):
    """Four warning colours; one is the gravest (regulation 3.2; 突发事件应对法 art. 63)."""

    RED = 1, _("红色")
    ORANGE = 2, _("橙色")
    YELLOW = 3, _("黄色")
    BLUE = 4, _("蓝色")


class UnitKind(TextChoices):
    OFFICE = "office", _("办公室")
    DEPARTMENT = "department", _("职能部门")
    VILLAGE = "village", _("村（社区）")
    OTHER = "other", _("其他单位")


class OfficerState(TextChoices):
    SERVING = "serving", _("在岗")
    LEFT = "left", _("已离开")


class TenureState(TextChoices):
    HELD = "held", _("任职中")
    ENDED = "ended", _("已卸任")


class FigureChangeState(TextChoices):
    PROPOSED = "proposed", _("待批准")
    RETURNED = "returned", _("已退回")
    ADOPTED = "adopted", _("已采用")
    WITHDRAWN = "withdrawn", _("已撤回")


class Standing(TextChoices):
    """Whether a unit or a village is there. What was abolished or merged keeps its records and its page."""

    IN_USE = "in_use", _("现有")
    RETIRED = "retired", _("已撤并")


class TaskKind(TextChoices):
    ORDINARY = "ordinary", _("一般任务")
    WATCH = "watch", _("加强值守")
    UNIT_REPORT = "unit_report", _("单位书面报告")
    RECTIFICATION = "rectification", _("整改")
    DESTRUCTION = "destruction", _("销毁个人信息")


class TaskState(TextChoices):
    ASSIGNED = "assigned", _("已交办")
    ACKNOWLEDGED = "acknowledged", _("已签收")
    DOING = "doing", _("办理中")
    SUBMITTED = "submitted", _("已报结果")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("已验收")
    VERIFIED = "verified", _("督查已核实")
    WAIVED = "waived", _("已免办")
    CANCELLED = "cancelled", _("已取消")


class ShiftState(TextChoices):
    PLANNED = "planned", _("已排定")
    ON_DUTY = "on_duty", _("值班中")
    OFFERED = "offered_to_next", _("待接班")
    CLOSED = "closed", _("已交班")
