"""The whole chain of a red event, from the call to the closed file, by the people who hold the posts."""

import pytest

from tests.papers import approved, drafted, issued_report, issued_statement, signed, written, written_review
from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.organization.models import Task
from xiangyin.organization.rules.officer import TENURE_STEPS
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.publication.queries.published import published
from xiangyin.publication.rules.papers import correction_of, paper_of_event
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.queries.stages import stage
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.response.models import Response
from xiangyin.response.rules.response import RESPONSE_STEPS, of_event
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.warning.rules.early_warning import WARNING_STEPS

ENDED = {"met": ["safe", "controlled", "answered", "calm"], "assessment": "学生均已出院，原因查明。"}


def start(town, response: Response) -> dict[str, str]:
    ids = (response.plan.id, town.officers["吴副组长"].id, town.units["D02"].id)
    return dict(zip(("plan_id", "commander_id", "lead_unit_id"), map(str, ids), strict=True))


def activated(town, colour: int = 1) -> tuple[Event, Response]:
    warning = town.issued(colour)
    event = warning.event
    response = of_event(event)
    answers = {
        "plan_id": str(response.plan.id),
        "commander_id": str(town.officers["吴副组长"].id),
        "lead_unit_id": str(town.units["D02"].id),
    }
    return event, town.open(RESPONSE_STEPS, "activate", response, "郑组长", **answers)


def doers(task: Task) -> str:
    return {"D01": "党办员", "D02": "何社会", "D03": "马所长"}[task.unit.code]


def done(town, task: Task) -> None:
    """A task carried through by its unit and accepted by the office."""
    for action in ("acknowledge", "begin"):
        town.take(TASK_STEPS, task.pk, action, doers(task))
    town.take(TASK_STEPS, task.pk, "submit", doers(task), report="已办，附照片。")
    town.take(TASK_STEPS, task.pk, "accept", "周主任")


class TestTheChain:
    def test_starting_the_plan_creates_its_tasks_with_their_clocks(self, town):
        event, response = activated(town)

        tasks = Task.objects.filter(event_id=event.id)
        assert stage(event.id).word == "responding"
        assert response.level == 1
        assert {task.title for task in tasks} >= {"到现场核实情况并保护现场", "救治和安置受影响的人", "一对一联系家属"}
        assert {task.unit.code for task in tasks} == {"D01", "D02", "D03"}
        for task in tasks:
            assert still_open().filter(subject_id=task.id).count() == 2

    def test_the_director_starts_blue_but_nothing_above(self, town):
        response = of_event(town.issued(2).event)
        answers = {
            "plan_id": str(response.plan_id),
            "commander_id": str(town.officers["吴副组长"].id),
            "lead_unit_id": str(town.units["D02"].id),
        }

        with pytest.raises(StepRefusedError, match="岗位"):
            town.open(RESPONSE_STEPS, "activate", response, "周主任", **answers)

    def test_a_response_does_not_end_over_an_open_critical_task(self, town):
        event, response = activated(town)

        with pytest.raises(StepRefusedError, match="还没有办完"):
            town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)
        for task in Task.objects.filter(event_id=event.id, is_critical=True):
            done(town, task)
        town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)

        assert stage(event.id).word == "aftermath"
        assert town.warning_of(event).state == "lifted"

    def test_from_the_call_to_the_closed_file(self, town):
        event, response = activated(town)
        issued_statement(town, event)
        for task in Task.objects.filter(event_id=event.id):
            done(town, task)
        issued_report(town, event)
        town.take(
            WARNING_STEPS, town.warning_of(event).pk, "report_by_phone", "李值班", answered_by="县值班室", reason="首报"
        )
        town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)
        after = Aftermath.objects.get(event=event)

        with pytest.raises(StepRefusedError, match="小结"):
            town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")
        town.take(AFTERMATH_STEPS, after.pk, "summarise", "周主任", summary="因食材变质，已整改。")
        with pytest.raises(StepRefusedError, match="还没有办完"):
            town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")
        measure = {"title": "食堂索证制度", "what": "逐批索证", "unit_id": str(town.units["D02"].id)}
        town.take(AFTERMATH_STEPS, after.pk, "rectify", "周主任", due_at=town.now.replace(day=30), **measure)
        for task in Task.objects.filter(event_id=event.id, state="assigned"):
            done(town, task)
        with pytest.raises(StepRefusedError, match="督查核实整改"):
            town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")
        rectified = Task.objects.get(kind="rectification")
        town.take(TASK_STEPS, rectified.pk, "verify", "冯督查", reason="现场查看属实")
        town.take(AFTERMATH_STEPS, after.pk, "draft_review", "周主任")
        review = Document.objects.get(kind="review")
        assert "登记事件" in review.body
        town.take(DOCUMENT_STEPS, review.pk, "edit", "周主任", **written_review(review))
        town.take(DOCUMENT_STEPS, review.pk, "submit", "周主任")
        town.take(DOCUMENT_STEPS, review.pk, "approve", "吴副组长")
        town.take(DOCUMENT_STEPS, review.pk, "issue", "郑组长")
        town.take(AFTERMATH_STEPS, after.pk, "decide_on_plan", "郑组长", plan_decision="keep", reason="预案够用")
        with pytest.raises(StepRefusedError, match="书面终报"):
            town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")
        issued_report(town, event, "final_report")
        town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")

        assert stage(event.id).word == "closed"
        assert not still_open().filter(dossier_id=event.id).exists()

    def test_a_blue_event_without_a_response_costs_one_paragraph(self, town):
        warning = town.issued(4)
        town.take(
            WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="三名学生回家观察，无恙。"
        )
        after = Aftermath.objects.get()
        assert after.is_light
        town.take(AFTERMATH_STEPS, after.pk, "summarise", "周主任", summary="牛奶过期，已更换。")
        town.take(AFTERMATH_STEPS, after.pk, "close", "周主任")

        assert stage(warning.event_id).word == "closed"
        assert not still_open().filter(dossier_id=warning.event_id).exists()


class TestTheStatement:
    def test_each_sentence_needs_its_source(self, town):
        event = town.issued(3).event
        paper = town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "孙宣传", kind="statement", title="通报")

        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(
                DOCUMENT_STEPS,
                paper.pk,
                "edit",
                "孙宣传",
                title="通报",
                facts=[["学生均无大碍。", ""]],
                publicity="open",
            )

        assert "facts" in invalid.value.errors

    def test_the_only_reviewer_is_told_at_once_not_to_write(self, town):
        event = town.issued(3).event
        [held] = town.officers["林宣传"].tenures.all()
        town.take(TENURE_STEPS, held.pk, "end", "安安全", reason="调离")

        with pytest.raises(StepRefusedError, match="只有您一位审核人"):
            town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "孙宣传", kind="statement", title="通报")
        paper = town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "李值班", kind="statement", title="通报")
        with pytest.raises(StepRefusedError, match="只有您一位审核人"):
            town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written("正在调查。", "办公室"))

    def test_an_edit_voids_review_and_approval(self, town):
        event = town.issued(3).event
        statement = issued_statement(town, event)
        paper = town.open(DOCUMENT_STEPS, "draft", correction_of(statement), "孙宣传", kind="correction", title="更正")
        town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written("实为9名学生。", "卫生院"))
        town.take(DOCUMENT_STEPS, paper.pk, "submit", "孙宣传")
        town.take(DOCUMENT_STEPS, paper.pk, "review", "林宣传")
        town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written("实为8名学生。", "卫生院"))
        town.take(DOCUMENT_STEPS, paper.pk, "submit", "孙宣传")

        with pytest.raises(StepRefusedError, match="还没有审核"):
            town.take(DOCUMENT_STEPS, paper.pk, "approve", "郑组长")

    def test_what_is_public_is_what_was_signed_and_a_correction_stays_in_sight(self, town):
        event = town.issued(3).event
        statement = issued_statement(town, event)
        paper = town.open(DOCUMENT_STEPS, "draft", correction_of(statement), "孙宣传", kind="correction", title="更正")
        town.take(
            DOCUMENT_STEPS,
            paper.pk,
            "edit",
            "孙宣传",
            title="更正",
            facts=[["实为9名学生。", "卫生院"]],
            publicity="open",
        )
        signed(town, paper)

        shown = {each.id: each for each in published()}
        assert shown[statement.pk].corrected_by == (paper.pk,)
        assert shown[paper.pk].corrects == statement.pk
        assert shown[statement.pk].signed_by == "钱发言"
        assert shown[statement.pk].number == "情况通报〔2026〕1号"

    def test_what_bears_a_mark_of_secrecy_is_refused_at_the_door(self, town):
        event = town.issued(3).event
        paper = town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "李值班", kind="first_report", title="初报")

        with pytest.raises(AnswersInvalidError, match="涉密"):
            town.take(
                DOCUMENT_STEPS,
                paper.pk,
                "edit",
                "李值班",
                title="初报",
                body="机密★3年\n正文",
                publicity="closed",
                closed_why="涉密",
            )

    def test_the_county_is_asked_before_a_red_statement_goes_out(self, town):
        event, _response = activated(town)
        paper = approved(town, drafted(town, event))
        assert paper.colour == 1

        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(DOCUMENT_STEPS, paper.pk, "issue", "钱发言")

        assert set(invalid.value.errors) == {"consent"}
