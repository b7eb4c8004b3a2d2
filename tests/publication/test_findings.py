"""Findings of an investigation: drafted by the investigator, approved by a leader, signed out by the spokesperson (4.2.3)."""

import pytest

from tests.signed_in import visitor
from xiangyin.documents.models import Document, Signature
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.organization.operations.set_up import appoint, enrol
from xiangyin.publication.rules.papers import paper_of_event
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

INVESTIGATOR = "褚调查"
CAUSE = ["原因是当日牛奶超过保质期。", "市场监管所检测报告 2026-118 号"]
DUTY = ["学校没有查验进货凭证。", "食堂台账与校长谈话记录"]
WRITTEN = {"title": "关于柳湾小学学生不适的调查结论", "facts": [CAUSE, DUTY], "publicity": "open"}


@pytest.fixture
def findings(town) -> Document:
    """A draft with two sentences, each with its source."""
    town.officers[INVESTIGATOR] = enrol(town.place, INVESTIGATOR, now=town.now)
    appoint(town.officers[INVESTIGATOR], "investigator", basis="任命", now=town.now)
    paper = paper_of_event(town.issued(3).event)
    draft = town.open(DOCUMENT_STEPS, "draft", paper, INVESTIGATOR, kind="findings", title="调查结论")
    return town.take(DOCUMENT_STEPS, draft.pk, "edit", INVESTIGATOR, **WRITTEN)


def approved(town, paper: Document) -> Document:
    town.take(DOCUMENT_STEPS, paper.pk, "submit", INVESTIGATOR)
    return town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")


def issued(town, paper: Document) -> Document:
    approved(town, paper)
    return town.take(DOCUMENT_STEPS, paper.pk, "issue", "钱发言")


def outside(town, url: str) -> str:
    answer = visitor(town).get(url)
    return answer.content.decode() if answer.status_code == 200 else ""


def address(paper: Document) -> str:
    return f"/public/990101/{paper.pk}/"


class TestOut:
    def test_what_was_signed_is_on_the_public_page_and_in_the_feed(self, town, findings):
        paper = issued(town, findings)

        shown = outside(town, address(paper))
        assert CAUSE[0] + DUTY[0] in shown
        for words in ("调查结论", "调查结论〔2026〕1号", "钱发言", paper.digest):
            assert words in shown
        assert paper.title in outside(town, "/public/990101/")
        assert f"urn:uuid:{paper.pk}" in outside(town, "/public/990101/feed.atom")

    def test_the_signature_is_over_exactly_that_text(self, town, findings):
        paper = issued(town, findings)

        steps = Signature.objects.filter(document=paper, digest=paper.digest_now()).order_by("at")
        assert list(steps.values_list("step", "officer__name")) == [("approve", "吴副组长"), ("issue", "钱发言")]

    def test_where_each_sentence_comes_from_stays_inside(self, town, findings):
        paper = issued(town, findings)

        assert paper.body == CAUSE[0] + DUTY[0]
        assert CAUSE[1] not in outside(town, address(paper))

    def test_findings_that_are_not_open_to_all_stay_inside(self, town, findings):
        town.take(DOCUMENT_STEPS, findings.pk, "edit", INVESTIGATOR, **WRITTEN | {"publicity": "on_request"})
        paper = issued(town, findings)

        assert paper.state == "issued"
        assert not outside(town, address(paper))
        assert paper.title not in outside(town, "/public/990101/")


class TestBefore:
    def test_nothing_of_it_is_outside_until_the_spokesperson_has_signed(self, town, findings):
        for action, name in (("submit", INVESTIGATOR), ("approve", "吴副组长")):
            town.take(DOCUMENT_STEPS, findings.pk, action, name)
            assert not outside(town, address(findings))
            assert WRITTEN["title"] not in outside(town, "/public/990101/") + outside(town, "/public/990101/feed.atom")

    @pytest.mark.parametrize("name", ["李值班", "周主任", "钱发言"])
    def test_only_the_investigator_drafts_them(self, town, findings, name):
        with pytest.raises((StepRefusedError, AnswersInvalidError)):
            town.open(
                DOCUMENT_STEPS, "draft", paper_of_event(Event.objects.get()), name, kind="findings", title="另一份结论"
            )

    def test_a_sentence_without_a_source_is_sent_back(self, town, findings):
        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(DOCUMENT_STEPS, findings.pk, "edit", INVESTIGATOR, **WRITTEN | {"facts": [CAUSE, [DUTY[0], ""]]})

        assert set(invalid.value.errors) == {"facts"}

    def test_nobody_else_approves_or_signs_them(self, town, findings):
        town.take(DOCUMENT_STEPS, findings.pk, "submit", INVESTIGATOR)
        with pytest.raises(StepRefusedError, match="岗位"):
            town.take(DOCUMENT_STEPS, findings.pk, "approve", "周主任")
        town.take(DOCUMENT_STEPS, findings.pk, "approve", "吴副组长")

        for name in ("周主任", "郑组长"):
            with pytest.raises(StepRefusedError, match="岗位"):
                town.take(DOCUMENT_STEPS, findings.pk, "issue", name)

    def test_an_investigator_who_speaks_for_the_township_does_not_sign_the_own_findings(self, town, findings):
        approved(town, findings)
        appoint(town.officers[INVESTIGATOR], "spokesperson", basis="兼任", now=town.now)

        with pytest.raises(StepRefusedError, match="另一人"):
            town.take(DOCUMENT_STEPS, findings.pk, "issue", INVESTIGATOR)

    def test_a_word_changed_after_approval_needs_a_new_one(self, town, findings):
        approved(town, findings)
        changed = WRITTEN | {"facts": [CAUSE]}
        town.take(DOCUMENT_STEPS, findings.pk, "edit", INVESTIGATOR, **changed)

        with pytest.raises(StepRefusedError):
            town.take(DOCUMENT_STEPS, findings.pk, "issue", "钱发言")
        assert DUTY[0] not in outside(town, address(issued(town, findings)))
