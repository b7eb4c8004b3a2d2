"""Everything on one machine, until Ctrl-C."""

import os
from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import opened_database
from xiangyin.launch.home import Home
from xiangyin.launch.orders import WEB, chosen_processes
from xiangyin.launch.processes import leftovers
from xiangyin.launch.processes.interrupt import interrupted_by_signals
from xiangyin.launch.processes.single import only_one
from xiangyin.launch.run import attend
from xiangyin.launch.website import Website


def configure(_: ArgumentParser) -> None:
    """Nothing to choose: PORT, HOST, HTTPS, XIANGYIN_HOME, DATABASE_URL and DEMO are read from the environment."""


def run(_: Namespace) -> int:
    home = Home.of().prepare()
    site = Website.of(os.environ, home)
    with interrupted_by_signals(), only_one(home):
        leftovers.clear(home)
        if WEB in chosen_processes(os.environ):
            site.require_free_port()
        with opened_database(home) as database:
            attend(home, site, database)
    return 0
