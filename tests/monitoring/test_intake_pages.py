from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.monitoring.fakes import masking
from tests.monitoring.pages import at_screen
from xiangyin.monitoring.models import Item, Upload
from xiangyin.monitoring.operations.intake.run import import_upload
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.sealed.models import SealedChunk, SealedObject

TEXT = "编号,时间,内容,作者\n1,2026-11-24,停水请回13812345678,张三\n2,昨天,停电,李四\n"


def hand_in(screen, content: bytes = TEXT.encode("gb18030"), name: str = "热线.csv", **more):
    return screen.post("/intake/", {"file": SimpleUploadedFile(name, content), "command": str(uuid7()), **more})


class TestHandingIn:
    def test_from_the_file_to_the_result_in_three_pages(self, town):
        screen = at_screen(town, "王监测")
        with masking():
            answer = hand_in(screen)
            upload = Upload.objects.get()
            assert answer.url == upload.get_absolute_url()

            page = screen.get(answer.url).content.decode()
            assert "GB18030" in page
            assert "停水请回[电话]" in page, "the first rows are shown, masked"
            assert "张三" not in page, "authors are not"

            columns = {"text_column": "内容", "time_column": "时间", "id_column": "编号", "author_column": "作者"}
            sent = {"command": str(uuid7()), "default_channel": "hotline", **columns}
            screen.post(f"/steps/monitoring.upload/{upload.pk}/start/", sent)
            job = ProcrastinateJob.objects.get(task_name__endswith="import_file")
            assert job.args == {"upload_id": str(upload.pk), "jurisdiction_id": str(town.place.id)}
            assert "正在后台导入" in screen.get(answer.url).content.decode()

            import_upload(upload.pk, jurisdiction_id=town.place.id, clock=lambda: town.now)
            page = screen.get(answer.url).content.decode()
        assert "时间读不懂" in page
        assert f"/intake/{upload.pk}/rejects.csv" in page
        assert Item.objects.get().text == "停水请回[电话]"
        assert screen.get(f"/intake/{upload.pk}/progress/").headers["HX-Refresh"] == "true"

    def test_the_same_file_again_leads_to_the_record_of_then(self, town):
        screen = at_screen(town, "王监测")
        first, second = hand_in(screen), hand_in(screen, name="另一个名字.csv")

        assert first.url == second.url
        assert "以前上传过" in screen.get(second.url).content.decode()
        assert Upload.objects.count() == 1

    def test_what_is_no_table_is_refused_in_words_and_leaves_nothing_behind(self, town):
        answer = hand_in(at_screen(town, "王监测"), b"%PDF-1.7", name="通知.pdf")

        assert answer.status_code == 422
        assert "这不是表格" in answer.content.decode()
        assert not SealedObject.objects.exists()
        assert not SealedChunk.objects.exists()

    def test_no_file_at_all_is_said_plainly(self, town):
        assert at_screen(town, "王监测").post("/intake/", {"command": str(uuid7())}).status_code == 422

    def test_who_may_look_but_not_hand_in_is_refused(self, town):
        answer = hand_in(at_screen(town, "档案员"))

        assert answer.status_code == 409
        assert not Upload.objects.exists()

    def test_the_original_lies_encrypted_in_the_sealed_store(self, town):
        hand_in(at_screen(town, "王监测"), TEXT.encode())

        stored = b"".join(bytes(chunk.ciphertext) for chunk in SealedChunk.objects.all())
        assert stored
        assert "停水".encode() not in stored
