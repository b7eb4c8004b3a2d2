"""What every record with a life of its own has in common."""

from uuid import UUID

from django.db import models

from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.models import Mode


class Stateful(Tenanted):
    """A record whose state changes only through `steps.take`. The child adds `state` with its own choices."""

    state: "models.CharField[str, str]"
    mode = models.CharField(max_length=8, choices=Mode, default=Mode.ACTUAL)
    timeline = models.ForeignKey("shared.Timeline", models.PROTECT, null=True, blank=True, related_name="+")
    timeline_id: UUID | None

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The page on which the record is worked on."""
        raise NotImplementedError(type(self).__name__)


def kind_of(subject: models.Model | type[models.Model]) -> str:
    """The record's kind as ledger and obligations write it: `monitoring.event`."""
    return subject._meta.label_lower


def dossier_of(subject: models.Model) -> UUID | None:
    """The event whose file a record belongs to, if any; an event's `event_id` is its own id."""
    return getattr(subject, "event_id", None)
