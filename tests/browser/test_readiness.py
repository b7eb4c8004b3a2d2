"""Chapter 6 in the browser: a training with its attendance, a drill played in drill mode from the shipped scenario."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.browser.conftest import step
from tests.browser.test_chain import value_of

HERE = ZoneInfo("Asia/Shanghai")


def at_field(ahead: timedelta) -> str:
    """A moment as the browser's field for it takes it."""
    return f"{datetime.now(HERE) + ahead:%Y-%m-%dT%H:%M}"


def words_of(office, name: str, path: str) -> str:
    return str(office.open(name, path).locator("main").inner_text())


def test_a_training_is_planned_held_and_its_attendance_entered_once(office):
    page = office.open("周主任", "/readiness/")
    page.locator("summary", has_text="安排培训").click()
    invited = [value_of(page, "invited", name) for name in ("李值班", "王监测")]
    said = {"title": "怎样记好一个来电", "topic": "monitoring", "kind": "lecture", "lecturer": "县网信办 贺老师"}
    step(page, "安排培训", **said, starts_at=at_field(timedelta(minutes=-5)), invited=invited)
    training = page.url
    step(page, "已举办")
    step(page, "登记到课", came=invited[:1], excused=invited[1:], gist="先问在哪里。")

    shown = page.locator("main .dossier-head").inner_text()
    for line in ("到课\n李值班", "请假\n王监测", "先问在哪里。"):
        assert line in shown
    assert page.locator("details.step", has_text="登记到课").count() == 0
    due = words_of(office, "周主任", "/readiness/").partition("下次请谁参加")[2]
    assert "王监测" in due
    assert "李值班" not in due
    assert "怎样记好一个来电" in words_of(office, "李值班", training)


def planned(office) -> str:
    """A drill planned, approved and begun by three persons; gives its address."""
    page = office.open("周主任", "/readiness/")
    page.locator("summary", has_text="安排演练").click()
    chosen = {"scenario_id": "学校", "controller_id": "孙宣传", "evaluator_id": "冯督查"}
    answers = {name: value_of(page, name, words) for name, words in chosen.items()}
    step(page, "安排演练", title="学校食堂桌面演练", planned_at=at_field(timedelta(hours=1)), **answers)
    drill = page.url
    step(office.open("郑组长", drill), "批准演练")
    step(office.open("孙宣传", drill), "开始演练")
    return drill


def clock_comes_round(office) -> None:
    """What the clock's process does each second."""
    from xiangyin.readiness.operations.play import play_running_drills
    from xiangyin.shared.clock.reading import now

    with office.behind():
        assert play_running_drills(now()) == 1


def test_a_drill_runs_on_the_same_pages_under_its_mark_and_is_scored_from_the_ledger(office):
    drill = planned(office)
    clock_comes_round(office)

    page = office.open("李值班", drill)
    with page.expect_navigation():
        page.locator("main h3 a").click()  # the one call that has been heard
    event = page.url
    assert page.locator(".band-drill").is_visible()
    step(page, "接手核实")
    assert page.locator(".band-drill").is_visible()

    step(office.open("孙宣传", drill), "结束演练")
    [taken] = office.open("冯督查", drill).locator("main tr", has_text="接手核实").all_inner_texts()
    assert "达到" in taken.split()
    step(office.at("冯督查"), "列一个问题", what="谁提级别不清楚")
    page = office.open("周主任", drill)
    unit = value_of(page, "unit_id", "党政办公室")
    step(page, "交办为任务", title="写清楚谁提级别", unit_id=unit, due_at=at_field(timedelta(days=3)))
    step(office.open("冯督查", drill), "评估演练", assessment="衔接顺畅。")
    step(office.open("吴副组长", drill), "确认改进完成")
    assert "写清楚谁提级别" in words_of(office, "党办员", "/mine/")
    assert office.open("周主任", event).locator(".band-drill").is_visible()
    assert event.partition("/events/")[2] not in office.open("周主任", "/events/lead-times/").content()
