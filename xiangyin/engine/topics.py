"""What an item is about (a path of two levels) and which department answers for it."""

from collections.abc import Mapping, Sequence
from math import log1p

from xiangyin.engine.values import Department

FIRST = (
    "城乡建设", "劳动和社会保障", "教育文体", "商贸旅游", "卫生计生", "环境保护", "交通运输",
    "农村农业", "国土资源", "民政", "政法", "党务政务", "纪检监察", "科技与信息产业", "经济管理",
)  # fmt: skip
_TAUGHT = frozenset(FIRST[:7])
LEARNED = FIRST[:7]  # those that labelled messages taught; the others are told by words alone
READ = 400  # characters, title and text together
_PLACE = {name: place for place, name in enumerate(FIRST)}
TITLE_TIMES = 4  # a title says what the text is about: it is read so many times
_SURE = 4.0  # weight of words from which one of the untaught topics may win
_LEAD = 1.5  # times that it must exceed the words of every taught one
_UNSAID = -25_000  # learned score from which a text without any listed word has a topic: one microblog in twenty


def reading(title: str, text: str) -> str:
    r"""Return the folded text as the learned weights read it, the title four times.

    >>> reading("停水", "三天了")
    '停水\n停水\n停水\n停水\n三天了'
    """
    return (f"{title}\n" * TITLE_TIMES + text if title else text)[:READ]


def paths(signs: Mapping[str, Sequence[int]], *, lead: int) -> dict[str, float]:
    """Return the weight of the words of each path; a word in the first `lead` characters counts twice, repeats less.

    >>> paths({"环境保护/环境污染": (0, 30)}, lead=10)
    {'环境保护/环境污染': 2.6666666666666665}
    """
    return {
        path: sum(2.0 if place < lead else 2.0 / (2 + number) for number, place in enumerate(places))
        for path, places in signs.items()
    }


def facts(found: Mapping[str, float]) -> tuple[int, ...]:
    """Return per first level ten times the logarithm of one plus the weight of its words, whole.

    >>> facts({"城乡建设/安全生产": 2.0})[:2]
    (11, 0)
    """
    sums = _first_levels(found)
    found_facts = [0] * len(FIRST)
    for name, weight in sums.items():
        found_facts[_PLACE[name]] = round(10 * log1p(weight))
    return tuple(found_facts)


def _first_levels(found: Mapping[str, float]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for path, weight in found.items():
        first = path.partition("/")[0]
        sums[first] = sums.get(first, 0.0) + weight
    return sums


def topic(found: Mapping[str, float], learned: Sequence[int], classes: Sequence[str]) -> str | None:
    """Return the topic's path, first level first, or None when nothing tells one.

    >>> topic({"民政/社会救助": 4.0}, [0] * 7, LEARNED)
    '民政/社会救助'
    >>> topic({}, [-9_000, *[-40_000] * 6], LEARNED), topic({}, [-40_000] * 7, LEARNED)
    ('城乡建设', None)
    """
    if not found and max(learned, default=_UNSAID) <= _UNSAID:
        return None
    sums = _first_levels(found)
    taught = max([weight for name, weight in sums.items() if name in _TAUGHT], default=0.0)
    weight, other = max([(weight, name) for name, weight in sums.items() if name not in _TAUGHT], default=(0.0, ""))
    if weight >= _SURE and weight > _LEAD * taught:
        first = other
    else:
        first = classes[max(range(len(classes)), key=lambda n: (learned[n], -n))]
    return _second_level(first, found)


def _second_level(first: str, found: Mapping[str, float]) -> str:
    inside = {path: weight for path, weight in found.items() if path.startswith(first + "/")}
    return max(sorted(inside), key=lambda path: inside[path]) if inside else first


def department(path: str | None, departments: Sequence[Department]) -> str | None:
    """Return the code of the department whose topics hold the longest part of the path, or None.

    >>> department("民政/社会救助", [Department("D1", "社会事务办", ("民政",))])
    'D1'
    """
    if path is None:
        return None
    fitting = [(len(topic), -n) for n, one in enumerate(departments) for topic in one.topics if path.startswith(topic)]
    return departments[-max(fitting)[1]].code if fitting else None
