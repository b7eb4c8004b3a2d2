"""Events and demands are watched, not persons: nothing lists what one author wrote (rights.md 2)."""

import ast
import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.conftest import NOON
from tests.monitoring.files import import_text
from tests.monitoring.pages import at_screen
from xiangyin.monitoring.models import EventItem, Item
from xiangyin.monitoring.operations.intake.author_key import LASTS
from xiangyin.monitoring.operations.intake.rejects import rejects_file
from xiangyin.monitoring.queries.distinct_sources import distinct_sources
from xiangyin.shared.sealed.models import SealedKey

HEAD = "编号,时间,内容,作者,渠道\n"
ROWS = f"{HEAD}1,2026-11-24,停水,张三,微博\n2,2026-11-24,停电,张三,微博\n3,2026-11-24,停气,李四,微博\n"
ROOT = Path(__file__).resolve().parents[2] / "xiangyin"

# Writing it, leaving it out, counting it: whoever adds a file here must say why the promise still holds.
MAY_NAME_IT = {
    "monitoring/models/item.py",
    "monitoring/operations/intake/author_key.py",
    "monitoring/operations/intake/batch.py",
    "monitoring/operations/keep_entries.py",
    "monitoring/operations/retention/items.py",  # empties it
    "monitoring/queries/distinct_sources.py",
    "monitoring/queries/engine_values.py",  # the engine counts the distinct sources of a matter, nothing else
    "monitoring/queries/items.py",
}


class TestTheKey:
    def test_one_author_has_one_key_and_it_is_not_the_name(self, town):
        import_text(town, ROWS)
        keys = dict(Item.objects.values_list("external_id", "author_key"))

        assert keys["1"] == keys["2"] != keys["3"]
        assert len(keys["1"]) == 32

    def test_the_same_name_on_another_channel_or_in_another_township_is_somebody_else(self, town):
        from tests.people import a_town
        from xiangyin.shared.access.tenancy import within

        import_text(town, f"{ROWS}4,2026-11-24,停暖,张三,论坛\n")
        here = dict(Item.objects.values_list("external_id", "author_key"))
        other = a_town(NOON, code="990102", name="石桥镇")
        import_text(other, ROWS)
        with within(other.place.id):
            there = dict(Item.objects.values_list("external_id", "author_key"))

        assert here["1"] not in (here["4"], there["1"])

    def test_after_thirty_days_nobody_can_be_followed(self, town):
        import_text(town, ROWS)
        before = Item.objects.get(external_id="1").author_key
        town.now += LASTS + timedelta(minutes=1)
        import_text(town, f"{HEAD}9,2026-11-24,停水,张三,微博\n", name="下月.csv")

        assert Item.objects.get(external_id="9").author_key != before
        old, new = SealedKey.objects.filter(purpose="author").order_by("made_at")
        assert (old.wrapped, new.wrapped is None) == (None, False)

    def test_it_counts_the_distinct_sources_of_one_event(self, town):
        import_text(town, f"{ROWS}4,2026-11-24,停水,,电话\n5,2026-11-24,停水,,电话\n")
        event = town.call()
        for item in Item.objects.filter(origin="import"):
            EventItem.objects.create(
                jurisdiction_id=town.place.id, event=event, item=item, text_sha256=item.text_sha256, added_at=town.now
            )

        assert distinct_sources(event.id) == 3, "two authors, and the telephone, whoever called"


class TestNoList:
    def test_only_the_files_that_write_or_count_it_name_the_authors_key(self):
        naming = set()
        for path in ROOT.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            names |= {
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
            names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
            if any("author_key" in name for name in names) and "migrations" not in path.parts:
                naming.add(path.relative_to(ROOT).as_posix())

        assert naming <= MAY_NAME_IT
        for path in ROOT.rglob("*.html"):
            assert "author" not in path.read_text(encoding="utf-8"), path

    def test_no_address_takes_an_author(self):
        def parts(patterns):
            for each in patterns:
                if isinstance(each, URLResolver):
                    yield from parts(each.url_patterns)
                elif isinstance(each, URLPattern):
                    yield str(each.pattern)

        assert [each for each in parts(get_resolver().url_patterns) if "author" in each] == []

    @pytest.mark.parametrize("name", ["author", "author_key", "user", "source", "q"])
    def test_no_question_on_any_page_finds_what_one_author_wrote(self, town, name):
        import_text(town, ROWS)
        key = Item.objects.get(external_id="1").author_key
        screen = at_screen(town, "王监测")
        every = [row.key for row in screen.get("/items/").context["rows"]]

        for asked in (key, "张三"):
            answer = screen.get("/items/", {name: asked})
            assert [row.key for row in answer.context["rows"]] == ([] if name == "q" else every)
            assert key not in answer.content.decode().replace(f'value="{key}"', "")

    def test_neither_an_items_page_nor_any_export_tells_the_author(self, town):
        upload = import_text(town, f"{ROWS}9,昨天,停暖,张三,微博\n")
        item = Item.objects.get(external_id="1")
        page = at_screen(town, "王监测").get(item.get_absolute_url()).content.decode()
        export = b"".join(rejects_file(upload)).decode("utf-8-sig")

        assert item.author_key not in page
        assert "张三" not in page
        assert "张三" not in export
        assert list(csv.reader(io.StringIO(export)))[1][4:] == ["9", "昨天", "停暖", "", "微博"]
