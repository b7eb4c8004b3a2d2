import pytest

from tests.monitoring.files import handed, import_text
from xiangyin.monitoring.models import ColumnMapping, Item
from xiangyin.monitoring.operations.intake.mapping import MappingUnknownError
from xiangyin.monitoring.operations.intake.receive import receive_file
from xiangyin.monitoring.rules.upload import COLUMN_ASKS, UPLOAD_STEPS
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

ODD = "甲,乙,丙\n停水三天,2026-11-24,柳湾\n"


def receive(town, text: str, name: str = "怪表.csv", who: str = "王监测", **more):
    return receive_file(handed(text.encode(), name), actor=town.who(who), command=Command(), now=town.now, **more)[0]


def start(town, upload, who: str = "王监测", **columns):
    known = {name: getattr(upload, name) for name in (*COLUMN_ASKS, "default_channel", "default_source")}
    return town.take(UPLOAD_STEPS, upload.id, "start", who, **known | columns)


class TestNamingColumns:
    def test_a_file_whose_columns_say_nothing_waits_for_a_person(self, town):
        upload = receive(town, ODD)

        with pytest.raises(AnswersInvalidError) as invalid:
            start(town, upload)
        assert set(invalid.value.errors) == {"time_column"}
        with pytest.raises(AnswersInvalidError) as invalid:
            start(town, upload, time_column="乙")
        assert set(invalid.value.errors) == {"text_column"}

    def test_one_column_cannot_be_two_things_and_none_can_be_invented(self, town):
        upload = receive(town, ODD)

        with pytest.raises(AnswersInvalidError) as invalid:
            start(town, upload, text_column="甲", time_column="乙", source_column="甲")
        assert set(invalid.value.errors) == {"text_column", "source_column"}
        with pytest.raises(AnswersInvalidError):
            start(town, upload, text_column="丁", time_column="乙")

    def test_what_a_person_chose_is_remembered_for_the_same_set_of_names(self, town):
        upload = receive(town, ODD)
        start(town, upload, text_column="甲", time_column="乙", source_column="丙", default_channel="visit")

        again = receive(town, "丙,甲,乙\n石桥,停电,2026-11-25\n", name="下月.csv")

        assert (again.text_column, again.time_column, again.source_column, again.default_channel) == (
            "甲",
            "乙",
            "丙",
            "visit",
        )
        assert ColumnMapping.objects.get().name == "怪表"

    def test_a_corrected_choice_replaces_the_remembered_one(self, town):
        upload = receive(town, ODD)
        start(town, upload, text_column="甲", time_column="乙")
        start(
            town,
            receive(town, ODD + "停电,2026-11-25,石桥\n", name="二.csv"),
            text_column="丙",
            title_column="甲",
            time_column="乙",
        )

        assert ColumnMapping.objects.get().fields["text_column"] == "丙"

    def test_a_mapping_can_be_named_and_must_fit(self, town):
        start(town, receive(town, ODD), text_column="甲", time_column="乙")

        named = import_text(town, "甲,乙,丁\n停气,2026-11-24,x\n", name="三.csv", mapping="怪表")
        assert named.taken == 1
        with pytest.raises(MappingUnknownError, match="怪表"):
            import_text(town, "甲,丁\n停气,x\n", name="四.csv", mapping="没有的")
        with pytest.raises(MappingUnknownError, match="乙"):
            import_text(town, "甲,丁\n停气,x\n", name="四.csv", mapping="怪表")

    def test_who_only_answers_for_a_unit_hands_no_files_in(self, town):
        with pytest.raises(StepRefusedError):
            receive(town, ODD, who="吕联络")


class TestImportingAgain:
    def test_other_columns_give_the_rejected_rows_a_second_chance_and_double_nothing(self, town):
        text = "登记日,正文,发布时间\n2026-11-24,停水,昨天\n2026-11-24,停电,2026-11-23\n"
        upload = import_text(town, text)
        assert (upload.taken, upload.rejected) == (1, 1)

        from xiangyin.monitoring.operations.intake.run import import_upload

        start(town, upload, time_column="登记日")
        again = import_upload(upload.id, jurisdiction_id=town.place.id, clock=lambda: town.now)

        assert (again.run, again.taken, again.rejected, again.rejects.count()) == (2, 2, 0, 0)
        assert Item.objects.count() == 3, "without ids another time makes another item"
