"""Lines of two inputs that belong together: a sentence and its source."""

from typing import Any

from django import forms
from django.utils.functional import Promise

SPARE = 3  # empty lines after the filled ones; more come with the next save


class PairsWidget(forms.Widget):
    """Two columns of inputs named `<name>-left` and `<name>-right`."""

    template_name = "web/widgets/pairs.html"

    def __init__(self, left: str | Promise, right: str | Promise) -> None:
        super().__init__()
        self.left, self.right = left, right

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [*(value or []), *[["", ""]] * SPARE]
        return context | {"rows": rows, "left": self.left, "right": self.right}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[list[str]]:
        del files
        return [list(row) for row in zip(data.getlist(f"{name}-left"), data.getlist(f"{name}-right"), strict=False)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        del files
        return f"{name}-left" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-0"


class PairsField(forms.Field):
    """The lines as typed; whether each is whole, the step judges."""

    def __init__(self, *, left: str | Promise, right: str | Promise, **kwargs: Any) -> None:
        super().__init__(widget=PairsWidget(left, right), **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return [row for row in data if any(row)] != (initial or [])

    def validate(self, value: Any) -> None:
        super().validate([row for row in value if any(row)])
