"""Forms that are no steps: making one's own account."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Account


class AccountForm(forms.Form):
    """A login and a password, twice."""

    login = forms.CharField(label=_("账号"), max_length=60, help_text=_("字母、数字或姓名拼音，登录时用。"))
    password = forms.CharField(label=_("密码"), widget=forms.PasswordInput, help_text=_("至少 8 位，不要用常见密码或全数字。"))
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
