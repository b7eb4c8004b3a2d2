"""What is said outside under a warning and needs no paper: by telephone to the county, to the press (2.2.1, 4.2.1)."""

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.powers import LEADERS, WATCHERS
from xiangyin.organization.terms import Post
from xiangyin.shared.steps.asks import Moment, Pairs, Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.rules.objections import unless_owed
from xiangyin.warning.terms import WarningState

# Also when the warning is over: a duty does not end with it.
ISSUED_OR_LIFTED = frozenset({WarningState.ISSUED, WarningState.LIFTED})

OUTWARD: tuple[Step[EarlyWarning], ...] = (
    Step(
        action="report_by_phone", label=_("已电话报告县里"), posts=posts(*WATCHERS, Post.OFFICE_DIRECTOR),
        sources=ISSUED_OR_LIFTED, clause="2.2.1", stops=frozenset({"report.phone"}), hides=(unless_owed("report.phone"),),
        asks=(
            Text(name="answered_by", label=_("接电话的单位和人"), max_chars=60, masked=False),
            Text(name="reason", label=_("报告了什么"), long=True),
        ),
    ),
    Step(
        action="no_statement", label=_("不需要发布通报"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS),
        sources=ISSUED_OR_LIFTED, clause="4.2.1", stops=frozenset({"statement.first"}),
        hides=(unless_owed("statement.first"),),
        asks=(Text(name="reason", label=_("理由"), help=_("例如：只涉及个别人，已当面答复。")),),
    ),
    Step(
        action="hold_conference", label=_("登记新闻发布会"), posts=posts(Post.PUBLICITY, Post.SPOKESPERSON),
        sources=ISSUED_OR_LIFTED, clause="4.2.1", stops=frozenset({"statement.conference"}),
        asks=(
            Moment(name="held_at", label=_("几时开的")),
            Text(name="place", label=_("地点"), max_chars=120),
            Text(name="speaker", label=_("谁发布、谁答问"), max_chars=120, masked=False),
            Pairs(
                name="answers", label=_("问答"), left=_("问了什么"), right=_("怎么答的"), required=False,
                help=_("逐条记下问题和回答；没有当场回答的写明何时答复。"),
            ),
        ),
    ),
    Step(
        action="no_conference", label=_("不需要开发布会"), posts=posts(*LEADERS), sources=ISSUED_OR_LIFTED,
        clause="4.2.1", stops=frozenset({"statement.conference"}), hides=(unless_owed("statement.conference"),),
        asks=(Text(name="reason", label=_("理由"), help=_("例如：县里统一发布。")),),
    ),
)  # fmt: skip
