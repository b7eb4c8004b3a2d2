"""Steps as an officer meets them: the next one, the others, a refused one, and those that want a second thought."""

from datetime import datetime, timedelta

from django import forms

from xiangyin.shared.web.choices import LevelSelect, SegmentSelect
from xiangyin.shared.web.pieces import StepOffer

MIN = timedelta(minutes=1)
LEVELS = (("red", "一级（红色）"), ("orange", "二级（橙色）"), ("yellow", "三级（黄色）"), ("blue", "四级（蓝色）"))
KINDS = (("call", "电话"), ("visit", "来访"), ("radio", "广播电视"))


class VerifyForm(forms.Form):
    source = forms.CharField(label="向谁核实", help_text="单位或现场的人，不写群众姓名。", max_length=60)
    sources_count = forms.IntegerField(label="互不相干的来源", min_value=1, initial=2)
    agrees = forms.ChoiceField(
        label="与事实相符", choices=(("yes", "相符"), ("no", "不符"), ("part", "部分相符")), widget=SegmentSelect
    )
    note = forms.CharField(label="核实经过", widget=forms.Textarea(attrs={"rows": 3}), required=False)


class ProposeForm(forms.Form):
    level = forms.ChoiceField(label="定级", choices=LEVELS, widget=LevelSelect, initial="orange")
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 2}))


class CallForm(forms.Form):
    """The desk form in small: every kind of input, one of them faulty when bound to `FAULTY`."""

    kind = forms.ChoiceField(label="来源", choices=KINDS, widget=forms.RadioSelect)
    said = forms.CharField(
        label="说了什么", widget=forms.Textarea(attrs={"rows": 3}), help_text="照原话记，先不下结论。"
    )
    village = forms.ChoiceField(
        label="哪个村", choices=(("", "请选择"), ("1", "柳湾村"), ("2", "石桥村"), ("3", "集镇社区"))
    )
    affected = forms.IntegerField(label="涉及人数", required=False, min_value=0)
    occurred_at = forms.DateTimeField(
        label="什么时候发生", required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    sensitive = forms.BooleanField(label="涉及学生、病人等需要特别保护的人", required=False)
    evidence = forms.FileField(label="截图或录音", required=False, help_text="最大 20 MB，收到后加密封存。")


class FilterForm(forms.Form):
    words = forms.CharField(label="含有", required=False)
    level = forms.ChoiceField(label="等级", choices=(("", "全部"), *LEVELS), required=False)


FAULTY = {"kind": "call", "said": "", "village": "3", "affected": "-2"}


def call_form(*, faulty: dict[str, str] | None = None) -> CallForm:
    form = CallForm(faulty, auto_id="faulty_%s" if faulty else "call_%s")
    form.fields["affected"].unit = "人"  # type: ignore[attr-defined]  # read by parts/field.html
    return form


def steps(now: datetime) -> list[StepOffer]:
    verify = StepOffer(
        action="verify",
        label="核实",
        url="#",
        command="c1",
        weight="primary",
        due=now + 9 * MIN,
        effect="核实通过后，请办公室主任签发预警；建议人和核实人不能是同一人。",
        confirm="核实通过",
        clause="3.3.2",
        form=VerifyForm(auto_id="verify_%s"),
    )
    propose = StepOffer("propose", "改提等级", "#", "c2", clause="3.3.1", form=ProposeForm(auto_id="propose_%s"))
    ask = StepOffer(
        "inform", "报带班领导", "#", "c3", effect="给周主任发通知；15 分钟没有确认，再报组长。", confirm="通知周主任"
    )
    return [verify, propose, ask, *serious_steps()]


def serious_steps() -> list[StepOffer]:
    dismiss = StepOffer(
        action="dismiss",
        label="判定为误报",
        url="#",
        command="c4",
        weight="danger",
        effect="事件转入“已排除”，所有时限停止。橙色及以上须由办公室主任判定。",
        confirm="确认是误报",
        clause="3.3.2",
        form=ReasonForm(auto_id="dismiss_%s"),
    )
    return [dismiss]


def decisions(now: datetime) -> list[StepOffer]:
    """Offer what a head decides from the list on the phone: one tap opens, the second decides."""
    start = StepOffer(
        action="activate",
        label="启动响应",
        url="#",
        command="c6",
        weight="primary",
        due=now + 21 * MIN,
        effect="按《舆情应急预案》2026 年第 1 版启动：通知 6 个单位，派 5 项任务，开始 4 个时限。",
        confirm="启动二级响应",
        clause="3.3.3",
    )
    decline = StepOffer("decline", "暂不启动", "#", "c7", clause="3.3.3", form=ReasonForm(auto_id="decline_%s"))
    return [start, decline]


def refused_steps() -> list[StepOffer]:
    return [
        StepOffer(
            action="issue",
            label="签发预警",
            url="#",
            command="c5",
            weight="primary",
            refusal="您是本次的核实人，签发要由另一人办。请办公室主任周主任签发，或由带班领导先行签发、24 小时内补认。",
            clause="3.3.2",
            form=ReasonForm(auto_id="issue_%s"),
        )
    ]
