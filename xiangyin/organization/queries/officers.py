"""Who holds which post, now or then."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from xiangyin.organization.models import Officer, Tenure
from xiangyin.organization.terms import NEEDED_POSTS, OfficerState, Post, TenureState
from xiangyin.shared.access.actor import Actor, Seat


def tenures_at(at: datetime) -> QuerySet[Tenure]:
    """The tenures that ran at that moment, of officers who serve."""
    running = Q(from_at__lte=at) & (Q(until_at=None) | Q(until_at__gt=at))
    return Tenure.objects.filter(running, officer__state=OfficerState.SERVING).select_related("officer", "unit")


def actor_for(officer: Officer, *, at: datetime) -> Actor:
    """The officer with the seats held at that moment. One query."""
    rows = tenures_at(at).filter(officer=officer)
    seats = frozenset(Seat(tenure.post, tenure.unit_id) for tenure in rows)
    return Actor(officer.jurisdiction_id, officer.id, officer.name, at, seats)


def holders(seats: Collection[Seat], *, at: datetime) -> list[Officer]:
    """The officers who hold one of the seats, each once, by name. One query."""
    wanted = Q(pk__in=[])
    for seat in seats:
        wanted |= Q(post=seat.post) if seat.unit_id is None else Q(post=seat.post, unit_id=seat.unit_id)
    found = {tenure.officer_id: tenure.officer for tenure in tenures_at(at).filter(wanted)}
    return sorted(found.values(), key=lambda officer: officer.name)


@dataclass(frozen=True, slots=True)
class Gap:
    """A post that nobody holds: without it the chain stops."""

    post: str
    label: str


def unfilled_posts(*, at: datetime) -> list[Gap]:
    """The posts that the process needs and nobody holds. One query."""
    held = set(tenures_at(at).values_list("post", flat=True))
    return [Gap(post.value, str(post.label)) for post in NEEDED_POSTS if post.value not in held]


def serving() -> QuerySet[Officer]:
    return Officer.objects.filter(state=OfficerState.SERVING).order_by("name", "id")


def officer_options(*posts: str) -> list[tuple[str, str]]:
    """Officers to choose from, with the posts that make them eligible (none named: all who hold a post)."""
    held = Tenure.objects.filter(state=TenureState.HELD, officer__state=OfficerState.SERVING)
    rows = held.filter(post__in=posts) if posts else held
    labels: dict[UUID, list[str]] = {}
    names: dict[UUID, str] = {}
    for tenure in rows.select_related("officer").order_by("officer__name", "post"):
        labels.setdefault(tenure.officer_id, []).append(str(Post(tenure.post).label))
        names[tenure.officer_id] = tenure.officer.name
    return [(str(pk), f"{names[pk]}（{'、'.join(labels[pk])}）") for pk in names]


def phones_of(officer_ids: Collection[UUID]) -> dict[UUID, str]:
    """The duty telephone numbers of these officers. One query."""
    return dict(Officer.objects.filter(pk__in=officer_ids).values_list("pk", "phone"))


def tenures_of(officer_id: UUID) -> QuerySet[Tenure]:
    """Every post a person has held, the present ones first."""
    return Tenure.objects.filter(officer_id=officer_id).select_related("unit").order_by("-state", "-from_at")


def posts_by_officer(*, at: datetime) -> dict[UUID, list[Tenure]]:
    """The running tenures, by officer. One query."""
    found: dict[UUID, list[Tenure]] = {}
    for tenure in tenures_at(at).order_by("post"):
        found.setdefault(tenure.officer_id, []).append(tenure)
    return found
