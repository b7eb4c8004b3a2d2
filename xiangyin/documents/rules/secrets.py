"""State secrets never enter a system that is joined to the internet (保守国家秘密法 2024): refused at every door."""

import re

_MARK = re.compile(r"(?:绝密|机密|秘密)\s*[★☆*]|(?:^|\n)\s*(?:绝密|机密|秘密)\s*(?:$|\n)")


def secrecy_mark(text: str) -> str:
    """The mark of a state secret in a text, or nothing. A word such as “秘密” in a sentence is no mark.

    >>> secrecy_mark("机密★3年")
    '机密★'
    >>> secrecy_mark("会议不是秘密")
    ''
    """
    found = _MARK.search(text)
    return found.group().strip() if found else ""
