"""The parts in a real Chromium, under the strict content policy, on the small test site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.web import site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 640}
PC: ViewportSize = {"width": 1280, "height": 720}
TOO_WIDE = """[...document.querySelectorAll('main *')]
  .filter(e => !e.closest('.tabs') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
TOO_SMALL = """[...document.querySelectorAll('button, summary, .button, select, nav a, textarea, .control > input')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page on a PC; what the console complains about fails the test."""
    context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport=PC)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    yield opened
    context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/public", "/steps"])
def test_nothing_is_wider_than_a_phone_and_all_can_be_hit_with_a_thumb(
    page: Page, address: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    page.goto(address + path)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("width", [320, 640, 768, 1024])
def test_no_width_between_phone_and_pc_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")

    assert page.evaluate(TOO_WIDE) == []


def test_the_keyboard_reaches_the_text_first_and_its_place_is_always_seen(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到正文"

    for _ in range(40):
        page.keyboard.press("Tab")
        width, style = page.evaluate(
            "(s => [s.outlineWidth, s.outlineStyle])(getComputedStyle(document.activeElement))"
        )
        assert (width, style) == ("3px", "solid")


def test_what_rings_stays_in_sight_and_covers_nothing_that_has_the_focus(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    page.get_by_label("说了什么").first.focus()
    page.wait_for_timeout(600)

    bottom = page.evaluate("document.querySelector('.notice-urgent').getBoundingClientRect().bottom")
    assert 0 < bottom < PHONE["height"] / 3
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= bottom


def test_an_armed_page_rings_until_the_notice_is_acknowledged(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator("#sound").is_visible()

    page.get_by_role("button", name="打开声音").click()
    page.wait_for_selector("body[data-sound=armed][data-ringing]")
    assert page.locator("#sound").is_hidden()

    page.locator("#acknowledge-n1").click()
    page.wait_for_selector("body:not([data-ringing])")
    assert site.acknowledged == {"n1"}


def test_the_same_notices_are_not_drawn_again(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator("#acknowledge-n1").focus()
    page.evaluate("document.querySelector('#notices li').dataset.mark = 'same'")

    with page.expect_response("**/notices", timeout=9000):
        pass
    page.wait_for_timeout(200)

    assert page.locator("#notices li[data-mark=same]").count() == 1
    assert page.evaluate("document.activeElement.id") == "acknowledge-n1"


def test_a_login_that_ran_out_is_said_and_never_drawn_into_the_live_area(page: Page, address: str) -> None:
    page.goto(address)
    site.answer["live"] = 302

    page.get_by_text("登录已过期").wait_for(timeout=9000)

    assert page.locator("#notices h1").count() == 0
    assert page.locator("#acknowledge-n1").is_visible()


def test_a_silent_server_is_said_aloud(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.route("**/notices", lambda route: route.abort())

    page.clock.run_for(26_000)
    page.get_by_text("和服务器失去联系").wait_for()
    page.clock.run_for(60_000)

    assert page.locator("#lost").get_attribute("data-urgent") == "1"


def test_clocks_run_on_by_the_servers_time_not_the_pcs(page: Page, address: str) -> None:
    page.clock.install(time="2019-01-01T00:00:00Z")
    page.goto(address)
    clock = page.locator("time[data-due='2026-11-24T12:08:00+08:00'] .clock-text").first

    page.clock.run_for(120_000)
    assert clock.inner_text() in {"还剩 5 分钟", "还剩 6 分钟"}
    page.clock.run_for(400_000)
    assert "已晚" in clock.inner_text() or clock.inner_text() == "刚刚到时"


def test_a_refused_step_comes_back_in_place_with_what_was_typed(page: Page, address: str) -> None:
    page.goto(f"{address}/steps?htmx=1")
    page.get_by_text("签发预警").first.click()
    page.get_by_label("理由").fill("家长已到校门口。")
    page.get_by_role("button", name="签发预警").click()

    page.get_by_role("alert").get_by_text("该由另一人签发。").wait_for()

    assert page.get_by_label("理由").input_value() == "家长已到校门口。"
    assert page.url.endswith("htmx=1")


def test_text_survives_a_login_that_ran_out_and_leaves_once_it_is_accepted(page: Page, address: str) -> None:
    site.answer["step"] = 302
    send(page, address, "值班记录写了很久。")
    page.get_by_text("登录已过期。").wait_for()

    page.goto(f"{address}/steps")
    assert page.get_by_label("理由").input_value() == "值班记录写了很久。"
    assert page.get_by_text("已经替您放回来了").is_visible()

    site.answer["step"] = 200
    page.get_by_role("button", name="签发预警").click()
    page.wait_for_url("**/steps?done=1")
    page.get_by_text("签发预警").first.click()
    assert page.get_by_label("理由").input_value() == ""


def test_lines_that_share_a_name_come_back_each_to_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/lines")
    for place, text in enumerate(["食堂已停餐", "卫生院", "已封存留样"]):
        page.locator("textarea").nth(place).fill(text)
    page.get_by_label("已核对").check()
    page.reload()

    assert [field.input_value() for field in page.locator("textarea").all()] == ["食堂已停餐", "卫生院", "已封存留样"]
    assert page.get_by_label("已核对").is_checked()
    assert not page.get_by_label("可公开").is_checked()


def test_text_survives_a_server_that_was_not_there(page: Page, address: str) -> None:
    page.route("**/step", lambda route: route.abort())
    send(page, address, "断网时写的。")
    page.unroute("**/step")
    page.goto(f"{address}/steps")

    assert page.get_by_label("理由").input_value() == "断网时写的。"


def test_an_answer_that_never_came_is_said_and_the_step_can_be_tried_again(page: Page, address: str) -> None:
    page.goto(f"{address}/steps?htmx=1")
    page.route("**/step", lambda route: route.fulfill(status=500))
    page.get_by_text("签发预警").first.click()
    page.get_by_label("理由").fill("再试一次。")
    page.get_by_role("button", name="签发预警").click()
    page.get_by_text("没有送到。").wait_for()

    page.unroute("**/step")
    page.get_by_role("button", name="签发预警").click()
    page.get_by_text("该由另一人签发。").wait_for()

    assert page.get_by_text("没有送到。").count() == 0
    assert site.posted == ["再试一次。"]


def test_nothing_typed_is_left_for_the_next_person(page: Page, address: str) -> None:
    site.answer["step"] = 302
    send(page, address, "只有我能看。")
    page.goto(f"{address}/steps")
    page.get_by_text("李值班").click()
    page.get_by_role("button", name="退出登录").click()

    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('xiangyin'))") == []


def send(page: Page, address: str, reason: str) -> None:
    page.goto(f"{address}/steps")
    page.get_by_text("签发预警").first.click()
    page.get_by_label("理由").fill(reason)
    page.get_by_role("button", name="签发预警").click()


def test_a_double_click_sends_once(page: Page, address: str) -> None:
    page.goto(f"{address}/steps")
    page.get_by_text("签发预警").first.click()
    page.get_by_label("理由").fill("一次。")
    page.get_by_role("button", name="签发预警").dblclick()
    page.get_by_role("alert").get_by_text("该由另一人签发。").wait_for()

    assert site.posted == ["一次。"]


def test_a_step_can_be_taken_without_any_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    send(page, address, "没有脚本。")

    assert page.get_by_role("alert").get_by_text("该由另一人签发。").is_visible()
    assert site.posted == ["没有脚本。"]
    context.close()


def test_large_type_is_remembered(page: Page, address: str) -> None:
    page.goto(f"{address}/public")
    before = page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize")
    page.get_by_text("大字版").click()
    page.reload()

    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") > float(before[:-2])


def test_paper_is_white_and_carries_no_chrome(page: Page, address: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address)

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    for chrome in (".rail", ".tabbar", ".live", ".steps", ".account"):
        assert page.locator(chrome).first.is_hidden()
    assert page.locator(".list .level-red").first.is_visible()
