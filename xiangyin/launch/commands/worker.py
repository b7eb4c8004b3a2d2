"""The worker: collectors, analysis and what the schedule lists, from one queue."""

from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home

POLL_S = 0.5  # a job freed by a lock, and a retry, are only seen at the next poll
JOBS = 3  # at once: a large import must not hold up collecting and judging


def configure(_: ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: Namespace) -> int:
    with django_on_database(Home.of()):
        from django.core.management import call_command

        call_command(
            "procrastinate", "worker", concurrency=JOBS, fetch_job_polling_interval=POLL_S, delete_jobs="successful",
        )  # fmt: skip
    return 0
