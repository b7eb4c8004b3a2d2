from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.access.tenancy import Tenanted


class Way(models.TextChoices):
    """How a decision was taken (process.md, ways to decide)."""

    IN_PERSON = "in_person", _("本人在系统中办理")
    BY_WORD = "by_word", _("口头决定，他人代录")
    ON_PAPER = "on_paper", _("纸面决定，他人代录")
    MACHINE = "machine", _("系统自动")


class Mode(models.TextChoices):
    """Fixed at birth and inherited by everything below."""

    ACTUAL = "actual", _("实际")
    DRILL = "drill", _("演练")
    TEST = "test", _("测试")

    @property
    def series(self) -> str:
        """What numbers given in this mode begin with: Chinese whatever the reader's language, and nothing for actual."""
        return {"actual": "", "drill": "演练", "test": "测试"}[self.value]


class Head(models.Model):
    """The end of a jurisdiction's chain: the row that every step locks before any other."""

    jurisdiction = models.OneToOneField("organization.Jurisdiction", models.PROTECT, primary_key=True, related_name="+")
    length = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="0" * 64)


class LedgerEntry(Tenanted):
    """One act of a person, or one batch of the machine. A trigger refuses every change (7.1).

    `changes` are answers that became columns, `said` the others; `told` has choices, numbers and the like in words, as
    they were shown to who gave them.
    """

    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    server_at = models.DateTimeField()
    mode = models.CharField(max_length=8, choices=Mode)
    way = models.CharField(max_length=12, choices=Way)
    officer = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    officer_name = models.CharField(max_length=60)
    post = models.CharField(max_length=32)
    recorded_by = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    on_behalf_of = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    dossier_id = models.UUIDField(null=True)
    action = models.CharField(max_length=40)
    clause = models.CharField(max_length=16)
    changes = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    level = models.CharField(max_length=8, blank=True)
    plan_version = models.CharField(max_length=40, blank=True)
    late_min = models.PositiveIntegerField(null=True)
    claimed_at = models.DateTimeField(null=True)
    command_id = models.UUIDField()
    cause_number = models.PositiveBigIntegerField(null=True)
    algorithm = models.CharField(max_length=12, default="sha256")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "number"], name="ledger_numbers_have_no_twin"),
            UniqueConstraint(
                fields=["jurisdiction", "command_id", "subject_id", "action"], name="a_repeated_command_does_nothing"
            ),
            CheckConstraint(
                name="a_person_acts_or_the_machine_does",
                condition=Q(officer__isnull=False) | Q(post="machine"),
            ),
            CheckConstraint(
                name="a_decision_by_word_or_paper_names_its_recorder",
                condition=Q(way__in=["in_person", "machine"]) | Q(recorded_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["subject_id", "number"], name="ledger_of_a_subject"),
            models.Index(fields=["dossier_id", "number"], name="ledger_of_a_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.subject_kind} {self.action}"
