"""Whether an item speaks of our township."""

from xiangyin.engine.places.find import Found

# People who call, write to or visit the township speak of it unless they say otherwise.
DIRECT = frozenset({"hotline", "visit", "phone", "superior"})
PUBLIC = frozenset({"news", "weibo", "wechat", "video", "radio", "print"})
_UNITS = (
    "县",
    "区",
    "市",
    "省",
    "州",
    "镇",
    "乡",
)  # a unit named in full says where; a bare city name may stand in passing


def in_scope(said: Found, source: Found, channel: str) -> bool:
    """Say whether an item is about our township, from its text, its source's name and its channel.

    >>> in_scope(Found(), Found(), "weibo"), in_scope(Found(), Found(), "hotline")
    (False, True)
    """
    if said.places:
        return True
    if said.township:
        return not said.rival
    if said.others:
        return channel in DIRECT and not any(name.endswith(_UNITS) for name in said.others)
    local = bool(source.places or source.township or source.mentioned)
    return local or said.mentioned or channel in DIRECT
