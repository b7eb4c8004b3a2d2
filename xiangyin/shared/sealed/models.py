from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from xiangyin.shared.access.tenancy import Tenanted


class SealedKey(Tenanted):
    """The key of one upload or one event, itself encrypted. Destroying it destroys all it sealed."""

    purpose = models.CharField(max_length=60)
    dossier_id = models.UUIDField(null=True)
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField()
    destroy_after = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="a_destroyed_key_is_gone",
                condition=Q(destroyed_at=None, wrapped__isnull=False) | Q(destroyed_at__isnull=False, wrapped=None),
            ),
        ]


class SealedObject(Tenanted):
    """A file or text kept encrypted: raw uploads, rejects, contact data, captures, long reasons."""

    key = models.ForeignKey(SealedKey, models.PROTECT, related_name="objects_sealed")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()


class SealedChunk(Tenanted):
    """A piece of a sealed object, at most `store.CHUNK_BYTES` long before encryption."""

    sealed = models.ForeignKey(SealedObject, models.PROTECT, related_name="chunks")
    number = models.PositiveIntegerField()
    ciphertext = models.BinaryField()

    class Meta:
        constraints = [UniqueConstraint(fields=["sealed", "number"], name="chunks_have_no_twin")]


class Look(Tenanted):
    """Somebody looked at a full text or at sealed matter. Append-only, apart from the ledger (rights.md 8)."""

    at = models.DateTimeField()
    officer = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    why = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["subject_id", "at"], name="looks_at_a_subject")]


class Purge(Tenanted):
    """What went in one night because its term had come: added to by each batch, written into the ledger once, at the end."""

    night = models.DateField()
    counts = models.JSONField(default=dict)
    key_ids = ArrayField(models.UUIDField(), default=list)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "night"], name="a_night_has_one_purge"),
            UniqueConstraint(fields=["jurisdiction"], condition=Q(ended_at=None), name="one_purge_runs_at_a_time"),
        ]
