"""docs/process says what the rule tables say: the tables are copies, and each clock is explained above them."""

import re
from pathlib import Path

import pytest

from tools.process import PAGES, TABLE, fresh
from xiangyin.shared.steps import registry

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / PAGES).glob("*.md"))


@pytest.mark.parametrize("page", FILES, ids=lambda page: page.stem)
def test_a_page_s_tables_are_those_of_the_code(page):
    text = page.read_text(encoding="utf-8")

    assert fresh(text) == text, "run python -m tools.process"


@pytest.mark.parametrize("page", [page for page in FILES if page.stem != "README"], ids=lambda page: page.stem)
def test_each_clock_that_a_table_starts_is_explained_above_it(page):
    text = page.read_text(encoding="utf-8")
    prose = TABLE.sub("", text)
    tables = [registry.table(kind) for kind in TABLE.findall(text)]

    assert tables
    assert [kind for table in tables for kind in table.owed() if f"`{kind}`" not in prose] == []


def test_every_figure_that_a_page_names_exists():
    from xiangyin.organization.queries.figures import default_figures

    named = {
        name for page in FILES for name in re.findall(r"`([a-z_]+_(?:min|days|workdays))`", page.read_text("utf-8"))
    }
    assert named - {"length_min", "at_min", "within_min", "like_this_min"} <= set(default_figures())
