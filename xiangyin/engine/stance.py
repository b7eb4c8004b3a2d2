"""From where an item speaks: it reports, asks, complains, denies, or is official."""

import re
from collections.abc import Mapping

from xiangyin.engine.values import Harm

_OFFICE = re.compile(
    r"人民政府|发布|交警|公安|警方|应急|派出所|消防|卫健|疾控|法院|检察|宣传部|指挥部|村委会|居委会|街道办|融媒|通知群|平安[\u4e00-\u9fff]{2}$"
)
_NOTICE = re.compile(r"(?:情况通报|警情通报|情况说明|的说明|的通报|通告|公告|讣告|续报|的回应|通知)")
_DESK = frozenset({"hotline", "visit", "phone", "forum"})
_COMPLAINS = ("complain", "grieve", "anger", "petition", "whistle")


def is_office(source: str) -> bool:
    """Say whether a source's name is that of an office.

    >>> is_office("微博@云川发布"), is_office("微博@豆豆妈2017")
    (True, False)
    """
    return bool(_OFFICE.search(source))


def stance(
    signs: Mapping[str, tuple[int, ...]], harm: Harm, *, source: str, channel: str, title: str, text: str
) -> str:
    """Return `report`, `question`, `complaint`, `denial` or `official` for a folded item.

    >>> stance({"claim": (0,), "whether": (5,)}, Harm(), source="微信群", channel="wechat", title="", text="听说塌了,真的假的?")
    'question'
    """
    official = is_office(source) and ("official" in signs or bool(_NOTICE.search(title or text[:40])))
    if "denial" in signs and (official or harm.denied):
        return "denial"
    if official or (_NOTICE.search(title) and "official" in signs and channel not in _DESK):
        return "official"
    if _asks(signs, text):
        return "question"
    return "complaint" if any(tag in signs for tag in _COMPLAINS) else "report"


def _asks(signs: Mapping[str, tuple[int, ...]], text: str) -> bool:
    wonders = "ask" in signs or "whether" in signs or "claim" in signs
    return (wonders and text.rstrip().endswith(("?", "吗", "呢", "一声", "吗。"))) or ("claim" in signs and "?" in text)
