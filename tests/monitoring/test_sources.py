import pytest

from tests.monitoring.pages import at_screen
from tests.people import POSTS
from xiangyin.monitoring.models import Source
from xiangyin.monitoring.rules.source import SOURCE_STEPS
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

ANSWERS = {"name": "县政府要闻", "url": "https://news.example/rss.xml", "channel": "news", "interval_min": 30}


def add(town, who: str = "石系统", **more) -> Source:
    return town.open(SOURCE_STEPS, "add", Source(), who, **ANSWERS | more)


class TestSources:
    @pytest.mark.parametrize("who", [name for name in POSTS if name != "石系统"])
    def test_nobody_but_the_system_administrator_adds_or_changes_one(self, town, who):
        with pytest.raises(StepRefusedError):
            add(town, who)
        source = add(town)
        for action in ("begin", "edit", "remove"):
            with pytest.raises(StepRefusedError):
                town.take(SOURCE_STEPS, source.id, action, who, **ANSWERS, reason="试")

    @pytest.mark.parametrize(
        "url",
        [
            "ftp://news.example/rss.xml",
            "news.example/rss.xml",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://u:p@news.example/",
            "",
        ],
    )
    def test_only_a_public_web_address_is_taken(self, town, url):
        with pytest.raises(AnswersInvalidError) as invalid:
            add(town, url=url)
        assert set(invalid.value.errors) == {"url"}

    def test_one_address_is_read_once_but_may_come_back_after_its_removal(self, town):
        source = add(town)
        with pytest.raises(AnswersInvalidError):
            add(town, name="又一个")
        town.take(SOURCE_STEPS, source.id, "remove", "石系统", reason="停办")

        assert add(town).state == "added"

    def test_its_life_is_the_rule_tables(self, town):
        source = add(town)
        life = [source.state]
        for action, answers in (
            ("begin", {}),
            ("pause", {"reason": "检修"}),
            ("resume", {}),
            ("remove", {"reason": "停办"}),
        ):
            life.append(town.take(SOURCE_STEPS, source.id, action, "石系统", **answers).state)

        assert life == ["added", "active", "paused", "active", "removed"]
        with pytest.raises(StepRefusedError):
            town.take(SOURCE_STEPS, source.id, "resume", "石系统")


class TestThePanel:
    def test_it_says_in_words_what_is_wrong_since_when_and_what_helps(self, town):
        source = add(town)
        town.take(SOURCE_STEPS, source.id, "begin", "石系统")
        Source.objects.filter(pk=source.pk).update(
            failures=4, failing_since=town.now, problem="gone", problem_detail="404"
        )
        page = at_screen(town, "王监测").get("/sources/").content.decode()

        for words in ("故障", "网址已失效（404）", "从 11月24日 12:05 起连续 4 次", "请找到新的网址后修改"):
            assert words in page

    def test_those_in_trouble_come_first(self, town):
        for name, failures in (("乙", 0), ("丙", 5), ("甲", 1)):
            source = add(town, name=name, url=f"https://news.example/{failures}")
            town.take(SOURCE_STEPS, source.id, "begin", "石系统")
            since = town.now if failures else None
            problem = "status" if failures else ""
            Source.objects.filter(pk=source.pk).update(
                failures=failures, failing_since=since, problem=problem, last_good_at=town.now, last_new_at=town.now
            )
        rows = at_screen(town, "王监测").get("/sources/").context["rows"]

        assert [(row.cells[0].value, row.cells[1].label) for row in rows] == [
            ("丙", "故障"),
            ("甲", "留意"),
            ("乙", "正常"),
        ]

    def test_the_administrator_adds_one_on_the_page_and_others_see_no_button(self, town):
        screen = at_screen(town, "石系统")
        assert "登记来源" in screen.get("/sources/").content.decode()
        born = f"/steps/organization.jurisdiction/{town.place.id}/new/monitoring.source/add/"
        answer = screen.post(born, ANSWERS | {"command": str(uuid7())})

        assert answer.url == Source.objects.get().get_absolute_url()
        assert screen.get(answer.url).status_code == 200
        assert [step.label for step in at_screen(town, "王监测").get("/sources/").context["steps"]] == []
