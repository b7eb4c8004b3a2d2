from tests.conftest import shared_data
from tests.monitoring.files import import_file
from xiangyin.monitoring.models import Item


class TestImport:
    def test_real_messages_come_in_completely_and_a_second_time_add_nothing(self, town):
        with shared_data("messages/dev.jsonl") as path:
            first = import_file(town, path)
            assert (first.taken, first.known, first.rejected) == (2255, 0, 0)
            second = import_file(town, path)
        assert (second.taken, second.known, second.rejected) == (0, 2255, 0)
        assert Item.objects.count() == 2255
