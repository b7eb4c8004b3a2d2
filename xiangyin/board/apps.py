from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardConfig(AppConfig):
    name = "xiangyin.board"
    label = "board"
    verbose_name = _("工作台")
