from django.db import models


class EngineMemory(models.Model):
    """Where the engine stands in a jurisdiction: how many batches it has judged, and a snapshot to go on from.

    Batches after the snapshot are replayed from their items, as read in the `township` of then: the engine answers the
    same again.
    """

    jurisdiction = models.OneToOneField("organization.Jurisdiction", models.PROTECT, primary_key=True, related_name="+")
    generation = models.PositiveBigIntegerField(default=0)
    snapshot = models.BinaryField(default=bytes)
    snapshot_generation = models.PositiveBigIntegerField(default=0)
    township = models.JSONField(default=dict)
    judged_since = models.PositiveIntegerField(default=0)
