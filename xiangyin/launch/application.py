"""What the web server's worker process loads: the WSGI application that the settings name."""

import os

from xiangyin.launch.database import SETTINGS
from xiangyin.launch.processes.parent import end_with_spawner

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
end_with_spawner()

from django.core.servers.basehttp import get_internal_wsgi_application  # noqa: E402 - after the settings are named

application = get_internal_wsgi_application()
