"""The invariants of process.md, asked of the database after a walk. The numbers are those of the page."""

from typing import Any

from tests.walks.regulation import BIRTH, DECIDE, LIFE, NEVER_ON_BUSINESS, OPEN_STATES, TWO_PERSONS
from xiangyin.documents.models import Document, Signature
from xiangyin.monitoring.models import Event
from xiangyin.publication.queries.published import published
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.verify import verify
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps import registry
from xiangyin.warning.models import Grading


def check_all(jurisdiction_id: Any) -> None:
    """Every invariant that can be read off the records."""
    entries = list(LedgerEntry.objects.order_by("number"))
    replayed = replay(entries)
    the_ledger_tells_the_state(replayed)
    nobody_is_on_both_sides(entries)
    every_open_event_has_a_clock_and_an_owner()
    merging_makes_no_circle()
    each_public_text_is_signed_as_it_stands()
    a_level_falls_only_by_rank_and_after_two_hours()
    a_notice_goes_out_once()
    plans_start_and_end_by_those_who_hold_the_power(entries)
    assert verify(jurisdiction_id).broken_at is None


def replay(entries: list[LedgerEntry]) -> dict[tuple[str, Any], str]:
    """2: walk every record's life by its entries; no pair of states is joined by anything that is not in the book."""
    now: dict[tuple[str, Any], str] = {}
    for entry in entries:
        if entry.subject_kind not in LIFE:
            continue
        key = (entry.subject_kind, entry.subject_id)
        before, after = now.get(key, BIRTH), entry.changes["state"]
        allowed = LIFE[entry.subject_kind].get((before, after), set())
        assert entry.action in allowed, f"{entry.subject_kind}: {before} → {after} by {entry.action}"
        assert entry.post not in NEVER_ON_BUSINESS
        now[key] = after
    return now


def the_ledger_tells_the_state(replayed: dict[tuple[str, Any], str]) -> None:
    """1: what the ledger tells is what stands in the tables, for every record and for no other."""
    for kind in LIFE:
        rows = registry.table(kind).model._default_manager.values_list("pk", "state")
        assert dict(rows) == {pk: state for (of, pk), state in replayed.items() if of == kind}


def nobody_is_on_both_sides(entries: list[LedgerEntry]) -> None:
    """3: two-person rules hold whoever holds which posts."""
    for kind, left, right in TWO_PERSONS:
        done: dict[Any, set[Any]] = {}
        for entry in entries:
            if entry.subject_kind != kind:
                continue
            if entry.action in right and entry.officer_id:
                assert entry.officer_id not in done.get(entry.subject_id, set()), f"{kind} {entry.action}"
            if entry.action in left and entry.officer_id:
                done.setdefault(entry.subject_id, set()).add(entry.officer_id)


def every_open_event_has_a_clock_and_an_owner() -> None:
    """6: something is always owed on an open event, by somebody."""
    for event in Event.objects.filter(state__in=OPEN_STATES):
        owed = Obligation.objects.filter(dossier_id=event.pk, ended_at=None)
        own = [each for each in owed if each.kind.split(".")[0] in ("event", "warning", "response", "aftermath")]
        assert own, f"{event} ({event.state}) has no clock"
        assert all(each.posts or each.officer_id for each in owed)


def merging_makes_no_circle() -> None:
    """9: following the pointers from any event comes to an end."""
    into = dict(Event.objects.values_list("pk", "merged_into"))
    for start, first in into.items():
        seen, at = {start}, first
        while at is not None:
            assert at not in seen, "a circle of merged events"
            seen.add(at)
            at = into[at]


def each_public_text_is_signed_as_it_stands() -> None:
    """5: each public text was reviewed, approved and issued by three acts over exactly this text."""
    for shown in published(limit=10_000):
        paper = Document.objects.get(pk=shown.id)
        steps = Signature.objects.filter(document=paper, digest=paper.digest_now()).values_list("step", "officer")
        assert {"approve", "issue"} <= {step for step, _officer in steps}
        if paper.kind in ("statement", "correction"):
            assert "review" in {step for step, _officer in steps}


def a_level_falls_only_by_rank_and_after_two_hours() -> None:
    """7: lower means a larger number here; it takes a written reason, two hours at the level, and enough rank."""
    rank = {"shift_lead": 0, "office_director": 1, "deputy_head": 2, "head": 3}
    for grading in Grading.objects.filter(action="downgrade"):
        before = Grading.objects.filter(warning=grading.warning, entry_number__lt=grading.entry_number)
        setter = before.filter(action__in=["issue", "upgrade", "downgrade"]).order_by("entry_number").last()
        assert setter is not None
        assert grading.reason
        assert (grading.at - setter.at).total_seconds() >= 2 * 3600
        posts = {
            each.number: each.post
            for each in LedgerEntry.objects.filter(number__in=[setter.entry_number, grading.entry_number])
        }
        assert rank[posts[grading.entry_number]] >= rank[posts[setter.entry_number]]


def plans_start_and_end_by_those_who_hold_the_power(entries: list[LedgerEntry]) -> None:
    """Posts by level: who started and ended a response held the power at its colour, or acted for it at night."""
    number = {"red": 1, "orange": 2, "yellow": 3, "blue": 4}
    for entry in entries:
        if entry.subject_kind == "response.response" and entry.action in ("activate", "end"):
            emergency = {"shift_lead"} if entry.action == "activate" else set()
            assert entry.post in DECIDE[number[entry.level]] | emergency


def a_notice_goes_out_once() -> None:
    """8: at most once per cause, reason, rung, channel, round and recipient."""
    keys = Notice.objects.values_list("cause", "reason", "rung", "channel", "round", "recipient")
    assert len(keys) == len(set(keys))
