"""Items leave at the end of their term and nothing else does; the engine goes on as if they were there (rights.md 6)."""

import random

import pytest
from django.db import transaction

from tests.monitoring.retained import analyse, as_evidence, behind_a_demand, not_judged, purge, said
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event, Item, Judgement, Matter
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.open_event import open_event
from xiangyin.organization.models import FigureSet
from xiangyin.organization.queries.figures import default_figures
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError

SICK = (
    "柳湾小学午饭后十名学生呕吐", "柳湾小学有孩子吃坏肚子，已经十个人吐了送卫生院", "柳湾小学呕吐的学生又多了五个",
    "柳湾小学食堂吃坏肚子的孩子还在卫生院",
)  # fmt: skip
WATER = ("石桥村停水三天没人管", "石桥村已经停水三天了，打电话没人管", "石桥村停水三天还没有来水", "石桥村停水第四天")
AGAIN = "柳湾小学午饭后有学生呕吐，家长来问"
KEEPERS = {"nothing": lambda *_: None, "evidence": as_evidence, "demand": behind_a_demand, "waiting": not_judged}


@pytest.fixture(autouse=True)
def _fresh_memory():
    memory.forget()
    yield
    memory.forget()


def keep_items_for(town, *, days: int) -> None:
    """Let the township keep items no longer than so many days."""
    figures = default_figures()
    shorter = {**figures, "item_days": {**figures["item_days"], "value": days}}
    FigureSet.objects.create(jurisdiction=town.place, version=2, figures=shorter, adopted_at=town.now)


class TestWhatGoes:
    @pytest.mark.parametrize("seed", range(12))
    def test_only_what_is_old_judged_and_nobody_s_evidence_goes(self, town, seed):
        dice = random.Random(seed)  # noqa: S311 - dice, no secret
        fates = [(dice.choice([0, 1, 90, 179.9, 180, 181, 400]), dice.choice([*KEEPERS])) for _ in range(14)]
        items = [said(town, f"第{n}件事：{dice.choice(WATER)}", days_ago=days) for n, (days, _) in enumerate(fates)]
        analyse(town)
        for item, (_days, keeper) in zip(items, fates, strict=True):
            KEEPERS[keeper](town, item)

        purge(town)

        old = {
            item.id for item, (days, keeper) in zip(items, fates, strict=True) if days >= 180 and keeper == "nothing"
        }
        assert set(Item.objects.filter(erased_at__isnull=False).values_list("id", flat=True)) == old
        assert {item.id for item in items if item.text in set(Item.objects.values_list("text", flat=True))} == {
            item.id for item in items if item.id not in old
        }

    def test_all_that_it_said_goes_and_its_hash_and_its_place_in_the_file_stay(self, town):
        item = said(town, WATER[0], days_ago=181, identity="i" * 64)
        analyse(town)

        purge(town)

        gone = Item.objects.get(pk=item.pk)
        assert (gone.title, gone.text, gone.folded, gone.bigrams, gone.url) == ("", "", "", [], "")
        assert (gone.author_key, gone.external_id, gone.engagement) == ("", "", {})
        assert (gone.text_sha256, gone.identity, gone.erased_at) == (item.text_sha256, item.identity, town.now)
        assert [set(place) for place in Judgement.objects.get(item=gone).places] == [{"code", "name", "confidence"}]

    def test_an_event_cannot_be_opened_from_what_went_meanwhile(self, town):
        item = said(town, WATER[0], days_ago=181)
        analyse(town)
        shown = Item.objects.get(pk=item.pk)
        purge(town)

        command = Command(answers={"title": "停水", "channel": "hotline"})
        with pytest.raises(StepRefusedError, match="到期删除"), transaction.atomic():
            open_event([shown], actor=town.who("王监测"), command=command, now=town.now)
        assert not Event.objects.exists()


class TestTheEngineGoesOn:
    @pytest.mark.parametrize("restarts", [False, True])
    @pytest.mark.parametrize("seed", range(3))
    def test_a_restored_process_groups_the_same_with_and_without_the_erased(self, town, seed, restarts):
        def groups(*, erasing: bool) -> dict[str, tuple[int, bool]]:
            memory.forget()
            with transaction.atomic():
                told = self._played(town, random.Random(seed), erasing=erasing, restarts=restarts)  # noqa: S311 - dice
                transaction.set_rollback(True)
            return told

        keep_items_for(town, days=2)
        now, kept = town.now, groups(erasing=False)
        town.now = now
        erased = groups(erasing=True)

        assert erased == kept
        assert any(copied for _matter, copied in kept.values())
        assert 1 < len({matter for matter, _copy in kept.values()}) < len(kept)

    def _played(self, town, dice, *, erasing: bool, restarts: bool) -> dict[str, tuple[int, bool]]:
        """Two stories told over weeks; where `erasing`, each night what is past its term of two days goes."""
        texts = [*SICK, *WATER, *SICK[:2]]
        dice.shuffle(texts)
        numbered = [f"{text}（{n}）" for n, text in enumerate(texts)]
        places = {}
        for text in numbered:
            item = said(town, text)
            analyse(town)
            places[text] = item.id
            town.later(dice.choice([1, 1, 3]) * 24 * 60)
            if erasing:
                purge(town)
            if restarts:
                memory.forget()
        if erasing:
            assert Item.objects.filter(erased_at__isnull=False).count() >= len(texts) / 2
        judged = {each.item_id: each for each in Judgement.objects.select_related("matter")}
        return {text: (judged[pk].matter.number, judged[pk].duplicate_of_id is not None) for text, pk in places.items()}

    def test_a_matter_that_lives_again_is_not_titled_with_what_was_erased(self, town):
        said(town, SICK[0], days_ago=180)
        analyse(town)
        purge(town)
        assert Matter.objects.get().title == ""

        said(town, AGAIN, days_ago=179)
        memory.forget()
        analyse(town)

        matter = Matter.objects.get()
        assert (matter.items, matter.erased_at) == (2, None)
        assert matter.title
        assert "十名" not in matter.title

    def test_another_worker_s_memory_does_not_bring_the_words_back(self, town):
        """A process that kept its state from before the purge goes on with what was stored, not with what it kept."""
        said(town, SICK[0], days_ago=180)
        analyse(town)
        kept = dict(memory._kept)
        purge(town)
        memory._kept.update(kept)

        said(town, AGAIN, days_ago=179)
        analyse(town)

        assert "十名" not in Matter.objects.get().title


class TestMatters:
    def test_a_matter_without_item_and_event_loses_title_reasons_clock_and_notices(self, town):
        said(town, SICK[0], days_ago=181)
        analyse(town)
        matter = Matter.objects.get()
        assert Notice.objects.filter(text__contains="柳湾小学").exists()

        purge(town)

        matter.refresh_from_db()
        assert (matter.title, matter.reasons, matter.erased_at) == ("", [], town.now)
        clock = Obligation.objects.get(subject_id=matter.id)
        assert clock.ending == "dropped"
        assert "柳湾小学" not in clock.subject_label
        assert not Notice.objects.filter(text__contains="柳湾小学").exists()

    def test_one_item_left_or_one_event_keeps_the_title(self, town):
        said(town, SICK[0], days_ago=180)
        said(town, SICK[1], days_ago=179)
        old = [said(town, text, days_ago=181) for text in WATER[:2]]
        analyse(town)
        command = Command(answers={"title": "停水", "channel": "hotline"})
        open_event(old[:1], actor=town.who("王监测"), command=command, now=town.now)

        assert purge(town).counts == {"items": 2}
        assert not Matter.objects.filter(title="").exists()


class TestPages:
    def test_the_erased_stand_in_no_list_and_say_on_their_own_page_when_and_why(self, town):
        item = said(town, SICK[0], days_ago=181)
        analyse(town)
        screen = signed_in(town, "李值班")
        pages = ("/items/", "/items/?words=柳湾小学", "/matters/")
        assert all("柳湾小学" in screen.get(page).content.decode() for page in pages)

        purge(town)

        assert not any("柳湾小学午饭" in screen.get(page).content.decode() for page in pages)
        for record in (item, Matter.objects.get()):
            page = screen.get(record.get_absolute_url()).content.decode()
            assert "保存期" in page
            assert "2026年11月24日" in page
        assert "登记事件" not in screen.get(item.get_absolute_url()).content.decode()

    def test_a_matter_with_something_left_counts_what_went(self, town):
        said(town, SICK[0], days_ago=180)
        said(town, SICK[1], days_ago=179)
        analyse(town)
        purge(town)

        assert "已到期删除" in signed_in(town, "李值班").get(Matter.objects.get().get_absolute_url()).content.decode()
