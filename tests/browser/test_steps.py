"""What happens under the fingers: a refusal in place, typed text kept or forgotten, notices that wait, a phone's width."""

from tests.browser.conftest import step, tick
from tests.people import FACTORS

PATHS = (
    "/", "/mine/", "/events/", "/intake/call/", "/duty/", "/organization/", "/publication/", "/ledger/", "/help/",
    "/responses/plan/",
)  # fmt: skip

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


def an_event(office) -> str:
    page = office.open("李值班", "/intake/call/")
    page.get_by_label("标题").fill("有人来电")
    with page.expect_navigation():
        page.locator("form.desk button[type=submit]").click()
    return page.url


def test_a_refused_step_says_why_in_its_place_and_keeps_the_words(office):
    event = an_event(office)
    step(office.open("李值班", event), "接手核实")
    page = office.open("周主任", event)
    panel = page.locator("details.step").filter(has_text="更正事实").first
    panel.locator("summary").click()
    other = office.open("陈核实", event)
    step(other, "排除", dismissed_as="false_alarm", reason="查无此事")

    panel.locator("[name=reason]").fill("现场核对过")
    panel.locator("button[type=submit]").click()

    refusal = page.locator("details.step [role=alert]").first
    refusal.wait_for()
    assert "已排除" in refusal.inner_text()
    assert page.locator("[name=reason]").first.input_value() == "现场核对过"


def test_a_taken_step_forgets_what_was_typed_and_an_untaken_one_keeps_it(office):
    event = an_event(office)
    step(office.open("李值班", event), "接手核实")
    page = office.open("王监测", event)
    page.locator("summary", has_text="登记诉求").click()
    page.locator("[name=asked]").fill("请尽快答复")
    page.reload()
    assert page.locator("[name=asked]").input_value() == "请尽快答复"

    step(page, "登记诉求", kind="help", asked="请尽快答复")

    page.goto(event)
    assert page.locator(".kept").count() == 0
    assert page.locator("[name=asked]").input_value() == ""


def test_a_decision_on_paper_is_recorded_with_its_scan(office):
    event = an_event(office)
    step(office.open("李值班", event), "接手核实")
    page = office.open("李值班", event)
    page.locator("summary", has_text="代录他人").click()
    page.get_by_role("link", name="排除").click()
    form = page.locator("form.step-form")
    form.locator("[name=decider]").select_option(label="周主任")
    tick(form.locator("[name=way][value=on_paper]"))
    tick(form.locator("[name=dismissed_as][value=false_alarm]"))
    form.locator("[name=reason]").fill("学校证实没有此事")

    with page.expect_navigation():
        form.locator("button[type=submit]").click()
    assert "必须附上签字扫描件" in page.locator("main").inner_text()

    form.locator("[name=paper]").set_input_files({"name": "签字.png", "mimeType": "image/png", "buffer": PIXEL})
    with page.expect_navigation():
        form.locator("button[type=submit]").click()

    assert page.url == event
    told = page.locator("main").inner_text()
    assert "学校证实没有此事" in told
    assert "签字.png" in told


def test_an_urgent_notice_waits_until_somebody_says_that_they_know(office):
    page = office.open("陈核实", "/")
    an_event(office)

    notice = page.locator("[data-notice][data-urgent='1']", has_text="接手核实")
    notice.wait_for()
    assert "接手核实" in notice.inner_text()
    assert page.locator("#sound").is_visible(), "until the sound is armed, the page says that it is not"
    notice.get_by_role("button", name="知道了").click()
    notice.wait_for(state="detached")


def test_nothing_is_wider_than_a_phone(office):
    event = an_event(office)
    step(office.open("李值班", event), "接手核实")
    step(office.open("王监测", event), "提出级别", colour="2", **{name: str(value) for name, value in FACTORS.items()})
    page = office.at("周主任", on_phone=True)
    for path in [*(f"{office.address}{path}" for path in PATHS), event]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
