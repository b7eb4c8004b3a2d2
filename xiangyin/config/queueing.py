"""What a step hands over to the worker, in its own transaction: rolled back together, committed together."""

from contextlib import suppress

from procrastinate.exceptions import AlreadyEnqueued

from xiangyin.shared.steps.taken import Taken


def queue_import(taken: Taken) -> None:
    """Have the worker read a file whose columns are named."""
    from xiangyin.config.schedule import import_file  # the worker's list is complete only when all apps are ready

    import_file.defer(upload_id=str(taken.subject.id), jurisdiction_id=str(taken.subject.jurisdiction_id))


def queue_analysis(taken: Taken) -> None:
    """Have the worker carry out what a person decided about matters; one waiting job is enough for all."""
    from xiangyin.config.schedule import analyse  # see above

    del taken
    with suppress(AlreadyEnqueued):
        analyse.defer()
