from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.response.terms import PostState
from xiangyin.shared.ledger.stateful import Stateful


class CommandPost(Stateful):
    """An on-site command post (现场指挥部), opened and closed by decision (4.1.3). Its log is the ledger."""

    state = models.CharField(max_length=12, choices=PostState)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="+")
    response = models.ForeignKey("response.Response", models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    commander = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["response"], condition=Q(state="open"), name="a_response_has_one_command_post_at_a_time"
            ),
            CheckConstraint(
                name="a_closed_command_post_says_when",
                condition=Q(state="open", closed_at=None) | Q(state="closed", closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"现场指挥部（{self.place}）"

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.event_id])

    @property
    def level_now(self) -> str:
        return self.response.level_now
