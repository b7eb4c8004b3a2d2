"""The whole demonstration, at the first start on an empty database."""

from datetime import datetime, timedelta

from django.db import transaction

from xiangyin.launch.demonstration.moments import moment
from xiangyin.launch.demonstration.noise import take_in_noise
from xiangyin.launch.demonstration.people import gather, told
from xiangyin.launch.demonstration.player import Player
from xiangyin.launch.demonstration.roster import BEHIND, changes_of, hand_over, plan_roster
from xiangyin.organization.models import Jurisdiction
from xiangyin.shared.access.tenancy import within


@transaction.atomic
def perform(now: datetime) -> Jurisdiction:
    """Set the township up three weeks ago and play its story until `now`. Takes some seconds."""
    cast = gather(now - timedelta(days=BEHIND + 2))
    with within(cast.place.id):
        shifts = plan_roster(cast, now=now)
        player = Player(cast, now)
        changes = changes_of(shifts, now=now)
        for act in told("story"):
            at = moment(act["at"], now=now)
            while changes and changes[0].at <= at:
                hand_over(cast, changes.pop(0))
            player.play([act])
        for change in changes:
            hand_over(cast, change)
        take_in_noise(cast.place, now=now)
    return cast.place
