"""Whether the clocks still ring: a standing clock must not look like a quiet night."""

from datetime import datetime, timedelta

from xiangyin.shared.clock.models import Heartbeat

CLOCK, DUMP, PURGE = "clock", "dump", "purge"
SILENT_AFTER = {CLOCK: timedelta(seconds=60), DUMP: timedelta(hours=26), PURGE: timedelta(hours=26)}


def beat(name: str, *, now: datetime) -> None:
    """Prove that a part runs."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": now})


def last_beat(name: str) -> datetime | None:
    return Heartbeat.objects.filter(name=name).values_list("beat_at", flat=True).first()


def silent_since(name: str, *, now: datetime) -> datetime | None:
    """When the part was last heard, if that is too long ago (an installation that never ran it counts from then on)."""
    last = last_beat(name)
    return last if last is not None and now - last > SILENT_AFTER[name] else None
