import argparse
import gzip
import importlib
import json

import pytest

from tests.engine.people import HERE

TOWNSHIP = {
    "name": HERE.name,
    "code": HERE.code,
    "parents": list(HERE.parents),
    "villages": [{"code": v.code, "name": v.name, "kind": v.kind, "aliases": list(v.aliases)} for v in HERE.villages],
    "neighbours": [{"name": n.name, "where": n.where} for n in HERE.neighbours],
    "departments": [{"code": d.code, "name": d.name, "topics": list(d.topics)} for d in HERE.departments],
}
TEXTS = ("红旗村停水三天没人管", "红旗村停水三天没人管！", "石桥水库有人落水，2人失踪", "河街路灯坏了，电话13812345678")
ITEM_FIELDS = {
    "id", "duplicate_of", "matter", "in_scope", "places", "topic", "department", "sentiment", "emotion", "harm", "demand",
    "stance", "masked_text",
}  # fmt: skip
MATTER_FIELDS = {
    "matter", "absorbed", "title", "first_at", "last_at", "items", "sources", "heat", "forecast", "level", "reasons",
}  # fmt: skip


def run(command, *arguments):
    module = importlib.import_module(f"xiangyin.launch.filters.{command}")
    parser = argparse.ArgumentParser()
    module.configure(parser)
    return module.run(parser.parse_args(list(map(str, arguments))))


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def written(path, objects):
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects), "utf-8")
    return path


def items(count=8):
    return [
        {
            "id": f"a{n}", "published_at": f"2026-03-02T{8 + n:02}:00:00+08:00", "channel": "hotline", "source": "12345热线",
            "title": None, "text": TEXTS[n % len(TEXTS)],
        }
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture
def here(tmp_path):
    (tmp_path / "township.json").write_text(json.dumps(TOWNSHIP, ensure_ascii=False), "utf-8")
    return tmp_path


def analysed(here, source, name, *more):
    status = run(
        "analyse", source, "--township", here / "township.json", "--items-out", here / f"{name}.items",
        "--matters-out", here / f"{name}.matters", *more,
    )  # fmt: skip
    return status, rows(here / f"{name}.items"), rows(here / f"{name}.matters")


def test_analyse_writes_the_fields_of_the_contract(here):
    status, judged, matters = analysed(here, written(here / "in", items()), "out")

    assert status == 0
    assert [one["id"] for one in judged] == [f"a{n}" for n in range(8)]
    assert all(set(one) == ITEM_FIELDS for one in judged)
    assert all(set(one) == MATTER_FIELDS for one in matters)
    assert judged[2]["harm"]["missing"] == 2
    assert judged[3]["masked_text"] == "河街路灯坏了，电话〔电话〕"


def test_two_halves_with_a_state_and_two_jobs_say_the_same_as_one_run(here):
    whole = analysed(here, written(here / "in", items()), "whole")
    jobs = analysed(here, here / "in", "jobs", "--jobs", "2")
    first = analysed(here, written(here / "half", items()[:3]), "first", "--state", here / "state")
    second = analysed(here, written(here / "rest", items()[3:]), "second", "--state", here / "state")

    assert jobs == whole
    assert first[1] + second[1] == whole[1]
    assert second[2] == whole[2]


def test_lines_that_cannot_be_read_are_set_aside_with_their_reason(here):
    good, *_ = items(1)
    lines = [
        json.dumps(good), "no json", "[1]", "", json.dumps(good | {"published_at": "soon"}),
        json.dumps(good | {"channel": "pigeon"}), json.dumps({"id": "x"}), json.dumps(good | {"engagement": {"views": -1}}),
    ]  # fmt: skip
    (here / "in").write_text("\n".join(lines), "utf-8")

    status, judged, _ = analysed(here, here / "in", "out", "--rejects", here / "rejects")

    assert status == 3
    assert len(judged) == 1
    assert [one["line"] for one in rows(here / "rejects")] == [2, 3, 5, 6, 7, 8]
    assert all(one["reason"] for one in rows(here / "rejects"))


def test_bytes_that_are_no_text_are_set_aside(here):
    (here / "in").write_bytes(json.dumps(items(1)[0]).encode() + b"\n\xff\xfe\n")

    status, judged, _ = analysed(here, here / "in", "out")

    assert (status, len(judged)) == (3, 1)


def test_now_may_be_given(here):
    source = written(here / "in", items())

    _, _, early = analysed(here, source, "early", "--now", "2026-03-02T15:00:00+08:00")
    _, _, late = analysed(here, source, "late", "--now", "2026-03-04T15:00:00+08:00")

    assert early[0]["heat"] > late[0]["heat"]


def test_mask_answers_with_spans_in_the_original_text(here):
    source = written(here / "in", [{"id": 1, "text": "打１３８１２３４５６７８吧"}, {"id": 2}])

    status = run("mask", source, "--out", here / "out", "--rejects", here / "rejects")

    assert status == 3
    assert rows(here / "out") == [
        {"id": 1, "masked_text": "打〔电话〕吧", "spans": [{"kind": "phone", "start": 1, "end": 12}]}
    ]
    assert rows(here / "rejects")[0]["line"] == 2


def test_resolve_reads_the_official_list(here):
    table = "code,parent,name,rank,ur_code,virtual,dummy,province,city,county,town,village\n"
    table += "990101101201,990101101000,同兴村村民委员会,5,220,f,f,某省,某市,某县,甲镇,同兴村村民委员会\n"
    table += "990101102201,990101102000,同兴村村民委员会,5,220,f,f,某省,某市,某县,乙镇,同兴村村民委员会\n"
    with gzip.open(here / "list.csv.gz", "wt", encoding="utf-8") as out:
        out.write(table)
    asked = [
        {"id": n, "scope_code": "990101", "mention": name} for n, name in enumerate(("同兴村", "乙镇同兴村", "别处村"))
    ]

    status = run("resolve", written(here / "in", asked), "--gazetteer", here / "list.csv.gz", "--out", here / "out")

    assert status == 0
    assert [one["code"] for one in rows(here / "out")] == [None, "990101102201", None]
    assert rows(here / "out")[0]["candidates"] == ["990101101201", "990101102201"]


def test_forecasts_give_an_interval_around_the_middle(here):
    series = [{"id": "s", "start": "2026-03-02T08:00", "hours": [0, 1, 3], "values": [10, 500, 900]}]
    posts = [{"id": "p", "minutes": [1, 5, 9, 70]}]

    assert run("forecast", written(here / "a", series), "--ahead", "3", "--out", here / "heat") == 0
    assert (
        run("forecast_spread", written(here / "b", posts), "--seen", "1", "--at", "24", "--out", here / "spread") == 0
    )

    for said in (rows(here / "heat")[0], rows(here / "spread")[0]):
        assert 0 <= said["low"] <= said["mid"] <= said["high"]
    assert rows(here / "spread")[0]["low"] >= 3


def test_a_series_out_of_order_is_set_aside(here):
    series = [{"id": "s", "start": "2026-03-02T08:00", "hours": [3, 1], "values": [1, 2]}]

    assert run("forecast", written(here / "a", series), "--ahead", "3", "--out", here / "out") == 3
