import pytest

from xiangyin.monitoring.operations.analysis import memory


@pytest.fixture(autouse=True)
def _fresh_memory():
    """The engine's state of one test is not that of the next."""
    memory.forget()
    yield
    memory.forget()
