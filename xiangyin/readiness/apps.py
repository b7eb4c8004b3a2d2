from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadinessConfig(AppConfig):
    name = "xiangyin.readiness"
    label = "readiness"
    verbose_name = _("培训与演练")
