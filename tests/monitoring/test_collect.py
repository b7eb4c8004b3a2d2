from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import NOON
from tests.monitoring.fakes import FakeFeeds, feeding, masking
from xiangyin.monitoring.models import Item, Source
from xiangyin.monitoring.operations.collect import collect_due, wait
from xiangyin.monitoring.ports import FeedAnswer, FeedEntry
from xiangyin.monitoring.rules.source import SOURCE_STEPS
from xiangyin.shared.ledger.queries import of_subject

URL = "https://news.example/rss.xml"


def entry(
    guid="g1", title="停水公告", link="https://news.example/1", text="<p>停水三天</p>", author="", at=NOON
) -> FeedEntry:
    return FeedEntry(guid=guid, link=link, title=title, text=text, author=author, published_at=at)


def broken(problem="status", detail="503", wait_s=0) -> FeedAnswer:
    return FeedAnswer(problem=problem, detail=detail, wait_s=wait_s)


@pytest.fixture
def source(town) -> Source:
    answers = {"name": "县政府要闻", "url": URL, "channel": "news", "interval_min": 30}
    added = town.open(SOURCE_STEPS, "add", Source(), "石系统", **answers)
    return town.take(SOURCE_STEPS, added.id, "begin", "石系统")


@pytest.fixture
def feeds():
    with feeding(FakeFeeds()) as fake:
        yield fake


def collect(town, source, feeds, answer: FeedAnswer) -> Source:
    feeds.answers[URL] = answer
    collect_due(now=town.now)
    source.refresh_from_db()
    return source


def health(town, source) -> str:
    return source.health(silent_limit=town.now - timedelta(days=14))


class TestTaking:
    def test_entries_become_items_without_markup_and_masked(self, town, source, feeds):
        with masking():
            collect(town, source, feeds, FeedAnswer(entries=(entry(text="<p>请回13812345678</p>", author="张三"),)))
        item = Item.objects.get()

        assert (item.title, item.text, item.channel, item.source, item.url) == (
            "停水公告", "请回[电话]", "news", "县政府要闻", "https://news.example/1",
        )  # fmt: skip
        assert item.author_key
        assert "张三" not in item.author_key

    def test_what_came_before_comes_once(self, town, source, feeds):
        collect(town, source, feeds, FeedAnswer(entries=(entry(), entry("g2"))))
        town.later(31)
        collect(town, source, feeds, FeedAnswer(entries=(entry(title="停水公告（更新）"), entry("g2"), entry("g3"))))

        assert sorted(Item.objects.values_list("external_id", flat=True)) == ["g1", "g2", "g3"]
        assert source.items_taken == 3

    def test_without_an_id_the_address_tells_unless_all_share_one(self, town, source, feeds):
        home = "https://news.example/"
        told = (
            entry("", "甲", "https://news.example/a"),
            entry("", "乙", home),
            entry("", "丙", home),
            entry("", "丁", ""),
        )
        collect(town, source, feeds, FeedAnswer(entries=told))
        town.later(31)
        collect(town, source, feeds, FeedAnswer(entries=told))

        assert sorted(Item.objects.values_list("title", flat=True)) == sorted("甲乙丙丁")

    def test_a_time_that_cannot_be_is_the_time_of_arrival(self, town, source, feeds):
        ahead, never = entry("g1", at=NOON + timedelta(days=2)), entry("g2", at=datetime(1970, 1, 1, tzinfo=UTC))
        collect(
            town,
            source,
            feeds,
            FeedAnswer(entries=(ahead, never, entry("g3", at=None), entry("g4", at=NOON - timedelta(days=9)))),
        )

        at = dict(Item.objects.values_list("external_id", "published_at"))
        assert at["g1"] == at["g2"] == at["g3"] == town.now
        assert Item.objects.get(is_history=True).external_id == "g4"

    def test_the_mark_of_a_state_secret_is_refused_at_this_door_too(self, town, source, feeds):
        collect(town, source, feeds, FeedAnswer(entries=(entry(text="机密★3年"), entry("g2"))))

        assert Item.objects.get().external_id == "g2"
        assert of_subject(source.id).last().said["refused"] == 1


class TestRhythm:
    def test_nothing_is_asked_before_it_is_due(self, town, source, feeds):
        collect(town, source, feeds, FeedAnswer(entries=(entry(),), etag='"a"', last_modified="m"))
        town.later(29)
        assert collect_due(now=town.now) == 0
        town.later(1)
        assert collect_due(now=town.now) == 1

        assert feeds.asked == [(URL, "", ""), (URL, '"a"', "m")]

    def test_a_paused_source_is_left_alone_until_it_is_resumed(self, town, source, feeds):
        feeds.answers[URL] = FeedAnswer()
        town.take(SOURCE_STEPS, source.id, "pause", "石系统", reason="检修")
        assert collect_due(now=town.now) == 0
        town.take(SOURCE_STEPS, source.id, "resume", "石系统")
        assert collect_due(now=town.now) == 1

    def test_a_fetch_without_news_leaves_no_entry_in_the_ledger(self, town, source, feeds):
        collect(town, source, feeds, FeedAnswer(entries=(entry(),)))
        told = of_subject(source.id).count()
        town.later(31)
        collect(town, source, feeds, FeedAnswer(unchanged=True, etag='"a"'))

        assert of_subject(source.id).count() == told
        assert source.last_good_at == town.now

    def test_what_came_from_an_address_that_was_changed_meanwhile_is_dropped(self, town, source, feeds):
        changed = {"name": "县政府", "url": "https://news.example/new.xml", "channel": "news", "interval_min": 30}

        class Slow(FakeFeeds):
            def read(self, url, **known):
                town.take(SOURCE_STEPS, source.id, "edit", "石系统", **changed)
                return super().read(url, **known)

        with feeding(Slow({URL: FeedAnswer(entries=(entry(),)), changed["url"]: FeedAnswer()})):
            collect_due(now=town.now)

        assert not Item.objects.exists()


class TestHealth:
    def test_yellow_after_the_first_failure_red_after_three_green_when_it_heals(self, town, source, feeds):
        seen = [health(town, source)]
        collect(town, source, feeds, FeedAnswer(entries=(entry(),)))
        seen.append(health(town, source))
        for _ in range(3):
            town.now = source.next_try_at
            collect(town, source, feeds, broken())
            seen.append(health(town, source))
        good, since = source.last_good_at, source.failing_since
        town.now = source.next_try_at
        collect(town, source, feeds, FeedAnswer(unchanged=True))
        seen.append(health(town, source))

        assert seen == ["yellow", "green", "yellow", "yellow", "red", "green"]
        assert (good, since) == (NOON, NOON + timedelta(minutes=30))
        assert (source.failing_since, source.problem) == (None, "")

    def test_breaking_and_healing_are_in_the_ledger_and_nothing_between(self, town, source, feeds):
        for answer in (broken(), broken(), broken(), FeedAnswer(unchanged=True)):
            collect(town, source, feeds, answer)
            town.now = source.next_try_at

        told = [each.said.get("problem", "") for each in of_subject(source.id).filter(action="collect")]
        assert told == ["status", ""]

    def test_silence_is_noticed_though_the_site_answers(self, town, source, feeds):
        collect(town, source, feeds, FeedAnswer(entries=(entry(),)))
        town.later(15 * 24 * 60)
        collect(town, source, feeds, FeedAnswer(unchanged=True))

        assert health(town, source) == "yellow"

    def test_a_broken_one_is_tried_soon_then_ever_more_rarely_and_never_sooner_than_asked(self, town, source, feeds):
        collect(town, source, feeds, broken())
        assert source.next_try_at - town.now == timedelta(minutes=2)
        town.now = source.next_try_at
        collect(town, source, feeds, broken(wait_s=7200))
        assert source.next_try_at - town.now == timedelta(hours=2)
        assert wait(99, interval_min=30) == timedelta(hours=6)
        assert wait(99, interval_min=1440) == timedelta(days=1)


class TestWorkers:
    def test_each_due_source_is_read_by_one_of_two_workers(self, committed):
        """Two threads, each with a connection of its own, over six sources."""
        from concurrent.futures import ThreadPoolExecutor

        from django.db import connections

        from tests.people import a_town
        from xiangyin.shared.access.tenancy import within

        place = a_town(NOON)
        with within(place.place.id):
            for number in range(6):
                answers = {"name": f"源{number}", "url": f"{URL}?{number}", "channel": "news", "interval_min": 30}
                added = place.open(SOURCE_STEPS, "add", Source(), "石系统", **answers)
                place.take(SOURCE_STEPS, added.id, "begin", "石系统")
        answers = {f"{URL}?{n}": FeedAnswer(entries=(entry(f"g{n}"),)) for n in range(6)}

        def work(_):
            try:
                return collect_due(now=NOON)
            finally:
                connections.close_all()

        with feeding(FakeFeeds(answers)) as fake, ThreadPoolExecutor(2) as pool:
            assert sum(pool.map(work, range(2))) == 6
        assert len({url for url, *_ in fake.asked}) == len(fake.asked) == 6
        with within(place.place.id):
            assert Item.objects.count() == 6
