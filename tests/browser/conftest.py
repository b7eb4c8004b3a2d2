"""A real server with the demonstration's people, driven by a real Chromium with several accounts at once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import _point

DESK, PHONE = {"width": 1280, "height": 720}, {"width": 360, "height": 640}
PASSWORD = "a-long-enough-one"


@dataclass
class Office:
    """Several people at their own screens. `at` gives one's page, signed in; `behind` the rows in its database."""

    browser: Any
    address: str
    town: Any
    database: str
    behind: Callable[[], AbstractContextManager[None]]
    pages: dict[tuple[str, bool], Any] = field(default_factory=dict)

    def at(self, name: str, *, on_phone: bool = False) -> Any:
        """The named officer's page, signed in at the first call."""
        key = (name, on_phone)
        if key not in self.pages:
            self.pages[key] = self._signed_in(name, PHONE if on_phone else DESK)
        return self.pages[key]

    def _signed_in(self, name: str, size: dict[str, int]) -> Any:
        page = self.visitor(size)
        page.goto(f"{self.address}/login/")
        page.get_by_label("账号").fill(name)
        page.get_by_label("密码").fill(PASSWORD)
        page.locator("main").get_by_role("button", name="登录").click()
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    def visitor(self, size: dict[str, int] = DESK) -> Any:
        """Somebody without an account."""
        context = self.browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport=size)
        context.set_default_timeout(10_000)
        return context.new_page()

    def open(self, name: str, path: str) -> Any:
        page = self.at(name)
        page.goto(path if path.startswith("http") else f"{self.address}{path}")
        return page


def step(page: Any, label: str, **answers: Any) -> None:
    """Open the step of that label, answer what it asks, and take it."""
    panel = page.locator("details.step").filter(has=page.locator("summary", has_text=label)).first
    if panel.get_attribute("open") is None:
        panel.locator("summary").first.click()
    form = panel.locator("form")
    for name, value in answers.items():
        fill(form, name, value)
    with page.expect_navigation():
        form.locator("button[type=submit]").last.click()


def tick(box: Any) -> None:
    """Tick a box that its label covers. Not by the pointer: a notice that comes meanwhile moves the page under it."""
    if not box.is_checked():
        box.evaluate("element => element.click()")
    assert box.is_checked()


def fill(form: Any, name: str, value: Any) -> None:
    """Answer one question, whatever kind of field it has."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        for row, (left, right) in enumerate(value):
            form.locator(f"[name={name}-left]").nth(row).fill(left)
            form.locator(f"[name={name}-right]").nth(row).fill(right)
        return
    field_of = form.locator(f"[name={name}]")
    kind = field_of.first.evaluate("element => element.type")
    if kind in ("checkbox", "radio"):
        for each in value if isinstance(value, list) else [value]:
            tick(form.locator(f"[name={name}][value='{each}']"))
    elif kind.startswith("select"):
        field_of.select_option(**(value if isinstance(value, dict) else {"value": value}))
    else:
        field_of.fill(value)


@pytest.fixture(scope="session")
def office(chromium, database_server, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Office]:
    """A town at work: its server, and a browser for each of its people. One for the whole run; events are told apart."""
    database_server.create_database("browser", template="template_xiangyin")
    address = database_server.url("xiangyin_program", "browser")

    @contextmanager
    def behind() -> Iterator[None]:
        with django_db_blocker.unblock():
            _point("default", address)
            yield
            _point("default", database_server.url("xiangyin_program", "flow"))

    with behind():
        town = _town_with_accounts()
    with _served(address, _free_port(), tmp_path_factory.mktemp("web")) as web:
        yield Office(chromium, web, town, address, behind)


def _town_with_accounts() -> Any:
    from tests.conftest import NOON
    from tests.people import a_town
    from xiangyin.organization.models import Account, Officer
    from xiangyin.shared.access.tenancy import within

    town = a_town(NOON)
    with within(town.place.id):
        for name, officer in town.officers.items():
            Officer.objects.filter(pk=officer.pk).update(account=Account.objects.make(name, PASSWORD))
    return town


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def _served(database: str, port: int, folder: Path) -> Iterator[str]:
    """The product's own web server, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "xiangyin.config.wsgi:application",
    ]
    environment = os.environ | {"DATABASE_URL": database}
    with (folder / "web.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own server
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
        assert b"Traceback" not in (folder / "web.log").read_bytes()
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, "the web server did not start"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("the web server does not answer")
