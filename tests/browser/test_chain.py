"""A school calls: from the call to the closed file, in the browser, by the people who hold the posts."""

import re

from tests.browser.conftest import step
from tests.people import CHECKED, FACTORS

LEADS = {"党政办公室": "党办员", "社会事务办公室": "何社会", "派出所": "马所长"}


def log_the_call(office) -> str:
    """李值班 logs the call; gives the event's address."""
    page = office.open("李值班", "/intake/call/")
    page.get_by_label("标题").fill("柳湾小学午餐后 10 名学生呕吐")
    page.get_by_label("情况").fill("校医来电，已送卫生院。")
    page.locator("[name=channel]").select_option("phone")
    page.locator("[name=affected]").fill("10")
    page.locator("[name=is_sensitive]").check()
    page.locator("[name=asked]").fill("请告诉家长孩子在哪里")
    page.locator("[name=demand_kind]").select_option("help")
    with page.expect_navigation():
        page.locator("form.desk button[type=submit]").click()
    assert re.search(r"/events/[0-9a-f-]+/$", page.url)
    return page.url


def to_the_response(office, event: str) -> None:
    """Taken, proposed, verified, issued, started: five persons."""
    step(office.open("李值班", event), "接手核实")
    step(office.open("王监测", event), "提出级别", colour="1", **{name: str(value) for name, value in FACTORS.items()})
    step(office.open("陈核实", event), "核实无误", **CHECKED | {"sources_found": "2"})
    step(office.open("周主任", event), "发布预警")
    page = office.open("郑组长", event)
    chosen = {"plan_id": "乡镇舆情应急预案", "commander_id": "吴副组长", "lead_unit_id": "社会事务办公室"}
    step(page, "启动预案", **{name: value_of(page, name, words) for name, words in chosen.items()})


def value_of(page, name: str, words: str) -> str:
    """The value behind an option, whether it stands open or in a menu."""
    menu = page.locator(f"select[name={name}] option", has_text=words)
    option = menu if menu.count() else page.locator("label", has_text=words).locator(f"input[name={name}]")
    return str(option.first.get_attribute("value"))


class TestTheChainInTheBrowser:
    def test_from_the_call_to_the_closed_file(self, office):
        event = log_the_call(office)
        to_the_response(office, event)
        page = office.open("周主任", event)
        assert page.locator(".state", has_text="响应中").count() == 1

        step(office.open("李值班", event), "已电话报告县里", answered_by="县值班室", reason="10 名学生不适")
        self._report(office, event, "first_report")
        self._statement(office, event)
        self._tasks(office, event)
        end = {"met": ["safe", "controlled", "answered", "calm"], "assessment": "均已出院"}
        step(office.open("郑组长", event), "终止响应", **end)
        self._aftermath(office, event)

        assert office.open("李值班", event).locator(".state", has_text="已办结").count() >= 1

    def _report(self, office, event: str, kind: str) -> None:
        step(office.open("李值班", event), "起草公文", kind=kind, title="关于学生不适的报告")
        paper = office.at("李值班").url
        step(office.at("李值班"), "修改", body="均已送医，原因正在查。", publicity="on_request")
        step(office.at("李值班"), "送审")
        step(office.open("吴副组长", paper), "批准")
        step(office.open("周主任", paper), "签发")

    def _statement(self, office, event: str) -> None:
        step(office.open("李值班", event), "起草公文", kind="statement", title="情况通报")
        paper = office.at("李值班").url
        facts = [["今天中午 10 名学生不适，均已送医。", "镇卫生院"], ["原因正在调查。", "办公室"]]
        step(office.at("李值班"), "修改", facts=facts, publicity="open")
        step(office.at("李值班"), "送审")
        step(office.open("孙宣传", paper), "审核通过")
        step(office.open("郑组长", paper), "批准")
        step(office.open("钱发言", paper), "签发", consent="县里同意，12:40 电话")
        public = office.visitor()
        public.goto(f"{office.address}/public/")
        public.get_by_role("link", name="情况通报").first.click()
        assert "10 名学生不适" in public.locator("main").inner_text()
        feed = public.request.get(f"{office.address}/public/990101/feed.atom")
        assert "10 名学生不适" in feed.text()
        assert feed.headers["content-type"].startswith("application/atom+xml")

    def _tasks(self, office, event: str) -> None:
        """Every task still with its unit is acknowledged, done and accepted."""
        page = office.open("周主任", event)
        rows = page.locator("section", has=page.locator("h2", has_text=re.compile("^任务$"))).locator("tbody tr").all()
        waiting = [(row.locator("a").first.get_attribute("href"), row.inner_text()) for row in rows]
        waiting = [(path, words) for path, words in waiting if "已交办" in words]
        assert waiting
        for path, words in waiting:
            lead = next(name for unit, name in LEADS.items() if unit in words)
            step(office.open(lead, path), "签收")
            step(office.at(lead), "报结果", report="已办")
            step(office.open("周主任", path), "验收")

    def _aftermath(self, office, event: str) -> None:
        self._tasks(office, event)
        self._report(office, event, "final_report")
        step(office.open("周主任", event), "由台账生成总结报告初稿")
        link = office.open("周主任", event).get_by_role("link", name="总结评估报告").first
        review = str(link.get_attribute("href"))
        step(office.open("周主任", review), "修改", body="发现早，处置快；食堂进货须逐批登记。")
        step(office.open("周主任", review), "送审")
        step(office.open("吴副组长", review), "批准")
        step(office.open("郑组长", review), "签发")
        step(office.open("郑组长", event), "决定是否修订预案", plan_decision="keep", reason="够用")
        step(office.open("周主任", event), "写小结", summary="食材变质，已整改。")
        step(office.open("郑组长", event), "办结事件")
