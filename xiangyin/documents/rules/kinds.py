"""For each kind of paper: who drafts, who must have read it, who approves, who issues, and what it needs."""

from dataclasses import dataclass

from xiangyin.documents.terms import DocumentKind
from xiangyin.organization.rules.powers import LEADERS, WATCHERS
from xiangyin.organization.terms import Colour, Post

OFFICE = (*WATCHERS, Post.OFFICE_DIRECTOR)
DRAFTERS = (*OFFICE, Post.VERIFIER, Post.PUBLICITY, Post.INVESTIGATOR, Post.LIAISON, Post.UNIT_LEAD)


@dataclass(frozen=True, slots=True)
class Kind:
    """`reviewers` empty: nobody has to read it before approval. `word` starts its number; `red_head` is the official kind.

    `sourced`: the text is made of sentences, each with its source (4.2.1). `public`: it is shown once issued.
    `fulfils`: the obligations of the event that its issue ends.
    """

    drafters: tuple[str, ...]
    reviewers: tuple[str, ...]
    approvers: tuple[str, ...]
    issuers: tuple[str, ...]
    word: str
    red_head: str = ""
    sourced: bool = False
    public: bool = False
    fulfils: frozenset[str] = frozenset()


def _upward(word: str, *fulfils: str) -> Kind:
    chiefs = (Post.OFFICE_DIRECTOR, *LEADERS)
    return Kind(OFFICE, (), chiefs, chiefs, word, red_head="报告", fulfils=frozenset(fulfils))


STATEMENT = Kind(
    DRAFTERS, (Post.PUBLICITY,), LEADERS, (Post.SPOKESPERSON,), "情况通报", red_head="通报", sourced=True, public=True,
    fulfils=frozenset({"statement.first"}),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    DocumentKind.STATEMENT: STATEMENT,
    DocumentKind.CORRECTION: STATEMENT,
    DocumentKind.FIRST_REPORT: _upward("舆情初报", "report.written"),
    DocumentKind.FOLLOW_UP: _upward("舆情续报", "report.follow_up"),
    DocumentKind.FINAL_REPORT: _upward("舆情终报", "report.written", "report.follow_up", "report.final"),
    DocumentKind.FINDINGS: Kind(
        (Post.INVESTIGATOR,), (), LEADERS, (Post.SPOKESPERSON,), "调查结论", red_head="通报", sourced=True, public=True
    ),
    DocumentKind.SCHEME: Kind(OFFICE, (), LEADERS, LEADERS, "处置方案", red_head="通知"),
    DocumentKind.MINUTES: Kind(OFFICE, (), LEADERS, LEADERS, "会议纪要", red_head="纪要"),
    DocumentKind.REVIEW: Kind(
        OFFICE, (), LEADERS, LEADERS, "总结评估", red_head="报告", fulfils=frozenset({"aftermath.review"})
    ),
    DocumentKind.BULLETIN: Kind(OFFICE, (), (Post.OFFICE_DIRECTOR,), (Post.OFFICE_DIRECTOR,), "舆情日报"),
    DocumentKind.DRILL_REPORT: Kind(OFFICE, (), LEADERS, LEADERS, "演练评估"),
}


def approvers(kind: str, colour: int | None) -> tuple[str, ...]:
    """Who approves; at blue the office director too where the leaders would (process.md 2)."""
    chosen = KINDS[kind].approvers
    return (*chosen, Post.OFFICE_DIRECTOR) if colour == Colour.BLUE and chosen == LEADERS else chosen
