"""The words of chapter 5."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AftermathState(TextChoices):
    OPEN = "open", _("善后中")
    CLOSED = "closed", _("已办结")


class ReliefKind(TextChoices):
    COMPENSATION = "compensation", _("赔偿补偿")
    RELIEF = "relief", _("救助")
    RESETTLEMENT = "resettlement", _("安置")
    CONDOLENCE = "condolence", _("慰问")
    COMMENDATION = "commendation", _("表扬")


class ReliefState(TextChoices):
    REGISTERED = "registered", _("已登记")
    DECIDED = "decided", _("已决定")
    DONE = "done", _("已落实")
    REFUSED = "refused", _("不予办理")


class PlanDecision(TextChoices):
    REVISE = "revise", _("需要修订预案")
    KEEP = "keep", _("不需要修订")
