"""The web server, a child of `run`; on a host of its own it may be started by hand."""

import multiprocessing
import os
from argparse import ArgumentParser, Namespace

from xiangyin.launch.home import Home
from xiangyin.launch.website import Website

THREADS = 4
"""Each may hold a database connection: keep the sum over all processes below `max_connections`."""
KILL_AFTER_S = 5
"""A page that waits for news must not hold up the stop."""


def configure(_: ArgumentParser) -> None:
    """Nothing to choose: PORT, HOST and HTTPS are read from the environment."""


def run(_: Namespace) -> int:
    from granian.constants import Interfaces, SSLProtocols  # only here: no other command needs it
    from granian.server import Server

    site = Website.of(os.environ, Home.of().prepare())
    multiprocessing.set_start_method("spawn")  # a fork would copy the thread that watches our parent
    Server(
        "xiangyin.launch.application:application",
        address=site.host,
        port=site.port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        workers_kill_timeout=KILL_AFTER_S,
        ssl_cert=site.certificate.file if site.certificate else None,
        ssl_key=site.certificate.key if site.certificate else None,
        ssl_protocol_min=SSLProtocols.tls12,  # browsers of older office PCs know no newer
    ).serve()
    return 0
