from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string

from tests.web.site import NOON
from xiangyin.shared.web.pieces import LedgerLine, Notice, Page, StepOffer
from xiangyin.shared.web.samples import records, steps
from xiangyin.shared.web.style_page import style_page_context

ISSUE = StepOffer("issue", "签发预警", "/warnings/1/issue", "c1", weight="primary", clause="3.3.2")
URGENT = Notice("n1", "请核实", NOON, urgent=True, acknowledge_url="/n1")


def part(name: str, **context: Any) -> str:
    return render_to_string(f"web/parts/{name}.html", {"now": NOON} | context)


def test_the_style_page_shows_the_township_in_every_part() -> None:
    page = render_to_string("web/style_page.html", style_page_context(now=NOON))

    for shown in (
        "现在可以做",
        "没有办成",
        "已晚 8 分钟",
        "本地设定",
        "签署记录",
        "演练 DRILL",
        "八成可能落在此区间",
        "（可不填）",
    ):
        assert shown in page
    # What a template prints for a value that nobody gave.
    assert ">None<" not in page.replace(" ", "").replace("\n", "")


def test_a_refused_step_stays_open_with_its_reason_and_its_clause() -> None:
    shown = part("steps", steps=[replace(ISSUE, refusal="该由另一人签发。")], steps_id="s")

    assert "<details" in shown
    assert " open>" in shown
    assert 'role="alert"' in shown
    assert "该由另一人签发。" in shown
    assert "3.3.2" in shown


def test_a_step_that_nobody_asked_for_stays_closed() -> None:
    assert " open>" not in part("steps", steps=[ISSUE], steps_id="s")


def test_a_faulty_form_stays_open_and_says_what_is_wrong_beside_the_field() -> None:
    form = steps.ReasonForm({"reason": ""}, auto_id="r_%s")
    shown = part("steps", steps=[replace(ISSUE, form=form)], steps_id="s")

    assert " open>" in shown
    assert 'id="r_reason_error"' in shown
    assert 'aria-describedby="r_reason_error"' in shown


def test_what_is_hard_to_take_back_stands_apart_from_the_rest() -> None:
    offers = [replace(ISSUE, action="dismiss", label="判定为误报", weight="danger"), ISSUE]
    usual, _, grave = part("steps", steps=offers, steps_id="s").partition("steps-danger")

    assert "签发预警" in usual
    assert "判定为误报" not in usual
    assert "判定为误报" in grave


def test_no_panel_is_drawn_where_nothing_may_be_done() -> None:
    assert part("steps", steps=[], steps_id="s").strip() == ""


@pytest.mark.parametrize(
    ("notice", "rings"),
    [(URGENT, "1"), (replace(URGENT, acknowledged=True), "0"), (replace(URGENT, urgent=False), "0")],
)
def test_only_an_urgent_notice_that_nobody_acknowledged_rings(notice: Notice, rings: str) -> None:
    shown = part("notices", notices=[notice])

    assert f'data-urgent="{rings}"' in shown
    assert ("知道了" in shown) is not notice.acknowledged


def test_the_ledger_says_who_in_which_post_why_and_how_late() -> None:
    line = LedgerLine(
        NOON, "李值班", "值班员", "受理", (("", "学校来电。"),), late=timedelta(minutes=14), on_behalf_of="王监测"
    )
    shown = part("timeline", entries=[line])

    for said in ("李值班（值班员）", "代 王监测", "学校来电。", "晚 14 分钟", "11月24日 12:00"):
        assert said in shown
    assert "按时" in part("timeline", entries=[replace(line, late=timedelta(seconds=59))])
    assert "按时" not in part("timeline", entries=[replace(line, late=None)])


def test_a_table_keeps_its_labels_for_the_phone_and_says_when_it_is_empty() -> None:
    shown = part("table", caption="事件", columns=records.COLUMNS, rows=records.rows(NOON))

    assert shown.count('data-label="时限"') == len(records.rows(NOON))
    assert "还没有" in part("table", columns=records.COLUMNS, rows=[], empty_text="今天还没有登记。")


def test_a_source_that_nobody_read_is_called_a_local_setting() -> None:
    read, local = records.figures()[0], records.figures()[2]

    assert "本地设定" not in part("figure", figure=read)
    assert "本地设定" in part("figure", figure=local)


def test_a_page_that_could_not_be_shown_needs_neither_request_nor_database() -> None:
    page = render_to_string("web/problem.html", {"page_title": "没有找到这一页", "problem_text": "地址可能写错了。"})

    assert "没有找到这一页" in page
    assert "地址可能写错了。" in page


def test_a_single_page_has_no_pager() -> None:
    assert part("pager", pager=Page(1, 1, 12)).strip() == ""
    assert "第 2／9 页，共 431 条" in part("pager", pager=records.pager())


def test_an_internal_form_has_no_red_head() -> None:
    context = style_page_context(now=NOON)

    assert "paper-head" in part("document", paper=context["official_paper"])
    assert "paper-head" not in part("document", paper=context["internal_form"])
