"""A drill of the shipped scenario, from its plan to the call that is heard first."""

from datetime import timedelta

from tests.people import Town
from xiangyin.monitoring.models import Event
from xiangyin.readiness.models import Drill, Expectation, Scenario
from xiangyin.readiness.operations.play import play_running_drills
from xiangyin.readiness.queries.drills import injects_of
from xiangyin.readiness.rules.drill import DRILL_STEPS
from xiangyin.readiness.rules.scoring import scores
from xiangyin.shared.obligations.tick import tick

CONTROLLER, EVALUATOR = "孙宣传", "冯督查"


def planned(town: Town, **more: object) -> Drill:
    answers = {
        "title": "学校食堂桌面演练", "scenario_id": str(Scenario.objects.get().pk),
        "planned_at": town.now + timedelta(hours=1), "controller_id": str(town.officers[CONTROLLER].id),
        "evaluator_id": str(town.officers[EVALUATOR].id), **more,
    }  # fmt: skip
    return town.open(DRILL_STEPS, "plan", Drill(), "周主任", **answers)


def approved(town: Town) -> Drill:
    drill = planned(town)
    return town.take(DRILL_STEPS, drill.pk, "approve", "郑组长")


def started(town: Town) -> Drill:
    """The drill runs and its first call has been played."""
    drill = approved(town)
    town.take(DRILL_STEPS, drill.pk, "start", CONTROLLER)
    turn(town, 0)
    drill.refresh_from_db()
    return drill


def turn(town: Town, minutes: float) -> int:
    """Let the clock's process come round after so many minutes. Returns how many calls were played."""
    town.later(minutes)
    tick(town.now)
    return play_running_drills(town.now)


def drill_event() -> Event:
    return Event.objects.get(mode="drill")


def ended(town: Town) -> Drill:
    """A drill that was played for two hours while nobody did anything but take the first call."""
    from xiangyin.monitoring.rules.event import EVENT_STEPS

    drill = started(town)
    town.later(3)
    town.take(EVENT_STEPS, drill_event().pk, "take", "李值班")
    for minutes in (17, 20, 15, 65):
        turn(town, minutes)
    return town.take(DRILL_STEPS, drill.pk, "end", CONTROLLER)


def outcomes(town: Town, drill: Drill) -> list[tuple[str, str]]:
    """Each expected step with what the ledger shows of it now."""
    scored = scores(drill, now=town.now)
    return [
        (each.expectation.step, each.outcome.value) for inject in injects_of(drill.pk) for each in scored[inject.pk]
    ]


def missed(town: Town, drill: Drill) -> list[Expectation]:
    scored = [score for each in scores(drill, now=town.now).values() for score in each]
    return [score.expectation for score in scored if score.outcome == "missed"]
