import pytest

from bench.shared import DataMissing, path


@pytest.fixture
def shared_data():
    """Where the shared data lies; the test is skipped, with the reason, where it is absent."""
    try:
        return path("messages/dev.jsonl").parent.parent
    except DataMissing as missing:
        pytest.skip(str(missing))
