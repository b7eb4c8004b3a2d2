"""How far a township may set a figure: what law or the product's own promise caps may be shortened, never lengthened."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.figures import default_figures

# By unit: the least and the most that make sense at all.
_RANGE = {"min": (1, 129_600), "d": (1, 3650), "工作日": (1, 250), "h": (0, 8760), "个": (1, 10), "时": (0, 23)}
_CLOSING = (1, 24)  # an office may be open until midnight

_LAW = _("是法规规定的最长期限，只能缩短")
_PROMISE = _("是个人信息和原始信息保存的上限，只能缩短")
# The shipped value is the cap (law.md 2.2 to 2.4, 3; rights.md 3 and 6).
CAPPED: dict[str, str | Promise] = {
    "first_word_min": _LAW, "press_conference_min": _LAW, "answer_min": _LAW, "petition_days": _LAW,
    "information_workdays": _LAW, "dispute_workdays": _LAW, "plan_filing_workdays": _LAW, "plan_review_days": _LAW,
    "contact_days": _PROMISE, "item_days": _PROMISE,
}  # fmt: skip


def limits_of(name: str) -> tuple[int, int]:
    """The least and the most of a figure that is a number, in its own unit."""
    shipped = default_figures()[name]
    least, most = _CLOSING if name == "office_closes_hour" else _RANGE[shipped["unit"]]
    return least, min(most, shipped["value"]) if name in CAPPED else most
