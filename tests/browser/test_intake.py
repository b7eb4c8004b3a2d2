"""A file of the hotline in the browser: handed in, its columns named, read by the worker, its bad rows fetched."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import step

ROWS = """编号,日期,内容
501,2026-11-24 09:00,石桥村路灯不亮，请联系13812345678
502,昨天,村口路灯不亮
503,2026-11-24 10:00,路灯修好了，谢谢
"""
NAMED = {"text_column": "内容", "time_column": "日期", "id_column": "编号", "default_channel": "hotline"}


@contextmanager
def worker(office, folder: Path) -> Iterator[None]:
    """The product's own worker beside the web server."""
    command = [sys.executable, "-m", "xiangyin", "worker"]
    with (folder / "worker.log").open("wb") as log:
        process = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": office.database}, stdout=log, stderr=log)  # noqa: S603 - our own worker
    try:
        yield
        assert process.poll() is None, (folder / "worker.log").read_text()
    finally:
        process.terminate()
        process.wait(10)


def handed_in(office, name: str) -> str:
    """王监测 hands the file in; gives the address of its page."""
    page = office.open("王监测", "/intake/")
    page.locator("[name=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": ROWS.encode("gb18030")}
    )
    with page.expect_navigation():
        page.get_by_role("button", name="上传，看看各列").click()
    return page.url


def test_from_the_file_to_its_items_and_the_rows_that_come_back(office, tmp_path):
    address = handed_in(office, "热线十一月.csv")
    page = office.at("王监测")
    shown = page.locator("main").inner_text()
    assert "石桥村路灯不亮，请联系〔电话〕" in shown
    assert "13812345678" not in shown

    with worker(office, tmp_path):
        step(page, "按这样的列导入", **NAMED)
        page.get_by_role(
            "heading", name="退回的行"
        ).wait_for()  # the page asks again by itself until the worker is done

    assert "1 行：时间读不懂。" in page.locator("main").inner_text()
    with page.expect_download() as fetching:
        page.get_by_role("link", name="下载退回的行").click()
    [_head, row] = Path(fetching.value.path()).read_text("utf-8-sig").splitlines()
    assert row.startswith("3,日期,时间读不懂,")
    assert row.endswith(",502,昨天,村口路灯不亮")

    found = office.open("李值班", "/items/?q=路灯").locator("main").inner_text()
    assert "石桥村路灯不亮，请联系〔电话〕" in found
    assert "路灯修好了" in found
    assert "村口路灯" not in found
    assert handed_in(office, "又一次.csv") == address
