"""Forms that are no steps: making one's own account."""

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Account, Jurisdiction
from xiangyin.organization.operations.first_run import Founders
from xiangyin.organization.operations.set_up import Township
from xiangyin.organization.rules.unit import MOST_TOPIC_CHARS
from xiangyin.organization.terms import UnitKind


class AccountForm(forms.Form):
    """A login and a password, twice."""

    login = forms.CharField(label=_("账号"), max_length=60, help_text=_("字母、数字或姓名拼音，登录时用。"))
    password = forms.CharField(
        label=_("密码"), widget=forms.PasswordInput, help_text=_("至少 8 位，不要用常见密码或全数字。")
    )
    again = forms.CharField(label=_("再输一次密码"), widget=forms.PasswordInput)

    def clean_login(self) -> str:
        login = str(self.cleaned_data["login"]).strip()
        if Account.objects.filter(login=login).exists():
            raise forms.ValidationError(_("这个账号已有人用，请换一个。"))
        return login

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("password") != self.cleaned_data.get("again"):
            self.add_error("again", _("两次输入不一样。"))
        return self.cleaned_data


class FirstRunForm(AccountForm):
    """The township, its villages and units, and the three administrators."""

    place = forms.CharField(label=_("乡镇名称"), max_length=60)
    code = forms.RegexField(
        label=_("行政区划代码"), regex=r"^\d{6,12}$", help_text=_("统计用代码，9 位或 12 位数字。"),
        error_messages={"invalid": _("请填 6 至 12 位数字。")},
    )  # fmt: skip
    parents = forms.CharField(
        label=_("所属省、市、县"), max_length=120, required=False, help_text=_("从大到小，用空格隔开。")
    )
    villages = forms.CharField(
        label=_("村和社区"), widget=forms.Textarea(attrs={"rows": 6}), help_text=_("一行一个：名称，俗称一，俗称二")
    )
    units = forms.CharField(
        label=_("单位"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("一行一个：名称，职责领域一，职责领域二。第一行写办公室。"),
    )
    system = forms.CharField(
        label=_("系统管理员姓名"), max_length=60, help_text=_("就是您本人，下面的账号归这一岗位。")
    )
    security = forms.CharField(label=_("安全管理员姓名"), max_length=60, help_text=_("负责登记人员、任职和账号。"))
    audit = forms.CharField(label=_("审计管理员姓名"), max_length=60, help_text=_("三个管理岗位须是三个人。"))

    field_order = (
        "place",
        "code",
        "parents",
        "villages",
        "units",
        "system",
        "login",
        "password",
        "again",
        "security",
        "audit",
    )

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if Jurisdiction.objects.filter(code=code).exists():
            raise forms.ValidationError(_("这个代码已经设置过。"))
        return code

    def clean_villages(self) -> str:
        return _each_once(str(self.cleaned_data["villages"]))

    def clean_units(self) -> str:
        return _each_once(str(self.cleaned_data["units"]))

    def clean(self) -> dict[str, Any]:
        super().clean()
        names = [self.cleaned_data.get(name) for name in ("system", "security", "audit")]
        if all(names) and len(set(names)) < len(names):
            self.add_error("audit", _("三个管理岗位须是三个不同的人。"))
        return self.cleaned_data

    def township(self) -> Township:
        """What was typed, as the operation wants it."""
        said = self.cleaned_data
        return Township(
            name=said["place"], code=said["code"], parents=tuple(said["parents"].split()),
            villages=tuple(_village(said["code"], number, line) for number, line in enumerate(_lines(said["villages"]), 1)),
            units=tuple(_unit(number, line) for number, line in enumerate(_lines(said["units"]), 1)),
        )  # fmt: skip

    def founders(self) -> Founders:
        return Founders(
            **{name: self.cleaned_data[name] for name in ("system", "security", "audit", "login", "password")}
        )


def _each_once(text: str) -> str:
    """The lines as they were typed, if they can be a list of names.

    :raises forms.ValidationError: a name is said twice, or a word is too long.
    """
    lines = _lines(text)
    names = [line[0] for line in lines]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise forms.ValidationError(_("“%(name)s”写了两次。"), params={"name": twice})
    if long := next((word for line in lines for word in line if len(word) > MOST_TOPIC_CHARS), ""):
        raise forms.ValidationError(_("“%(word)s”太长，最多 40 个字。"), params={"word": long})
    return text


def _lines(text: str) -> list[list[str]]:
    """Lines of a name and what else belongs to it, divided by commas of either script."""
    rows = [[part.strip() for part in re.split("[,，、]", line) if part.strip()] for line in text.splitlines()]
    return [row for row in rows if row]


def _village(code: str, number: int, line: list[str]) -> dict[str, Any]:
    kind = "社区" if line[0].endswith("社区") else "村"
    return {"code": f"{code[:9]:0<9}{number:03d}", "name": line[0], "kind": kind, "aliases": line[1:]}


def _unit(number: int, line: list[str]) -> dict[str, Any]:
    kind = UnitKind.OFFICE if number == 1 else UnitKind.DEPARTMENT
    return {"code": f"D{number:02d}", "name": line[0], "kind": kind, "topics": line[1:]}
