"""Whether an item speaks of our township."""

from xiangyin.engine.places.find import Found

# People who call, write to or visit the township speak of it unless they say otherwise.
DIRECT = frozenset({"hotline", "visit", "phone", "superior"})


def in_scope(said: Found, source: Found, channel: str) -> bool:
    """Say whether an item is about our township, from its text, its source's name and its channel.

    >>> in_scope(Found(), Found(), "weibo"), in_scope(Found(), Found(), "hotline")
    (False, True)
    """
    if said.places or (said.township and not said.others):
        return True
    if said.others:
        return said.township and len(said.others) < 2 and channel in DIRECT
    local = bool(source.places or source.township or source.mentioned)
    return local or said.mentioned or channel in DIRECT
