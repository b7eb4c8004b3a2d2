"""An expectation in words, from the rule table it names."""

from django.utils.translation import gettext as _

from xiangyin.readiness.models import Expectation
from xiangyin.shared.steps import registry


def expectation_words(expected: Expectation) -> str:
    """“发布预警，30 分钟内”."""
    label = registry.table(expected.record).named(expected.step).label
    return _("%(step)s，%(min)d 分钟内") % {"step": label, "min": expected.within_min}
