"""The figures by which the product counts: seen with their sources, changed by two persons, kept in versions (3.2)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.signed_in import signed_in
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import FigureChange, FigureSet
from xiangyin.organization.queries.figure_words import value_words
from xiangyin.organization.queries.figures import default_figures, figure, figures
from xiangyin.organization.rules.figure_change import FIGURE_STEPS
from xiangyin.organization.rules.figure_ladder import FigureInvalidError
from xiangyin.organization.rules.figure_values import read_value, typed_value
from xiangyin.organization.views.figure_groups import GROUPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

PAGE = "/organization/figures/"
SET: dict[str, Any] = {"source": "", "number": "", "read": False}


def proposed(town, figure_name: str = "take_min", value: str = "10", by: str = "周主任", **more: Any) -> FigureChange:
    answers = {**SET, "figure": figure_name, "value": value, "reason": "夜间接手太慢", **more}
    return town.open(FIGURE_STEPS, "propose", FigureChange(), by, **answers)


def ticked(change: FigureChange) -> list[str]:
    return [f"{name}={row['value']}" for name, row in change.proposed.items()]


def approved(town, change: FigureChange, by: str = "郑组长") -> FigureChange:
    return town.take(FIGURE_STEPS, change.pk, "approve", by, checked=ticked(change))


def now_is(town, name: str) -> Any:
    return figure(name, jurisdiction_id=town.place.id)


def due_of(event) -> timedelta:
    clock = Obligation.objects.get(subject_id=event.pk, kind="event.take")
    return clock.due_at - clock.started_at


class TestChangingThem:
    def test_what_another_person_approves_is_the_next_version(self, town):
        change = proposed(town)
        assert now_is(town, "take_min") == 15

        town.later(30)
        approved(town, change)
        assert now_is(town, "take_min") == 10
        newest = FigureSet.objects.get(version=2)
        assert (newest.adopted_at, newest.adopted_by) == (town.now, town.officers["郑组长"])
        assert FigureSet.objects.get(version=1).figures["take_min"]["value"] == 15

    def test_a_clock_that_runs_keeps_the_limit_with_which_it_was_started(self, town):
        before = town.call()
        kept = due_of(before)
        approved(town, proposed(town))

        assert due_of(before) == kept == timedelta(minutes=15)
        assert due_of(town.call(title="另一件")) == timedelta(minutes=10)

    def test_only_the_director_proposes_and_only_leaders_decide(self, town):
        for name in ("石系统", "李值班", "郑组长", "安安全"):
            with pytest.raises(StepRefusedError, match="岗位"):
                proposed(town, by=name)
        change = proposed(town)
        for name in ("周主任", "石系统", "韩带班"):
            with pytest.raises(StepRefusedError):
                approved(town, change, by=name)

    def test_who_had_a_hand_in_it_does_not_approve_it(self, town):
        from xiangyin.organization.operations.set_up import appoint

        appoint(town.officers["周主任"], "deputy_head", basis="兼任", now=town.now)
        change = proposed(town)
        for action, answers in (("approve", {"checked": ticked(change)}), ("return", {"why": "再想想"})):
            with pytest.raises(StepRefusedError, match="另一人"):
                town.take(FIGURE_STEPS, change.pk, action, "周主任", **answers)

    def test_several_go_together_and_one_can_be_taken_out(self, town):
        change = proposed(town)
        town.take(FIGURE_STEPS, change.pk, "add", "周主任", **SET, figure="verify_min", value="40 分钟")
        town.take(FIGURE_STEPS, change.pk, "add", "周主任", **SET, figure="issue_min", value="1 天")
        change = town.take(FIGURE_STEPS, change.pk, "take_out", "周主任", figure="issue_min")
        approved(town, change)

        assert [now_is(town, name) for name in ("take_min", "verify_min", "issue_min")] == [10, 40, 60]

    def test_a_value_set_anew_while_the_leader_reads_was_not_what_was_checked(self, town):
        change = proposed(town)
        read = ticked(change)
        town.take(FIGURE_STEPS, change.pk, "add", "周主任", **SET, figure="take_min", value="5")

        with pytest.raises(AnswersInvalidError):
            town.take(FIGURE_STEPS, change.pk, "approve", "郑组长", checked=read)
        assert now_is(town, "take_min") == 15

    def test_sent_back_it_waits_for_the_director_and_can_be_proposed_again(self, town):
        change = proposed(town)
        change = town.take(FIGURE_STEPS, change.pk, "return", "吴副组长", why="请附依据")
        with pytest.raises(StepRefusedError, match="已退回"):
            approved(town, change)
        assert [each.kind for each in Obligation.objects.filter(subject_id=change.pk, ended_at=None)] == [
            "figures.revise"
        ]

        more = {**SET, "source": "镇党政联席会议纪要", "number": "〔2026〕9 号", "read": True}
        town.take(FIGURE_STEPS, change.pk, "add", "周主任", **more, figure="take_min", value="10")
        change = town.take(FIGURE_STEPS, change.pk, "propose_again", "周主任", reason="已附纪要")
        approved(town, change, by="吴副组长")
        row = figures(town.place.id)["take_min"]
        assert (row.value, row.source, row.number, row.read) == (10, "镇党政联席会议纪要", "〔2026〕9 号", True)
        assert not Obligation.objects.filter(subject_id=change.pk, ended_at=None).exists()

    def test_one_change_is_under_way_at_a_time_and_a_withdrawn_one_changes_nothing(self, town):
        change = proposed(town)
        with pytest.raises(StepRefusedError, match="没有办完"):
            proposed(town, "verify_min", "40")
        town.take(FIGURE_STEPS, change.pk, "withdraw", "周主任")

        assert (now_is(town, "take_min"), FigureSet.objects.count()) == (15, 1)
        proposed(town, "verify_min", "40")

    def test_the_ledger_says_in_words_what_was_approved(self, town):
        change = approved(town, proposed(town, "first_word_min", "4 小时"))

        last = of_subject(change.pk).get(action="approve")
        assert last.told["checked"] == "首次权威信息 特别重大、重大：5 小时 → 4 小时（本地设定）"


class TestWhatIsTyped:
    @pytest.mark.parametrize(
        ("name", "typed", "why"),
        [
            ("take_min", "很快", "看不懂“很快”"),
            ("take_min", "-5", "看不懂“-5”"),
            ("take_min", "0", "应在 1 分钟 与 90 天 之间"),
            ("take_min", "1.5", "看不懂"),
            ("take_min", "５", "看不懂"),
            ("demand_workdays", "3 小时", "不能用“小时”作单位"),
            ("first_word_min", "6 小时", "5 小时是法规规定的最长期限，只能缩短"),
            ("petition_days", "61", "60 天是法规规定的最长期限"),
            ("dispute_workdays", "6 个工作日", "5 个工作日是法规规定的最长期限"),
            ("item_days", "365", "180 天是个人信息和原始信息保存的上限"),
            ("county_consent", "也许", "请写“是”或“否”"),
            ("follow_up_hours", "17、8", "从早到晚"),
            ("follow_up_hours", "8、24", "应在 0:00 与 23:00 之间"),
            ("ladder_default", "15 办公室主任；0 带班领导", "从早到晚"),
            ("ladder_default", "0 县长", "没有“县长”这个岗位"),
            ("ladder_default", "马上 组长", "看不懂“马上 组长”"),
            ("ladder_parties", "0 组长", "只提醒当事各方"),
            ("office_closes_hour", "7", "开始应早于结束"),
            ("take_min", "15 分钟", "相同"),
        ],
    )
    def test_what_cannot_be_is_refused_with_what_could(self, town, name, typed, why):
        with pytest.raises(AnswersInvalidError) as refused:
            proposed(town, name, typed)
        assert why in refused.value.errors["value"]
        assert not FigureChange.objects.exists()

    @pytest.mark.parametrize(
        ("name", "typed", "value"),
        [
            ("take_min", "2小时", 120), ("final_report_min", "10 天", 14400), ("demand_workdays", "3 个工作日", 3),
            ("office_opens_hour", "9 点", 9), ("follow_up_hours", "8、12、17", [8, 12, 17]), ("county_consent", "否", False),
            ("plan_review_days", "2 年", 730),
            ("ladder_default", "开始 经办人；-10 值班员；0 带班领导，办公室主任",
             [[None, []], [-10, ["duty_officer"]], [0, ["shift_lead", "office_director"]]]),
        ],
    )  # fmt: skip
    def test_people_may_write_as_they_speak(self, name, typed, value):
        assert read_value(name, typed) == value

    def test_every_shipped_value_can_be_typed_back(self):
        for name, row in default_figures().items():
            assert read_value(name, typed_value(name, row["value"])) == row["value"], name

    def test_a_law_s_limit_can_be_shortened(self):
        assert read_value("first_word_min", "60") == 60
        with pytest.raises(FigureInvalidError):
            read_value("first_word_min", "301")


class TestThePages:
    def test_every_figure_stands_there_once_with_its_value_in_words_and_its_source(self, town):
        grouped = [name for _title, names in GROUPS for name in names]
        assert sorted(grouped) == sorted(default_figures())

        page = signed_in(town, "吕联络").get(PAGE).content.decode()
        for name, row in default_figures().items():
            assert row["scope"] in page
            assert value_words(name, row["value"]) in page
            assert row["number"] in page
        assert "现行第 1 版" in page

    def test_the_way_from_proposal_to_version_in_the_browser(self, town):
        director, head = signed_in(town, "周主任"), signed_in(town, "郑组长")
        url = reverse(
            "web:birth", args=["organization.jurisdiction", town.place.pk, "organization.figurechange", "propose"]
        )
        assert "提出数值调整" in director.get(PAGE).content.decode()
        assert "提出数值调整" not in head.get(PAGE).content.decode()
        said = director.post(url, figure="take_min", value="一会儿", reason="太慢")
        assert (said.status_code, "看不懂“一会儿”" in said.content.decode()) == (422, True)
        director.post(url, figure="take_min", value="10 分钟", reason="太慢")

        change = FigureChange.objects.get()
        assert change.get_absolute_url() in head.get("/mine/").content.decode()
        page = head.get(change.get_absolute_url()).content.decode()
        assert "登记后接手核实：15 分钟 → 10 分钟" in page
        head.post(reverse("web:step", args=["organization.figurechange", change.pk, "approve"]), checked=ticked(change))

        page = director.get(PAGE).content.decode()
        assert "现行第 2 版" in page
        assert "由 郑组长 批准" in page
        page = page[page.index('id="versions"') :]
        assert page.index("第 2 版</h3>") < page.index("太慢") < page.index("第 1 版</h3>")

    def test_an_adopted_change_goes_on_showing_what_it_changed(self, town):
        first = approved(town, proposed(town))
        town.later(60)
        approved(town, proposed(town, value="12"))

        page = signed_in(town, "李值班").get(first.get_absolute_url()).content.decode()
        row = page[page.index('id="row-take_min"') :]
        assert row.index("15 分钟") < row.index("10 分钟")
        assert "12 分钟" not in page

    def test_it_is_reached_from_the_organization_and_from_help(self, town):
        for path in ("/organization/", "/help/"):
            assert f'href="{PAGE}"' in signed_in(town, "李值班").get(path).content.decode()


def test_what_the_office_has_set_is_what_the_rules_read(town):
    approved(town, proposed(town, "cancel_min", "5"))
    event = town.call()
    town.later(6)

    with pytest.raises(StepRefusedError):
        town.take(EVENT_STEPS, event.pk, "cancel", "李值班", reason="重复登记")
