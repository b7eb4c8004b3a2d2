from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.monitoring.terms import ERASED, Channel
from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.models import Mode


class Item(Tenanted):
    """One public text or one message to the township, masked before it was stored. Analysed once (3.1.1).

    Erased at the end of its term (rights.md 6): the row, its hash and its judgement stay, all it said goes.
    """

    mode = models.CharField(max_length=8, choices=Mode, default=Mode.ACTUAL)
    channel = models.CharField(max_length=12, choices=Channel)
    source = models.CharField(max_length=120, blank=True)
    origin = models.CharField(max_length=12)
    identity = models.CharField(max_length=64, blank=True)
    external_id = models.CharField(max_length=120, blank=True)
    upload = models.ForeignKey("monitoring.Upload", models.PROTECT, null=True, blank=True, related_name="items")
    collected_from = models.ForeignKey("monitoring.Source", models.PROTECT, null=True, blank=True, related_name="items")
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    url = models.URLField(max_length=500, blank=True)
    author_key = models.CharField(max_length=32, blank=True)
    engagement = models.JSONField(default=dict)
    published_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    is_history = models.BooleanField(default=False)
    text_sha256 = models.CharField(max_length=64)
    folded = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True)
    bigrams = ArrayField(models.CharField(max_length=2), default=list)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["jurisdiction", "identity"], condition=~Q(identity=""), name="an_item_is_stored_once"
            ),
            CheckConstraint(
                name="an_item_has_words_or_was_erased",
                condition=~Q(text="") | ~Q(title="") | Q(erased_at__isnull=False),
            ),
            CheckConstraint(
                name="an_erased_item_says_nothing",
                condition=Q(erased_at=None)
                | Q(text="", title="", folded="", bigrams=[], url="", author_key="", external_id="", engagement={}),
            ),
        ]
        indexes = [
            GinIndex(fields=["bigrams"], name="items_by_bigram"),
            models.Index(
                F("jurisdiction"), F("published_at").desc(), F("id").desc(), name="newest_items", condition=Q(erased_at=None)
            ),
            models.Index(
                F("jurisdiction"), F("channel"), F("published_at").desc(), F("id").desc(), name="newest_items_of_a_channel",
                condition=Q(erased_at=None),
            ),
            models.Index(fields=["jurisdiction", "arrived_at"], name="items_by_age", condition=Q(erased_at=None)),
            models.Index(fields=["jurisdiction", "text_sha256"], name="items_of_one_text"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title or self.text[:30] or str(ERASED)

    def get_absolute_url(self) -> str:
        return reverse("monitoring:item", args=[self.pk])

    @property
    def said(self) -> str:
        """Title and text as one; a post whose title is its text says it once."""
        return self.text if self.text.startswith(self.title) else f"{self.title}　{self.text}"
