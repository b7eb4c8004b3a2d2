"""The words of clauses 3.2 and 3.3. Event grade, warning colour and response level are three scales, never one."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Grade(IntegerChoices):
    """The grade of the event itself (突发事件应对法 art. 3); one is the gravest."""

    ESPECIALLY_MAJOR = 1, _("特别重大")
    MAJOR = 2, _("重大")
    CONSIDERABLE = 3, _("较大")
    GENERAL = 4, _("一般")


class WarningState(TextChoices):
    PROPOSED = "proposed", _("已提出级别，待核实")
    VERIFIED = "verified", _("已核实，待发布")
    ISSUED = "issued", _("预警中")
    LIFTED = "lifted", _("已解除")
    WITHDRAWN = "withdrawn", _("随事件撤回")


class CheckPoint(TextChoices):
    """What a verifier has to make sure of (3.3.2)."""

    SOURCE = "source", _("已与当事单位或现场的人直接联系核对")
    PLACE = "place", _("地点确属本辖区，没有与同名村混淆")
    PEOPLE = "people", _("人员伤害情况已问清，或已注明尚未查清")
    REPEAT = "repeat", _("不是已登记事件的重复")
    LEVEL = "level", _("级别与四项因素相符")
