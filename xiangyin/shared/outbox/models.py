from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.ledger.stateful import Stateful

BROWSER = "browser"


class NoticeState(models.TextChoices):
    DUE = "due", _("待发")
    SENDING = "sending", _("发送中")
    SENT = "sent", _("已发出")
    DELIVERED = "delivered", _("已送达")
    READ = "read", _("已读")
    ACKNOWLEDGED = "acknowledged", _("已签收")
    FAILED = "failed", _("未送达")
    UNKNOWN = "unknown", _("不知是否送达")
    CANCELLED = "cancelled", _("已取消")


class Notice(Stateful):
    """One message to one officer on one channel, written in the transaction that causes it (4.1.1)."""

    state = models.CharField(max_length=12, choices=NoticeState, default=NoticeState.DUE)
    cause = models.UUIDField()
    reason = models.CharField(max_length=40)
    recipient = models.ForeignKey("organization.Officer", models.PROTECT, related_name="notices")
    rung = models.PositiveSmallIntegerField(default=0)
    channel = models.CharField(max_length=16, default=BROWSER)
    round = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(max_length=300)
    link = models.CharField(max_length=200, blank=True)
    urgent = models.BooleanField(default=False)
    event_id = models.UUIDField(null=True)
    is_confined = models.BooleanField(default=False)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["cause", "reason", "recipient", "rung", "channel", "round"],
                name="a_notice_goes_out_once_per_channel_and_round",
            ),
            CheckConstraint(
                name="an_acknowledged_notice_says_when",
                condition=Q(state="acknowledged", acknowledged_at__isnull=False)
                | (~Q(state="acknowledged") & Q(acknowledged_at=None)),
            ),
            CheckConstraint(
                name="what_is_not_actual_leaves_by_no_real_channel",
                condition=Q(mode="actual") | Q(channel=BROWSER),
            ),
            CheckConstraint(
                name="a_notice_being_sent_has_a_lease",
                condition=~Q(state="sending") | Q(lease_until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "state", "due_at"], name="notices_of_an_officer"),
            models.Index(fields=["due_at"], name="notices_due", condition=Q(state__in=["due", "sending"])),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.link
