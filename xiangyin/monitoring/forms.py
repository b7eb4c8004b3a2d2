"""Forms beside the steps' own questions: who calls, which file, what is looked for."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.operations.log_call import Caller
from xiangyin.monitoring.queries.items import Search
from xiangyin.monitoring.terms import Channel, DemandKind

MOST_MB = 500


class CallerForm(forms.Form):
    """Contact data goes to the sealed store at once; only the officer who answers may open it."""

    asked = forms.CharField(
        label=_("来电人要求什么"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("有具体要求就写上，会登记为诉求并按类别计时。"),
    )  # fmt: skip
    demand_kind = forms.ChoiceField(
        label=_("诉求类别"), required=False, choices=[("", _("没有具体诉求")), *DemandKind.choices]
    )
    name = forms.CharField(
        label=_("来电人称呼"), required=False, max_length=60, widget=forms.TextInput(attrs={"data-private": "1"})
    )
    phone = forms.CharField(
        label=_("回复电话"), required=False, max_length=40, widget=forms.TextInput(attrs={"data-private": "1"}),
        help_text=_("只用于答复，加密保存，查看有记录，答复后 90 天销毁。"),
    )  # fmt: skip

    def clean(self) -> None:
        if self.cleaned_data.get("asked") and not self.cleaned_data.get("demand_kind"):
            self.add_error("demand_kind", _("写了要求，请选择类别。"))

    def caller(self) -> Caller:
        """What was typed, for the operation."""
        return Caller(**{name: self.cleaned_data[name] for name in ("name", "phone", "demand_kind", "asked")})


class UploadForm(forms.Form):
    """A file of items."""

    file = forms.FileField(
        label=_("文件"), help_text=_("CSV、Excel（.xlsx、.xls）或 JSON 行文件。表头写各列名称，至少要有内容和时间。"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.ods,.jsonl,.ndjson,.json"}),
    )  # fmt: skip
    is_history = forms.BooleanField(
        label=_("这是历史数据"), required=False, help_text=_("历史数据不启动时限，也不提醒任何人。")
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_MB << 20:
            raise forms.ValidationError(_("文件最多 %(mb)d MB，请分成几个。"), params={"mb": MOST_MB})
        return file


class SearchForm(forms.Form):
    """What is looked for among the items; every field may be empty."""

    q = forms.CharField(
        label=_("找什么"), required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"})
    )
    channel = forms.ChoiceField(label=_("渠道"), required=False, choices=[("", _("全部")), *Channel.choices])
    since = forms.DateField(label=_("从"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("到"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def asked(self) -> Search:
        """What could be read of it; the day after `until` no longer counts."""
        said = self.cleaned_data
        until = said.get("until")
        return Search(
            words=said.get("q") or "", channel=said.get("channel") or "", since=_midnight(said.get("since")),
            until=_midnight(until + timedelta(days=1) if until else None), page=said.get("page") or 1,
        )  # fmt: skip


def _midnight(day: Any) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None
