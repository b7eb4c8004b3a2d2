"""Items read in several processes; the order stays."""

from collections.abc import Iterable, Iterator
from multiprocessing import get_context

from xiangyin.adapters.engine.models import load
from xiangyin.engine.reading import Reading, read
from xiangyin.engine.setting import prepare
from xiangyin.engine.values import Item, Township


def readings(batches: Iterable[list[Item]], here: Township, *, jobs: int) -> Iterator[list[Reading]]:
    """Yield the readings of each batch, in order; with more than one job each batch is read in another process."""
    if jobs <= 1:
        yield from (read(batch, prepare(here, load())) for batch in batches)
        return
    # A fresh interpreter per job: a copy of this one may hold threads that would never wake.
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(_read, ((batch, here) for batch in batches))


def _read(work: tuple[list[Item], Township]) -> list[Reading]:
    batch, here = work
    return read(batch, prepare(here, load()))
