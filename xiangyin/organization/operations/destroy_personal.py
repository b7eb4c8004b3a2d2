"""Reporting a task of destruction destroys: the keys go in the step's own transaction, the list into the ledger."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.organization.models import Task
from xiangyin.organization.rules.destruction import to_destroy
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.terms import TaskKind
from xiangyin.shared.ports.outside import Held
from xiangyin.shared.sealed.models import SealedKey, SealedObject
from xiangyin.shared.sealed.store import destroy
from xiangyin.shared.steps.command import Evidence
from xiangyin.shared.steps.take import take
from xiangyin.shared.steps.taken import Taken


def destroy_personal(taken: Taken) -> None:
    """Destroy what was not chosen to be kept, and list both. The report of the person is the signature under the list."""
    task: Task = taken.subject
    if task.kind != TaskKind.DESTRUCTION:
        return
    chosen = set(taken.answers.get("kept") or ())
    own = _keys_of(taken.command.evidence)  # what was handed in with this very report, the signed list for instance
    held = [each for each in to_destroy(task) if each.key_id not in own]
    kept = [each for each in held if str(each.key_id) in chosen]
    gone = [each for each in held if each not in kept]
    for key in SealedKey.objects.filter(pk__in=[each.key_id for each in gone]):
        destroy(key, now=taken.now)
    words = _("销毁 %(gone)d 份，保留 %(kept)d 份") % {"gone": len(gone), "kept": len(kept)}
    listed = taken.consequence(destroyed=_listed(gone), kept=_listed(kept), reason=words)
    take(TASK_STEPS, task.id, "destroy", actor=taken.machine, command=listed, now=taken.now)


def _keys_of(evidence: Sequence[Evidence]) -> set[UUID]:
    sealed = SealedObject.objects.filter(pk__in=[each.sealed_id for each in evidence])
    return set(sealed.values_list("key_id", flat=True))


def _listed(held: Sequence[Held]) -> list[list[str]]:
    return [[str(each.key_id), each.words] for each in held]
