"""Signing in and out. Failures are counted and shown by django-axes."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.utils.translation import gettext_lazy as _


class LoginForm(AuthenticationForm):
    error_messages = {  # noqa: RUF012 - Django's own shape
        "invalid_login": _("账号或密码不对，请重试。连续输错 5 次会锁定 15 分钟。"),
        "inactive": _("这个账号已停用，请联系安全管理员。"),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("账号")
        self.fields["password"].label = _("密码")


login = login_not_required(
    LoginView.as_view(template_name="organization/login.html", authentication_form=LoginForm, redirect_authenticated_user=True)
)
logout = LogoutView.as_view()
