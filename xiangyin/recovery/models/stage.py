from django.db import models

from xiangyin.organization.terms import Colour


class EventStage(models.Model):
    """The stage of an event as people see it, derived by a database view from the chapters' own states.

    There is no second copy of it to go wrong. Words: process.md 1.
    """

    event = models.OneToOneField("monitoring.Event", models.DO_NOTHING, primary_key=True, related_name="stage_row")
    jurisdiction = models.ForeignKey("organization.Jurisdiction", models.DO_NOTHING, related_name="+")
    stage = models.CharField(max_length=12)
    colour = models.PositiveSmallIntegerField(choices=Colour, null=True)

    class Meta:
        managed = False
        db_table = "recovery_event_stage"
