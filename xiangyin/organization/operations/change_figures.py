"""What follows from the steps of a change of figures, inside each step's own transaction."""

from xiangyin.organization.models import FigureChange, FigureSet
from xiangyin.organization.queries.figures import LOCALLY_SET, default_figures, newest_set, next_version
from xiangyin.organization.rules.figure_values import read_value
from xiangyin.shared.steps.taken import Taken


def note_figure(taken: Taken) -> None:
    """Put the answered figure among those proposed; one that was there already is set anew."""
    change: FigureChange = taken.subject
    said = taken.answers
    change.proposed[said["figure"]] = {
        "value": read_value(said["figure"], said["value"]), "source": said["source"] or LOCALLY_SET, "number": said["number"],
        "read": bool(said["source"]) and said["read"],
    }  # fmt: skip
    change.save(update_fields=["proposed"])


def drop_figure(taken: Taken) -> None:
    """Take the figure out of those proposed."""
    change: FigureChange = taken.subject
    change.proposed.pop(taken.answers["figure"])
    change.save(update_fields=["proposed"])


def adopt_figures(taken: Taken) -> None:
    """Make the next version: the figures in force with those that were proposed."""
    change: FigureChange = taken.subject
    newest = newest_set(change.jurisdiction_id)
    before = default_figures() | (newest.figures if newest else {})
    changed = {name: before[name] | row for name, row in change.proposed.items()}
    FigureSet.objects.create(
        jurisdiction_id=change.jurisdiction_id, version=next_version(change.jurisdiction_id), figures=before | changed,
        adopted_at=taken.now, adopted_by_id=taken.actor.person_id,
    )  # fmt: skip
