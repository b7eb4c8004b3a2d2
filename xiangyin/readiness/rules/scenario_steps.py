"""The rule table of a scenario: kept once it could be read, retired when nobody should play it any more."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Scenario
from xiangyin.readiness.terms import ScenarioState
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps


def _kept(_scenario: Scenario, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"kept_at": now}


SCENARIO_STEPS = Steps(
    Scenario,
    (
        Step(
            action="keep", label=_("收入想定"), posts=posts(Post.OFFICE_DIRECTOR, MACHINE_POST), target=ScenarioState.KEPT,
            asks=(
                Text(name="title", label=_("名称"), max_chars=120),
                Text(name="sha256", label=_("文件摘要"), max_chars=64, masked=False),
            ),
            writes=("title", "sha256"), sets=_kept, clause="6.2",
        ),
        Step(
            action="retire", label=_("停用想定"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({ScenarioState.KEPT}),
            target=ScenarioState.RETIRED, asks=(Text(name="reason", label=_("理由")),), danger=True, clause="6.2",
        ),
    ),
)  # fmt: skip
