"""What adding, renaming and retiring a unit or a village have in common."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xiangyin.organization.models import Unit, Village
from xiangyin.organization.terms import Post, Standing
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import AnswerRefusedError, Ask, Text
from xiangyin.shared.steps.step import posts

R = TypeVar("R", Unit, Village)
IN_USE, RETIRED = Standing.IN_USE, Standing.RETIRED
SYSTEM = posts(Post.SYSTEM_ADMIN)
FIRST = posts(Post.SYSTEM_ADMIN, MACHINE_POST)  # the set-up adds those that its file names
MOST_CHARS = 60
_CODE = re.compile(r"[0-9A-Za-z]{1,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Ask):
    """Several short words, divided by commas of either script."""

    required: bool = False
    max_chars: int = MOST_CHARS

    def clean(self, answer: Any, subject: Any, actor: Actor) -> list[str]:
        del subject, actor
        parts: Sequence[Any] = answer if isinstance(answer, list) else re.split(r"[,，、\n]", str(answer or ""))
        names = list(dict.fromkeys(part for each in parts if (part := str(each).strip())))
        if any(len(name) > self.max_chars for name in names):
            raise AnswerRefusedError(_("每个最多 %(max)d 个字，用顿号隔开。") % {"max": self.max_chars})
        return names

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        return "、".join(answer)


NAME = Text(name="name", label=gettext_lazy("名称"), max_chars=MOST_CHARS, masked=False)
NEW_NAME = Text(name="name", label=gettext_lazy("新的名称"), max_chars=MOST_CHARS, masked=False)
CODE = Text(
    name="code",
    label=gettext_lazy("代码"),
    max_chars=12,
    required=False,
    masked=False,
    help=gettext_lazy("不知道可以留空，系统编一个。"),
)
BASIS = Text(name="reason", label=gettext_lazy("依据"), max_chars=200, help=gettext_lazy("文件或会议决定。"))


def badly_named(record: R, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    """Whether the name or the code is somebody's already."""
    others = type(record)._default_manager.exclude(pk=record.pk)
    if answers["name"] == record.name:
        return {"name": _("与现在的名称相同。")}
    if others.filter(name=answers["name"], state=IN_USE).exists():
        return {"name": _("已经有叫这个名称的。")}
    code = answers.get("code", "")
    if code and not _CODE.fullmatch(code):
        return {"code": _("代码用数字和英文字母，最多 12 位。")}
    taken = code and others.filter(code=code).exists()
    return {"code": _("这个代码用过了，撤并了的也不再用。")} if taken else {}


def renamed(record: R, _actor: Actor, _now: datetime) -> dict[str, Any]:
    """The name that the row still has is from now on a former one; the newest last."""
    stored = type(record)._default_manager.get(pk=record.pk)
    kept: list[str] = [name for name in stored.former_names if name not in (stored.name, record.name)]
    return {"former_names": [*kept, stored.name]}


def retired(_record: R, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"retired_at": now}


def restored(_record: R, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"retired_at": None, "successor_id": None}


def name_is_taken(record: R, _actor: Actor) -> str:
    """Why a retired one cannot come back."""
    twin = type(record)._default_manager.filter(name=record.name, state=IN_USE).exclude(pk=record.pk)
    return _("现有的已经有叫这个名称的。") if twin.exists() else ""


def next_code(record: R, prefix: str, digits: int) -> str:
    """The first free code after the highest that begins so and goes on in figures."""
    codes = type(record)._default_manager.values_list("code", flat=True)
    used = [int(code[len(prefix) :]) for code in codes if re.fullmatch(re.escape(prefix) + "[0-9]+", code)]
    return f"{prefix}{max(used, default=0) + 1:0{digits}d}"
