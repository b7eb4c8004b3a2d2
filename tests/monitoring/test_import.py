from datetime import timedelta

import pytest

from tests.conftest import NOON, shared_data
from tests.monitoring.fakes import masking
from tests.monitoring.files import import_file, import_text
from xiangyin.monitoring.models import Item, RejectedRow, Upload
from xiangyin.shared.ledger.queries import newest_first
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.outbox.models import Notice

HEAD = "编号,时间,标题,内容,作者,渠道,转发\n"


def faults(upload) -> list[tuple[int, str, str]]:
    return list(RejectedRow.objects.filter(upload=upload).order_by("number").values_list("number", "column", "fault"))


class TestTaken:
    def test_a_row_becomes_an_item_with_everything_it_says(self, town):
        upload = import_text(town, f"{HEAD}a1,2026/11/24 11:25:05,停水,村里停水三天,张三,微博,1.2万\n")
        item = Item.objects.get()

        assert (upload.state, upload.rows, upload.taken) == ("imported", 1, 1)
        assert (item.external_id, item.title, item.text, item.channel) == ("a1", "停水", "村里停水三天", "weibo")
        assert item.published_at == NOON.replace(hour=11, minute=25, second=5)
        assert item.engagement == {"reposts": 12000}
        assert "张三" not in str({field.attname: getattr(item, field.attname) for field in Item._meta.concrete_fields})

    def test_markup_and_what_cannot_be_seen_are_gone(self, town):
        import_text(town, f"{HEAD}1,2026-11-24,,<p>停\u200b水&nbsp;三天</p><script>x()</script>,,,\n")

        assert Item.objects.get().text == "停水 三天"

    def test_personal_data_is_masked_before_it_is_stored(self, town):
        with masking():
            upload = import_text(
                town, f"{HEAD}13812345678,2026-11-24,致电13812345678,请回13812345678,,,\n", name="13812345678.csv"
            )
        item = Item.objects.get()

        assert (item.title, item.text, item.external_id) == ("致电[电话]", "请回[电话]", "[电话]")
        assert upload.name == "[电话].csv"

    def test_only_a_title_is_enough(self, town):
        assert import_text(town, "时间,标题\n2026-11-24,停水\n").taken == 1


class TestKnown:
    def test_the_same_file_again_adds_nothing(self, town):
        text = f"{HEAD}1,2026-11-24,停水,三天,,,\n,2026-11-24,停电,一天,张三,,\n"
        import_text(town, text)
        again = import_text(town, text)

        assert (again.taken, again.known, Upload.objects.count(), Item.objects.count()) == (0, 2, 1, 2)

    def test_rows_of_an_overlapping_file_are_known_by_their_ids_or_by_all_they_say(self, town):
        import_text(town, f"{HEAD}1,2026-11-24,停水,三天,,,\n,2026-11-24,停电,一天,张三,,\n")
        later = import_text(
            town,
            f"{HEAD}1,2026-11-24,停水,三天,,,\n,2026-11-24,停电,一天,张三,,\n,2026-11-24,停电,一天,李四,,\n",
            name="下旬.csv",
        )

        assert (later.taken, later.known) == (1, 2)

    def test_a_row_that_stands_twice_in_one_file_is_taken_once(self, town):
        upload = import_text(town, f"{HEAD}1,2026-11-24,停水,三天,,,\n1,2026-11-24,停水,三天,,,\n")

        assert (upload.taken, upload.known, upload.rejected) == (1, 1, 0)

    @pytest.mark.usefixtures("db")
    def test_two_jurisdictions_know_nothing_of_each_other(self):
        from tests.people import a_town
        from xiangyin.shared.access.tenancy import within

        text = f"{HEAD}1,2026-11-24,停水,三天,,,\n"
        for place in (a_town(NOON), a_town(NOON, code="990102", name="石桥镇")):
            assert import_text(place, text).taken == 1
            with within(place.place.id):
                assert Item.objects.count() == 1


class TestRejected:
    @pytest.mark.parametrize(
        ("row", "column", "fault"),
        [
            ("1,,停水,三天,,,", "时间", "no_time"),
            ("1,昨天,停水,三天,,,", "时间", "time_unreadable"),
            ("1,1919-11-24,停水,三天,,,", "时间", "time_implausible"),
            ("1,2031-11-24,停水,三天,,,", "时间", "time_implausible"),
            ("1,2026-11-24,, <p></p> ,,,", "内容", "no_text"),
            ("1,2026-11-24,停水,三天,,,,,多", "", "too_many_cells"),
            ('1,2026-11-24,停水,"三天,,,', "", "broken_quotes"),
            (f"1,2026-11-24,停水,{'长' * 100_001},,,", "内容", "text_too_long"),
            ("1,2026-11-24,通知,机密★3年,,,", "内容", "state_secret"),
        ],
    )
    def test_each_fault_tells_row_and_column(self, town, row, column, fault):
        upload = import_text(town, f"{HEAD}0,2026-11-24,好,好,,,\n{row}\n9,2026-11-24,也好,也好,,,\n")

        assert (upload.taken, upload.rejected, upload.faults) == (2, 1, {fault: 1})
        assert faults(upload) == [(3, column, fault)]

    def test_one_id_for_two_different_rows_is_sent_back_even_batches_apart(self, town, monkeypatch):
        monkeypatch.setattr("xiangyin.monitoring.operations.intake.run.BATCH_ROWS", 2)
        rows = "".join(f"{number},2026-11-24,第{number}条,内容,,,\n" for number in (1, 2, 3, 4))
        upload = import_text(town, f"{HEAD}{rows}1,2026-11-24,别的,别的,,,\n4,2026-11-24,第4条,内容,,,\n")

        assert (upload.taken, upload.known, upload.rejected) == (4, 1, 1)
        assert faults(upload) == [(6, "编号", "duplicate_id")]

    def test_a_file_with_a_state_secret_loses_its_original(self, town):
        upload = import_text(town, f"{HEAD}0,2026-11-24,好,好,,,\n1,2026-11-24,通知,机密★3年,,,\n")
        upload.sealed.key.refresh_from_db()

        assert upload.state == "discarded"
        assert upload.sealed.key.wrapped is None
        assert not Item.objects.filter(folded__contains="机密").exists()


class TestHistory:
    def test_what_is_old_or_called_so_is_history(self, town):
        import_text(town, f"{HEAD}1,2026-11-24,新,新,,,\n2,2026-11-21,旧,旧,,,\n")
        import_text(town, f"{HEAD}3,2026-11-24,也新,也新,,,\n", name="历史.csv", is_history=True)

        assert dict(Item.objects.values_list("external_id", "is_history")) == {"1": False, "2": True, "3": True}

    def test_an_import_starts_no_clock_and_wakes_nobody(self, town):
        clocks, notices = still_open().count(), Notice.objects.count()
        import_text(town, f"{HEAD}1,2019-11-24,十名学生呕吐,送医,,,\n")

        assert (still_open().count(), Notice.objects.count()) == (clocks, notices)

    def test_the_end_is_one_entry_of_the_machine_with_counts_and_the_files_hash(self, town):
        upload = import_text(town, f"{HEAD}1,2026-11-24,停水,三天,,,\n2,,停电,,,,\n")
        entry = newest_first()[0]

        assert (entry.action, entry.post, entry.subject_id) == ("finish", "machine", upload.id)
        assert {name: entry.said[name] for name in ("taken", "known", "rejected", "sha256")} == {
            "taken": 1, "known": 0, "rejected": 1, "sha256": upload.sealed.sha256,
        }  # fmt: skip


class TestAfterACrash:
    def test_a_dead_workers_import_is_taken_up_where_it_stopped(self, town, monkeypatch):
        from xiangyin.monitoring.operations.intake import run

        monkeypatch.setattr(run, "BATCH_ROWS", 2)
        text = HEAD + "".join(f"{number},2026-11-24,第{number}条,内容,,,\n" for number in range(7)) + "x,,,,,,\n"
        with pytest.raises(KeyboardInterrupt):
            import_text(town, text, heard=_die_after(4))
        assert Item.objects.count() == 4

        town.later(1)
        assert run.take_up_stalled(clock=lambda: town.now) == 0, "it may still be at work"
        town.later(2)
        assert run.take_up_stalled(clock=lambda: town.now) == 1

        upload = Upload.objects.get()
        assert (upload.state, upload.taken, upload.known, upload.rejected) == ("imported", 7, 0, 1)

    def test_a_worker_that_was_only_slow_stops_when_another_has_gone_on(self, town):
        from xiangyin.monitoring.operations.intake.batch import store_batch
        from xiangyin.monitoring.ports import Record

        upload = import_text(town, f"{HEAD}1,2026-11-24,停水,三天,,,\n")
        late = Upload.objects.get(pk=upload.pk)
        late.last_row = 0

        assert not store_batch(late, [Record(2, {})], now=town.now)


def _die_after(rows: int):
    def heard(told: int) -> None:
        if told >= rows:
            raise KeyboardInterrupt

    return heard


@pytest.mark.shared_data
class TestRealMessages:
    def test_they_come_in_completely_and_a_second_time_add_nothing(self, town):
        with shared_data("messages/dev.jsonl") as path:
            first = import_file(town, path)
            assert (first.taken, first.known, first.rejected) == (2255, 0, 0)
            second = import_file(town, path)
        assert (second.taken, second.known, second.rejected) == (0, 2255, 0)
        assert Item.objects.count() == Item.objects.filter(is_history=True).count() == 2255
        assert Item.objects.latest("published_at").published_at < NOON - timedelta(days=365)
