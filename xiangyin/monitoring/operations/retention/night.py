"""The night's purge of a jurisdiction: one row that each batch adds to, one entry of the ledger at its end (1.3.5)."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from xiangyin.organization.queries.roster import LOCAL
from xiangyin.shared.access.actor import MACHINE_POST
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Mode, Way
from xiangyin.shared.sealed.models import Purge


@dataclass(frozen=True, slots=True)
class Gone:
    """What one batch destroyed: numbers by kind (`keys contacts items matters`), and the ids of the keys."""

    counts: Counter[str] = field(default_factory=Counter)
    key_ids: Collection[UUID] = ()

    def __bool__(self) -> bool:
        return self.counts.total() > 0


def begin(jurisdiction_id: UUID, *, now: datetime) -> bool:
    """Lock the ledger's head, as each step does: no event takes up what goes now. False if tonight's entry is written.

    What falls due after that waits for the next night.
    """
    lock_head(jurisdiction_id)
    tonight = Purge.objects.filter(jurisdiction_id=jurisdiction_id, night=_night(now))
    return not tonight.filter(ended_at__isnull=False).exists()


def add(gone: Gone, *, jurisdiction_id: UUID, now: datetime) -> None:
    """Note a batch, in its own transaction. A purge that a crash left unfinished is gone on with, whatever its night."""
    running = Purge.objects.select_for_update().filter(jurisdiction_id=jurisdiction_id, ended_at=None).first()
    purge = running or Purge(jurisdiction_id=jurisdiction_id, night=_night(now), started_at=now)
    purge.counts = dict(Counter(purge.counts) + gone.counts)
    purge.key_ids = [*purge.key_ids, *gone.key_ids]
    purge.save()


def end(jurisdiction_id: UUID, *, now: datetime) -> Purge | None:
    """Write the purge into the ledger: one entry a night, none where nothing went or another machine was first."""
    head = lock_head(jurisdiction_id)
    purge = Purge.objects.select_for_update().filter(jurisdiction_id=jurisdiction_id, ended_at=None).first()
    if purge is None:
        return None
    append(head, _act(purge, now=now))
    purge.ended_at = now
    purge.save(update_fields=["ended_at"])
    return purge


def _night(now: datetime) -> date:
    return now.astimezone(LOCAL).date()


def _act(purge: Purge, *, now: datetime) -> Act:
    said = {**purge.counts, "key_ids": [str(each) for each in purge.key_ids], "reason": _words(purge.counts)}
    return Act(
        at=now, mode=Mode.ACTUAL, way=Way.MACHINE, officer_id=None, officer_name="系统", post=MACHINE_POST,
        subject_kind="organization.jurisdiction", subject_id=purge.jurisdiction_id, action="purge", clause="1.3.5",
        said=said, command_id=uuid5(purge.jurisdiction_id, f"purge {purge.night.isoformat()}"),
    )  # fmt: skip


def _words(counts: dict[str, int]) -> str:
    names = {
        "keys": _("原件和密钥 %(n)d 份"), "contacts": _("联系方式 %(n)d 份"), "items": _("信息 %(n)d 条"),
        "matters": _("事项 %(n)d 个"),
    }  # fmt: skip
    return "，".join(words % {"n": counts[name]} for name, words in names.items() if counts.get(name))
