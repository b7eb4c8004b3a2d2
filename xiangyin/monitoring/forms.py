"""The desk form beside the event's own questions: who calls, and what is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.operations.log_call import Caller
from xiangyin.monitoring.terms import DemandKind


class CallerForm(forms.Form):
    """Contact data goes to the sealed store at once; only the officer who answers may open it."""

    asked = forms.CharField(
        label=_("来电人要求什么"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("有具体要求就写上，会登记为诉求并按类别计时。"),
    )  # fmt: skip
    demand_kind = forms.ChoiceField(
        label=_("诉求类别"), required=False, choices=[("", _("没有具体诉求")), *DemandKind.choices]
    )
    name = forms.CharField(label=_("来电人称呼"), required=False, max_length=60)
    phone = forms.CharField(
        label=_("回复电话"), required=False, max_length=40, help_text=_("只用于答复，加密保存，查看有记录，答复后 90 天销毁。")
    )

    def clean(self) -> None:
        if self.cleaned_data.get("asked") and not self.cleaned_data.get("demand_kind"):
            self.add_error("demand_kind", _("写了要求，请选择类别。"))

    def caller(self) -> Caller:
        """What was typed, for the operation."""
        return Caller(**{name: self.cleaned_data[name] for name in ("name", "phone", "demand_kind", "asked")})
