"""Why a step was not taken: said to the person, with the clause."""

from typing import TYPE_CHECKING, Any, Self

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xiangyin.shared.ledger.stateful import Stateful
    from xiangyin.shared.steps.step import Step


class StepRefusedError(Exception):
    """The table, the post or an objection forbids the step; nothing has changed."""

    def __init__(self, why: str, *, clause: str) -> None:
        super().__init__(why)
        self.clause = clause

    @classmethod
    def wrong_state(cls, step: "Step[Any]", now_in: str, wanted: str) -> Self:
        words = {"step": step.label, "now": now_in, "wanted": wanted}
        return cls(_("现在是“%(now)s”，只有在“%(wanted)s”时才能“%(step)s”。") % words, clause=step.clause)

    @classmethod
    def wrong_post(cls, step: "Step[Any]") -> Self:
        return cls(_("您的岗位不能办理“%(step)s”。") % {"step": step.label}, clause=step.clause)

    @classmethod
    def second_person(cls, step: "Step[Any]") -> Self:
        return cls(
            _("“%(step)s”须由另一人办理：同一人不能既提出又核实、既办理又验收。") % {"step": step.label},
            clause=step.clause,
        )


class AnswersInvalidError(Exception):
    """Some answers do not fit; `errors` names each field with its reason."""

    def __init__(self, errors: "Mapping[str, str]") -> None:
        super().__init__("; ".join(f"{name}: {why}" for name, why in errors.items()))
        self.errors = errors


def state_name(subject: "Stateful") -> str:
    """The label of the record's state, as people read it."""
    choices = dict(subject._meta.get_field("state").choices or ())
    return str(choices.get(subject.state, subject.state))
