"""Chapter 7 in the browser: a case opened by supervision from a fact of the ledger, for its parties only, and answered."""

from tests.browser.conftest import PASSWORD, step
from tests.browser.test_chain import log_the_call, value_of
from tests.people import CHECKED, FACTORS

FIRST, SECOND = "褚调查", "沈调查"


def investigators(office) -> None:
    """Two who investigate, the first with an account."""
    from xiangyin.organization.models import Account, Officer
    from xiangyin.organization.operations.set_up import appoint, enrol
    from xiangyin.shared.access.tenancy import within

    town = office.town
    with office.behind(), within(town.place.id):
        for name in (FIRST, SECOND):
            town.officers[name] = enrol(town.place, name, now=town.now)
            appoint(town.officers[name], "investigator", basis="任命", now=town.now)
        account = Account.objects.make(FIRST, PASSWORD)
        Officer.objects.filter(pk=town.officers[FIRST].pk).update(account=account)


def warned(office) -> str:
    event = log_the_call(office)
    step(office.open("李值班", event), "接手核实")
    step(office.open("王监测", event), "提出级别", colour="4", **{name: str(value) for name, value in FACTORS.items()})
    step(office.open("陈核实", event), "核实无误", **CHECKED | {"sources_found": "2"})
    step(office.open("周主任", event), "发布预警")
    return event


def opened(office, event: str) -> str:
    """冯督查 opens the case of who issued the warning; gives its address."""
    page = office.open("冯督查", event)
    page.locator("summary", has_text="立案问责").click()
    chosen = {"officer_id": "周主任", "investigator_id": FIRST, "second_id": SECOND}
    answers = {name: value_of(page, name, words) for name, words in chosen.items()}
    fact = value_of(page, "entries", "发布预警")
    step(page, "立案问责", issue="按时发布预警", basis="制度 3.3.2", entries=[fact], **answers)
    return page.url


def status(office, name: str, address: str) -> int:
    page = office.at(name)
    answer = page.request.get(address)
    return int(answer.status)


def test_a_case_is_opened_from_a_fact_seen_by_its_parties_only_and_answered(office):
    investigators(office)
    event = warned(office)
    case = opened(office, event)
    assert "发布预警" in office.at("冯督查").locator("main .list").first.inner_text()
    assert "与台账一致" in office.at("冯督查").locator("main").inner_text()
    assert [status(office, name, case) for name in ("周主任", "李值班")] == [404, 404]

    step(office.open(FIRST, case), "已告知当事人事实和依据", told_how="当面告知，两人在场")
    page = office.open("周主任", case)
    assert "制度 3.3.2" in page.locator("main").inner_text()
    step(page, "提交陈述、申辩", statement="当天停电，系统打不开。")

    assert "当天停电，系统打不开。" in office.open("冯督查", case).locator("main").inner_text()
    number = office.at("冯督查").locator("h1").inner_text()
    assert status(office, "李值班", case) == 404
    for path in ("/accountability/", "/ledger/", event):
        assert number not in office.open("李值班", path).locator("body").inner_text()
    assert number in office.open("周主任", "/accountability/").locator("main").inner_text()
