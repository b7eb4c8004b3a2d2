"""The parts need Django's settings but no database: where none are chosen, those of the small test site are taken."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
import pytest
from django.conf import settings

from tests.web import site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

if not settings.configured:
    settings.configure(**site.SETTINGS)
    django.setup()

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
# Lets audio run once it is asked to, so that the test decides when the click comes.
LOUD = ("--disable-quic", "--disable-component-update", "--mute-audio")


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (apt-get install chromium fonts-noto-cjk)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *LOUD])
        yield opened
        opened.close()


@pytest.fixture(scope="package", autouse=True)
def _site_settings() -> Iterator[None]:
    """The parts are tried on their own, whatever the project's settings are (hashed static names, login, database)."""
    from django.test import override_settings

    with override_settings(**{name: value for name, value in site.SETTINGS.items() if name != "INSTALLED_APPS"}):
        yield


@pytest.fixture
def address() -> Iterator[str]:
    """The test site on a free loopback port."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.handlers.wsgi import WSGIHandler

    site.start_over()
    server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
