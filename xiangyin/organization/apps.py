from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganizationConfig(AppConfig):
    name = "xiangyin.organization"
    label = "organization"
    verbose_name = _("组织与值班")
