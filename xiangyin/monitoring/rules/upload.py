"""The life of a handed-in file: received, its columns named by a person, imported by the machine (3.1.1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.rules.columns import FIELDS, Field
from xiangyin.monitoring.terms import Channel, UploadState
from xiangyin.organization.rules.powers import WATCHERS
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Ask, Choice, Number, Text, Tick, among
from xiangyin.shared.steps.step import Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

RECEIVED, IMPORTING, IMPORTED = UploadState.RECEIVED, UploadState.IMPORTING, UploadState.IMPORTED
KEEPERS = posts(*WATCHERS, Post.OFFICE_DIRECTOR, MACHINE_POST)
COLUMN_ASKS = tuple(f"{field.name}_column" for field in FIELDS)


def _columns(upload: Upload, _actor: Actor) -> Sequence[tuple[str, str]]:
    return [(column, column) for column in upload.columns]


def _column(field: Field) -> Ask:
    label = format_lazy(_("{what}在哪一列"), what=field.label)
    required = field.name == "time"
    return Choice(name=f"{field.name}_column", label=label, options=_columns, required=required, help=field.help)


def _well_mapped(_upload: Upload, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    used = Counter(answers[name] for name in COLUMN_ASKS if answers[name])
    errors = {
        name: str(_("这一列已经用在另一项上。")) for name in COLUMN_ASKS if answers[name] and used[answers[name]] > 1
    }
    if not answers["text_column"] and not answers["title_column"]:
        errors["text_column"] = str(_("请选出正文所在的列；只有标题的文件，请选出标题列。"))
    return errors


def _received(_upload: Upload, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"received_at": now}


def _started(upload: Upload, _actor: Actor, now: datetime) -> dict[str, Any]:
    counted = dict.fromkeys(("last_row", "taken", "known", "rejected", "damaged"), 0)
    return {"started_at": now, "moved_at": now, "run": upload.run + 1, "faults": {}, "problem": "", **counted}


def _original_is_gone(upload: Upload, _actor: Actor) -> str:
    return str(_("原件已经销毁。")) if upload.sealed.key.destroyed_at else ""


def _imported(_upload: Upload, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"imported_at": now, "moved_at": None}


def _counted(name: str, label: Any) -> Ask:
    return Number(name=name, label=label, unit=_("行"))


UPLOAD_STEPS = Steps(
    Upload,
    (
        Step(
            action="receive", label=_("上传文件"), posts=KEEPERS, target=RECEIVED, clause="3.1.1",
            asks=(
                Tick(
                    name="is_history", label=_("这是历史数据"),
                    help=_("历史数据不启动时限，也不提醒任何人。早于设定时间的内容自动按历史数据处理。"),
                ),
            ),
            writes=("is_history",), sets=_received,
        ),
        Step(
            action="start", label=_("按这样的列导入"), posts=KEEPERS, sources=frozenset({RECEIVED, IMPORTED}), target=IMPORTING,
            asks=(
                *map(_column, FIELDS),
                Choice(
                    name="default_channel", label=_("没写渠道的算作"), options=among(Channel.choices),
                    help=_("没有渠道列，或者那一格空着。"),
                ),
                Text(
                    name="default_source", label=_("没写来源的算作"), max_chars=120, required=False,
                    help=_("例如：县热线月报。"),
                ),
            ),
            hides=(_original_is_gone,), checks=_well_mapped,
            writes=(*COLUMN_ASKS, "default_channel", "default_source"), sets=_started, clause="3.1.1",
            help=_("在后台读入，已经收过的不会重复。看过列和前几行再点。"),
        ),
        Step(
            action="finish", label=_("导入完成"), posts=by_machine, sources=frozenset({IMPORTING}), target=IMPORTED,
            asks=(
                Text(name="sha256", label=_("文件摘要"), masked=False),
                _counted("taken", _("收下")), _counted("known", _("已经有")), _counted("rejected", _("退回")),
                Text(name="problem", label=_("没有读完的原因"), required=False),
                Text(name="reason", label=_("结果"), masked=False),
            ),
            writes=("problem",), sets=_imported, clause="3.1.1",
        ),
        Step(
            action="discard", label=_("销毁原件"), posts=KEEPERS, sources=frozenset({RECEIVED, IMPORTED}),
            target=UploadState.DISCARDED, asks=(Text(name="reason", label=_("理由")),), hides=(_original_is_gone,), danger=True,
            clause="1.3.5",
            help=_("上传的原件和退回的行不能再打开。已经收下的内容不受影响。"),
        ),
    ),
    visible=of_office,
)  # fmt: skip
