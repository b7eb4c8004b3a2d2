from django.db import models
from django.urls import reverse

from xiangyin.readiness.terms import ScenarioState
from xiangyin.shared.ledger.stateful import Stateful


class Scenario(Stateful):
    """A scenario as it was uploaded and read; `content` is the file's own JSON, never changed after."""

    state = models.CharField(max_length=12, choices=ScenarioState)
    title = models.CharField(max_length=120)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("readiness:readiness")
