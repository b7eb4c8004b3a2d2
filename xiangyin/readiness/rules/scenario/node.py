"""A place in a JSON file: what is read from it is checked, and every fault is kept with the place where it stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the file. `place` is how a person finds it; `faults` is shared by the whole file."""

    value: Mapping[str, Any]
    place: str
    faults: list[str] = field(default_factory=list)

    def fault(self, name: str, why: str) -> None:
        where = "".join(filter(None, (self.place, f"“{name}”" if name else "")))
        self.faults.append(f"{where}：{why}")

    def text(self, name: str, *, most: int, required: bool = True) -> str:
        value = self.value.get(name, "")
        if not isinstance(value, str) or (required and not value.strip()):
            self.fault(name, _("请写文字，不能为空。"))
            return ""
        if len(value) > most:
            self.fault(name, _("最多 %(most)d 个字，现在是 %(now)d 个。") % {"most": most, "now": len(value)})
        return value.strip()

    def whole(self, name: str, *, least: int, most: int) -> int:
        value = self.value.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.fault(name, _("请写 %(least)d 到 %(most)d 的整数。") % {"least": least, "most": most})
            return least
        return value

    def one_of(self, name: str, known: Collection[str]) -> str:
        value = self.value.get(name)
        if not isinstance(value, str) or value not in known:
            self.fault(
                name, _("没有“%(value)s”；可以写：%(known)s。") % {"value": value, "known": "、".join(sorted(known))}
            )
            return ""
        return value

    def yes_or_no(self, name: str) -> bool:
        value = self.value.get(name, False)
        if not isinstance(value, bool):
            self.fault(name, _("请写 true 或 false。"))
        return value is True

    def only(self, *names: str) -> None:
        """A misspelt name must not pass as something left out."""
        for name in sorted(set(self.value) - set(names)):
            self.fault(name, _("不认识这一项。"))

    def inner(self, name: str) -> "Node":
        value = self.value.get(name)
        if not isinstance(value, dict):
            self.fault(name, _("请写成一组 { }。"))
            return Node({}, f"{self.place}“{name}”", [])  # its own faults would only repeat this one
        return Node(value, f"{self.place}“{name}”", self.faults)

    def each(self, name: str, what: str) -> "Iterator[Node]":
        """The objects of a list, each with its number as people count."""
        rows = self.value.get(name, [])
        if not isinstance(rows, list):
            self.fault(name, _("请写成一列 [ ]。"))
            return
        for number, row in enumerate(rows, start=1):
            place = f"{self.place}{what % {'n': number}}"
            if isinstance(row, dict):
                yield Node(row, place, self.faults)
            else:
                self.faults.append(f"{place}：{_('请写成一组 { }。')}")
