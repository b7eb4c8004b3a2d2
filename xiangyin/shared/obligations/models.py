from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.access.actor import Seat
from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.models import Mode


class Ending(models.TextChoices):
    DONE = "done", _("已办")
    DROPPED = "dropped", _("不再需要")


class Obligation(Tenanted):
    """What is owed by when, and by whom: every clock, every "waiting for me", every closing guard reads these rows."""

    kind = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    link = models.CharField(max_length=200)
    clause = models.CharField(max_length=16)
    mode = models.CharField(max_length=8, choices=Mode)
    timeline = models.ForeignKey("shared.Timeline", models.PROTECT, null=True, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=200)
    dossier_id = models.UUIDField(null=True)
    posts = ArrayField(models.CharField(max_length=32), default=list)
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    blocks = ArrayField(models.CharField(max_length=16), default=list)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ladder = models.CharField(max_length=20, default="default")
    rung = models.PositiveSmallIntegerField(default=0)
    next_ring_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=8, choices=Ending, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_ended_obligation_says_how",
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
            ),
            CheckConstraint(
                name="an_obligation_has_an_owner",
                condition=Q(officer__isnull=False) | Q(posts__len__gt=0),
            ),
            CheckConstraint(
                name="an_ended_obligation_rings_no_more",
                condition=Q(ended_at=None) | Q(next_ring_at=None),
            ),
            UniqueConstraint(
                fields=["subject_id", "kind"], condition=Q(ended_at=None), name="one_open_obligation_of_a_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["next_ring_at"], name="obligations_to_ring", condition=Q(next_ring_at__isnull=False)),
            models.Index(fields=["dossier_id", "due_at"], name="open_obligations_of_a_file", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def seats(self) -> frozenset[Seat]:
        return frozenset(Seat(post, self.unit_id) for post in self.posts)
