"""Which look a state's chip takes. The states are those of process.md; the glyph repeats what the colour says."""

from typing import Literal

Tone = Literal["waiting", "active", "done", "aside", "trouble"]

# A state stands under the tone that answers “must somebody do something?”.
STATES: dict[Tone, frozenset[str]] = {
    "waiting": frozenset({
        "logged", "proposed", "draft", "submitted", "assigned", "due", "planned", "offered", "offered_to_next",
        "registered", "dispatched", "received", "added", "drafting", "open", "approved", "reviewed", "paused", "matter", "yellow",
        "kept", "opened", "heard", "review_asked",
    }),
    "active": frozenset({
        "verifying", "verified", "warned", "responding", "active", "aftermath", "acknowledged", "doing", "sending",
        "sent", "delivered", "read", "on_duty", "running", "signed_for", "importing", "issued", "published", "unverified",
        "serving", "held", "in_use", "adopted", "told",
    }),
    "done": frozenset({
        "closed", "accepted", "answered", "confirmed", "ended", "evaluated", "improved", "lifted", "waived", "imported", "green",
        "recorded", "tasked", "revising", "met",
    }),
    "aside": frozenset({
        "dismissed", "merged", "cancelled", "superseded", "withdrawn", "expired", "discarded", "removed", "reassigned", "joined",
        "transferred", "aborted", "left", "retired", "not_observed",
    }),
    "trouble": frozenset({
        "returned", "denied", "failed", "failed_temporary", "unknown", "absent", "disputed", "reopened", "contrary", "red",
        "partly", "missed",
    }),
}  # fmt: skip
TONE_OF: dict[str, Tone] = {state: tone for tone, states in STATES.items() for state in states}


def tone_of(state: str) -> Tone:
    """Tell the tone of a state; one that nobody has placed yet counts as waiting, so that it is not overlooked."""
    return TONE_OF.get(state, "waiting")
