"""Units and villages after the first day: added, renamed, merged; what they did and were called stays (1.2, 2.1)."""

from typing import Any

import pytest
from django.urls import reverse

from tests.response.test_chain import ENDED, activated, done
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.engine_values import township_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Officer, Task, Tenure, Unit, Village
from xiangyin.organization.queries.units import unit_options, village_options
from xiangyin.organization.rules.officer import TENURE_STEPS
from xiangyin.organization.rules.task import OPEN, TASK_STEPS
from xiangyin.organization.rules.unit import UNIT_STEPS
from xiangyin.organization.rules.village import VILLAGE_STEPS
from xiangyin.organization.terms import TenureState
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

ADMIN = "石系统"
BASIS = "镇政府〔2026〕12 号"
NEW_UNIT: dict[str, Any] = {"name": "综合执法队", "kind": "department", "topics": "城乡建设、环境保护"}
NEW_VILLAGE: dict[str, Any] = {"name": "桃溪社区", "kind": "社区", "aliases": "桃溪"}


def added(town, by: str = ADMIN, **more: Any) -> Unit:
    return town.open(UNIT_STEPS, "add", Unit(jurisdiction=town.place), by, **NEW_UNIT | more)


def task_for(town, unit: Unit, by: str = "周主任") -> Task:
    answers = {"title": "清理占道", "unit_id": str(unit.pk), "due_at": town.now.replace(hour=20)}
    return town.open(TASK_STEPS, "assign", Task(), by, **answers)


def vacated(town, unit: Unit) -> None:
    for tenure in Tenure.objects.filter(unit=unit, state=TenureState.HELD):
        town.take(TENURE_STEPS, tenure.pk, "end", "安安全", reason="机构撤并")


def retired(town, unit: Unit, into: Unit | None = None) -> Unit:
    return town.take(UNIT_STEPS, unit.pk, "retire", ADMIN, successor_id=str(into.pk) if into else "", reason=BASIS)


def village(name: str) -> Village:
    return Village.objects.get(name=name)


def merged(town, name: str, into: str = "") -> Village:
    heir = str(village(into).pk) if into else ""
    return town.take(VILLAGE_STEPS, village(name).pk, "retire", ADMIN, successor_id=heir, reason=BASIS)


def names(options: list[tuple[str, str]]) -> list[str]:
    return [name for _pk, name in options]


class TestAUnit:
    def test_one_that_is_added_is_given_tasks_and_people_from_then_on(self, town):
        unit = added(town)
        assert (unit.code, unit.topics) == ("D04", ["城乡建设", "环境保护"])
        assert "综合执法队" in [each.name for each in township_of(town.place).departments]

        officer = Officer.objects.get(name="吕联络")
        town.open(
            TENURE_STEPS,
            "appoint",
            Tenure(officer=officer),
            "安安全",
            post="liaison",
            unit_id=str(unit.pk),
            basis="任命",
        )
        task = task_for(town, unit)
        assert town.take(TASK_STEPS, task.pk, "acknowledge", "吕联络").state == "acknowledged"

    def test_only_the_system_administrator_changes_the_roll(self, town):
        for name in ("周主任", "郑组长", "安安全", "何社会"):
            with pytest.raises(StepRefusedError, match="岗位"):
                added(town, by=name)
            for action in ("rename", "describe", "retire"):
                with pytest.raises(StepRefusedError):
                    town.take(UNIT_STEPS, town.units["D03"].pk, action, name)

    def test_its_former_names_are_kept_and_the_ledger_tells_who_changed_them_and_why(self, town):
        unit = town.units["D02"]
        for name in ("民生保障办公室", "社会工作办公室", "民生保障办公室"):
            unit = town.take(UNIT_STEPS, unit.pk, "rename", ADMIN, name=name, reason=BASIS)

        assert (unit.name, unit.former_names) == ("民生保障办公室", ["社会事务办公室", "社会工作办公室"])
        entries = of_subject(unit.pk).filter(action="rename")
        assert [(each.officer_name, each.changes["name"], each.said["reason"]) for each in entries.order_by("pk")][
            :1
        ] == [(ADMIN, "民生保障办公室", BASIS)]
        page = signed_in(town, "李值班").get(unit.get_absolute_url()).content.decode()
        assert "社会事务办公室、社会工作办公室" in page

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"name": "派出所"}, "name"), ({"code": "D01"}, "code"), ({"code": "甲01"}, "code"), ({"name": ""}, "name"),
            ({"kind": "ministry"}, "kind"), ({"topics": "长" * 41}, "topics"),
        ],
    )  # fmt: skip
    def test_a_name_or_code_of_another_is_refused(self, town, more, field):
        with pytest.raises(AnswersInvalidError) as refused:
            added(town, **more)
        assert list(refused.value.errors) == [field]
        assert Unit.objects.count() == 3

    def test_it_is_not_dissolved_over_people_in_post_or_open_work(self, town):
        unit = town.units["D03"]
        task = task_for(town, unit)
        with pytest.raises(StepRefusedError, match="1 个在任岗位"):
            retired(town, unit)
        for action in ("acknowledge", "begin"):
            town.take(TASK_STEPS, task.pk, action, "马所长")
        town.take(TASK_STEPS, task.pk, "submit", "马所长", report="已清理")
        vacated(town, unit)
        with pytest.raises(StepRefusedError, match="1 件事没有办结"):
            retired(town, unit)
        town.take(TASK_STEPS, task.pk, "accept", "周主任")

        assert retired(town, unit).state == "retired"

    def test_the_only_office_stays_one(self, town):
        vacated(town, town.units["D01"])
        with pytest.raises(StepRefusedError, match="唯一的办公室"):
            retired(town, town.units["D01"])
        with pytest.raises(AnswersInvalidError, match="唯一的办公室"):
            town.take(UNIT_STEPS, town.units["D01"].pk, "describe", ADMIN, kind="other", topics="党务政务")

    def test_a_dissolved_one_is_offered_nowhere_and_keeps_what_it_did(self, town):
        unit = town.units["D03"]
        task = task_for(town, unit)
        done(town, task)
        vacated(town, unit)
        retired(town, unit, into=town.units["D02"])

        assert "派出所" not in names(unit_options(None, None))
        assert "派出所" not in [each.name for each in township_of(town.place).departments]
        with pytest.raises(AnswersInvalidError):
            task_for(town, unit)
        officer = Officer.objects.get(name="马所长")
        with pytest.raises(AnswersInvalidError):
            town.open(
                TENURE_STEPS,
                "appoint",
                Tenure(officer=officer),
                "安安全",
                post="liaison",
                unit_id=str(unit.pk),
                basis="任命",
            )
        page = signed_in(town, "周主任").get(unit.get_absolute_url()).content.decode()
        assert task.get_absolute_url() in page
        assert "已撤并" in page
        assert "派出所" in signed_in(town, "周主任").get(task.get_absolute_url()).content.decode()
        assert unit.get_absolute_url() in signed_in(town, "周主任").get("/organization/").content.decode()

    def test_its_tasks_are_for_the_office_and_its_own_people_only(self, town):
        task = task_for(town, town.units["D03"])
        for name, sees in (("马所长", True), ("周主任", True), ("何社会", False), (ADMIN, False)):
            page = signed_in(town, name).get(town.units["D03"].get_absolute_url()).content.decode()
            assert (task.get_absolute_url() in page) is sees, name

    def test_what_the_plan_would_give_it_goes_to_another(self, town):
        vacated(town, town.units["D03"])
        retired(town, town.units["D03"])
        event, _response = activated(town)

        given = Task.objects.filter(event_id=event.pk)
        assert given.exists()
        assert not given.filter(unit__code="D03").exists()

    @pytest.mark.parametrize(("into", "reports_by"), [("D02", {"D01", "D02"}), ("", {"D01", "D02"})])
    def test_a_response_in_which_it_worked_still_ends_and_its_heir_reports(self, town, into, reports_by):
        event, response = activated(town)
        for task in Task.objects.filter(event_id=event.pk, state__in=OPEN):
            done(town, task)
        assert Task.objects.filter(event_id=event.pk, unit__code="D03").exists()
        vacated(town, town.units["D03"])
        retired(town, town.units["D03"], into=town.units[into] if into else None)

        town.take(RESPONSE_STEPS, response.pk, "end", "郑组长", **ENDED)
        reports = Task.objects.filter(event_id=event.pk, kind="unit_report").values_list("unit__code", flat=True)
        assert set(reports) == reports_by
        assert len(reports) == len(reports_by)

    def test_one_dissolved_by_mistake_comes_back(self, town):
        vacated(town, town.units["D03"])
        retired(town, town.units["D03"], into=town.units["D02"])
        unit = town.take(UNIT_STEPS, town.units["D03"].pk, "restore", ADMIN, reason="文件撤销")

        assert (unit.state, unit.retired_at, unit.successor_id) == ("in_use", None, None)
        assert "派出所" in names(unit_options(None, None))

    def test_it_does_not_come_back_beside_another_of_its_name(self, town):
        vacated(town, town.units["D03"])
        retired(town, town.units["D03"])
        with pytest.raises(AnswersInvalidError):
            added(town, name="派出所", code="D03")
        added(town, name="派出所")
        with pytest.raises(StepRefusedError, match="已经有叫这个名称的"):
            town.take(UNIT_STEPS, town.units["D03"].pk, "restore", ADMIN, reason="文件撤销")


class TestAVillage:
    def test_one_that_is_added_can_be_chosen_and_recognised(self, town):
        new = town.open(VILLAGE_STEPS, "add", Village(jurisdiction=town.place), ADMIN, **NEW_VILLAGE)
        assert new.code == "990101000001"
        assert town.call(village_id=str(new.pk)).village == new

        known = {each.name: each.aliases for each in township_of(town.place).villages}
        assert known["桃溪社区"] == ("桃溪",)

    def test_it_is_still_recognised_by_the_name_it_had(self, town):
        renamed = town.take(VILLAGE_STEPS, village("石桥村").pk, "rename", ADMIN, name="新桥村", reason=BASIS)
        assert renamed.former_names == ["石桥村"]

        known = {each.name: each.aliases for each in township_of(town.place).villages}
        assert known["新桥村"] == ("石桥", "石桥村")

    def test_a_merged_one_is_not_offered_and_its_names_mean_the_one_it_went_to(self, town):
        town.open(VILLAGE_STEPS, "add", Village(jurisdiction=town.place), ADMIN, **NEW_VILLAGE)
        merged(town, "石桥村", into="桃溪社区")
        merged(town, "桃溪社区", into="柳湾村")

        assert names(village_options(None, None)) == ["柳湾村"]
        known = {each.name: each.aliases for each in township_of(town.place).villages}
        assert list(known) == ["柳湾村"]
        assert {"石桥村", "石桥", "桃溪社区", "桃溪"} <= set(known["柳湾村"])
        with pytest.raises(AnswersInvalidError):
            town.call(village_id=str(village("石桥村").pk))

    def test_what_happened_in_it_stays_there_when_the_facts_are_corrected(self, town):
        event = town.call(village_id=str(village("石桥村").pk))
        merged(town, "石桥村")
        answers = {"title": "石桥小学学生呕吐", "village_id": str(event.village_id), "reason": "校医来电"}
        town.take(EVENT_STEPS, event.pk, "correct", "李值班", **answers)

        assert Event.objects.get(pk=event.pk).village == village("石桥村")
        assert "石桥村" in signed_in(town, "李值班").get(event.get_absolute_url()).content.decode()


class TestThePages:
    def test_the_administrator_does_it_in_the_browser(self, town):
        admin = signed_in(town, ADMIN)
        page = admin.get("/organization/").content.decode()
        assert all(label in page for label in ("增加单位", "增加村或社区"))
        assert "增加单位" not in signed_in(town, "周主任").get("/organization/").content.decode()
        birth = reverse("web:birth", args=["organization.jurisdiction", town.place.pk, "organization.unit", "add"])
        assert admin.post(birth, **NEW_UNIT | {"name": "派出所"}).status_code == 422
        assert admin.post(birth, **NEW_UNIT).status_code == 302

        unit = Unit.objects.get(name="综合执法队")
        step = reverse("web:step", args=["organization.unit", unit.pk, "describe"])
        assert 'value="城乡建设、环境保护"' in admin.get(step).content.decode()
        assert admin.post(step, kind="other", topics="城乡建设，环境保护").status_code == 302
        unit.refresh_from_db()
        assert (unit.kind, unit.topics) == ("other", ["城乡建设", "环境保护"])

    def test_the_set_up_stands_in_the_ledger_as_the_machine_s_work(self, town):
        for record in (town.units["D02"], village("柳湾村")):
            assert [(each.action, each.way) for each in of_subject(record.pk)] == [("add", "machine")]


@pytest.mark.parametrize(("field", "typed"), [("villages", "柳湾村\n柳湾村"), ("units", "党政办公室\n" + "长" * 41)])
def test_a_first_page_with_a_name_twice_or_too_long_comes_back_in_words(field, typed):
    from xiangyin.organization.forms import FirstRunForm

    form = FirstRunForm({"villages": "柳湾村", "units": "党政办公室", field: typed})
    form.fields = {name: form.fields[name] for name in ("villages", "units")}
    assert not form.is_valid()
    assert field in form.errors
