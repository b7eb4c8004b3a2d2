"""Notices (process.md 4): what a person does with one. Sending is the machine's own, in `shared.outbox`."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.powers import WATCHERS
from xiangyin.shared.access.actor import ANYONE, Actor
from xiangyin.shared.outbox.models import Notice, NoticeState
from xiangyin.shared.steps.asks import Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps

ACKNOWLEDGED = NoticeState.ACKNOWLEDGED
WAITING = frozenset(set(NoticeState.values) - {ACKNOWLEDGED, NoticeState.CANCELLED})


def _not_to_me(notice: Notice, actor: Actor) -> str:
    return "" if notice.recipient_id == actor.officer_id else str(_("这条通知不是发给您的。"))


def _acknowledged(_notice: Notice, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"acknowledged_at": now}


NOTICE_STEPS = Steps(
    Notice,
    (
        Step(
            action="acknowledge", label=_("签收"), posts=lambda _notice: frozenset({ANYONE}), sources=WAITING,
            target=ACKNOWLEDGED, hides=(_not_to_me,), sets=_acknowledged, clause="4.1.1",
        ),
        Step(
            action="acknowledge_by_phone", label=_("已电话通知"), posts=posts(*WATCHERS), sources=WAITING,
            target=ACKNOWLEDGED, sets=_acknowledged, clause="4.1.1",
            asks=(Text(name="answered_by", label=_("接电话的人"), max_chars=60, masked=False),),
        ),
    ),
)  # fmt: skip
