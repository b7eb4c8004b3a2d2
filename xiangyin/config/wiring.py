"""Which adapter serves which port, and what follows from which step."""

from collections.abc import Callable
from typing import Any

from django.conf import settings

from xiangyin.accountability.operations.copy_facts import copy_facts
from xiangyin.accountability.rules.case import CASE_STEPS
from xiangyin.adapters.engine.models import load as load_models
from xiangyin.adapters.feeds.reader import Feeds
from xiangyin.adapters.tables.reader import FileTables
from xiangyin.config.queueing import queue_analysis, queue_import
from xiangyin.documents.operations.sign import record_signature
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.engine.grading.ladder import DEFAULT as DEFAULT_LADDER
from xiangyin.engine.masking.mask import mask
from xiangyin.monitoring import ports as monitoring_ports
from xiangyin.monitoring.operations import merge_events
from xiangyin.monitoring.operations.add_call import keep_further_call
from xiangyin.monitoring.operations.add_evidence import add_chosen
from xiangyin.monitoring.operations.decide_on_matter import note_join, note_part
from xiangyin.monitoring.operations.intake.mapping import remember
from xiangyin.monitoring.operations.intake.rejects import destroy_rejects, forget_rejects
from xiangyin.monitoring.operations.intake.run import destroy_original
from xiangyin.monitoring.queries.personal_data import held_for
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.monitoring.rules.matter import MATTER_STEPS
from xiangyin.monitoring.rules.source import SOURCE_STEPS
from xiangyin.monitoring.rules.upload import UPLOAD_STEPS
from xiangyin.organization.operations import change_figures
from xiangyin.organization.operations.change_shift import begin_next
from xiangyin.organization.operations.destroy_personal import destroy_personal
from xiangyin.organization.queries.roster import OrganizationRoster
from xiangyin.organization.rules.figure_change import FIGURE_STEPS
from xiangyin.organization.rules.notice import NOTICE_STEPS
from xiangyin.organization.rules.officer import OFFICER_STEPS, TENURE_STEPS
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.rules.unit import UNIT_STEPS
from xiangyin.organization.rules.village import VILLAGE_STEPS
from xiangyin.publication.operations.recolour import recolour_papers
from xiangyin.publication.rules.papers import correction_of, paper_of_event
from xiangyin.readiness.operations import settle_finding, turn_clock
from xiangyin.readiness.operations.draft_report import draft_report
from xiangyin.readiness.operations.invite import tell_invited
from xiangyin.readiness.operations.keep_scenario import keep_shipped
from xiangyin.readiness.operations.open_year_plan import open_first, open_next
from xiangyin.readiness.operations.play import play_inject
from xiangyin.readiness.operations.prepare_drill import prepare_drill
from xiangyin.readiness.operations.warn_of_real_event import warn_of_real_event
from xiangyin.readiness.rules.drill import DRILL_STEPS
from xiangyin.readiness.rules.finding import FINDING_STEPS
from xiangyin.readiness.rules.scenario_steps import SCENARIO_STEPS
from xiangyin.readiness.rules.training_session import TRAINING_STEPS
from xiangyin.readiness.rules.year_plan import YEAR_PLAN_STEPS
from xiangyin.recovery.operations import open_aftermath
from xiangyin.recovery.operations.close_event import close_event
from xiangyin.recovery.operations.draft_review import draft_review
from xiangyin.recovery.operations.revise_plan import revise_plan
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.recovery.rules.relief import RELIEF_STEPS
from xiangyin.response.operations.adopt_plan import adopt_shipped_plan
from xiangyin.response.operations.carry_out_plan import assign_plan_tasks
from xiangyin.response.operations.close_post import close_post
from xiangyin.response.operations.edit_plan import apply_edit
from xiangyin.response.operations.follow_level import follow_level
from xiangyin.response.operations.lift_warning import lift_warning
from xiangyin.response.operations.strengthen_watch import assign_watch
from xiangyin.response.operations.supersede_plan import supersede_before
from xiangyin.response.rules.command_post import COMMAND_POST_STEPS
from xiangyin.response.rules.orders import task_on
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.ports.outside import Outside
from xiangyin.shared.ports.outside import connect as connect_ports
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.confirmation import CONFIRMATION_STEPS, await_confirmation
from xiangyin.shared.steps.table import Steps
from xiangyin.warning.operations.follow_event import withdraw_unissued
from xiangyin.warning.operations.follow_reports import await_follow_up, hasten_follow_up
from xiangyin.warning.operations.recompute_clocks import recompute_clocks
from xiangyin.warning.operations.record_grading import record_grading
from xiangyin.warning.queries.warnings import colour_of
from xiangyin.warning.rules.early_warning import WARNING_STEPS

TABLES = (
    OFFICER_STEPS, TENURE_STEPS, UNIT_STEPS, VILLAGE_STEPS, FIGURE_STEPS, SHIFT_STEPS, NOTICE_STEPS, TASK_STEPS,
    CONFIRMATION_STEPS, DOCUMENT_STEPS,
    UPLOAD_STEPS, SOURCE_STEPS, MATTER_STEPS,
    EVENT_STEPS, DEMAND_STEPS, WARNING_STEPS, PLAN_STEPS, RESPONSE_STEPS, COMMAND_POST_STEPS, AFTERMATH_STEPS, RELIEF_STEPS,
    YEAR_PLAN_STEPS, TRAINING_STEPS, SCENARIO_STEPS, DRILL_STEPS, FINDING_STEPS, CASE_STEPS,
)  # fmt: skip

# What is created on whose page, where the parent belongs to a later chapter than the child.
BIRTHS: tuple[tuple[Steps[Any], str, Callable[[Any], Any]], ...] = (
    (TASK_STEPS, "monitoring.event", task_on), (DOCUMENT_STEPS, "monitoring.event", paper_of_event),
    (DOCUMENT_STEPS, "documents.document", correction_of),
)  # fmt: skip

# (kind of record, step): what follows inside the step's own transaction, in this order.
CONSEQUENCES: dict[tuple[str, str], tuple[registry.Consequence, ...]] = {
    ("organization.shift", "accept"): (begin_next,),
    ("organization.task", "submit"): (destroy_personal,),
    ("organization.figurechange", "propose"): (change_figures.note_figure,),
    ("organization.figurechange", "add"): (change_figures.note_figure,),
    ("organization.figurechange", "take_out"): (change_figures.drop_figure,),
    ("organization.figurechange", "approve"): (change_figures.adopt_figures,),
    ("organization.shift", "relieve"): (begin_next,),
    ("documents.document", "review"): (record_signature,),
    ("documents.document", "approve"): (record_signature,),
    ("documents.document", "issue"): (record_signature, await_follow_up),
    ("monitoring.upload", "start"): (remember, forget_rejects, queue_import),
    ("monitoring.upload", "discard"): (destroy_original, destroy_rejects),
    ("monitoring.matter", "join"): (note_join, queue_analysis),
    ("monitoring.matter", "part"): (note_part, queue_analysis),
    ("monitoring.event", "log"): (warn_of_real_event,),
    ("monitoring.event", "add_call"): (keep_further_call,),
    ("monitoring.event", "add_items"): (add_chosen,),
    ("monitoring.event", "dismiss"): (withdraw_unissued,),
    ("monitoring.event", "merge"): (merge_events.join_clocks,),
    ("monitoring.event", "unmerge"): (merge_events.restore_clocks,),
    ("monitoring.event", "unmerge_untaken"): (merge_events.restore_clocks,),
    ("monitoring.event", "split"): (merge_events.divide,),
    ("warning.earlywarning", "propose"): (record_grading,),
    ("warning.earlywarning", "propose_again"): (record_grading,),
    ("warning.earlywarning", "issue"): (record_grading, recolour_papers, assign_watch),
    ("warning.earlywarning", "upgrade"): (
        record_grading,
        recompute_clocks,
        hasten_follow_up,
        recolour_papers,
        follow_level,
    ),
    ("warning.earlywarning", "downgrade"): (
        record_grading,
        recompute_clocks,
        hasten_follow_up,
        recolour_papers,
        follow_level,
    ),
    ("warning.earlywarning", "stand_down"): (record_grading, open_aftermath.after_warning),
    ("warning.earlywarning", "lift"): (record_grading,),
    ("warning.earlywarning", "withdraw"): (record_grading,),
    ("response.planversion", "edit"): (apply_edit,),
    ("response.planversion", "publish"): (supersede_before,),
    ("response.response", "activate"): (assign_plan_tasks,),
    ("response.response", "end"): (close_post, lift_warning, open_aftermath.after_response),
    ("recovery.aftermath", "rectify"): (open_aftermath.assign_rectification,),
    ("recovery.aftermath", "draft_review"): (draft_review,),
    ("recovery.aftermath", "decide_on_plan"): (revise_plan,),
    ("recovery.aftermath", "close"): (close_event,),
    ("accountability.case", "open"): (copy_facts,),
    ("accountability.case", "add_facts"): (copy_facts,),
    ("readiness.yearplan", "close"): (open_next,),
    ("readiness.trainingsession", "plan"): (tell_invited,),
    ("readiness.drill", "approve"): (prepare_drill,),
    ("readiness.drill", "start"): (turn_clock.start_clock,),
    ("readiness.drill", "inject"): (play_inject,),
    ("readiness.drill", "pause"): (turn_clock.hold_clock,),
    ("readiness.drill", "resume"): (turn_clock.release_clock,),
    ("readiness.drill", "end"): (turn_clock.end_clock,),
    ("readiness.drill", "abort"): (turn_clock.end_clock,),
    ("readiness.drill", "evaluate"): (draft_report,),
    ("readiness.finding", "assign"): (settle_finding.assign_task,),
    ("readiness.finding", "revise"): (settle_finding.revise_plan,),
    ("readiness.trainingsession", "change"): (tell_invited,),
    ("readiness.trainingsession", "cancel"): (tell_invited,),
}


def masked(text: str) -> str:
    """A text without personal data (rights.md 2)."""
    return mask(text).text


def connect() -> None:
    """Fill the ports and the registry of rule tables; called once when Django is ready."""
    outside = Outside(
        roster=OrganizationRoster(),
        mask=masked,
        held=held_for,
        channels={},
        after_set_up=(adopt_shipped_plan, open_first, keep_shipped),
    )
    connect_ports(outside)
    filled = monitoring_ports.Filled(
        tables=FileTables(), feeds=Feeds(allowed_hosts=settings.FEED_HOSTS), models=load_models, ladder=DEFAULT_LADDER,
        level_of=colour_of,
    )  # fmt: skip
    monitoring_ports.connect(filled)
    registry.connect(TABLES, CONSEQUENCES, after_each=(await_confirmation,))
    for table, parent_kind, build in BIRTHS:
        table.born_of[parent_kind] = build
