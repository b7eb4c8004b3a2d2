"""The roster port: whom the shared parts tell (see `shared.ports.outside`)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from xiangyin.organization.models import Officer
from xiangyin.organization.queries.duty import answering_shift
from xiangyin.organization.queries.figures import figure
from xiangyin.organization.queries.officers import actor_for, holders
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor, Seat
from xiangyin.shared.ports.outside import Recipient, Rung

LOCAL = ZoneInfo("Asia/Shanghai")
FRIDAY = 4


class OrganizationRoster:
    """Posts, shifts and ladders as the organization keeps them."""

    def holders(self, seats: Collection[Seat], *, jurisdiction_id: UUID, at: datetime) -> list[Recipient]:
        """Who holds a seat; for the duty posts, who has the shift now, if anybody has."""
        del jurisdiction_id  # row security has set the tenant
        posts = {seat.post for seat in seats}
        on_shift = _on_shift(posts)
        rest = [seat for seat in seats if seat.post not in on_shift]
        found = {officer.id: officer for officer in (*on_shift.values(), *holders(rest, at=at))}
        return [Recipient(officer.id, officer.name) for officer in found.values()]

    def actor(self, officer_id: UUID, *, at: datetime) -> Actor:
        return actor_for(Officer.objects.get(pk=officer_id), at=at)

    def post_name(self, post: str) -> str:
        return str(Post(post).label) if post in Post else ""

    def ladder(self, name: str, *, jurisdiction_id: UUID) -> tuple[Rung, ...]:
        rungs = figure(f"ladder_{name}", jurisdiction_id=jurisdiction_id)
        return tuple(Rung(after_min, tuple(posts)) for after_min, posts in rungs)

    def office_is_open(self, *, jurisdiction_id: UUID, at: datetime) -> bool:
        """Monday to Friday between the set hours, local time. Holidays come with the roster's calendar."""
        local = at.astimezone(LOCAL)
        opens = figure("office_opens_hour", jurisdiction_id=jurisdiction_id)
        closes = figure("office_closes_hour", jurisdiction_id=jurisdiction_id)
        return local.weekday() <= FRIDAY and opens <= local.hour < closes


def _on_shift(posts: set[str]) -> dict[str, Officer]:
    """The officers on duty for those of the wanted posts that a shift fills."""
    if not posts & {Post.DUTY_OFFICER, Post.SHIFT_LEAD}:
        return {}
    shift = answering_shift()
    if shift is None:
        return {}
    officers = {Post.DUTY_OFFICER.value: shift.taken_by or shift.first, Post.SHIFT_LEAD.value: shift.lead}
    return {post: officer for post, officer in officers.items() if post in posts}
