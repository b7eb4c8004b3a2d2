"""The chosen entries of the ledger become the facts of the case: copied with number and hash, never typed."""

from xiangyin.accountability.models import Case, LedgerFact
from xiangyin.accountability.queries.entries import entries_of
from xiangyin.shared.steps.taken import Taken


def copy_facts(taken: Taken) -> None:
    """Append the chosen entries to the case."""
    case: Case = taken.subject
    LedgerFact.objects.bulk_create(
        LedgerFact(
            jurisdiction_id=case.jurisdiction_id, case=case, entry_number=entry.number, entry_hash=entry.hash, at=entry.at,
            who=entry.officer_name, post=line.post, what=line.act[:200], late_min=entry.late_min, clause=entry.clause,
        )
        for entry, line in entries_of(taken.answers["entries"], case)
    )  # fmt: skip
