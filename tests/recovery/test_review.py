"""The review tells what was late and what was never done (5.2.1)."""

from tests.response.test_chain import ENDED, Task, activated, done
from xiangyin.documents.models import Document
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def drafted(town, event) -> str:
    after = Aftermath.objects.get(event=event)
    town.take(AFTERMATH_STEPS, after.pk, "draft_review", "周主任")
    return Document.objects.get(kind="review").body


def ended(town):
    event, response = activated(town)
    for task in Task.objects.filter(event_id=event.id):
        done(town, task)
    town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)
    return event


def test_a_report_that_was_never_made_is_told(town):
    event = ended(town)
    town.later(9 * 60)

    review = drafted(town, event)

    assert "电话报告县里" in review.split("二、时限")[1]
    assert "至今没有办，已晚 8 小时" in review


def test_what_was_done_late_is_told_with_its_lateness(town):
    event = ended(town)
    town.later(50)
    town.take(
        WARNING_STEPS, town.warning_of(event).pk, "report_by_phone", "李值班", answered_by="县值班室", reason="补报"
    )

    assert "电话报告县里（2026-001" in (review := drafted(town, event))
    assert "晚 30 分钟" in review


def test_what_is_neither_late_nor_open_beyond_its_time_is_not_blamed(town):
    assert "各项时限均按时办结。" in drafted(town, ended(town))
