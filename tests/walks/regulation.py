"""The regulation said a second time, in other words than the rule tables: what may follow what, and who may not be both.

Read beside process.md. Nothing here looks into the tables under test.
"""

BIRTH = ""
OUTWARD = {"report_by_phone", "no_statement", "hold_conference", "no_conference"}

# For each kind of record: every pair of states that the process allows, with the steps that may join them.
LIFE: dict[str, dict[tuple[str, str], set[str]]] = {
    "monitoring.event": {
        (BIRTH, "logged"): {"log"},
        ("logged", "verifying"): {"take"},
        ("logged", "cancelled"): {"cancel"},
        ("logged", "logged"): {"correct", "add_call"},
        ("verifying", "verifying"): {"correct", "add_call", "split"},
        ("verifying", "dismissed"): {"dismiss"},
        ("verifying", "closed"): {"close"},
        ("dismissed", "verifying"): {"reopen"},
        ("closed", "verifying"): {"reopen"},
        ("logged", "merged"): {"merge"},
        ("verifying", "merged"): {"merge"},
        ("merged", "verifying"): {"unmerge"},
        ("merged", "logged"): {"unmerge_untaken"},
    },
    "warning.earlywarning": {
        (BIRTH, "proposed"): {"propose"},
        ("proposed", "proposed"): {"propose_again"},
        ("verified", "proposed"): {"propose_again"},
        ("proposed", "verified"): {"verify"},
        ("verified", "issued"): {"issue"},
        ("issued", "issued"): {"upgrade", "downgrade", "decline", *OUTWARD},
        ("issued", "lifted"): {"stand_down", "lift"},
        ("lifted", "lifted"): OUTWARD,
        ("proposed", "withdrawn"): {"withdraw"},
        ("verified", "withdrawn"): {"withdraw"},
    },
    "response.response": {
        (BIRTH, "active"): {"activate"},
        ("active", "active"): {"report", "meet", "regrade"},
        ("active", "ended"): {"end"},
    },
    "response.commandpost": {
        (BIRTH, "open"): {"open"},
        ("open", "open"): {"check_in", "log", "mediate", "mark_place"},
        ("open", "closed"): {"close"},
    },
    "monitoring.demand": {
        (BIRTH, "registered"): {"register"},
        **{(state, "dispatched"): {"dispatch"} for state in ("registered", "disputed", "reopened")},
        ("dispatched", "disputed"): {"dispute"},
        ("dispatched", "doing"): {"begin"},
        **{(state, "answered"): {"answer"} for state in ("registered", "dispatched", "doing", "reopened")},
        ("answered", "confirmed"): {"confirm"},
        ("answered", "reopened"): {"reopen"},
        **{(state, "transferred"): {"transfer"} for state in ("registered", "dispatched", "disputed")},
    },
    "recovery.relief": {
        (BIRTH, "registered"): {"register"},
        ("registered", "decided"): {"decide"},
        ("registered", "refused"): {"refuse"},
        ("decided", "done"): {"carry_out"},
    },
    "recovery.aftermath": {
        (BIRTH, "open"): {"open"},
        ("open", "open"): {"register_losses", "summarise", "decide_on_plan", "draft_review", "rectify"},
        ("open", "closed"): {"close"},
    },
    "organization.task": {
        (BIRTH, "assigned"): {"assign"},
        ("assigned", "acknowledged"): {"acknowledge", "acknowledge_by_phone"},
        ("acknowledged", "doing"): {"begin"},
        ("returned", "doing"): {"begin"},
        **{(state, "submitted"): {"submit"} for state in ("acknowledged", "doing", "returned")},
        ("submitted", "submitted"): {"destroy"},
        ("submitted", "accepted"): {"accept"},
        ("submitted", "returned"): {"return"},
        ("accepted", "verified"): {"verify"},
        **{(state, state): {"extend"} for state in ("acknowledged", "doing", "returned")},
        ("assigned", "assigned"): {"extend", "reassign"},
        **{(state, "assigned"): {"reassign"} for state in ("acknowledged", "doing", "returned")},
        **{
            (state, end): {step}
            for state in ("assigned", "acknowledged", "doing", "submitted", "returned")
            for end, step in (("waived", "waive"), ("cancelled", "cancel"))
        },
    },
    "documents.document": {
        (BIRTH, "draft"): {"draft"},
        ("draft", "draft"): {"edit"},
        **{(state, "draft"): {"edit"} for state in ("submitted", "returned", "approved")},
        ("draft", "submitted"): {"submit"},
        ("returned", "submitted"): {"submit"},
        ("submitted", "submitted"): {"review"},
        ("submitted", "returned"): {"return"},
        ("approved", "returned"): {"return"},
        ("submitted", "approved"): {"approve"},
        ("approved", "issued"): {"issue"},
        ("issued", "issued"): {"file_paper"},
        ("issued", "withdrawn"): {"withdraw"},
        **{(state, "withdrawn"): {"put_aside"} for state in ("draft", "submitted", "returned", "approved")},
    },
}

# One person never stands on both sides: whoever did a step on the left never does one on the right on the same record.
TWO_PERSONS: list[tuple[str, set[str], set[str]]] = [
    ("warning.earlywarning", {"propose", "propose_again"}, {"verify", "issue"}),
    ("warning.earlywarning", {"verify"}, {"issue"}),
    ("organization.task", {"submit"}, {"accept", "return", "verify"}),
    ("organization.task", {"accept"}, {"verify"}),
    ("monitoring.demand", {"answer"}, {"confirm"}),
    ("recovery.relief", {"register"}, {"decide", "refuse"}),
    ("recovery.relief", {"decide"}, {"carry_out"}),
    ("documents.document", {"draft", "edit"}, {"review", "approve", "issue"}),
]

# The posts that decide at each level (1 red … 4 blue).
DECIDE = {
    1: {"head", "deputy_head"},
    2: {"head", "deputy_head"},
    3: {"head", "deputy_head"},
    4: {"head", "deputy_head", "office_director"},
}
NEVER_ON_BUSINESS = {"system_admin", "security_admin", "audit_admin", "auditor"}
OPEN_STATES = {"logged", "verifying"}
