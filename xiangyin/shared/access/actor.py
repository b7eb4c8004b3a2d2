"""Who acts: an officer with the seats held at that moment, or the machine."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

MACHINE_POST = "machine"
EMERGENCY_POST = "shift_lead"  # may act outside office hours; the holder of the power ratifies (process.md, roles)


@dataclass(frozen=True, slots=True)
class Seat:
    """A post, in one unit or (None) in any."""

    post: str
    unit_id: UUID | None = None


ANYONE = Seat("anyone")  # any officer of the jurisdiction; the row's objections say which


@dataclass(frozen=True, slots=True)
class Actor:
    """An officer at one moment, `at`, which rules may compare with. `officer_id` is None for the machine."""

    jurisdiction_id: UUID
    officer_id: UUID | None
    name: str
    at: datetime
    seats: frozenset[Seat] = field(default_factory=frozenset)
    on_behalf_of_id: UUID | None = None

    @property
    def posts(self) -> frozenset[str]:
        return frozenset(seat.post for seat in self.seats)

    def holds(self, wanted: Seat) -> bool:
        """Whether one of the actor's seats is the wanted one; a wanted seat without unit fits any unit."""
        if wanted == ANYONE:
            return self.officer_id is not None
        return any(
            seat.post == wanted.post and wanted.unit_id in (None, seat.unit_id)
            for seat in self.seats
        )


def machine(jurisdiction_id: UUID, *, at: datetime) -> Actor:
    """The product itself: it may take only the steps whose row names the post `machine`."""
    return Actor(jurisdiction_id, None, "系统", at, frozenset({Seat(MACHINE_POST)}))
