from django import forms
from django.utils.translation import gettext_lazy as _


class ScenarioForm(forms.Form):
    """A scenario's file; what stands in it is read by the operation."""

    file = forms.FileField(label=_("想定文件（JSON）"), help_text=_("UTF-8 编码，不超过 1 MB。"))
