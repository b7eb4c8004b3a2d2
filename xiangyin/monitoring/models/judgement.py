from django.db import models

from xiangyin.monitoring.terms import DemandKind, Emotion, Stance


class Waiting(models.Model):
    """An item that the engine has not judged yet, in the order of arrival. A trigger writes it with the item."""

    serial = models.BigAutoField(primary_key=True)
    jurisdiction = models.ForeignKey("organization.Jurisdiction", models.PROTECT, related_name="+")
    item = models.OneToOneField("monitoring.Item", models.PROTECT, related_name="+")


class Judgement(models.Model):
    """What the engine says of one item; final, except that a person may put the item into another matter."""

    item = models.OneToOneField("monitoring.Item", models.PROTECT, primary_key=True, related_name="judgement")
    jurisdiction = models.ForeignKey("organization.Jurisdiction", models.PROTECT, related_name="+")
    serial = models.BigIntegerField()
    generation = models.PositiveBigIntegerField()
    matter = models.ForeignKey("monitoring.Matter", models.PROTECT, related_name="judgements")
    duplicate_of = models.ForeignKey("monitoring.Item", models.PROTECT, null=True, related_name="+")
    in_scope = models.BooleanField()
    places = models.JSONField(default=list)
    topic = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, related_name="+")
    sentiment = models.FloatField(null=True)
    emotion = models.CharField(max_length=12, choices=Emotion, blank=True)
    harm = models.JSONField(default=dict)
    demand = models.CharField(max_length=16, choices=DemandKind, blank=True)
    stance = models.CharField(max_length=12, choices=Stance)
    judged_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["matter", "serial"], name="judgements_of_a_matter"),
            models.Index(fields=["jurisdiction", "generation", "serial"], name="judgements_to_replay"),
        ]
