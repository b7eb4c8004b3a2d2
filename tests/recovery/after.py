"""An event that has come to its aftermath."""

from tests.people import Town
from xiangyin.recovery.models import Aftermath
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def stood_down(town: Town, colour: int = 3) -> Aftermath:
    """A warning that ended without a response: from yellow up its aftermath is a full one."""
    warning = town.issued(colour)
    town.take(WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="学生均无恙。")
    return Aftermath.objects.get(event=warning.event)
