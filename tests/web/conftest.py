"""The parts need Django's settings but no database: where none are chosen, those of the small test site are taken."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
import pytest
from django.conf import settings

from tests.web import site

if TYPE_CHECKING:
    from collections.abc import Iterator

if not settings.configured:
    settings.configure(**site.SETTINGS)
    django.setup()


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        pass


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
