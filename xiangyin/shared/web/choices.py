"""Form widgets that carry more than a word."""

from typing import Any

from django.forms import RadioSelect

from xiangyin.shared.web.levels import look_of


class LevelSelect(RadioSelect):
    """Radio buttons with the level's shape and colour; the field's choices are (“red”, label) or (1, label) pairs."""

    option_template_name = "web/widgets/level_option.html"

    def create_option(self, name: str, value: Any, *rest: Any, **named: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        option = super().create_option(name, value, *rest, **named)
        return option | {"look": look_of(getattr(value, "value", value))}


class SegmentSelect(RadioSelect):
    """Radio buttons side by side as one bar, for two to four short words such as yes / no / not known."""

    template_name = "web/widgets/segments.html"
