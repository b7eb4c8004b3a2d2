"""What the style page (`/help/style`) shows: every part in its states, as a township that does not exist would."""

from datetime import datetime, timedelta
from typing import Any

from xiangyin.shared.web.levels import LOOKS
from xiangyin.shared.web.pieces import Band, Link
from xiangyin.shared.web.samples import frame, papers, records, steps

MIN = timedelta(minutes=1)
STATES = (
    ("logged", "已登记"),
    ("verifying", "核实中"),
    ("responding", "响应中"),
    ("closed", "已办结"),
    ("dismissed", "已排除"),
    ("returned", "已退回"),
)


def style_page_context(*, now: datetime) -> dict[str, Any]:
    """Return the template context of web/style_page.html; `now` is the instant that its clocks are read at."""
    return {
        "now": now,
        "place_name": "青禾坪镇",
        "page_title": "界面样张",
        "navigation": frame.navigation(),
        "band": frame.band(),
        "drill_band": Band("演练 DRILL：以下全部为演练，不对外发送。", "drill"),
        "account": frame.account(),
        "clauses": frame.clauses(),
        "notices": frame.notices(now),
        "palette": ("paper", "sheet", "sunk", "ink", "ink-2", "ink-3", "line", "line-strong", "accent", "accent-wash"),
        **_marks(now),
        **_step_lists(now),
        **_records(now),
        "steps": steps.steps(now),
    }


def _marks(now: datetime) -> dict[str, Any]:
    return {
        "looks": list(LOOKS.values()),
        "states": STATES,
        "clocks": [(now + 3 * 60 * MIN, None), (now + 8 * MIN, None), (now - 8 * MIN, None)],
        "kept_clock": (now - 20 * MIN, now - 22 * MIN),
        "missed_clock": (now - 60 * MIN, now - 22 * MIN),
        "hourly": records.COUNTS,
    }


def _step_lists(now: datetime) -> dict[str, Any]:
    return {
        "decisions": steps.decisions(now),
        "filter_form": steps.FilterForm(auto_id="filter_%s"),
        "refused_steps": steps.refused_steps(),
        "recordable": [Link("#", "发布预警"), Link("#", "启动预案")],
        "call_form": steps.call_form(),
        "faulty_form": steps.call_form(faulty=steps.FAULTY),
        "empty_link": Link("#", "登记一件"),
    }


def _records(now: datetime) -> dict[str, Any]:
    return {
        "columns": records.COLUMNS,
        "rows": records.rows(now),
        "file_columns": records.FILE_COLUMNS,
        "file_rows": records.file_rows(now),
        "facts": records.facts(now),
        "stats": records.stats(),
        "figures": records.figures(),
        "reasons": records.reasons(),
        "entries": records.entries(now),
        "pager": records.pager(),
        "tabs": records.tabs(),
        "curve": records.curve(now),
        "bars": records.bars(),
        "official_paper": papers.statement(now),
        "internal_form": papers.internal_form(),
        "public_statement": papers.public_statement(now),
    }
