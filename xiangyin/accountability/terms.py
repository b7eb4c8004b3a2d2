"""The words of chapter 7. There is none for guilt: what was decided is written by the body that decided it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseState(TextChoices):
    """The life of a case (公职人员政务处分法 art. 42–45, 55)."""

    OPENED = "opened", _("已立案，待告知")
    TOLD = "told", _("已告知，听取陈述")
    HEARD = "heard", _("已听取陈述，待决定")
    DECIDED = "decided", _("已决定")
    REVIEW_ASKED = "review_asked", _("已申请复审")
    REVIEWED = "reviewed", _("已复审")
    CLOSED = "closed", _("已结案")
    WITHDRAWN = "withdrawn", _("已撤销立案")


class Heard(TextChoices):
    """How the person concerned was heard."""

    OWN = "own", _("本人提交")
    RECORDED = "recorded", _("当面陈述，原话记录")
    DECLINED = "declined", _("本人表示不陈述")
    LAPSED = "lapsed", _("期限内没有陈述")


class DecidedHow(TextChoices):
    ON_PAPER = "on_paper", _("纸面决定")
    BY_WORD = "by_word", _("口头决定")
