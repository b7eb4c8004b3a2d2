"""Forms made of what a step asks. Checking is the step's own: the form only reads and keeps what was typed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.answers import asked_of
from xiangyin.shared.steps.asks import Ask, Attachment, Choice, Choices, Moment, Number, Pairs, Text, Tick
from xiangyin.shared.web.choices import LevelSelect
from xiangyin.shared.web.pairs import PairsField

LEVEL_NAMES = frozenset({"colour"})
FEW = 4  # up to so many options stand open as radio buttons; more are a menu


def step_form(
    asks: tuple[Ask, ...], subject: Any, actor: Actor, *,
    data: Mapping[str, Any] | None = None, files: Any = None, prefix: str,
) -> forms.Form:  # fmt: skip
    """A form with one field for each thing asked, in their order, filled with what the record already holds."""
    asked = asked_of(asks, subject)
    fields = {ask.name: _field(ask, subject, actor) for ask in asked}
    form_class = type("StepForm", (forms.Form,), fields)
    form: forms.Form = form_class(data, files, auto_id=f"{prefix}_%s", initial=_known(asked, subject))
    return form


def _known(asks: list[Ask], subject: Any) -> dict[str, Any]:
    """What the record holds already: the same fact is asked once."""
    held = {ask.name: ask.known(subject) if ask.known else getattr(subject, ask.name, None) for ask in asks}
    return {name: value for name, value in held.items() if value not in (None, "")}


def _field(ask: Ask, subject: Any, actor: Actor) -> forms.Field:
    common: dict[str, Any] = {"label": ask.label, "help_text": ask.help, "required": ask.required}
    if isinstance(ask, Choice):
        return _choice(ask, list(ask.options(subject, actor)), common)
    if isinstance(ask, Choices):
        boxes = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=ask.options(subject, actor), widget=boxes, **common)
    if isinstance(ask, Pairs):
        return PairsField(left=ask.left, right=ask.right, **common)
    if isinstance(ask, Number):
        field = forms.IntegerField(min_value=ask.least, max_value=ask.most, **common)
        field.unit = ask.unit  # type: ignore[attr-defined]  # read by parts/field.html
        return field
    if isinstance(ask, Moment):
        return forms.DateTimeField(widget=_moment_input(), input_formats=MOMENT_FORMATS, **common)
    return _plain(ask, common)


MOMENT_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]


def _moment_input() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def _plain(ask: Ask, common: dict[str, Any]) -> forms.Field:
    if isinstance(ask, Tick):
        return forms.BooleanField(**common | {"required": False})
    if isinstance(ask, Attachment):
        upload = forms.FileField(**common)
        upload.personal = ask.personal  # type: ignore[attr-defined]  # read by `step_commands`
        return upload
    long = isinstance(ask, Text) and ask.long
    widget = forms.Textarea(attrs={"rows": 4}) if long else forms.TextInput()
    return forms.CharField(widget=widget, max_length=ask.max_chars if isinstance(ask, Text) else None, **common)


def _choice(ask: Choice, options: list[tuple[Any, Any]], common: dict[str, Any]) -> forms.Field:
    if ask.name in LEVEL_NAMES:
        return forms.ChoiceField(choices=options, widget=LevelSelect, **common)
    if len(options) <= FEW and ask.required:
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **common)
    return forms.ChoiceField(choices=[("", _("请选择")), *options], **common)


def typed(form: forms.Form) -> dict[str, Any]:
    """What was typed, each in its own type where it could be read; the step judges the rest."""
    return {name: form.cleaned_data.get(name) for name in form.fields}
