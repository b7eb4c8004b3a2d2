"""The words of official papers (2.2.2; process.md 2)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """What the office writes. Whether a kind has a red head says `rules.kinds`."""

    STATEMENT = "statement", _("情况通报")
    CORRECTION = "correction", _("更正说明")
    FIRST_REPORT = "first_report", _("初报")
    FOLLOW_UP = "follow_up", _("续报")
    FINAL_REPORT = "final_report", _("终报")
    FINDINGS = "findings", _("调查结论")
    SCHEME = "scheme", _("处置方案")
    MINUTES = "minutes", _("会议纪要")
    REVIEW = "review", _("总结评估报告")
    BULLETIN = "bulletin", _("舆情日报")
    DRILL_REPORT = "drill_report", _("演练评估报告")


class DocumentState(TextChoices):
    DRAFT = "draft", _("起草中")
    SUBMITTED = "submitted", _("已送审")
    RETURNED = "returned", _("已退回")
    APPROVED = "approved", _("已批准")
    ISSUED = "issued", _("已签发")
    WITHDRAWN = "withdrawn", _("已撤回")


class Publicity(TextChoices):
    """Each paper carries its mark (国办发〔2016〕80号)."""

    OPEN = "open", _("主动公开")
    ON_REQUEST = "on_request", _("依申请公开")
    CLOSED = "closed", _("不予公开")


class SignatureKind(TextChoices):
    """A password click is a record; only a key that the signer alone holds makes a signature (电子签名法 art. 13)."""

    RECORD = "record", _("签署记录")
    PASSKEY = "passkey", _("签名")
