"""How many people an item says have gathered."""

import re

from xiangyin.engine.harm.numerals import PATTERN, value

_PEOPLE = re.compile(
    rf"(?P<n>{PATTERN})(?:余|多)?(?:名|位|个)?(?:人|多人|群众|村民|居民|工人|家属|业主|学生家长|家长|司机|学生)"
)
_NEAR = re.compile(
    r"聚集|聚在|横幅|游行|上街|堵门|堵路|围堵|示威|静坐|抗议|集合|围住|讨薪|罢工|罢运|封路|讨说法|集体上访|要工资|打砸|械斗|冲击|闹事|拦路|堵在"
)
_SENTENCE = re.compile(r"[^。！!？?；;\n]+")


def crowd(text: str) -> int | None:
    """Return the largest number of people that a folded text says have gathered for a cause, or None.

    >>> crowd("南门广场聚集约600人,车辆停驶"), crowd("2000多人赶集看戏")
    (600, None)
    """
    if not _NEAR.search(text):
        return None
    found = []
    for sentence in _SENTENCE.findall(text):
        if _NEAR.search(sentence):
            found += [value(one["n"]) for one in _PEOPLE.finditer(sentence)]
    counted = [number for number in found if number]
    return max(counted) if counted else None
