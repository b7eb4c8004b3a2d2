"""How far a source is heard: none, the county, the province, the nation."""

import re

_NATION = re.compile(
    r"央视|新华社|新华网|人民日报|人民网|中国新闻|央广|光明日报|中新社|中新网|环球时报|焦点访谈|澎湃|新京报|财新|南方周末|中国青年报|法治日报|经济日报|"
    r"中国之声|界面新闻|第一财经|红星新闻|极目新闻|三联生活|中央电视台|中央广播|农民日报|工人日报|中国新闻周刊|半月谈|瞭望|每日经济新闻"
)
_PROVINCE = re.compile(r"卫视|日报|都市报|晚报|都市频道|晨报|省广播|省电视|快报|商报|新闻网|省台|都市快")
_COUNTY = re.compile(r"融媒|电视台|民生热线|广播电台|县报|云报")
_PRESS = frozenset({"news", "print", "radio"})


def media(channel: str, source: str) -> int:
    """Return 0 for no press, 1 for the county's, 2 for the province's or a city's, 3 for the nation's.

    >>> media("news", "央视新闻"), media("news", "南江日报"), media("weibo", "微博@小李")
    (3, 2, 0)
    """
    for level, pattern in ((3, _NATION), (2, _PROVINCE), (1, _COUNTY)):
        if pattern.search(source):
            return level
    return 1 if channel in _PRESS else 0
