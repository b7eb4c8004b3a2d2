"""What every record with a life of its own has in common."""

from functools import cache
from typing import ClassVar
from uuid import UUID

from django.apps import apps
from django.db import models

from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.models import Mode


class Stateful(Tenanted):
    """A record whose state changes only through `steps.take`. The child adds `state` with its own choices.

    What is `confined` is for its parties only: its acts, clocks and notices stand on no page that everybody reads.
    """

    confined: ClassVar[bool] = False
    state: "models.CharField[str, str]"
    mode = models.CharField(max_length=8, choices=Mode, default=Mode.ACTUAL)
    timeline = models.ForeignKey("shared.Timeline", models.PROTECT, null=True, blank=True, related_name="+")
    timeline_id: UUID | None

    class Meta:
        abstract = True

    @property
    def is_over(self) -> bool:
        """Whether it belongs to a timeline that has ended: nothing of a drill is done after the drill."""
        return self.timeline is not None and self.timeline.ended_at is not None

    def get_absolute_url(self) -> str:
        """The page on which the record is worked on."""
        raise NotImplementedError(type(self).__name__)


def kind_of(subject: models.Model | type[models.Model]) -> str:
    """The record's kind as ledger and obligations write it: `monitoring.event`."""
    return subject._meta.label_lower


@cache
def confined_kinds() -> frozenset[str]:
    """The kinds of record that are for their parties only. The models must be loaded."""
    stateful = [model for model in apps.get_models() if issubclass(model, Stateful)]
    return frozenset(kind_of(model) for model in stateful if model.confined)


def dossier_of(subject: models.Model) -> UUID | None:
    """The event whose file a record belongs to, if any; an event's `event_id` is its own id."""
    return getattr(subject, "event_id", None)
