"""Minutes of a meeting and the scheme of a response, from the draft to the issued paper (4.1.2)."""

import pytest

from tests.signed_in import signed_in
from xiangyin.documents.models import Document, Signature
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.organization.operations.set_up import appoint
from xiangyin.publication.queries.published import published
from xiangyin.publication.rules.papers import paper_of_event
from xiangyin.shared.obligations.queries import still_open, waiting_for
from xiangyin.shared.steps.refusals import StepRefusedError

BODY = {"minutes": "会议决定：停餐、送医、通知家长。", "scheme": "一、救治。二、调查。三、公布。"}
NUMBER = {"minutes": "会议纪要〔2026〕1号", "scheme": "处置方案〔2026〕1号"}
RED_HEAD = {"minutes": "纪要", "scheme": "通知"}
each_kind = pytest.mark.parametrize("kind", ["minutes", "scheme"])


def submitted(town, kind: str, colour: int = 3) -> Document:
    paper = paper_of_event(town.issued(colour).event)
    draft = town.open(DOCUMENT_STEPS, "draft", paper, "李值班", kind=kind, title="关于学生不适处置")
    words = {"title": "关于学生不适处置", "body": BODY[kind], "publicity": "on_request"}
    town.take(DOCUMENT_STEPS, draft.pk, "edit", "李值班", **words)
    return town.take(DOCUMENT_STEPS, draft.pk, "submit", "李值班")


def issued(town, paper: Document) -> Document:
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    return town.take(DOCUMENT_STEPS, paper.pk, "issue", "郑组长")


def page(town, name: str, paper: Document) -> str:
    answer = signed_in(town, name).get(paper.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


@each_kind
def test_it_is_approved_by_one_leader_and_issued_with_a_number_of_its_series(town, kind):
    paper = issued(town, submitted(town, kind))

    assert (paper.state, paper.number) == ("issued", NUMBER[kind])
    assert list(Signature.objects.filter(document=paper).order_by("at").values_list("step", "digest")) == [
        ("approve", paper.digest_now()), ("issue", paper.digest_now()),
    ]  # fmt: skip
    shown = page(town, "王监测", paper)
    for words in (BODY[kind], NUMBER[kind], RED_HEAD[kind], "吴副组长", "郑组长"):
        assert words in shown
    assert not still_open().filter(subject_id=paper.pk).exists()


@each_kind
def test_it_waits_for_one_hand_after_the_other(town, kind):
    def waits(name: str) -> list[str]:
        owed = waiting_for(town.who(name))
        return [each.kind for each in owed if each.subject_id == paper.pk]

    paper = submitted(town, kind)
    assert (waits("吴副组长"), waits("李值班")) == (["document.approve"], [])
    town.take(DOCUMENT_STEPS, paper.pk, "return", "吴副组长", reason="没有写谁负责")
    assert (waits("吴副组长"), waits("李值班")) == ([], ["document.submit"])
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    assert waits("郑组长") == ["document.issue"]


@each_kind
def test_above_blue_it_is_the_leaders_and_at_blue_the_director_s_too(town, kind):
    grave, light = submitted(town, kind, 3), submitted(town, kind, 4)

    with pytest.raises(StepRefusedError, match="岗位"):
        town.take(DOCUMENT_STEPS, grave.pk, "approve", "周主任")
    assert town.take(DOCUMENT_STEPS, light.pk, "approve", "周主任").state == "approved"


@each_kind
def test_a_leader_who_wrote_it_neither_approves_nor_issues_it(town, kind):
    appoint(town.officers["郑组长"], "duty_officer", basis="兼任", now=town.now)
    paper = submitted(town, kind)
    words = {"title": paper.title, "body": f"{BODY[kind]}另报县里。", "publicity": "on_request"}
    town.take(DOCUMENT_STEPS, paper.pk, "edit", "郑组长", **words)
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "郑组长")

    with pytest.raises(StepRefusedError, match="另一人"):
        town.take(DOCUMENT_STEPS, paper.pk, "approve", "郑组长")
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    with pytest.raises(StepRefusedError, match="另一人"):
        town.take(DOCUMENT_STEPS, paper.pk, "issue", "郑组长")


@each_kind
def test_it_is_never_shown_to_the_public_even_when_marked_open(town, kind):
    paper = submitted(town, kind)
    town.take(DOCUMENT_STEPS, paper.pk, "edit", "李值班", title=paper.title, body=BODY[kind], publicity="open")
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")

    assert issued(town, paper).publicity == "open"
    assert published() == []


def test_a_scheme_changed_after_approval_goes_its_way_again(town):
    paper = submitted(town, "scheme")
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    town.take(DOCUMENT_STEPS, paper.pk, "edit", "李值班", title=paper.title, body="四、问责。", publicity="on_request")

    with pytest.raises(StepRefusedError):
        town.take(DOCUMENT_STEPS, paper.pk, "issue", "郑组长")
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
    assert issued(town, paper).body == "四、问责。"


def test_words_that_were_changed_past_the_steps_are_not_issued(town):
    paper = submitted(town, "scheme")
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    Document.objects.filter(pk=paper.pk).update(body="四、不问责。")

    with pytest.raises(StepRefusedError, match="批准之后文字有变动"):
        town.take(DOCUMENT_STEPS, paper.pk, "issue", "郑组长")


def test_each_series_counts_for_itself(town):
    for kind in ("minutes", "scheme", "minutes"):
        issued(town, submitted(town, kind))

    numbers = Document.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == ["会议纪要〔2026〕1号", "会议纪要〔2026〕2号", "处置方案〔2026〕1号"]


def test_it_stands_on_the_page_of_its_event(town):
    paper = issued(town, submitted(town, "minutes"))
    shown = signed_in(town, "王监测").get(Event.objects.get().get_absolute_url()).content.decode()

    assert paper.get_absolute_url() in shown
    assert NUMBER["minutes"] in shown
