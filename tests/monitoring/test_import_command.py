"""`python -m xiangyin import` as the operator runs it: a process of its own on a real database."""

import csv
import json
import os
import resource
import subprocess
import sys

import pytest

from tests.conftest import NOON
from tests.people import a_town
from xiangyin.monitoring.models import Item, Upload
from xiangyin.shared.access.tenancy import within

TEXT = "编号,时间,内容\n1,2026-11-24,停水\n2,昨天,停电\n3,2026-11-23,停气\n"


@pytest.fixture
def office(committed, tmp_path):
    """A township that is really there, and the command in a process of its own."""
    place = a_town(NOON)
    environment = os.environ | {
        "DATABASE_URL": committed.program, "DATABASE_OWNER_URL": committed.owner, "XIANGYIN_HOME": str(tmp_path / "home"),
    }  # fmt: skip

    def command(*words: str, **more) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "xiangyin", "import", *words]
        return subprocess.run(  # noqa: S603 - our own command
            line, env=environment, capture_output=True, text=True, check=False, timeout=1200, **more
        )  # fmt: skip

    return place, command


class TestTheCommand:
    def test_it_tells_what_was_taken_and_writes_the_rest_to_a_file(self, office, tmp_path):
        place, command = office
        file, rejects = tmp_path / "热线.csv", tmp_path / "退回.csv"
        file.write_bytes(TEXT.encode("gb18030"))

        done = command(str(file), "--rejects", str(rejects))

        assert done.returncode == 3, done.stderr
        assert "收下 2，已经有 0，退回 1" in done.stdout
        assert "时间读不懂" in done.stdout
        with rejects.open(encoding="utf-8-sig", newline="") as opened:
            assert [row[0] for row in csv.reader(opened)] == ["行号", "3"]
        assert "收下 0，已经有 2，退回 1" in command(str(file)).stdout
        with within(place.place.id):
            assert (Item.objects.count(), Upload.objects.count()) == (2, 1)

    def test_a_file_without_faults_ends_with_zero(self, office, tmp_path):
        _, command = office
        file = tmp_path / "items.jsonl"
        file.write_text(
            json.dumps({"id": "1", "published_at": "2026-11-24T03:05:00+08:00", "text": "停水"}), encoding="utf-8"
        )

        assert command(str(file)).returncode == 0

    @pytest.mark.parametrize(
        ("content", "words", "said"),
        [
            (b"%PDF", (), "这不是表格"),
            ("甲,乙\n1,2\n".encode(), (), "--mapping"),
            (TEXT.encode(), ("--mapping", "没有的"), "没有的"),
            (TEXT.encode(), ("--township", "000000"), "990101 柳湾镇"),
            (None, (), "没有这个文件"),
        ],
    )
    def test_what_it_cannot_do_it_says_with_what_helps(self, office, tmp_path, content, words, said):
        place, command = office
        file = tmp_path / "x.csv"
        if content is not None:
            file.write_bytes(content)

        done = command(str(file), *words)

        assert done.returncode == 2
        assert said in done.stderr
        with within(place.place.id):
            assert not Item.objects.exists()


@pytest.mark.long
class TestALargeFile:
    MB = 200
    MOST_MEMORY_MB = 400  # Python with Django and opencc is 150 of it; the file never lies there whole

    def test_two_hundred_megabytes_pass_through_little_memory(self, office, tmp_path, capsys):
        place, command = office
        file, text = tmp_path / "large.csv", "村里已经停水三天请尽快处理，老人孩子都不敢喝。" * 40
        rows = 0
        with file.open("w", encoding="utf-8", newline="") as opened:
            opened.write("编号,时间,内容\n")
            while opened.tell() < self.MB << 20:
                opened.write(f"{rows},2026-11-24,第{rows}条{text}\n")
                rows += 1

        done = command(str(file))
        used_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024

        with capsys.disabled():
            sys.stdout.write(f"\n{self.MB} MB, {rows} rows: {used_mb} MB of memory at most\n")
        assert done.returncode == 0, done.stderr
        assert f"收下 {rows:,}" in done.stdout
        assert used_mb < self.MOST_MEMORY_MB
        with within(place.place.id):
            assert Item.objects.count() == rows
