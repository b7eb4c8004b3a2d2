"""The figures as the page groups them, in the order of the regulation. Each stands in exactly one group."""

from django.utils.translation import gettext_lazy as _

GROUPS = (
    (_("预警（3.1—3.3）"), (
        "look_min", "take_min", "propose_min", "verify_min", "issue_min", "sources_needed", "cancel_min", "activate_grave_min",
        "activate_min", "decline_review_min", "downgrade_min",
    )),
    (_("向上级报告（2.2.1）"), (
        "phone_report_grave_min", "written_report_grave_min", "phone_report_yellow_min", "written_report_yellow_min",
        "written_report_blue_min", "follow_up_hours", "follow_up_gap_min", "final_report_min",
    )),
    (_("发布与公文（4.2、2.2.2）"), (
        "first_word_min", "press_conference_min", "answer_min", "county_consent", "draft_min", "approve_min", "sign_min",
    )),
    (_("任务与值班（2.2.2、3.1.2）"), (
        "acknowledge_grave_min", "acknowledge_min", "accept_min", "handover_grace_min", "office_opens_hour",
        "office_closes_hour",
    )),
    (_("到时提醒谁（1.3.3）"), ("ladder_default", "ladder_unit", "ladder_parties")),
    (_("诉求（1.1、3.1.1）"), (
        "emergency_demand_min", "consultation_workdays", "demand_workdays", "petition_days", "information_workdays",
        "dispute_workdays",
    )),
    (_("善后与预案（5、3.3.3）"), (
        "unit_report_min", "review_min", "close_min", "plan_review_days", "plan_filing_workdays",
    )),
    (_("培训与演练（6）"), (
        "training_days", "training_record_days", "year_plan_days", "drill_grace_min", "drill_evaluation_days",
        "drill_improvement_days",
    )),
    (_("问责（7）"), (
        "case_tell_days", "case_statement_workdays", "case_decide_days", "case_ask_review_days", "case_review_days",
        "case_close_days",
    )),
    (_("信息来源与保存（3.1.1、1.3.5）"), ("history_after_h", "silent_feed_days", "contact_days", "item_days")),
)  # fmt: skip
