"""The ledger's entries from which a case may be made."""

from collections.abc import Iterable
from uuid import UUID

from xiangyin.accountability.models import Case
from xiangyin.shared.ledger.models import LedgerEntry, Mode
from xiangyin.shared.ledger.queries import of_dossier, of_subject
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.pieces import LedgerLine
from xiangyin.shared.web.wording import moment_full, span


def entries_about(case: Case) -> list[LedgerEntry]:
    """What persons did in the event or on the task that the case is about, in order. One query.

    Acts of a drill are none: a drill judges the process, never a person.
    """
    if case.about_event_id:
        rows = of_dossier(case.about_event_id)
    elif case.about_task_id:
        rows = of_subject(case.about_task_id)
    else:
        return []
    return list(rows.filter(officer__isnull=False, mode=Mode.ACTUAL).exclude(subject_kind="shared.notice"))


def entry_options(case: Case, _actor: object) -> list[tuple[str, str]]:
    """Entries to choose from, those that were late first, and none that the case has already."""
    taken = set(case.facts.values_list("entry_number", flat=True))
    left = [entry for entry in entries_about(case) if entry.number not in taken]
    late_first = sorted(left, key=lambda entry: not entry.late_min)
    return [(str(entry.pk), words) for entry, words in _in_words(late_first)]


def entries_of(ids: Iterable[str], case: Case) -> list[tuple[LedgerEntry, LedgerLine]]:
    """The chosen entries with the words for them. One query."""
    chosen = {UUID(each) for each in ids}
    entries = [entry for entry in entries_about(case) if entry.pk in chosen]
    return list(zip(entries, lines(entries), strict=True))


def _in_words(entries: list[LedgerEntry]) -> list[tuple[LedgerEntry, str]]:
    told = lines(entries)
    return [(entry, _words(entry, line)) for entry, line in zip(entries, told, strict=True)]


def _words(entry: LedgerEntry, line: LedgerLine) -> str:
    late = f"　晚 {span(line.late)}" if line.late else ""
    return f"第 {entry.number} 条　{moment_full(line.at)}　{line.actor}（{line.post}）　{line.act}{late}"
