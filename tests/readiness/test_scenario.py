"""Scenario files (6.2): read whole, and everything that is wrong is told at once, with its place."""

import json
from importlib import resources
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.signed_in import signed_in
from xiangyin.readiness.models import Scenario
from xiangyin.readiness.rules.scenario.reading import MOST_BYTES, ScenarioInvalidError, read_scenario

SHIPPED = resources.files("xiangyin.readiness").joinpath("scenario.json").read_bytes()


def changed(**more: Any) -> bytes:
    return json.dumps(json.loads(SHIPPED) | more).encode()


def first_call(**more: Any) -> bytes:
    """The shipped scenario with its first call changed."""
    content = json.loads(SHIPPED)
    content["injects"][0] |= more
    return json.dumps(content).encode()


def faults(raw: bytes) -> list[str]:
    with pytest.raises(ScenarioInvalidError) as invalid:
        read_scenario(raw)
    return invalid.value.faults


def test_the_shipped_scenario_can_be_played_and_every_expected_step_exists():
    text = read_scenario(SHIPPED)

    assert [arrival.key for arrival in text.arrivals] == ["school", "clinic", "county", "reporter"]
    assert sum(len(arrival.expects) for arrival in text.arrivals) == 10
    assert all("演练" in arrival.call.title for arrival in text.arrivals)


def test_a_byte_order_mark_does_no_harm():
    assert read_scenario(b"\xef\xbb\xbf" + SHIPPED) == read_scenario(SHIPPED)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"{", "第 1 行第 2 个字起不是 JSON"),
        ("桃源".encode("gb18030"), "不是 UTF-8"),
        (b"[]", "整个文件应是一组 { }"),
        (b" " * (MOST_BYTES + 1), "超过 1 MB"),
        (b"[" * 100_000, "不像一个想定"),
        (changed(injects=[]), "要有 1 到 100 个来电"),
        (changed(injects={}), "请写成一列 [ ]"),
        (changed(injects=["来电"]), "第 1 个来电：请写成一组 { }"),
        (changed(length_min="120"), "“length_min”：请写 1 到 1440 的整数"),
        (changed(length_min=True), "“length_min”：请写 1 到 1440 的整数"),
        (changed(lenght_min=120), "“lenght_min”：不认识这一项"),
        (changed(title=" "), "“title”：请写文字"),
        (changed(length_min=30), "第 3 个来电“at_min”：来电应按时间先后排列"),
        (first_call(key="clinic"), "第 2 个来电“key”：“clinic”已经用过"),
        (first_call(about="clinic"), "第 1 个来电“about”：应是前面一个新事件的来电"),
        (first_call(call="电话"), "第 1 个来电“call”：请写成一组 { }"),
        (first_call(expects=[{"record": "event", "step": "take", "within_min": 5}]), "第 1 项预期“record”：没有“event”"),
        (
            first_call(expects=[{"record": "monitoring.event", "step": "jump", "within_min": 5}]),
            "第 1 个来电的第 1 项预期“step”：没有“jump”",
        ),
        (first_call(call={"title": "x", "text": "y", "channel": "telephone"}), "第 1 个来电“call”“channel”：没有“telephone”"),
        (first_call(call={"title": "长" * 121, "text": "y", "channel": "phone"}), "最多 120 个字，现在是 121 个"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(raw, told):
    assert [fault for fault in faults(raw) if told in fault]


def test_every_fault_is_told_at_once():
    content = json.loads(changed(title="", purpose=""))
    content["injects"][1]["at_min"] = -1

    assert len(faults(json.dumps(content).encode())) == 3


class TestTheUpload:
    def upload(self, town, name: str, raw: bytes):
        browser = signed_in(town, name)
        return browser.post("/readiness/scenarios/", file=SimpleUploadedFile("想定.json", raw))

    def test_a_good_file_is_kept_and_may_be_played(self, town):
        answer = self.upload(town, "周主任", changed(title="山洪来临时的传言"))

        assert answer.status_code == 302
        assert Scenario.objects.filter(title="山洪来临时的传言", state="kept").exists()

    def test_a_bad_file_keeps_nothing_and_says_what_to_put_right(self, town):
        answer = self.upload(town, "周主任", changed(title="山洪", length_min=0))

        assert answer.status_code == 422
        assert "“length_min”：请写 1 到 1440 的整数。" in answer.content.decode()
        assert not Scenario.objects.filter(title="山洪").exists()

    def test_nobody_else_uploads_one(self, town):
        answer = self.upload(town, "李值班", changed(title="山洪"))

        assert answer.status_code == 409
        assert not Scenario.objects.filter(title="山洪").exists()

    def test_an_empty_form_is_sent_back(self, town):
        assert signed_in(town, "周主任").post("/readiness/scenarios/").status_code == 422
